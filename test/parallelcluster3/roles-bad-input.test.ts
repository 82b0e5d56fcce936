import { Lazy, Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import {
  ParallelClusterComputeNodeRole, ParallelClusterComputeNodeRoleProps, ParallelClusterHeadNodeRole,
  ParallelClusterHeadNodeRoleProps, ParallelClusterHeadNodeSecrets, ParallelClusterImageBuilderRole,
  ParallelClusterImageBuilderRoleProps, ParallelClusterImageCleanupRole, ParallelClusterImageCleanupRoleProps,
  ParallelClusterLambdaFunctionsRole, ParallelClusterLambdaFunctionsRoleProps, ParallelClusterLoginNodeRole,
  ParallelClusterLoginNodeRoleProps, ParallelClusterSlurmHeadNodeOptions, ParallelClusterSlurmdbdRoleProps,
  ParallelClusterSlurmdbdRole, ParallelClusterVersion, S3Location,
} from '../../src';
import { Fixtures } from '../support/given';
import { synthesize } from '../support/synthesize';

type Make<P> = (props: (given: Fixtures) => P) => () => unknown;
const maker = <P>(construct: (stack: Stack, props: P) => Construct): Make<P> => props => () =>
  synthesize(stack => {
    construct(stack, props(new Fixtures(stack)));
  }, { env: { account: '111122223333', region: 'eu-central-1' } });

const head = maker<ParallelClusterHeadNodeRoleProps>((stack, props) =>
  new ParallelClusterHeadNodeRole(stack, 'Role', props));
const slurm = (options: (given: Fixtures) => ParallelClusterSlurmHeadNodeOptions) =>
  head(given => ({ slurm: options(given) }));
const compute = maker<ParallelClusterComputeNodeRoleProps>((stack, props) =>
  new ParallelClusterComputeNodeRole(stack, 'Role', props));
const login = maker<ParallelClusterLoginNodeRoleProps>((stack, props) =>
  new ParallelClusterLoginNodeRole(stack, 'Role', props));
const functions = maker<ParallelClusterLambdaFunctionsRoleProps>((stack, props) =>
  new ParallelClusterLambdaFunctionsRole(stack, 'Role', props));
const builder = maker<ParallelClusterImageBuilderRoleProps>((stack, props) =>
  new ParallelClusterImageBuilderRole(stack, 'Role', props));
const cleanup = maker<ParallelClusterImageCleanupRoleProps>((stack, props) =>
  new ParallelClusterImageCleanupRole(stack, 'Role', props));
const slurmdbd = maker<Partial<ParallelClusterSlurmdbdRoleProps>>((stack, slurmdbdOptions) => {
  const given = new Fixtures(stack);
  return new ParallelClusterSlurmdbdRole(stack, 'Role', {
    databasePassword: given.secret('database'),
    mungeKey: given.secret('munge'),
    subnet: given.subnet('cluster'),
    ...slurmdbdOptions,
  });
});
const secrets = (options: (given: Fixtures) => ParallelClusterHeadNodeSecrets, more = {}) =>
  head(given => ({ slurm: {}, secrets: options(given), ...more }));

const GROUP = 'arn:aws:resource-groups:eu-central-1:111122223333:group/reserved';
const older = { version: ParallelClusterVersion.V3_2 };
const KEY = 'arn:aws:kms:eu-central-1:111122223333:alias/data';

test.each<[string, () => unknown, string]>([
  ['no properties', head(() => undefined as never), "'props' must be an object of options, got nothing"],
  ['no scheduler', head(() => ({})), "name a scheduler, since a head node without one can do nothing: 'slurm', 'awsBatch'"],
  ['true in place of a scheduler', head(() => ({ slurm: true as never })),
    "'slurm' must be an object of options, got true"],
  ['text in place of a version', head(() => ({ slurm: {}, version: '3.16.1' as never })),
    "'version' must be a ParallelClusterVersion, such as ParallelClusterVersion.LATEST, got \"3.16.1\""],
  ['an invalid cluster name', head(() => ({ slurm: {}, clusterName: '3-hpc' })),
    "'clusterName' must be the name of a cluster: a letter, then up to 59 letters, digits and hyphens, got \"3-hpc\""],
  ['a wildcard in place of a cluster name', compute(() => ({ clusterName: '*' })),
    "'clusterName' must be the name of a cluster"],
  ['a number in place of a cluster name', compute(() => ({ clusterName: 5 as never })),
    "'clusterName' must be the name of a cluster"],
  ['text in place of a flag', compute(() => ({ cloudWatchAgent: 'no' as never })),
    "'cloudWatchAgent' must be true or false, got \"no\""],
  ['null in place of a flag', compute(() => ({ cloudWatchAgent: null as never })),
    "'cloudWatchAgent' must be true or false, got null"],
  ['a flag in place of the options of sessions', login(() => ({ sessionManager: true as never })),
    "'sessionManager' must be an object of options, got true: use {} for the defaults"],
  ['an ARN in place of the key of sessions', compute(() => ({ sessionManager: { sessionKey: KEY as never } })),
    `'sessionManager.sessionKey' must be a key, got "${KEY}": pass kms.Key.fromKeyArn(scope, id, ARN)`],
  ['a path without slashes', head(() => ({ slurm: {}, path: 'hpc' })),
    "'path' must be '/', or start and end with '/', without the wildcards * and ?, and without $, at most 512 characters, got \"hpc\""],

  ['an empty list of compute roles', slurm(() => ({ computeRoles: [] })), "'slurm.computeRoles' must not be empty"],
  ['text in place of a compute role', slurm(() => ({ computeRoles: ['queue' as never] })),
    "'slurm.computeRoles[0]' must be a role, got \"queue\""],
  ['an empty list of job roles', head(() => ({ awsBatch: { jobRoles: [] }, version: ParallelClusterVersion.V3_15 })), "'awsBatch.jobRoles' must not be empty"],
  ['a wildcard for all roles of the account', head(() => ({ slurm: {}, generatedRolePath: '/' })),
    "'generatedRolePath' must be a path below '/' that starts and ends with '/' and has no wildcards, such as " +
    "'/team/', at most 512 characters, got \"/\""],
  ['a path with a wildcard', head(() => ({ slurm: {}, generatedRolePath: '/*/' })), "'generatedRolePath' must be a path"],
  ['a path without a trailing slash', head(() => ({ slurm: {}, generatedRolePath: '/hpc' })),
    "'generatedRolePath' must be a path"],
  ['an empty list of subnets', slurm(() => ({ subnets: [] })), "'slurm.subnets' must not be empty"],
  ['an id in place of a subnet', slurm(() => ({ subnets: ['subnet-1' as never] })),
    "'slurm.subnets[0]' must be a subnet, got \"subnet-1\": pass ec2.Subnet.fromSubnetId(scope, id, SUBNET_ID)"],
  ['an empty list of images', slurm(() => ({ imageIds: [] })), "'slurm.imageIds' must not be empty"],
  ['a name in place of an image id', slurm(() => ({ imageIds: ['my-image'] })),
    "'slurm.imageIds[0]' must be the id of a machine image, such as ami-0123456789abcdef0, got \"my-image\""],
  ['a list that is known only at deployment',
    slurm(() => ({ imageIds: Token.asList(Lazy.any({ produce: () => [] })) })),
    "'slurm.imageIds' must be a list whose elements are known at synthesis, got an unresolved token list: list each element, such as Fn.select(0, LIST)"],
  ['text in place of a key pair', slurm(() => ({ keyPair: 'admin' as never })),
    "'slurm.keyPair' must be a key pair, got \"admin\": pass ec2.KeyPair.fromKeyPairName(scope, id, NAME)"],
  ['an empty list of reservations', slurm(() => ({ capacityReservations: [] })),
    "'slurm.capacityReservations' must not be empty"],
  ['a name in place of a reservation id', slurm(() => ({ capacityReservations: ['mine'] })),
    "'slurm.capacityReservations[0]' must be the id or ARN of a capacity reservation"],
  ['a name in place of the ARN of a group', slurm(() => ({ capacityReservationGroups: ['reserved'] })),
    "'slurm.capacityReservationGroups[0]' must be the ARN of a resource group, " +
    'arn:PARTITION:resource-groups:REGION:ACCOUNT:group/NAME, got "reserved"'],
  ['an id in place of a hosted zone', slurm(() => ({ hostedZone: 'Z0123456789' as never })),
    "'slurm.hostedZone' must be a hosted zone, got \"Z0123456789\": pass route53.HostedZone.fromHostedZoneAttributes("],
  ['a hosted zone with EC2 host names',
    slurm(given => ({ hostedZone: given.hostedZone('zone'), useEc2Hostnames: true })),
    "'slurm.hostedZone' cannot be combined with 'useEc2Hostnames'"],
  ['text in place of useEc2Hostnames', slurm(() => ({ useEc2Hostnames: 'yes' as never })),
    "'slurm.useEc2Hostnames' must be true or false, got \"yes\""],
  ['login nodes without a munge key', slurm(() => ({ loginNodes: true })),
    "'slurm.loginNodes' requires 'secrets.mungeKey': the permission is needed only to rotate a munge key"],

  ['no secret', secrets(() => ({})), "'secrets' requires at least one secret, got none. Leave it out instead"],
  ['the name of a secret', secrets(() => ({ mungeKey: 'munge' as never })),
    "'secrets.mungeKey' must be a secret, got \"munge\": pass secretsmanager.Secret.fromSecretNameV2(scope, id, NAME)"],
  ['a name in place of a parameter', secrets(() => ({ directoryPasswordParameter: '/password' as never })),
    "'secrets.directoryPasswordParameter' must be a parameter, got \"/password\": pass ssm.StringParameter.from"],
  ['two directory passwords', secrets(given => ({
    directoryPassword: given.secret('a'),
    directoryPasswordParameter: given.secureParameter('b'),
  })), "'secrets.directoryPassword' cannot be combined with 'directoryPasswordParameter'"],
  ['a munge key without Slurm', secrets(given => ({ mungeKey: given.secret('munge') }), { slurm: undefined, awsBatch: {}, version: ParallelClusterVersion.V3_15 }),
    "'secrets.mungeKey' requires 'slurm': only Slurm reads this secret"],
  ['an alias without a known key as the key of a secret', slurmdbd(given => ({
    mungeKey: secretsmanager.Secret.fromSecretAttributes(given.stack, 'Munge', {
      secretCompleteArn: 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:munge-a1b2c3',
      encryptionKey: kms.Key.fromKeyArn(given.stack, 'Alias', KEY),
    }),
  })), `'mungeKey.encryptionKey' must be a key, got '${KEY}'`],

  ['an empty list of keys', head(() => ({ slurm: {}, keys: [] })), "'keys' must not be empty: leave it out instead, got []"],
  ['an ARN in place of a key', head(() => ({ slurm: {}, keys: [KEY as never] })),
    `'keys[0]' must be a key, got "${KEY}": pass kms.Key.fromKeyArn(scope, id, ARN)`],
  ['an alias without a known key', head(({ stack }) => ({ awsBatch: {}, keys: [kms.Key.fromKeyArn(stack, 'Alias', KEY)] })),
    `'keys[0]' must be a key, got '${KEY}'`],

  ['no file systems', compute(() => ({ efs: { fileSystems: [] } })),
    "'efs.fileSystems' must not be empty: list the file systems that the node mounts, got []"],
  ['the id of a file system', compute(() => ({ efs: { fileSystems: ['fs-1' as never] } })),
    "'efs.fileSystems[0]' must be a file system of Amazon EFS, got \"fs-1\": pass efs.FileSystem.fromFileSystemAttributes("],
  ['no data', compute(() => ({ s3Access: {} })), "'s3Access' requires 'readable' or 'writable', got neither"],
  ['no data in the list', compute(() => ({ s3Access: { readable: [] } })), "'s3Access.readable' must not be empty"],
  ['a key without data', compute(given => ({
    s3Access: { readable: [S3Location.bucket(given.bucket('data'))], writableKeys: [given.key('out')] },
  })), "'s3Access.writableKeys' requires 'writable': list the locations"],
  ['the name of a bucket', head(() => ({ slurm: {}, customS3Bucket: { bucket: 'artifacts' as never } })),
    "'customS3Bucket.bucket' must be a bucket, got \"artifacts\": pass s3.Bucket.fromBucketName(scope, id, NAME)"],

  ['an empty list of pools', login(() => ({ pools: [] })),
    "'pools' must not be empty: leave it out instead, got []"],
  ['a wildcard in place of a pool', login(() => ({ pools: ['*'] })),
    "'pools[0]' must be the name of a pool of login nodes"],
  ['functions without a scheduler', functions(() => ({})),
    'name a scheduler, since functions without one have nothing to clean up'],
  ['functions with a flag in place of a scheduler', functions(() => ({ awsBatch: true as never })),
    "'awsBatch' must be an object of options, got true: use {} for the defaults"],
  ['functions with text in place of a scheduler', functions(() => ({ awsBatch: 'yes' as never })),
    "'awsBatch' must be an object of options, got \"yes\""],
  ['functions with an id in place of a hosted zone', functions(() => ({ slurm: { hostedZone: 'Z1' as never } })),
    "'slurm.hostedZone' must be a hosted zone"],
  ['options for a VPC', functions(() => ({ slurm: {}, vpc: {} as never })), "'vpc' must be true or false, got {}"],
  ['no scripts in the list', builder(() => ({ scripts: { locations: [] } })),
    "'scripts.locations' must not be empty: list the scripts that the build runs, got []"],
  ['text for a script', builder(() => ({ scripts: { locations: ['s3://scripts/a.sh' as never] } })),
    "'scripts.locations[0]' must be an S3Location"],
  ['text in place of a flag for all regions', cleanup(() => ({ allRegions: '*' as never })),
    "'allRegions' must be true or false, got \"*\""],
  ['all regions and some of them', cleanup(() => ({ allRegions: true, regions: ['eu-central-1'] })),
    "'allRegions' cannot be combined with 'regions', since it grants all of them: remove one of them"],
  ['a daemon without options', maker<undefined>(stack =>
    new ParallelClusterSlurmdbdRole(stack, 'Role', {} as never))(() => undefined),
  "'databasePassword' must be a secret, got nothing"],
  ['a daemon without a munge key', slurmdbd(() => ({ mungeKey: undefined })), "'mungeKey' must be a secret"],
  ['a daemon without a subnet', slurmdbd(() => ({ subnet: undefined })),
    "'subnet' must be a subnet, got nothing"],
  ['a key without the bucket of the daemon', slurmdbd(given => ({ bucketKey: given.key('backups') })),
    "'bucketKey' requires 'bucket': set the bucket that is encrypted with this key"],
  ['text for the bucket of the daemon', slurmdbd(() => ({ bucket: 's3://x' as never })),
    "'bucket' must be an S3Location"],
  ['text in place of managed policies', compute(() => ({ additionalManagedPolicies: 'audit' as never })),
    "'additionalManagedPolicies' must be a list, each element a managed policy, got \"audit\""],
])('rejects %s', (_what, make, message) => {
  expect(make).toThrow(`Stack/Role: ${message}`);
});

test.each<[unknown, string]>([
  ['3.1.4', 'the oldest supported version is 3.2.0'],
  ['2.11.9', 'it is a version of ParallelCluster 2, and this class is for ParallelCluster 3'],
  ['4.0.0', 'it is a version of ParallelCluster 4, and this class is for ParallelCluster 3'],
  ['3.15', 'it needs a patch version, such as 3.15.0'],
  ['3', 'it needs a major, a minor and a patch version'],
  ['3.02.0', 'it needs a major, a minor and a patch version'],
  ['latest', 'it needs a major, a minor and a patch version'],
  ['', 'it needs a major, a minor and a patch version'],
  [3, 'pass a literal string, since the statements depend on it'],
  [undefined, 'pass a literal string, since the statements depend on it'],
])('rejects the version %j, with the reason', (version, fault) => {
  expect(() => ParallelClusterVersion.of(version as string)).toThrow(
    `the version of ParallelClusterVersion.of() must have the form '3.16.1', got ${JSON.stringify(version) ?? 'nothing'}: ${fault}`);
});

test('rejects a version that is a token', () => {
  expect(() => ParallelClusterVersion.of(Lazy.string({ produce: () => '3.16.1' })))
    .toThrow('got "<token>": pass a literal string');
});

describe('with a version that is too old for an option', () => {
  test.each<[string, string, () => unknown]>([
    ['slurm.capacityReservations', '3.3.0', head(() => ({ ...older, slurm: { capacityReservations: ['cr-1'] } }))],
    ['slurm.capacityReservationGroups', '3.3.0', head(() => ({ ...older, slurm: { capacityReservationGroups: [GROUP] } }))],
    ['slurm.loginNodes', '3.8.0', head(() => ({ ...older, slurm: { loginNodes: true } }))],
    ['secrets.databasePassword', '3.3.0', secrets(given => ({ databasePassword: given.secret('x') }), older)],
    ['secrets.mungeKey', '3.8.0', secrets(given => ({ mungeKey: given.secret('x') }), older)],
    ['secrets.directoryPasswordParameter', '3.5.1',
      secrets(given => ({ directoryPasswordParameter: given.secureParameter('x') }), older)],
    ['efs', '3.4.0', compute(given => ({ ...older, efs: { fileSystems: [given.fileSystem('x')] } }))],
    ['vpc', '3.4.0', functions(() => ({ ...older, slurm: {}, vpc: true }))],
    ['vpc', '3.4.0', cleanup(() => ({ ...older, vpc: true }))],
  ])("rejects '%s', which requires %s", (option, since, make) => {
    expect(make).toThrow(
      `Stack/Role: '${option}' requires ParallelCluster ${since} or newer, got version 3.2.0: leave it out, or set a newer version`,
    );
  });

  test('rejects login nodes, which require 3.7.0', () => {
    expect(login(() => older)).toThrow(
      "Stack/Role: 'version' must be 3.7.0 or newer, got 3.2.0: older versions have no login nodes");
  });

  test('accepts options that are switched off', () => {
    expect(functions(() => ({ ...older, slurm: {}, vpc: false }))).not.toThrow();
    expect(head(() => ({ ...older, slurm: { loginNodes: false } }))).not.toThrow();
  });
});

describe('with an existing role', () => {
  const imported = (stack: Stack) => iam.Role.fromRoleName(stack, 'Imported', 'imported');

  test.each<[string, string, () => unknown]>([
    ['cloudWatchAgent', 'CloudWatchAgentServerPolicy',
      compute(({ stack }) => ({ existingRole: imported(stack), cloudWatchAgent: true }))],
    ['systemsManager', 'AmazonSSMManagedInstanceCore',
      builder(({ stack }) => ({ existingRole: imported(stack), systemsManager: true }))],
    ['imageBuilder', 'EC2InstanceProfileForImageBuilder',
      builder(({ stack }) => ({ existingRole: imported(stack), imageBuilder: true }))],
    ['vpc', 'AWSLambdaVPCAccessExecutionRole',
      functions(({ stack }) => ({ existingRole: imported(stack), slurm: {}, vpc: true }))],
  ])("rejects '%s', because nothing can be attached", (option, name, make) => {
    expect(make).toThrow(
      `Stack/Role: '${option}' cannot be combined with the imported role 'Stack/Imported': the CDK can't attach ${name} to an imported role`,
    );
  });

  test.each(['path', 'roleName'])("rejects '%s', which applies to new roles only", option => {
    const value = option === 'path' ? '/parallelcluster/' : 'queue';
    expect(compute(({ stack }) => ({ existingRole: imported(stack), [option]: value })))
      .toThrow(`Stack/Role: '${option}' cannot be combined with 'existingRole'`);
  });

  test('rejects one that EC2 cannot assume', () => {
    expect(compute(given => ({ existingRole: given.newRole('existing') })))
      .toThrow("'existingRole' (Stack/Given-newRole-existing) can't be assumed by ec2.amazonaws.com");
  });

  test('rejects a string in place of a role', () => {
    expect(compute(() => ({ existingRole: 'existing' as never }))).toThrow("'existingRole' must be a role, got \"existing\"");
  });
});
