import { Stack } from 'aws-cdk-lib';
import {
  HopsworksCloudWatchOptions, HopsworksContainerRegistryOptions, HopsworksInstanceProfileProps,
  HopsworksRepositoryCreation,
} from './props';
import { IMAGES, VENDOR_ACCOUNT, VENDOR_PARTITION } from './vendor-registry';
import { ACCOUNT, LOG_GROUP_PREFIX, METRIC_NAMESPACE, REGION } from '../../private/options/names';
import { checkRegistryRegion, partitionOf } from '../../private/options/partitions';
import { OptionReader } from '../../private/options/reader';
import { ownPolicy, warnOfOtherAccount } from '../../private/options/things/accounts';
import { ASSUMABLE_ROLE } from '../../private/options/things/things';
import { unique } from '../../private/options/unique';
import { matching, memberOf } from '../../private/options/validators';
import { readSessionManager } from '../../private/roles/session-manager';
import { readStorage } from '../cluster/storage';

export type Cluster = ReturnType<typeof readCluster>;
export type ContainerRegistry = ReturnType<typeof readRegistry>;
export type CloudWatch = ReturnType<typeof readCloudWatch>;

const CLUSTER_ID = matching('the id of a cluster: lower-case letters, digits, . _ and -',
  /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/, /[a-z0-9._-]/);
const IMAGE = matching("the name of an image such as 'base', without tag",
  /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/, /[a-z0-9._/-]/);
const EKS_CLUSTER = matching('the name of an EKS cluster: 1 to 100 letters, digits, - and _',
  /^[A-Za-z0-9][\w-]{0,99}$/, /[\w-]/);
const CREATION = memberOf('HopsworksRepositoryCreation', HopsworksRepositoryCreation);

/** Reads and checks the options of a managed cluster. */
export function readCluster(read: OptionReader<HopsworksInstanceProfileProps>) {
  return {
    storage: readStorage(read),
    containerRegistry: read.structOr('containerRegistry', {}, readContainerRegistry),
    cloudWatch: read.struct('cloudWatch', readCloudWatch),
    eksClusterName: read.struct('eks', eks => eks.required('clusterName', EKS_CLUSTER)),
    assumableRoles: read.arns('assumableRoles', ASSUMABLE_ROLE),
    sessionManager: readSessionManager(read),
  };
}

function readContainerRegistry(read: OptionReader<HopsworksContainerRegistryOptions>) {
  const repositoryCreation = read.value('repositoryCreation', CREATION) ?? HopsworksRepositoryCreation.ANYWHERE;
  return repositoryCreation === HopsworksRepositoryCreation.NO_REGISTRY
    ? withoutRegistry(read) : readRegistry(read, repositoryCreation);
}

const OF_REGISTRY = ['region', 'accountId', 'clusterId', 'images', 'vendorAccountId', 'vendorRegion'] as const;

function withoutRegistry(read: OptionReader<HopsworksContainerRegistryOptions>): undefined {
  const other = OF_REGISTRY.find(option => read.has(option));
  if (other !== undefined) {
    read.fail(
      `'${read.pathOf(other)}' cannot be combined with '${read.pathOf('repositoryCreation')}' NO_REGISTRY: remove one of them`,
    );
  }
}

function readRegistry(
  read: OptionReader<HopsworksContainerRegistryOptions>, repositoryCreation: HopsworksRepositoryCreation,
) {
  const region = readRegistryRegion(read, 'region');
  const vendorRegion = readRegistryRegion(read, 'vendorRegion') ?? region;
  const accountId = read.value('accountId', ACCOUNT);
  const vendorAccountId = read.value('vendorAccountId', ACCOUNT);
  const clusterId = read.value('clusterId', CLUSTER_ID);
  const images = read.list('images', IMAGE);
  if (repositoryCreation === HopsworksRepositoryCreation.IN_CLUSTER && clusterId === undefined) {
    read.fail(
      `'${read.pathOf('repositoryCreation')}' requires '${read.pathOf('clusterId')}' if it is IN_CLUSTER: set it, or ` +
        'create the repositories yourself and set NONE',
    );
  }
  if (accountId !== undefined) {
    warnOfOtherAccount(read.scope, read.pathOf('accountId'), {
      account: accountId, resource: 'repositories', advice: ownPolicy('the repository policies'),
    });
  }
  if (vendorAccountId === undefined) {
    warnOfUnknownVendorRegistry(read, vendorRegion ?? Stack.of(read.scope).region);
  }
  return {
    images: images.length === 0 ? IMAGES : unique(images),
    // For the cluster's images. If undefined, the region and account of the stack apply.
    region,
    accountId,
    // The part of the repository name before the image.
    namespace: clusterId ?? '*',
    vendorRegion,
    vendorAccountId: vendorAccountId ?? VENDOR_ACCOUNT,
    repositoryCreation,
  };
}

function readRegistryRegion(read: OptionReader<HopsworksContainerRegistryOptions>, option: 'region' | 'vendorRegion') {
  const region = read.value(option, REGION);
  checkRegistryRegion(read.scope, read.pathOf(option), region);
  return region;
}

function warnOfUnknownVendorRegistry(read: OptionReader<HopsworksContainerRegistryOptions>, region: string): void {
  const partition = partitionOf(region);
  if (partition !== undefined && partition !== VENDOR_PARTITION) {
    read.warn(
      'vendorRegistry',
      `the registry of Hopsworks (account ${VENDOR_ACCOUNT}) is known only in the partition ${VENDOR_PARTITION}, but ` +
        `${region} is in ${partition}: set the account with its images there in '${read.pathOf('vendorAccountId')}'`,
    );
  }
}

function readCloudWatch(read: OptionReader<HopsworksCloudWatchOptions>) {
  const prefixes = read.list('logGroupPrefixes', LOG_GROUP_PREFIX);
  return {
    logGroupPrefixes: prefixes.length > 0 ? unique(prefixes) : [''],
    // Empty for all namespaces.
    metricNamespaces: unique(read.list('metricNamespaces', METRIC_NAMESPACE)),
  };
}
