import * as iam from 'aws-cdk-lib/aws-iam';
import {
  arn, bucket, Estate, FOR_AWS, keyArn, NO_MORE_NETWORK, NO_OTHER_IMAGES, NO_OTHER_LOGS, NO_OTHER_METRICS,
  NO_OTHER_VOLUME_KEY, object, OTHER_ACCOUNT, PULL_IMAGES, PUT_METRICS, repository, roleArn, statementsOf,
  TO_SAGEMAKER, USE_NETWORK, VOLUME_KEY, WRITE_LOGS,
} from './fixtures';
import { SageMakerAutoMlJobOptions } from '../../../src';
import { RequestRow, RequestTables } from '../../support/request-table';

const STUDIO_LOGS = '/aws/sagemaker/studio';
const AUTO_ML_GROUPS = ['TrainingJobs', 'ProcessingJobs', 'TransformJobs', 'Endpoints'].map(kind => `/aws/sagemaker/${kind}`);
const STREAM = 'churn/algo-1';

const inSageMaker = (...actions: string[]) => actions.map(action => `sagemaker:${action}`);

const MANAGE_CANDIDATES: RequestRow[] = [
  [
    'create models and tag them',
    inSageMaker('CreateModel', 'DeleteModel', 'DescribeModel', 'AddTags', 'ListTags'),
    arn('sagemaker', 'model/churn'),
  ],
  [
    'create endpoints, call them and tag them',
    inSageMaker('CreateEndpoint', 'DeleteEndpoint', 'DescribeEndpoint', 'InvokeEndpoint', 'AddTags', 'ListTags'),
    arn('sagemaker', 'endpoint/churn'),
  ],
  [
    'create configurations of endpoints and tag them',
    inSageMaker(
      'CreateEndpoint', 'CreateEndpointConfig', 'DeleteEndpointConfig', 'DescribeEndpointConfig', 'AddTags', 'ListTags',
    ),
    arn('sagemaker', 'endpoint-config/churn'),
  ],
];

export const AUTO_ML_JOB_TABLES: RequestTables = [
  {
    name: 'an AutoML job',
    statements: statementsOf((estate, stack) => ({
      roleName: 'auto-ml',
      autoMlJob: { ...autoMlJob(estate), passableRoles: [iam.Role.fromRoleName(stack, 'Serving', 'serving')] },
    })),
    allowed: [
      ...AUTO_ML_GROUPS.flatMap(group => WRITE_LOGS(group, STREAM)),
      ...PUT_METRICS(...AUTO_ML_GROUPS),
      ...PULL_IMAGES,
      ...USE_NETWORK,
      ...VOLUME_KEY,
      ...MANAGE_CANDIDATES,
      ['find and list the bucket of its inputs', ['s3:GetBucketLocation', 's3:ListBucket'], bucket('data')],
      ['find and list the bucket of its outputs', ['s3:GetBucketLocation', 's3:ListBucket'], bucket('candidates')],
      ['read an input', 's3:GetObject', object('data', 'train/churn.csv')],
      [
        'write a candidate and read it again',
        ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'],
        object('candidates', 'out/1/model.tar.gz'),
      ],
      ['decrypt inputs', 'kms:Decrypt', keyArn('input')],
      ['encrypt candidates', ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'], keyArn('output')],
      ['pass its own role', 'iam:PassRole', roleArn('auto-ml'), TO_SAGEMAKER],
      ['pass a listed role', 'iam:PassRole', roleArn('serving'), TO_SAGEMAKER],
    ],
    denied: [
      ...NO_OTHER_LOGS(AUTO_ML_GROUPS[0], STREAM),
      ...NO_OTHER_METRICS,
      ...NO_OTHER_IMAGES,
      ...NO_MORE_NETWORK,
      ...NO_OTHER_VOLUME_KEY,
      ['write into its inputs', 's3:PutObject', object('data', 'train/churn.csv')],
      ['read another prefix', 's3:GetObject', object('candidates', 'other/model.tar.gz')],
      ['delete a candidate', 's3:DeleteObject', object('candidates', 'out/1/model.tar.gz')],
      ['call an endpoint of another account', 'sagemaker:InvokeEndpoint', arn('sagemaker', 'endpoint/churn', OTHER_ACCOUNT)],
      ['tag a training job', 'sagemaker:AddTags', arn('sagemaker', 'training-job/churn')],
      ['change an endpoint', 'sagemaker:UpdateEndpoint', arn('sagemaker', 'endpoint/churn')],
      ['pass another role', 'iam:PassRole', roleArn('administrator'), TO_SAGEMAKER],
      ['pass its role to another service', 'iam:PassRole', roleArn('auto-ml'), { 'iam:PassedToService': 'lambda.amazonaws.com' }],
      ['pass its role without a service', 'iam:PassRole', roleArn('auto-ml')],
    ],
  },
];

export const DOMAIN_TABLES: RequestTables = [
  {
    name: 'the apps of a domain without a key of its own',
    statements: statementsOf(() => ({ domain: {} })),
    allowed: WRITE_LOGS(STUDIO_LOGS, 'd-1/churn/JupyterLab/default'),
    denied: NO_OTHER_LOGS(STUDIO_LOGS, 'd-1/churn/JupyterLab/default'),
  },
  {
    name: 'the apps of an encrypted domain',
    statements: statementsOf(estate => ({ domain: { key: estate.key('volume') } })),
    allowed: [
      ...WRITE_LOGS(STUDIO_LOGS, 'd-1/churn/JupyterLab/default'),
      ['look up the key of the domain', 'kms:DescribeKey', keyArn('volume')],
      ['let AWS use the key of the domain', 'kms:CreateGrant', keyArn('volume'), FOR_AWS],
    ],
    denied: [
      ...NO_OTHER_LOGS(STUDIO_LOGS, 'd-1/churn/JupyterLab/default'),
      ['look up another key', 'kms:DescribeKey', keyArn('other')],
      ['let AWS use another key', 'kms:CreateGrant', keyArn('other'), FOR_AWS],
      ['let anyone use the key of the domain', 'kms:CreateGrant', keyArn('volume')],
      ['let others use it', 'kms:CreateGrant', keyArn('volume'), { 'kms:GrantIsForAWSResource': 'false' }],
      ['take a grant of it back', 'kms:RevokeGrant', keyArn('volume'), FOR_AWS],
      ['use the key of another account', 'kms:DescribeKey', keyArn('volume', OTHER_ACCOUNT)],
      ['decrypt with the key of the domain', 'kms:Decrypt', keyArn('volume')],
    ],
  },
];

export const IMAGE_TABLES: RequestTables = [
  {
    name: 'a SageMaker image',
    statements: statementsOf(estate => ({ image: { images: [estate.image('train')] } })),
    allowed: [
      ['read its container image', ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], repository('train')],
    ],
    denied: [
      ['read another image', 'ecr:BatchGetImage', repository('serve')],
      ['read it in another account', 'ecr:BatchGetImage', repository('train', OTHER_ACCOUNT)],
      ['delete it', 'ecr:BatchDeleteImage', repository('train')],
    ],
  },
];

function autoMlJob(estate: Estate): SageMakerAutoMlJobOptions {
  return {
    inputs: [estate.folder('data', 'train/')],
    outputs: [estate.folder('candidates', 'out/')],
    images: [estate.image('train'), estate.imageOfAws('pytorch-training')],
    vpc: true,
    inputKeys: [estate.key('input')],
    outputKey: estate.key('output'),
    volumeKey: estate.key('volume'),
  };
}
