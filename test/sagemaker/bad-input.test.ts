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
const make = (props: Props) => () =>
  synthesize(stack => new SageMakerExecutionRole(stack, 'Role', props(stack)), {
    env: { account: '111122223333', region: 'eu-central-1' },
  });

test.each<[string, Props, string]>([
  [
    'no workload',
    () => ({}),
    "name at least one workload, a role without one can do nothing: 'trainingJob', 'tuningJob', 'processingJob', ",
  ],
  [
    'no inputs in the list',
    () => ({ trainingJob: { ...TRAINING, inputs: [] } }),
    "'trainingJob.inputs' must not be empty: leave it out where there is none, got []",
  ],
  [
    'no outputs',
    () => ({ trainingJob: { outputs: [] } }),
    "'trainingJob.outputs' must not be empty: the job writes its model somewhere, got []",
  ],
  ['no outputs of a tuning job', () => ({ tuningJob: { outputs: [] } }), "'tuningJob.outputs' must not be empty"],
  [
    'no outputs of a processing job',
    () => ({ processingJob: { outputs: [] } }),
    "'processingJob.outputs' must not be empty",
  ],
  [
    'no images in the list',
    () => ({ trainingJob: { ...TRAINING, images: [] } }),
    "'trainingJob.images' must not be empty",
  ],
  [
    'no checkpoints in the list',
    () => ({ trainingJob: { ...TRAINING, checkpoints: [] } }),
    "'trainingJob.checkpoints' must not be empty",
  ],
  [
    'no input keys in the list',
    () => ({ trainingJob: { ...TRAINING, inputKeys: [] } }),
    "'trainingJob.inputKeys' must not be empty",
  ],
  [
    'no namespaces in the list',
    () => ({ trainingJob: { ...TRAINING, metricNamespaces: [] } }),
    "'trainingJob.metricNamespaces' must not be empty",
  ],
  ['no model data in the list', () => ({ model: { modelData: [] } }), "'model.modelData' must not be empty"],
  ['no alarms in the list', () => ({ model: { rollbackAlarms: [] } }), "'model.rollbackAlarms' must not be empty"],
  [
    'no inputs of a transform',
    () => ({ model: { batchTransform: { inputs: [], outputs: DATA } } }),
    "'model.batchTransform.inputs' must not be empty",
  ],
  [
    'no topics in the list',
    () => ({ model: { asyncInference: { inputs: DATA, outputs: DATA, topics: [] } } }),
    "'model.asyncInference.topics' must not be empty",
  ],
  ['no data of a notebook', () => ({ notebookInstance: { data: [] } }), "'notebookInstance.data' must not be empty"],
  [
    'no passable roles in the list',
    () => ({ notebookInstance: { passableRoles: [] } }),
    "'notebookInstance.passableRoles' must not be empty",
  ],
  [
    'network file systems without one',
    () => ({ notebookInstance: { networkFileSystems: {} } }),
    "'notebookInstance.networkFileSystems.efs' or 'notebookInstance.networkFileSystems.fsx' must be set",
  ],
  [
    'a passable role of another account',
    stack => ({
      notebookInstance: {
        passableRoles: [iam.Role.fromRoleArn(stack, 'Other', 'arn:aws:iam::444455556666:role/other')],
      },
    }),
    "'notebookInstance.passableRoles[0]' must be a role of the stack's account, got 'Stack/Other' of account 444455556666",
  ],
  [
    'no file systems in the list',
    () => ({ notebookInstance: { networkFileSystems: { efs: [] } } }),
    "'notebookInstance.networkFileSystems.efs' must not be empty",
  ],
  [
    'no VPCs in the list',
    () => ({ notebookInstance: { vpcEndpoints: { vpcs: [] } } }),
    "'notebookInstance.vpcEndpoints.vpcs' must not be empty",
  ],
  [
    'no images of AutoML',
    () => ({ autoMlJob: { inputs: DATA, outputs: DATA, images: [] } }),
    "'autoMlJob.images' must not be empty",
  ],
  [
    'no images of an image',
    () => ({ image: { images: [] } }),
    "'image.images' must not be empty: a SageMaker image is made of a container image, got []",
  ],
  [
    'no source ARNs in the list',
    () => ({ trainingJob: TRAINING, sourceArns: [] }),
    "'sourceArns' must not be empty: nobody could assume the role, got []",
  ],
  [
    'a list that is a token',
    () => ({ model: { modelPackageGroups: Token.asList({ Ref: 'Groups' }) } }),
    "'model.modelPackageGroups' must be a list whose elements are known at synthesis",
  ],
  [
    'the ARN of an alias',
    stack => ({ trainingJob: { ...TRAINING, outputKey: kms.Key.fromKeyArn(stack, 'K', ALIAS_ARN) } }),
    `'trainingJob.outputKey' must be a key, got '${ALIAS_ARN}'`,
  ],
  [
    'an alias without its key',
    stack => ({ domain: { key: kms.Alias.fromAliasName(stack, 'K', 'alias/data') } }),
    "'domain.key' must be a key, got the alias 'alias/data'",
  ],
  [
    'a bucket with an alias without its key',
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
    "'trainingJob.outputs[0].bucket.encryptionKey' must be a key, got the alias 'alias/data'",
  ],
  [
    'an image URI that is none',
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
    "'trainingJob.outputs[0]' must not start with '/', got '/out'",
  ],
  [
    'a prefix with a wildcard',
    stack => ({ trainingJob: { outputs: [S3Location.prefix(new s3.Bucket(stack, 'B'), 'out/*')] } }),
    "'trainingJob.outputs[0]' must not hold a wildcard",
  ],
  [
    "a prefix that IAM can't write",
    stack => ({ trainingJob: { outputs: [S3Location.prefix(new s3.Bucket(stack, 'B'), 'データ/')] } }),
    'statement "TrainingJobWriteOutputs" holds \'デ\', and policies hold characters of Latin-1 only',
  ],
  [
    'an illegal name',
    () => ({ trainingJob: TRAINING, roleName: 'my role' }),
    '\'roleName\' must be 1 to 64 characters of letters, digits and _+=,.@-, got "my role"',
  ],
  [
    'an illegal path',
    () => ({ trainingJob: TRAINING, path: 'team' }),
    "'path' must be '/', or start and end with '/', got \"team\"",
  ],
  [
    'a short session',
    () => ({ trainingJob: TRAINING, maxSessionDuration: Duration.minutes(5) }),
    "'maxSessionDuration' must be 1 to 12 hours, got 5 minutes",
  ],
  [
    'a Sid that collides',
    () => ({
      trainingJob: TRAINING,
      additionalStatements: [
        new iam.PolicyStatement({ sid: 'TrainingJobWriteLogs', actions: ['s3:GetObject'], resources: ['*'] }),
      ],
    }),
    "'additionalStatements' has the Sid 'TrainingJobWriteLogs', which another statement of the role has",
  ],
  [
    'the same part of the API twice',
    () => ({ notebookInstance: { apiAccess: [SageMakerApiAccess.MODELS, SageMakerApiAccess.MODELS] } }),
    "'notebookInstance.apiAccess' has the part 'Models' twice",
  ],
  [
    'a part of the API without actions',
    () => ({ notebookInstance: { apiAccess: [SageMakerApiAccess.of('None', [], [])] } }),
    "'notebookInstance.apiAccess[0].actions' must not be empty: there is nothing to call, got []",
  ],
  [
    'a part of another API',
    () => ({ notebookInstance: { apiAccess: [SageMakerApiAccess.of('Other', ['s3:GetObject'], [])] } }),
    "'notebookInstance.apiAccess[0].actions[0]' must be an action of SageMaker such as 'sagemaker:CreateLabelingJob'",
  ],
  [
    'a part of the API with an illegal name',
    () => ({ notebookInstance: { apiAccess: [SageMakerApiAccess.of('a b', ['sagemaker:X'], [])] } }),
    "'notebookInstance.apiAccess[0].name' must be a name of letters and digits",
  ],
  [
    'an existing role of another account',
    stack => ({
      trainingJob: TRAINING,
      existingRole: iam.Role.fromRoleArn(stack, 'E', 'arn:aws:iam::444455556666:role/x'),
    }),
    "'existingRole' (Stack/E) is of account 444455556666, the stack of 111122223333",
  ],
  [
    'a trust condition on an existing role',
    stack => ({
      trainingJob: TRAINING,
      sourceAccountCondition: true,
      existingRole: iam.Role.fromRoleName(stack, 'E', 'x'),
    }),
    "'sourceAccountCondition' can't be set together with 'existingRole'",
  ],
  [
    'source ARNs on an existing role',
    stack => ({
      trainingJob: TRAINING,
      sourceArns: [SageMakerSourceArn.everything()],
      existingRole: iam.Role.fromRoleName(stack, 'E', 'x'),
    }),
    "'sourceArns' can't be set together with 'existingRole'",
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
    'a resource type that is a pattern',
    () => ({ notebookInstance: { apiAccess: [SageMakerApiAccess.of('X', ['sagemaker:X'], ['labeling-job/*'])] } }),
    "'notebookInstance.apiAccess[0].resourceTypes[0]' must be a resource type such as 'labeling-job'",
  ],
  [
    'a namespace that is a wildcard',
    () => ({ trainingJob: { ...TRAINING, metricNamespaces: ['*'] } }),
    "'trainingJob.metricNamespaces[0]' must be a CloudWatch namespace such as 'Churn/Training', not only wildcards",
  ],
  [
    'a source ARN that is a wildcard',
    () => ({ trainingJob: TRAINING, sourceArns: [SageMakerSourceArn.of('*')] }),
    "'sourceArns[0].arn' must be an ARN",
  ],
  [
    'a pipeline without a name',
    () => ({ trainingJob: TRAINING, sourceArns: [SageMakerSourceArn.pipeline('')] }),
    "'sourceArns[0].name' must be a name of letters, digits and hyphens",
  ],
])('fails for %s', (_what, props, message) => {
  expect(make(props)).toThrow(/^Stack\/Role: /);
  expect(make(props)).toThrow(message);
});

test('fails for a policy over the limit, with both numbers and the option that moves it', () => {
  const inputs = Array.from({ length: 300 }, (_, index) => S3Location.uri(`s3://data/a-folder-with-a-name/${index}/`));
  expect(make(() => ({ trainingJob: { ...TRAINING, inputs } }))).toThrow(
    /\[Stack\/Role\] the inline policies of the role together take \d{5} to \d{5} characters, IAM allows 10240: set policyPlacement: PolicyPlacement.MANAGED/,
  );
});

test('a failed role leaves nothing behind', () => {
  const stack = new Stack(undefined, 'Stack');
  expect(() => new SageMakerExecutionRole(stack, 'Role', { trainingJob: { outputs: [] } })).toThrow();
  expect(stack.node.findChild('Role').node.children).toEqual([]);
});
