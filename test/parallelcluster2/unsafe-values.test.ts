import { App, Aws, Stack } from 'aws-cdk-lib';
import * as batch from 'aws-cdk-lib/aws-batch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { batchStack } from './fixtures';
import { ParallelCluster2InstanceRole, ParallelCluster2LambdaRole, ParallelCluster2Scheduler, ParallelCluster2UserPolicy } from '../../src';
import { policiesOf } from '../support/policies';
import { synthesize } from '../support/synthesize';

// Values that would widen a statement, or leave it without effect.

const { AWSBATCH, SLURM } = ParallelCluster2Scheduler;
const ACCOUNT = '111122223333';
const OTHER_ACCOUNT = '444455556666';
const ENV = { account: ACCOUNT, region: 'eu-central-1' };

/** Creates a construct whose option has the value. */
type Build = (stack: Stack, value: never) => void;

const instances = (options: object) => (stack: Stack) =>
  new ParallelCluster2InstanceRole(stack, 'Subject', { scheduler: SLURM, ...options });
const functions = (options: object) => (stack: Stack) =>
  new ParallelCluster2LambdaRole(stack, 'Subject', { scheduler: SLURM, ...options });
const users = (options: object) => (stack: Stack) => new ParallelCluster2UserPolicy(stack, 'Subject', options);
const creators = (options: object) => users({ createClusters: { schedulers: [SLURM], ...options } });
const withBatch = (stack: Stack, outputs: object) =>
  instances({ scheduler: AWSBATCH, batchStack: { ...batchStack(stack), ...outputs } })(stack);
const someBucket = (stack: Stack) => s3.Bucket.fromBucketName(stack, 'SomeBucket', 'artifacts');

/** How to import a kind of resource by its name, and by the ARN of another kind. */
interface Kind {
  readonly named: (stack: Stack, name: string, account?: string) => unknown;
  readonly otherKind?: (stack: Stack) => unknown;
}

const role = (stack: Stack, resource: string, account = ACCOUNT) =>
  iam.Role.fromRoleArn(stack, 'Value', `arn:aws:iam::${account}:${resource}`);
const bucket = (stack: Stack, name: string) =>
  s3.Bucket.fromBucketAttributes(stack, 'Value', { bucketArn: `arn:aws:s3:::${name}`, bucketName: 'artifacts' });
const batchArn = (resource: string, account = ACCOUNT) => `arn:aws:batch:eu-central-1:${account}:${resource}`;
const jobDefinition = (stack: Stack, resource: string, account?: string) =>
  batch.EcsJobDefinition.fromJobDefinitionArn(stack, 'Value', batchArn(resource, account));
const jobQueue = (stack: Stack, resource: string, account?: string) =>
  batch.JobQueue.fromJobQueueArn(stack, 'Value', batchArn(resource, account));
const environment = (stack: Stack, resource: string, account?: string) =>
  batch.ManagedEc2EcsComputeEnvironment.fromManagedEc2EcsComputeEnvironmentArn(stack, 'Value', batchArn(resource, account));

const ROLE: Kind = {
  named: (stack, name, account) => role(stack, `role/${name}`, account),
  otherKind: stack => role(stack, 'instance-profile/nodes'),
};
const POLICY: Kind = {
  named: (stack, name) => iam.ManagedPolicy.fromManagedPolicyName(stack, 'Value', name),
  otherKind: stack => iam.ManagedPolicy.fromManagedPolicyArn(stack, 'Value', `arn:aws:iam::${ACCOUNT}:role/nodes`),
};
const BUCKET: Kind = { named: bucket, otherKind: stack => bucket(stack, 'artifacts/clusters') };
const KEY: Kind = { named: (stack, name) => kms.Key.fromKeyArn(stack, 'Value', `arn:aws:kms:eu-central-1:${ACCOUNT}:key/${name}`) };
const SUBNET: Kind = {
  named: (stack, name) => ec2.Subnet.fromSubnetId(stack, 'Value', name),
  otherKind: stack => ec2.Subnet.fromSubnetId(stack, 'Value', 'vpc-1'),
};
const KEY_PAIR: Kind = { named: (stack, name) => ec2.KeyPair.fromKeyPairName(stack, 'Value', name) };
const JOB_DEFINITION: Kind = {
  named: (stack, name, account) => jobDefinition(stack, `job-definition/${name}:1`, account),
  otherKind: stack => jobDefinition(stack, 'job-queue/jobs'),
};
const JOB_QUEUE: Kind = {
  named: (stack, name, account) => jobQueue(stack, `job-queue/${name}`, account),
  otherKind: stack => jobQueue(stack, 'job-definition/jobs:1'),
};
const COMPUTE_ENVIRONMENT: Kind = {
  named: (stack, name, account) => environment(stack, `compute-environment/${name}`, account),
  otherKind: stack => environment(stack, 'job-queue/jobs'),
};

/** Every option that takes a CDK object. */
const OBJECTS: readonly (readonly [path: string, kind: Kind, build: Build])[] = [
  ['resourceBucket.bucket', BUCKET, (stack, value) => instances({ resourceBucket: { bucket: value } })(stack)],
  ['resourceBucket.encryptionKey', KEY,
    (stack, value) => instances({ resourceBucket: { bucket: someBucket(stack), encryptionKey: value } })(stack)],
  ['launch.subnets[0]', SUBNET, (stack, value) => instances({ launch: { subnets: [value] } })(stack)],
  ['launch.keyPair', KEY_PAIR, (stack, value) => instances({ launch: { keyPair: value } })(stack)],
  ['passableRoles[0]', ROLE, (stack, value) => instances({ passableRoles: [value] })(stack)],
  ['batchStack.jobDefinition', JOB_DEFINITION, (stack, value) => withBatch(stack, { jobDefinition: value })],
  ['batchStack.multiNodeJobDefinition', JOB_DEFINITION, (stack, value) => withBatch(stack, { multiNodeJobDefinition: value })],
  ['batchStack.jobQueue', JOB_QUEUE, (stack, value) => withBatch(stack, { jobQueue: value })],
  ['batchStack.computeEnvironment', COMPUTE_ENVIRONMENT, (stack, value) => withBatch(stack, { computeEnvironment: value })],
  ['batchStack.jobRole', ROLE, (stack, value) => withBatch(stack, { jobRole: value })],
  ['resourceBucket.bucket', BUCKET, (stack, value) => functions({ resourceBucket: { bucket: value } })(stack)],
  ['createClusters.resourceBucket.bucket', BUCKET, (stack, value) => creators({ resourceBucket: { bucket: value } })(stack)],
  ['createClusters.instanceRoles[0]', ROLE, (stack, value) => creators({ instanceRoles: [value] })(stack)],
  ['createClusters.lambdaRoles[0]', ROLE, (stack, value) => creators({ lambdaRoles: [value] })(stack)],
  ['createClusters.additionalIamPolicies[0]', POLICY, (stack, value) => creators({ additionalIamPolicies: [value] })(stack)],
  ['useClusters.computeEnvironments[0]', COMPUTE_ENVIRONMENT,
    (stack, value) => users({ useClusters: { clusterNames: ['team'], computeEnvironments: [value] } })(stack)],
];

/** Every option that takes a name. */
const NAMES: readonly (readonly [path: string, build: (name: string) => (stack: Stack) => unknown])[] = [
  ['clusterName', name => instances({ clusterName: name })],
  ['launch.imageIds[0]', name => instances({ launch: { imageIds: [name] } })],
  ['clusterName', name => functions({ clusterName: name })],
  ['path', name => functions({ path: name })],
  ['useClusters.clusterNames[0]', name => users({ useClusters: { clusterNames: [name] } })],
];

const PATTERNS: readonly (readonly [what: string, name: string])[] = [
  ['only a wildcard', '*'],
  ['a wildcard', 'a*'],
  ['a wildcard for one character', 'a?b'],
  ['a policy variable', '${aws:username}'],
  ['a policy variable after a name', 'a${aws:PrincipalTag/team}'],
  ['a wildcard before a token', `a*${Aws.STACK_NAME}`],
  ['a policy variable after a token', `${Aws.STACK_NAME}\${aws:username}`],
];

const newStack = () => new Stack(new App(), 'Stack', { env: ENV });
const building = ({ named }: Kind, build: Build, ...[name, account]: [name: string, account?: string]) => {
  const stack = newStack();
  const value = named(stack, name, account) as never;
  return () => build(stack, value);
};

describe.each(OBJECTS)('%s', (path, kind, build) => {
  test.each(PATTERNS)('rejects an object whose name is or contains %s', (_what, name) => {
    expect(building(kind, build, name)).toThrow(`'${path}' must be`);
  });

});

describe.each(OBJECTS.filter(([, kind]) => kind.otherKind))('%s', (path, kind, build) => {
  test('rejects the identifier of another kind', () => {
    const stack = newStack();
    const value = kind.otherKind!(stack) as never;
    expect(() => build(stack, value)).toThrow(`'${path}' must be`);
  });
});

describe.each(OBJECTS.filter(([, kind]) => [ROLE, JOB_DEFINITION, JOB_QUEUE, COMPUTE_ENVIRONMENT].includes(kind)))(
  '%s', (path, kind, build) => {
    test('rejects an object in another account', () => {
      expect(building(kind, build, 'theirs', OTHER_ACCOUNT)).toThrow(
        new RegExp(`'${path.replace(/[[\]]/g, '\\$&')}' must be .* of the stack's account ${ACCOUNT}, got '.*' of account ${OTHER_ACCOUNT}`));
    });
  });

test.each(NAMES.flatMap(([path, build]) => PATTERNS.map(([what, name]) => [path, what, name, build] as const)))(
  '%s rejects a text that is or contains %s', (path, _what, name, build) => {
    expect(() => build(name)(newStack())).toThrow(`'${path}' must be`);
  });

describe('misspelt options', () => {
  test.each<[string, (stack: Stack) => unknown, string]>([
    ['of the instance role', instances({ clustername: 'team' }),
      "unknown option 'clustername', did you mean 'clusterName'?"],
    ['of all roles', instances({ rolename: 'nodes' }), "unknown option 'rolename', did you mean 'roleName'?"],
    ['of the bucket', stack => instances({ resourceBucket: { bucket: someBucket(stack), encriptionKey: 'key' } })(stack),
      "unknown option 'resourceBucket.encriptionKey', did you mean 'resourceBucket.encryptionKey'?"],
    ['of the launch options', instances({ launch: { subnet: [] } }), "unknown option 'launch.subnet', did you mean 'launch.subnets'?"],
    ['of the Batch stack', stack => withBatch(stack, { jobrole: 'jobs' }),
      "unknown option 'batchStack.jobrole', did you mean 'batchStack.jobRole'?"],
    ['in place of a required one',
      stack => new ParallelCluster2InstanceRole(stack, 'Subject', { schedular: SLURM } as never),
      "unknown option 'schedular', did you mean 'scheduler'?"],
    ['of the function role', functions({ resourcesBucket: {} }),
      "unknown option 'resourcesBucket', did you mean 'resourceBucket'?"],
    ['of the user policies', users({ userClusters: {} }), "unknown option 'userClusters', did you mean 'useClusters'?"],
    ['of all user policies', users({ useClusters: { clusterNames: ['team'] }, user: [] }),
      "unknown option 'user', did you mean 'users'?"],
    ['of the clusters to create', creators({ network: false }),
      "unknown option 'createClusters.network', did you mean 'createClusters.networks'?"],
    ['of the clusters to create, where another one is missing', creators({ createRoles: false, instanceRole: [] }),
      "unknown option 'createClusters.instanceRole', did you mean 'createClusters.instanceRoles'?"],
    ['of the clusters to use', users({ useClusters: { clusterName: ['team'] } }),
      "unknown option 'useClusters.clusterName', did you mean 'useClusters.clusterNames'?"],
  ])('%s are rejected with a suggestion', (_what, build, message) => {
    expect(() => build(newStack())).toThrow(message);
  });
});

describe('a bucket with an encryption key', () => {
  const keysOf = (stack: Stack) => ({
    bucket: s3.Bucket.fromBucketAttributes(stack, 'Encrypted', {
      bucketName: 'artifacts', encryptionKey: kms.Key.fromKeyArn(stack, 'Own', `arn:aws:kms:eu-central-1:${ACCOUNT}:key/own`),
    }),
    encryptionKey: kms.Key.fromKeyArn(stack, 'Named', `arn:aws:kms:eu-central-1:${ACCOUNT}:key/named`),
  });

  test.each<[string, string, (stack: Stack) => unknown]>([
    ['CommonArtifactKey', 'the role of instances', stack => instances({ resourceBucket: keysOf(stack) })(stack)],
    ['StorageArtifactKey', 'the policies of users', stack => creators({ resourceBucket: keysOf(stack) })(stack)],
  ])('%s grants the key in addition to the listed one: %s', (sid, _what, build) => {
    const statements = policiesOf(synthesize(build, { env: ENV }).template).flatMap(policy => policy.statements);
    expect(statements.find(({ Sid }) => Sid === sid)!.Resource).toEqual([
      `arn:aws:kms:eu-central-1:${ACCOUNT}:key/named`, `arn:aws:kms:eu-central-1:${ACCOUNT}:key/own`,
    ]);
  });
});

test('warns of a key in another account', () => {
  const { warnings } = synthesize(stack => {
    const encryptionKey = kms.Key.fromKeyArn(stack, 'Theirs', `arn:aws:kms:eu-central-1:${OTHER_ACCOUNT}:key/theirs`);
    instances({ resourceBucket: { bucket: someBucket(stack), encryptionKey } })(stack);
  }, { env: ENV });
  expect(warnings).toEqual([
    expect.stringContaining(`'resourceBucket.encryptionKey' names a resource of account ${OTHER_ACCOUNT}`),
  ]);
});
