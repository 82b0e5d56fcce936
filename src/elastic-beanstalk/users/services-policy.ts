import { Infrastructure } from './read';
import { TAGGED, UserScope } from './scope';
import { ANY, Statements, whenPresent } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';

const source = SOURCES.administrator;
const NEW = 'narrowed: without the tag of another environment: a new one is tagged when it is created';

/** Databases, queues, tables, clusters and log groups of environments. */
export function servicesPolicy(scope: UserScope, infrastructure: Infrastructure): Statements {
  const { databases, workerTier, ecsDocker, logStreaming } = infrastructure;
  return [
    ...whenPresent(databases, () => databasePolicy(scope)),
    ...whenPresent(workerTier, () => workerTierPolicy(scope)),
    ...whenPresent(ecsDocker, () => ecsDockerPolicy(scope)),
    ...whenPresent(logStreaming, () => ({
      sid: 'LogStreamingManageLogGroups',
      source,
      note: 'narrowed: the log groups of the environments',
      actions: [
        'logs:CreateLogGroup',
        'logs:DeleteLogGroup',
        'logs:PutRetentionPolicy',
      ],
      resources: scope.logGroups,
    })),
  ];
}

function databasePolicy(scope: UserScope): Statements {
  const { arns } = scope;
  const [instances, subnetGroups] = ['db:', 'subgrp:'].map(type => scope.named('rds', type));
  return [
    {
      sid: 'DatabasesCreate',
      source,
      note: `${NEW}; databases with names of Elastic Beanstalk, not from snapshots, which may be those of other databases; added: ` +
        '`rds:AddTagsToResource`',
      actions: [
        'rds:AddTagsToResource',
        'rds:CreateDBInstance',
        'rds:CreateDBSubnetGroup',
      ],
      resources: [...instances, ...subnetGroups],
      conditions: scope.taggedIfAtAll,
    },
    {
      sid: 'DatabasesCreateWith',
      source,
      note: 'added: a database is created with the default groups of its engine and, without a VPC of its own, the default subnets',
      actions: ['rds:CreateDBInstance'],
      resources: ['og:default*', 'pg:default*', 'subgrp:default'].map(name => arns.regional('rds', name)),
    },
    {
      sid: 'DatabasesChange',
      source,
      note: TAGGED,
      actions: [
        'rds:DeleteDBInstance',
        'rds:DeleteDBSubnetGroup',
        'rds:ModifyDBInstance',
        'rds:ModifyDBSubnetGroup',
      ],
      resources: [...instances, ...subnetGroups],
      conditions: scope.tagged,
    },
    {
      sid: 'DatabasesKeepSnapshots',
      source,
      note: 'added: an environment keeps a snapshot of the database that it deletes',
      actions: ['rds:CreateDBSnapshot'],
      resources: [arns.regional('rds', 'snapshot:*')],
    },
    {
      sid: 'DatabasesTakeSnapshots',
      source,
      note: TAGGED,
      actions: ['rds:CreateDBSnapshot'],
      resources: instances,
      conditions: scope.tagged,
    },
    {
      sid: 'DatabasesDescribe',
      source,
      note: 'narrowed: of rds:Describe* the actions of the policy for managed updates, and of subnet groups',
      actions: [
        'rds:DescribeDBEngineVersions',
        'rds:DescribeDBInstances',
        'rds:DescribeDBSubnetGroups',
        'rds:DescribeOrderableDBInstanceOptions',
      ],
      resources: ANY,
    },
  ];
}

function workerTierPolicy(scope: UserScope): Statements {
  const queues = scope.named('sqs', '');
  const tables = scope.named('dynamodb', 'table/');
  return [
    {
      sid: 'WorkerTierCreate',
      source,
      note: NEW,
      actions: [
        'dynamodb:CreateTable',
        'dynamodb:TagResource',
        'sqs:CreateQueue',
        'sqs:TagQueue',
      ],
      resources: [...queues, ...tables],
      conditions: scope.taggedIfAtAll,
    },
    {
      sid: 'WorkerTierRead',
      source,
      note: 'narrowed: the managed policy covers every region and account; added: `sqs:GetQueueUrl`',
      actions: [
        'dynamodb:DescribeTable',
        'sqs:GetQueueAttributes',
        'sqs:GetQueueUrl',
      ],
      resources: [...queues, ...tables],
    },
    {
      sid: 'WorkerTierChange',
      source,
      note: `${TAGGED}; messages are not sent`,
      actions: [
        'dynamodb:DeleteTable',
        'sqs:DeleteQueue',
        'sqs:SetQueueAttributes',
      ],
      resources: [...queues, ...tables],
      conditions: scope.tagged,
    },
  ];
}

function ecsDockerPolicy(scope: UserScope): Statements {
  return [
    {
      sid: 'EcsDockerClusters',
      source,
      note: 'narrowed: the clusters of the environments, by their names',
      actions: [
        'ecs:CreateCluster',
        'ecs:DeleteCluster',
        'ecs:DescribeClusters',
      ],
      resources: scope.ofEcs('cluster'),
    },
    {
      sid: 'EcsDockerRegisterTasks',
      source,
      note: 'narrowed: the task definitions of the environments, by their names',
      actions: ['ecs:RegisterTaskDefinition'],
      resources: scope.ofEcs('task-definition'),
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
      note: 'narrowed: the clusters and task definitions of the environments, by their names',
      actions: ['ecs:TagResource'],
      resources: [...scope.ofEcs('cluster'), ...scope.ofEcs('task-definition')],
      conditions: { StringEquals: { 'ecs:CreateAction': ['CreateCluster', 'RegisterTaskDefinition'] } },
    },
  ];
}
