import { Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import {
  ImageSource,
  S3Location,
  SageMakerApiAccess,
  SageMakerExecutionRole,
  SageMakerExecutionRoleProps,
} from '../../src';
import { synthesize } from '../support/synthesize';

const DATA = [S3Location.uri('s3://data/x/')];
const TRAINING = { outputs: DATA };

type Props = (stack: Stack) => SageMakerExecutionRoleProps;
const make = (props: Props) => () =>
  synthesize(stack => new SageMakerExecutionRole(stack, 'Role', props(stack)), {
    env: { account: '111122223333', region: 'eu-central-1' },
  });

// What a cast or an untyped language lets through.
test.each<[string, Props, string]>([
  ['no properties', () => undefined as never, "'props' must be an object of options, got nothing"],
  [
    'a flag for a workload',
    () => ({ trainingJob: true as never }),
    "'trainingJob' must be an object of options, got true",
  ],
  ['null for a workload', () => ({ model: null as never }), "'model' must be an object of options, got null"],
  ['false for a workload', () => ({ image: false as never }), "'image' must be an object of options, got false"],
  // Context gives text for what was set at the command line.
  ...([
    ['sdkRoleCheck', flag => ({ trainingJob: TRAINING, sdkRoleCheck: flag })],
    ['sourceAccountCondition', flag => ({ trainingJob: TRAINING, sourceAccountCondition: flag })],
    ['trainingJob.vpc', vpc => ({ trainingJob: { ...TRAINING, vpc } })],
    ['model.vpc', vpc => ({ model: { vpc } })],
    ['notebookInstance.passItself', passItself => ({ notebookInstance: { passItself } })],
    ['notebookInstance.readMetrics', readMetrics => ({ notebookInstance: { readMetrics } })],
    ['notebookInstance.networkFileSystems.fsx', fsx => ({ notebookInstance: { networkFileSystems: { fsx } } })],
  ] satisfies [string, (flag: boolean) => SageMakerExecutionRoleProps][]).map(
    ([property, props]): [string, Props, string] => [
      `text for ${property}`,
      () => props('false' as never),
      `'${property}' must be true or false, got "false"`,
    ],
  ),
  [
    'no outputs',
    () => ({ trainingJob: {} as never }),
    "'trainingJob.outputs' must be a list, each element an S3Location",
  ],
  [
    'a location for a list',
    () => ({ trainingJob: { outputs: DATA[0] as never } }),
    "'trainingJob.outputs' must be a list",
  ],
  [
    'text for a location',
    () => ({ trainingJob: { outputs: ['s3://x/y' as never] } }),
    '\'trainingJob.outputs[0]\' must be an S3Location, such as S3Location.prefix(), got "s3://x/y"',
  ],
  [
    'a location without a bucket',
    () => ({ trainingJob: { outputs: [S3Location.prefix(undefined as never, 'x/')] } }),
    "'trainingJob.outputs[0]' must be a location in a bucket such as s3.Bucket, got nothing",
  ],
  [
    'a prefix that is no text',
    stack => ({ trainingJob: { outputs: [S3Location.prefix(new s3.Bucket(stack, 'B'), 5 as never)] } }),
    "'trainingJob.outputs[0]' must be a string, got 5",
  ],
  [
    'text for an image',
    () => ({ trainingJob: { ...TRAINING, images: ['x' as never] } }),
    "'trainingJob.images[0]' must be an ImageSource",
  ],
  [
    'an image without a repository',
    () => ({ trainingJob: { ...TRAINING, images: [ImageSource.repository('x' as never)] } }),
    '\'trainingJob.images[0]\' must be an image of a repository such as ecr.Repository, got "x"',
  ],
  [
    'the ARN of a key',
    () => ({ trainingJob: { ...TRAINING, outputKey: 'arn:aws:kms:eu-central-1:111122223333:key/a' as never } }),
    "'trainingJob.outputKey' must be a key, such as kms.Key, got \"arn:aws:kms",
  ],
  ['no key of a domain', () => ({ domain: {} as never }), "'domain.key' must be a key, such as kms.Key, got nothing"],
  [
    'text for a part of the API',
    () => ({ notebookInstance: { apiAccess: ['sagemaker:*' as never] } }),
    "'notebookInstance.apiAccess[0]' must be a SageMakerApiAccess",
  ],
  [
    'text for a role',
    () => ({ notebookInstance: { passableRoles: ['x' as never] } }),
    '\'notebookInstance.passableRoles[0]\' must be a role, got "x"',
  ],
  [
    'a number for a name',
    () => ({ trainingJob: TRAINING, roleName: 5 as never }),
    "'roleName' must be 1 to 64 characters",
  ],
  [
    'a placement that is none',
    () => ({ trainingJob: TRAINING, policyPlacement: 'inline' as never }),
    '\'policyPlacement\' must be a PolicyPlacement, got "inline"',
  ],
  [
    'an ARN for an existing role',
    () => ({ trainingJob: TRAINING, existingRole: 'arn:aws:iam::1:role/x' as never }),
    "'existingRole' must be a role, such as iam.Role",
  ],
  [
    'JSON for a statement',
    () => ({ trainingJob: TRAINING, additionalStatements: [{ Effect: 'Allow' } as never] }),
    "'additionalStatements[0]' must be an iam.PolicyStatement",
  ],
  [
    'the name of a managed policy',
    () => ({ trainingJob: TRAINING, additionalManagedPolicies: ['ReadOnlyAccess' as never] }),
    "'additionalManagedPolicies[0]' must be a managed policy",
  ],
  [
    'text for a source ARN',
    () => ({ trainingJob: TRAINING, sourceArns: ['arn:aws:sagemaker:*' as never] }),
    "'sourceArns[0]' must be a SageMakerSourceArn",
  ],
  [
    'a group name with a wildcard',
    () => ({ model: { modelPackageGroups: ['churn-*'] } }),
    "'model.modelPackageGroups[0]' must be the name of a model package group",
  ],
  [
    'a bucket for a location',
    stack => ({ trainingJob: { outputs: [new s3.Bucket(stack, 'B') as never] } }),
    "'trainingJob.outputs[0]' must be an S3Location, such as S3Location.prefix(), got \"<Bucket",
  ],
  [
    'a function for a location',
    () => ({ trainingJob: { outputs: [(() => undefined) as never] } }),
    "'trainingJob.outputs[0]' must be an S3Location, such as S3Location.prefix(), got a function",
  ],
  [
    'a construct of the library for a role',
    stack => ({
      notebookInstance: {
        passableRoles: [new SageMakerExecutionRole(stack, 'Other', { trainingJob: TRAINING }) as never],
      },
    }),
    "'notebookInstance.passableRoles[0]' must be a role, got \"<SageMakerExecutionRole Stack/Other>\": pass its 'role'",
  ],
  [
    'a number for a duration',
    () => ({ trainingJob: TRAINING, maxSessionDuration: 3600 as never }),
    "'maxSessionDuration' must be a Duration, got 3600",
  ],
  [
    'a part of the API without actions',
    () => ({ notebookInstance: { apiAccess: [SageMakerApiAccess.of('X', undefined as never, [])] } }),
    "'notebookInstance.apiAccess[0].actions' must be a list",
  ],
  [
    'a part of the API without resource types',
    () => ({ notebookInstance: { apiAccess: [SageMakerApiAccess.of('X', ['sagemaker:X'], undefined as never)] } }),
    "'notebookInstance.apiAccess[0].resourceTypes' must be a list",
  ],
])('fails for %s', (_what, props, message) => {
  expect(make(props)).toThrow(`Stack/Role: ${message}`);
});
