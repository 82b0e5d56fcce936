import { SOURCES } from '../sources';
import { TierResources, Tiers } from './resources';
import { sendTraces } from './traces';
import { ANY, Source, Statements, whenPresent } from '../../private/statements/documented-statement';

const S3_WILDCARDS = 'of s3:Get* and s3:List* only the actions that apply to buckets and objects';
const EVERYWHERE = 'the managed policy covers every region and account';

/** Statements that web server and worker environments share. */
export function commonTierPolicy(tiers: Tiers): Statements {
  const { webTier, workerTier, xray, logStreaming, enhancedHealth, resources } = tiers;
  if (!webTier && !workerTier) {
    return [];
  }
  const source = webTier ? SOURCES.webTier : SOURCES.workerTier;
  return [
    ...storagePolicy(source, resources),
    ...whenPresent(xray, () => sendTraces('CommonSendTraces', source)),
    ...whenPresent(logStreaming, () => ({
      sid: 'CommonWriteLogs',
      source,
      note: resources.note(`${EVERYWHERE}, and log groups whose name continues without a slash`),
      actions: [
        'logs:CreateLogStream',
        'logs:PutLogEvents',
      ],
      resources: resources.logGroups,
    })),
    ...whenPresent(enhancedHealth, () => ({
      sid: 'CommonReportHealth',
      source,
      note: resources.note(EVERYWHERE),
      actions: ['elasticbeanstalk:PutInstanceStatistics'],
      resources: [...resources.applications, ...resources.environments],
    })),
  ];
}

/** Replaces `s3:Get*` and `s3:List*` by the actions that apply to buckets and objects. */
function storagePolicy(source: Source, resources: TierResources): Statements {
  const { onBuckets } = resources;
  const note = resources.note('the managed policy grants all buckets named elasticbeanstalk-*', S3_WILDCARDS);
  return [
    resources.owned({
      sid: 'CommonReadBucket',
      source,
      note,
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
      seen: ['s3:ListBucket'],
      sourceActions: ['s3:Get*', 's3:List*', 's3:PutObject'],
      regionalBuckets: 'elasticbeanstalk',
      resources: resources.buckets,
    }),
    ...onBuckets({
      sid: 'CommonReadObjects',
      source,
      note,
      actions: [
        's3:GetObject*',
        's3:ListMultipartUploadParts',
        's3:ListObject*',
      ],
      seen: ['s3:GetObject', 's3:GetObjectVersion'],
      sourceActions: ['s3:Get*', 's3:List*'],
      regionalBuckets: 'elasticbeanstalk',
    }, ...resources.read),
    ...onBuckets({
      sid: 'CommonPutObjects',
      source,
      note: resources.note('the managed policy writes all objects, also the code of other environments, which they run with ' +
        'their own role; instances write logs, and the policy of the bucket allows them no more'),
      actions: ['s3:PutObject'],
      sourceActions: ['s3:PutObject'],
      regionalBuckets: 'elasticbeanstalk',
    }, ...resources.written),
    ...whenPresent(resources.assets, assets => ({
      sid: 'CommonReadAssets',
      source: SOURCES.assets,
      note: resources.note('the managed policy covers these buckets of AWS by elasticbeanstalk-*'),
      actions: ['s3:GetObject'],
      // Platforms name these objects by public URLs. The page is about the policies of VPC endpoints.
      seen: [],
      resources: assets,
    })),
  ];
}

export function webTierPolicy({ webTier, logStreaming, resources }: Tiers): Statements {
  const source = SOURCES.webTier;
  return whenPresent(webTier && logStreaming, () => [
    {
      sid: 'WebTierFindLogStreams',
      source,
      note: resources.note(`${EVERYWHERE}, and log groups whose name continues without a slash`),
      actions: ['logs:DescribeLogStreams'],
      resources: resources.logGroups,
    },
    {
      sid: 'WebTierFindLogGroups',
      source,
      note: 'corrected: the managed policy grants it on log groups, where it has no effect',
      actions: ['logs:DescribeLogGroups'],
      // Environments with the managed policy run without it.
      seen: [],
      resources: ANY,
    },
  ]);
}

export function workerTierPolicy({ workerTier, resources }: Tiers): Statements {
  const source = SOURCES.workerTier;
  return whenPresent(workerTier, ({ periodicTasks, metricNamespaces }) => [
    {
      sid: 'WorkerTierPutMetrics',
      source,
      ...(metricNamespaces.length > 0 ? {
        note: 'narrowed: the managed policy has no condition; metricNamespaces adds one',
        conditions: { StringLike: { 'cloudwatch:namespace': metricNamespaces } },
      } : {}),
      actions: ['cloudwatch:PutMetricData'],
      resources: ANY,
    },
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
    ...whenPresent(periodicTasks, () => ({
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

export function ecsDockerPolicy({ ecsDocker, resources }: Tiers): Statements {
  const source = SOURCES.ecsDocker;
  const inClusters = resources.note('the managed policy covers the resources of all clusters');
  return whenPresent(ecsDocker, () => [
    {
      sid: 'EcsDockerFindEndpoint',
      source,
      actions: ['ecs:DiscoverPollEndpoint'],
      resources: ANY,
    },
    {
      sid: 'EcsDockerUseCluster',
      source,
      note: resources.note('the managed policy grants all clusters', 'the three actions that ecs:Submit* matches'),
      actions: [
        'ecs:DeregisterContainerInstance',
        'ecs:RegisterContainerInstance',
        'ecs:SubmitAttachmentStateChanges',
        'ecs:SubmitContainerStateChange',
        'ecs:SubmitTaskStateChange',
      ],
      sourceActions: ['ecs:Submit*'],
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
      note: resources.note('the managed policy tags everything that the two calls create, in every region and account'),
      actions: ['ecs:TagResource'],
      resources: resources.clusterTagged,
      conditions: { StringEquals: { 'ecs:CreateAction': ['RegisterContainerInstance', 'StartTask'] } },
    },
  ]);
}
