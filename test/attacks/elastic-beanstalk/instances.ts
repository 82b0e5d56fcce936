import {
  APPLICATION, BUCKET, clusterOf, ENVIRONMENT, inNamespace, LEADERS, LOG_GROUP, LOG_STREAM, OTHER, OTHER_LOG_FILE,
  OTHER_RUNNING_VERSION, OTHER_VERSION, OWN, PAYMENTS, QUEUE, TASK_DEFINITION,
} from './resources';
import { BeanstalkEc2Role, BeanstalkEc2RoleProps, ImageSource, S3Location } from '../../../src';
import { Fixtures } from '../../support/given';
import { Attack, AttackTable } from '../attack';
import { withAwsPolicies } from './aws-policies';
import {
  ADMIN, arn, FOR_AWS, iamArn, INSTANCE, keyArn, keyOf, OF_ANOTHER_ACCOUNT, PARAMETER, passedTo, s3Arn, stackArn,
} from '../resources';

type Props = (given: Fixtures) => BeanstalkEc2RoleProps;

const EXECUTION = iamArn('role/execution');
const ASSET = s3Arn('elasticbeanstalk-platform-assets-x-eu-central-1/hooks.tar.gz');
const SIMILAR = 'awseb-shop-live-2-AbCdEfGhIj';
const REPOSITORY = arn('ecr', 'repository/payments');
const TO_TASKS = passedTo('ecs-tasks.amazonaws.com');
const TO_EC2 = passedTo('ec2.amazonaws.com');

/** What no option opens. */
const CLOSED: readonly Attack[] = [
  ['a role of others on an instance', 1, ['iam:PassRole', ADMIN, TO_EC2], ['ec2:RunInstances', INSTANCE]],
  ['a role of others in a task', 1, ['iam:PassRole', ADMIN, TO_TASKS],
    ['ecs:RegisterTaskDefinition', arn('ecs', 'task-definition/awseb-evil:1')]],
  ['a role that trusts the account', 1, ['sts:AssumeRole', ADMIN]],
  ['another version of an environment', 1,
    ['elasticbeanstalk:CreateApplicationVersion', arn('elasticbeanstalk', 'applicationversion/bank/v3')],
    ['elasticbeanstalk:UpdateEnvironment', ENVIRONMENT]],
  ['environment variables of others', 1, ['elasticbeanstalk:DescribeConfigurationSettings', ENVIRONMENT]],
  ['environment variables of others, in their stack', 1,
    ['cloudformation:DescribeStackResource', stackArn('awseb-e-zyxwvutsrq-stack')]],
  ['the end of an environment', 1, ['elasticbeanstalk:TerminateEnvironment', ENVIRONMENT]],
  ['an instance of others, by a command', 1, ['ssm:SendCommand', INSTANCE]],
  ['an instance of others, by a session', 1, ['ssm:StartSession', INSTANCE]],
  ['a shell in a container of others', 1, ['ecs:ExecuteCommand', OTHER.task]],
  ['the bucket for another account, by its policy', 1, ['s3:PutBucketPolicy', BUCKET]],
  ['the end of code', 1, ['s3:DeleteObject', OTHER_VERSION]],
  ['the end of logs', 1, ['logs:DeleteLogGroup', LOG_GROUP]],
  ['images that others run', 1, ['ecr:PutImage', REPOSITORY]],
  ['the end of queues', 1, ['sqs:PurgeQueue', QUEUE], ['sqs:DeleteQueue', QUEUE]],
  ['a queue for another account, by its policy', 1, ['sqs:SetQueueAttributes', QUEUE]],
  ['the end of leader tables', 1, ['dynamodb:DeleteTable', LEADERS]],
];

/** What the wide forms open. */
const NARROW: readonly Attack[] = [
  ['code of an environment that starts later', 1, ['s3:PutObject', OTHER_VERSION]],
  ['code of an environment that runs', 1, ['s3:PutObject', OTHER_RUNNING_VERSION]],
  ['code of its own environment, for later instances', 1,
    ['s3:PutObject', `${BUCKET}/resources/environments/e-abcdefghij/_runtime/_versions/shop/v1.zip`]],
  ['saved configurations of others', 1, ['s3:PutObject', `${BUCKET}/resources/templates/bank/live`]],
  ['a way out to a bucket of another account', 1, ['s3:PutObject', OTHER_LOG_FILE, OF_ANOTHER_ACCOUNT]],
  ['code from a bucket of another account', 1, ['s3:GetObject', OTHER_VERSION, OF_ANOTHER_ACCOUNT]],
  ['code of another region', 1, ['s3:GetObject', s3Arn('elasticbeanstalk-us-east-1-111122223333/bank/v1.zip')]],
  ['passwords in the Parameter Store', 1, ['ssm:GetParameter', PARAMETER]],
  ['queues of other programs', 1, ['sqs:ReceiveMessage', arn('sqs', 'payments')]],
  ['tables of other programs', 1, ['dynamodb:PutItem', arn('dynamodb', 'table/payments')]],
  ['hosts of other clusters', 1, ['ecs:RegisterContainerInstance', PAYMENTS.cluster],
    ['ecs:Poll', PAYMENTS.host, PAYMENTS.inCluster]],
  ['credentials of tasks in other clusters', 1, ['ecs:Poll', PAYMENTS.host, PAYMENTS.inCluster]],
  ['the end of tasks in other clusters', 1, ['ecs:StopTask', PAYMENTS.task, PAYMENTS.inCluster]],
  ['task definitions of other programs', 1, ['ecs:StartTask', arn('ecs', 'task-definition/payments:3'), OWN.inCluster]],
];

const EXTRAS: Props = given => ({
  webTier: {},
  environmentSecrets: {
    secrets: [given.secret('database')],
    parameters: [given.parameter('license')],
    anyParameterUnder: ['/shop/live/'],
    keys: [given.key('secrets')],
  },
  containerImages: {
    repositories: [ImageSource.repository(given.repository('shop'))],
    registryLogins: [S3Location.exactObject(given.bucket('logins'), 'dockercfg')],
    publicRegistryLogin: true,
  },
  applicationLogs: { logGroupPrefixes: ['/shop/'] },
  cloudWatchAgent: {},
  sessionManager: { sessionKey: given.key('sessions') },
  healthAnalysis: { firstModelUse: true },
});

const secret = (name: string) => arn('secretsmanager', `secret:${name}`);
const parameter = (name: string) => arn('ssm', `parameter/${name}`);
const model = (name: string) => `arn:aws:bedrock:eu-central-1::foundation-model/${name}`;

export const INSTANCE_ATTACKS: readonly AttackTable[] = [
  attackers('an instance of a Beanstalk web environment', () => ({ webTier: {} }), [
    ...CLOSED,
    ...NARROW,
    ['code and configurations of others', 'versions', ['s3:ListBucket', BUCKET], ['s3:GetObject', OTHER_VERSION],
      ['s3:GetObject', `${BUCKET}/resources/templates/bank/live`]],
    ['logs of others in the bucket', 'versions', ['s3:GetObject', OTHER_LOG_FILE]],
    ['false logs of others in the bucket', 'logFiles', ['s3:PutObject', OTHER_LOG_FILE]],
    ['files in a bucket of another account', 'assets', ['s3:GetObject', ASSET, OF_ANOTHER_ACCOUNT]],
    ['a way out to a bucket with such a name', 1, ['s3:PutObject', ASSET, OF_ANOTHER_ACCOUNT]],
    ['false logs of others', 'logStreams', ['logs:CreateLogStream', LOG_STREAM], ['logs:PutLogEvents', LOG_STREAM]],
    ['logs of others', 1, ['logs:GetLogEvents', LOG_STREAM]],
    ['false health of others', 'health', ['elasticbeanstalk:PutInstanceStatistics', APPLICATION],
      ['elasticbeanstalk:PutInstanceStatistics', ENVIRONMENT]],
    ['false traces', 'traces', ['xray:PutTraceSegments', '*']],
    ['messages of workers', 1, ['sqs:ReceiveMessage', QUEUE]],
    ['clusters of others', 1, ['ecs:RegisterContainerInstance', OTHER.cluster]],
    ['metrics', 1, ['cloudwatch:PutMetricData', '*', inNamespace('CWAgent')]],
  ]),
  attackers('an instance of one Beanstalk environment', () => ({
    webTier: {},
    workerTier: {},
    ecsDocker: {},
    applicationName: 'shop',
    environmentNames: ['shop-live'],
    storage: { environmentIds: ['e-abcdefghij'] },
    cloudWatchAgent: {},
    healthAnalysis: {},
  }), [
    ...CLOSED,
    ...NARROW,
    ['code of others', 1, ['s3:GetObject', OTHER_VERSION]],
    ['code of others while it runs', 1, ['s3:GetObject', OTHER_RUNNING_VERSION]],
    ['names of versions', 'names', ['s3:ListBucket', BUCKET]],
    ['logs of others in the bucket', 1, ['s3:GetObject', OTHER_LOG_FILE]],
    ['false logs of others in the bucket', 1, ['s3:PutObject', OTHER_LOG_FILE]],
    ['false logs of others', 1, ['logs:PutLogEvents', LOG_STREAM]],
    ['logs of others, by their retention', 1, ['logs:PutRetentionPolicy', LOG_GROUP]],
    ['false health of others', 1, ['elasticbeanstalk:PutInstanceStatistics', ENVIRONMENT]],
    ['false health of an environment with a similar name', 1,
      ['elasticbeanstalk:PutInstanceStatistics', arn('elasticbeanstalk', 'environment/shop/shop-live-2')]],
    ['events of others', 1, ['elasticbeanstalk:DescribeEvents', ENVIRONMENT]],
    ['hosts of others', 1, ['ecs:RegisterContainerInstance', OTHER.cluster], ['ecs:Poll', OTHER.host, OTHER.inCluster]],
    ['credentials of tasks on other hosts of its environment', 'ownCluster', ...pollIn('awseb-shop-live-AbCdEfGhIj')],
    ['the end of tasks on other hosts of its environment', 'ownCluster',
      ['ecs:StopTask', clusterOf('awseb-shop-live-AbCdEfGhIj').task, clusterOf('awseb-shop-live-AbCdEfGhIj').inCluster]],
    ['hosts of an environment with a similar name', 1, ...pollIn(SIMILAR)],
    ['the end of tasks of an environment with a similar name', 1,
      ['ecs:StopTask', clusterOf(SIMILAR).task, clusterOf(SIMILAR).inCluster]],
  ]),
  attackers('an instance of the Beanstalk environments with a prefix', () => ({
    webTier: {},
    ecsDocker: {},
    applicationName: 'shop',
    environmentNamePrefix: 'shop-',
    cloudWatchAgent: {},
  }), [
    ...CLOSED,
    ...NARROW,
    ['false logs of others', 1, ['logs:PutLogEvents', LOG_STREAM]],
    ['false health of others', 1, ['elasticbeanstalk:PutInstanceStatistics', ENVIRONMENT]],
    ['hosts of others', 1, ['ecs:RegisterContainerInstance', OTHER.cluster], ['ecs:Poll', OTHER.host, OTHER.inCluster]],
    ['hosts of an environment whose name continues without the hyphen', 1,
      ['ecs:RegisterContainerInstance', clusterOf('awseb-shopfront-live-AbCdEfGhIj').cluster]],
    ['hosts of a later environment with the prefix', 'prefix', ...pollIn('awseb-shop-later-AbCdEfGhIj')],
    ['false health of a later environment with the prefix', 'prefix',
      ['elasticbeanstalk:PutInstanceStatistics', arn('elasticbeanstalk', 'environment/shop/shop-later')]],
  ]),
  attackers('an instance of a Beanstalk worker environment', () => ({ workerTier: {} }), [
    ...CLOSED,
    ...NARROW,
    ['jobs of other workers', 'queues', ['sqs:ReceiveMessage', QUEUE], ['sqs:DeleteMessage', QUEUE]],
    ['code of other workers, by their jobs', 'queues', ['sqs:SendMessage', QUEUE]],
    ['periodic tasks of other workers', 'leaders', ['dynamodb:Scan', LEADERS], ['dynamodb:PutItem', LEADERS],
      ['dynamodb:DeleteItem', LEADERS]],
    ['alarms of others', 'metrics', ['cloudwatch:PutMetricData', '*', inNamespace('Payments')]],
    ['alarms of others, without metrics', 1, ['cloudwatch:DeleteAlarms', arn('cloudwatch', 'alarm:payments')]],
  ]),
  attackers('an instance of a Beanstalk worker with its own queue', given => ({
    workerTier: {
      queue: given.queue('jobs'),
      queueKey: given.key('jobs'),
      periodicTasks: false,
      metricNamespaces: ['ElasticBeanstalk/SQSD'],
    },
    storage: { bucket: given.bucket('versions'), encryptionKey: given.key('versions') },
  }), [
    ['jobs of other workers', 1, ['sqs:ReceiveMessage', QUEUE]],
    ['periodic tasks of other workers', 1, ['dynamodb:PutItem', LEADERS]],
    ['alarms of others', 1, ['cloudwatch:PutMetricData', '*', inNamespace('Payments')]],
    ['what the keys encrypt elsewhere', 'keys', ['kms:Decrypt', keyOf('jobs')], ['kms:Decrypt', keyOf('versions')]],
    ['the keys for others', 1, ['kms:CreateGrant', keyOf('jobs')]],
    ['the keys for services', 1, ['kms:CreateGrant', keyOf('versions'), FOR_AWS]],
    ['another key', 1, ['kms:Decrypt', keyArn('99999999')]],
    ['code in its own bucket', 1, ['s3:PutObject', s3Arn('versions/shop/v2.zip')]],
  ]),
  attackers('a container host of Beanstalk', given => ({
    webTier: {}, ecsDocker: { executionRole: given.role('execution') },
  }), [
    ...CLOSED,
    ...NARROW,
    ['credentials of tasks of other environments', 'clusters', ...pollIn('awseb-bank-live-AbCdEfGhIj'),
      ['ecs:SubmitTaskStateChange', OTHER.cluster]],
    ['the end of tasks of other environments', 'clusters', ['ecs:StopTask', OTHER.task, OTHER.inCluster],
      ['ecs:DeregisterContainerInstance', OTHER.cluster]],
    ['tasks of other environments, on its own host', 'clusters', ['ecs:StartTask', TASK_DEFINITION, OWN.inCluster]],
    ['task roles of other environments, on its own host', 2, ['ecs:StartTask', TASK_DEFINITION, OWN.inCluster],
      ['iam:PassRole', iamArn('role/bank-task'), TO_TASKS]],
    ['the execution role', 'executionRole', ['iam:PassRole', EXECUTION, TO_TASKS],
      ['ecs:StartTask', TASK_DEFINITION, OWN.inCluster]],
    ['the execution role on an instance', 1, ['iam:PassRole', EXECUTION, TO_EC2]],
    ['a role with a similar name', 1, ['iam:PassRole', iamArn('role/execution-admin'), TO_TASKS]],
    ['tags of hosts', 1, ['ecs:TagResource', OTHER.host]],
  ]),
  attackers('an instance of Beanstalk with every addition', EXTRAS, [
    ...CLOSED,
    ...NARROW.filter(([, , [, resource]]) => resource !== PARAMETER),
    ['secrets of the environment', 'secrets', ['secretsmanager:GetSecretValue', secret('database-AbCdEf')],
      ['ssm:GetParameter', parameter('license')], ['ssm:GetParameter', parameter('shop/live/added-later')]],
    ['secrets of the environment, by their path', 'secrets', ['ssm:GetParametersByPath', parameter('shop/live')]],
    ['parameters of the path above', 1, ['ssm:GetParametersByPath', parameter('shop')]],
    ['the log groups of the prefix', 'applicationLogs', ['logs:CreateLogGroup', arn('logs', 'log-group:/shop/other')],
      ['logs:PutLogEvents', arn('logs', 'log-group:/shop/other:log-stream:x')]],
    ['log groups without the prefix', 1, ['logs:CreateLogGroup', arn('logs', 'log-group:/payments')]],
    ['tokens of other services', 'tokens',
      ['sts:GetServiceBearerToken', '*', { 'sts:AWSServiceName': 'codeartifact.amazonaws.com' }]],
    ['packages of others', 1, ['codeartifact:GetAuthorizationToken', arn('codeartifact', 'domain/payments')]],
    ['its public images', 1, ['ecr-public:PutImage', 'arn:aws:ecr-public::111122223333:repository/shop']],
    ['secrets with a similar name', 1, ['secretsmanager:GetSecretValue', secret('database-master-AbCdEf')]],
    ['secrets of others', 1, ['secretsmanager:GetSecretValue', secret('payments-AbCdEf')]],
    ['parameters of others', 1, ['ssm:GetParameter', PARAMETER]],
    ['parameters of another path', 1, ['ssm:GetParameter', parameter('shop/live-2/password')]],
    ['other secrets for later', 1, ['secretsmanager:PutSecretValue', secret('database-AbCdEf')]],
    ['what the keys encrypt elsewhere', 'keys', ['kms:Decrypt', keyOf('secrets')], ['kms:Decrypt', keyOf('sessions')]],
    ['images of the registry, by the login', 'logins', ['s3:GetObject', s3Arn('logins/dockercfg')]],
    ['other logins', 1, ['s3:GetObject', s3Arn('logins/dockercfg-admin')]],
    ['images of others', 1, ['ecr:BatchGetImage', REPOSITORY]],
    ['its own image, for later instances', 1, ['ecr:PutImage', arn('ecr', 'repository/shop')]],
    ['its image for another account', 1, ['ecr:SetRepositoryPolicy', arn('ecr', 'repository/shop')]],
    ['traces of the break-in', 'agentLogs', ['logs:PutRetentionPolicy', LOG_GROUP], ['logs:CreateLogGroup', LOG_GROUP]],
    ['logs of other programs', 1, ['logs:PutRetentionPolicy', arn('logs', 'log-group:/payments')]],
    ['the configuration of agents', 'agentReads', ['ssm:GetParameter', parameter('AmazonCloudWatch-linux')],
      ['ec2:DescribeTags', '*'], ['ec2:DescribeVolumes', '*']],
    ['another configuration of agents', 1, ['ssm:PutParameter', parameter('AmazonCloudWatch-linux')]],
    ['metrics of other agents', 'metrics', ['cloudwatch:PutMetricData', '*', inNamespace('CWAgent')]],
    ['metrics of others', 1, ['cloudwatch:PutMetricData', '*', inNamespace('Payments')]],
    ['costs', 'models', ['bedrock:InvokeModel', model('anthropic.claude-opus-4')]],
    ['other models', 1, ['bedrock:InvokeModel', model('amazon.titan-text')]],
    ['events of others', 'models', ['elasticbeanstalk:DescribeEvents', ENVIRONMENT]],
    ['products of AWS Marketplace', 'subscriptions', ['aws-marketplace:Subscribe', '*'],
      ['aws-marketplace:Unsubscribe', '*']],
  ]),
  attackers('an instance of Beanstalk that pulls any image', () => ({
    webTier: {}, containerImages: { repositories: [ImageSource.anyRepository()] },
  }), [
    ['images of others', 'images', ['ecr:BatchGetImage', REPOSITORY], ['ecr:GetDownloadUrlForLayer', REPOSITORY]],
    ['images that others run', 1, ['ecr:PutImage', REPOSITORY]],
    ['repositories', 1, ['ecr:CreateRepository', REPOSITORY]],
  ]),
  attackers('an instance of Beanstalk with unrestricted resources', () => ({
    webTier: {}, workerTier: {}, ecsDocker: {}, unrestrictedResources: true,
  }), [...CLOSED, ...wide('unrestricted')]),
  {
    ...attackers('an instance of Beanstalk with policies of AWS', () => ({}), [
      ...CLOSED,
      ...wide('managedPolicies'),
      ['models and products', 'managedPolicies', ['bedrock:InvokeModel', model('anthropic.claude-opus-4')],
        ['aws-marketplace:Subscribe', '*']],
    ]),
    build: stack => withAwsPolicies(
      new BeanstalkEc2Role(stack, 'Role', { webTier: {}, workerTier: {}, ecsDocker: {}, awsManagedPolicies: true }),
      'AWSElasticBeanstalkWebTier', 'AWSElasticBeanstalkWorkerTier', 'AWSElasticBeanstalkMulticontainerDocker'),
  },
];

export const INSTANCE_ESCALATIONS = {
  'a task of others': 'clusters',
  'a host of containers': 'clusters',
};

function attackers(attacker: string, props: Props, attacks: readonly Attack[]): AttackTable {
  return {
    construct: 'BeanstalkEc2Role',
    attacker,
    build: (stack, given) => new BeanstalkEc2Role(stack, 'Role', props(given)),
    attacks,
  };
}

/** Joins a cluster, and gets what ECS sends its hosts. */
function pollIn(name: string): Attack[2][] {
  const { cluster, host, inCluster } = clusterOf(name);
  return [['ecs:RegisterContainerInstance', cluster], ['ecs:Poll', host, inCluster],
    ['ecs:StartTelemetrySession', host, inCluster]];
}

function wide(row: string): readonly Attack[] {
  return [
    ['code of other environments', row, ['s3:PutObject', OTHER_VERSION], ['s3:PutObject', OTHER_RUNNING_VERSION]],
    ['a way out to a bucket of another account', row,
      ['s3:PutObject', s3Arn('elasticbeanstalk-evil/data'), OF_ANOTHER_ACCOUNT]],
    ['messages of other programs', row, ['sqs:ReceiveMessage', arn('sqs', 'payments')],
      ['sqs:SendMessage', arn('sqs', 'payments')]],
    ['credentials of tasks in other clusters', row, ...pollIn('payments')],
  ];
}
