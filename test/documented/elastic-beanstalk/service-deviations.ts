import { Deviations } from '../platform';

const arn = (service: string, resource: string) => `arn:\${Partition}:${service}:*:*:${resource}`;
const on = (resource: string, ...actions: readonly string[]) => actions.map(action => `${action} ${resource}`);

const INSTANCES = ['rds:CreateDBInstance', 'rds:DeleteDBInstance', 'rds:ModifyDBInstance'];
const SECURITY_GROUPS = ['rds:AuthorizeDBSecurityGroupIngress', 'rds:CreateDBSecurityGroup', 'rds:DeleteDBSecurityGroup'];

/** AWS's policies for operations roles, and our options for the service role. */
export const SERVICE_DEVIATIONS: Record<string, Record<string, Deviations>> = {
  'elastic-beanstalk/role-logs-v1': {
    'operations: logs': {
      narrowed: {
        LogStreamingManageLogGroups: on(arn('logs', 'log-group:/aws/elasticbeanstalk/*'),
          'logs:CreateLogGroup', 'logs:DeleteLogGroup', 'logs:PutRetentionPolicy'),
      },
    },
  },
  'elastic-beanstalk/role-worker-tier-v1': {
    'operations: worker tier': {
      narrowed: {
        WorkerTierManageQueues: on(arn('sqs', 'awseb-e-*'),
          'sqs:CreateQueue', 'sqs:DeleteQueue', 'sqs:GetQueueAttributes', 'sqs:TagQueue'),
        WorkerTierManageTables: on(arn('dynamodb', 'table/awseb-e-*'),
          'dynamodb:CreateTable', 'dynamodb:DeleteTable', 'dynamodb:DescribeTable', 'dynamodb:TagResource'),
      },
    },
  },
  'elastic-beanstalk/role-ecs-v2': {
    'operations: ECS-managed Docker': {
      narrowed: {
        EcsDockerManageClusters: ['ecs:CreateCluster', 'ecs:DeleteCluster'],
        EcsDockerRegisterTasks: ['ecs:RegisterTaskDefinition'],
        EcsDockerTag: ['ecs:TagResource'],
      },
    },
  },
  'elastic-beanstalk/role-databases-v1': {
    'operations: databases': {
      narrowed: {
        DatabaseManageInstances: [arn('rds', 'db:*'), arn('rds', 'secgrp:awseb-e-*')].flatMap(resource => on(resource, ...INSTANCES)),
        DatabaseManageSecurityGroups: on(arn('rds', 'secgrp:awseb-e-*'), ...SECURITY_GROUPS),
      },
      dropped: [{
        kind: 'invalid ARN',
        because: 'these actions are on security groups, not on databases',
        pairs: on(arn('rds', 'db:*'), ...SECURITY_GROUPS),
      }],
    },
  },
  'elastic-beanstalk/role-notifications-v1': {
    'operations: notifications': {
      narrowed: {
        NotificationsManageTopics: on(arn('sns', 'ElasticBeanstalkNotifications-*'),
          'sns:CreateTopic', 'sns:DeleteTopic', 'sns:SetTopicAttributes'),
        NotificationsPublish: ['sns:GetTopicAttributes', 'sns:Publish', 'sns:Subscribe', 'sns:Unsubscribe'],
      },
    },
  },
};
