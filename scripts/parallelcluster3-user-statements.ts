import { App, Aws, Stack } from 'aws-cdk-lib';
import { boundaryPolicy } from '../src/parallelcluster3/users/boundary-policy';
import { documentedFeatures } from '../src/parallelcluster3/users/features';
import { iamAccessPolicy } from '../src/parallelcluster3/users/iam-policy';
import { iamResources } from '../src/parallelcluster3/users/iam-resources';
import { UserAccess } from '../src/parallelcluster3/users/read';
import { Arns } from '../src/private/options/arns';
import { BoundLocations } from '../src/private/options/option-reader';
import { Conditions, PolicyFeature } from '../src/private/statements/documented-statement';

/** The statements of all features with all options, with names of options in place of what users name. */
export function parallelCluster3UserStatements(): readonly PolicyFeature[] {
  const stack = new Stack(new App(), 'Stack', { env: { region: 'R', account: 'A' } });
  const arns = Arns.of(stack);
  const access = userAccess(stack, arns);
  const bounded: UserAccess = { ...access, iam: { ...access.iam, boundary: 'the boundary' } };
  return [
    ...documentedFeatures(arns, access),
    { name: 'IamAccess', statements: iamAccessPolicy(arns, bounded) },
    { name: 'Boundary', statements: boundaryPolicy(arns, access) },
  ].map(({ name, statements }) => ({
    name,
    statements: statements.map(({ conditions, ...statement }) => ({
      ...statement,
      resources: statement.resources.map(shown),
      conditions: conditions && JSON.parse(shown(JSON.stringify(conditions))) as Conditions,
    })),
  }));
}

function userAccess(stack: Stack, arns: Arns): UserAccess {
  return {
    version: 'all',
    iamResources: iamResources(stack, arns, undefined),
    hasPrefix: true,
    iam: { makesRoles: true, customRoles: ['the roles of `restricted()`'], additionalPolicies: ['the additional policies'] },
    secrets: {
      passwords: ['the `secrets.passwords`'],
      passwordParameters: ['the `secrets.passwordParameters`'],
      mungeKeys: ['the `secrets.mungeKeys`'],
      secretKeys: ['the keys of `secrets.mungeKeys`'],
    },
    storage: { buckets: locations('storage.buckets'), keys: ['the `storage.keys`'] },
    efs: [],
    awsBatch: true,
    fsxForLustre: { fileSystems: [], dataRepositories: locations('fsxForLustre.dataRepositories') },
    imageBuild: true,
    loginNodes: true,
    logRetrieval: locations('logRetrieval.exportLocations'),
  };
}

function shown(text: string): string {
  return text.replaceAll(Aws.PARTITION, 'P');
}

function locations(option: string): BoundLocations {
  return {
    buckets: [`the buckets of \`${option}\``],
    objects: [`the objects of \`${option}\``],
    keys: [`the keys of the buckets of \`${option}\``],
  };
}
