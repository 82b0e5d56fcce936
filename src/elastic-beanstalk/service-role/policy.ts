import { Notifications, ServiceNeeds } from './read';
import { Arns } from '../../private/options/arns';
import { viaService } from '../../private/statements/conditions';
import { ANY, PolicyFeature, Statements, whenPresent } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';
import { USE_KEY } from '../tiers/keys';
import { useStorageKeys } from '../tiers/storage';

/** The external id that Elastic Beanstalk sends when it assumes the role. */
export const EXTERNAL_ID = { 'sts:ExternalId': 'elasticbeanstalk' };

const NEWER_NAMES = 'names that start with eb- are added, because newer AWS policies include them';
const EVERYWHERE = 'narrowed: the managed policy covers every region and account';

/** Statements on what the service creates for environments: AWS's managed policies for updates don't allow them. */
export function servicePolicy(arns: Arns, needs: ServiceNeeds): readonly PolicyFeature[] {
  return [
    { name: 'Storage', statements: whenPresent(needs.storageKey, key => storageKeyPolicy(arns, key)) },
    { name: 'LogStreaming', statements: whenPresent(needs.logStreaming, () => logStreamingPolicy(arns)) },
    { name: 'WorkerTier', statements: whenPresent(needs.workerTier, () => workerTierPolicy(arns)) },
    { name: 'EcsDocker', statements: whenPresent(needs.ecsDocker, () => ecsDockerPolicy(arns)) },
    { name: 'Database', statements: whenPresent(needs.database, () => databasePolicy(arns)) },
    {
      name: 'Notifications',
      statements: whenPresent(needs.notifications, notifications => notificationsPolicy(arns, notifications)),
    },
  ];
}

function storageKeyPolicy(arns: Arns, key: string): Statements {
  return [useStorageKeys(arns, [key], {
    sid: 'StorageUseKey',
    source: SOURCES.storage,
    note: 'added: reading and writing encrypted objects requires their key',
    actions: USE_KEY,
  })];
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
  const note = `${EVERYWHERE}; ${NEWER_NAMES}`;
  const ofEnvironments = (service: string, type: string) => named(arns, service, type);
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

function databasePolicy(arns: Arns): Statements {
  const [databases, securityGroups, subnetGroups] = ['db:', 'secgrp:', 'subgrp:'].map(type => named(arns, 'rds', type));
  return [
    {
      sid: 'DatabaseManageInstances',
      source: SOURCES.roleDatabase,
      note: `narrowed: the managed policy covers all databases in every region and account; ${NEWER_NAMES}, and so are ` +
        'subnet groups, which every database in a VPC has',
      actions: [
        'rds:CreateDBInstance',
        'rds:DeleteDBInstance',
        'rds:ModifyDBInstance',
      ],
      resources: [...databases, ...securityGroups, ...subnetGroups],
    },
    {
      sid: 'DatabaseManageSecurityGroups',
      source: SOURCES.roleDatabase,
      note: `${EVERYWHERE}; ${NEWER_NAMES}`,
      actions: [
        'rds:AuthorizeDBSecurityGroupIngress',
        'rds:CreateDBSecurityGroup',
        'rds:DeleteDBSecurityGroup',
      ],
      resources: securityGroups,
    },
    {
      sid: 'DatabaseManageSubnetGroups',
      source: SOURCES.administrator,
      note: EVERYWHERE,
      actions: [
        'rds:CreateDBSubnetGroup',
        'rds:DeleteDBSubnetGroup',
        'rds:ModifyDBSubnetGroup',
      ],
      resources: subnetGroups,
    },
  ];
}

function notificationsPolicy(arns: Arns, { topics, keys }: Notifications): Statements {
  const source = SOURCES.roleNotifications;
  const own = arns.regional('sns', 'ElasticBeanstalkNotifications-*');
  return [
    {
      sid: 'NotificationsManageTopics',
      source,
      note: EVERYWHERE,
      actions: [
        'sns:CreateTopic',
        'sns:DeleteTopic',
        'sns:SetTopicAttributes',
      ],
      resources: [own],
    },
    {
      sid: 'NotificationsPublish',
      source,
      note: 'narrowed: the managed policy grants all topics',
      actions: [
        'sns:GetTopicAttributes',
        'sns:Publish',
        'sns:Subscribe',
        'sns:Unsubscribe',
      ],
      resources: [own, ...topics],
    },
    ...whenPresent(keys, resources => ({
      sid: 'NotificationsUseKey',
      source,
      note: 'added: messages to an encrypted topic require its key',
      actions: USE_KEY,
      resources,
      conditions: viaService('sns', arns.region),
    })),
  ];
}

/** The names that Elastic Beanstalk gives to what it creates for environments. */
function named(arns: Arns, service: string, type: string): readonly string[] {
  return ['awseb-e-*', 'eb-*'].map(name => arns.regional(service, `${type}${name}`));
}
