import * as fc from 'fast-check';
import {
  ParallelClusterCreateClustersOptions, ParallelClusterIamAccess, ParallelClusterPermissionsBoundary,
  ParallelClusterPermissionsBoundaryProps, ParallelClusterResourcePrefix, ParallelClusterSecretsOptions,
  ParallelClusterStorageOptions, ParallelClusterUseClustersOptions, ParallelClusterUserEfs,
  ParallelClusterUserFsxForLustre, ParallelClusterUserLogRetrieval, ParallelClusterUserPolicy,
  ParallelClusterUserPolicyProps, ParallelClusterVersion,
} from '../../../src';
import {
  both, bucket, codeOf, flag, key, listOf, location, Maker, maker, oneOf, OptionArbitraries, options, role, values,
} from '../../support/arbitraries';
import { statementOverrides } from '../../support/role-arbitraries';
import { SUBJECT } from '../../support/row';

const policy = oneOf({ 'a managed policy': given => given.managedPolicy('audit') });
const statement = oneOf({ 'a statement': given => given.statement() });
const efsFileSystem = oneOf({ 'a file system': given => given.fileSystem('home') });
const secret = oneOf({
  'a secret': given => given.secret('directory'),
  'a new secret': given => given.newSecret('database'),
  'an encrypted secret': given => given.encryptedSecret('munge'),
});

const iamAccess = fc.oneof(
  oneOf({
    'privileged()': () => ParallelClusterIamAccess.privileged(),
    'withinBoundary(a policy)': given => ParallelClusterIamAccess.withinBoundary(given.managedPolicy('boundary')),
  }),
  listOf(policy).map(policies =>
    maker(`privileged(${codeOf(policies)})`, given => ParallelClusterIamAccess.privileged(policies(given)))),
);
const restricted = fc.oneof(
  oneOf({ 'restricted()': () => ParallelClusterIamAccess.restricted() }),
  listOf(role).map(roles =>
    maker(`restricted(${codeOf(roles)})`, given => ParallelClusterIamAccess.restricted(roles(given)))),
);

const versionOf = (...names: readonly ('V3_2' | 'V3_8' | 'V3_14' | 'V3_15' | 'LATEST')[]) =>
  oneOf(Object.fromEntries(names.map(name => [name, () => ParallelClusterVersion[name]])));
const versions = versionOf('V3_8', 'V3_14', 'V3_15', 'LATEST');
/** Those that have AWS Batch. */
const batchVersions = versionOf('V3_8', 'V3_14', 'V3_15');

const awsBatch = values({});

const createClusters = (loginNodes: fc.Arbitrary<Maker<boolean>>) => options<ParallelClusterCreateClustersOptions>({
  efs: options<ParallelClusterUserEfs>({ fileSystems: listOf(efsFileSystem) }, 'fileSystems'),
  configurationFiles: listOf(location),
  existingFsx: flag,
  fsxForLustre: options<ParallelClusterUserFsxForLustre>({ dataRepositories: listOf(location) }),
  loginNodes,
});

const common = {
  version: versions,
  imageBuild: flag,
  secrets: options<ParallelClusterSecretsOptions>({
    passwords: listOf(secret),
    passwordParameters: listOf(oneOf({ 'a parameter': given => given.parameter('directory') })),
    mungeKeys: listOf(secret),
  }, 'mungeKeys'),
  storage: options<ParallelClusterStorageOptions>({ buckets: listOf(bucket), keys: listOf(key) }, 'buckets'),
  regions: oneOf({ 'the region of the stack': ({ stack }) => [stack.region] }),
  resourcePrefix: options<ParallelClusterResourcePrefix>(
    { path: values('/hpc/'), namePrefix: values('team-') }, 'path', 'namePrefix'),
  additionalStatements: listOf(statement),
  statementOverrides,
};

const clusterNames = values(['weather'], ['weather', 'ocean']);
/** Only clusters with AWS Batch have compute environments. */
const useBatch = options<ParallelClusterUseClustersOptions>({
  clusterNames,
  computeEnvironments: listOf(oneOf({
    'a compute environment': given => given.computeEnvironment('PclusterComputeEnviron-1a2b'),
    'another compute environment': given => given.computeEnvironment('PclusterComputeEnviron-3c4d'),
  })),
});

type User = OptionArbitraries<Omit<ParallelClusterUserPolicyProps, 'awsBatch' | 'iamAccess'>>;

const user: User = {
  ...common,
  createClusters: createClusters(flag),
  useClusters: options<Omit<ParallelClusterUseClustersOptions, 'computeEnvironments'>>({ clusterNames }),
  logRetrieval: options<ParallelClusterUserLogRetrieval>({ exportLocations: listOf(location) }),
  managedPolicyNamePrefix: values('hpc-'),
  path: values('/', '/hpc/'),
  users: listOf(oneOf({ 'a user': given => given.user('ann') })),
  groups: listOf(oneOf({ 'a group': given => given.group('team') })),
  roles: listOf(role),
};

/** Options that older versions also have. */
const { resourcePrefix: _prefix, ...older } = {
  ...common,
  version: versionOf('V3_2'),
  secrets: options<Pick<ParallelClusterSecretsOptions, 'passwords'>>({ passwords: listOf(secret) }, 'passwords'),
};
const { resourcePrefix: _userPrefix, ...olderUser } =
  { ...user, ...older, createClusters: createClusters(values(false)) };
/** Options of users who create no clusters. */
const { createClusters: _create, secrets: _ofClusters, resourcePrefix: _ofRoles, ...otherUser } = user;

/** Users who create nothing name no keys. */
const buckets = options<Pick<ParallelClusterStorageOptions, 'buckets'>>({ buckets: listOf(bucket) }, 'buckets');

type Props = ParallelClusterUserPolicyProps;
type OlderUser = Omit<Props, 'resourcePrefix'>;
type OtherUser = Omit<Props, 'createClusters' | 'secrets' | 'resourcePrefix'>;

/** Builds the policies of a user with random options, under the id `SUBJECT`. */
export const randomUserPolicy: fc.Arbitrary<Maker<ParallelClusterUserPolicy>> = fc.oneof(
  options<Props>({ ...user, awsBatch, iamAccess, version: batchVersions }, 'createClusters', 'iamAccess', 'version'),
  options<Omit<Props, 'awsBatch'>>({ ...user, iamAccess: fc.oneof(iamAccess, restricted) }, 'createClusters'),
  options<OlderUser>({ ...olderUser, awsBatch, iamAccess }, 'createClusters', 'version', 'iamAccess'),
  options<Omit<OlderUser, 'awsBatch'>>({ ...olderUser, iamAccess: restricted }, 'createClusters', 'version'),
  options<Omit<OtherUser, 'iamAccess'>>(
    { ...otherUser, awsBatch, version: batchVersions, storage: buckets }, 'useClusters', 'version'),
  options<Omit<OtherUser, 'iamAccess'>>(
    { ...otherUser, useClusters: useBatch, awsBatch, version: fc.oneof(batchVersions, versionOf('V3_2')), storage: buckets },
    'useClusters', 'awsBatch', 'version'),
  options<Props>({ ...user, useClusters: useBatch, awsBatch, iamAccess, version: batchVersions },
    'createClusters', 'useClusters', 'awsBatch', 'iamAccess', 'version'),
  options<Omit<OtherUser, 'awsBatch'>>({ ...otherUser, iamAccess, imageBuild: values(true) }, 'imageBuild'),
).map(made => maker(`new ParallelClusterUserPolicy(${codeOf(made)})`, given =>
  new ParallelClusterUserPolicy(given.stack, SUBJECT, made(given))));

type Boundary = Omit<ParallelClusterPermissionsBoundaryProps, 'awsBatch' | 'imageBuild'>;
type Builds = Pick<ParallelClusterPermissionsBoundaryProps, 'awsBatch' | 'imageBuild'>;

const names = { managedPolicyName: values('hpc-boundary'), path: values('/', '/hpc/') };
const { secrets: _secrets, storage: _storage, additionalStatements: _statements, ...small } = { ...common, ...names };

const withBatch = { awsBatch, version: batchVersions };

/** With names, both features exceed the size of a managed policy. */
const boundary: fc.Arbitrary<Maker<ParallelClusterPermissionsBoundaryProps>> = fc.oneof(
  {
    weight: 3,
    arbitrary: options<Boundary & Builds>(
      { ...common, ...names, ...withBatch, imageBuild: values(false) }, 'version'),
  },
  { weight: 3, arbitrary: options<Boundary & Omit<Builds, 'awsBatch'>>({ ...common, ...names, imageBuild: flag }) },
  ...[options<Builds>({ awsBatch, imageBuild: values(false) }), options<Omit<Builds, 'awsBatch'>>({ imageBuild: flag })]
    .map(builds => both(options<Omit<Boundary, 'resourcePrefix'>>({ ...older, ...names }, 'version'), builds)),
  options<Omit<Boundary, 'secrets' | 'storage' | 'additionalStatements'> & Builds>(
    { ...small, ...withBatch, imageBuild: values(true) }, 'awsBatch', 'imageBuild', 'version'),
);

/** Builds a boundary with random options, under the id `SUBJECT`. */
export const randomBoundary: fc.Arbitrary<Maker<ParallelClusterPermissionsBoundary>> = boundary.map(made =>
  maker(`new ParallelClusterPermissionsBoundary(${codeOf(made)})`, given =>
    new ParallelClusterPermissionsBoundary(given.stack, SUBJECT, made(given))));
