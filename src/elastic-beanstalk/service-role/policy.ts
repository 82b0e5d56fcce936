import { Arns } from '../../private/options/arns';
import { ANY, PolicyFeature, Statements, whenPresent } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';

/** Statements on resources that the service creates for environments: AWS's managed policies don't allow them. */
export type ServiceNeeds = Readonly<Record<'logStreaming' | 'workerTier' | 'ecsDocker', boolean>>;

/** The external id that Elastic Beanstalk sends when it assumes the role. */
export const EXTERNAL_ID = { 'sts:ExternalId': 'elasticbeanstalk' };

const EVERYWHERE = 'narrowed: the managed policy covers every region and account';

export function servicePolicy(arns: Arns, needs: ServiceNeeds): readonly PolicyFeature[] {
  return [
    { name: 'LogStreaming', statements: whenPresent(needs.logStreaming, () => logStreamingPolicy(arns)) },
    { name: 'WorkerTier', statements: whenPresent(needs.workerTier, () => workerTierPolicy(arns)) },
    { name: 'EcsDocker', statements: whenPresent(needs.ecsDocker, () => ecsDockerPolicy(arns)) },
  ];
}

function logStreamingPolicy(arns: Arns): Statements {
  return [{
    sid: 'LogStreamingManageLogGroups',
    source: SOURCES.roleLogs,
    note: EVERYWHERE,
    actions: [
      'logs:CreateLogGroup',
      'logs:DeleteLogGroup',
      'logs:PutRetentionPolicy',
    ],
    resources: [arns.logGroups('/aws/elasticbeanstalk/')],
  }];
}

function workerTierPolicy(arns: Arns): Statements {
  const note = `${EVERYWHERE}; names that start with eb- are added, because newer AWS policies include them`;
  const ofEnvironments = (service: string, type: string) =>
    ['awseb-e-*', 'eb-*'].map(name => arns.regional(service, `${type}${name}`));
  return [
    {
      sid: 'WorkerTierManageQueues',
      source: SOURCES.roleWorkerTier,
      note,
      actions: [
        'sqs:CreateQueue',
        'sqs:DeleteQueue',
        'sqs:GetQueueAttributes',
        'sqs:TagQueue',
      ],
      resources: ofEnvironments('sqs', ''),
    },
    {
      sid: 'WorkerTierManageTables',
      source: SOURCES.roleWorkerTier,
      note,
      actions: [
        'dynamodb:CreateTable',
        'dynamodb:DeleteTable',
        'dynamodb:DescribeTable',
        'dynamodb:TagResource',
      ],
      resources: ofEnvironments('dynamodb', 'table/'),
    },
  ];
}

function ecsDockerPolicy(arns: Arns): Statements {
  const source = SOURCES.roleEcs;
  const cluster = arns.regional('ecs', 'cluster/awseb-*');
  const taskDefinitions = arns.regional('ecs', 'task-definition/awseb-*');
  return [
    {
      sid: 'EcsDockerManageClusters',
      source,
      note: 'narrowed: the managed policy grants all clusters',
      actions: [
        'ecs:CreateCluster',
        'ecs:DeleteCluster',
      ],
      resources: [cluster],
    },
    {
      sid: 'EcsDockerRegisterTasks',
      source,
      note: 'narrowed: the managed policy grants all task definitions; those of environments have this prefix',
      actions: ['ecs:RegisterTaskDefinition'],
      resources: [taskDefinitions],
    },
    {
      sid: 'EcsDockerDeregisterTasks',
      source,
      actions: ['ecs:DeregisterTaskDefinition'],
      resources: ANY,
    },
    {
      sid: 'EcsDockerTag',
      source,
      note: 'narrowed: the managed policy tags everything that the two calls create, in every region and account',
      actions: ['ecs:TagResource'],
      resources: [cluster, taskDefinitions],
      conditions: { StringEquals: { 'ecs:CreateAction': ['CreateCluster', 'RegisterTaskDefinition'] } },
    },
  ];
}
