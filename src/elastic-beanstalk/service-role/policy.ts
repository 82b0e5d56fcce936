import { Arns } from '../../private/options/arns';
import { ANY, DocumentedStatement, given, PolicyFeature } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';

type Statements = readonly DocumentedStatement[];

/** What the service makes for environments, beside what AWS's managed policies let it do. */
export interface ServiceNeeds {
  readonly logStreaming: boolean;
  readonly workerTier: boolean;
  readonly ecsDocker: boolean;
}

/** Whom the service works for, as every request of it says. */
export const EXTERNAL_ID = { 'sts:ExternalId': 'elasticbeanstalk' };

const EVERYWHERE = 'narrowed: the managed policy reaches into every region and account';

export function servicePolicy(arns: Arns, needs: ServiceNeeds): readonly PolicyFeature[] {
  return [
    { name: 'LogStreaming', statements: given(needs.logStreaming, () => logStreamingPolicy(arns)) },
    { name: 'WorkerTier', statements: given(needs.workerTier, () => workerTierPolicy(arns)) },
    { name: 'EcsDocker', statements: given(needs.ecsDocker, () => ecsDockerPolicy(arns)) },
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
  const note = `${EVERYWHERE}; names that begin with eb- are added, which newer policies of AWS know beside awseb-e-`;
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
  const taskDefinitions = arns.regional('ecs', 'task-definition/*');
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
      note: EVERYWHERE,
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
      note: 'narrowed: the managed policy tags all that the two calls make, in every region and account',
      actions: ['ecs:TagResource'],
      resources: [cluster, taskDefinitions],
      conditions: { StringEquals: { 'ecs:CreateAction': ['CreateCluster', 'RegisterTaskDefinition'] } },
    },
  ];
}
