import { Lazy, Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { batchStack, subnet } from './fixtures';
import {
  ParallelCluster2InstanceRole, ParallelCluster2InstanceRoleProps, ParallelCluster2LambdaRole,
  ParallelCluster2LambdaRoleProps, ParallelCluster2PermissionSet, ParallelCluster2Scheduler,
  ParallelCluster2UserPolicy, ParallelCluster2UserPolicyProps,
} from '../../src';
import { synthesize } from '../support/synthesize';

const { AWSBATCH, SGE, SLURM } = ParallelCluster2Scheduler;
const ENV = { env: { account: '111122223333', region: 'eu-central-1' } };

/** What a cast or an untyped language lets through, too. */
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
      "'clusterName' must be the name of a cluster as `pcluster create` takes it, a letter and then at most 59 letters"],
    ['a cluster name with a wildcard', () => ({ scheduler: SLURM, clusterName: 'team*' }), 'got "team*"'],
    ['a cluster name that begins with a digit', () => ({ scheduler: SLURM, clusterName: '1team' }), 'got "1team"'],
    ['a long cluster name', () => ({ scheduler: SLURM, clusterName: 'x'.repeat(61) }), "'clusterName' must be"],
    ['an empty cluster name', () => ({ scheduler: SLURM, clusterName: '' }), 'got ""'],
    ['a number for a cluster name', () => ({ scheduler: SLURM, clusterName: 5 }), "'clusterName' must be the name"],
    ['a bucket for the options of one', stack => ({ scheduler: SLURM, resourceBucket: bucket(stack) }),
      "'resourceBucket.bucket' must be a bucket such as s3.Bucket, got nothing"],
    ['text for the options of a bucket', () => ({ scheduler: SLURM, resourceBucket: 'artifacts' }),
      "'resourceBucket' must be an object of options, got \"artifacts\""],
    ['text for a bucket', () => ({ scheduler: SLURM, resourceBucket: { bucket: 'artifacts' } }),
      "'resourceBucket.bucket' must be a bucket such as s3.Bucket, got \"artifacts\""],
    ['text for a key', stack => ({ scheduler: SLURM, resourceBucket: { bucket: bucket(stack), encryptionKey: 'key' } }),
      "'resourceBucket.encryptionKey' must be a key, such as kms.Key, got \"key\""],
    ['an alias whose key is not known', stack => ({
      scheduler: SLURM,
      resourceBucket: { bucket: bucket(stack), encryptionKey: kms.Alias.fromAliasName(stack, 'Alias', 'alias/x') },
    }), "'resourceBucket.encryptionKey' must be a key"],
    ['launch options with AWS Batch', () => ({ scheduler: AWSBATCH, launch: {} }),
      "'launch' can't be set with the scheduler awsbatch, got 'awsbatch': AWS Batch launches the instances itself, leave it out"],
    ['passable roles with AWS Batch', stack => ({ scheduler: AWSBATCH, passableRoles: [nodes(stack)] }),
      "'passableRoles' can't be set with the scheduler awsbatch"],
    ['the Batch stack with Slurm', stack => ({ scheduler: SLURM, batchStack: batchStack(stack) }),
      "'batchStack' needs the scheduler awsbatch, got 'slurm': leave it out"],
    ['no subnets in the list', () => ({ scheduler: SLURM, launch: { subnets: [] } }),
      "'launch.subnets' must not be empty: leave it out where there is none, got []"],
    ['the id of a subnet', () => ({ scheduler: SLURM, launch: { subnets: ['subnet-1'] } }),
      "'launch.subnets[0]' must be a subnet such as ec2.Subnet, got \"subnet-1\""],
    ['no images in the list', () => ({ scheduler: SLURM, launch: { imageIds: [] } }), "'launch.imageIds' must not be empty"],
    ['an image that is none', () => ({ scheduler: SLURM, launch: { imageIds: ['alinux2'] } }),
      "'launch.imageIds[0]' must be the id of a machine image such as ami-0123456789abcdef0, got \"alinux2\""],
    ['images that are a token', () => ({ scheduler: SLURM, launch: { imageIds: tokenList() } }),
      "'launch.imageIds' must be a list whose elements are known at synthesis, got an unresolved token list"],
    ['the name of a key pair', () => ({ scheduler: SLURM, launch: { keyPair: 'admin' } }),
      "'launch.keyPair' must be a key pair such as ec2.KeyPair, got \"admin\""],
    ['a list for launch options', () => ({ scheduler: SLURM, launch: [] }), "'launch' must be an object of options, got []"],
    ['no job queue', stack => ({ scheduler: AWSBATCH, batchStack: { ...batchStack(stack), jobQueue: undefined } }),
      "'batchStack.jobQueue' must be a job queue of AWS Batch, got nothing"],
    ['the ARN of a job definition', stack => ({
      scheduler: AWSBATCH, batchStack: { ...batchStack(stack), jobDefinition: 'arn:aws:batch' },
    }), "'batchStack.jobDefinition' must be a job definition of AWS Batch, got \"arn:aws:batch\""],
    ['the name of a multi-node job definition', stack => ({
      scheduler: AWSBATCH, batchStack: { ...batchStack(stack), multiNodeJobDefinition: 'x' },
    }), "'batchStack.multiNodeJobDefinition' must be a job definition of AWS Batch, got \"x\""],
    ['the name of a compute environment', stack => ({
      scheduler: AWSBATCH, batchStack: { ...batchStack(stack), computeEnvironment: 'x' },
    }), "'batchStack.computeEnvironment' must be a compute environment of AWS Batch, got \"x\""],
    ['the name of a job role', stack => ({ scheduler: AWSBATCH, batchStack: { ...batchStack(stack), jobRole: 'x' } }),
      "'batchStack.jobRole' must be a role, got \"x\""],
    ['no passable roles in the list', () => ({ scheduler: SLURM, passableRoles: [] }), "'passableRoles' must not be empty"],
    ['a construct of the library for a role', stack => ({
      scheduler: SLURM, passableRoles: [new ParallelCluster2LambdaRole(stack, 'Other', { scheduler: SLURM })],
    }), "'passableRoles[0]' must be a role, got \"<ParallelCluster2LambdaRole Stack/Other>\": pass its 'role'"],
    ['an unknown permission set', () => ({ scheduler: SLURM, permissionSet: '2.9' }),
      "'permissionSet' must be a ParallelCluster2PermissionSet, got \"2.9\""],
    ['text for a flag', () => ({ scheduler: SLURM, unrestrictedAccess: 'false' }),
      "'unrestrictedAccess' must be true or false, got \"false\""],
    ['an instance profile without its role', stack => ({
      scheduler: SLURM,
      existingInstanceProfile: iam.InstanceProfile.fromInstanceProfileName(stack, 'Profile', 'nodes'),
    }), "'existingInstanceProfile' needs 'existingRole'"],
    ['a name for an existing role', stack => ({ scheduler: SLURM, existingRole: nodes(stack), roleName: 'other' }),
      "'roleName' can't be set together with 'existingRole'"],
    ['an existing role that EC2 can not assume', stack => ({
      scheduler: SLURM,
      existingRole: new iam.Role(stack, 'Existing', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') }),
    }), 'ec2.amazonaws.com'],
  ])('fails for %s', (_what, options, message) => {
    expect(make(options)).toThrow(message);
  });

  test.each<[string, Untyped<ParallelCluster2InstanceRoleProps>, string[]]>([
    ['Slurm', () => ({ scheduler: SLURM }), []],
    ['a subnet and images', stack => ({
      scheduler: SGE,
      launch: { subnets: [subnet(stack, 'subnet-1')], imageIds: ['ami-01234567'] },
    }), []],
    ['AWS Batch before there is a cluster', () => ({ scheduler: AWSBATCH }), [
      "the head node can't submit jobs: name the outputs of the Batch stack in 'batchStack' once the cluster exists",
    ]],
    ['AWS Batch with the outputs', stack => ({ scheduler: AWSBATCH, batchStack: batchStack(stack) }), []],
    ['the wide form', () => ({ scheduler: SLURM, unrestrictedAccess: true }), [
      "'unrestrictedAccess' grants on all resources of the account what the guide prints on all: " +
        'leave it out to grant only what carries the names of clusters',
    ]],
    ['a bucket of another account', stack => ({
      scheduler: SLURM,
      resourceBucket: {
        bucket: s3.Bucket.fromBucketAttributes(stack, 'Theirs', { bucketName: 'theirs', account: '444455556666' }),
      },
    }), ["'resourceBucket.bucket' names a resource of account 444455556666"]],
  ])('warns where it should: %s', (_what, options, warnings) => {
    expect(make(options)().warnings).toEqual(warnings.map(warning => expect.stringContaining(warning)));
  });
});

describe('the role of functions', () => {
  const make = (options: Untyped<ParallelCluster2LambdaRoleProps>) => () => synthesize(stack =>
    new ParallelCluster2LambdaRole(stack, 'Role', options(stack) as unknown as ParallelCluster2LambdaRoleProps), ENV);

  test.each<[string, Untyped<ParallelCluster2LambdaRoleProps>, string]>([
    ['no properties', () => undefined as never, "'props' must be an object of options, got nothing"],
    ['no scheduler', () => ({}), "'scheduler' must be one of"],
    ['a path, which the CLI would not find', () => ({ scheduler: SLURM, path: '/hpc/' }),
      "'path' must be '/', got \"/hpc/\": the CLI looks for the role there, leave it out"],
    ['a path that is no text', () => ({ scheduler: SLURM, path: 5 }), "'path' must be '/', got 5"],
    ['a cluster name that is none', () => ({ scheduler: SLURM, clusterName: 'a/b' }), "'clusterName' must be"],
    ['text for a bucket', () => ({ scheduler: SLURM, resourceBucket: { bucket: 'artifacts' } }),
      "'resourceBucket.bucket' must be a bucket"],
    ['a number for a flag', () => ({ scheduler: SLURM, unrestrictedAccess: 1 }),
      "'unrestrictedAccess' must be true or false, got 1"],
  ])('fails for %s', (_what, options, message) => {
    expect(make(options)).toThrow(message);
  });

  test('warns of the wide form', () => {
    expect(make(() => ({ scheduler: AWSBATCH, unrestrictedAccess: true }))().warnings).toEqual([
      expect.stringContaining("'unrestrictedAccess' grants on all resources of the account"),
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
    ['neither creating nor using', () => ({}),
      "name 'createClusters' or 'useClusters': a policy without one grants nothing"],
    ['a flag for creating', () => ({ createClusters: true }), "'createClusters' must be an object of options, got true"],
    ['no schedulers in the list', creating(() => ({ schedulers: [] })),
      "'createClusters.schedulers' must not be empty: each scheduler asks for other permissions, got []"],
    ['no schedulers', () => ({ createClusters: {} }), "'createClusters.schedulers' must be a list"],
    ['an unknown scheduler', creating(() => ({ schedulers: ['pbs'] })), "'createClusters.schedulers[0]' must be one of"],
    ['schedulers that are a token', creating(() => ({ schedulers: tokenList() })),
      "'createClusters.schedulers' must be a list whose elements are known at synthesis"],
    ['no roles of instances in the list', creating(() => ({ instanceRoles: [] })),
      "'createClusters.instanceRoles' must not be empty"],
    ['the name of a role of functions', creating(() => ({ lambdaRoles: ['functions'] })),
      "'createClusters.lambdaRoles[0]' must be a role, got \"functions\""],
    ['no additional policies in the list', creating(() => ({ additionalIamPolicies: [] })),
      "'createClusters.additionalIamPolicies' must not be empty"],
    ['the name of a policy', creating(() => ({ additionalIamPolicies: ['own'] })),
      "'createClusters.additionalIamPolicies[0]' must be a managed policy, got \"own\""],
    ['no roles at all', creating(() => ({ createRoles: false })),
      "'createClusters.createRoles' is false, so clusters need roles of yours: name them in 'createClusters.instanceRoles'"],
    ['no roles of functions at all', creating(stack => ({ createRoles: false, instanceRoles: [nodes(stack)] })),
      "name them in 'createClusters.lambdaRoles'"],
    ['no roles of AWS Batch', creating(stack => ({ ...ownRoles(stack), schedulers: [SLURM, AWSBATCH] })),
      "'createClusters.createRoles' must be true with the scheduler awsbatch, got false: the Batch stack makes roles of its own"],
    ['policies for roles that there are not', creating(stack => ({
      ...ownRoles(stack), additionalIamPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('ReadOnlyAccess')],
    })), "'createClusters.additionalIamPolicies' is for roles that clusters make, and 'createClusters.createRoles' is false"],
    ...['createRoles', 'networks', 'efs', 'fsx', 'hostedZones', 'logs', 'unrestrictedAccess'].map(
      (flag): [string, Untyped<ParallelCluster2UserPolicyProps>, string] =>
        [`text for the flag ${flag}`, creating(() => ({ [flag]: 'no' })),
          `'createClusters.${flag}' must be true or false, got "no"`]),
    ['no clusters to use', () => ({ useClusters: { clusterNames: [] } }),
      "'useClusters.clusterNames' must not be empty: whoever uses clusters uses named ones, got []"],
    ['the name of one cluster', () => ({ useClusters: { clusterNames: 'team' } }), "'useClusters.clusterNames' must be a list"],
    ['all clusters', () => ({ useClusters: { clusterNames: ['*'] } }),
      "'useClusters.clusterNames[0]' must be the name of a cluster"],
    ['clusters that are a token', () => ({ useClusters: { clusterNames: tokenList() } }),
      "'useClusters.clusterNames' must be a list whose elements are known at synthesis"],
    ['an older form for who uses clusters', () => ({
      useClusters: { clusterNames: ['team'] }, permissionSet: ParallelCluster2PermissionSet.GUIDE_2_9,
    }), "'permissionSet' needs 'createClusters': the guide never changed what it grants to who uses clusters"],
    ['the name of a user', () => ({ useClusters: { clusterNames: ['team'] }, users: ['ann'] }),
      "'users[0]' must be a user, got \"ann\""],
  ])('fails for %s', (_what, options, message) => {
    expect(make(options)).toThrow(message);
  });

  test('warns of the wide form', () => {
    expect(make(creating(stack => ({ ...ownRoles(stack), unrestrictedAccess: true })))().warnings).toEqual([
      expect.stringContaining("'createClusters.unrestrictedAccess' grants on all resources of the account"),
    ]);
  });

  test.each<[string, object]>([
    ['by default', {}],
    ['when asked for', { createRoles: true }],
    ['with AWS Batch', { schedulers: [AWSBATCH] }],
  ])('warns of clusters that make roles, %s', (_what, options) => {
    const { warnings } = make(creating(() => options))();
    expect(warnings).toEqual([
      expect.stringMatching(/'createClusters\.createRoles' is true: whoever has .* \[ack: cdk-platform-iam:createRoles\]/),
    ]);
    expect(warnings[0].includes("'createClusters.instanceRoles'")).toBe(!('schedulers' in options));
  });

  test.each<[string, Untyped<ParallelCluster2UserPolicyProps>]>([
    ['clusters that make no roles', creating(ownRoles)],
    ['who only uses clusters', () => ({ useClusters: { clusterNames: ['team'] } })],
  ])('warns of nothing for %s', (_what, options) => {
    expect(make(options)().warnings).toEqual([]);
  });

  test('fails for more clusters than a policy holds, and says what to do', () => {
    const clusterNames = Array.from({ length: 60 }, (_, index) => `department-of-hydrology-${index}`);
    expect(make(() => ({ useClusters: { clusterNames } }))).toThrow(
      /the managed policy of Use takes \d+ to \d+ characters, IAM allows 6144: name fewer clusters, roles and policies, or make/);
  });
});
