import { Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as sns from 'aws-cdk-lib/aws-sns';
import {
  arn, bucket, Estate, keyArn, logGroup, NO_MORE_NETWORK, NO_OTHER_IMAGES, NO_OTHER_LOGS, NO_OTHER_METRICS,
  NO_OTHER_VOLUME_KEY, object, OTHER_ACCOUNT, PULL_IMAGES, PUT_METRICS, statementsOf, USE_NETWORK, VOLUME_KEY,
  WRITE_LOGS,
} from './fixtures';
import { SageMakerModelOptions, SageMakerModelPackage } from '../../../src';
import { RequestRow, RequestTables } from '../../support/request-table';

const ENDPOINTS = '/aws/sagemaker/Endpoints';
const COMPONENTS = '/aws/sagemaker/InferenceComponents';
const TRANSFORM_JOBS = '/aws/sagemaker/TransformJobs';
const STREAM = 'AllTraffic/i-0123456789abcdef0';
const MARKETPLACE_PACKAGE = arn('sagemaker', 'model-package/speech-0123456789abcdef', '446921602837');
const NAMESPACES = [ENDPOINTS, COMPONENTS, TRANSFORM_JOBS];

/** Requests of endpoints and of transform jobs. */
const SERVE: RequestRow[] = [
  ...WRITE_LOGS(`${ENDPOINTS}/churn`, STREAM),
  ...WRITE_LOGS(`${COMPONENTS}/churn`, STREAM),
  ...WRITE_LOGS(TRANSFORM_JOBS, 'job-1/i-0123456789abcdef0'),
];

const SERVE_ONLY: RequestRow[] = [
  ...NO_OTHER_LOGS(`${ENDPOINTS}/churn`, STREAM),
  ['create the log group of training jobs', 'logs:CreateLogGroup', logGroup('/aws/sagemaker/TrainingJobs')],
  ...NO_OTHER_METRICS,
];

const READ_MODEL: RequestRow[] = [
  ['find and list the bucket of its artifacts', ['s3:GetBucketLocation', 's3:ListBucket'], bucket('models')],
  ['read an artifact', 's3:GetObject', object('models', 'churn/model.tar.gz')],
];

const READ_MODEL_ONLY: RequestRow[] = [
  ['read the artifact of another model', 's3:GetObject', object('models', 'fraud/model.tar.gz')],
  ['change its artifact', 's3:PutObject', object('models', 'churn/model.tar.gz')],
  ['delete its artifact', 's3:DeleteObject', object('models', 'churn/model.tar.gz')],
  ['list another bucket', 's3:ListBucket', bucket('data')],
];

/** Requests of batch transform and of asynchronous inference, each with its own bucket names. */
const useRequests = (kind: string): RequestRow[] => [
  ['find and list the bucket of requests', ['s3:GetBucketLocation', 's3:ListBucket'], bucket(`${kind}-requests`)],
  ['find and list the bucket of responses', ['s3:GetBucketLocation', 's3:ListBucket'], bucket(`${kind}-responses`)],
  ['read a request', 's3:GetObject', object(`${kind}-requests`, 'in/1.json')],
  ['write a response', ['s3:AbortMultipartUpload', 's3:PutObject'], object(`${kind}-responses`, 'out/1.json.out')],
  ['decrypt a request', 'kms:Decrypt', keyArn('input')],
  ['encrypt a response', ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'], keyArn('output')],
];

const useNoOtherRequests = (kind: string): RequestRow[] => [
  ['read other requests', 's3:GetObject', object(`${kind}-requests`, 'other/1.json')],
  ['write into the requests', 's3:PutObject', object(`${kind}-requests`, 'in/1.json')],
  ['read a response', 's3:GetObject', object(`${kind}-responses`, 'out/1.json.out')],
  ['write other responses', 's3:PutObject', object(`${kind}-responses`, 'other/1.json.out')],
  ['delete a response', 's3:DeleteObject', object(`${kind}-responses`, 'out/1.json.out')],
  ['encrypt with the key of the requests', 'kms:Encrypt', keyArn('input')],
  ['decrypt a request with another key', 'kms:Decrypt', keyArn('other')],
];

export const MODEL_TABLES: RequestTables = [
  {
    name: 'a model behind an endpoint',
    statements: statementsOf((estate, stack) => ({
      model: {
        modelData: [estate.folder('models', 'churn/')],
        modelDataKeys: [estate.key('input')],
        images: [estate.image('train'), estate.imageOfAws('pytorch-training')],
        vpc: true,
        volumeKey: estate.key('volume'),
        rollbackAlarms: [cloudwatch.Alarm.fromAlarmArn(stack, 'Alarm', arn('cloudwatch', 'alarm:errors'))],
        modelPackages: [
          SageMakerModelPackage.groupName('churn'),
          SageMakerModelPackage.unversioned('Uplift'),
          SageMakerModelPackage.of(arn('sagemaker', 'model-package/shared/2', OTHER_ACCOUNT)),
          SageMakerModelPackage.marketplace(MARKETPLACE_PACKAGE),
        ],
        dataCapture: { outputs: [estate.folder('captured', 'churn/')], outputKey: estate.key('output') },
        metricNamespaces: ['my-containers'],
      },
    })),
    allowed: [
      ...SERVE,
      ...READ_MODEL,
      ...PUT_METRICS(...NAMESPACES, 'my-containers'),
      ...PULL_IMAGES,
      ...USE_NETWORK,
      ...VOLUME_KEY,
      ['find VPC endpoints', 'ec2:DescribeVpcEndpoints', '*'],
      ['decrypt its artifacts', 'kms:Decrypt', keyArn('input')],
      ['describe the alarm that rolls back', 'cloudwatch:DescribeAlarms', arn('cloudwatch', 'alarm:errors')],
      ['use a package of its group', 'sagemaker:AccessModelPackage', arn('sagemaker', 'model-package/churn/3')],
      ['use a package without versions', 'sagemaker:AccessModelPackage', arn('sagemaker', 'model-package/Uplift')],
      ['use it under its name in lower case', 'sagemaker:AccessModelPackage', arn('sagemaker', 'model-package/uplift')],
      [
        'use a package of another account',
        'sagemaker:AccessModelPackage',
        arn('sagemaker', 'model-package/shared/2', OTHER_ACCOUNT),
      ],
      ['use a package of AWS Marketplace', 'sagemaker:AccessModelPackage', MARKETPLACE_PACKAGE],
      ['capture a request', ['s3:AbortMultipartUpload', 's3:PutObject'], object('captured', 'churn/AllTraffic/1.jsonl')],
      ['encrypt what it captures', ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'], keyArn('output')],
    ],
    denied: [
      ...SERVE_ONLY,
      ...READ_MODEL_ONLY,
      ...NO_OTHER_IMAGES,
      ...NO_MORE_NETWORK,
      ...NO_OTHER_VOLUME_KEY,
      ['decrypt with another key', 'kms:Decrypt', keyArn('other')],
      ['encrypt with the key of its artifacts', 'kms:GenerateDataKey', keyArn('input')],
      ['describe another alarm', 'cloudwatch:DescribeAlarms', arn('cloudwatch', 'alarm:other')],
      ['silence the alarm', 'cloudwatch:DeleteAlarms', arn('cloudwatch', 'alarm:errors')],
      ['use a package of another group', 'sagemaker:AccessModelPackage', arn('sagemaker', 'model-package/payments/3')],
      ['use one of a group that starts the same', 'sagemaker:AccessModelPackage', arn('sagemaker', 'model-package/churn-2/3')],
      [
        'use one of another account',
        'sagemaker:AccessModelPackage',
        arn('sagemaker', 'model-package/churn/3', OTHER_ACCOUNT),
      ],
      [
        'use another version of that account',
        'sagemaker:AccessModelPackage',
        arn('sagemaker', 'model-package/shared/3', OTHER_ACCOUNT),
      ],
      ['use a version of another package', 'sagemaker:AccessModelPackage', arn('sagemaker', 'model-package/uplift/1')],
      ['use another package of AWS Marketplace', 'sagemaker:AccessModelPackage', `${MARKETPLACE_PACKAGE}0`],
      ['read what it captured', 's3:GetObject', object('captured', 'churn/AllTraffic/1.jsonl')],
      ['delete what it captured', 's3:DeleteObject', object('captured', 'churn/AllTraffic/1.jsonl')],
      ['write into captured data of others', 's3:PutObject', object('captured', 'fraud/AllTraffic/1.jsonl')],
      ['delete a package', 'sagemaker:DeleteModelPackage', arn('sagemaker', 'model-package/churn/3')],
    ],
  },
  {
    name: 'a model in batch transform jobs',
    statements: statementsOf(estate => ({
      model: { modelData: [estate.folder('models', 'churn/')], batchTransform: requests(estate, 'batch') },
    })),
    allowed: [...SERVE, ...READ_MODEL, ...PUT_METRICS(...NAMESPACES), ...useRequests('batch')],
    denied: [...SERVE_ONLY, ...READ_MODEL_ONLY, ...useNoOtherRequests('batch')],
  },
  {
    name: 'a model behind an asynchronous endpoint',
    statements: statementsOf((estate, stack) => ({ model: asyncModel(estate, stack) })),
    allowed: [
      ...SERVE,
      ...READ_MODEL,
      ...PUT_METRICS(...NAMESPACES),
      ...useRequests('async'),
      ['notify of success', 'sns:Publish', arn('sns', 'success')],
      ['notify of errors', 'sns:Publish', arn('sns', 'errors')],
      ['encrypt notifications', ['kms:Decrypt', 'kms:GenerateDataKey'], keyArn('topic')],
    ],
    denied: [
      ...SERVE_ONLY,
      ...READ_MODEL_ONLY,
      ...useNoOtherRequests('async'),
      ['publish to another topic', 'sns:Publish', arn('sns', 'alerts')],
      ['publish to a topic of another account', 'sns:Publish', arn('sns', 'success', OTHER_ACCOUNT)],
      ['subscribe to its topic', 'sns:Subscribe', arn('sns', 'success')],
      ['let others use the key of its topic', 'kms:CreateGrant', keyArn('topic')],
    ],
  },
];

function requests(estate: Estate, kind: string) {
  return {
    inputs: [estate.folder(`${kind}-requests`, 'in/')],
    outputs: [estate.folder(`${kind}-responses`, 'out/')],
    inputKeys: [estate.key('input')],
    outputKey: estate.key('output'),
  };
}

function asyncModel(estate: Estate, stack: Stack): SageMakerModelOptions {
  const encryptedTopic = sns.Topic.fromTopicAttributes(stack, 'Errors', {
    topicArn: arn('sns', 'errors'),
    keyArn: keyArn('topic'),
  });
  return {
    modelData: [estate.folder('models', 'churn/')],
    asyncInference: {
      ...requests(estate, 'async'),
      topics: [sns.Topic.fromTopicArn(stack, 'Success', arn('sns', 'success')), encryptedTopic],
    },
  };
}
