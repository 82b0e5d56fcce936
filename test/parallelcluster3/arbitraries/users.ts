import * as fc from 'fast-check';
import {
  ParallelClusterIamAccess, ParallelClusterPermissionsBoundary, ParallelClusterPermissionsBoundaryProps,
  ParallelClusterResourcePrefix, ParallelClusterUserEfs, ParallelClusterUserFsxForLustre,
  ParallelClusterUserLogRetrieval, ParallelClusterUserPolicy, ParallelClusterUserPolicyProps,
  ParallelClusterSecretsOptions, ParallelClusterStorageOptions, ParallelClusterVersion,
} from '../../../src';
import {
  both, bucket, codeOf, flag, key, listOf, location, Maker, maker, oneOf, OptionArbitraries, options, role, values,
} from '../../support/arbitraries';
import { statementOverrides } from '../../support/role-arbitraries';
import { SUBJECT } from '../../support/row';

const policy = oneOf({ 'a managed policy': given => given.managedPolicy('audit') });
const statement = oneOf({ 'a statement': given => given.statement() });
const efsFileSystem = oneOf({ 'a file system': given => given.fileSystem('home') });
const lustre = oneOf({ 'a Lustre file system': given => given.lustre('scratch') });
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

const versions = oneOf(Object.fromEntries(
  (['V3_8', 'V3_14', 'LATEST'] as const).map(name => [name, () => ParallelClusterVersion[name]])));

const awsBatch = values({});

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

type User = OptionArbitraries<Omit<ParallelClusterUserPolicyProps, 'awsBatch' | 'iamAccess'>>;

const user: User = {
  ...common,
  fsxForLustre: fc.oneof(
    options<Pick<ParallelClusterUserFsxForLustre, 'fileSystems'>>({ fileSystems: listOf(lustre) }),
    options<Pick<ParallelClusterUserFsxForLustre, 'dataRepositories'>>({ dataRepositories: listOf(location) }),
  ),
  loginNodes: flag,
  logRetrieval: options<ParallelClusterUserLogRetrieval>({ exportLocations: listOf(location) }),
  efs: options<ParallelClusterUserEfs>({ fileSystems: listOf(efsFileSystem) }, 'fileSystems'),
  managedPolicyNamePrefix: values('hpc-'),
  path: values('/', '/hpc/'),
  users: listOf(oneOf({ 'a user': given => given.user('ann') })),
  groups: listOf(oneOf({ 'a group': given => given.group('team') })),
  roles: listOf(role),
};

/** Options that older versions also have. */
const { resourcePrefix: _prefix, ...older } = {
  ...common,
  version: oneOf({ V3_2: () => ParallelClusterVersion.V3_2 }),
  secrets: options<Pick<ParallelClusterSecretsOptions, 'passwords'>>({ passwords: listOf(secret) }, 'passwords'),
};
const { resourcePrefix: _userPrefix, ...olderUser } = { ...user, ...older, loginNodes: values(false) };

type OlderUser = Omit<ParallelClusterUserPolicyProps, 'resourcePrefix'>;

/** Builds the policies of a user with random options, under the id `SUBJECT`. */
export const randomUserPolicy: fc.Arbitrary<Maker<ParallelClusterUserPolicy>> = fc.oneof(
  options<ParallelClusterUserPolicyProps>({ ...user, awsBatch, iamAccess }, 'iamAccess'),
  options<Omit<ParallelClusterUserPolicyProps, 'awsBatch'>>({ ...user, iamAccess: restricted }),
  options<OlderUser>({ ...olderUser, awsBatch, iamAccess }, 'version', 'iamAccess'),
  options<Omit<OlderUser, 'awsBatch'>>({ ...olderUser, iamAccess: restricted }, 'version'),
).map(made => maker(`new ParallelClusterUserPolicy(${codeOf(made)})`, given =>
  new ParallelClusterUserPolicy(given.stack, SUBJECT, made(given))));

type Boundary = Omit<ParallelClusterPermissionsBoundaryProps, 'awsBatch' | 'imageBuild'>;
type Builds = Pick<ParallelClusterPermissionsBoundaryProps, 'awsBatch' | 'imageBuild'>;

const names = { managedPolicyName: values('hpc-boundary'), path: values('/', '/hpc/') };
const { secrets: _secrets, storage: _storage, additionalStatements: _statements, ...small } = { ...common, ...names };

/** With names, both features exceed the size of a managed policy. */
const boundary: fc.Arbitrary<Maker<ParallelClusterPermissionsBoundaryProps>> = fc.oneof(
  ...[options<Builds>({ awsBatch, imageBuild: values(false) }), options<Omit<Builds, 'awsBatch'>>({ imageBuild: flag })]
    .flatMap(builds => [
      { weight: 3, arbitrary: both(options<Boundary>({ ...common, ...names }), builds) },
      { weight: 1, arbitrary: both(options<Omit<Boundary, 'resourcePrefix'>>({ ...older, ...names }, 'version'), builds) },
    ]),
  options<Omit<Boundary, 'secrets' | 'storage' | 'additionalStatements'> & Builds>(
    { ...small, awsBatch, imageBuild: values(true) }, 'awsBatch', 'imageBuild'),
);

/** Builds a boundary with random options, under the id `SUBJECT`. */
export const randomBoundary: fc.Arbitrary<Maker<ParallelClusterPermissionsBoundary>> = boundary.map(made =>
  maker(`new ParallelClusterPermissionsBoundary(${codeOf(made)})`, given =>
    new ParallelClusterPermissionsBoundary(given.stack, SUBJECT, made(given))));
