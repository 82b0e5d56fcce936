import { Construct } from 'constructs';
import * as fc from 'fast-check';
import {
  ParallelClusterAwsBatchHeadNodeOptions, ParallelClusterComputeNodeRole, ParallelClusterComputeNodeRoleProps,
  ParallelClusterCustomBucket, ParallelClusterEfsAccess, ParallelClusterHeadNodeRole, ParallelClusterHeadNodeRoleProps,
  ParallelClusterHeadNodeSecrets, ParallelClusterImageBuilderRole, ParallelClusterImageBuilderRoleProps,
  ParallelClusterImageCleanupRole, ParallelClusterImageCleanupRoleProps, ParallelClusterImageScripts,
  ParallelClusterLambdaFunctionsRole, ParallelClusterLambdaFunctionsRoleProps, ParallelClusterLoginNodeRole,
  ParallelClusterLoginNodeRoleProps, ParallelClusterNodeRoleProps, ParallelClusterS3Access,
  ParallelClusterSlurmHeadNodeOptions, ParallelClusterSlurmLambdaOptions,
  ParallelClusterSlurmdbdRole, ParallelClusterSlurmdbdRoleProps, ParallelClusterVersion, PlatformEc2RoleProps,
} from '../../../src';
import {
  both, codeOf, flag, key, listOf, location, Maker, maker, oneOf, OptionArbitraries, options, role,
  sessionManager, values,
} from '../../support/arbitraries';
import { anyOf, EC2_ROLES, rolesOf, withAny } from '../../support/role-arbitraries';
import { SUBJECT } from '../../support/row';

/** The options of a construct, without those of every role. */
type Own<P> = Omit<P, keyof PlatformEc2RoleProps>;

/** Versions that have every option, and one that does not. */
const newVersion = oneOf({ V3_8: () => ParallelClusterVersion.V3_8, LATEST: () => ParallelClusterVersion.LATEST });
/** Versions that have AWS Batch. */
const batchVersion = oneOf({ V3_8: () => ParallelClusterVersion.V3_8, V3_15: () => ParallelClusterVersion.V3_15 });
const oldVersion = oneOf({ V3_2: () => ParallelClusterVersion.V3_2 });

const clusterName = values('hpc');
const efs = options<ParallelClusterEfsAccess>({
  fileSystems: listOf(oneOf({ 'a file system': given => given.fileSystem('home') })),
}, 'fileSystems');
const s3Access = fc.oneof(
  options<ParallelClusterS3Access>(
    { readable: listOf(location), writable: listOf(location), readableKeys: listOf(key), writableKeys: listOf(key) },
    'readable', 'writable'),
  options<Pick<ParallelClusterS3Access, 'readable' | 'readableKeys'>>(
    { readable: listOf(location), readableKeys: listOf(key) }, 'readable'),
  options<Pick<ParallelClusterS3Access, 'writable' | 'writableKeys'>>(
    { writable: listOf(location), writableKeys: listOf(key) }, 'writable'),
);
const customS3Bucket = options<ParallelClusterCustomBucket>({
  bucket: oneOf({
    'a bucket': given => given.bucket('artifacts'),
    'an encrypted bucket': given => given.encryptedBucket('artifacts'),
  }),
  encryptionKey: key,
}, 'bucket');
const hostedZone = oneOf({ 'a hosted zone': given => given.hostedZone('cluster') });
const secret = (name: string) => oneOf({
  'a secret': given => given.secret(name),
  'an encrypted secret': given => given.encryptedSecret(name),
});

/** What all nodes have, but for the switch of a policy of AWS. */
const node: OptionArbitraries<Omit<Own<ParallelClusterNodeRoleProps>, 'cloudWatchAgent'>> = {
  clusterName,
  efs,
  s3Access,
  sessionManager,
  version: newVersion,
};

type Slurm = ParallelClusterSlurmHeadNodeOptions;

const launch = {
  computeRoles: listOf(role),
  subnets: listOf(oneOf({ 'a subnet': given => given.subnet('cluster') })),
  imageIds: values(['ami-0123456789abcdef0']),
  keyPair: oneOf({ 'a key pair': given => given.keyPair('admin') }),
  capacityReservations: values(['cr-0123456789abcdef0']),
  capacityReservationGroups: listOf(oneOf({
    'a group': given => given.stack.formatArn({ service: 'resource-groups', resource: 'group', resourceName: 'reserved' }),
  })),
};

/** EC2 host names need no hosted zone. */
const slurm = (loginNodes: fc.Arbitrary<Maker<boolean>>) => fc.oneof(
  options<Slurm>({ ...launch, loginNodes, useEc2Hostnames: values(false), hostedZone }),
  options<Omit<Slurm, 'hostedZone'>>({ ...launch, loginNodes, useEc2Hostnames: values(true) }, 'useEc2Hostnames'),
);

type Secrets = ParallelClusterHeadNodeSecrets;

const shared = { databasePassword: secret('database'), mungeKey: secret('munge') };

/** A directory service has one password option. */
const secrets = (...required: (keyof typeof shared)[]) => fc.oneof(
  options<Omit<Secrets, 'directoryPasswordParameter'>>(
    { ...shared, directoryPassword: secret('directory') }, 'directoryPassword', ...required),
  options<Omit<Secrets, 'directoryPassword'>>(
    { ...shared, directoryPasswordParameter: oneOf({ 'a parameter': given => given.parameter('directory') }) },
    'directoryPasswordParameter', ...required),
);

type HeadNode = Own<ParallelClusterHeadNodeRoleProps>;

type Flag = fc.Arbitrary<Maker<boolean>>;

/** Login nodes share a munge key. */
const headNode = (attaches: Flag) => {
  const beside: OptionArbitraries<Omit<HeadNode, 'slurm' | 'secrets' | 'awsBatch'>> = {
    ...node,
    cloudWatchAgent: attaches,
    generatedRolePath: values('/parallelcluster/', '/hpc/'),
    customS3Bucket,
    keys: listOf(key),
  };
  const withBatch = {
    ...beside,
    version: batchVersion,
    awsBatch: options<ParallelClusterAwsBatchHeadNodeOptions>({ jobRoles: listOf(role) }),
  };
  return fc.oneof(
    options<Omit<HeadNode, 'awsBatch'>>({ ...beside, slurm: slurm(values(false)), secrets: secrets() }, 'slurm'),
    options<Omit<HeadNode, 'awsBatch'>>({ ...beside, slurm: slurm(flag), secrets: secrets('mungeKey') }, 'slurm', 'secrets'),
    options<HeadNode>({ ...withBatch, slurm: slurm(flag), secrets: secrets('mungeKey') }, 'slurm', 'secrets', 'version'),
  );
};

const computeNode = (attaches: Flag) => options<Own<ParallelClusterComputeNodeRoleProps>>({
  ...node,
  cloudWatchAgent: attaches,
});

const loginNode = (attaches: Flag) => options<Own<ParallelClusterLoginNodeRoleProps>>({
  ...node,
  cloudWatchAgent: attaches,
  pools: values(['small']),
});

type LambdaFunctions = Own<ParallelClusterLambdaFunctionsRoleProps>;

const lambdaFunctions = (attaches: Flag) => {
  const beside = {
    clusterName, slurm: options<ParallelClusterSlurmLambdaOptions>({ hostedZone }), vpc: attaches, customS3Bucket,
  };
  return fc.oneof(
    options<Omit<LambdaFunctions, 'awsBatch'>>({ ...beside, version: newVersion }, 'slurm'),
    options<LambdaFunctions>({ ...beside, version: batchVersion, awsBatch: values({}) }, 'slurm', 'version'),
  );
};

const imageBuilder = (attaches: Flag) => options<Own<ParallelClusterImageBuilderRoleProps>>({
  scripts: options<ParallelClusterImageScripts>({ locations: listOf(location), keys: listOf(key) }, 'locations'),
  systemsManager: attaches,
  imageBuilder: attaches,
});

type ImageCleanup = Own<ParallelClusterImageCleanupRoleProps>;

const imageCleanup = (attaches: Flag) => {
  const beside = { allRegions: flag, basicExecution: attaches };
  return fc.oneof(
    options<ImageCleanup>({ ...beside, version: newVersion, vpc: attaches }),
    options<ImageCleanup>({ ...beside, version: oldVersion, vpc: values(false) }, 'version'),
  );
};

type Slurmdbd = Own<ParallelClusterSlurmdbdRoleProps>;

const accounting: OptionArbitraries<Omit<Slurmdbd, 'bucket' | 'bucketKey'>> = {
  databasePassword: secret('database'),
  mungeKey: secret('munge'),
  subnet: oneOf({
    'a subnet': given => given.subnet('cluster'),
    'another subnet': given => given.subnet('other', 'subnet-0fedcba9876543210'),
  }),
};
const REQUIRED = ['databasePassword', 'mungeKey', 'subnet'] as const;

const slurmdbd = fc.oneof(
  options<Omit<Slurmdbd, 'bucket' | 'bucketKey'>>(accounting, ...REQUIRED),
  options<Slurmdbd>({ ...accounting, bucket: location, bucketKey: key }, ...REQUIRED, 'bucket'),
);

function made<P extends object>(
  subject: new (scope: Construct, id: string, props: P) => Construct, props: fc.Arbitrary<Maker<P>>,
): fc.Arbitrary<Maker<Construct>> {
  return props.map(options_ => maker<Construct>(`new ${subject.name}(${codeOf(options_)})`,
    given => new subject(given.stack, SUBJECT, options_(given))));
}

const LAMBDA_ROLES = rolesOf('lambda.amazonaws.com');

/** Every role with random options. */
export const RANDOM_ROLES = {
  headNode: made(ParallelClusterHeadNodeRole, withAny(EC2_ROLES, headNode)),
  computeNode: made(ParallelClusterComputeNodeRole, withAny(EC2_ROLES, computeNode)),
  loginNode: made(ParallelClusterLoginNodeRole, withAny(EC2_ROLES, loginNode)),
  lambdaFunctions: made(ParallelClusterLambdaFunctionsRole, withAny(LAMBDA_ROLES, lambdaFunctions)),
  imageBuilder: made(ParallelClusterImageBuilderRole, withAny(EC2_ROLES, imageBuilder)),
  // All regions leave nothing to list.
  imageCleanup: made(ParallelClusterImageCleanupRole, withAny(LAMBDA_ROLES, imageCleanup)
    .filter(({ entries }) => !['allRegions true', 'regions'].every(start =>
      entries.some(([option, make]) => `${option} ${codeOf(make)}`.startsWith(start))))),
  slurmdbd: made(ParallelClusterSlurmdbdRole, both(slurmdbd, anyOf(EC2_ROLES))),
};
