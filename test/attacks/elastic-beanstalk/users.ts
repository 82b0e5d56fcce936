import {
  APPLICATION, BUCKET, ENVIRONMENT, LEADERS, LOG_GROUP, OTHER, OTHER_LOG_FILE, OTHER_VERSION, QUEUE,
} from './resources';
import { BeanstalkUserPolicy, BeanstalkUserPolicyProps, S3Location } from '../../../src';
import { Fixtures } from '../../support/given';
import { Attack, AttackTable } from '../attack';
import {
  ADMIN, arn, FUNCTION, group, iamArn, INSTANCE, INTERFACE, keyOf, LAUNCH_TEMPLATE, OF_A_CONFIGURATION, OF_A_VERSION,
  OF_ANOTHER_ACCOUNT, OF_THE_NEWEST, passedTo, s3Arn, SECURITY_GROUP, stackArn,
} from '../resources';

type Props = (given: Fixtures) => Partial<BeanstalkUserPolicyProps>;

const beanstalk = (resource: string) => arn('elasticbeanstalk', resource);
const OTHER_CODE = `${BUCKET}/resources/environments/e-zyxwvutsrq/_runtime/_versions/bank/v2`;
const LIVE = beanstalk('environment/shop/shop-live');
const VERSION = beanstalk('applicationversion/shop/v1');
const SAVED = beanstalk('configurationtemplate/shop/large');
const tagged = (name: string) => ({ 'aws:ResourceTag/elasticbeanstalk:environment-name': name });
const OF_OTHERS = tagged('bank-live');
const OURS = tagged('shop-live');
const STACK = stackArn('awseb-e-zyxwvutsrq-stack');
const GROUP = group('awseb-e-zyxwvutsrq-stack-AWSEBAutoScalingGroup-0123');
const TOPIC = arn('sns', 'ElasticBeanstalkNotifications-Environment-bank-live');
const TARGETS = arn('elasticloadbalancing', 'targetgroup/awseb-AWSEB-0123/0123456789abcdef');
const BALANCER = arn('elasticloadbalancing', 'loadbalancer/app/awseb-AWSEB-0123/0123456789abcdef');
const LISTENER = arn('elasticloadbalancing', 'listener/app/awseb-AWSEB-0123/0123456789abcdef/0123456789abcdef');
const DATABASE = arn('rds', 'db:payments');
const EB_DATABASE = arn('rds', 'db:eb-payments');
const ALARM = arn('cloudwatch', 'alarm:awseb-e-zyxwvutsrq-stack-AWSEBCloudwatchAlarmHigh-0123');
const ADDRESS = arn('ec2', 'elastic-ip/eipalloc-0123');
const ROLE = iamArn('role/shop');
const VPC = arn('ec2', 'vpc/vpc-0123456789abcdef0');
const EC2 = passedTo('ec2.amazonaws.com');
const BY_S3 = { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' };
const LAUNCHED = { 'ec2:LaunchTemplate': LAUNCH_TEMPLATE };

const ANY_USER: readonly Attack[] = [
  ['environment properties', 'settings', ['elasticbeanstalk:DescribeConfigurationSettings', LIVE]],
  ['settings of other applications', 1, ['elasticbeanstalk:DescribeConfigurationSettings', ENVIRONMENT]],
  ['instances and stacks of others', 'lookups', ['ec2:DescribeInstances', '*'], ['cloudformation:DescribeStacks', STACK]],
  ['objects of other accounts', 'userAssets', ['s3:GetObject', s3Arn('elasticbeanstalk-platform-assets-evil-eu-central-1/x')]],
  ['versions of other applications', 1, ['s3:GetObject', OTHER_VERSION]],
  ['a role of others', 1, ['iam:PassRole', ADMIN, EC2], ['ec2:RunInstances', INSTANCE, LAUNCHED]],
  ['a role of their own', 1, ['iam:CreateRole', iamArn('role/evil')]],
  ['more permissions of a role', 1, ['iam:PutRolePolicy', ROLE]],
  ['a role that trusts the account', 1, ['sts:AssumeRole', ADMIN]],
  ['a shell on instances', 1, ['ssm:StartSession', INSTANCE]],
];

const WATCHER: readonly Attack[] = [
  ['logs', 1, ['elasticbeanstalk:RequestEnvironmentInfo', LIVE]],
  ['code on instances', 1, ['elasticbeanstalk:CreateApplicationVersion', VERSION], ['elasticbeanstalk:UpdateEnvironment', LIVE]],
];

const LOG_READER: readonly Attack[] = [
  ['log files of other environments', 'readsLogs', ['s3:GetObject', OTHER_LOG_FILE], ['s3:DeleteObject', OTHER_LOG_FILE]],
  ['log groups of other environments', 1, ['logs:GetLogEvents', `${LOG_GROUP}:log-stream:i-0`]],
];

const DEPLOYER: readonly Attack[] = [
  ['the role of instances', 'ownCode', ['s3:PutObject', `${BUCKET}/shop/v1.zip`], ['elasticbeanstalk:CreateApplicationVersion', VERSION], ['elasticbeanstalk:UpdateEnvironment', LIVE]],
  ['environments of other applications', 2, ['elasticbeanstalk:CreateApplicationVersion', VERSION], ['elasticbeanstalk:UpdateEnvironment', ENVIRONMENT]],
  ['versions of other applications', 1, ['elasticbeanstalk:CreateApplicationVersion', beanstalk('applicationversion/bank/v1')]],
  ['names in the bucket', 'bucketNames', ['s3:ListBucket', BUCKET]],
  ['everything in the bucket', 2, ['s3:GetBucketPolicy', BUCKET], ['s3:PutBucketPolicy', BUCKET]],
  ['bundles of other applications', 1, ['s3:PutObject', `${BUCKET}/bank/v1.zip`]],
];

const UPDATER: readonly Attack[] = [
  ['code of other environments, when they start an instance', 'codeOfOthers', ['s3:PutObject', OTHER_CODE]],
  ['templates of other environments', 1, ['cloudformation:GetTemplate', STACK, OF_OTHERS]],
  ['another form of another environment', 1, ['cloudformation:UpdateStack', STACK, OF_OTHERS]],
  ['a stack of others that has a service role', 1, ['cloudformation:UpdateStack', stackArn('payments'), OURS]],
  ['the group of another environment', 1, ['autoscaling:SuspendProcesses', GROUP, OF_OTHERS]],
  ['another role in the group of its environment', 1, ['autoscaling:UpdateAutoScalingGroup', GROUP, { ...OURS, ...OF_THE_NEWEST }]],
  ['another role in its group, by a launch configuration', 1, ['autoscaling:UpdateAutoScalingGroup', GROUP, { ...OURS, ...OF_A_CONFIGURATION }]],
  ['visitors of another environment', 1, ['elasticloadbalancing:RegisterTargets', TARGETS, OF_OTHERS]],
  ['notifications of another environment', 1, ['sns:Subscribe', TOPIC]],
];

const BUCKET_SETTER: readonly Attack[] = [
  ['everything in the bucket', 'bucketPolicy', ['elasticbeanstalk:CreateStorageLocation', '*'], ['s3:CreateBucket', BUCKET],
    ['s3:PutBucketPolicy', BUCKET]],
  ['a bucket of another account', 1, ['s3:PutBucketPolicy', BUCKET, OF_ANOTHER_ACCOUNT]],
];

/** Without infrastructure. */
const IN_PLACE: readonly Attack[] = [
  ['instances of others, by its group', 1, ['autoscaling:AttachInstances', GROUP, OURS],
    ['autoscaling:TerminateInstanceInAutoScalingGroup', GROUP, OURS]],
  ['an instance with the role', 1, ['iam:PassRole', ROLE, EC2]],
  ['another version of a launch template', 1, ['ec2:CreateLaunchTemplateVersion', LAUNCH_TEMPLATE]],
  ['a stack', 1, ['cloudformation:CreateStack', stackArn('awseb-e-evil')]],
  ['CNAMEs', 1, ['elasticbeanstalk:SwapEnvironmentCNAMEs', LIVE]],
];

const MANAGER: readonly Attack[] = [
  ['other settings, by a saved configuration', 'ownCode', ['s3:PutObject', `${BUCKET}/resources/templates/shop/large`],
    ['elasticbeanstalk:UpdateEnvironment', LIVE]],
  ['saved configurations of other applications', 1, ['s3:PutObject', `${BUCKET}/resources/templates/bank/large`]],
  ['visitors of other applications, by a swap', 1,
    ['elasticbeanstalk:SwapEnvironmentCNAMEs', LIVE, { 'elasticbeanstalk:FromEnvironment': ENVIRONMENT }]],
  ['settings of other applications, by a saved configuration', 1,
    ['elasticbeanstalk:CreateConfigurationTemplate', SAVED, { 'elasticbeanstalk:FromEnvironment': ENVIRONMENT }]],
  ['the end of other environments', 1, ['elasticbeanstalk:TerminateEnvironment', ENVIRONMENT]],
  ['the end of other applications', 1, ['elasticbeanstalk:DeleteApplication', APPLICATION]],
  ['what the operations role may', 'operations', ['iam:PassRole', iamArn('role/operations'), passedTo('elasticbeanstalk.amazonaws.com')],
    ['elasticbeanstalk:AssociateEnvironmentOperationsRole', LIVE], ['elasticbeanstalk:UpdateEnvironment', LIVE]],
  ['what another role may, as an operations role', 1, ['iam:PassRole', ADMIN, passedTo('elasticbeanstalk.amazonaws.com')]],
];

const BUILDER: readonly Attack[] = [
  ['the listed roles on instances', 'ownRoles', ['iam:PassRole', ROLE, EC2], ['ec2:CreateLaunchTemplate', LAUNCH_TEMPLATE],
    ['ec2:RunInstances', INSTANCE, LAUNCHED], ['ec2:RunInstances', arn('ec2', 'subnet/subnet-0123'), LAUNCHED],
    ['ec2:RunInstances', arn('ec2', 'security-group/sg-0123'), LAUNCHED]],
  ['its own environments', 'ownEnvironments', ['ec2:AuthorizeSecurityGroupIngress', SECURITY_GROUP, OURS], ['ec2:TerminateInstances', INSTANCE, OURS],
    ['ec2:CreateLaunchTemplateVersion', LAUNCH_TEMPLATE, OURS], ['cloudformation:DeleteStack', STACK, OURS]],
  ['the network', 'ownRoles', ['ec2:RunInstances', arn('ec2', 'subnet/subnet-0123'), { ...LAUNCHED, 'ec2:Vpc': VPC }]],
  ['another role on an instance', 2, ['ec2:CreateLaunchTemplate', LAUNCH_TEMPLATE], ['iam:PassRole', ADMIN, EC2]],
  ['another role, by a group that follows the newest version', 2, ['ec2:CreateLaunchTemplate', LAUNCH_TEMPLATE],
    ['autoscaling:CreateAutoScalingGroup', GROUP, OF_THE_NEWEST]],
  ['another role, by a launch configuration', 1, ['autoscaling:CreateAutoScalingGroup', GROUP, OF_A_CONFIGURATION]],
  ['the listed role on a function', 1, ['iam:PassRole', ROLE, passedTo('lambda.amazonaws.com')], ['lambda:CreateFunction', FUNCTION]],
  ['the listed role in a stack', 1, ['iam:PassRole', ROLE, passedTo('cloudformation.amazonaws.com')]],
  ['the service role', 'serviceRole', ['iam:PassRole', iamArn('role/service'), passedTo('elasticbeanstalk.amazonaws.com')],
    ['elasticbeanstalk:UpdateEnvironment', LIVE]],
  ['any role, by a launch template of others that a group follows', 'launchTemplates', ['ec2:CreateLaunchTemplateVersion', LAUNCH_TEMPLATE]],
  ['launch templates of other environments', 1, ['ec2:CreateLaunchTemplateVersion', LAUNCH_TEMPLATE, OF_OTHERS]],
  ['costs', 'newResources', ['ec2:CreateSecurityGroup', SECURITY_GROUP], ['ec2:CreateSecurityGroup', arn('ec2', 'vpc/vpc-0123')],
    ['ec2:AllocateAddress', ADDRESS], ['cloudformation:CreateStack', stackArn('awseb-e-evil')],
    ['autoscaling:CreateAutoScalingGroup', group('awseb-e-evil'), OF_A_VERSION], ['ec2:CreateTags', INSTANCE, { 'ec2:CreateAction': 'RunInstances' }]],
  ['instances of others, by its group', 'instances', ['autoscaling:AttachInstances', GROUP, OURS], ['ec2:TerminateInstances', INSTANCE, OURS]],
  ['stacks of other programs with the prefix eb-', 'untagged', ['cloudformation:TagResource', stackArn('eb-payments')],
    ['cloudformation:DeleteStack', stackArn('eb-payments'), OURS]],
  ['groups without tags', 'untagged', ['autoscaling:CreateOrUpdateTags', group('awseb-e-payments')],
    ['autoscaling:DeleteAutoScalingGroup', group('awseb-e-payments'), OURS]],
  ['groups of other environments', 1, ['autoscaling:CreateOrUpdateTags', GROUP, OF_OTHERS]],
  ['stacks of other environments', 1, ['cloudformation:TagResource', STACK, OF_OTHERS]],
  ['instances of others', 1, ['ec2:TerminateInstances', INSTANCE]],
  ['instances of others, by a tag', 1, ['ec2:CreateTags', INSTANCE]],
  ['instances of other environments, by an alarm', 1,
    ['cloudwatch:PutMetricAlarm', ALARM, { 'cloudwatch:AlarmActions': ['arn:aws:automate:eu-central-1:ec2:terminate'] }]],
  ['alarms of other environments', 'alarms', ['cloudwatch:PutMetricAlarm', ALARM], ['cloudwatch:DeleteAlarms', ALARM]],
  ['security groups of others', 1, ['ec2:AuthorizeSecurityGroupIngress', SECURITY_GROUP]],
  ['addresses of others', 1, ['ec2:ReleaseAddress', ADDRESS]],
  ['visitors of others, by the group of its environment', 'visitors',
    ['autoscaling:AttachLoadBalancerTargetGroups', GROUP, { ...OURS, 'autoscaling:TargetGroupARNs': [arn('elasticloadbalancing', 'targetgroup/bank/0')] }],
    ['autoscaling:AttachLoadBalancers', GROUP, { ...OURS, 'autoscaling:LoadBalancerNames': ['bank'] }]],
  ['visitors of others, by the group of another environment', 1, ['autoscaling:AttachLoadBalancerTargetGroups', GROUP, OF_OTHERS]],
  ['interfaces of others', 'interfaces', ['ec2:AssociateAddress', ADDRESS, OURS], ['ec2:AssociateAddress', INTERFACE]],
];

const FULL_BUILDER: readonly Attack[] = [
  ['visitors of other environments', 'listeners', ['elasticloadbalancing:ModifyListener', LISTENER]],
  ['load balancers of other environments', 1, ['elasticloadbalancing:DeleteLoadBalancer', BALANCER, OF_OTHERS]],
  ['databases of others', 1, ['rds:AddTagsToResource', DATABASE], ['rds:DeleteDBInstance', DATABASE, OURS]],
  ['databases of others that have the tag', 1, ['rds:DeleteDBInstance', DATABASE, OURS]],
  ['databases of other programs with the prefix eb-', 'untagged', ['rds:AddTagsToResource', EB_DATABASE], ['rds:DeleteDBInstance', EB_DATABASE, OURS]],
  ['queues of other programs with the prefix eb-', 'untagged', ['sqs:TagQueue', arn('sqs', 'eb-payments')],
    ['sqs:DeleteQueue', arn('sqs', 'eb-payments'), OURS]],
  ['visitors, by a new listener', 1, ['elasticloadbalancing:CreateListener', BALANCER, OF_OTHERS]],
  ['databases of other environments', 1, ['rds:AddTagsToResource', EB_DATABASE, OF_OTHERS]],
  ['data of others, from a snapshot', 1, ['rds:RestoreDBInstanceFromDBSnapshot', arn('rds', 'snapshot:payments')]],
  ['snapshots', 'snapshots', ['rds:CreateDBSnapshot', EB_DATABASE, OURS], ['rds:CreateDBSnapshot', arn('rds', 'snapshot:evil')]],
  ['new databases', 'newResources', ['rds:CreateDBInstance', arn('rds', 'db:awseb-e-evil')]],
  ['new load balancers', 'newResources', ['elasticloadbalancing:CreateLoadBalancer', BALANCER]],
  ['queues of other environments', 1, ['sqs:SetQueueAttributes', QUEUE, OF_OTHERS]],
  ['messages', 1, ['sqs:ReceiveMessage', QUEUE]],
  ['tables of other environments', 1, ['dynamodb:DeleteTable', LEADERS, OF_OTHERS]],
  ['its own queues', 'ownEnvironments', ['sqs:SetQueueAttributes', QUEUE, OURS]],
  ['new queues and tables', 'newResources', ['sqs:CreateQueue', arn('sqs', 'awseb-e-evil')], ['dynamodb:CreateTable', arn('dynamodb', 'table/awseb-e-evil')]],
  ['clusters of other environments', 1, ['ecs:DeleteCluster', OTHER.cluster]],
  ['clusters of environments with a longer name', 1, ['ecs:DeleteCluster', arn('ecs', 'cluster/awseb-shop-live-2-abcdefghij')]],
  ['the end of task definitions', 'tasks', ['ecs:DeregisterTaskDefinition', '*']],
  ['logs of other environments', 1, ['logs:DeleteLogGroup', LOG_GROUP]],
];

const CLUSTERS: readonly Attack[] = [
  ['the listed roles', 'clusterRoles', ['iam:PassRole', iamArn('role/application'), passedTo('pods.eks.amazonaws.com')],
    ['elasticbeanstalk:CreateEnvironment', LIVE]],
  ['the role of the cluster in pods', 1, ['iam:PassRole', iamArn('role/cluster'), passedTo('pods.eks.amazonaws.com')]],
  ['another role in pods', 1, ['iam:PassRole', ADMIN, passedTo('pods.eks.amazonaws.com')]],
  ['another role in builds', 1, ['iam:PassRole', ADMIN, passedTo('codebuild.amazonaws.com')]],
];

const roles = (given: Fixtures) => ({ instanceRoles: [given.role('shop')], serviceRoles: [given.role('service')] });

export const USER_ATTACKS: readonly AttackTable[] = [
  user('who watches', () => ({}), ANY_USER, WATCHER, IN_PLACE),
  user('who reads logs', () => ({ readLogs: true }), ANY_USER, LOG_READER),
  user('who deploys in place', () => ({ deployment: {} }), ANY_USER, DEPLOYER, UPDATER, IN_PLACE),
  user('who deploys to known environments', given => ({
    deployment: {}, storage: { environmentIds: ['e-abcdefghij'], encryptionKey: given.key('versions') },
  }), [
    ['code of other environments, when they start an instance', 1, ['s3:PutObject', OTHER_CODE]],
    ['everything in the bucket', 1, ['s3:PutBucketPolicy', BUCKET]],
    ['what the key encrypts', 'bundlesKey', ['kms:Decrypt', keyOf('versions'), BY_S3]],
    ['what the key encrypts elsewhere', 1, ['kms:Decrypt', keyOf('versions')]],
  ]),
  user('who sets the bucket up', () => ({ deployment: {}, storage: { bucketSetup: true } }), BUCKET_SETTER),
  user('who deploys an application with the name of the folder of all code', given => ({
    applications: [{ applicationName: 'resources', environmentNames: ['shop-live'] }],
    deployment: {},
    storage: { environmentIds: ['e-abcdefghij'], sourceBundles: [S3Location.prefix(given.bucket('bundles'), 'shop/')] },
  }), [
    ['code of other environments, as a source bundle', 1, ['s3:PutObject', OTHER_CODE]],
    ['saved configurations of other applications, as a source bundle', 1, ['s3:PutObject', `${BUCKET}/resources/templates/bank/large`]],
  ]),
  user('who deploys by an operations role', () => ({ deployment: { usesOperationsRole: true } }), [
    ['code of other environments, when they start an instance', 1, ['s3:PutObject', OTHER_CODE]],
    ['another form of its environment', 1, ['cloudformation:UpdateStack', STACK, OURS]],
    ['everything in the bucket', 2, ['s3:GetBucketPolicy', BUCKET], ['s3:PutBucketPolicy', BUCKET]],
  ]),
  user('who deploys with changed resources', given => ({ deployment: {}, infrastructure: roles(given) }),
    ANY_USER, DEPLOYER, UPDATER, BUILDER),
  user('who deploys with all resources', given => ({
    deployment: {},
    infrastructure: {
      ...roles(given), loadBalancers: {}, databases: {}, workerTier: {}, ecsDocker: {}, logStreaming: true,
    },
  }), BUILDER, FULL_BUILDER),
  user('who deploys with tagged launch templates', given => ({
    deployment: {}, infrastructure: { ...roles(given), taggedLaunchTemplates: true },
  }), [['any role, by a launch template of others that a group follows', 1, ['ec2:CreateLaunchTemplateVersion', LAUNCH_TEMPLATE]]]),
  user('who manages environments', given => ({
    management: { operationsRoles: [given.role('operations')], createApplications: true },
  }), ANY_USER, MANAGER),
  user('who deletes applications', given => ({
    management: { operationsRoles: [given.role('operations')], deleteApplications: true },
  }), [
    ['environments of other names in the application', 'applications', ['elasticbeanstalk:DeleteApplication', beanstalk('application/shop')]],
    ['the end of other applications', 1, ['elasticbeanstalk:DeleteApplication', APPLICATION]],
  ]),
  user('who creates the first environment of a region', given => ({
    management: {}, infrastructure: roles(given), storage: { bucketSetup: true },
  }), BUCKET_SETTER),
  user('who creates environments', given => ({ management: {}, infrastructure: roles(given) }), [
    ['everything in the bucket', 1, ['s3:PutBucketPolicy', BUCKET]],
  ]),
  user('who creates environments on Amazon EKS', given => ({
    management: {},
    clusterEnvironments: {
      clusterRoles: [given.role('cluster')],
      nodeRoles: [given.role('node')],
      observabilityRoles: [given.role('observability')],
      applicationRoles: [given.role('application')],
    },
  }), CLUSTERS),
];

function user(who: string, props: Props, ...attacks: readonly (readonly Attack[])[]): AttackTable {
  return {
    construct: 'BeanstalkUserPolicy',
    attacker: `a user of Elastic Beanstalk ${who}`,
    build: (stack, given) => new BeanstalkUserPolicy(stack, 'Subject', {
      applications: [{ applicationName: 'shop', environmentNames: ['shop-live'] }], ...props(given),
    }),
    attacks: attacks.flat(),
  };
}

/** The published ways to more permissions, and where they lead. */
export const USER_ESCALATIONS: Readonly<Record<string, string>> = {
  'an instance with a role': 'ownRoles',
  'a group of instances with a role': 'ownRoles',
  'another version of a launch template': 'launchTemplates',
  'a stack with a role': 'ownRoles',
  'a stack that has a role': 'ownRoles',
  'an environment with a role': 'ownRoles',
  'another policy of a bucket': 'bucketPolicy',
  'an alarm that acts on instances': 'alarms',
};
