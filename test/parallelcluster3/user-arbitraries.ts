import * as fc from 'fast-check';
import {
  ParallelClusterIamAccess, ParallelClusterPermissionsBoundary, ParallelClusterPermissionsBoundaryProps,
  ParallelClusterResourcePrefix, ParallelClusterUserEfs, ParallelClusterUserFsxForLustre,
  ParallelClusterUserLogRetrieval, ParallelClusterUserPolicy, ParallelClusterUserPolicyProps,
  ParallelClusterSecretsOptions, ParallelClusterStorageOptions, ParallelClusterVersion,
} from '../../src';
import {
  bucket, codeOf, flag, key, listOf, location, Maker, maker, oneOf, OptionArbitraries, options, role, values,
} from '../support/arbitraries';
import { SUBJECT } from '../support/row';

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
  (['V3_8', 'V3_10', 'V3_13', 'V3_14', 'LATEST'] as const).map(name => [name, () => ParallelClusterVersion[name]])));

const common = {
  version: versions,
  imageBuild: flag,
  secrets: options<ParallelClusterSecretsOptions>({
    passwords: listOf(secret),
    passwordParameters: listOf(oneOf({ 'a parameter': given => given.parameter('directory') })),
    mungeKeys: listOf(secret),
  }, 'mungeKeys'),
  storage: options<ParallelClusterStorageOptions>({ buckets: listOf(bucket), keys: listOf(key) }, 'buckets'),
  region: values('eu-central-1', 'us-gov-west-1'),
  resourcePrefix: options<ParallelClusterResourcePrefix>(
    { path: values('/hpc/'), namePrefix: values('team-') }, 'path', 'namePrefix'),
  additionalStatements: listOf(statement),
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

/** Builds the policies of a user with random options, under the id `SUBJECT`. */
export const randomUserPolicy: fc.Arbitrary<Maker<ParallelClusterUserPolicy>> = fc.oneof(
  options<ParallelClusterUserPolicyProps>({ ...user, awsBatch: flag, iamAccess }, 'iamAccess'),
  options<ParallelClusterUserPolicyProps>({ ...user, awsBatch: values(false), iamAccess: restricted }),
).map(made => maker(`new ParallelClusterUserPolicy(${codeOf(made)})`, given =>
  new ParallelClusterUserPolicy(given.stack, SUBJECT, made(given))));

type Boundary = OptionArbitraries<Omit<ParallelClusterPermissionsBoundaryProps, 'awsBatch' | 'imageBuild'>>;

const boundary: Boundary = { ...common, managedPolicyName: values('hpc-boundary'), path: values('/', '/hpc/') };

/** Builds a boundary with random options, under the id `SUBJECT`. Not with both: with names they are too large. */
export const randomBoundary: fc.Arbitrary<Maker<ParallelClusterPermissionsBoundary>> = fc.oneof(
  options<ParallelClusterPermissionsBoundaryProps>({ ...boundary, awsBatch: flag, imageBuild: values(false) }),
  options<ParallelClusterPermissionsBoundaryProps>({ ...boundary, awsBatch: values(false), imageBuild: flag }),
).map(made => maker(`new ParallelClusterPermissionsBoundary(${codeOf(made)})`, given =>
  new ParallelClusterPermissionsBoundary(given.stack, SUBJECT, made(given))));
