import { Deviations } from '../platform';

type Narrowed = NonNullable<Deviations['narrowed']>;

const BUCKETS = 'arn:${Partition}:s3:::elasticbeanstalk-*';
const OBJECTS = `${BUCKETS}/*`;
const LOG_GROUPS = 'arn:${Partition}:logs:*:*:log-group:/aws/elasticbeanstalk*';
const LEADER_TABLES = 'arn:${Partition}:dynamodb:*:*:table/*-stack-AWSEBWorkerCronLeaderRegistry*';
const HEALTH = ['application/*', 'environment/*'].map(on => `arn:\${Partition}:elasticbeanstalk:*:*:${on}`);

const onEach = (resources: readonly string[], ...actions: readonly string[]) =>
  actions.flatMap(action => resources.map(resource => `${action} ${resource}`));

/** Both forms have wildcards that only partly match buckets and objects. */
const STORAGE: Narrowed = {
  'CommonReadAssets, CommonReadBucket, CommonReadObjects': onEach([BUCKETS], 's3:Get*'),
  'CommonReadBucket, CommonReadObjects': onEach([BUCKETS], 's3:List*'),
  'CommonReadAssets, CommonReadObjects': onEach([OBJECTS], 's3:Get*'),
  'CommonReadObjects': onEach([OBJECTS], 's3:List*'),
  'CommonPutObjects': onEach([BUCKETS, OBJECTS], 's3:PutObject'),
};

/** The common statements of the managed policies of the tiers, older and newer. */
const COMMON: Narrowed = {
  ...STORAGE,
  CommonWriteLogs: onEach([LOG_GROUPS], 'logs:CreateLogStream', 'logs:PutLogEvents'),
};
const WEB: Narrowed = { ...COMMON, WebTierFindLogStreams: onEach([LOG_GROUPS], 'logs:DescribeLogStreams') };
const WORKER: Narrowed = {
  ...COMMON,
  WorkerTierUseQueue: ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:ReceiveMessage', 'sqs:SendMessage'],
  WorkerTierElectLeader: onEach(
    [LEADER_TABLES],
    'dynamodb:BatchGetItem', 'dynamodb:BatchWriteItem', 'dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem',
    'dynamodb:Query', 'dynamodb:Scan', 'dynamodb:UpdateItem',
  ),
};
const REPORTS: Narrowed = { CommonReportHealth: onEach(HEALTH, 'elasticbeanstalk:PutInstanceStatistics') };
const DOCKER: Narrowed = {
  EcsDockerUseCluster: ['ecs:DeregisterContainerInstance', 'ecs:RegisterContainerInstance', 'ecs:Submit*'],
  EcsDockerConnect: ['ecs:DescribeContainerInstances', 'ecs:Poll', 'ecs:StartTelemetrySession'],
  EcsDockerManageTasks: ['ecs:StopTask'],
  EcsDockerStartTasks: ['ecs:StartTask'],
};

/**
 * As wide as the managed policies, except for what a resource does not support, such as writing objects to a bucket
 * ARN.
 */
const WIDE_STORAGE: Narrowed = {
  'CommonReadBucket, CommonReadObjects': onEach([BUCKETS, OBJECTS], 's3:Get*', 's3:List*'),
  'CommonPutObjects': onEach([BUCKETS], 's3:PutObject'),
};
const WIDE_DOCKER: Narrowed = { EcsDockerUseCluster: ['ecs:Submit*'] };

/** All differences between the roles of the library and the page or the managed policies. */
export const BEANSTALK_DEVIATIONS: Record<string, Record<string, Deviations>> = {
  'elastic-beanstalk/trust': { 'web tier': {} },
  'elastic-beanstalk/web-tier': {
    'web tier': { narrowed: WEB },
    'web tier, unrestricted': { narrowed: WIDE_STORAGE },
  },
  'elastic-beanstalk/web-tier-v7': {
    'web tier': { narrowed: { ...WEB, ...REPORTS } },
    'web tier, unrestricted': { narrowed: WIDE_STORAGE },
  },
  'elastic-beanstalk/worker-tier': {
    'worker tier': { narrowed: WORKER },
    'worker tier, unrestricted': { narrowed: WIDE_STORAGE },
  },
  'elastic-beanstalk/worker-tier-v6': {
    'worker tier': { narrowed: { ...WORKER, ...REPORTS } },
    'worker tier, unrestricted': { narrowed: WIDE_STORAGE },
  },
  'elastic-beanstalk/multicontainer-docker': {
    'ECS-managed Docker': { narrowed: DOCKER },
    'ECS-managed Docker, unrestricted': { narrowed: WIDE_DOCKER },
  },
  'elastic-beanstalk/multicontainer-docker-v3': {
    'ECS-managed Docker': {
      narrowed: {
        ...DOCKER,
        EcsDockerManageTasks: ['ecs:DescribeTasks', 'ecs:StopTask'],
        EcsDockerTag: ['ecs:TagResource'],
      },
    },
    'ECS-managed Docker, unrestricted': { narrowed: WIDE_DOCKER },
  },
};
