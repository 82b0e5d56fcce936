import { Stack } from 'aws-cdk-lib';
import { Asker, Vendor } from './askers';
import { StackKind } from './handlers';
import { CLUSTER, Configuration, CONFIGURATIONS, Given, Mode, since } from './parallelcluster3-configurations';
import { RECORDED } from '../../judge/vendors/recording';
import {
  ParallelClusterComputeNodeRole, ParallelClusterHeadNodeRole, ParallelClusterIamAccess,
  ParallelClusterImageBuilderRole, ParallelClusterImageCleanupRole, ParallelClusterLambdaFunctionsRole,
  ParallelClusterLoginNodeRole, ParallelClusterPermissionsBoundary, ParallelClusterPolicyOptions,
  ParallelClusterUseClustersOptions, ParallelClusterUserPolicy, ParallelClusterUserPolicyProps, ParallelClusterVersion,
  S3Location,
} from '../../src';
import { SUBJECT } from '../support/row';

function iamAccess(mode: Mode, given: Given): ParallelClusterIamAccess {
  const additional = [given.managedPolicy('MyAdditional')];
  switch (mode) {
    case 'privileged':
      return ParallelClusterIamAccess.privileged(additional);
    case 'bounded':
      return ParallelClusterIamAccess.withinBoundary(given.managedPolicy('MyBoundary'), additional);
    case 'restricted':
      return ParallelClusterIamAccess.restricted();
  }
}

function commonOptions(
  { common, isBatch, isImage }: Configuration, given: Given, release: string,
): ParallelClusterPolicyOptions {
  return {
    version: ParallelClusterVersion.of(release),
    awsBatch: isBatch ? {} : undefined,
    imageBuild: isImage,
    ...common?.(given, release),
  };
}

/** The bucket of clusters and images that have no own one. */
const DEFAULT_BUCKET = 'parallelcluster-89e4e5f1cd12e98b-v1-do-not-delete';

/** Commands on clusters that exist. */
const USING = [
  'dcv-connect', 'describe-cluster', 'describe-cluster-instances', 'describe-compute-fleet', 'list-clusters', 'ssh',
  'update-compute-fleet',
];
/** Commands on the logs of clusters and images. */
const READING_LOGS = ['cluster', 'image'].flatMap(of => [
  `export-${of}-logs`, `get-${of}-log-events`, `get-${of}-stack-events`, `list-${of}-log-streams`,
]);

/**
 * The policies of users: those who make clusters or images, one for each way in which they may treat roles, and those
 * who only use clusters or read logs.
 */
function users(configuration: Configuration, release: string): readonly Asker[] {
  const { modes = ['privileged'], clusters, isImage } = configuration;
  const makers = modes.map(mode => user(mode, given => ({
    ...commonOptions(configuration, given, release),
    iamAccess: iamAccess(mode, given),
    logRetrieval: logRetrieval(given),
    createClusters: isImage ? undefined : clusters?.(given, release) ?? {},
  })));
  const version = ParallelClusterVersion.of(release);
  const reader = user('reads logs', given => ({ version, logRetrieval: logRetrieval(given) }), READING_LOGS);
  return [...makers, reader, ...(isImage ? [] : [useOnly(configuration, release)])];
}

/** Who uses clusters names the bucket with their configurations, if it is not that of ParallelCluster. */
function useOnly(configuration: Configuration, release: string): Asker {
  return user('uses clusters', given => {
    const { version, awsBatch, storage } = commonOptions(configuration, given, release);
    const useClusters = fleetsOf(given, awsBatch);
    return { version, awsBatch, storage: configuration.ownBucket ? storage : undefined, useClusters };
  }, USING);
}

function fleetsOf(given: Given, awsBatch: object | undefined): ParallelClusterUseClustersOptions {
  return awsBatch ? { computeEnvironments: [given.computeEnvironment('PclusterComputeEnviron-x')] } : {};
}

function user(
  name: string, props: (given: Given) => ParallelClusterUserPolicyProps, commands?: readonly string[],
): Asker {
  return {
    name: `ParallelClusterUserPolicy, ${name}`,
    commands,
    build: (stack, given) => new ParallelClusterUserPolicy(stack, SUBJECT, props(given)),
  };
}

function logRetrieval(given: Given) {
  return { exportLocations: ['my-logs', DEFAULT_BUCKET].map(name => S3Location.bucket(given.bucket(name))) };
}

function boundary(configuration: Configuration, release: string): Asker {
  return {
    name: 'ParallelClusterPermissionsBoundary',
    build: (stack, given) => new ParallelClusterPermissionsBoundary(stack, SUBJECT, {
      ...commonOptions(configuration, given, release),
      ...configuration.bounded?.(given),
    }),
  };
}

type Build = (stack: Stack, given: Given, configuration: Configuration, release: string) => ReturnType<Asker['build']>;

const ofCluster = (release: string) => ({ clusterName: CLUSTER, version: ParallelClusterVersion.of(release) });
const bucketOf = ({ ownBucket }: Configuration, given: Given) =>
  ownBucket ? { customS3Bucket: { bucket: given.bucket('my-artifacts') } } : {};
const scheduled = <T>({ isBatch }: Configuration, slurm: T) => isBatch ? { awsBatch: {} } : { slurm };

/** The roles, by the subject of recorded calls. */
const ROLES: Readonly<Partial<Record<string, Build>>> = {
  'head-node': (stack, given, configuration, release) => new ParallelClusterHeadNodeRole(stack, SUBJECT, {
    ...ofCluster(release),
    ...scheduled(configuration, configuration.slurm?.(given, release) ?? {}),
    ...bucketOf(configuration, given),
    ...configuration.node?.(given, release),
    ...configuration.headNode?.(given, release),
  }),
  'compute-node': (stack, given, { node }, release) =>
    new ParallelClusterComputeNodeRole(stack, SUBJECT, { ...ofCluster(release), ...node?.(given, release) }),
  'login-node': (stack, given, { node }, release) =>
    new ParallelClusterLoginNodeRole(stack, SUBJECT, { ...ofCluster(release), ...node?.(given, release) }),
  'lambda-functions': (stack, given, configuration, release) => new ParallelClusterLambdaFunctionsRole(stack, SUBJECT, {
    ...ofCluster(release),
    ...scheduled(configuration, {}),
    ...bucketOf(configuration, given),
    ...(configuration.inVpc ? since('3.4.0', release, { vpc: true }) : {}),
  }),
  'image-builder': (stack, given) => new ParallelClusterImageBuilderRole(stack, SUBJECT, {
    scripts: { locations: [S3Location.exactObject(given.bucket('my-data'), 'component.sh')] },
  }),
  'image-cleanup': (stack, _given, { inVpc }, release) => new ParallelClusterImageCleanupRole(stack, SUBJECT, {
    version: ParallelClusterVersion.of(release), ...(inVpc ? since('3.4.0', release, { vpc: true }) : {}),
  }),
};

/** The users of a configuration, or the role of the subject and the boundary that it may have. */
function askers(name: string, subject: string, release: string): readonly Asker[] {
  const configuration = CONFIGURATIONS[name];
  if (!configuration) {
    throw new Error(`test/vendors/parallelcluster3.ts has no options for the configuration ${name}`);
  }
  if (subject === 'user') {
    return users(configuration, release);
  }
  const build = ROLES[subject];
  const ofRole = build && ((stack: Stack, given: Given) => build(stack, given, configuration, release));
  return [...(ofRole ? [{ name: subject, build: ofRole }] : []), boundary(configuration, release)];
}

const STACK_OF_CLUSTER: StackKind = {
  tags: { 'parallelcluster:cluster-name': CLUSTER }, operations: ['create', 'update', 'delete'],
};
const STACK_OF_IMAGE: StackKind = { tags: { 'parallelcluster:image_id': CLUSTER }, operations: ['create', 'delete'] };

export const PARALLELCLUSTER3: Vendor = {
  name: 'parallelcluster3',
  environment: RECORDED,
  stackOf: name => CONFIGURATIONS[name].isImage ? STACK_OF_IMAGE : STACK_OF_CLUSTER,
  askers,
};
