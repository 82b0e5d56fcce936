import { Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { BeanstalkEc2Role, BeanstalkEc2RoleProps } from '../../../src';
import { AWS } from '../../support/fold';
import { Statement } from '../../support/policies';
import { RequestRow } from '../../support/request-table';
import { synthesizeRole } from '../../support/synthesize';

// The resources of the requests, and resources of others.

export const { account: ACCOUNT, region: REGION } = AWS;
export const OTHER_ACCOUNT = '444455556666';
export const ENV = { env: { account: ACCOUNT, region: REGION } };

export const arn = (service: string, resource: string, account = ACCOUNT, region = REGION) =>
  `arn:aws:${service}:${region}:${account}:${resource}`;
export const object = (bucket: string, key: string) => `arn:aws:s3:::${bucket}/${key}`;
export const bucket = (name: string) => `arn:aws:s3:::${name}`;
export const roleArn = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;
export const logStream = (group: string, account = ACCOUNT) => arn('logs', `log-group:${group}:log-stream:i-0`, account);

const KEY_IDS: Record<string, string> = {
  storage: '11111111-0000-4000-8000-000000000000',
  queue: '22222222-0000-4000-8000-000000000000',
  secret: '33333333-0000-4000-8000-000000000000',
  session: '44444444-0000-4000-8000-000000000000',
  logins: '55555555-0000-4000-8000-000000000000',
  other: '99999999-0000-4000-8000-000000000000',
};

export const keyArn = (name: string) => arn('kms', `key/${KEY_IDS[name]}`);
export const key = (stack: Stack, name: string) => kms.Key.fromKeyArn(stack, `Key-${name}`, keyArn(name));

/** The bucket that Elastic Beanstalk creates. */
export const STORAGE = `elasticbeanstalk-${REGION}-${ACCOUNT}`;

/** The name of a bucket does not tell its account. */
export const OF_ANOTHER_ACCOUNT = { 'aws:ResourceAccount': OTHER_ACCOUNT };

export function statementsOf(props: (stack: Stack) => BeanstalkEc2RoleProps) {
  return (): readonly Statement[] =>
    synthesizeRole(stack => new BeanstalkEc2Role(stack, 'Role', props(stack)), ENV).all;
}

// Requests of both tiers.

const BUCKET_ACTIONS = [
  's3:GetAccelerateConfiguration', 's3:GetAnalyticsConfiguration', 's3:GetBucketLocation', 's3:GetEncryptionConfiguration',
  's3:GetIntelligentTieringConfiguration', 's3:GetInventoryConfiguration', 's3:GetLifecycleConfiguration',
  's3:GetMetricsConfiguration', 's3:GetReplicationConfiguration', 's3:ListBucket', 's3:ListTagsForResource',
];

const OBJECT_ACTIONS = [
  's3:GetObject', 's3:GetObjectVersion', 's3:ListMultipartUploadParts', 's3:ListObjectAnnotations',
];

/** The version that an environment runs. */
export const VERSION = 'resources/environments/e-abcdefghij/_runtime/_versions/shop/v1.zip';

/** Log files on request and on rotation. */
const logFilesOf = (environment: string) => ['analyze', 'bundle', 'publish', 'tail'].map(type =>
  `resources/environments/logs/${type}/${environment}/i-0/eb.log`);

export const LOG_FILES = logFilesOf('e-abcdefghij');

export const useStorage = (name: string, environment = 'e-abcdefghij'): RequestRow[] => [
  ['describe its bucket', BUCKET_ACTIONS, bucket(name)],
  ['read its version', OBJECT_ACTIONS, object(name, VERSION.replace('e-abcdefghij', environment))],
  ...logFilesOf(environment).flatMap((file): RequestRow[] => [
    ['write a log into the bucket', 's3:PutObject', object(name, file)],
    ['read a log in the bucket', 's3:GetObject', object(name, file)],
  ]),
];

/** Code runs with the role of its environment. */
export const writeNoCode = (name: string): RequestRow[] => [
  'other-app/v2.zip', 'shop/v2.zip', VERSION, 'resources/environments/e-other/_runtime/_versions/bank/v2.zip',
].map(file => ['write the code of an environment', 's3:PutObject', object(name, file)]);

export const READ_ASSETS: RequestRow[] = [
  ['read a sample', 's3:GetObject', object(`elasticbeanstalk-samples-${REGION}`, 'node.zip')],
  ['read a platform hook', 's3:GetObject', object(`elasticbeanstalk-platform-assets-${REGION}`, 'stalks/hooks.tar.gz')],
  ['read a patch', 's3:GetObject', object(`elasticbeanstalk-env-resources-${REGION}`, 'eb_patching_resources/linux')],
  ['read the AWS objects of the region', 's3:GetObject', object(`elasticbeanstalk-${REGION}`, 'eb')],
];

export const NO_OTHER_STORAGE: RequestRow[] = [
  ...writeNoCode(STORAGE),
  ['read a version in a bucket of another account', 's3:GetObject', object(STORAGE, VERSION), OF_ANOTHER_ACCOUNT],
  ['write a log into a bucket of another account', 's3:PutObject', object(STORAGE, LOG_FILES[0]), OF_ANOTHER_ACCOUNT],
  ['read a version of another account', 's3:GetObject', object(`elasticbeanstalk-${REGION}-${OTHER_ACCOUNT}`, 'app/v1.zip')],
  ['read a version of another region', 's3:GetObject', object(`elasticbeanstalk-us-east-1-${ACCOUNT}`, 'app/v1.zip')],
  ['change a sample', 's3:PutObject', object(`elasticbeanstalk-samples-${REGION}`, 'node.zip')],
];

const GROUP = '/aws/elasticbeanstalk/shop-live/app';

/** The requests of the CloudWatch agent with its defaults. */
export const USE_AGENT: RequestRow[] = [
  ['publish its metrics', 'cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'CWAgent' }],
  ['describe instances', ['ec2:DescribeTags', 'ec2:DescribeVolumes'], '*'],
  ['find log groups', 'logs:DescribeLogGroups', '*'],
  [
    'create a log group',
    ['logs:CreateLogGroup', 'logs:DescribeLogStreams', 'logs:PutRetentionPolicy'],
    arn('logs', `log-group:${GROUP}`),
  ],
  ['write logs', ['logs:CreateLogStream', 'logs:PutLogEvents'], logStream(GROUP)],
  ['read its configuration', 'ssm:GetParameter', arn('ssm', 'parameter/AmazonCloudWatch-linux')],
];

export const USE_AGENT_ONLY: RequestRow[] = [
  ['publish metrics of another owner', 'cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'AWS/EC2' }],
  ['write other logs', 'logs:PutLogEvents', logStream('/my/application')],
  ['delete a log group', 'logs:DeleteLogGroup', arn('logs', `log-group:${GROUP}`)],
  ['read another parameter', 'ssm:GetParameter', arn('ssm', 'parameter/license')],
];

export const TRACE: RequestRow[] = [[
  'send traces',
  [
    'xray:GetSamplingRules', 'xray:GetSamplingStatisticSummaries', 'xray:GetSamplingTargets', 'xray:PutTelemetryRecords',
    'xray:PutTraceSegments',
  ],
  '*',
]];

export const NO_MORE_TRACES: RequestRow[] = [['change how traces are encrypted', 'xray:PutEncryptionConfig', '*']];

export const reportHealth = (application: string, environment: string): RequestRow[] => [
  ['report health for the application', 'elasticbeanstalk:PutInstanceStatistics',
    arn('elasticbeanstalk', `application/${application}`)],
  ['report health for the environment', 'elasticbeanstalk:PutInstanceStatistics',
    arn('elasticbeanstalk', `environment/${application}/${environment}`)],
];
