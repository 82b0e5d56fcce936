import {
  attackers, CHECKPOINT, CLOSED, DATA_OF_OTHERS, ENDPOINT, EVIL_JOB, inNamespace, logStream, MODEL, NO_API,
  OF_OTHER_USERS, repository, roleOf, sagemaker, SDK_BUCKET, TO_SAGEMAKER,
} from './fixtures';
import { ImageSource, S3Location, SageMakerModelPackage, SageMakerTrainingJobOptions } from '../../../src';
import { Fixtures } from '../../support/given';
import { Attack, AttackTable } from '../attack';
import {
  arn, FOR_AWS, iamArn, INTERFACE, keyArn, keyOf, OF_ANOTHER_ACCOUNT, s3Arn, SECURITY_GROUP,
} from '../resources';

const TRAINED = s3Arn('models/out/payments/model.tar.gz');
const IN_SUBNET = arn('ec2', 'subnet/subnet-0fedcba9876543210');
const REQUEST = s3Arn('requests/async/in/ann.json');

const training = (given: Fixtures): SageMakerTrainingJobOptions => ({
  inputs: [S3Location.prefix(given.bucket('data'), 'train/')],
  outputs: [S3Location.prefix(given.bucket('models'), 'out/')],
  checkpoints: [S3Location.bucket(given.bucket('checkpoints'))],
  images: [ImageSource.repository(given.repository('train'))],
  inputKeys: [given.key('inputs')],
  outputKey: given.key('outputs'),
  volumeKey: given.key('volumes'),
  vpc: true,
});

const serving = (given: Fixtures) => ({
  modelData: [S3Location.prefix(given.bucket('models'), 'out/')],
  images: [ImageSource.repository(given.repository('serve'))],
  modelPackages: [SageMakerModelPackage.groupName('fraud'), SageMakerModelPackage.unversioned('uplift')],
  dataCapture: { outputs: [S3Location.uri('s3://captured/churn/')] },
  rollbackAlarms: [given.alarm('errors')],
  vpc: true,
  volumeKey: given.key('volumes'),
  batchTransform: {
    inputs: [S3Location.uri('s3://requests/batch/in/')], outputs: [S3Location.uri('s3://requests/batch/out/')],
  },
  asyncInference: {
    inputs: [S3Location.uri('s3://requests/async/in/')],
    outputs: [S3Location.uri('s3://requests/async/out/')],
    topics: [given.topic('done')],
  },
});

/** The model that serves what the job trains, and a job that resumes from its checkpoints. */
const READERS = {
  model: roleOf(given => ({ model: serving(given) }), 'Model'),
  resumed: roleOf(given => ({
    trainingJob: { ...training(given), inputs: [S3Location.bucket(given.bucket('payroll'))] },
  }), 'Resumed'),
};

const NETWORK: readonly Attack[] = [
  ['the network of others', 'network', ['ec2:CreateNetworkInterface', INTERFACE],
    ['ec2:CreateNetworkInterface', IN_SUBNET],
    ['ec2:CreateNetworkInterface', SECURITY_GROUP],
    ['ec2:CreateNetworkInterfacePermission', INTERFACE, { 'ec2:Permission': 'INSTANCE-ATTACH' }]],
  ['interfaces of others', 'network', ['ec2:DeleteNetworkInterface', INTERFACE]],
  ['interfaces of others, by their groups', 1, ['ec2:ModifyNetworkInterfaceAttribute', INTERFACE]],
  ['security groups of others', 1, ['ec2:AuthorizeSecurityGroupIngress', SECURITY_GROUP]],
];

/** What the code of a training or tuning job does. */
const TRAINING: readonly Attack[] = [
  ...CLOSED,
  ...OF_OTHER_USERS,
  ...NO_API,
  ...NETWORK,
  ['requests of others, by a model that an endpoint loads', 'outputs', ['s3:PutObject', TRAINED],
    ['s3:GetObject', TRAINED, {}, 'model'], ['s3:GetObject', REQUEST, {}, 'model']],
  ['requests of others', 1, ['s3:GetObject', REQUEST]],
  ['inputs of others, by a checkpoint from which their job resumes', 'outputs', ['s3:PutObject', CHECKPOINT],
    ['s3:GetObject', CHECKPOINT, {}, 'resumed'], ['s3:GetObject', s3Arn('payroll/salaries'), {}, 'resumed']],
  ['models of others, to read them', 1, ['s3:GetObject', TRAINED]],
  ['models of others, to delete them', 1, ['s3:DeleteObject', TRAINED]],
  ['false inputs of other jobs', 1, ['s3:PutObject', s3Arn('data/train/part-0')]],
  ['data outside of its inputs', 1, ['s3:GetObject', s3Arn('data/private/part-0')]],
  ['a bucket of another account', 1, ['s3:PutObject', s3Arn('models-evil/out/x'), OF_ANOTHER_ACCOUNT]],
  ['its own image, for later jobs', 1, ['ecr:PutImage', repository('train')]],
  ['images of others, to read them', 1, ['ecr:BatchGetImage', repository('payments')]],
  ['false logs of other jobs', 'jobLogs', ['logs:PutLogEvents', logStream('/aws/sagemaker/TrainingJobs')]],
  ['logs of other jobs', 1, ['logs:GetLogEvents', logStream('/aws/sagemaker/TrainingJobs')]],
  ['false logs of notebooks', 1, ['logs:PutLogEvents', logStream('/aws/sagemaker/NotebookInstances')]],
  ['metrics of other jobs', 'metrics', ['cloudwatch:PutMetricData', '*', inNamespace('/aws/sagemaker/TrainingJobs')]],
  ['metrics of others', 1, ['cloudwatch:PutMetricData', '*', inNamespace('Payments')]],
  ['what the keys encrypt elsewhere', 'keys', ['kms:Decrypt', keyOf('inputs')], ['kms:Decrypt', keyOf('outputs')]],
  ['the key of volumes, for services', 'keys', ['kms:CreateGrant', keyOf('volumes'), FOR_AWS]],
  ['the key of volumes, for itself', 1, ['kms:CreateGrant', keyOf('volumes')]],
  ['what the key of volumes encrypts', 1, ['kms:Decrypt', keyOf('volumes')]],
  ['the keys of data, for others', 1, ['kms:CreateGrant', keyOf('inputs')]],
  ['the keys, by their policy', 1, ['kms:PutKeyPolicy', keyOf('volumes')]],
  ['another key', 1, ['kms:Decrypt', keyArn('99999999')]],
];

export const WORKLOAD_ATTACKS: readonly AttackTable[] = [
  attackers('the code of a SageMaker training job', given => ({ trainingJob: training(given) }), TRAINING, READERS),
  attackers('the code of a SageMaker training job with remote debugging', given => ({
    trainingJob: { ...training(given), remoteDebug: true },
  }), [
    ...CLOSED,
    ...NO_API,
    ['a shell for its users', 'remoteDebug', ['ssmmessages:CreateControlChannel', '*'],
      ['ssmmessages:OpenDataChannel', '*']],
    ['a shell in containers of others', 1, ['ssm:StartSession', arn('ec2', 'instance/i-0fedcba9876543210')]],
    ['commands on instances', 1, ['ssm:SendCommand', arn('ec2', 'instance/i-0fedcba9876543210')]],
  ]),
  attackers('the code of a SageMaker processing job with Spark', () => ({
    processingJob: { sparkOutputs: [S3Location.uri('s3://tables/churn/')] },
  }), [
    ...CLOSED,
    ...NO_API,
    ['tables of others in the location', 'sparkOutputs', ['s3:GetObject', s3Arn('tables/churn/payments/part-0')],
      ['s3:PutObject', s3Arn('tables/churn/payments/part-0')],
      ['s3:DeleteObject', s3Arn('tables/churn/payments/part-0')]],
    ['other tables', 1, ['s3:DeleteObject', s3Arn('tables/payments/part-0')]],
    ['the bucket', 1, ['s3:DeleteBucket', s3Arn('tables')]],
  ]),
  attackers('the code of a SageMaker tuning job', given => ({ tuningJob: training(given) }), TRAINING, READERS),
  attackers('the code of a SageMaker processing job', given => ({
    processingJob: {
      inputs: [S3Location.prefix(given.bucket('data'), 'raw/'), S3Location.sageMakerDefaultBucket('process/')],
      outputs: [S3Location.prefix(given.bucket('data'), 'train/')],
      images: [ImageSource.repository(given.repository('process'))],
    },
  }), [
    ...CLOSED,
    ...OF_OTHER_USERS,
    ...NO_API,
    ['false inputs of training jobs', 'outputs', ['s3:PutObject', s3Arn('data/train/part-0')],
      ['s3:GetObject', s3Arn('data/train/part-0'), {}, 'training']],
    ['data outside of its inputs', 1, ['s3:GetObject', s3Arn('data/private/part-0')]],
    ['code from a bucket of another account', 'sdkBucket',
      ['s3:GetObject', s3Arn(`${SDK_BUCKET}/process/code.py`), OF_ANOTHER_ACCOUNT]],
    ['code of other jobs', 1, ['s3:GetObject', s3Arn(`${SDK_BUCKET}/payments/code.py`)]],
    ['its own code, for later jobs', 1, ['s3:PutObject', s3Arn(`${SDK_BUCKET}/process/code.py`)]],
    ['false logs of other jobs', 'jobLogs', ['logs:PutLogEvents', logStream('/aws/sagemaker/ProcessingJobs')]],
    ['false logs of training jobs', 1, ['logs:PutLogEvents', logStream('/aws/sagemaker/TrainingJobs')]],
    ['metrics of other jobs', 'metrics',
      ['cloudwatch:PutMetricData', '*', inNamespace('/aws/sagemaker/ProcessingJobs')]],
    ['the network of others', 1, ['ec2:CreateNetworkInterface', INTERFACE]],
  ], { training: roleOf(given => ({ trainingJob: training(given) }), 'Training') }),
  attackers('the code of a SageMaker model', given => ({ model: serving(given) }), [
    ...CLOSED,
    ...OF_OTHER_USERS,
    ...NO_API,
    ...NETWORK,
    ['requests of all users', 'requests', ['s3:GetObject', REQUEST],
      ['s3:PutObject', s3Arn('requests/async/out/ann.json')]],
    ['false requests', 1, ['s3:PutObject', REQUEST]],
    ['other data in the bucket of requests', 1, ['s3:GetObject', s3Arn('requests/payments')]],
    ['another model, for later instances', 1, ['s3:PutObject', TRAINED]],
    ['its own image, for later instances', 1, ['ecr:PutImage', repository('serve')]],
    ['its image for another account', 1, ['ecr:SetRepositoryPolicy', repository('serve')]],
    ['subscribers of the topic', 'topics', ['sns:Publish', arn('sns', 'done')]],
    ['notifications of others', 1, ['sns:Publish', arn('sns', 'payments')]],
    ['a copy of all notifications', 1, ['sns:Subscribe', arn('sns', 'done')]],
    ['packages without approval', 'packages', ['sagemaker:AccessModelPackage', sagemaker('model-package/fraud/7')]],
    ['packages of others', 1, ['sagemaker:AccessModelPackage', sagemaker('model-package/fraud-2/7')]],
    ['versions of a package without versions', 1,
      ['sagemaker:AccessModelPackage', sagemaker('model-package/uplift/1')]],
    ['false inputs of monitoring', 'capture', ['s3:PutObject', s3Arn('captured/churn/AllTraffic/1.jsonl')]],
    ['requests that are captured from others', 1, ['s3:GetObject', s3Arn('captured/churn/AllTraffic/1.jsonl')]],
    ['a deployment without its rollback', 1, ['cloudwatch:DisableAlarmActions', arn('cloudwatch', 'alarm:errors')]],
    ['a deployment without its rollback, by metrics', 'metrics',
      ['cloudwatch:PutMetricData', '*', inNamespace('/aws/sagemaker/Endpoints')]],
    ['false logs of other endpoints', 'jobLogs', ['logs:PutLogEvents', logStream('/aws/sagemaker/Endpoints/payments')]],
    ['answers of other endpoints', 1, ['sagemaker:InvokeEndpoint', ENDPOINT]],
    ['the key of volumes, for services', 'keys', ['kms:CreateGrant', keyOf('volumes'), FOR_AWS]],
    ['the key of volumes, for itself', 1, ['kms:CreateGrant', keyOf('volumes')]],
  ]),
  attackers('code with the role of a SageMaker AutoML job', given => ({
    autoMlJob: {
      inputs: [S3Location.prefix(given.bucket('data'), 'train/')],
      outputs: [S3Location.prefix(given.bucket('models'), 'out/')],
      images: [ImageSource.anyRepository()],
      passableRoles: [given.role('serve')],
    },
  }), [
    ...CLOSED,
    ...OF_OTHER_USERS,
    ...NO_API,
    ['requests of others, by an endpoint of the same name', 'autoMl', ['sagemaker:DeleteEndpoint', ENDPOINT],
      ['sagemaker:CreateModel', sagemaker('model/evil')],
      ['sagemaker:CreateEndpointConfig', sagemaker('endpoint-config/evil')],
      ['sagemaker:CreateEndpoint', ENDPOINT]],
    ['data of models of others, by an endpoint', 'autoMl', ['sagemaker:DescribeModel', MODEL],
      ['sagemaker:CreateEndpointConfig', sagemaker('endpoint-config/evil'), { 'sagemaker:ModelArn': MODEL }],
      ['sagemaker:CreateEndpoint', sagemaker('endpoint/evil')],
      ['sagemaker:InvokeEndpoint', sagemaker('endpoint/evil')]],
    ['models of others, to delete them', 'autoMl', ['sagemaker:DeleteModel', MODEL]],
    ['a listed role', 'passableRoles', ['iam:PassRole', iamArn('role/serve'), TO_SAGEMAKER],
      ['sagemaker:CreateModel', sagemaker('model/evil')]],
    ['a role with a similar name', 1, ['iam:PassRole', iamArn('role/serve-admin'), TO_SAGEMAKER]],
    ['containers of other endpoints', 1, ['sagemaker:CreateInferenceComponent', sagemaker('inference-component/evil')]],
    ['tags of endpoints', 'tags', ['sagemaker:AddTags', ENDPOINT]],
    ['models of other jobs', 'outputs', ['s3:GetObject', TRAINED], ['s3:PutObject', TRAINED]],
    ['all images', 'anyRepository', ['ecr:BatchGetImage', repository('payments')]],
  ]),
  attackers('an app of a SageMaker domain', () => ({ domain: {} }), [
    ...CLOSED,
    ...OF_OTHER_USERS,
    ...NO_API,
    ['false logs of other apps', 'jobLogs', ['logs:PutLogEvents', logStream('/aws/sagemaker/studio')]],
    ['an app', 1, ['sagemaker:CreateApp', sagemaker('app/d-0123/lab/jupyterlab/default')]],
  ]),
  attackers('an app of an encrypted SageMaker domain', given => ({ domain: { key: given.key('domain') } }), [
    ...CLOSED,
    ...OF_OTHER_USERS,
    ...NO_API,
    ['the key, for services', 'keys', ['kms:DescribeKey', keyOf('domain')],
      ['kms:CreateGrant', keyOf('domain'), FOR_AWS]],
    ['the key, for itself', 1, ['kms:CreateGrant', keyOf('domain')], ['kms:Decrypt', keyOf('domain')]],
    ['the key, for another account', 1,
      ['kms:CreateGrant', keyOf('domain'), { 'kms:GranteePrincipal': 'arn:aws:iam::999988887777:root' }]],
    ['files of others', 1, ['kms:Decrypt', keyOf('domain')]],
    ['false logs of other apps', 'jobLogs', ['logs:PutLogEvents', logStream('/aws/sagemaker/studio')]],
    ['false logs of jobs', 1, ['logs:PutLogEvents', logStream('/aws/sagemaker/TrainingJobs')]],
  ]),
  attackers('somebody who creates SageMaker images', given => ({
    image: { images: [ImageSource.repository(given.repository('studio'))] },
  }), [
    ...CLOSED,
    ...OF_OTHER_USERS,
    ...NO_API,
    ['the image that apps run', 1, ['ecr:PutImage', repository('studio')]],
    ['the image for another account', 1, ['ecr:SetRepositoryPolicy', repository('studio')]],
    ['the end of the image', 1, ['ecr:BatchDeleteImage', repository('studio')]],
    ['images of others, to read them', 1, ['ecr:BatchGetImage', repository('payments')]],
  ]),
  attackers('the code of a SageMaker job without limits', () => ({
    trainingJob: { inputs: [S3Location.anyBucket()], outputs: [S3Location.anyBucket()] }, sdkRoleCheck: true,
  }), [
    ['data of others', 'anyBucket', ['s3:GetObject', DATA_OF_OTHERS], ['s3:PutObject', DATA_OF_OTHERS]],
    ['a bucket of another account', 'anyBucket', ['s3:PutObject', s3Arn('evil/data'), OF_ANOTHER_ACCOUNT]],
    ['the end of data of others', 1, ['s3:DeleteObject', DATA_OF_OTHERS]],
    ['a bucket, by its policy', 1, ['s3:PutBucketPolicy', s3Arn('payments')]],
    ['alarms of others', 'metrics', ['cloudwatch:PutMetricData', '*', inNamespace('Payments')]],
    ['the network of others', 'network', ['ec2:CreateNetworkInterface', INTERFACE],
      ['ec2:DeleteNetworkInterface', INTERFACE]],
    ['a job', 1, ['sagemaker:CreateTrainingJob', EVIL_JOB]],
  ]),
];
