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
  ParallelClusterLoginNodeRoleProps, ParallelClusterSlurmHeadNodeOptions, ParallelClusterSlurmdbdOptions,
  ParallelClusterSlurmdbdRole, ParallelClusterVersion, S3Location,
} from '../../src';
import { Given } from '../support/given';
import { synthesize } from '../support/synthesize';

type Make<P> = (props: (given: Given) => P) => () => unknown;
const maker = <P>(construct: (stack: Stack, props: P) => Construct): Make<P> => props => () =>
  synthesize(stack => {
    construct(stack, props(new Given(stack)));
  }, { env: { account: '111122223333', region: 'eu-central-1' } });

const head = maker<ParallelClusterHeadNodeRoleProps>((stack, props) =>
  new ParallelClusterHeadNodeRole(stack, 'Role', props));
const slurm = (options: (given: Given) => ParallelClusterSlurmHeadNodeOptions) =>
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
const slurmdbd = maker<Partial<ParallelClusterSlurmdbdOptions>>((stack, slurmdbdOptions) => {
  const given = new Given(stack);
  return new ParallelClusterSlurmdbdRole(stack, 'Role', {
    slurmdbd: {
      databasePassword: given.secret('database'),
      mungeKey: given.secret('munge'),
      subnet: given.subnet('cluster'),
      ...slurmdbdOptions,
    },
  });
});
const secrets = (options: (given: Given) => ParallelClusterHeadNodeSecrets, more = {}) =>
  head(given => ({ slurm: {}, secrets: options(given), ...more }));

const older = { version: ParallelClusterVersion.V3_2 };
const KEY = 'arn:aws:kms:eu-central-1:111122223333:alias/data';

test.each<[string, () => unknown, string]>([
  ['no properties', head(() => undefined as never), "'props' must be an object of options, got nothing"],
  ['no scheduler', head(() => ({})), "name a scheduler, a head node without one can do nothing: 'slurm', 'awsBatch'"],
  ['true for a scheduler', head(() => ({ slurm: true as never })), "'slurm' must be an object of options, got true"],
  ['text for a version', head(() => ({ slurm: {}, version: '3.15.1' as never })),
    "'version' must be a ParallelClusterVersion, such as ParallelClusterVersion.LATEST, got \"3.15.1\""],
  ['a name that no cluster has', head(() => ({ slurm: {}, clusterName: '3-hpc' })),
    "'clusterName' must be the name of a cluster: a letter, then up to 59 letters, digits and hyphens, got \"3-hpc\""],
  ['a wildcard for a cluster', compute(() => ({ clusterName: '*' })), "'clusterName' must be the name of a cluster"],
  ['a number for a cluster', compute(() => ({ clusterName: 5 as never })), "'clusterName' must be the name of a cluster"],
  ['text for a flag', compute(() => ({ cloudWatchAgent: 'no' as never })),
    "'cloudWatchAgent' must be true or false, got \"no\""],
  ['null for a flag', compute(() => ({ systemsManager: null as never })), "'systemsManager' must be true or false, got null"],
  ['a path without slashes', head(() => ({ slurm: {}, path: 'hpc' })),
    "'path' must be '/', or start and end with '/', got \"hpc\""],

  ['no compute roles in the list', slurm(() => ({ computeRoles: [] })), "'slurm.computeRoles' must not be empty"],
  ['text for a compute role', slurm(() => ({ computeRoles: ['queue' as never] })),
    "'slurm.computeRoles[0]' must be a role, got \"queue\""],
  ['a construct for a compute role', slurm(({ stack }) => ({
    computeRoles: [new ParallelClusterComputeNodeRole(stack, 'Queue') as never],
  })), "'slurm.computeRoles[0]' must be a role, got \"<ParallelClusterComputeNodeRole Stack/Queue>\": pass its 'role'"],
  ['no job roles in the list', head(() => ({ awsBatch: { jobRoles: [] } })), "'awsBatch.jobRoles' must not be empty"],
  ['every role of the account', head(() => ({ slurm: {}, generatedRolePath: '/' })),
    "'generatedRolePath' must be a path below '/' that starts and ends with '/' and has no wildcards, such as " +
    "'/parallelcluster/', got \"/\""],
  ['a path with a wildcard', head(() => ({ slurm: {}, generatedRolePath: '/*/' })), "'generatedRolePath' must be a path"],
  ['a path that ends without a slash', head(() => ({ awsBatch: {}, generatedRolePath: '/hpc' })),
    "'generatedRolePath' must be a path"],
  ['no subnets in the list', slurm(() => ({ subnets: [] })), "'slurm.subnets' must not be empty"],
  ['the id of a subnet', slurm(() => ({ subnets: ['subnet-1' as never] })),
    "'slurm.subnets[0]' must be a subnet, such as ec2.Subnet, got \"subnet-1\""],
  ['no images in the list', slurm(() => ({ imageIds: [] })), "'slurm.imageIds' must not be empty"],
  ['the name of an image', slurm(() => ({ imageIds: ['my-image'] })),
    "'slurm.imageIds[0]' must be the id of an AMI such as ami-0123456789abcdef0, got \"my-image\""],
  ['a list that only a deployment knows', slurm(() => ({ imageIds: Token.asList(Lazy.any({ produce: () => [] })) })),
    "'slurm.imageIds' must be a list whose elements are known at synthesis, got an unresolved token list"],
  ['text for a key pair', slurm(() => ({ keyPair: 'admin' as never })),
    "'slurm.keyPair' must be a key pair, such as ec2.KeyPair, got \"admin\""],
  ['no reservations in the list', slurm(() => ({ capacityReservations: [] })),
    "'slurm.capacityReservations' must not be empty"],
  ['the name of a reservation', slurm(() => ({ capacityReservations: ['mine'] })),
    "'slurm.capacityReservations[0]' must be the id or ARN of a capacity reservation"],
  ['the name of a group', slurm(() => ({ capacityReservationGroups: ['reserved'] })),
    "'slurm.capacityReservationGroups[0]' must be the ARN of a resource group, " +
    'arn:PARTITION:resource-groups:REGION:ACCOUNT:group/NAME, got "reserved"'],
  ['the id of a hosted zone', slurm(() => ({ hostedZone: 'Z0123456789' as never })),
    "'slurm.hostedZone' must be a hosted zone, such as route53.HostedZone, got \"Z0123456789\""],
  ['a hosted zone and names of EC2', slurm(given => ({ hostedZone: given.hostedZone('zone'), useEc2Hostnames: true })),
    "'slurm.hostedZone' can't be set together with 'useEc2Hostnames'"],
  ['text for the names of EC2', slurm(() => ({ useEc2Hostnames: 'yes' as never })),
    "'slurm.useEc2Hostnames' must be true or false, got \"yes\""],
  ['login nodes without a munge key', slurm(() => ({ loginNodes: true })),
    "'slurm.loginNodes' must come with 'secrets.mungeKey', got none"],

  ['no secret', secrets(() => ({})), "'secrets' must name a secret, got none: leave it out where there is none"],
  ['the name of a secret', secrets(() => ({ mungeKey: 'munge' as never })),
    "'secrets.mungeKey' must be a secret, such as secretsmanager.Secret: import a name with Secret.fromSecretNameV2(), " +
    'an ARN with Secret.fromSecretCompleteArn(), got "munge"'],
  ['the name of a parameter', secrets(() => ({ directoryPasswordParameter: '/password' as never })),
    "'secrets.directoryPasswordParameter' must be a parameter, such as ssm.StringParameter"],
  ['two passwords of the directory', secrets(given => ({
    directoryPassword: given.secret('a'),
    directoryPasswordParameter: given.secureParameter('b'),
  })), "'secrets.directoryPassword' can't be set together with 'secrets.directoryPasswordParameter'"],
  ['a munge key without Slurm', secrets(given => ({ mungeKey: given.secret('munge') }), { slurm: undefined, awsBatch: {} }),
    "'secrets.mungeKey' must come with 'slurm', got a head node without it"],
  ['a key of a secret that is an alias of nobody', slurmdbd(given => ({
    mungeKey: secretsmanager.Secret.fromSecretAttributes(given.stack, 'Munge', {
      secretCompleteArn: 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:munge-a1b2c3',
      encryptionKey: kms.Key.fromKeyArn(given.stack, 'Alias', KEY),
    }),
  })), `'slurmdbd.mungeKey.encryptionKey' must be a key, got '${KEY}'`],

  ['no file systems', compute(() => ({ efs: { fileSystems: [] } })),
    "'efs.fileSystems' must not be empty: a node mounts something, got []"],
  ['the id of a file system', compute(() => ({ efs: { fileSystems: ['fs-1' as never] } })),
    "'efs.fileSystems[0]' must be a file system, such as efs.FileSystem, got \"fs-1\""],
  ['no data', compute(() => ({ s3Access: {} })), "'s3Access' must name 'readable' or 'writable', got neither"],
  ['no data in the list', compute(() => ({ s3Access: { readable: [] } })), "'s3Access.readable' must not be empty"],
  ['a key without data', compute(given => ({
    s3Access: { readable: [S3Location.bucket(given.bucket('data'))], writableKeys: [given.key('out')] },
  })), "'s3Access.writableKeys' must come with 'writable', got keys alone"],
  ['the name of a bucket', head(() => ({ slurm: {}, customS3Bucket: { bucket: 'artifacts' as never } })),
    "'customS3Bucket.bucket' must be a bucket, such as s3.Bucket, got \"artifacts\""],

  ['no pools in the list', login(() => ({ pools: [] })), "'pools' must not be empty: a login node is in a pool, got []"],
  ['a wildcard for a pool', login(() => ({ pools: ['*'] })), "'pools[0]' must be the name of a pool of login nodes"],
  ['no scheduler of functions', functions(() => ({})), 'name a scheduler, functions without one have nothing to clean up'],
  ['a scheduler of functions switched off', functions(() => ({ awsBatch: false })), 'name a scheduler'],
  ['text for the scheduler of functions', functions(() => ({ awsBatch: 'yes' as never })),
    "'awsBatch' must be true or false, got \"yes\""],
  ['the id of a hosted zone of functions', functions(() => ({ slurm: { hostedZone: 'Z1' as never } })),
    "'slurm.hostedZone' must be a hosted zone"],
  ['options for a VPC', functions(() => ({ slurm: {}, vpc: {} as never })), "'vpc' must be true or false, got {}"],
  ['no scripts in the list', builder(() => ({ scripts: { locations: [] } })),
    "'scripts.locations' must not be empty: a script is somewhere, got []"],
  ['text for a script', builder(() => ({ scripts: { locations: ['s3://scripts/a.sh' as never] } })),
    "'scripts.locations[0]' must be an S3Location"],
  ['text for all regions', cleanup(() => ({ allRegions: '*' as never })), "'allRegions' must be true or false, got \"*\""],
  ['no options of the daemon', maker<undefined>(stack =>
    new ParallelClusterSlurmdbdRole(stack, 'Role', {} as never))(() => undefined),
  "'slurmdbd' must be an object of options, got nothing"],
  ['no munge key of the daemon', slurmdbd(() => ({ mungeKey: undefined })), "'slurmdbd.mungeKey' must be a secret"],
  ['no subnet of the daemon', slurmdbd(() => ({ subnet: undefined })),
    "'slurmdbd.subnet' must be a subnet, such as ec2.Subnet, got nothing"],
  ['a key without the bucket of the daemon', slurmdbd(given => ({ bucketKey: given.key('backups') })),
    "'slurmdbd.bucketKey' must come with 'bucket', got a key alone: name the bucket that is encrypted with it"],
  ['text for the bucket of the daemon', slurmdbd(() => ({ bucket: 's3://x' as never })),
    "'slurmdbd.bucket[0]' must be an S3Location"],
  ['text for more policies', compute(() => ({ additionalManagedPolicies: 'audit' as never })),
    "'additionalManagedPolicies[0]' must be a managed policy, got \"audit\""],
])('fails for %s', (_what, make, message) => {
  expect(make).toThrow(`Stack/Role: ${message}`);
});

test.each(['3.1.4', '2.11.9', '4.0.0', '3.15', 'latest', '', 3 as never])('fails for the version %j', version => {
  expect(() => ParallelClusterVersion.of(version)).toThrow(
    `'version' must be a version of ParallelCluster 3 from 3.2.0 on, such as 3.15.1, got '${version}'`);
});

describe('with a version below what an option needs', () => {
  test.each<[string, string, () => unknown]>([
    ['slurm.capacityReservations', '3.3.0', head(() => ({ ...older, slurm: { capacityReservations: ['cr-1'] } }))],
    ['slurm.capacityReservationGroups', '3.3.0', head(() => ({ ...older, slurm: { capacityReservationGroups: ['x'] } }))],
    ['slurm.loginNodes', '3.8.0', head(() => ({ ...older, slurm: { loginNodes: true } }))],
    ['secrets.databasePassword', '3.3.0', secrets(given => ({ databasePassword: given.secret('x') }), older)],
    ['secrets.mungeKey', '3.8.0', secrets(given => ({ mungeKey: given.secret('x') }), older)],
    ['secrets.directoryPasswordParameter', '3.5.1',
      secrets(given => ({ directoryPasswordParameter: given.secureParameter('x') }), older)],
    ['efs', '3.4.0', compute(given => ({ ...older, efs: { fileSystems: [given.fileSystem('x')] } }))],
    ['vpc', '3.4.0', functions(() => ({ ...older, slurm: {}, vpc: true }))],
    ['vpc', '3.4.0', cleanup(() => ({ ...older, vpc: true }))],
  ])("fails for '%s', which begins with %s", (option, since, make) => {
    expect(make).toThrow(
      `Stack/Role: '${option}' must not be set before ParallelCluster ${since}, got version 3.2.0: leave it out, or name a newer version`,
    );
  });

  test('fails for login nodes, which begin with 3.7.0', () => {
    expect(login(() => older)).toThrow(
      "Stack/Role: 'version' must be 3.7.0 or newer, got 3.2.0: older ones have no login nodes");
  });

  test('does not fail for what is switched off', () => {
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
      login(({ stack }) => ({ existingRole: imported(stack), systemsManager: true }))],
    ['imageBuilder', 'EC2InstanceProfileForImageBuilder',
      builder(({ stack }) => ({ existingRole: imported(stack), imageBuilder: true }))],
    ['vpc', 'service-role/AWSLambdaVPCAccessExecutionRole',
      functions(({ stack }) => ({ existingRole: imported(stack), slurm: {}, vpc: true }))],
  ])("fails for '%s', since nothing can be attached", (option, name, make) => {
    expect(make).toThrow(
      `Stack/Role: '${option}' can't be true together with an imported 'existingRole', got true: attach ${name} where the role is made`,
    );
  });

  test.each(['path', 'roleName'])("fails for '%s', which only a new role can honour", option => {
    const value = option === 'path' ? '/parallelcluster/' : 'queue';
    expect(compute(({ stack }) => ({ existingRole: imported(stack), [option]: value })))
      .toThrow(`Stack/Role: '${option}' can't be set together with 'existingRole'`);
  });

  test('fails for one that EC2 can not assume', () => {
    expect(compute(given => ({ existingRole: given.newRole('existing') })))
      .toThrow("'existingRole' (Stack/Given-newRole-existing) can't be assumed by ec2.amazonaws.com");
  });

  test('fails for what is none', () => {
    expect(compute(() => ({ existingRole: 'existing' as never }))).toThrow("'existingRole' must be a role, such as iam.Role");
  });
});
