import { BUCKET, clusterOf, ENVIRONMENT, LEADERS, LOG_GROUP, OTHER, OTHER_VERSION, QUEUE } from './resources';
import { BeanstalkServiceRole } from '../../../src';
import { Attack, AttackTable } from '../attack';
import { withAwsPolicies } from './aws-policies';
import {
  ADMIN, arn, FOR_AWS, FUNCTION, iamArn, INSTANCE, keyOf, LAUNCH_TEMPLATE, passedTo, s3Arn, SECURITY_GROUP, stackArn,
} from '../resources';

const TASK_DEFINITION = arn('ecs', 'task-definition/payments:4');
const DATABASE = arn('rds', 'db:awseb-e-zyxwvutsrq-stack-awsebrdsdatabase-0123');
const TOPIC = arn('sns', 'ElasticBeanstalkNotifications-Environment-bank-live');
const LAUNCHED = { 'ec2:LaunchTemplate': LAUNCH_TEMPLATE };

/** Elastic Beanstalk alone can assume the role: an attacker lets it act, on an environment with this role. */
export const SERVICE_ATTACKS: readonly AttackTable[] = [
  {
    construct: 'BeanstalkServiceRole',
    attacker: 'somebody for whom Elastic Beanstalk acts',
    build: stack => new BeanstalkServiceRole(stack, 'Role', { logStreaming: true, workerTier: {}, ecsDocker: {} }),
    attacks: [
      ['logs of other environments', 'serviceLogs', ['logs:DeleteLogGroup', LOG_GROUP],
        ['logs:PutRetentionPolicy', LOG_GROUP]],
      ['logs of other programs', 1, ['logs:DeleteLogGroup', arn('logs', 'log-group:/payments')]],
      ['workers of other environments', 'serviceWorkers', ['sqs:DeleteQueue', QUEUE],
        ['dynamodb:DeleteTable', LEADERS]],
      ['tables with a similar name', 'serviceWorkers', ['dynamodb:DeleteTable', arn('dynamodb', 'table/eb-payments')]],
      ['tables of other programs', 1, ['dynamodb:DeleteTable', arn('dynamodb', 'table/payments')]],
      ['queues of other programs', 1, ['sqs:DeleteQueue', arn('sqs', 'payments')]],
      ['messages', 1, ['sqs:ReceiveMessage', QUEUE]],
      ['items of tables', 1, ['dynamodb:GetItem', LEADERS]],
      ['clusters of other environments', 'serviceClusters', ['ecs:DeleteCluster', OTHER.cluster]],
      ['clusters of other programs', 1, ['ecs:DeleteCluster', clusterOf('payments').cluster]],
      ['code of other programs, by their newest task definition', 1, ['ecs:RegisterTaskDefinition', TASK_DEFINITION]],
      ['code of other environments, by their newest task definition', 'serviceClusters',
        ['ecs:RegisterTaskDefinition', arn('ecs', 'task-definition/awseb-shop-live-0123456789:4')]],
      ['the end of task definitions', 'serviceClusters', ['ecs:DeregisterTaskDefinition', '*']],
      ['a role in a task definition', 2,
        ['ecs:RegisterTaskDefinition', arn('ecs', 'task-definition/awseb-shop-live-0123456789:4')],
        ['iam:PassRole', ADMIN, passedTo('ecs-tasks.amazonaws.com')]],
      ['a task', 1, ['ecs:RunTask', TASK_DEFINITION]],
      ['a role that trusts the account', 1, ['sts:AssumeRole', ADMIN]],
    ],
  },
  {
    construct: 'BeanstalkServiceRole',
    attacker: 'somebody for whom Elastic Beanstalk acts, on databases and notifications',
    build: (stack, given) => new BeanstalkServiceRole(stack, 'Role', {
      database: {},
      notifications: { topics: [given.topic('alarms')] },
      storage: { encryptionKey: given.key('versions') },
    }),
    attacks: [
      ['databases of other environments', 'serviceDatabases', ['rds:DeleteDBInstance', DATABASE],
        ['rds:ModifyDBInstance', DATABASE]],
      ['databases of other programs', 1, ['rds:DeleteDBInstance', arn('rds', 'db:payments')]],
      ['data of other databases, in a copy', 1, ['rds:RestoreDBInstanceFromDBSnapshot', arn('rds', 'snapshot:payments')]],
      ['data of other databases, by their snapshots', 1, ['rds:ModifyDBSnapshotAttribute', arn('rds', 'snapshot:payments')]],
      ['notifications of other environments', 'serviceTopics', ['sns:Subscribe', TOPIC], ['sns:SetTopicAttributes', TOPIC],
        ['sns:DeleteTopic', TOPIC]],
      ['false alarms in the topics of the options', 'serviceTopics', ['sns:Publish', arn('sns', 'alarms')]],
      ['the topics of the options for another account', 1, ['sns:SetTopicAttributes', arn('sns', 'alarms')]],
      ['topics of others', 1, ['sns:Publish', arn('sns', 'payments')]],
      ['what the key encrypts elsewhere', 1, ['kms:Decrypt', keyOf('versions')]],
      ['the key for others', 1, ['kms:CreateGrant', keyOf('versions'), FOR_AWS]],
    ],
  },
  ofAws('health', 'service-role/AWSElasticBeanstalkEnhancedHealth', [
    ['topics of others', 'serviceHealth', ['sns:Publish', arn('sns', 'payments')]],
    ['addresses of others', 'serviceHealth', ['ec2:AssociateAddress', arn('ec2', 'elastic-ip/eipalloc-0123')],
      ['ec2:AssociateAddress', INSTANCE]],
    ['console output', 'serviceHealth', ['ec2:GetConsoleOutput', INSTANCE]],
    ['messages of queues', 1, ['sqs:ReceiveMessage', QUEUE]],
    ['a role of others', 1, ['iam:PassRole', ADMIN, passedTo('ec2.amazonaws.com')]],
  ]),
  ofAws('updates', 'AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy', [
    ['any role on an instance', 'serviceUpdates', ['ec2:CreateLaunchTemplateVersion', LAUNCH_TEMPLATE],
      ['iam:PassRole', ADMIN, passedTo('ec2.amazonaws.com')], ['ec2:RunInstances', INSTANCE, LAUNCHED]],
    ['any role in an environment', 'serviceUpdates',
      ['iam:PassRole', ADMIN, passedTo('elasticbeanstalk.amazonaws.com')],
      ['elasticbeanstalk:UpdateEnvironment', ENVIRONMENT]],
    ['any role in a stack of Beanstalk', 'serviceUpdates',
      ['iam:PassRole', ADMIN, passedTo('cloudformation.amazonaws.com')],
      ['cloudformation:CreateStack', stackArn('awseb-evil')]],
    ['code of other environments', 'serviceUpdates', ['s3:PutObject', OTHER_VERSION], ['s3:PutBucketPolicy', BUCKET]],
    ['the network of others', 'serviceUpdates', ['ec2:AuthorizeSecurityGroupIngress', SECURITY_GROUP]],
    ['a role of others on a function', 1, ['iam:PassRole', ADMIN, passedTo('lambda.amazonaws.com')],
      ['lambda:CreateFunction', FUNCTION]],
    ['a role of their own', 1, ['iam:CreateRole', iamArn('role/evil')]],
    ['more permissions of a role', 1, ['iam:PutRolePolicy', ADMIN]],
    ['stacks of others', 1, ['cloudformation:UpdateStack', stackArn('payments')]],
    ['instances of others', 1, ['ec2:TerminateInstances', INSTANCE]],
    ['buckets of others', 1, ['s3:PutBucketPolicy', s3Arn('payments')]],
  ]),
  ofAws('operations', 'service-role/AWSElasticBeanstalkRoleCore', [
    ['any role named like the defaults', 'serviceOperations', ['ec2:CreateLaunchTemplateVersion', LAUNCH_TEMPLATE],
      ['iam:PassRole', iamArn('role/aws-elasticbeanstalk-admin'), passedTo('ec2.amazonaws.com')],
      ['ec2:RunInstances', INSTANCE, LAUNCHED]],
    ['code of other environments', 'serviceOperations', ['s3:PutObject', OTHER_VERSION], ['s3:PutBucketPolicy', BUCKET]],
    ['the network of others', 'serviceOperations', ['ec2:AuthorizeSecurityGroupIngress', SECURITY_GROUP]],
    ['a role of others', 1, ['iam:PassRole', ADMIN, passedTo('ec2.amazonaws.com')]],
    ['a role of their own', 1, ['iam:CreateRole', iamArn('role/evil')]],
    ['stacks of others', 1, ['cloudformation:UpdateStack', stackArn('payments')]],
    ['buckets of others', 1, ['s3:PutBucketPolicy', s3Arn('payments')]],
  ]),
];

/** The role has policies of AWS by default. */
function ofAws(what: string, policy: string, attacks: readonly Attack[]): AttackTable {
  return {
    construct: 'BeanstalkServiceRole',
    attacker: `somebody for whom Elastic Beanstalk acts, with the policy of AWS for ${what}`,
    build: stack => withAwsPolicies(new BeanstalkServiceRole(stack, 'Role'), policy),
    attacks,
  };
}
