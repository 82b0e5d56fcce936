import { App, Aws, Stack } from 'aws-cdk-lib';
import { HopsworksRepositoryCreation } from '../src';
import { Storage } from '../src/hopsworks/cluster/storage';
import { eksNodePolicy } from '../src/hopsworks/eks-node-role/policy';
import { instanceProfilePolicy } from '../src/hopsworks/instance-profile/policy';
import { CloudWatch, ContainerRegistry } from '../src/hopsworks/instance-profile/read';
import { Arns } from '../src/private/options/arns';
import { PolicyFeature } from '../src/private/statements/documented-statement';

const STORAGE: Storage = {
  bucket: 'the `bucket`',
  objects: 'the objects of `bucket`',
  keys: ['the `encryptionKey` and the key of the bucket'],
  backups: true,
  objectAcl: true,
};

const REGISTRY: ContainerRegistry = {
  images: ['IMAGE'],
  region: 'REGION',
  accountId: 'ACCOUNT',
  namespace: 'CLUSTER',
  vendorRegion: 'REGION',
  vendorAccountId: 'VENDOR',
  repositoryCreation: HopsworksRepositoryCreation.IN_CLUSTER,
};

const CLOUD_WATCH: CloudWatch = { logGroupPrefixes: ['PREFIX'], metricNamespaces: ['metricNamespaces'] };

/** The statements with all options, with names of options in place of what users name. */
export function instanceProfileStatements(): readonly PolicyFeature[] {
  const stack = new Stack(new App(), 'Stack', { env: { region: 'R', account: 'A' } });
  return shown(instanceProfilePolicy(Arns.of(stack), {
    storage: STORAGE,
    containerRegistry: REGISTRY,
    cloudWatch: CLOUD_WATCH,
    eks: 'CLUSTER',
    assumableRoles: ['the `assumableRoles`'],
  }));
}

export function eksNodeStatements(): readonly PolicyFeature[] {
  return shown(eksNodePolicy({ storage: STORAGE, images: ['the repositories of `projectImages`'] }));
}

function shown(features: readonly PolicyFeature[]): readonly PolicyFeature[] {
  return features.map(({ name, statements }) => ({
    name,
    statements: statements.map(statement => ({
      ...statement,
      resources: statement.resources.map(resource => resource.replaceAll(Aws.PARTITION, 'P')),
    })),
  }));
}
