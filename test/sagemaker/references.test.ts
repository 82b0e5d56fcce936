import { Aws, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import {
  ImageSource, S3Location, SageMakerExecutionRole, SageMakerExecutionRoleProps, SageMakerModelPackage,
  SageMakerSourceArn,
} from '../../src';
import { synthesize } from '../support/synthesize';

// Literal ARNs and names of imported resources, and texts with tokens.

const DATA = [S3Location.uri('s3://data/x/')];
const IMAGES = [ImageSource.anyRepository()];
const TRAINING = { outputs: DATA };
const PLACE = 'eu-central-1:111122223333';

type Props = (stack: Stack) => SageMakerExecutionRoleProps;
const build = (props: Props) => synthesize(stack => new SageMakerExecutionRole(stack, 'Role', props(stack)), {
  env: { account: '111122223333', region: 'eu-central-1' },
});

/** The options that take a resource, by path. Each imports the resource with the ARN. */
const REFERENCES: Readonly<Record<string, (stack: Stack, arn: string) => SageMakerExecutionRoleProps>> = {
  'notebookInstance.passableRoles[0]': (stack, arn) => ({
    notebookInstance: { passableRoles: [iam.Role.fromRoleArn(stack, 'Import', arn)] },
  }),
  'autoMlJob.passableRoles[0]': (stack, arn) => ({
    autoMlJob: {
      inputs: DATA, outputs: DATA, images: IMAGES, passableRoles: [iam.Role.fromRoleArn(stack, 'Import', arn)],
    },
  }),
  'model.asyncInference.topics[0]': (stack, arn) => ({
    model: { asyncInference: { inputs: DATA, outputs: DATA, topics: [sns.Topic.fromTopicArn(stack, 'Import', arn)] } },
  }),
  'model.rollbackAlarms[0]': (stack, arn) => ({
    model: { rollbackAlarms: [cloudwatch.Alarm.fromAlarmArn(stack, 'Import', arn)] },
  }),
  'notebookInstance.codeRepositories[0]': (stack, arn) => ({
    notebookInstance: { codeRepositories: [codecommit.Repository.fromRepositoryArn(stack, 'Import', arn)] },
  }),
  'notebookInstance.networkFileSystems.efs[0]': (stack, arn) => ({
    notebookInstance: {
      networkFileSystems: {
        efs: [efs.FileSystem.fromFileSystemAttributes(stack, 'Import', {
          fileSystemArn: arn, securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'SecurityGroup', 'sg-1'),
        })],
      },
    },
  }),
  'notebookInstance.vpcEndpoints.vpcs[0]': (stack, arn) => ({
    notebookInstance: {
      vpcEndpoints: {
        vpcs: [ec2.Vpc.fromVpcAttributes(stack, 'Import', { vpcId: arn.replace(/.*\//, ''), availabilityZones: ['a'] })],
      },
    },
  }),
  'trainingJob.images[0]': (stack, arn) => ({
    trainingJob: {
      ...TRAINING,
      images: [ImageSource.repository(ecr.Repository.fromRepositoryAttributes(stack, 'Import', {
        repositoryArn: arn, repositoryName: 'train',
      }))],
    },
  }),
  'trainingJob.outputs[0]': (stack, arn) => ({
    trainingJob: {
      outputs: [S3Location.bucket(s3.Bucket.fromBucketAttributes(stack, 'Import', { bucketArn: arn, bucketName: 'data' }))],
    },
  }),
};

const WILDCARDS: readonly (readonly [path: string, what: string, arn: string])[] = [
  ['notebookInstance.passableRoles[0]', 'a role', 'arn:aws:iam::111122223333:role/*'],
  ['notebookInstance.passableRoles[0]', 'a role', 'arn:aws:iam::111122223333:role/${aws:PrincipalTag/team}'],
  ['autoMlJob.passableRoles[0]', 'a role', 'arn:aws:iam::111122223333:role/trai?'],
  ['model.asyncInference.topics[0]', 'a topic', `arn:aws:sns:${PLACE}:*`],
  ['model.rollbackAlarms[0]', 'an alarm', `arn:aws:cloudwatch:${PLACE}:alarm:*`],
  ['notebookInstance.codeRepositories[0]', 'an AWS CodeCommit repository', `arn:aws:codecommit:${PLACE}:lab-*`],
  [
    'notebookInstance.networkFileSystems.efs[0]', 'a file system of Amazon EFS',
    `arn:aws:elasticfilesystem:${PLACE}:file-system/*`,
  ],
  ['notebookInstance.vpcEndpoints.vpcs[0]', 'a VPC', `arn:aws:ec2:${PLACE}:vpc/*`],
  ['trainingJob.images[0]', 'a repository of Amazon ECR', `arn:aws:ecr:${PLACE}:repository/*`],
  ['trainingJob.outputs[0]', 'a bucket', 'arn:aws:s3:::*'],
];

test.each(WILDCARDS)("rejects in '%s' %s with a wildcard or a policy variable: %s", (path, what, arn) => {
  expect(() => build(stack => REFERENCES[path](stack, arn)))
    .toThrow(`Stack/Role: '${path}' must be ${what}, without wildcards and policy variables, got '`);
});

const WRONG_KINDS: readonly (readonly [path: string, arn: string, form: string])[] = [
  [
    'notebookInstance.passableRoles[0]', 'arn:aws:iam::111122223333:instance-profile/train',
    'arn:PARTITION:iam::ACCOUNT:role/NAME',
  ],
  ['autoMlJob.passableRoles[0]', 'arn:aws:iam::111122223333:user/ann', 'arn:PARTITION:iam::ACCOUNT:role/NAME'],
  ['model.asyncInference.topics[0]', `arn:aws:sqs:${PLACE}:done`, 'arn:PARTITION:sns:REGION:ACCOUNT:NAME'],
  ['model.rollbackAlarms[0]', `arn:aws:sns:${PLACE}:alarm:errors`, 'arn:PARTITION:cloudwatch:REGION:ACCOUNT:alarm:NAME'],
  ['notebookInstance.codeRepositories[0]', `arn:aws:ecr:${PLACE}:lab`, 'arn:PARTITION:codecommit:REGION:ACCOUNT:NAME'],
  [
    'notebookInstance.networkFileSystems.efs[0]', `arn:aws:fsx:${PLACE}:file-system/fs-1`,
    'arn:PARTITION:elasticfilesystem:REGION:ACCOUNT:file-system/ID',
  ],
  ['notebookInstance.vpcEndpoints.vpcs[0]', 'subnet-1', 'vpc-ID'],
  ['trainingJob.images[0]', `arn:aws:ecr:${PLACE}:repository/train:1`, 'arn:PARTITION:ecr:REGION:ACCOUNT:repository/NAME'],
  ['trainingJob.outputs[0]', 'arn:aws:s3:::data/models', 'arn:PARTITION:s3:::BUCKET, without a path'],
];

test.each(WRONG_KINDS)("rejects in '%s' an import of another kind: %s", (path, arn, form) => {
  const message = new RegExp(`^Stack/Role: '${path.replace(/[[\].]/g, '\\$&')}' must be an? .*, got '.*': it must have the form ${form}`);
  expect(() => build(stack => REFERENCES[path](stack, arn))).toThrow(message);
});

test.each<[string, Props, string]>([
  [
    'an alarm',
    stack => REFERENCES['model.rollbackAlarms[0]'](stack, 'arn:aws:cloudwatch:eu-central-1:444455556666:alarm:errors'),
    "'model.rollbackAlarms[0]' must be an alarm of the stack's account 111122223333",
  ],
  [
    'a code repository',
    stack => REFERENCES['notebookInstance.codeRepositories[0]'](stack, 'arn:aws:codecommit:eu-central-1:444455556666:lab'),
    "'notebookInstance.codeRepositories[0]' must be an AWS CodeCommit repository of the stack's account 111122223333",
  ],
])('rejects %s in another account', (_what, props, message) => {
  expect(() => build(props)).toThrow(`Stack/Role: ${message}`);
});

test('warns of a topic in another account, whose policy must allow the role, too', () => {
  const { warnings } = build(stack =>
    REFERENCES['model.asyncInference.topics[0]'](stack, 'arn:aws:sns:eu-central-1:444455556666:done'));
  expect(warnings).toEqual([
    expect.stringMatching(/^'model.asyncInference.topics\[0\]' names a resource of account 444455556666: the topic policy/),
  ]);
});

test('accepts names and ARNs that are tokens', () => {
  const { template } = build(stack => ({
    ...REFERENCES['notebookInstance.passableRoles[0]'](stack, `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/${Aws.STACK_NAME}`),
    model: {
      modelPackages: [SageMakerModelPackage.groupName(`churn-${Aws.STACK_NAME}`)],
      metricNamespaces: [`Churn/${Aws.STACK_NAME}`],
    },
    sourceArns: [SageMakerSourceArn.everything(), SageMakerSourceArn.pipeline(`churn-${Aws.STACK_NAME}`)],
  }));
  expect(JSON.stringify(template)).toContain(':role/",{"Ref":"AWS::StackName"}');
  expect(JSON.stringify(template)).toContain('model-package/churn-",{"Ref":"AWS::StackName"},"/*"');
  expect(JSON.stringify(template)).toContain(':pipeline/churn-",{"Ref":"AWS::StackName"},"/*"');
});

test.each<[string, Props, string]>([
  [
    'a model package group with a wildcard',
    () => ({ model: { modelPackages: [SageMakerModelPackage.groupName(`*${Aws.STACK_NAME}`)] } }),
    'the name of SageMakerModelPackage.groupName() in \'model.modelPackages[0]\' must be a name of 1 to 63 letters, digits ' +
      'and hyphens, got "*<token>"',
  ],
  [
    'a model package group with a policy variable',
    () => ({ model: { modelPackages: [SageMakerModelPackage.unversioned('${aws:username}')] } }),
    "the name of SageMakerModelPackage.unversioned() in 'model.modelPackages[0]' must be a name of 1 to 63 letters",
  ],
  [
    'a namespace with a policy variable',
    () => ({ trainingJob: { ...TRAINING, metricNamespaces: ['Team/${aws:PrincipalTag/team}'] } }),
    "'trainingJob.metricNamespaces[0]' must be a CloudWatch namespace",
  ],
  [
    'a prefix with a wildcard',
    stack => ({ trainingJob: { outputs: [S3Location.prefix(new s3.Bucket(stack, 'B'), `a*/${Aws.STACK_NAME}/`)] } }),
    "the prefix of S3Location.prefix() in 'trainingJob.outputs[0]' must not hold a wildcard",
  ],
  [
    'a wildcard in place of the name of a training job',
    () => ({ trainingJob: TRAINING, sourceArns: [SageMakerSourceArn.trainingJob('*')] }),
    "the name of SageMakerSourceArn.trainingJob() in 'sourceArns[0]' must be a name of letters, digits and hyphens, got \"*\"",
  ],
  [
    'a wildcard in the name of a pipeline',
    () => ({ trainingJob: TRAINING, sourceArns: [SageMakerSourceArn.pipeline(`*${Aws.STACK_NAME}`)] }),
    "the name of SageMakerSourceArn.pipeline() in 'sourceArns[0]' must be a name of letters, digits and hyphens, got \"*<token>\"",
  ],
  [
    'a source ARN with a policy variable',
    () => ({
      trainingJob: TRAINING,
      sourceArns: [SageMakerSourceArn.of('arn:aws:sagemaker:*:*:training-job/${aws:PrincipalTag/team}')],
    }),
    "the ARN of SageMakerSourceArn.of() in 'sourceArns[0]' must be an ARN or a pattern of one",
  ],
])('rejects %s', (_what, props, message) => {
  expect(() => build(props)).toThrow(`Stack/Role: ${message}`);
});
