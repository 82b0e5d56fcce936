import { Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import {
  ImageSource,
  S3Location,
  SageMakerExecutionRole,
  SageMakerExecutionRoleProps,
  SageMakerMlflowServer,
  SageMakerModelPackage,
  SageMakerRegisteredModel,
} from '../../src';
import { synthesize } from '../support/synthesize';

const DATA = [S3Location.uri('s3://data/x/')];
const TRAINING = { outputs: DATA };

type Props = (stack: Stack) => SageMakerExecutionRoleProps;
const build = (props: Props) => () =>
  synthesize(stack => new SageMakerExecutionRole(stack, 'Role', props(stack)), {
    env: { account: '111122223333', region: 'eu-central-1' },
  });

// The compiler rejects these values; a cast or an untyped language does not.
test.each<[string, Props, string]>([
  ['no properties', () => undefined as never, "'props' must be an object of options, got nothing"],
  [
    'true in place of a workload',
    () => ({ trainingJob: true as never }),
    "'trainingJob' must be an object of options, got true",
  ],
  ['null in place of a workload', () => ({ model: null as never }), "'model' must be an object of options, got null"],
  ['false in place of a workload', () => ({ image: false as never }), "'image' must be an object of options, got false"],
  // Context values from the command line are strings.
  ...([
    ['sdkRoleCheck', flag => ({ trainingJob: TRAINING, sdkRoleCheck: flag })],
    ['sourceAccountCondition', flag => ({ trainingJob: TRAINING, sourceAccountCondition: flag })],
    ['trainingJob.vpc', vpc => ({ trainingJob: { ...TRAINING, vpc } })],
    ['processingJob.modelMonitor', modelMonitor => ({ processingJob: { modelMonitor } })],
    ['trainingJob.remoteDebug', remoteDebug => ({ trainingJob: { ...TRAINING, remoteDebug } })],
    ['model.vpc', vpc => ({ model: { vpc } })],
    ['mlflow.modelRegistry.lineage', lineage => ({
      mlflow: {
        artifactStores: DATA,
        modelRegistry: { registeredModels: [SageMakerRegisteredModel.anyModel()], lineage },
      },
    })],
    ...(['registerModels', 'deletion', 'userInterface'] as const).map(
      (option): [string, (flag: boolean) => SageMakerExecutionRoleProps] => [`processingJob.mlflow.${option}`, flag => ({
        processingJob: { mlflow: { servers: [SageMakerMlflowServer.anyApp()], [option]: flag } },
      })]),
    ['notebookInstance.passItself', passItself => ({ notebookInstance: { passItself } })],
    ['notebookInstance.readMetrics', readMetrics => ({ notebookInstance: { readMetrics } })],
    ['notebookInstance.networkFileSystems.fsx', fsx => ({ notebookInstance: { networkFileSystems: { fsx } } })],
  ] satisfies [string, (flag: boolean) => SageMakerExecutionRoleProps][]).map(
    ([property, props]): [string, Props, string] => [
      `text in place of ${property}`,
      () => props('false' as never),
      `'${property}' must be true or false, got "false"`,
    ],
  ),
  [
    'a job without outputs',
    () => ({ trainingJob: {} as never }),
    "'trainingJob.outputs' must be a list, each element an S3Location",
  ],
  [
    'a location in place of a list',
    () => ({ trainingJob: { outputs: DATA[0] as never } }),
    "'trainingJob.outputs' must be a list",
  ],
  [
    'text in place of a location',
    () => ({ trainingJob: { outputs: ['s3://x/y' as never] } }),
    '\'trainingJob.outputs[0]\' must be an S3Location, such as S3Location.prefix(), got "s3://x/y"',
  ],
  [
    'a location without a bucket',
    () => ({ trainingJob: { outputs: [S3Location.prefix(undefined as never, 'x/')] } }),
    "'trainingJob.outputs[0]' must be a bucket, got nothing",
  ],
  [
    'a number in place of a prefix',
    stack => ({ trainingJob: { outputs: [S3Location.prefix(new s3.Bucket(stack, 'B'), 5 as never)] } }),
    "the prefix of S3Location.prefix() in 'trainingJob.outputs[0]' must be a string, got 5",
  ],
  [
    'text in place of an image',
    () => ({ trainingJob: { ...TRAINING, images: ['x' as never] } }),
    "'trainingJob.images[0]' must be an ImageSource",
  ],
  [
    'text in place of a repository',
    () => ({ trainingJob: { ...TRAINING, images: [ImageSource.repository('x' as never)] } }),
    '\'trainingJob.images[0]\' must be a repository of Amazon ECR, got "x": pass ecr.Repository.fromRepositoryName(',
  ],
  [
    'an ARN in place of a key',
    () => ({ trainingJob: { ...TRAINING, outputKey: 'arn:aws:kms:eu-central-1:111122223333:key/a' as never } }),
    '\'trainingJob.outputKey\' must be a key, got "arn:aws:kms:eu-central-1:111122223333:key/a": pass kms.Key.fromKeyArn(',
  ],
  [
    'an ARN in place of the key of a domain',
    () => ({ domain: { key: 'arn:aws:kms:eu-central-1:111122223333:key/a' as never } }),
    "'domain.key' must be a key, got \"arn:aws:kms:eu-central-1:111122223333:key/a\": pass kms.Key.fromKeyArn(",
  ],
  ['text in place of a flag', () => ({ studio: { remoteAccess: 'false' as never } }), "'studio.remoteAccess' must be true or false"],
  [
    'text in place of a part of the API',
    () => ({ notebookInstance: { apiAccess: ['sagemaker:*' as never] } }),
    "'notebookInstance.apiAccess[0]' must be a SageMakerApiAccess",
  ],
  [
    'text in place of a database',
    () => ({ featureStore: { offlineStores: DATA, databases: ['features' as never] } }),
    '\'featureStore.databases[0]\' must be a database of AWS Glue, got "features": pass glue.CfnDatabase.fromDatabaseName(',
  ],
  [
    'text in place of a role',
    () => ({ notebookInstance: { passableRoles: ['x' as never] } }),
    '\'notebookInstance.passableRoles[0]\' must be a role, got "x": pass iam.Role.fromRoleName(scope, id, NAME)',
  ],
  [
    'a number in place of a name',
    () => ({ trainingJob: TRAINING, roleName: 5 as never }),
    "'roleName' must be 1 to 64 characters",
  ],
  [
    'text in place of a placement',
    () => ({ trainingJob: TRAINING, policyPlacement: 'inline' as never }),
    "'policyPlacement' must be one of PolicyPlacement.INLINE, PolicyPlacement.MANAGED, PolicyPlacement.SEPARATE, got",
  ],
  [
    'an ARN in place of an existing role',
    () => ({ trainingJob: TRAINING, existingRole: 'arn:aws:iam::1:role/x' as never }),
    '\'existingRole\' must be a role, got "arn:aws:iam::1:role/x": pass iam.Role.fromRoleArn(scope, id, ARN)',
  ],
  [
    'JSON in place of a statement',
    () => ({ trainingJob: TRAINING, additionalStatements: [{ Effect: 'Allow' } as never] }),
    "'additionalStatements[0]' must be an iam.PolicyStatement",
  ],
  [
    'a name in place of a managed policy',
    () => ({ trainingJob: TRAINING, additionalManagedPolicies: ['ReadOnlyAccess' as never] }),
    "'additionalManagedPolicies[0]' must be a managed policy",
  ],
  [
    'text in place of a source ARN',
    () => ({ trainingJob: TRAINING, sourceArns: ['arn:aws:sagemaker:*' as never] }),
    "'sourceArns[0]' must be a SageMakerSourceArn",
  ],
  [
    'a group name with a wildcard',
    () => ({ model: { modelPackages: [SageMakerModelPackage.groupName('churn-*')] } }),
    "the name of SageMakerModelPackage.groupName() in 'model.modelPackages[0]' must be a name of 1 to 63 letters",
  ],
  [
    'text in place of a model package',
    () => ({ model: { modelPackages: ['churn' as never] } }),
    "'model.modelPackages[0]' must be a SageMakerModelPackage, such as SageMakerModelPackage.groupName(), got \"churn\"",
  ],
  [
    'a name in place of a model package group',
    () => ({ model: { modelPackages: [SageMakerModelPackage.group('churn' as never)] } }),
    '\'model.modelPackages[0]\' must be a model package group, got "churn": pass a CfnModelPackageGroup, or use ',
  ],
  [
    'the ARN of a group in place of that of a package',
    () => ({ model: { modelPackages: [SageMakerModelPackage.of('arn:aws:sagemaker:eu-central-1:111122223333:model-package-group/x')] } }),
    "the ARN of SageMakerModelPackage.of() in 'model.modelPackages[0]' must be the ARN of a model package, such as ",
  ],
  [
    'all packages of AWS Marketplace',
    () => ({ model: { modelPackages: [SageMakerModelPackage.marketplace('arn:aws:sagemaker:eu-central-1:446921602837:model-package/*')] } }),
    "the ARN of SageMakerModelPackage.marketplace() in 'model.modelPackages[0]' must be the ARN of a model package",
  ],
  [
    'a bucket in place of a location',
    stack => ({ trainingJob: { outputs: [new s3.Bucket(stack, 'B') as never] } }),
    "'trainingJob.outputs[0]' must be an S3Location, such as S3Location.prefix(), got the construct 'Stack/B'",
  ],
  [
    'a function in place of a location',
    () => ({ trainingJob: { outputs: [(() => undefined) as never] } }),
    "'trainingJob.outputs[0]' must be an S3Location, such as S3Location.prefix(), got a function",
  ],
  [
    'a number in place of a duration',
    () => ({ trainingJob: TRAINING, maxSessionDuration: 3600 as never }),
    "'maxSessionDuration' must be a Duration, got 3600",
  ],
])('rejects %s', (_what, props, message) => {
  expect(build(props)).toThrow(`Stack/Role: ${message}`);
});
