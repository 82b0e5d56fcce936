import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import {
  arn, bucket, key, keyArn, LOG_FILES, logStream, NO_MORE_TRACES, NO_OTHER_STORAGE, object, OF_ANOTHER_ACCOUNT,
  OTHER_ACCOUNT, READ_ASSETS, reportHealth, statementsOf, STORAGE, TRACE, USE_AGENT, USE_AGENT_ONLY, useStorage,
  VERSION, writeNoCode,
} from './fixtures';
import { RequestRow, RequestTable } from '../../support/request-table';

const LOGS = '/aws/elasticbeanstalk/shop-live/var/log/web.stdout.log';
const TABLE = 'table/awseb-e-abcdefghij-stack-AWSEBWorkerCronLeaderRegistry-1A2B3C';

const WRITE_LOGS: RequestRow = ['write a log', ['logs:CreateLogStream', 'logs:PutLogEvents'], logStream(LOGS)];
const NO_OTHER_LOGS: RequestRow[] = [
  ['write into another log group', 'logs:PutLogEvents', logStream('/my/application')],
  ['write into one whose name starts the same', 'logs:PutLogEvents', logStream('/aws/elasticbeanstalk-2/web.log')],
  ['write logs of another account', 'logs:PutLogEvents', logStream(LOGS, OTHER_ACCOUNT)],
  ['delete a log', 'logs:DeleteLogStream', logStream(LOGS)],
];

const USE_QUEUE = ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:ReceiveMessage', 'sqs:SendMessage'];
const ELECT_LEADER = [
  'dynamodb:BatchGetItem', 'dynamodb:BatchWriteItem', 'dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem',
  'dynamodb:Query', 'dynamodb:Scan', 'dynamodb:UpdateItem',
];
const USE_KEY = ['kms:Decrypt', 'kms:GenerateDataKey'];

/** The requests of the agent of ECS in a cluster, with a task definition of the same name. */
function runContainers(name: string): RequestRow[] {
  const cluster = arn('ecs', `cluster/${name}`);
  const onCluster = (resource: string, ...actions: string[]): RequestRow =>
    ['run its tasks', actions, arn('ecs', resource), { 'ecs:cluster': cluster }];
  return [
    ['find the endpoint of ECS', 'ecs:DiscoverPollEndpoint', '*'],
    [
      'register with its cluster and report its tasks',
      [
        'ecs:DeregisterContainerInstance', 'ecs:RegisterContainerInstance', 'ecs:SubmitAttachmentStateChanges',
        'ecs:SubmitContainerStateChange', 'ecs:SubmitTaskStateChange',
      ],
      cluster,
    ],
    onCluster(`container-instance/${name}/1`, 'ecs:DescribeContainerInstances', 'ecs:Poll', 'ecs:StartTelemetrySession'),
    onCluster(`task/${name}/1`, 'ecs:DescribeTasks', 'ecs:StopTask'),
    onCluster(`task-definition/${name}:1`, 'ecs:StartTask'),
    ['tag itself when it registers', 'ecs:TagResource', arn('ecs', `container-instance/${name}/1`),
      { 'ecs:CreateAction': 'RegisterContainerInstance' }],
    ['tag a task when it starts', 'ecs:TagResource', arn('ecs', `task/${name}/1`), { 'ecs:CreateAction': 'StartTask' }],
  ];
}

/** The near misses in another cluster, and with the task definition of another owner. */
function runNoOthers(name: string, other: string): RequestRow[] {
  const inOther = { 'ecs:cluster': arn('ecs', `cluster/${other}`) };
  return [
    ['register with another cluster', 'ecs:RegisterContainerInstance', arn('ecs', `cluster/${other}`)],
    ['start its task in another cluster', 'ecs:StartTask', arn('ecs', `task-definition/${name}:1`), inOther],
    ['stop a task in another cluster', 'ecs:StopTask', arn('ecs', `task/${name}/1`), inOther],
    ['start a task of another owner', 'ecs:StartTask', arn('ecs', 'task-definition/payments:1'),
      { 'ecs:cluster': arn('ecs', `cluster/${name}`) }],
  ];
}

const writeLogsOf = (environment: string): RequestRow[] => {
  const group = `/aws/elasticbeanstalk/${environment}/web.log`;
  return [
    ['write its logs', ['logs:CreateLogStream', 'logs:PutLogEvents'], logStream(group)],
    ['find its log streams', 'logs:DescribeLogStreams', arn('logs', `log-group:${group}`)],
  ];
};

/** The near misses in other environments. */
const noEnvironments = (...names: string[]): RequestRow[] => names.flatMap((name): RequestRow[] => [
  [`write logs of ${name}`, 'logs:PutLogEvents', logStream(`/aws/elasticbeanstalk/${name}/web.log`)],
  [`shorten the retention of ${name}`, 'logs:PutRetentionPolicy', arn('logs', `log-group:/aws/elasticbeanstalk/${name}/web.log`)],
  [`report health of ${name}`, 'elasticbeanstalk:PutInstanceStatistics', arn('elasticbeanstalk', `environment/shop/${name}`)],
]);

export const TIER_TABLES: readonly RequestTable[] = [
  {
    name: 'an instance of a web environment',
    statements: statementsOf(() => ({ webTier: {} })),
    allowed: [
      ...useStorage(STORAGE),
      ...READ_ASSETS,
      ...TRACE,
      ...reportHealth('shop', 'shop-live'),
      WRITE_LOGS,
      ['find log streams', 'logs:DescribeLogStreams', arn('logs', `log-group:${LOGS}`)],
      ['find log groups', 'logs:DescribeLogGroups', '*'],
    ],
    denied: [
      ...NO_OTHER_STORAGE,
      ['delete a version', 's3:DeleteObject', object(STORAGE, VERSION)],
      ['delete the bucket', 's3:DeleteBucket', bucket(STORAGE)],
      ...NO_MORE_TRACES,
      ...NO_OTHER_LOGS,
      ['report health of another account', 'elasticbeanstalk:PutInstanceStatistics',
        arn('elasticbeanstalk', 'environment/shop/shop-live', OTHER_ACCOUNT)],
      ['terminate the environment', 'elasticbeanstalk:TerminateEnvironment',
        arn('elasticbeanstalk', 'environment/shop/shop-live')],
    ],
  },
  {
    name: 'an instance of one environment, with its own key',
    statements: statementsOf(stack => ({
      webTier: {},
      xray: false,
      applicationName: 'shop',
      environmentNames: ['shop-live'],
      storage: {
        bucket: s3.Bucket.fromBucketAttributes(stack, 'Storage', { bucketName: STORAGE, encryptionKey: key(stack, 'storage') }),
        environmentIds: ['e-abcdefghij'],
      },
    })),
    allowed: [
      ...useStorage(STORAGE),
      ...READ_ASSETS,
      ...reportHealth('shop', 'shop-live'),
      WRITE_LOGS,
      ['find log streams', 'logs:DescribeLogStreams', arn('logs', `log-group:${LOGS}`)],
      ['find log groups', 'logs:DescribeLogGroups', '*'],
      ['encrypt and decrypt objects', USE_KEY, keyArn('storage')],
    ],
    denied: [
      ['read a version of another environment', 's3:GetObject', object(STORAGE, 'resources/environments/e-other/v1.zip')],
      ['write a log of another environment into its own folder', 's3:PutObject',
        object(STORAGE, 'resources/environments/logs/tail/e-other/e-abcdefghij/eb.log')],
      ['read a log of another environment', 's3:GetObject', object(STORAGE, 'resources/environments/logs/tail/e-other/i-0/eb.log')],
      ['write a log of another environment into the bucket', 's3:PutObject',
        object(STORAGE, 'resources/environments/logs/tail/e-other/i-0/eb.log')],
      ...NO_OTHER_STORAGE,
      ['write a log of another environment', 'logs:PutLogEvents', logStream('/aws/elasticbeanstalk/shop-test/web.log')],
      ['report health of another environment', 'elasticbeanstalk:PutInstanceStatistics',
        arn('elasticbeanstalk', 'environment/shop/shop-test')],
      ['report health of another application', 'elasticbeanstalk:PutInstanceStatistics',
        arn('elasticbeanstalk', 'application/bank')],
      ['decrypt with another key', 'kms:Decrypt', keyArn('other')],
      ['let others use its key', 'kms:CreateGrant', keyArn('storage')],
    ],
  },
  {
    name: 'an instance that works with a bucket other than the one of Elastic Beanstalk',
    statements: statementsOf(stack => ({
      webTier: {},
      xray: false,
      logStreaming: false,
      enhancedHealth: false,
      storage: { bucket: s3.Bucket.fromBucketName(stack, 'Versions', 'versions'), environmentIds: ['e-abcdefghij'] },
    })),
    allowed: [
      ...useStorage(STORAGE),
      ...useStorage('versions'),
      ['read a version in another account', 's3:GetObject', object('versions', VERSION), OF_ANOTHER_ACCOUNT],
      ['write a log in another account', 's3:PutObject', object('versions', LOG_FILES[0]), OF_ANOTHER_ACCOUNT],
      ...READ_ASSETS,
    ],
    denied: [
      ...NO_OTHER_STORAGE,
      ...writeNoCode('versions'),
      ['read from a bucket whose name starts the same', 's3:GetObject', object('versions-2', VERSION)],
      ['read a version of another environment', 's3:GetObject', object('versions', 'resources/environments/e-other/v1.zip')],
    ],
  },
  {
    name: 'an instance of a worker environment',
    statements: statementsOf(() => ({ workerTier: {} })),
    allowed: [
      ...useStorage(STORAGE),
      ...READ_ASSETS,
      ...TRACE,
      ...reportHealth('shop', 'shop-jobs'),
      WRITE_LOGS,
      ['publish a metric', 'cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'ElasticBeanstalk/SQSD' }],
      ['use its queue', USE_QUEUE, arn('sqs', 'awseb-e-abcdefghij-stack-AWSEBWorkerQueue-1A2B3C')],
      ['use its queue with a newer name', USE_QUEUE, arn('sqs', 'eb-abcdefghij-AWSEBWorkerQueue-1A2B3C')],
      ['elect a leader', ELECT_LEADER, arn('dynamodb', TABLE)],
    ],
    denied: [
      ...NO_OTHER_STORAGE,
      ...NO_OTHER_LOGS,
      ['read a log', 'logs:GetLogEvents', logStream(LOGS)],
      ['use another queue', 'sqs:ReceiveMessage', arn('sqs', 'orders')],
      ['use a queue of another account', 'sqs:ReceiveMessage', arn('sqs', 'awseb-e-abcdefghij-stack-AWSEBWorkerQueue-1A2B3C', OTHER_ACCOUNT)],
      ['delete its queue', 'sqs:DeleteQueue', arn('sqs', 'awseb-e-abcdefghij-stack-AWSEBWorkerQueue-1A2B3C')],
      ['read another table', 'dynamodb:GetItem', arn('dynamodb', 'table/customers')],
      ['delete its table', 'dynamodb:DeleteTable', arn('dynamodb', TABLE)],
    ],
  },
  {
    name: 'an instance that works on an encrypted queue',
    statements: statementsOf(stack => ({
      workerTier: {
        queue: sqs.Queue.fromQueueAttributes(stack, 'Jobs', { queueArn: arn('sqs', 'jobs'), keyArn: keyArn('queue') }),
        periodicTasks: false,
        metricNamespaces: ['ElasticBeanstalk/SQSD'],
      },
      logStreaming: false,
      enhancedHealth: false,
      xray: false,
    })),
    allowed: [
      ...useStorage(STORAGE),
      ...READ_ASSETS,
      ['publish a metric', 'cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'ElasticBeanstalk/SQSD' }],
      ['use its queue', USE_QUEUE, arn('sqs', 'jobs')],
      ['encrypt and decrypt messages', USE_KEY, keyArn('queue')],
    ],
    denied: [
      ['publish a metric of another owner', 'cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'AWS/SQS' }],
      ['use a queue whose name starts the same', 'sqs:ReceiveMessage', arn('sqs', 'jobs-2')],
      ['use the queues that Elastic Beanstalk creates', 'sqs:ReceiveMessage', arn('sqs', 'awseb-e-abcdefghij-stack-Queue')],
      ['decrypt with another key', 'kms:Decrypt', keyArn('other')],
    ],
  },
  {
    name: 'an instance that runs containers with ECS',
    statements: statementsOf(() => ({ ecsDocker: {} })),
    allowed: runContainers('awseb-shop'),
    denied: [
      ...runNoOthers('awseb-shop', 'payments'),
      ['register in another account', 'ecs:RegisterContainerInstance', arn('ecs', 'cluster/awseb-shop', OTHER_ACCOUNT)],
      ['stop a task of no known cluster', 'ecs:StopTask', arn('ecs', 'task/awseb-shop/1')],
      ['tag a task later', 'ecs:TagResource', arn('ecs', 'task/awseb-shop/1')],
      ['delete its cluster', 'ecs:DeleteCluster', arn('ecs', 'cluster/awseb-shop')],
    ],
  },
  {
    name: 'an instance of one environment that runs containers with ECS, and the CloudWatch agent',
    statements: statementsOf(() => ({
      webTier: {},
      xray: false,
      logStreaming: false,
      enhancedHealth: false,
      environmentNames: ['shop-live'],
      ecsDocker: {},
      cloudWatchAgent: {},
    })),
    allowed: [
      ...useStorage(STORAGE),
      ...READ_ASSETS,
      ...runContainers('awseb-shop-live-1a2b3c4d5e'),
      ...USE_AGENT,
    ],
    denied: [
      ...NO_OTHER_STORAGE,
      ...runNoOthers('awseb-shop-live-1a2b3c4d5e', 'awseb-shop-test-1a2b3c4d5e'),
      ...USE_AGENT_ONLY,
      ['write the logs of another environment', 'logs:PutLogEvents', logStream('/aws/elasticbeanstalk/shop-test/app')],
      ['write those of one whose name starts the same', 'logs:PutLogEvents', logStream('/aws/elasticbeanstalk/shop-live-2/app')],
      ['create a log group of another environment', 'logs:CreateLogGroup',
        arn('logs', 'log-group:/aws/elasticbeanstalk/shop-test/app')],
    ],
  },
  {
    name: 'an instance of several environments that runs containers with ECS, and the CloudWatch agent',
    statements: statementsOf(() => ({
      webTier: {},
      ecsDocker: {},
      xray: false,
      applicationName: 'shop',
      environmentNames: ['shop-live', 'shop-test'],
      storage: { environmentIds: ['e-abcdefghij', 'e-klmnopqrst'] },
      cloudWatchAgent: {},
    })),
    allowed: [
      ...useStorage(STORAGE),
      ...useStorage(STORAGE, 'e-klmnopqrst'),
      ...READ_ASSETS,
      ...USE_AGENT,
      ...['shop-live', 'shop-test'].flatMap(name => [
        ...reportHealth('shop', name),
        ...writeLogsOf(name),
        ...runContainers(`awseb-${name}-1a2b3c4d5e`),
      ]),
    ],
    denied: [
      ...NO_OTHER_STORAGE,
      ...USE_AGENT_ONLY,
      ['read a version of another environment', 's3:GetObject', object(STORAGE, 'resources/environments/e-other/v1.zip')],
      ['write a log of another environment', 's3:PutObject', object(STORAGE, 'resources/environments/logs/tail/e-other/i-0/eb.log')],
      ...noEnvironments('bank-live', 'shop', 'shopfront-live', 'shop-test2', 'shop-next'),
      ...runNoOthers('awseb-shop-test-1a2b3c4d5e', 'awseb-shop-next-1a2b3c4d5e'),
    ],
  },
  {
    name: 'an instance of the environments with a prefix, and of one without it',
    statements: statementsOf(() => ({
      webTier: {},
      ecsDocker: {},
      xray: false,
      applicationName: 'shop',
      environmentNames: ['checkout'],
      environmentNamePrefix: 'shop-',
      cloudWatchAgent: {},
    })),
    allowed: [
      ...useStorage(STORAGE),
      ...READ_ASSETS,
      ...USE_AGENT,
      ...['checkout', 'shop-live', 'shop-next-2'].flatMap(name => [
        ...reportHealth('shop', name),
        ...writeLogsOf(name),
        ...runContainers(`awseb-${name}-1a2b3c4d5e`),
      ]),
    ],
    denied: [
      ...NO_OTHER_STORAGE,
      ...USE_AGENT_ONLY,
      ...noEnvironments('bank-live', 'shop', 'shopfront-live', 'shop2-live', 'my-shop-live', 'checkout2', 'checkout-2'),
      ['report health of an environment of another application', 'elasticbeanstalk:PutInstanceStatistics',
        arn('elasticbeanstalk', 'environment/bank/shop-live')],
      ...runNoOthers('awseb-shop-live-1a2b3c4d5e', 'awseb-shopfront-live-1a2b3c4d5e'),
    ],
  },
];
