import { ACCOUNT, arn } from './fixtures';
import {
  both, CHANGE, DEPLOY, EC2, EC2_IN_CHINA, GROUPS, LOG_GROUP, MOVE_INSTANCES, OF_ANOTHER, on, ours, roleArn, STACKS,
  statementsOf, TAGGED, TO_BEANSTALK, TOPIC, UPDATE, VPC, WATCH,
} from './users-fixtures';
import { RequestRow, RequestTable } from '../../support/request-table';

const ec2 = (resource: string) => arn('ec2', resource);
const INSTANCE = ec2('instance/i-0123456789abcdef0');
const TEMPLATE = ec2('launch-template/lt-0123456789abcdef0');
const GROUP = ec2('security-group/sg-0123456789abcdef0');
const ADDRESS = ec2('elastic-ip/eipalloc-0123456789abcdef0');
const INTERFACE = ec2('network-interface/eni-0123456789abcdef0');
const SUBNET = ec2('subnet/subnet-0123456789abcdef0');
const SNAPSHOT = arn('ec2', 'snapshot/snap-0123456789abcdef0', '');
const IMAGE = arn('ec2', 'image/ami-0123456789abcdef0', '');

const TAGGABLE = [ADDRESS, INSTANCE, TEMPLATE, INTERFACE, GROUP, ec2('volume/vol-0123456789abcdef0')];

const OF_A_VERSION = { 'autoscaling:LaunchTemplateVersionSpecified': 'true' };
const OF_THE_NEWEST = { 'autoscaling:LaunchTemplateVersionSpecified': 'false' };
const LAUNCHED = { 'ec2:LaunchTemplate': TEMPLATE };
const INTO = { ...LAUNCHED, 'ec2:Vpc': VPC };

const LINKED = (name: string, service: string): RequestRow =>
  ['create a service-linked role', 'iam:CreateServiceLinkedRole', roleArn(`aws-service-role/${service}/${name}`), { 'iam:AWSServiceName': service }];

const ALARM = ['awseb-e-abcdefghij-stack-AWSEBCloudwatchAlarmHigh-1', 'eb-abcdefghij-High'].map(name => arn('cloudwatch', `alarm:${name}`));
const POLICIES = both('autoscaling', 'scalingPolicy:1:autoScalingGroupName/', ':policyName/up');
const acting = (...actions: readonly string[]) => ({ 'cloudwatch:AlarmActions': actions });

const CREATE_GROUP = ['autoscaling:CreateAutoScalingGroup', 'autoscaling:UpdateAutoScalingGroup'];
const CHANGE_GROUP = [
  'AttachLoadBalancerTargetGroups', 'AttachLoadBalancers', 'DeleteAutoScalingGroup', 'DeleteNotificationConfiguration', 'DeletePolicy',
  'DeleteScheduledAction', 'DetachLoadBalancerTargetGroups', 'DetachLoadBalancers', 'DisableMetricsCollection', 'EnableMetricsCollection',
  'PutNotificationConfiguration', 'PutScalingPolicy', 'PutScheduledUpdateGroupAction',
].map(action => `autoscaling:${action}`);
const TAG_GROUP = ['autoscaling:CreateOrUpdateTags', 'autoscaling:DeleteTags'];
const DELETE_STACK = ['cloudformation:ContinueUpdateRollback', 'cloudformation:DeleteStack', 'cloudformation:SignalResource'];
const TAG_STACK = ['cloudformation:TagResource', 'cloudformation:UntagResource'];
const READ_ROLE = ['iam:GetRole', 'iam:ListAttachedRolePolicies', 'iam:ListRolePolicies'];
const RULES = [
  'ec2:AuthorizeSecurityGroupEgress', 'ec2:AuthorizeSecurityGroupIngress', 'ec2:DeleteSecurityGroup', 'ec2:RevokeSecurityGroupEgress',
  'ec2:RevokeSecurityGroupIngress',
];
const CHANGE_TEMPLATE = ['ec2:CreateLaunchTemplateVersion', 'ec2:DeleteLaunchTemplate', 'ec2:DeleteLaunchTemplateVersions'];
const MOVE = ['ec2:AssociateAddress', 'ec2:DisassociateAddress'];
const TERMINATE = ['ec2:RebootInstances', 'ec2:TerminateInstances'];
const DESCRIBE = [
  'autoscaling:DescribeLoadBalancerTargetGroups', 'autoscaling:DescribePolicies', 'autoscaling:DescribeTags', 'ec2:DescribeInstanceTypes',
  ...['Listeners', 'LoadBalancerAttributes', 'LoadBalancerPolicies', 'Rules', 'Tags', 'TargetGroupAttributes']
    .map(what => `elasticloadbalancing:Describe${what}`),
];

/** Instances, groups and stacks. */
const BUILD: readonly RequestRow[] = [
  ['pass the role to instances', 'iam:PassRole', roleArn('instances'), EC2],
  ['pass the role to instances in China', 'iam:PassRole', roleArn('instances'), EC2_IN_CHINA],
  ['look the role up', READ_ROLE, roleArn('instances')],
  ['look the instance profile up', 'iam:GetInstanceProfile', 'arn:aws:iam::' + ACCOUNT + ':instance-profile/instances'],
  ['find roles', ['iam:ListInstanceProfiles', 'iam:ListRoles'], '*'],
  LINKED('AWSServiceRoleForAutoScaling', 'autoscaling.amazonaws.com'),
  LINKED('AWSServiceRoleForElasticBeanstalk', 'elasticbeanstalk.amazonaws.com'),
  LINKED('AWSServiceRoleForElasticBeanstalkMaintenance', 'maintenance.elasticbeanstalk.amazonaws.com'),
  LINKED('AWSServiceRoleForElasticBeanstalkManagedUpdates', 'managedupdates.elasticbeanstalk.amazonaws.com'),
  ...on('create a stack', ['cloudformation:CreateStack'], STACKS),
  ...on('delete its stack', DELETE_STACK, STACKS, TAGGED),
  ...on('tag a new stack', TAG_STACK, STACKS),
  ...on('tag its stack', TAG_STACK, STACKS, TAGGED),
  ...on('create a group', CREATE_GROUP, GROUPS, OF_A_VERSION),
  ...on('change its group', CREATE_GROUP, GROUPS, ours(OF_A_VERSION)),
  ...on('tag a new group', TAG_GROUP, GROUPS),
  ...on('tag its group', TAG_GROUP, GROUPS, TAGGED),
  ...on('move instances between its groups', MOVE_INSTANCES, GROUPS, TAGGED),
  ...on('scale its group', CHANGE_GROUP, GROUPS, TAGGED),
  ['look for what it creates', DESCRIBE, '*'],
  ...on('set an alarm without actions', ['cloudwatch:PutMetricAlarm', 'cloudwatch:DeleteAlarms'], ALARM),
  ...POLICIES.map((policy): RequestRow => ['set an alarm that scales', 'cloudwatch:PutMetricAlarm', ALARM[0], acting(policy)]),
  ['set an alarm that notifies', 'cloudwatch:PutMetricAlarm', ALARM[0], acting(TOPIC)],
  ...on('launch instances', ['ec2:RunInstances'], [
    INSTANCE, IMAGE, TEMPLATE, SNAPSHOT, ...['key-pair/shop', 'spot-instances-request/sir-0123', 'volume/vol-0123456789abcdef0'].map(ec2),
  ], LAUNCHED),
  ...on('launch into a network', ['ec2:RunInstances'], [INTERFACE, GROUP, SUBNET], INTO),
  ['terminate instances', TERMINATE, INSTANCE, TAGGED],
  ['create a launch template', 'ec2:CreateLaunchTemplate', TEMPLATE],
  ['change its launch template', CHANGE_TEMPLATE, TEMPLATE, TAGGED],
  ['create a security group', 'ec2:CreateSecurityGroup', GROUP],
  ['create a security group in the VPC', 'ec2:CreateSecurityGroup', VPC],
  ['change its security group', RULES, GROUP, TAGGED],
  ['allocate an address', 'ec2:AllocateAddress', ADDRESS],
  ['use its address', [...MOVE, 'ec2:ReleaseAddress'], ADDRESS, TAGGED],
  ['give its address to an instance', 'ec2:AssociateAddress', INSTANCE, TAGGED],
  ['give its address to an interface', MOVE, INTERFACE],
  ...['AllocateAddress', 'CreateLaunchTemplate', 'CreateSecurityGroup', 'RunInstances'].map((action): RequestRow =>
    ['tag what it creates', 'ec2:CreateTags', INSTANCE, { 'ec2:CreateAction': action }]),
  ...on('tag what it creates', ['ec2:CreateTags'], TAGGABLE, { 'ec2:CreateAction': 'RunInstances' }),
  ...on('tag what it has', ['ec2:CreateTags', 'ec2:DeleteTags'], TAGGABLE, TAGGED),
];

const ROW_BUILD: readonly RequestRow[] = [...WATCH, ...CHANGE, ...UPDATE, ...DEPLOY, ...BUILD];

const NOT_OTHERS: readonly RequestRow[] = [
  ['pass another role', 'iam:PassRole', roleArn('admin'), EC2],
  ['pass the role of instances to Elastic Beanstalk', 'iam:PassRole', roleArn('instances'), TO_BEANSTALK],
  ['pass the role of instances to stacks', 'iam:PassRole', roleArn('instances'), { 'iam:PassedToService': 'cloudformation.amazonaws.com' }],
  ['pass the role of instances without a service', 'iam:PassRole', roleArn('instances')],
  ['change the role', 'iam:AttachRolePolicy', roleArn('instances')],
  ['create a service-linked role for load balancers', 'iam:CreateServiceLinkedRole',
    roleArn('aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing'),
    { 'iam:AWSServiceName': 'elasticbeanstalk.amazonaws.com' }],
  ['create a stack of another program', 'cloudformation:CreateStack', arn('cloudformation', 'stack/payments/1')],
  ['delete the stack of another environment', DELETE_STACK, STACKS[0], OF_ANOTHER],
  ['tag the stack of another environment', TAG_STACK, STACKS[0], OF_ANOTHER],
  ['create a group that follows the newest launch template', CREATE_GROUP, GROUPS[0], OF_THE_NEWEST],
  ['create a group without a launch template', 'autoscaling:CreateAutoScalingGroup', GROUPS[0]],
  ['change the group of another environment', CREATE_GROUP, GROUPS[0], { ...OF_ANOTHER, ...OF_A_VERSION }],
  ['move instances of another environment', MOVE_INSTANCES, GROUPS[0], OF_ANOTHER],
  ['tag the group of another environment', TAG_GROUP, GROUPS[0], OF_ANOTHER],
  ['scale the group of another environment', CHANGE_GROUP, GROUPS[0], OF_ANOTHER],
  ['set an alarm that terminates instances', 'cloudwatch:PutMetricAlarm', ALARM[0],
    acting('arn:aws:automate:eu-central-1:ec2:terminate')],
  ['set an alarm of another program', 'cloudwatch:PutMetricAlarm', arn('cloudwatch', 'alarm:payments')],
  ['launch instances without a launch template', 'ec2:RunInstances', INSTANCE],
  ['terminate instances of another environment', TERMINATE, INSTANCE, OF_ANOTHER],
  ['terminate instances without a tag', TERMINATE, INSTANCE],
  ['change the launch template of another environment', CHANGE_TEMPLATE, TEMPLATE, OF_ANOTHER],
  ['open the security group of another environment', RULES, GROUP, OF_ANOTHER],
  ['open a security group without a tag', RULES, GROUP],
  ['take over the address of others', [...MOVE, 'ec2:ReleaseAddress'], ADDRESS],
  ['tag instances of others', 'ec2:CreateTags', INSTANCE],
  ['tag snapshots', 'ec2:CreateTags', SNAPSHOT, TAGGED],
  ['tag instances of another environment', 'ec2:CreateTags', INSTANCE, OF_ANOTHER],
  ['stop instances', 'ec2:StopInstances', INSTANCE, TAGGED],
];

const BALANCER_NAMES = ['awseb-AWSEB-1A2B3C', 'eb-1A2B3C'];
const elb = (form: (name: string) => string) => BALANCER_NAMES.map(name => arn('elasticloadbalancing', form(name)));
const APP = elb(name => `loadbalancer/app/${name}/0123456789abcdef`);
const NET = elb(name => `loadbalancer/net/${name}/0123456789abcdef`);
const CLASSIC = elb(name => `loadbalancer/${name}`);
const TARGETS = elb(name => `targetgroup/${name}/0123456789abcdef`);
const elbActions = (...actions: readonly string[]) => actions.map(action => `elasticloadbalancing:${action}`);
const NEW_BALANCER = elbActions('AddTags', 'CreateLoadBalancer', 'RemoveTags');
const NEW_TARGETS = elbActions('CreateTargetGroup');
const CHANGE_NEWER = elbActions('DeleteLoadBalancer', 'ModifyLoadBalancerAttributes', 'SetIpAddressType', 'SetSecurityGroups', 'SetSubnets');
const CHANGE_TARGETS = elbActions('DeleteTargetGroup', 'ModifyTargetGroup', 'ModifyTargetGroupAttributes');
const CHANGE_CLASSIC = elbActions(
  'ApplySecurityGroupsToLoadBalancer', 'AttachLoadBalancerToSubnets', 'ConfigureHealthCheck', 'CreateAppCookieStickinessPolicy',
  'CreateLBCookieStickinessPolicy', 'CreateLoadBalancerListeners', 'CreateLoadBalancerPolicy', 'DeleteLoadBalancer', 'DeleteLoadBalancerListeners',
  'DeleteLoadBalancerPolicy', 'DetachLoadBalancerFromSubnets', 'DisableAvailabilityZonesForLoadBalancer', 'EnableAvailabilityZonesForLoadBalancer',
  'ModifyLoadBalancerAttributes', 'SetLoadBalancerListenerSSLCertificate', 'SetLoadBalancerPoliciesForBackendServer',
  'SetLoadBalancerPoliciesOfListener',
);
const LISTENERS = ['app', 'net'].flatMap(type => elb(name => `listener/${type}/${name}/0123456789abcdef/0123456789abcdef`));
const RULE_ARNS = elb(name => `listener-rule/app/${name}/0123456789abcdef/0123456789abcdef/0123456789abcdef`);

const BALANCE: readonly RequestRow[] = [
  LINKED('AWSServiceRoleForElasticLoadBalancing', 'elasticloadbalancing.amazonaws.com'),
  ...on('create a load balancer', elbActions('CreateLoadBalancer'), [...APP, ...NET]),
  ...on('create a classic load balancer', NEW_BALANCER, CLASSIC),
  ...on('tag its classic load balancer', NEW_BALANCER, CLASSIC, TAGGED),
  ...on('create a target group', NEW_TARGETS, TARGETS, TAGGED),
  ...on('change its load balancer', CHANGE_NEWER, [...APP, ...NET], TAGGED),
  ...on('change its target group', CHANGE_TARGETS, TARGETS, TAGGED),
  ...on('change its classic load balancer', CHANGE_CLASSIC, CLASSIC, TAGGED),
  ...on('create a listener', elbActions('CreateListener'), [...APP, ...NET], TAGGED),
  ...on('change a listener', elbActions('DeleteListener', 'ModifyListener'), LISTENERS),
  ...on('create a rule', elbActions('CreateRule'), LISTENERS),
  ...on('change a rule', elbActions('DeleteRule', 'ModifyRule', 'SetRulePriorities'), RULE_ARNS),
];

const DATABASES = both('rds', 'db:', '-awsebrdsdatabase-1a2b3c');
const [DATABASE] = DATABASES;
const PAYMENTS = arn('rds', 'db:payments');
const SUBNETS = both('rds', 'subgrp:', '-awsebrdsdbsubnetgroup');
const DATA: readonly RequestRow[] = [
  ...on('create a database', ['rds:AddTagsToResource', 'rds:CreateDBInstance'], DATABASES),
  ['tag its database', ['rds:AddTagsToResource', 'rds:CreateDBInstance'], DATABASE, TAGGED],
  ...on('create a subnet group', ['rds:AddTagsToResource', 'rds:CreateDBInstance', 'rds:CreateDBSubnetGroup'], SUBNETS),
  ...on('create a database with the defaults', ['rds:CreateDBInstance'], ['og:default:mysql-8-0', 'pg:default.mysql8.0', 'subgrp:default'].map(name => arn('rds', name))),
  ...on('change its database', ['rds:DeleteDBInstance', 'rds:ModifyDBInstance'], DATABASES, TAGGED),
  ...on('change its subnet group', ['rds:DeleteDBSubnetGroup', 'rds:ModifyDBSubnetGroup'], SUBNETS, TAGGED),
  ['keep a snapshot', 'rds:CreateDBSnapshot', arn('rds', 'snapshot:shop-final')],
  ...on('take a snapshot of its database', ['rds:CreateDBSnapshot'], DATABASES, TAGGED),
  ['look databases up', ['rds:DescribeDBEngineVersions', 'rds:DescribeOrderableDBInstanceOptions'], '*'],
  ['look its database up', 'rds:DescribeDBInstances', DATABASE],
  ['look its subnet group up', 'rds:DescribeDBSubnetGroups', SUBNETS[0]],
];

const QUEUES = both('sqs', '', '-AWSEBWorkerQueue-1');
const TABLES = both('dynamodb', 'table/', '-AWSEBWorkerCronLeaderRegistry-1');
const WORK: readonly RequestRow[] = [
  ...on('create a queue', ['sqs:CreateQueue', 'sqs:TagQueue'], QUEUES),
  ...on('tag its queue', ['sqs:TagQueue'], QUEUES, TAGGED),
  ...on('create a table', ['dynamodb:CreateTable', 'dynamodb:TagResource'], TABLES),
  ...on('look its queue up', ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl'], QUEUES),
  ...on('look its table up', ['dynamodb:DescribeTable'], TABLES),
  ...on('change its queue', ['sqs:DeleteQueue', 'sqs:SetQueueAttributes'], QUEUES, TAGGED),
  ...on('delete its table', ['dynamodb:DeleteTable'], TABLES, TAGGED),
];

const CLUSTER = arn('ecs', 'cluster/awseb-shop-live-abcdefghij');
const TASKS = arn('ecs', 'task-definition/awseb-shop-live-abcdefghij:1');
const CONTAIN: readonly RequestRow[] = [
  ['use its cluster', ['ecs:CreateCluster', 'ecs:DeleteCluster', 'ecs:DescribeClusters'], CLUSTER],
  ['register its tasks', 'ecs:RegisterTaskDefinition', TASKS],
  ['deregister its tasks', 'ecs:DeregisterTaskDefinition', '*'],
  ['tag a new cluster', 'ecs:TagResource', CLUSTER, { 'ecs:CreateAction': 'CreateCluster' }],
  ['tag new tasks', 'ecs:TagResource', TASKS, { 'ecs:CreateAction': 'RegisterTaskDefinition' }],
];

const STREAM: readonly RequestRow[] = [
  ['manage its log groups', ['logs:CreateLogGroup', 'logs:DeleteLogGroup', 'logs:PutRetentionPolicy'], LOG_GROUP],
];

export const INFRASTRUCTURE_TABLES: readonly RequestTable[] = [
  {
    name: 'a pipeline whose deployments change instances',
    statements: statementsOf(role => ({ deployment: {}, infrastructure: { instanceRoles: [role('instances')] } })),
    allowed: [...ROW_BUILD, ['change a launch template without tags', CHANGE_TEMPLATE, TEMPLATE]],
    denied: NOT_OTHERS,
  },
  {
    name: 'a pipeline whose deployments change instances in a VPC, with tagged launch templates',
    statements: statementsOf((role, vpc) => ({
      deployment: {},
      infrastructure: {
        instanceRoles: [role('instances')], serviceRoles: [role('service')], vpc: vpc(), taggedLaunchTemplates: true,
      },
    })),
    allowed: [
      ...ROW_BUILD,
      ['pass the service role', 'iam:PassRole', roleArn('service'), TO_BEANSTALK],
      ['look the service role up', READ_ROLE, roleArn('service')],
    ],
    denied: [
      ['launch into another VPC', 'ec2:RunInstances', SUBNET, { ...LAUNCHED, 'ec2:Vpc': VPC.replace('vpc-0123', 'vpc-4567') }],
      ['create a security group in another VPC', 'ec2:CreateSecurityGroup', VPC.replace('vpc-0123', 'vpc-4567')],
      ['change a launch template without tags', CHANGE_TEMPLATE, TEMPLATE],
      ['pass the service role to instances', 'iam:PassRole', roleArn('service'), EC2],
    ],
  },
  {
    name: 'a pipeline whose deployments change all that environments have',
    statements: statementsOf(role => ({
      deployment: {},
      infrastructure: {
        instanceRoles: [role('instances')], loadBalancers: {}, databases: {}, workerTier: {}, ecsDocker: {}, logStreaming: true,
      },
    })),
    allowed: [...ROW_BUILD, ...BALANCE, ...DATA, ...WORK, ...CONTAIN, ...STREAM],
    denied: [
      ['change the load balancer of another environment', CHANGE_NEWER, APP[0], OF_ANOTHER],
      ['tag the load balancer of another environment', NEW_BALANCER, CLASSIC[0], OF_ANOTHER],
      ['change the classic load balancer of another environment', CHANGE_CLASSIC, CLASSIC[0], OF_ANOTHER],
      ['change the load balancer of another program', CHANGE_NEWER, APP[0].replace('awseb-', 'payments-'), TAGGED],
      ['change a listener of another program', elbActions('ModifyListener'), LISTENERS[0].replace('awseb-', 'payments-')],
      ['delete the database of another environment', 'rds:DeleteDBInstance', DATABASE, OF_ANOTHER],
      ['delete a database without a tag', 'rds:DeleteDBInstance', DATABASE],
      ['create a database with another name', 'rds:CreateDBInstance', PAYMENTS],
      ['tag the database of another program', 'rds:AddTagsToResource', PAYMENTS],
      ['change the database of another program', ['rds:DeleteDBInstance', 'rds:ModifyDBInstance'], PAYMENTS, TAGGED],
      ['create a listener of another environment', elbActions('CreateListener'), APP[0], OF_ANOTHER],
      ['create a listener without a tag', elbActions('CreateListener'), APP[0]],
      ['delete the cluster of an environment with a longer name', 'ecs:DeleteCluster', CLUSTER.replace('shop-live', 'shop-live-2')],
      ['register tasks of an environment with a longer name', 'ecs:RegisterTaskDefinition', TASKS.replace('shop-live', 'shop-live-2')],
      ['tag the database of another environment', 'rds:AddTagsToResource', DATABASE, OF_ANOTHER],
      ['take a snapshot of another database', 'rds:CreateDBSnapshot', DATABASE, OF_ANOTHER],
      ['restore a snapshot', 'rds:RestoreDBInstanceFromDBSnapshot', arn('rds', 'snapshot:shop-final')],
      ['delete the queue of another environment', 'sqs:DeleteQueue', QUEUES[0], OF_ANOTHER],
      ['send messages', 'sqs:SendMessage', QUEUES[0], TAGGED],
      ['delete the table of another environment', 'dynamodb:DeleteTable', TABLES[0], OF_ANOTHER],
      ['delete the cluster of another environment', 'ecs:DeleteCluster', CLUSTER.replace('shop-live', 'bank-live')],
      ['register tasks of another environment', 'ecs:RegisterTaskDefinition', TASKS.replace('shop-live', 'bank-live')],
      ['tag a cluster later', 'ecs:TagResource', CLUSTER],
      ['delete the logs of another environment', 'logs:DeleteLogGroup', LOG_GROUP.replace('shop-live', 'bank-live')],
    ],
  },
];
