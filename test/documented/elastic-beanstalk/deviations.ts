import { SERVICE_DEVIATIONS } from './service-deviations';
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

const DOCKER_V5: Narrowed = {
  ...DOCKER,
  EcsDockerManageTasks: ['ecs:DescribeTasks', 'ecs:StopTask'],
  EcsDockerTag: ['ecs:TagResource'],
};

const MODELS = ['anthropic.claude-*', 'amazon.nova-*'];
const FOUNDATION_MODELS = MODELS.map(model => `arn:\${Partition}:bedrock:*::foundation-model/${model}`);
const INFERENCE_PROFILES = MODELS.map(model => `arn:\${Partition}:bedrock:*:*:inference-profile/*${model}`);
const EVENTS = ['elasticbeanstalk:DescribeEnvironmentHealth', 'elasticbeanstalk:DescribeEvents'];

const ANALYSIS: Narrowed = {
  HealthAnalysisInvokeModel: onEach(INFERENCE_PROFILES, 'bedrock:InvokeModel'),
  HealthAnalysisReadEnvironment: EVENTS,
};

/** What AWS grants every instance since 2026. */
const BY_OPTION: Deviations['dropped'] = [
  {
    kind: 'other options',
    because: '`healthAnalysis` grants it: only the analysis with a model, on request, calls it',
    pairs: [...onEach([...FOUNDATION_MODELS, ...INFERENCE_PROFILES], 'bedrock:InvokeModel'), 'bedrock:ListFoundationModels', ...EVENTS],
  },
  {
    kind: 'other options',
    because: '`healthAnalysis.firstModelUse` grants it: only the first call of a model in an account needs the subscription',
    pairs: ['aws-marketplace:Subscribe', 'aws-marketplace:Unsubscribe', 'aws-marketplace:ViewSubscriptions'],
  },
];

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
  'elastic-beanstalk/web-tier-v9': {
    'web tier': { narrowed: { ...WEB, ...REPORTS }, dropped: BY_OPTION },
    'web tier, health analysis': { narrowed: { ...WEB, ...REPORTS, ...ANALYSIS } },
    'web tier, unrestricted': { narrowed: WIDE_STORAGE, dropped: BY_OPTION },
  },
  'elastic-beanstalk/worker-tier': {
    'worker tier': { narrowed: WORKER },
    'worker tier, unrestricted': { narrowed: WIDE_STORAGE },
  },
  'elastic-beanstalk/worker-tier-v8': {
    'worker tier': { narrowed: { ...WORKER, ...REPORTS }, dropped: BY_OPTION },
    'worker tier, health analysis': { narrowed: { ...WORKER, ...REPORTS, ...ANALYSIS } },
    'worker tier, unrestricted': { narrowed: WIDE_STORAGE, dropped: BY_OPTION },
  },
  'elastic-beanstalk/multicontainer-docker': {
    'ECS-managed Docker': { narrowed: DOCKER },
    'ECS-managed Docker, unrestricted': { narrowed: WIDE_DOCKER },
  },
  'elastic-beanstalk/multicontainer-docker-v5': {
    'ECS-managed Docker': { narrowed: DOCKER_V5, dropped: BY_OPTION },
    'ECS-managed Docker, health analysis': { narrowed: { ...DOCKER_V5, ...ANALYSIS } },
    'ECS-managed Docker, unrestricted': { narrowed: WIDE_DOCKER, dropped: BY_OPTION },
  },
  ...SERVICE_DEVIATIONS,
};
