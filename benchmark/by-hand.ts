import { PolicyStatementProps } from 'aws-cdk-lib/aws-iam';

// The statements that a user would write without the library, for the options in baselines.ts.

/** How ARNs are written: as strings with tokens, or with the intrinsic functions of a template. */
export interface ArnStyle<T> {
  readonly objects: (bucket: string, keys: string) => T;
  readonly bucket: (bucket: string) => T;
  readonly regional: (service: string, resource: string) => T;
  readonly repository: (region: string, account: string, name: string) => T;
}

export interface StatementByHand<T> extends Pick<PolicyStatementProps, 'sid' | 'conditions'> {
  readonly actions: string[];
  readonly resources: T[];
}

export const DATA = 'churn-data';
export const ARTIFACTS = 'churn-artifacts';
export const REFERENCE = 'reference-data';
export const DATA_KEY = 'arn:aws:kms:eu-central-1:111122223333:key/0b3f2a64-5c1d-4e8f-9a70-6d2c8b1e4f35';
export const ARTIFACTS_KEY = 'arn:aws:kms:eu-central-1:111122223333:key/7e9d1c58-2f4b-4a36-8c05-1b6f3a9d7e82';

export function statementsByHand<T>(arn: ArnStyle<T>, job: string): StatementByHand<T | string>[] {
  return [...common<T>(), ...training(arn, job), ...processing(arn, job)];
}

function common<T>(): StatementByHand<T | string>[] {
  return [
    { sid: 'CommonRegistryLogin', actions: ['ecr:GetAuthorizationToken'], resources: ['*'] },
    {
      sid: 'CommonNetwork',
      actions: [
        'ec2:CreateNetworkInterface',
        'ec2:CreateNetworkInterfacePermission',
        'ec2:DeleteNetworkInterface',
        'ec2:DeleteNetworkInterfacePermission',
        'ec2:DescribeDhcpOptions',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcs',
      ],
      resources: ['*'],
    },
  ];
}

const LOGS = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'];
const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

function training<T>(arn: ArnStyle<T>, job: string): StatementByHand<T | string>[] {
  return [
    {
      sid: 'TrainingJobWriteLogs',
      actions: LOGS,
      resources: [arn.regional('logs', 'log-group:/aws/sagemaker/TrainingJobs*')],
    },
    {
      sid: 'TrainingJobPutMetrics',
      actions: ['cloudwatch:PutMetricData'],
      resources: ['*'],
      conditions: { StringLike: { 'cloudwatch:namespace': ['/aws/sagemaker/TrainingJobs', job] } },
    },
    { sid: 'TrainingJobInputKey', actions: ['kms:Decrypt'], resources: [DATA_KEY] },
    {
      sid: 'TrainingJobOutputKey',
      actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
      resources: [ARTIFACTS_KEY],
    },
    {
      sid: 'TrainingJobVolumeKey',
      actions: ['kms:CreateGrant'],
      resources: [ARTIFACTS_KEY],
      conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    },
    {
      sid: 'TrainingJobPullImages',
      actions: PULL,
      resources: [arn.repository('eu-central-1', '763104351884', 'pytorch-training')],
    },
    {
      sid: 'TrainingJobListBuckets',
      actions: ['s3:GetBucketLocation', 's3:ListBucket'],
      resources: [arn.bucket(DATA), arn.bucket(ARTIFACTS)],
    },
    {
      sid: 'TrainingJobReadInputs',
      actions: ['s3:GetObject'],
      resources: [arn.objects(DATA, `${job}/prepared/*`), arn.objects(DATA, `${job}/labels/*`)],
    },
    {
      sid: 'TrainingJobWriteOutputs',
      actions: ['s3:AbortMultipartUpload', 's3:PutObject'],
      resources: [arn.objects(ARTIFACTS, `${job}/models/*`)],
    },
    {
      sid: 'TrainingJobUseCheckpoints',
      actions: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'],
      resources: [arn.objects(ARTIFACTS, `${job}/checkpoints/*`)],
    },
  ];
}

function processing<T>(arn: ArnStyle<T>, job: string): StatementByHand<T | string>[] {
  return [
    {
      sid: 'ProcessingJobWriteLogs',
      actions: LOGS,
      resources: [arn.regional('logs', 'log-group:/aws/sagemaker/ProcessingJobs*')],
    },
    {
      sid: 'ProcessingJobPutMetrics',
      actions: ['cloudwatch:PutMetricData'],
      resources: ['*'],
      conditions: { StringLike: { 'cloudwatch:namespace': ['/aws/sagemaker/ProcessingJobs'] } },
    },
    { sid: 'ProcessingJobInputKey', actions: ['kms:Decrypt'], resources: [DATA_KEY] },
    {
      sid: 'ProcessingJobOutputKey',
      actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
      resources: [DATA_KEY],
    },
    {
      sid: 'ProcessingJobPullImages',
      actions: PULL,
      resources: [arn.repository('eu-central-1', '141502667606', 'sagemaker-scikit-learn')],
    },
    {
      sid: 'ProcessingJobListBuckets',
      actions: ['s3:GetBucketLocation', 's3:ListBucket'],
      resources: [arn.bucket(DATA), arn.bucket(REFERENCE)],
    },
    {
      sid: 'ProcessingJobReadInputs',
      actions: ['s3:GetObject'],
      resources: [arn.objects(DATA, `${job}/raw/*`), arn.objects(REFERENCE, 'geography/*')],
    },
    {
      sid: 'ProcessingJobWriteOutputs',
      actions: ['s3:AbortMultipartUpload', 's3:PutObject'],
      resources: [arn.objects(DATA, `${job}/prepared/*`), arn.objects(DATA, `${job}/labels/*`)],
    },
  ];
}
