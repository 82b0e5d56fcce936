import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import { arn, ENV, key, keyArn, OTHER_ACCOUNT, REGION, roleArn } from './fixtures';
import { BeanstalkEc2Role, BeanstalkServiceRole } from '../../../src';
import { Statement } from '../../support/policies';
import { RequestRow, RequestTable } from '../../support/request-table';
import { synthesize, synthesizeRole } from '../../support/synthesize';

const SERVICE = 'elasticbeanstalk.amazonaws.com';
const DATABASE = arn('rds', 'db:awseb-e-abcdefghij-stack-awsebrdsdatabase-1a2b3c');
const TOPIC = arn('sns', 'ElasticBeanstalkNotifications-Environment-shop-live');
const VIA_SNS = { 'kms:ViaService': `sns.${REGION}.amazonaws.com` };
const QUEUES = ['sqs:CreateQueue', 'sqs:DeleteQueue', 'sqs:GetQueueAttributes', 'sqs:TagQueue'];
const TABLES = ['dynamodb:CreateTable', 'dynamodb:DeleteTable', 'dynamodb:DescribeTable', 'dynamodb:TagResource'];

/** The permissions of the service role, and its trust policy. */
export const SERVICE_TABLES: readonly RequestTable[] = [
  {
    name: 'the service that creates the resources of environments',
    statements: () => synthesizeRole(
      stack => new BeanstalkServiceRole(stack, 'Role', { logStreaming: true, workerTier: {}, ecsDocker: {} }), ENV,
    ).all,
    allowed: [
      ['manage log groups', ['logs:CreateLogGroup', 'logs:DeleteLogGroup', 'logs:PutRetentionPolicy'],
        arn('logs', 'log-group:/aws/elasticbeanstalk/shop-live/web.log')],
      ['manage queues', QUEUES, arn('sqs', 'awseb-e-abcdefghij-stack-AWSEBWorkerQueue-1A2B3C')],
      ['manage queues of a newer name', QUEUES, arn('sqs', 'eb-abcdefghij-AWSEBWorkerQueue-1A2B3C')],
      ['manage tables', TABLES, arn('dynamodb', 'table/awseb-e-abcdefghij-stack-AWSEBWorkerCronLeaderRegistry-1')],
      ['manage tables of a newer name', TABLES, arn('dynamodb', 'table/eb-abcdefghij-AWSEBWorkerCronLeaderRegistry-1')],
      ['manage clusters', ['ecs:CreateCluster', 'ecs:DeleteCluster'], arn('ecs', 'cluster/awseb-shop')],
      ['register tasks', 'ecs:RegisterTaskDefinition', arn('ecs', 'task-definition/awseb-shop:1')],
      ['remove tasks', 'ecs:DeregisterTaskDefinition', '*'],
      ['tag a cluster that it creates', 'ecs:TagResource', arn('ecs', 'cluster/awseb-shop'), { 'ecs:CreateAction': 'CreateCluster' }],
      ['tag a task that it registers', 'ecs:TagResource', arn('ecs', 'task-definition/awseb-shop:1'),
        { 'ecs:CreateAction': 'RegisterTaskDefinition' }],
    ],
    denied: [
      ['delete another log group', 'logs:DeleteLogGroup', arn('logs', 'log-group:/my/application')],
      ['delete another queue', 'sqs:DeleteQueue', arn('sqs', 'orders')],
      ['read messages', 'sqs:ReceiveMessage', arn('sqs', 'awseb-e-abcdefghij-stack-AWSEBWorkerQueue-1A2B3C')],
      ['delete another table', 'dynamodb:DeleteTable', arn('dynamodb', 'table/customers')],
      ['delete a cluster of another owner', 'ecs:DeleteCluster', arn('ecs', 'cluster/payments')],
      ['register tasks in another account', 'ecs:RegisterTaskDefinition', arn('ecs', 'task-definition/awseb-shop:1', OTHER_ACCOUNT)],
      ['tag a cluster later', 'ecs:TagResource', arn('ecs', 'cluster/awseb-shop')],
    ],
  },
  {
    name: 'the service that runs databases and sends notifications, with an encrypted bucket',
    statements: () => synthesizeRole(
      stack => new BeanstalkServiceRole(stack, 'Role', {
        database: {},
        notifications: {
          topics: [
            sns.Topic.fromTopicArn(stack, 'Topic', arn('sns', 'alarms')),
            sns.Topic.fromTopicAttributes(stack, 'Encrypted', { topicArn: arn('sns', 'news'), keyArn: keyArn('queue') }),
          ],
          keys: [key(stack, 'topics')],
        },
        storage: { encryptionKey: key(stack, 'storage') },
      }),
      ENV,
    ).all,
    allowed: [
      ['manage a database', ['rds:CreateDBInstance', 'rds:DeleteDBInstance', 'rds:ModifyDBInstance'], DATABASE],
      ['manage a database of a newer name', ['rds:CreateDBInstance', 'rds:DeleteDBInstance', 'rds:ModifyDBInstance'],
        arn('rds', 'db:eb-abcdefghij-awsebrdsdatabase-1')],
      ...['awseb-e-abcdefghij-stack', 'eb-abcdefghij'].flatMap((name): RequestRow[] => [
        ['use its groups', ['rds:CreateDBInstance', 'rds:ModifyDBInstance'], arn('rds', `secgrp:${name}-awsebrdssecuritygroup-1`)],
        ['use its subnets', ['rds:CreateDBInstance', 'rds:ModifyDBInstance'], arn('rds', `subgrp:${name}-awsebrdsdbsubnetgroup-1`)],
        [
          'manage its security group',
          ['rds:AuthorizeDBSecurityGroupIngress', 'rds:CreateDBSecurityGroup', 'rds:DeleteDBSecurityGroup'],
          arn('rds', `secgrp:${name}-awsebrdssecuritygroup-1`),
        ],
        [
          'manage its subnet group',
          ['rds:CreateDBSubnetGroup', 'rds:DeleteDBSubnetGroup', 'rds:ModifyDBSubnetGroup'],
          arn('rds', `subgrp:${name}-awsebrdsdbsubnetgroup-1`),
        ],
      ]),
      ['manage a topic', ['sns:CreateTopic', 'sns:DeleteTopic', 'sns:SetTopicAttributes'], TOPIC],
      ...[TOPIC, arn('sns', 'alarms'), arn('sns', 'news')].map((topic): RequestRow =>
        ['send a notification', ['sns:GetTopicAttributes', 'sns:Publish', 'sns:Subscribe', 'sns:Unsubscribe'], topic]),
      ['encrypt and decrypt objects', ['kms:Decrypt', 'kms:GenerateDataKey'], keyArn('storage'),
        { 'kms:ViaService': `s3.${REGION}.amazonaws.com` }],
      ['encrypt and decrypt objects in China', ['kms:Decrypt', 'kms:GenerateDataKey'], keyArn('storage'),
        { 'kms:ViaService': `s3.${REGION}.amazonaws.com.cn` }],
      ...[keyArn('queue'), keyArn('topics')].map((keyOfTopic): RequestRow =>
        ['publish to an encrypted topic', ['kms:Decrypt', 'kms:GenerateDataKey'], keyOfTopic, VIA_SNS]),
      ['publish to an encrypted topic in China', ['kms:Decrypt', 'kms:GenerateDataKey'], keyArn('queue'),
        { 'kms:ViaService': `sns.${REGION}.amazonaws.com.cn` }],
    ],
    denied: [
      ['delete another database', 'rds:DeleteDBInstance', arn('rds', 'db:customers')],
      ['change a database of another account', 'rds:ModifyDBInstance', arn('rds', 'db:awseb-e-abcdefghij-stack-db', OTHER_ACCOUNT)],
      ['change a database of another region', 'rds:ModifyDBInstance', DATABASE.replace(REGION, 'us-east-1')],
      ['create a database in the subnets of others', 'rds:CreateDBInstance', arn('rds', 'subgrp:customers')],
      ['open another security group', 'rds:AuthorizeDBSecurityGroupIngress', arn('rds', 'secgrp:customers')],
      ['delete another subnet group', 'rds:DeleteDBSubnetGroup', arn('rds', 'subgrp:customers')],
      ['delete the topic of the options', 'sns:DeleteTopic', arn('sns', 'alarms')],
      ['change the policy of the topic of the options', 'sns:SetTopicAttributes', arn('sns', 'alarms')],
      ['publish to another topic', 'sns:Publish', arn('sns', 'alarms-2')],
      ['delete another topic', 'sns:DeleteTopic', arn('sns', 'payments')],
      ['delete a topic of another account', 'sns:DeleteTopic', arn('sns', 'ElasticBeanstalkNotifications-Environment-shop', OTHER_ACCOUNT)],
      ['decrypt what is not in a bucket', 'kms:Decrypt', keyArn('storage')],
      ['decrypt with the key of the bucket through another service', 'kms:Decrypt', keyArn('storage'),
        { 'kms:ViaService': `secretsmanager.${REGION}.amazonaws.com` }],
      ['decrypt what is not a message', 'kms:Decrypt', keyArn('topics')],
      ['decrypt with the key of a topic through another service', 'kms:Decrypt', keyArn('queue'),
        { 'kms:ViaService': `sqs.${REGION}.amazonaws.com` }],
      ['publish with another key', 'kms:GenerateDataKey', keyArn('other'), VIA_SNS],
      ['decrypt with another key', 'kms:Decrypt', keyArn('other'), { 'kms:ViaService': `s3.${REGION}.amazonaws.com` }],
      ['let others use the key', 'kms:CreateGrant', keyArn('storage'), { 'kms:ViaService': `s3.${REGION}.amazonaws.com` }],
    ],
  },
  {
    name: 'a service that assumes the service role',
    statements: () => trustOf(stack => new BeanstalkServiceRole(stack, 'Role').role),
    isTrust: true,
    allowed: [['be Elastic Beanstalk, with its external id', 'sts:AssumeRole', SERVICE, { 'sts:ExternalId': 'elasticbeanstalk' }]],
    denied: [
      ['act as Elastic Beanstalk without it', 'sts:AssumeRole', SERVICE],
      ['use another external id', 'sts:AssumeRole', SERVICE, { 'sts:ExternalId': 'somebody' }],
      ['act as another service', 'sts:AssumeRole', 'ec2.amazonaws.com', { 'sts:ExternalId': 'elasticbeanstalk' }],
    ],
  },
];

/** The trust policy of the instance role, and the permission to pass both roles. */
export const TRUST_TABLES: readonly RequestTable[] = [
  {
    name: 'a service that assumes the instance role',
    statements: () => trustOf(stack => new BeanstalkEc2Role(stack, 'Role', { webTier: {} }).role),
    isTrust: true,
    allowed: [['be EC2', 'sts:AssumeRole', 'ec2.amazonaws.com']],
    denied: [['be Elastic Beanstalk', 'sts:AssumeRole', SERVICE]],
  },
  {
    name: 'a caller with grantPass() of both roles',
    statements: passing,
    allowed: [
      ['pass the instance role to EC2', 'iam:PassRole', roleArn('shop'), { 'iam:PassedToService': 'ec2.amazonaws.com' }],
      ['pass it to EC2 in China', 'iam:PassRole', roleArn('shop'), { 'iam:PassedToService': 'ec2.amazonaws.com.cn' }],
      ['pass the service role', 'iam:PassRole', roleArn('service'), { 'iam:PassedToService': SERVICE }],
    ],
    denied: [
      ['pass the instance role to another service', 'iam:PassRole', roleArn('shop'), { 'iam:PassedToService': SERVICE }],
      ['pass the service role to EC2', 'iam:PassRole', roleArn('service'), { 'iam:PassedToService': 'ec2.amazonaws.com' }],
      ['pass another role', 'iam:PassRole', roleArn('administrator'), { 'iam:PassedToService': 'ec2.amazonaws.com' }],
      ['pass the service role without a service', 'iam:PassRole', roleArn('service')],
    ],
  },
];

function trustOf(build: (stack: Stack) => iam.IRole): readonly Statement[] {
  return synthesizeRole(build, ENV).trust.map(statement => ({
    ...statement,
    Resource: [statement.Principal?.Service].flat().map(String),
  }));
}

function passing(): readonly Statement[] {
  const { roles } = synthesize(stack => {
    const caller = new iam.Role(stack, 'Caller', { assumedBy: new iam.ServicePrincipal('codebuild.amazonaws.com') });
    new BeanstalkEc2Role(stack, 'Shop', { webTier: {}, roleName: 'shop' }).grantPass(caller);
    new BeanstalkServiceRole(stack, 'Service', { roleName: 'service' }).grantPass(caller);
  }, ENV);
  // fold() names roles by their logical ids.
  const names = roles.map(({ logicalId, properties }) => [logicalId.toLowerCase(), properties.RoleName as string]);
  const caller = roles.find(({ logicalId }) => logicalId.startsWith('Caller'))!;
  return caller.all.map(statement => ({
    ...statement,
    Resource: statement.Resource.map(arnOf => names.reduce((text, [id, name]) => text.replace(id, name ?? id), arnOf)),
  }));
}
