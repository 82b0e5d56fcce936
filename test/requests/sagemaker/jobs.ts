import {
  ACCOUNT, bucket, Estate, keyArn, logGroup, NO_MORE_NETWORK, NO_OTHER_IMAGES, NO_OTHER_LOGS, NO_OTHER_METRICS,
  NO_OTHER_VOLUME_KEY, object, OTHER_ACCOUNT, PULL_IMAGES, PUT_METRICS, REGION, SDK_BUCKET, statementsOf,
  statementsOnBuckets, USE_NETWORK, VOLUME_KEY, WRITE_LOGS,
} from './fixtures';
import { mlflowClientTables } from './mlflow';
import { MONITORING_TABLES } from './monitoring';
import { S3Location, SageMakerProcessingJobOptions, SageMakerTrainingJobOptions } from '../../../src';
import { RequestRow, RequestTables } from '../../support/request-table';

const TRAINING_LOGS = '/aws/sagemaker/TrainingJobs';
const PROCESSING_LOGS = '/aws/sagemaker/ProcessingJobs';

/** A job whose code the Python SDK uploads to its default bucket, below a prefix of the team. */
const CODE = { inputs: [S3Location.sageMakerDefaultBucket('churn/')] };

const USE_CODE: RequestRow[] = [
  ['find and list the bucket of its code', ['s3:GetBucketLocation', 's3:ListBucket'], bucket(SDK_BUCKET)],
  ['download its code', 's3:GetObject', object(SDK_BUCKET, 'churn/job-1/input/code/train.py')],
];

const NO_OTHER_CODE: RequestRow[] = [
  ['download the code of others', 's3:GetObject', object(SDK_BUCKET, 'payments/job-1/input/code/train.py')],
  ['replace its code', 's3:PutObject', object(SDK_BUCKET, 'churn/job-1/input/code/train.py')],
  ['download code in another region', 's3:GetObject', object(`sagemaker-us-east-1-${ACCOUNT}`, 'churn/code/train.py')],
  ['download code of another account', 's3:GetObject', object(`sagemaker-${REGION}-${OTHER_ACCOUNT}`, 'churn/code/train.py')],
  ['download from a bucket with a longer name', 's3:GetObject', object(`${SDK_BUCKET}-more`, 'churn/code/train.py')],
  ['create the bucket of its code', 's3:CreateBucket', bucket(SDK_BUCKET)],
];

const CHANNELS = ['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel'];

/** What a training job is allowed that only writes a model. */
const ALONE: readonly RequestRow[] = [
  ...WRITE_LOGS(TRAINING_LOGS, 'job-1/algo-1'),
  ...PUT_METRICS(TRAINING_LOGS),
  ['find and list the bucket of its outputs', ['s3:GetBucketLocation', 's3:ListBucket'], bucket('models')],
  ['write its model', ['s3:AbortMultipartUpload', 's3:PutObject'], object('models', 'out/model.tar.gz')],
];

export const TRAINING_JOB_TABLES: RequestTables = [
  {
    name: 'a training job',
    statements: statementsOf(estate => ({ trainingJob: trainingJob(estate) })),
    allowed: [...allowedToJobs(TRAINING_LOGS), ...withCheckpoints()],
    denied: [...deniedToJobs(TRAINING_LOGS), ...nothingElseOnCheckpoints()],
  },
  {
    name: 'a training job with remote debugging',
    statements: statementsOf(estate => ({ trainingJob: { ...trainingJob(estate), remoteDebug: true } })),
    allowed: [
      ...allowedToJobs(TRAINING_LOGS),
      ...withCheckpoints(),
      ['connect to Systems Manager', CHANNELS.map(channel => `ssmmessages:${channel}`), '*'],
    ],
    denied: [['receive commands of Systems Manager', 'ec2messages:GetMessages', '*']],
  },
  {
    name: 'a training job whose role passes the check of the Python SDK',
    statements: statementsOf(estate => ({
      trainingJob: { outputs: [estate.folder('models', 'out/')] },
      sdkRoleCheck: true,
    })),
    allowed: [
      ...WRITE_LOGS(TRAINING_LOGS, 'job-1/algo-1'),
      ...PUT_METRICS(TRAINING_LOGS, 'any-namespace'),
      ...USE_NETWORK,
      ['put metrics without a namespace', 'cloudwatch:PutMetricData', '*'],
      ['log in to registries', 'ecr:GetAuthorizationToken', '*'],
      ['find and list the bucket of its outputs', ['s3:GetBucketLocation', 's3:ListBucket'], bucket('models')],
      ['write its model', ['s3:AbortMultipartUpload', 's3:PutObject'], object('models', 'out/model.tar.gz')],
    ],
    denied: [
      ...NO_OTHER_LOGS(TRAINING_LOGS, 'job-1/algo-1'),
      ...NO_MORE_NETWORK,
      ['read its outputs', 's3:GetObject', object('models', 'out/model.tar.gz')],
    ],
  },
  {
    name: 'a training job whose code the Python SDK uploads',
    statements: statementsOnBuckets(estate => ({ trainingJob: { ...CODE, outputs: [estate.folder('models', 'out/')] } })),
    allowed: [
      ...USE_CODE,
      ['find and list the bucket of its outputs', ['s3:GetBucketLocation', 's3:ListBucket'], bucket('models')],
      ['write its model', ['s3:AbortMultipartUpload', 's3:PutObject'], object('models', 'out/model.tar.gz')],
    ],
    denied: NO_OTHER_CODE,
  },
  ...mlflowClientTables('a training job', ALONE, (mlflow, estate) => ({
    trainingJob: { outputs: [estate.folder('models', 'out/')], mlflow },
  })),
];

export const TUNING_JOB_TABLES: RequestTables = [
  {
    name: 'a tuning job',
    statements: statementsOf(estate => ({ tuningJob: trainingJob(estate) })),
    allowed: [...allowedToJobs(TRAINING_LOGS), ...withCheckpoints()],
    denied: [...deniedToJobs(TRAINING_LOGS), ...nothingElseOnCheckpoints()],
  },
  ...mlflowClientTables('a tuning job', ALONE, (mlflow, estate) => ({
    tuningJob: { outputs: [estate.folder('models', 'out/')], mlflow },
  })),
];

export const PROCESSING_JOB_TABLES: RequestTables = [
  {
    name: 'a processing job',
    statements: statementsOf(estate => ({ processingJob: processingJob(estate) })),
    allowed: allowedToJobs(PROCESSING_LOGS),
    denied: deniedToJobs(PROCESSING_LOGS),
  },
  {
    name: 'a processing job whose code the Python SDK uploads',
    statements: statementsOnBuckets(() => ({
      processingJob: { ...CODE, outputs: [S3Location.sageMakerDefaultBucket('results/')] },
    })),
    allowed: [
      ...USE_CODE,
      ['write its results', ['s3:AbortMultipartUpload', 's3:PutObject'], object(SDK_BUCKET, 'results/job-1/output/a.csv')],
    ],
    denied: [...NO_OTHER_CODE, ['read its results', 's3:GetObject', object(SDK_BUCKET, 'results/job-1/output/a.csv')]],
  },
  {
    name: 'a processing job with Spark',
    statements: statementsOf(estate => ({
      processingJob: { ...processingJob(estate), sparkOutputs: [estate.folder('tables', 'churn/')] },
    })),
    allowed: [
      ...allowedToJobs(PROCESSING_LOGS),
      ['find and list the bucket of its tables', ['s3:GetBucketLocation', 's3:ListBucket'], bucket('tables')],
      [
        'write a table, and rename its files',
        ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:PutObject'],
        object('tables', 'churn/_temporary/0/part-0.parquet'),
      ],
    ],
    denied: [
      ...deniedToJobs(PROCESSING_LOGS),
      ['delete tables of others', 's3:DeleteObject', object('tables', 'fraud/_temporary/0/part-0.parquet')],
      ['read tables of others', 's3:GetObject', object('tables', 'fraud/_temporary/0/part-0.parquet')],
    ],
  },
  ...MONITORING_TABLES,
  ...mlflowClientTables('a processing job', [
    ...WRITE_LOGS(PROCESSING_LOGS, 'job-1/algo-1'), ...PUT_METRICS(PROCESSING_LOGS),
  ], mlflow => ({ processingJob: { mlflow } })),
];

function processingJob(estate: Estate): SageMakerProcessingJobOptions {
  return {
    inputs: [
      estate.folder('data', 'train/'),
      estate.file('data', 'manifests/train.manifest'),
      estate.encryptedBucket('sensitive-data'),
    ],
    outputs: [estate.folder('models', 'out/')],
    images: [estate.image('train'), estate.imageOfAws('pytorch-training')],
    vpc: true,
    inputKeys: [estate.key('input')],
    outputKey: estate.key('output'),
    volumeKey: estate.key('volume'),
    metricNamespaces: ['my-containers'],
  };
}

function trainingJob(estate: Estate): SageMakerTrainingJobOptions {
  return { ...processingJob(estate), outputs: [estate.folder('models', 'out/')], checkpoints: [estate.folder('spot', 'run/')] };
}

function allowedToJobs(group: string): RequestRow[] {
  return [
    ...WRITE_LOGS(group, 'job-1/algo-1-1700000000'),
    ...PUT_METRICS(group, 'my-containers'),
    ...PULL_IMAGES,
    ...USE_NETWORK,
    ...VOLUME_KEY,
    ['find and list the bucket of its inputs', ['s3:GetBucketLocation', 's3:ListBucket'], bucket('data')],
    ['find and list an encrypted bucket', ['s3:GetBucketLocation', 's3:ListBucket'], bucket('sensitive-data')],
    ['find and list the bucket of its outputs', ['s3:GetBucketLocation', 's3:ListBucket'], bucket('models')],
    ['read an input', 's3:GetObject', object('data', 'train/part-0001.csv')],
    ['read a manifest', 's3:GetObject', object('data', 'manifests/train.manifest')],
    ['read an object of the encrypted bucket', 's3:GetObject', object('sensitive-data', 'any/where.csv')],
    ['write an output', 's3:PutObject', object('models', 'out/job-1/output/model.tar.gz')],
    ['abort a failed upload', 's3:AbortMultipartUpload', object('models', 'out/job-1/output/model.tar.gz')],
    ['decrypt its inputs', 'kms:Decrypt', keyArn('input')],
    ['decrypt objects of the encrypted bucket', 'kms:Decrypt', keyArn('bucket')],
    ['encrypt its outputs', ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'], keyArn('output')],
  ];
}

function deniedToJobs(group: string): RequestRow[] {
  return [
    ...NO_OTHER_LOGS(group, 'job-1/algo-1-1700000000'),
    ...NO_OTHER_METRICS,
    ...NO_OTHER_IMAGES,
    ...NO_MORE_NETWORK,
    ...NO_OTHER_VOLUME_KEY,
    ['read its logs', 'logs:FilterLogEvents', logGroup(group)],
    ['read another prefix', 's3:GetObject', object('data', 'test/part-0001.csv')],
    ['read a prefix that starts the same', 's3:GetObject', object('data', 'training/part-0001.csv')],
    ['read an object whose key starts like the manifest', 's3:GetObject', object('data', 'manifests/train.manifest.bak')],
    ['read another bucket', 's3:GetObject', object('other-data', 'train/part-0001.csv')],
    ['read a bucket whose name starts the same', 's3:GetObject', object('data-2', 'train/part-0001.csv')],
    ['read its outputs', 's3:GetObject', object('models', 'out/job-1/output/model.tar.gz')],
    ['write into its inputs', 's3:PutObject', object('data', 'train/part-0001.csv')],
    ['write to another prefix', 's3:PutObject', object('models', 'production/model.tar.gz')],
    ['delete an output', 's3:DeleteObject', object('models', 'out/job-1/output/model.tar.gz')],
    ['delete an input', 's3:DeleteObject', object('data', 'train/part-0001.csv')],
    ['change who reads an output', 's3:PutObjectAcl', object('models', 'out/job-1/output/model.tar.gz')],
    ['list another bucket', 's3:ListBucket', bucket('other-data')],
    ['delete a bucket', 's3:DeleteBucket', bucket('models')],
    ['decrypt with another key', 'kms:Decrypt', keyArn('other')],
    ['decrypt with its key of another account', 'kms:Decrypt', keyArn('input', OTHER_ACCOUNT)],
    ['encrypt with the key of its inputs', 'kms:GenerateDataKey', keyArn('input')],
    ['encrypt with the key of its volumes', 'kms:Encrypt', keyArn('volume')],
    ['delete the key of its outputs', 'kms:ScheduleKeyDeletion', keyArn('output')],
  ];
}

function withCheckpoints(): RequestRow[] {
  return [
    ['find and list the bucket of its checkpoints', ['s3:GetBucketLocation', 's3:ListBucket'], bucket('spot')],
    [
      'write checkpoints and resume from them',
      ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'],
      object('spot', 'run/epoch-1.pt'),
    ],
  ];
}

function nothingElseOnCheckpoints(): RequestRow[] {
  return [
    ['read the checkpoints of others', 's3:GetObject', object('spot', 'other-run/epoch-1.pt')],
    ['delete a checkpoint', 's3:DeleteObject', object('spot', 'run/epoch-1.pt')],
  ];
}
