import { Duration, Lazy, Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import {
  ImageSource,
  PolicyPlacement,
  S3Location,
  SageMakerApiAccess,
  SageMakerExecutionRole,
  SageMakerExecutionRoleProps,
  SageMakerSourceArn,
} from '../../src';
import { synthesize } from '../support/synthesize';

const DATA = [S3Location.uri('s3://data/x/')];
const TRAINING = { outputs: DATA };
const ALIAS_ARN = 'arn:aws:kms:eu-central-1:111122223333:alias/data';

type Props = (stack: Stack) => SageMakerExecutionRoleProps;
const build = (props: Props) => () =>
  synthesize(stack => new SageMakerExecutionRole(stack, 'Role', props(stack)), {
    env: { account: '111122223333', region: 'eu-central-1' },
  });

test.each<[string, Props, string]>([
  [
    'no workload',
    () => ({}),
    "set at least one workload, because a role without one can do nothing: 'trainingJob', 'tuningJob', 'processingJob', ",
  ],
  [
    'an empty list of inputs',
    () => ({ trainingJob: { ...TRAINING, inputs: [] } }),
    "'trainingJob.inputs' must not be empty: leave it out instead, got []",
  ],
  [
    'an empty list of outputs',
    () => ({ trainingJob: { outputs: [] } }),
    "'trainingJob.outputs' must not be empty: a training job requires an output location, got []",
  ],
  [
    'an empty list of outputs of a tuning job',
    () => ({ tuningJob: { outputs: [] } }),
    "'tuningJob.outputs' must not be empty",
  ],
  [
    'an empty list of outputs of a processing job',
    () => ({ processingJob: { outputs: [] } }),
    "'processingJob.outputs' must not be empty",
  ],
  [
    'an empty list of images',
    () => ({ trainingJob: { ...TRAINING, images: [] } }),
    "'trainingJob.images' must not be empty",
  ],
  [
    'an empty list of checkpoints',
    () => ({ trainingJob: { ...TRAINING, checkpoints: [] } }),
    "'trainingJob.checkpoints' must not be empty",
  ],
  [
    'an empty list of input keys',
    () => ({ trainingJob: { ...TRAINING, inputKeys: [] } }),
    "'trainingJob.inputKeys' must not be empty",
  ],
  [
    'an empty list of namespaces',
    () => ({ trainingJob: { ...TRAINING, metricNamespaces: [] } }),
    "'trainingJob.metricNamespaces' must not be empty",
  ],
  ['an empty list of model data', () => ({ model: { modelData: [] } }), "'model.modelData' must not be empty"],
  ['an empty list of alarms', () => ({ model: { rollbackAlarms: [] } }), "'model.rollbackAlarms' must not be empty"],
  [
    'an empty list of inputs of a transform job',
    () => ({ model: { batchTransform: { inputs: [], outputs: DATA } } }),
    "'model.batchTransform.inputs' must not be empty",
  ],
  [
    'an empty list of topics',
    () => ({ model: { asyncInference: { inputs: DATA, outputs: DATA, topics: [] } } }),
    "'model.asyncInference.topics' must not be empty",
  ],
  [
    'an empty list of data of a notebook',
    () => ({ notebookInstance: { data: [] } }),
    "'notebookInstance.data' must not be empty",
  ],
  [
    'an empty list of stoppable instances',
    () => ({ notebookInstance: { stoppableInstances: [] } }),
    "'notebookInstance.stoppableInstances' must not be empty: leave it out instead, got []",
  ],
  [
    'all instances as stoppable',
    () => ({ notebookInstance: { stoppableInstances: ['*'] } }),
    "'notebookInstance.stoppableInstances[0]' must be the name of a notebook instance",
  ],
  [
    'an empty list of read-only data',
    () => ({ notebookInstance: { readOnlyData: [] } }),
    "'notebookInstance.readOnlyData' must not be empty",
  ],
  [
    'an empty list of pushable images',
    () => ({ notebookInstance: { pushableImages: [] } }),
    "'notebookInstance.pushableImages' must not be empty",
  ],
  [
    'an empty list of passable roles',
    () => ({ notebookInstance: { passableRoles: [] } }),
    "'notebookInstance.passableRoles' must not be empty",
  ],
  [
    'network file systems without EFS and FSx',
    () => ({ notebookInstance: { networkFileSystems: {} } }),
    "'notebookInstance.networkFileSystems.efs' or 'notebookInstance.networkFileSystems.fsx' must be set",
  ],
  [
    'a passable role in another account',
    stack => ({
      notebookInstance: {
        passableRoles: [iam.Role.fromRoleArn(stack, 'Other', 'arn:aws:iam::444455556666:role/other')],
      },
    }),
    "'notebookInstance.passableRoles[0]' must be a role of the stack's account 111122223333, got " +
      "'arn:aws:iam::444455556666:role/other' of account 444455556666: roles are never passed to another account",
  ],
  [
    'an empty list of file systems',
    () => ({ notebookInstance: { networkFileSystems: { efs: [] } } }),
    "'notebookInstance.networkFileSystems.efs' must not be empty",
  ],
  [
    'an empty list of VPCs',
    () => ({ notebookInstance: { vpcEndpoints: { vpcs: [] } } }),
    "'notebookInstance.vpcEndpoints.vpcs' must not be empty",
  ],
  [
    'an empty list of images of AutoML',
    () => ({ autoMlJob: { inputs: DATA, outputs: DATA, images: [] } }),
    "'autoMlJob.images' must not be empty",
  ],
  [
    'an empty list of container images',
    () => ({ image: { images: [] } }),
    "'image.images' must not be empty: a SageMaker image is created from a container image, got []",
  ],
  [
    'an empty list of source ARNs',
    () => ({ trainingJob: TRAINING, sourceArns: [] }),
    "'sourceArns' must not be empty: leave it out instead, got []",
  ],
  [
    'a token in place of a list',
    () => ({ model: { metricNamespaces: Token.asList({ Ref: 'Groups' }) } }),
    "'model.metricNamespaces' must be a list whose elements are known at synthesis",
  ],
  [
    'the ARN of an alias',
    stack => ({ trainingJob: { ...TRAINING, outputKey: kms.Key.fromKeyArn(stack, 'K', ALIAS_ARN) } }),
    `'trainingJob.outputKey' must be a key, got '${ALIAS_ARN}'`,
  ],
  [
    'an alias with an unknown key',
    stack => ({ domain: { key: kms.Alias.fromAliasName(stack, 'K', 'alias/data') } }),
    "'domain.key' must be a key, got the alias 'alias/data'",
  ],
  [
    'a bucket with an alias with an unknown key',
    stack => ({
      trainingJob: {
        outputs: [
          S3Location.bucket(
            s3.Bucket.fromBucketAttributes(stack, 'B', {
              bucketName: 'data',
              encryptionKey: kms.Alias.fromAliasName(stack, 'K', 'alias/data'),
            }),
          ),
        ],
      },
    }),
    "'trainingJob.outputs[0].encryptionKey' must be a key, got the alias 'alias/data'",
  ],
  [
    'text that is not an image URI',
    () => ({ trainingJob: { ...TRAINING, images: [ImageSource.uri('python:3')] } }),
    "'trainingJob.images[0]' must be the URI of an image in Amazon ECR",
  ],
  [
    'an image URI that is a token',
    () => ({ trainingJob: { ...TRAINING, images: [ImageSource.uri(Lazy.string({ produce: () => 'x' }))] } }),
    "'trainingJob.images[0]' holds an image URI that is a token",
  ],
  [
    'a prefix with a leading slash',
    stack => ({ trainingJob: { outputs: [S3Location.prefix(new s3.Bucket(stack, 'B'), '/out')] } }),
    "the prefix of S3Location.prefix() in 'trainingJob.outputs[0]' must not start with '/', got '/out'",
  ],
  [
    'a prefix with a wildcard',
    stack => ({ trainingJob: { outputs: [S3Location.prefix(new s3.Bucket(stack, 'B'), 'out/*')] } }),
    "the prefix of S3Location.prefix() in 'trainingJob.outputs[0]' must not hold a wildcard",
  ],
  [
    'a prefix with characters that IAM does not accept',
    stack => ({ trainingJob: { outputs: [S3Location.prefix(new s3.Bucket(stack, 'B'), 'データ/')] } }),
    'statement "TrainingJobWriteOutputs" contains \'デ\', but policies may contain only Latin-1 characters',
  ],
  [
    'an invalid name',
    () => ({ trainingJob: TRAINING, roleName: 'my role' }),
    '\'roleName\' must be 1 to 64 characters of letters, digits and _+=,.@-, got "my role"',
  ],
  [
    'an invalid path',
    () => ({ trainingJob: TRAINING, path: 'team' }),
    "'path' must be '/', or start and end with '/', without the wildcards * and ?, and without $",
  ],
  [
    'a session that is too short',
    () => ({ trainingJob: TRAINING, maxSessionDuration: Duration.minutes(5) }),
    "'maxSessionDuration' must be 1 to 12 hours, got 5 minutes",
  ],
  [
    'a Sid of a documented statement',
    () => ({
      trainingJob: TRAINING,
      additionalStatements: [
        new iam.PolicyStatement({ sid: 'TrainingJobWriteLogs', actions: ['s3:GetObject'], resources: ['*'] }),
      ],
    }),
    "'additionalStatements' has the Sid 'TrainingJobWriteLogs', which another statement of the role has",
  ],
  [
    'a duplicate part of the API',
    () => ({ notebookInstance: { apiAccess: [SageMakerApiAccess.MODELS, SageMakerApiAccess.MODELS] } }),
    "'notebookInstance.apiAccess' has the part 'Models' twice",
  ],
  [
    'an existing role in another account',
    stack => ({
      trainingJob: TRAINING,
      existingRole: iam.Role.fromRoleArn(stack, 'E', 'arn:aws:iam::444455556666:role/x'),
    }),
    "'existingRole' (Stack/E) is in account 444455556666, the stack in 111122223333",
  ],
  [
    'a trust condition on an existing role',
    stack => ({
      trainingJob: TRAINING,
      sourceAccountCondition: true,
      existingRole: iam.Role.fromRoleName(stack, 'E', 'x'),
    }),
    "'sourceAccountCondition' cannot be combined with 'existingRole' (Stack/E): change its trust policy where the role",
  ],
  [
    'source ARNs on an existing role',
    stack => ({
      trainingJob: TRAINING,
      sourceArns: [SageMakerSourceArn.everything()],
      existingRole: iam.Role.fromRoleName(stack, 'E', 'x'),
    }),
    "'sourceArns' cannot be combined with 'existingRole' (Stack/E): change its trust policy where the role is created",
  ],
  [
    'a placement on an existing role',
    stack => ({
      trainingJob: TRAINING,
      policyPlacement: PolicyPlacement.INLINE,
      existingRole: iam.Role.fromRoleName(stack, 'E', 'x'),
    }),
    "'policyPlacement' must be SEPARATE together with 'existingRole'",
  ],
  [
    'a namespace of only wildcards',
    () => ({ trainingJob: { ...TRAINING, metricNamespaces: ['*'] } }),
    "'trainingJob.metricNamespaces[0]' must be a CloudWatch namespace such as 'Churn/Training', not only wildcards",
  ],
  [
    'a source ARN of another service',
    () => ({ trainingJob: TRAINING, sourceArns: [SageMakerSourceArn.of('arn:aws:lambda:*:*:function:x')] }),
    "the ARN of SageMakerSourceArn.of() in 'sourceArns[0]' must be an ARN or a pattern of one in SageMaker",
  ],
  [
    'a wildcard in place of a source ARN',
    () => ({ trainingJob: TRAINING, sourceArns: [SageMakerSourceArn.of('*')] }),
    "the ARN of SageMakerSourceArn.of() in 'sourceArns[0]' must be an ARN",
  ],
  [
    'an empty name of a pipeline',
    () => ({ trainingJob: TRAINING, sourceArns: [SageMakerSourceArn.pipeline('')] }),
    "the name of SageMakerSourceArn.pipeline() in 'sourceArns[0]' must be a name of letters, digits and hyphens, got \"\"",
  ],
])('rejects %s', (_what, props, message) => {
  expect(build(props)).toThrow(/^Stack\/Role: /);
  expect(build(props)).toThrow(message);
});

test('rejects a policy over the limit, with both numbers and the option that moves it', () => {
  const inputs = Array.from({ length: 300 }, (_, index) => S3Location.uri(`s3://data/a-folder-with-a-name/${index}/`));
  expect(build(() => ({ trainingJob: { ...TRAINING, inputs } }))).toThrow(
    /\[Stack\/Role\] the inline policies of the role together take \d{5} to \d{5} characters, IAM allows 10240: set policyPlacement: PolicyPlacement.MANAGED/,
  );
});

test('creates nothing for a rejected role', () => {
  const stack = new Stack(undefined, 'Stack');
  expect(() => new SageMakerExecutionRole(stack, 'Role', { trainingJob: { outputs: [] } })).toThrow();
  expect(stack.node.findChild('Role').node.children).toEqual([]);
});
