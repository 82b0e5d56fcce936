import { ec2Row, rowName, STORAGE_OF_USER, Tier, tierRow, TIERS } from './rows';
import { Row } from '../../support/row';

const TIER_NAMES = Object.keys(TIERS) as Tier[];

const DEFAULT_ROWS = TIER_NAMES.map(tier => ec2Row(tier, () => TIERS[tier]));

/** The difference of the grants without the scopes of the stack. */
const WIDE_STORAGE = ['-CommonReadAssets', '~CommonPutObjects', '~CommonReadBucket', '~CommonReadObjects'];
const WIDE_COMMON = [...WIDE_STORAGE, '~CommonReportHealth', '~CommonWriteLogs'];

const SWITCH_ROWS: readonly Row[] = [
  tierRow('web-tier', 'without-xray', () => ({ xray: false }), '-CommonSendTraces'),
  tierRow('web-tier', 'without-log-streaming', () => ({ logStreaming: false }),
    '-CommonWriteLogs', '-WebTierFindLogGroups', '-WebTierFindLogStreams'),
  tierRow('web-tier', 'without-enhanced-health', () => ({ enhancedHealth: false }), '-CommonReportHealth'),
  tierRow('worker-tier', 'without-log-streaming', () => ({ logStreaming: false }), '-CommonWriteLogs'),
  tierRow('web-tier', 'unrestricted', () => ({ unrestrictedResources: true }), ...WIDE_COMMON, '~WebTierFindLogStreams'),
  tierRow('worker-tier', 'unrestricted', () => ({ unrestrictedResources: true }), ...WIDE_COMMON,
    '~WorkerTierElectLeader', '~WorkerTierUseQueue'),
  tierRow('ecs-docker', 'unrestricted', () => ({ unrestrictedResources: true }),
    '~EcsDockerConnect', '~EcsDockerManageTasks', '~EcsDockerStartTasks', '~EcsDockerTag', '~EcsDockerUseCluster'),
];

const SCOPE_ROWS: readonly Row[] = [
  tierRow('web-tier', 'application', () => ({ applicationName: 'shop' }), '~CommonReportHealth'),
  tierRow('web-tier', 'environment', () => ({ applicationName: 'shop', environmentNames: ['shop-live'] }),
    '~CommonReportHealth', '~CommonWriteLogs', '~WebTierFindLogStreams'),
  tierRow('web-tier', 'environment-of-any-application', () => ({ environmentNames: ['shop-live'] }),
    '~CommonReportHealth', '~CommonWriteLogs', '~WebTierFindLogStreams'),
  tierRow('web-tier', 'environments', () => ({ environmentNames: ['shop-live', 'shop-test'] }),
    '~CommonReportHealth', '~CommonWriteLogs', '~WebTierFindLogStreams'),
  tierRow('web-tier', 'environments-with-prefix', () => ({ environmentNamePrefix: 'shop-' }),
    '~CommonReportHealth', '~CommonWriteLogs', '~WebTierFindLogStreams'),
  tierRow('web-tier', 'bucket', given => ({ storage: { bucket: given.bucket('versions') } }), ...STORAGE_OF_USER),
  tierRow('web-tier', 'encrypted-bucket', given => ({ storage: { bucket: given.encryptedBucket('versions') } }),
    '+CommonStorageKey', ...STORAGE_OF_USER),
  tierRow('web-tier', 'storage-key', given => ({ storage: { encryptionKey: given.alias('versions') } }),
    '+CommonStorageKey'),
  tierRow('web-tier', 'environment-id', () => ({ storage: { environmentIds: ['e-abcdefghij'] } }),
    '~CommonPutObjects', '~CommonReadObjects'),
  tierRow('web-tier', 'environment-ids', () => ({ storage: { environmentIds: ['e-abcdefghij', 'e-klmnopqrst'] } }),
    '~CommonPutObjects', '~CommonReadObjects'),
];

const WORKER_ROWS: readonly Row[] = [
  tierRow('worker-tier', 'queue', given => ({ workerTier: { queue: given.queue('jobs') } }), '~WorkerTierUseQueue'),
  tierRow('worker-tier', 'new-queue', given => ({ workerTier: { queue: given.newQueue('jobs') } }), '~WorkerTierUseQueue'),
  tierRow('worker-tier', 'encrypted-queue', given => ({ workerTier: { queue: given.encryptedQueue('jobs') } }),
    '+WorkerTierQueueKey', '~WorkerTierUseQueue'),
  tierRow('worker-tier', 'queue-key', given => ({ workerTier: { queueKey: given.key('jobs') } }), '+WorkerTierQueueKey'),
  tierRow('worker-tier', 'fifo-queue', given => ({ workerTier: { queue: given.fifoQueue('jobs') } }),
    '-WorkerTierElectLeader', '~WorkerTierUseQueue'),
  tierRow('worker-tier', 'without-periodic-tasks', () => ({ workerTier: { periodicTasks: false } }),
    '-WorkerTierElectLeader'),
  tierRow('worker-tier', 'metric-namespaces', () => ({ workerTier: { metricNamespaces: ['ElasticBeanstalk/SQSD'] } }),
    '~WorkerTierPutMetrics'),
];

const DOCKER_ROWS: readonly Row[] = [
  tierRow('ecs-docker', 'environments', () => ({
    webTier: {}, environmentNames: ['shop-live', 'shop-test'], environmentNamePrefix: 'shop-',
  }), ...['PutObjects', 'ReadAssets', 'ReadBucket', 'ReadObjects', 'ReportHealth', 'SendTraces', 'WriteLogs'].map(sid => `+Common${sid}`),
  '+WebTierFindLogGroups', '+WebTierFindLogStreams', '~EcsDockerConnect', '~EcsDockerManageTasks', '~EcsDockerStartTasks', '~EcsDockerUseCluster'),
  tierRow('ecs-docker', 'execution-role', given => ({
    ecsDocker: { executionRole: given.newRole('execution', 'ecs-tasks.amazonaws.com') },
    environmentSecrets: { secrets: [given.encryptedSecret('database')] },
  }),
  '+EcsDockerPassExecutionRole', '+EnvironmentSecretsKey', '+EnvironmentSecretsReadSecrets'),
];

/** Rows with AWS managed policies in place of statements. */
const MANAGED_ROWS: readonly Row[] = [
  tierRow('web-tier', 'aws-managed', () => ({ awsManagedPolicies: true }),
    '-CommonPutObjects', '-CommonReadAssets', '-CommonReadBucket', '-CommonReadObjects', '-CommonReportHealth',
    '-CommonSendTraces', '-CommonWriteLogs', '-WebTierFindLogGroups', '-WebTierFindLogStreams'),
  tierRow('ecs-docker', 'aws-managed', () => ({ awsManagedPolicies: true }),
    '-EcsDockerFindEndpoint', '-EcsDockerConnect', '-EcsDockerManageTasks', '-EcsDockerStartTasks', '-EcsDockerTag', '-EcsDockerUseCluster'),
  tierRow('ecs-docker', 'aws-managed-existing', given => ({
    awsManagedPolicies: true,
    existingRole: given.newRole('existing', 'ec2.amazonaws.com'),
  }),
  '-EcsDockerFindEndpoint', '-EcsDockerConnect', '-EcsDockerManageTasks', '-EcsDockerStartTasks', '-EcsDockerTag', '-EcsDockerUseCluster', '-trust'),
];

/** A statement is the same for its tier alone and together with others. */
const TOGETHER_ROWS: readonly Row[] = ([
  ['web-and-worker', ['web-tier', 'worker-tier']],
  ['web-and-docker', ['web-tier', 'ecs-docker']],
  ['worker-and-docker', ['worker-tier', 'ecs-docker']],
  ['all-tiers', TIER_NAMES],
] satisfies [string, Tier[]][]).map(([what, tiers]) => ({
  ...ec2Row(what, () => Object.assign({}, ...tiers.map(tier => TIERS[tier]))),
  unionOf: tiers.map(rowName),
}));

export const TIER_ROWS: readonly Row[] = [
  ...DEFAULT_ROWS,
  ...SWITCH_ROWS,
  ...SCOPE_ROWS,
  ...WORKER_ROWS,
  ...DOCKER_ROWS,
  ...MANAGED_ROWS,
  ...TOGETHER_ROWS,
];
