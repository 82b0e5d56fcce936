import { Lazy, Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { batchStack, computeEnvironment, subnet } from './fixtures';
import {
  ParallelCluster2InstanceRole, ParallelCluster2InstanceRoleProps, ParallelCluster2LambdaRole,
  ParallelCluster2LambdaRoleProps, ParallelCluster2PermissionSet, ParallelCluster2Scheduler,
  ParallelCluster2UserPolicy, ParallelCluster2UserPolicyProps, S3Location,
} from '../../src';
import { synthesize } from '../support/synthesize';

const { AWSBATCH, SGE, SLURM } = ParallelCluster2Scheduler;
const ENV = { env: { account: '111122223333', region: 'eu-central-1' } };

/** Props that the compiler would reject, as from a cast or an untyped language. */
type Untyped<P> = (stack: Stack) => Partial<Record<keyof P, unknown>>;

const bucket = (stack: Stack) => s3.Bucket.fromBucketName(stack, 'Bucket', 'artifacts');
const nodes = (stack: Stack) => iam.Role.fromRoleName(stack, 'Nodes', 'nodes');
const functions = (stack: Stack) => iam.Role.fromRoleName(stack, 'Functions', 'functions');
const tokenList = () => Token.asList(Lazy.list({ produce: () => ['a'] }));

describe('the role of instances', () => {
  const make = (options: Untyped<ParallelCluster2InstanceRoleProps>) => () => synthesize(stack =>
    new ParallelCluster2InstanceRole(stack, 'Role', options(stack) as unknown as ParallelCluster2InstanceRoleProps), ENV);

  test.each<[string, Untyped<ParallelCluster2InstanceRoleProps>, string]>([
    ['no properties', () => undefined as never, "'props' must be an object of options, got nothing"],
    ['no scheduler', () => ({}),
      "'scheduler' must be one of ParallelCluster2Scheduler.SGE, ParallelCluster2Scheduler.SLURM, "],
    ['another scheduler', () => ({ scheduler: 'pbs' }), 'got "pbs"'],
    ['a cluster name with the prefix of the CLI', () => ({ scheduler: SLURM, clusterName: 'parallelcluster-team' }),
      "'clusterName' must be the name of a cluster as passed to `pcluster create`: a letter, then at most 59 letters"],
    ['a cluster name with a wildcard', () => ({ scheduler: SLURM, clusterName: 'team*' }), 'got "team*"'],
    ['a cluster name that starts with a digit', () => ({ scheduler: SLURM, clusterName: '1team' }), 'got "1team"'],
    ['a long cluster name', () => ({ scheduler: SLURM, clusterName: 'x'.repeat(61) }), "'clusterName' must be"],
    ['an empty cluster name', () => ({ scheduler: SLURM, clusterName: '' }), 'got ""'],
    ['a number in place of a cluster name', () => ({ scheduler: SLURM, clusterName: 5 }),
      "'clusterName' must be the name"],
    ['a bucket in place of its options', stack => ({ scheduler: SLURM, resourceBucket: bucket(stack) }),
      "'resourceBucket.bucket' must be a bucket, got nothing"],
    ['a string in place of the options of a bucket', () => ({ scheduler: SLURM, resourceBucket: 'artifacts' }),
      "'resourceBucket' must be an object of options, got \"artifacts\""],
    ['a name in place of a bucket', () => ({ scheduler: SLURM, resourceBucket: { bucket: 'artifacts' } }),
      "'resourceBucket.bucket' must be a bucket, got \"artifacts\": pass s3.Bucket.fromBucketName(scope, id, NAME)"],
    ['an id in place of a key',
      stack => ({ scheduler: SLURM, resourceBucket: { bucket: bucket(stack), encryptionKey: 'key' } }),
      "'resourceBucket.encryptionKey' must be a key, got \"key\": pass kms.Key.fromKeyArn(scope, id, ARN)"],
    ['an alias with an unknown key', stack => ({
      scheduler: SLURM,
      resourceBucket: { bucket: bucket(stack), encryptionKey: kms.Alias.fromAliasName(stack, 'Alias', 'alias/x') },
    }), "'resourceBucket.encryptionKey' must be a key"],
    ['launch options with AWS Batch', () => ({ scheduler: AWSBATCH, launch: {} }),
      "'launch' cannot be combined with the scheduler awsbatch: AWS Batch launches instances itself. Leave it out"],
    ['passable roles with AWS Batch', stack => ({ scheduler: AWSBATCH, passableRoles: [nodes(stack)] }),
      "'passableRoles' cannot be combined with the scheduler awsbatch"],
    ['the Batch stack with Slurm', stack => ({ scheduler: SLURM, batchStack: batchStack(stack) }),
      "'batchStack' requires the scheduler awsbatch, got 'slurm'. Leave it out"],
    ['an empty list of keys', () => ({ scheduler: SLURM, keys: [] }), "'keys' must not be empty: leave it out instead, got []"],
    ['an id in place of a key of volumes', () => ({ scheduler: AWSBATCH, keys: ['key'] }),
      "'keys[0]' must be a key, got \"key\": pass kms.Key.fromKeyArn(scope, id, ARN)"],
    ['an empty list of subnets', () => ({ scheduler: SLURM, launch: { subnets: [] } }),
      "'launch.subnets' must not be empty: leave it out instead, got []"],
    ['an id in place of a subnet', () => ({ scheduler: SLURM, launch: { subnets: ['subnet-1'] } }),
      "'launch.subnets[0]' must be a subnet, got \"subnet-1\": pass ec2.Subnet.fromSubnetId(scope, id, SUBNET_ID)"],
    ['an empty list of images', () => ({ scheduler: SLURM, launch: { imageIds: [] } }), "'launch.imageIds' must not be empty"],
    ['the name of an operating system in place of an image id',
      () => ({ scheduler: SLURM, launch: { imageIds: ['alinux2'] } }),
      "'launch.imageIds[0]' must be the id of a machine image, such as ami-0123456789abcdef0, got \"alinux2\""],
    ['a truncated image id', () => ({ scheduler: SLURM, launch: { imageIds: ['ami-0123456789'] } }),
      'got "ami-0123456789"'],
    ['a token in place of a list of images', () => ({ scheduler: SLURM, launch: { imageIds: tokenList() } }),
      "'launch.imageIds' must be a list whose elements are known at synthesis, got an unresolved token list: list each element, such as Fn.select(0, LIST)"],
    ['a name in place of a key pair', () => ({ scheduler: SLURM, launch: { keyPair: 'admin' } }),
      "'launch.keyPair' must be a key pair, got \"admin\": pass ec2.KeyPair.fromKeyPairName(scope, id, NAME)"],
    ['a list in place of launch options', () => ({ scheduler: SLURM, launch: [] }),
      "'launch' must be an object of options, got []"],
    ['no job queue', stack => ({ scheduler: AWSBATCH, batchStack: { ...batchStack(stack), jobQueue: undefined } }),
      "'batchStack.jobQueue' must be a job queue of AWS Batch, got nothing"],
    ['an ARN in place of a job definition', stack => ({
      scheduler: AWSBATCH, batchStack: { ...batchStack(stack), jobDefinition: 'arn:aws:batch' },
    }), "'batchStack.jobDefinition' must be a job definition of AWS Batch, got \"arn:aws:batch\""],
    ['the name of a multi-node job definition', stack => ({
      scheduler: AWSBATCH, batchStack: { ...batchStack(stack), multiNodeJobDefinition: 'x' },
    }), "'batchStack.multiNodeJobDefinition' must be a job definition of AWS Batch, got \"x\""],
    ['a name in place of a compute environment', stack => ({
      scheduler: AWSBATCH, batchStack: { ...batchStack(stack), computeEnvironment: 'x' },
    }), "'batchStack.computeEnvironment' must be a compute environment of AWS Batch, got \"x\""],
    ['a name in place of a job role',
      stack => ({ scheduler: AWSBATCH, batchStack: { ...batchStack(stack), jobRole: 'x' } }),
      "'batchStack.jobRole' must be a role, got \"x\""],
    ['an empty list of passable roles', () => ({ scheduler: SLURM, passableRoles: [] }), "'passableRoles' must not be empty"],
    ['an unknown permission set', () => ({ scheduler: SLURM, permissionSet: '2.9' }),
      "'permissionSet' must be one of ParallelCluster2PermissionSet.GUIDE_2_11, ParallelCluster2PermissionSet.GUIDE_2_9, got \"2.9\""],
    ['a string in place of a flag', () => ({ scheduler: SLURM, unrestrictedAccess: 'false' }),
      "'unrestrictedAccess' must be true or false, got \"false\""],
    ['an instance profile without its role', stack => ({
      scheduler: SLURM,
      existingInstanceProfile: iam.InstanceProfile.fromInstanceProfileName(stack, 'Profile', 'nodes'),
    }), "'existingInstanceProfile' (Stack/Profile) requires 'existingRole'"],
    ['a name for an existing role', stack => ({ scheduler: SLURM, existingRole: nodes(stack), roleName: 'other' }),
      "'roleName' cannot be combined with 'existingRole'"],
    ['an existing role that EC2 cannot assume', stack => ({
      scheduler: SLURM,
      existingRole: new iam.Role(stack, 'Existing', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') }),
    }), 'ec2.amazonaws.com'],
  ])('rejects %s', (_what, options, message) => {
    expect(make(options)).toThrow(message);
  });

  test.each<[string, Untyped<ParallelCluster2InstanceRoleProps>, string[]]>([
    ['Slurm', () => ({ scheduler: SLURM }), []],
    ['a subnet and images', stack => ({
      scheduler: SGE,
      launch: { subnets: [subnet(stack, 'subnet-1')], imageIds: ['ami-01234567'] },
    }), []],
    ['AWS Batch without the outputs of its stack', () => ({ scheduler: AWSBATCH }), [
      "the head node can't submit jobs: set 'batchStack' to the outputs of the Batch stack once the cluster exists",
    ]],
    ['AWS Batch with the outputs of its stack', stack => ({ scheduler: AWSBATCH, batchStack: batchStack(stack) }), []],
    ['unrestricted access', () => ({ scheduler: SLURM, unrestrictedAccess: true }), [
      "'unrestrictedAccess' grants permissions on all resources of the account wherever the guide does: " +
        'leave it out to limit them to resources with the names of clusters',
    ]],
    ['a bucket in another account', stack => ({
      scheduler: SLURM,
      resourceBucket: {
        bucket: s3.Bucket.fromBucketAttributes(stack, 'Theirs', { bucketName: 'theirs', account: '444455556666' }),
      },
    }), ["'resourceBucket.bucket' names a resource of account 444455556666"]],
  ])('gives the expected warnings for %s', (_what, options, warnings) => {
    expect(make(options)().warnings).toEqual(warnings.map(warning => expect.stringContaining(warning)));
  });
});

describe('the role of functions', () => {
  const make = (options: Untyped<ParallelCluster2LambdaRoleProps>) => () => synthesize(stack =>
    new ParallelCluster2LambdaRole(stack, 'Role', options(stack) as unknown as ParallelCluster2LambdaRoleProps), ENV);

  test.each<[string, Untyped<ParallelCluster2LambdaRoleProps>, string]>([
    ['no properties', () => undefined as never, "'props' must be an object of options, got nothing"],
    ['no scheduler', () => ({}), "'scheduler' must be one of"],
    ['a path that the CLI would not find', () => ({ scheduler: SLURM, path: '/hpc/' }),
      "'path' must be '/', got \"/hpc/\": the CLI looks for the role there. Leave it out"],
    ['a number as path', () => ({ scheduler: SLURM, path: 5 }), "'path' must be '/', got 5"],
    ['a cluster name with a slash', () => ({ scheduler: SLURM, clusterName: 'a/b' }), "'clusterName' must be"],
    ['a name in place of a bucket', () => ({ scheduler: SLURM, resourceBucket: { bucket: 'artifacts' } }),
      "'resourceBucket.bucket' must be a bucket"],
    ['a number in place of a flag', () => ({ scheduler: SLURM, unrestrictedAccess: 1 }),
      "'unrestrictedAccess' must be true or false, got 1"],
  ])('rejects %s', (_what, options, message) => {
    expect(make(options)).toThrow(message);
  });

  test('warns of unrestricted access', () => {
    expect(make(() => ({ scheduler: AWSBATCH, unrestrictedAccess: true }))().warnings).toEqual([
      expect.stringContaining("'unrestrictedAccess' grants permissions on all resources of the account"),
    ]);
  });
});

describe('the policies of users', () => {
  const make = (options: Untyped<ParallelCluster2UserPolicyProps>) => () => synthesize(stack =>
    new ParallelCluster2UserPolicy(stack, 'Policy', options(stack) as unknown as ParallelCluster2UserPolicyProps), ENV);
  const creating = (options: (stack: Stack) => object): Untyped<ParallelCluster2UserPolicyProps> =>
    stack => ({ createClusters: { schedulers: [SLURM], ...options(stack) } });
  const ownRoles = (stack: Stack) =>
    ({ createRoles: false, instanceRoles: [nodes(stack)], lambdaRoles: [functions(stack)] });

  test.each<[string, Untyped<ParallelCluster2UserPolicyProps>, string]>([
    ['no properties', () => undefined as never, "'props' must be an object of options, got nothing"],
    ['neither created nor used clusters', () => ({}),
      "'createClusters' or 'useClusters' must be set: without them the policy grants nothing"],
    ['a flag in place of options', () => ({ createClusters: true }),
      "'createClusters' must be an object of options, got true"],
    ['an empty list of schedulers', creating(() => ({ schedulers: [] })),
      "'createClusters.schedulers' must not be empty: each scheduler requires different permissions, got []"],
    ['no schedulers', () => ({ createClusters: {} }), "'createClusters.schedulers' must be a list"],
    ['data repositories without file systems of FSx', creating(stack => ({
      fsx: false, dataRepositories: [S3Location.bucket(bucket(stack))],
    })), "'createClusters.dataRepositories' cannot be combined with 'createClusters.fsx': false, because data repositories"],
    ['an address in place of a script', creating(() => ({ scripts: ['s3://scripts/node.sh'] })),
      "'createClusters.scripts[0]' must be an S3Location"],
    ['an unknown scheduler', creating(() => ({ schedulers: ['pbs'] })), "'createClusters.schedulers[0]' must be one of"],
    ['a token in place of a list of schedulers', creating(() => ({ schedulers: tokenList() })),
      "'createClusters.schedulers' must be a list whose elements are known at synthesis"],
    ['an empty list of instance roles', creating(() => ({ instanceRoles: [] })),
      "'createClusters.instanceRoles' must not be empty"],
    ['a name in place of a function role', creating(() => ({ lambdaRoles: ['functions'] })),
      "'createClusters.lambdaRoles[0]' must be a role, got \"functions\""],
    ['an empty list of additional policies', creating(() => ({ additionalIamPolicies: [] })),
      "'createClusters.additionalIamPolicies' must not be empty"],
    ['a name in place of a policy', creating(() => ({ additionalIamPolicies: ['own'] })),
      "'createClusters.additionalIamPolicies[0]' must be a managed policy, got \"own\""],
    ['clusters without roles', creating(() => ({ createRoles: false })),
      "'createClusters.instanceRoles' must be set if 'createClusters.createRoles' is false: " +
        'clusters then use only these roles'],
    ['clusters without a role of functions', creating(stack => ({ createRoles: false, instanceRoles: [nodes(stack)] })),
      "'createClusters.lambdaRoles' must be set if 'createClusters.createRoles' is false"],
    ['clusters with AWS Batch that create no roles',
      creating(stack => ({ ...ownRoles(stack), schedulers: [SLURM, AWSBATCH] })),
      "'createClusters.createRoles' must be true with the scheduler awsbatch, got false: the Batch stack creates its own roles"],
    ['policies for roles that clusters do not create', creating(stack => ({
      ...ownRoles(stack), additionalIamPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('ReadOnlyAccess')],
    })), "'createClusters.additionalIamPolicies' cannot be combined with 'createClusters.createRoles': false"],
    ...['createRoles', 'networks', 'efs', 'fsx', 'hostedZones', 'logs', 'unrestrictedAccess'].map(
      (flag): [string, Untyped<ParallelCluster2UserPolicyProps>, string] =>
        [`a string as flag ${flag}`, creating(() => ({ [flag]: 'no' })),
          `'createClusters.${flag}' must be true or false, got "no"`]),
    ['an empty list of clusters', () => ({ useClusters: { clusterNames: [] } }),
      "'useClusters.clusterNames' must not be empty: the permissions are limited to named clusters, got []"],
    ['a string in place of a list of clusters', () => ({ useClusters: { clusterNames: 'team' } }),
      "'useClusters.clusterNames' must be a list"],
    ['a wildcard for all clusters', () => ({ useClusters: { clusterNames: ['*'] } }),
      "'useClusters.clusterNames[0]' must be the name of a cluster"],
    ['a token in place of a list of clusters', () => ({ useClusters: { clusterNames: tokenList() } }),
      "'useClusters.clusterNames' must be a list whose elements are known at synthesis"],
    ['an empty list of compute environments', () => ({ useClusters: { clusterNames: ['team'], computeEnvironments: [] } }),
      "'useClusters.computeEnvironments' must not be empty: leave it out instead, got []"],
    ['a name in place of a compute environment to use', () => ({
      useClusters: { clusterNames: ['team'], computeEnvironments: ['ComputeEnvironment-5e6f'] },
    }), "'useClusters.computeEnvironments[0]' must be a compute environment of AWS Batch, got \"ComputeEnvironment-5e6f\""],
    ['compute environments without clusters', stack => ({ useClusters: { computeEnvironments: [computeEnvironment(stack)] } }),
      "'useClusters.clusterNames' must be a list"],
    ['an older form of the permissions to use clusters', () => ({
      useClusters: { clusterNames: ['team'] }, permissionSet: ParallelCluster2PermissionSet.GUIDE_2_9,
    }), "'permissionSet' requires 'createClusters': the guide has only one version of the permissions to use clusters"],
    ['a name in place of a user', () => ({ useClusters: { clusterNames: ['team'] }, users: ['ann'] }),
      "'users[0]' must be a user, got \"ann\""],
  ])('rejects %s', (_what, options, message) => {
    expect(make(options)).toThrow(message);
  });

  test('warns of unrestricted access', () => {
    expect(make(creating(stack => ({ ...ownRoles(stack), unrestrictedAccess: true })))().warnings).toEqual([
      expect.stringContaining("'createClusters.unrestrictedAccess' grants permissions on all resources of the account"),
    ]);
  });

  test.each<[string, object]>([
    ['by default', {}],
    ['when asked for', { createRoles: true }],
    ['with AWS Batch', { schedulers: [AWSBATCH] }],
  ])('warns of clusters that create roles %s', (_what, options) => {
    const { warnings } = make(creating(() => options))();
    expect(warnings).toEqual([
      expect.stringMatching(/'createClusters\.createRoles' is true: anyone with .* \[ack: cdk-platform-iam:createRoles\]/),
    ]);
    expect(warnings[0].includes("'createClusters.instanceRoles'")).toBe(!('schedulers' in options));
  });

  test.each<[string, Untyped<ParallelCluster2UserPolicyProps>]>([
    ['clusters that create no roles', creating(ownRoles)],
    ['users that only use clusters', () => ({ useClusters: { clusterNames: ['team'] } })],
  ])('gives no warning for %s', (_what, options) => {
    expect(make(options)().warnings).toEqual([]);
  });

  test('rejects more clusters than a policy can hold, and says what to do', () => {
    const clusterNames = Array.from({ length: 60 }, (_, index) => `department-of-hydrology-${index}`);
    expect(make(() => ({ useClusters: { clusterNames } }))).toThrow(
      /the managed policy of Use takes \d+ to \d+ characters, IAM allows 6144: list fewer clusters, roles and policies, or create/);
  });
});
