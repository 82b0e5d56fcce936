import { Construct } from 'constructs';
import * as fc from 'fast-check';
import {
  ParallelClusterAwsBatchHeadNodeOptions, ParallelClusterComputeNodeRole, ParallelClusterComputeNodeRoleProps,
  ParallelClusterCustomBucket, ParallelClusterEfsAccess, ParallelClusterHeadNodeRole, ParallelClusterHeadNodeRoleProps,
  ParallelClusterHeadNodeSecrets, ParallelClusterImageBuilderRole, ParallelClusterImageBuilderRoleProps,
  ParallelClusterImageCleanupRole, ParallelClusterImageCleanupRoleProps, ParallelClusterImageScripts,
  ParallelClusterLambdaFunctionsRole, ParallelClusterLambdaFunctionsRoleProps, ParallelClusterLoginNodeRole,
  ParallelClusterLoginNodeRoleProps, ParallelClusterNodeRoleProps, ParallelClusterS3Access,
  ParallelClusterSlurmHeadNodeOptions, ParallelClusterSlurmLambdaOptions, ParallelClusterSlurmdbdOptions,
  ParallelClusterSlurmdbdRole, ParallelClusterSlurmdbdRoleProps, ParallelClusterVersion, PlatformRoleProps,
  PolicyPlacement,
} from '../../src';
import {
  codeOf, flag, key, listOf, location, Maker, maker, oneOf, OptionArbitraries, options, role, values,
} from '../support/arbitraries';
import { SUBJECT } from '../support/row';

type Chosen<P, K extends keyof P> = OptionArbitraries<Pick<P, K>>;

/** Versions that have every option, and those that don't, where no option needs a newer one. */
const newVersion = oneOf({ V3_8: () => ParallelClusterVersion.V3_8, LATEST: () => ParallelClusterVersion.LATEST });
const anyVersion = oneOf({ V3_2: () => ParallelClusterVersion.V3_2, V3_9: () => ParallelClusterVersion.V3_9 });

const newRole: Chosen<PlatformRoleProps, 'roleName' | 'path' | 'permissionsBoundary' | 'policyPlacement' |
'additionalManagedPolicies' | 'additionalStatements'> = {
  roleName: values('team-role'),
  path: values('/', '/parallelcluster/team/'),
  permissionsBoundary: oneOf({ 'a managed policy': given => given.managedPolicy('boundary') }),
  policyPlacement: values(...Object.values(PolicyPlacement)),
  additionalManagedPolicies: listOf(oneOf({ 'a managed policy': given => given.managedPolicy('audit') })),
  additionalStatements: listOf(oneOf({ 'a statement': given => given.statement() })),
};

const clusterName = values('hpc');
const efs = options<ParallelClusterEfsAccess>({
  fileSystems: listOf(oneOf({ 'a file system': given => given.fileSystem('home') })),
}, 'fileSystems');
const s3Access = fc.oneof(...(['readable', 'writable'] as const).map(required =>
  options<ParallelClusterS3Access>({
    readable: listOf(location),
    writable: listOf(location),
    [`${required}Keys`]: listOf(key),
  } as OptionArbitraries<ParallelClusterS3Access>, required)));
const customS3Bucket = options<ParallelClusterCustomBucket>({
  bucket: oneOf({ 'a bucket': given => given.bucket('artifacts') }),
  encryptionKey: key,
}, 'bucket');
const hostedZone = oneOf({ 'a hosted zone': given => given.hostedZone('cluster') });
const secret = (name: string) => oneOf({
  'a secret': given => given.secret(name),
  'an encrypted secret': given => given.encryptedSecret(name),
});

const node: Chosen<ParallelClusterNodeRoleProps, 'clusterName' | 'cloudWatchAgent' | 'efs'> = {
  clusterName,
  cloudWatchAgent: flag,
  efs,
};

const slurm = options<Omit<ParallelClusterSlurmHeadNodeOptions, 'hostedZone' | 'loginNodes'>>({
  computeRoles: listOf(role),
  subnets: listOf(oneOf({ 'a subnet': given => given.subnet('cluster') })),
  imageIds: values(['ami-0123456789abcdef0']),
  keyPair: oneOf({ 'a key pair': given => given.keyPair('admin') }),
  capacityReservations: values(['cr-0123456789abcdef0']),
  capacityReservationGroups: listOf(oneOf({
    'a group': given => given.stack.formatArn({ service: 'resource-groups', resource: 'group', resourceName: 'reserved' }),
  })),
  useEc2Hostnames: flag,
});

const secrets = options<Omit<ParallelClusterHeadNodeSecrets, 'directoryPasswordParameter'>>({
  directoryPassword: secret('directory'),
  databasePassword: secret('database'),
  mungeKey: secret('munge'),
}, 'directoryPassword');

const headNode = options<ParallelClusterHeadNodeRoleProps>({
  ...newRole,
  ...node,
  version: newVersion,
  slurm,
  awsBatch: options<ParallelClusterAwsBatchHeadNodeOptions>({ jobRoles: listOf(role) }),
  generatedRolePath: values('/parallelcluster/', '/hpc/'),
  secrets,
  customS3Bucket,
  s3Access,
  systemsManager: flag,
} as OptionArbitraries<ParallelClusterHeadNodeRoleProps>, 'slurm');

const computeNode = options<ParallelClusterComputeNodeRoleProps>({
  ...newRole,
  ...node,
  version: newVersion,
  s3Access,
  systemsManager: flag,
} as OptionArbitraries<ParallelClusterComputeNodeRoleProps>);

const loginNode = options<ParallelClusterLoginNodeRoleProps>({
  ...newRole,
  ...node,
  version: newVersion,
  pools: values(['small']),
  systemsManager: flag,
} as OptionArbitraries<ParallelClusterLoginNodeRoleProps>);

const lambdaFunctions = options<ParallelClusterLambdaFunctionsRoleProps>({
  ...newRole,
  version: newVersion,
  clusterName,
  slurm: options<ParallelClusterSlurmLambdaOptions>({ hostedZone }),
  awsBatch: flag,
  vpc: flag,
  customS3Bucket,
} as OptionArbitraries<ParallelClusterLambdaFunctionsRoleProps>, 'slurm');

const imageBuilder = options<ParallelClusterImageBuilderRoleProps>({
  ...newRole,
  scripts: options<ParallelClusterImageScripts>({ locations: listOf(location), keys: listOf(key) }, 'locations'),
  systemsManager: flag,
  imageBuilder: flag,
} as OptionArbitraries<ParallelClusterImageBuilderRoleProps>);

const imageCleanup = options<ParallelClusterImageCleanupRoleProps>({
  ...newRole,
  version: anyVersion,
  allRegions: flag,
  basicExecution: flag,
} as OptionArbitraries<ParallelClusterImageCleanupRoleProps>);

const slurmdbd = options<ParallelClusterSlurmdbdRoleProps>({
  ...newRole,
  slurmdbd: options<ParallelClusterSlurmdbdOptions>({
    databasePassword: secret('database'),
    mungeKey: secret('munge'),
    subnet: oneOf({ 'a subnet': given => given.subnet('cluster') }),
    bucket: location,
  } as OptionArbitraries<ParallelClusterSlurmdbdOptions>, 'databasePassword', 'mungeKey', 'subnet'),
} as OptionArbitraries<ParallelClusterSlurmdbdRoleProps>, 'slurmdbd');

function made<P extends object>(
  subject: new (scope: Construct, id: string, props: P) => Construct, props: fc.Arbitrary<Maker<P>>,
): [string, fc.Arbitrary<Maker<Construct>>] {
  return [subject.name, props.map(options_ => maker<Construct>(`new ${subject.name}(${codeOf(options_)})`,
    given => new subject(given.stack, SUBJECT, options_(given))))];
}

/** Every role with random options, by its name. */
export const RANDOM_PARALLELCLUSTER3_ROLES: [string, fc.Arbitrary<Maker<Construct>>][] = [
  made(ParallelClusterHeadNodeRole, headNode),
  made(ParallelClusterComputeNodeRole, computeNode),
  made(ParallelClusterLoginNodeRole, loginNode),
  made(ParallelClusterLambdaFunctionsRole, lambdaFunctions),
  made(ParallelClusterImageBuilderRole, imageBuilder),
  made(ParallelClusterImageCleanupRole, imageCleanup),
  made(ParallelClusterSlurmdbdRole, slurmdbd),
];
