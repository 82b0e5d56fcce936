import { SOURCES } from '../sources';
import { TierResources } from './resources';
import { ANY, DocumentedStatement, given, Source } from '../../private/statements/documented-statement';

type Statements = readonly DocumentedStatement[];

/** What the statements of the tiers are made of. */
export interface Tiers {
  readonly webTier: boolean;
  readonly workerTier?: WorkerTier;
  readonly ecsDocker: boolean;
  readonly xray: boolean;
  readonly logStreaming: boolean;
  readonly enhancedHealth: boolean;
  readonly resources: TierResources;
}

export interface WorkerTier {
  readonly periodicTasks: boolean;
  readonly metricNamespaces: readonly string[];
}

const S3_WILDCARDS = 'of s3:Get* and s3:List* only what buckets and objects know';
const EVERYWHERE = 'the managed policy reaches into every region and account';

/** What web servers and workers share. */
export function commonTierPolicy(tiers: Tiers): Statements {
  const { webTier, workerTier, xray, logStreaming, enhancedHealth, resources } = tiers;
  if (!webTier && !workerTier) {
    return [];
  }
  const source = webTier ? SOURCES.webTier : SOURCES.workerTier;
  return [
    ...storagePolicy(source, resources),
    ...given(xray, () => ({
      sid: 'CommonSendTraces',
      source,
      actions: [
        'xray:GetSamplingRules',
        'xray:GetSamplingStatisticSummaries',
        'xray:GetSamplingTargets',
        'xray:PutTelemetryRecords',
        'xray:PutTraceSegments',
      ],
      resources: ANY,
    })),
    ...given(logStreaming, () => ({
      sid: 'CommonWriteLogs',
      source,
      note: resources.note(`${EVERYWHERE}, and to log groups whose name goes on without a slash`),
      actions: [
        'logs:CreateLogStream',
        'logs:PutLogEvents',
      ],
      resources: resources.logGroups,
    })),
    ...given(enhancedHealth, () => ({
      sid: 'CommonReportHealth',
      source,
      note: resources.note(EVERYWHERE),
      actions: ['elasticbeanstalk:PutInstanceStatistics'],
      resources: [...resources.applications, ...resources.environments],
    })),
  ];
}

/** `s3:Get*` and `s3:List*`, as far as buckets and objects know them. */
function storagePolicy(source: Source, resources: TierResources): Statements {
  return [
    {
      sid: 'CommonReadBucket',
      source,
      note: resources.note('the managed policy grants all buckets whose name begins with elasticbeanstalk-', S3_WILDCARDS),
      actions: [
        's3:GetAccelerateConfiguration',
        's3:GetAnalyticsConfiguration',
        's3:GetBucket*',
        's3:GetEncryptionConfiguration',
        's3:GetIntelligentTieringConfiguration',
        's3:GetInventoryConfiguration',
        's3:GetLifecycleConfiguration',
        's3:GetMetricsConfiguration',
        's3:GetReplicationConfiguration',
        's3:ListBucket*',
        's3:ListTagsForResource',
      ],
      resources: resources.buckets,
    },
    {
      sid: 'CommonUseObjects',
      source,
      note: resources.note('the managed policy grants all buckets whose name begins with elasticbeanstalk-', S3_WILDCARDS),
      actions: [
        's3:GetObject*',
        's3:ListMultipartUploadParts',
        's3:ListObject*',
        's3:PutObject',
      ],
      resources: resources.objects,
    },
    ...given(resources.assets, assets => ({
      sid: 'CommonReadAssets',
      source: SOURCES.assets,
      note: resources.note('the managed policy grants these buckets of AWS by elasticbeanstalk-*'),
      actions: ['s3:GetObject'],
      resources: assets,
    })),
  ];
}

export function webTierPolicy({ webTier, logStreaming, resources }: Tiers): Statements {
  const source = SOURCES.webTier;
  return given(webTier && logStreaming, () => [
    {
      sid: 'WebTierFindLogStreams',
      source,
      note: resources.note(`${EVERYWHERE}, and to log groups whose name goes on without a slash`),
      actions: ['logs:DescribeLogStreams'],
      resources: resources.logGroups,
    },
    {
      sid: 'WebTierFindLogGroups',
      source,
      note: 'corrected: the managed policy grants it on log groups, where it has no effect',
      actions: ['logs:DescribeLogGroups'],
      resources: ANY,
    },
  ]);
}

export function workerTierPolicy({ workerTier, resources }: Tiers): Statements {
  const source = SOURCES.workerTier;
  return given(workerTier, ({ periodicTasks, metricNamespaces }) => [
    putMetrics(metricNamespaces),
    {
      sid: 'WorkerTierUseQueue',
      source,
      note: resources.note('the managed policy grants all queues'),
      actions: [
        'sqs:ChangeMessageVisibility',
        'sqs:DeleteMessage',
        'sqs:ReceiveMessage',
        'sqs:SendMessage',
      ],
      resources: resources.queues,
    },
    ...given(periodicTasks, () => ({
      sid: 'WorkerTierElectLeader',
      source,
      note: resources.note(EVERYWHERE),
      actions: [
        'dynamodb:BatchGetItem',
        'dynamodb:BatchWriteItem',
        'dynamodb:DeleteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:Scan',
        'dynamodb:UpdateItem',
      ],
      resources: resources.leaderTables,
    })),
  ]);
}

function putMetrics(namespaces: readonly string[]): DocumentedStatement {
  const statement: DocumentedStatement = {
    sid: 'WorkerTierPutMetrics',
    source: SOURCES.workerTier,
    actions: ['cloudwatch:PutMetricData'],
    resources: ANY,
  };
  return namespaces.length === 0
    ? statement
    : {
      ...statement,
      note: 'narrowed: the managed policy has no condition; metricNamespaces asks for it',
      conditions: { StringLike: { 'cloudwatch:namespace': namespaces } },
    };
}

export function ecsDockerPolicy({ ecsDocker, resources }: Tiers): Statements {
  const source = SOURCES.ecsDocker;
  const inClusters = resources.note('the managed policy grants what is in all clusters');
  return given(ecsDocker, () => [
    {
      sid: 'EcsDockerFindEndpoint',
      source,
      actions: ['ecs:DiscoverPollEndpoint'],
      resources: ANY,
    },
    {
      sid: 'EcsDockerUseCluster',
      source,
      note: resources.note('the managed policy grants all clusters', 'the three actions that ecs:Submit* stands for'),
      actions: [
        'ecs:DeregisterContainerInstance',
        'ecs:RegisterContainerInstance',
        'ecs:SubmitAttachmentStateChanges',
        'ecs:SubmitContainerStateChange',
        'ecs:SubmitTaskStateChange',
      ],
      resources: resources.clusters,
    },
    {
      sid: 'EcsDockerConnect',
      source,
      note: inClusters,
      actions: [
        'ecs:DescribeContainerInstances',
        'ecs:Poll',
        'ecs:StartTelemetrySession',
      ],
      resources: resources.containerInstances,
      conditions: resources.inClusters,
    },
    {
      sid: 'EcsDockerManageTasks',
      source,
      note: inClusters,
      actions: [
        'ecs:DescribeTasks',
        'ecs:StopTask',
      ],
      resources: resources.tasks,
      conditions: resources.inClusters,
    },
    {
      sid: 'EcsDockerStartTasks',
      source,
      note: inClusters,
      actions: ['ecs:StartTask'],
      resources: resources.taskDefinitions,
      conditions: resources.inClusters,
    },
    {
      sid: 'EcsDockerTag',
      source,
      note: resources.note('the managed policy tags all that the two calls make, in every region and account'),
      actions: ['ecs:TagResource'],
      resources: resources.clusterTagged,
      conditions: { StringEquals: { 'ecs:CreateAction': ['RegisterContainerInstance', 'StartTask'] } },
    },
  ]);
}
