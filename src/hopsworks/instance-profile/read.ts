import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';
import {
  HopsworksCloudWatchOptions, HopsworksContainerRegistryOptions, HopsworksEksOptions, HopsworksRepositoryCreation,
} from './props';
import { rolesToAssume } from './role-chaining';
import { IMAGES, VENDOR_ACCOUNT, VENDOR_PARTITION } from './vendor-registry';
import { warnOfOtherAccount } from '../../private/options/accounts';
import { fail, warn } from '../../private/options/errors';
import { OptionReader, unique } from '../../private/options/option-reader';
import { checkRegistryRegion, partitionOf } from '../../private/options/partitions';
import { checked, Kind, optional, text } from '../../private/options/validators';
import { Storage, storageOf } from '../cluster/storage';
import { HopsworksStorageProps } from '../cluster/storage-props';

// What the policy is made of: the options of a managed cluster, checked.

export interface ContainerRegistry {
  readonly images: readonly string[];
  /** Of the cluster's images: nothing stands for the place of the stack. */
  readonly region?: string;
  readonly accountId?: string;
  /** What stands before the images: the id of the cluster, or a wildcard. */
  readonly namespace: string;
  readonly vendorRegion?: string;
  readonly vendorAccountId: string;
  readonly repositoryCreation: HopsworksRepositoryCreation;
}

export interface CloudWatch {
  readonly logGroupPrefixes: readonly string[];
  /** Nothing for all. */
  readonly metricNamespaces: readonly string[];
}

export interface Cluster {
  readonly storage: Storage;
  readonly containerRegistry: ContainerRegistry;
  readonly cloudWatch?: CloudWatch;
  /** The name of the EKS cluster. */
  readonly eks?: string;
  readonly assumableRoles: readonly string[];
}

/** The options of all parts of a cluster. */
export interface ClusterProps extends HopsworksStorageProps {
  readonly containerRegistry?: HopsworksContainerRegistryOptions;
  readonly cloudWatch?: HopsworksCloudWatchOptions;
  readonly eks?: HopsworksEksOptions;
  readonly assumableRoles?: readonly iam.IRole[];
}

const ACCOUNT = text('an account of twelve digits', /^\d{12}$/);
const REGION = text("a region such as 'eu-north-1'", /^[a-z]{2}(?:-[a-z]+)+-\d+$/);
const CLUSTER_ID = text('the id of a cluster: lower-case letters, digits, . _ and -', /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/);
const IMAGE = text("the name of an image such as 'base', without tag", /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/);
const LOG_GROUP_PREFIX = text('the beginning of log group names: letters, digits and . - _ / #', /^[\w./#-]{1,512}$/);
const NAMESPACE = text(
  "a CloudWatch namespace such as 'CWAgent', not only wildcards", /^(?=.*[^*?])[^:].{0,254}$/);
const EKS_CLUSTER = text(
  'the name of an EKS cluster: 1 to 100 letters, digits, - and _', /^[A-Za-z0-9][\w-]{0,99}$/);
const CREATION: Kind<HopsworksRepositoryCreation> = {
  what: 'a HopsworksRepositoryCreation',
  is: (value): value is HopsworksRepositoryCreation =>
    Object.values<unknown>(HopsworksRepositoryCreation).includes(value),
};

/** Fails for options that can't be right. */
export function clusterOf(scope: IConstruct, props: ClusterProps): Cluster {
  const read = OptionReader.of(scope, '', props);
  const { containerRegistry: registry = {} } = props;
  return {
    storage: storageOf(read, props),
    containerRegistry: read.optionalStruct('containerRegistry', registry, containerRegistry)!,
    cloudWatch: read.optionalStruct('cloudWatch', props.cloudWatch, cloudWatch),
    eks: read.optionalStruct('eks', props.eks, eksCluster),
    assumableRoles: rolesToAssume(read, props.assumableRoles),
  };
}

function containerRegistry(read: OptionReader, options: HopsworksContainerRegistryOptions): ContainerRegistry {
  const { region, accountId, clusterId, vendorRegion, vendorAccountId, repositoryCreation } = options;
  const check = <T>(option: string, value: T | undefined, kind: Kind<T>) =>
    optional(read.scope, read.pathOf(option), value, kind);
  check('region', region, REGION);
  check('accountId', accountId, ACCOUNT);
  check('clusterId', clusterId, CLUSTER_ID);
  check('vendorRegion', vendorRegion, REGION);
  check('vendorAccountId', vendorAccountId, ACCOUNT);
  check('repositoryCreation', repositoryCreation, CREATION);
  checkRegistryRegion(read.scope, read.pathOf('region'), region);
  checkRegistryRegion(read.scope, read.pathOf('vendorRegion'), vendorRegion);
  if (repositoryCreation === HopsworksRepositoryCreation.IN_CLUSTER && clusterId === undefined) {
    fail(
      read.scope,
      `'${read.pathOf('repositoryCreation')}' can't be IN_CLUSTER without '${read.pathOf('clusterId')}': name the ` +
        'cluster, or create its repositories yourself and set NONE',
    );
  }
  if (accountId !== undefined) {
    warnOfOtherAccount(read.scope, read.pathOf('accountId'), accountId, 'the repository policies');
  }
  if (vendorAccountId === undefined) {
    warnOfUnknownVendorRegistry(read, vendorRegion ?? region ?? Stack.of(read.scope).region);
  }
  return {
    images: options.images === undefined
      ? IMAGES
      : unique(read.list('images', options.images, IMAGE, 'a cluster consists of them')),
    region,
    accountId,
    namespace: clusterId ?? '*',
    vendorRegion: vendorRegion ?? region,
    vendorAccountId: vendorAccountId ?? VENDOR_ACCOUNT,
    repositoryCreation: repositoryCreation ?? HopsworksRepositoryCreation.ANYWHERE,
  };
}

function warnOfUnknownVendorRegistry(read: OptionReader, region: string): void {
  const partition = partitionOf(region);
  if (partition !== undefined && partition !== VENDOR_PARTITION) {
    warn(
      read.scope,
      'vendorRegistry',
      `the registry of Hopsworks (account ${VENDOR_ACCOUNT}) is known in the partition ${VENDOR_PARTITION} only, and ` +
        `${region} is in ${partition}: name the account that has its images there in '${read.pathOf('vendorAccountId')}'`,
    );
  }
}

function cloudWatch(read: OptionReader, options: HopsworksCloudWatchOptions): CloudWatch {
  const prefixes = read.optionalList('logGroupPrefixes', options.logGroupPrefixes, LOG_GROUP_PREFIX);
  return {
    logGroupPrefixes: prefixes.length > 0 ? unique(prefixes) : [''],
    metricNamespaces: unique(read.optionalList('metricNamespaces', options.metricNamespaces, NAMESPACE)),
  };
}

function eksCluster(read: OptionReader, { clusterName }: HopsworksEksOptions): string {
  return checked(read.scope, read.pathOf('clusterName'), clusterName, EKS_CLUSTER);
}
