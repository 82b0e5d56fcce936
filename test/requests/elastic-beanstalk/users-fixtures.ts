import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { arn, bucket, object, OF_ANOTHER_ACCOUNT, REGION, roleArn, STORAGE } from './fixtures';
import { BeanstalkUserPolicy, BeanstalkUserPolicyProps } from '../../../src';
import { Builder } from '../../support/builder';
import { AWS } from '../../support/fold';
import { RequestRow, RequestTable } from '../../support/request-table';

// What the requests of deployers share.

const builder = new Builder(AWS);

type Options = Omit<BeanstalkUserPolicyProps, 'applications'> & Partial<BeanstalkUserPolicyProps>;
type Props = (role: (name: string) => iam.IRole, vpc: () => ec2.IVPCRef, stack: Stack) => Options;

export const VPC_ID = 'vpc-0123456789abcdef0';
export const VPC = arn('ec2', `vpc/${VPC_ID}`);

export function statementsOf(props: Props): RequestTable['statements'] {
  return () => builder.statementsOf(stack => new BeanstalkUserPolicy(stack, 'Users', {
    applications: [{ applicationName: 'shop', environmentNames: ['shop-live'] }],
    ...props(
      name => iam.Role.fromRoleName(stack, `Role-${name}`, name),
      () => ec2.Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: VPC_ID, availabilityZones: [`${REGION}a`] }),
      stack,
    ),
  }));
}

export const calls = (...actions: readonly string[]) => actions.map(action => `elasticbeanstalk:${action}`);
export const beanstalk = (resource: string) => arn('elasticbeanstalk', resource);

export const APPLICATION = beanstalk('application/shop');
export const LIVE = beanstalk('environment/shop/shop-live');
export const VERSION = beanstalk('applicationversion/shop/v1');
export const SAVED = beanstalk('configurationtemplate/shop/large');
export const OTHER_APPLICATION = beanstalk('application/bank');
export const OTHER_ENVIRONMENT = beanstalk('environment/bank/bank-live');
export const TEST = beanstalk('environment/shop/shop-test');

/** Resources by the two forms of names. */
export const both = (service: string, type: string, rest: string): readonly string[] =>
  ['awseb-e-abcdefghij-stack', 'eb-abcdefghij'].map(name => arn(service, `${type}${name}${rest}`));

const TAG = 'aws:ResourceTag/elasticbeanstalk:environment-name';
export const TAGGED = { [TAG]: 'shop-live' };
export const OF_ANOTHER = { [TAG]: 'bank-live' };
export const ours = (context: Readonly<Record<string, string | readonly string[]>>) => ({ ...TAGGED, ...context });

export const STACKS = both('cloudformation', 'stack/', '/11111111-2222-4333-8444-555555555555');
export const GROUPS = both('autoscaling', 'autoScalingGroup:11111111-2222-4333-8444-555555555555:autoScalingGroupName/', '-AWSEBAutoScalingGroup-1');
export const TOPIC = arn('sns', 'ElasticBeanstalkNotifications-Environment-shop-live');
export const LOG_GROUP = arn('logs', 'log-group:/aws/elasticbeanstalk/shop-live/var/log/web.stdout.log');
export const BUNDLE = object(STORAGE, 'shop/app-1.zip');
export const CODE = 'resources/environments/e-abcdefghij/_runtime/_versions/shop/app-1';
export const EC2 = { 'iam:PassedToService': 'ec2.amazonaws.com' };
export const EC2_IN_CHINA = { 'iam:PassedToService': 'ec2.amazonaws.com.cn' };
export const TO_BEANSTALK = { 'iam:PassedToService': 'elasticbeanstalk.amazonaws.com' };

/** One row for each resource. */
export const on = (
  what: string, actions: readonly string[], resources: readonly string[], context?: RequestRow[3],
): readonly RequestRow[] => resources.map(resource => [what, actions, resource, context] as const);

const READS = calls(
  'DescribeConfigurationOptions', 'DescribeConfigurationSettings', 'DescribeEnvironmentHealth',
  'DescribeEnvironmentManagedActionHistory', 'DescribeEnvironmentManagedActions', 'DescribeEnvironmentResources', 'DescribeEnvironments',
  'DescribeEvents', 'DescribeInstancesHealth', 'ListTagsForResource', 'ValidateConfigurationSettings',
);
const STACK_READS = [
  'cloudformation:DescribeStackEvents', 'cloudformation:DescribeStackResource', 'cloudformation:DescribeStackResources',
  'cloudformation:DescribeStacks', 'cloudformation:ListStackResources',
];
const LOOKUPS = [
  ...['AccountLimits', 'AutoScalingGroups', 'AutoScalingInstances', 'LaunchConfigurations', 'LoadBalancers',
    'NotificationConfigurations', 'ScalingActivities', 'ScheduledActions'].map(what => `autoscaling:Describe${what}`),
  'cloudwatch:GetMetricStatistics', 'cloudwatch:ListMetrics',
  ...['AccountAttributes', 'Addresses', 'AvailabilityZones', 'Images', 'Instances', 'KeyPairs', 'LaunchTemplateVersions',
    'LaunchTemplates', 'SecurityGroups', 'Snapshots', 'SpotInstanceRequests', 'Subnets', 'Vpcs'].map(what => `ec2:Describe${what}`),
  ...['InstanceHealth', 'LoadBalancers', 'TargetGroups', 'TargetHealth'].map(what => `elasticloadbalancing:Describe${what}`),
];

/** What all users do. */
export const WATCH: readonly RequestRow[] = [
  ['watch the environment', READS, LIVE],
  ['look the application up', calls('DescribeApplications', 'DescribeEvents', 'ListTagsForResource'), APPLICATION],
  ['look versions up', calls('DescribeApplicationVersions', 'DescribeEvents', 'ListTagsForResource'), VERSION],
  ['look a saved configuration up', calls('DescribeConfigurationSettings', 'ValidateConfigurationSettings'), SAVED],
  ['find platforms of AWS', calls('DescribePlatformVersion', 'ListPlatformVersions'),
    arn('elasticbeanstalk', 'platform/Node.js 22 running on 64bit Amazon Linux 2023/6.6.3', '')],
  ['find solution stacks', calls('DescribeConfigurationOptions', 'ListAvailableSolutionStacks'),
    arn('elasticbeanstalk', 'solutionstack/64bit Amazon Linux 2023 v6.6.3 running Node.js 22', '')],
  ['find branches of platforms', calls('CheckDNSAvailability', 'DescribeAccountAttributes', 'ListPlatformBranches'), '*'],
  ...on('look its stack up', STACK_READS, STACKS),
  ['look its resources up', LOOKUPS, '*'],
  ['find alarms', 'cloudwatch:DescribeAlarms', arn('cloudwatch', 'alarm:awseb-e-abcdefghij-stack-AWSEBCloudwatchAlarmHigh-1')],
  ['find log groups', 'logs:DescribeLogGroups', '*'],
  ...[`elasticbeanstalk-samples-${REGION}`, `elasticbeanstalk-platform-assets-${REGION}`, `elasticbeanstalk-env-resources-${REGION}`,
    `elasticbeanstalk-${REGION}`].map(name => ['read what AWS publishes', 's3:GetObject', object(name, 'eb/x.json')] as const),
];

/** What nobody may who only watches. */
export const WATCH_ONLY: readonly RequestRow[] = [
  ['watch another environment of the application', READS, TEST],
  ['watch the environment of another application', READS, OTHER_ENVIRONMENT],
  ['look another application up', calls('DescribeApplications'), OTHER_APPLICATION],
  ['look the stack of another program up', STACK_READS, arn('cloudformation', 'stack/payments/11111111-2222-4333-8444-555555555555')],
  ['read the template of its stack', 'cloudformation:GetTemplate', STACKS[0]],
  ['change what AWS publishes', 's3:PutObject', object(`elasticbeanstalk-samples-${REGION}`, 'eb/x.json')],
  ['read what others publish', 's3:GetObject', object('elasticbeanstalk-evil', 'eb/x.json')],
  ['deploy', calls('UpdateEnvironment'), LIVE],
  ['pull logs', calls('RequestEnvironmentInfo', 'RetrieveEnvironmentInfo'), LIVE],
];

/** Updating the environment, and finding the bucket of Elastic Beanstalk. */
export const CHANGE: readonly RequestRow[] = [
  ['update the environment', calls('AbortEnvironmentUpdate', 'RestartAppServer', 'UpdateEnvironment'), LIVE],
  ['find the bucket', calls('CreateStorageLocation'), '*'],
  ['create the bucket', 's3:CreateBucket', bucket(STORAGE)],
  ['look the bucket up', ['s3:GetBucketLocation', 's3:GetBucketPolicy', 's3:ListBucket', 's3:ListBucketMultipartUploads'], bucket(STORAGE)],
];

const SET_UP_BUCKET = ['s3:PutBucketOwnershipControls', 's3:PutBucketPolicy', 's3:PutBucketPublicAccessBlock'];

/** Setting the bucket up, for the first environment of a region. */
export const SET_UP: readonly RequestRow[] = [['set the bucket up', SET_UP_BUCKET, bucket(STORAGE)]];

/** An environment that exists has its bucket. */
export const NO_SET_UP: readonly RequestRow[] = [['change the policy of the bucket', SET_UP_BUCKET, bucket(STORAGE)]];

/** Creating a version. */
export const DEPLOY: readonly RequestRow[] = [
  ['create a version', calls('CreateApplicationVersion'), VERSION],
  ['create a version of the application', calls('CreateApplicationVersion'), APPLICATION],
  ['change a version', calls('AddTags', 'UpdateApplicationVersion'), VERSION],
  [
    'upload a source bundle',
    [
      's3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:GetObjectAcl', 's3:GetObjectVersion',
      's3:ListMultipartUploadParts', 's3:PutObject', 's3:PutObjectAcl',
    ],
    BUNDLE,
  ],
];

const WRITE_CODE = ['s3:DeleteObject', 's3:GetObject', 's3:GetObjectAcl', 's3:GetObjectVersion', 's3:PutObject', 's3:PutObjectAcl'];
const PROCESSES = [
  'autoscaling:ResumeProcesses', 'autoscaling:SetDesiredCapacity', 'autoscaling:SuspendProcesses',
  'autoscaling:TerminateInstanceInAutoScalingGroup',
];
const REGISTER = ['elasticloadbalancing:DeregisterTargets', 'elasticloadbalancing:RegisterTargets'];
const REGISTER_CLASSIC = [
  'elasticloadbalancing:DeregisterInstancesFromLoadBalancer', 'elasticloadbalancing:RegisterInstancesWithLoadBalancer',
];
const TARGETS = ['awseb-AWSEB-1A2B3C', 'eb-1A2B3C'].map(name => arn('elasticloadbalancing', `targetgroup/${name}/0123456789abcdef`));
const CLASSIC = ['awseb-e-a-AWSEBLoa-1A2B3C', 'eb-1A2B3C'].map(name => arn('elasticloadbalancing', `loadbalancer/${name}`));
const USE_TOPIC = ['CreateTopic', 'GetTopicAttributes', 'ListSubscriptionsByTopic', 'SetTopicAttributes', 'Subscribe', 'Unsubscribe']
  .map(action => `sns:${action}`);
const UPDATE_STACK = ['cloudformation:CancelUpdateStack', 'cloudformation:UpdateStack'];

/** What Elastic Beanstalk calls with the permissions of the user to deploy in place. */
export const UPDATE: readonly RequestRow[] = [
  ['copy the version to the folder of the environment', WRITE_CODE, object(STORAGE, CODE)],
  ['write what the environment runs', WRITE_CODE, object(STORAGE, 'resources/environments/e-abcdefghij/_runtime/versions/manifest_1')],
  ...on('read the template of its stack', ['cloudformation:GetTemplate'], STACKS, TAGGED),
  ...on('update its stack', UPDATE_STACK, STACKS, TAGGED),
  ...on('stop and start processes of its group', PROCESSES, GROUPS, TAGGED),
  ...on('change the size of its group', ['autoscaling:UpdateAutoScalingGroup'], GROUPS, TAGGED),
  ...on('take instances out of its target group', REGISTER, TARGETS, TAGGED),
  ...on('take instances out of its classic load balancer', REGISTER_CLASSIC, CLASSIC, TAGGED),
  ['use its topic', USE_TOPIC, TOPIC],
];

/** Code runs with the role of its environment. */
export const NO_OTHER_CODE: readonly RequestRow[] = [
  ['write the code of another environment', WRITE_CODE, object(STORAGE, CODE.replace('e-abcdefghij', 'e-klmnopqrst'))],
  ['write the code of an environment in a bucket of another account', WRITE_CODE, object(STORAGE, CODE), OF_ANOTHER_ACCOUNT],
];

export const MOVE_INSTANCES = ['autoscaling:AttachInstances', 'autoscaling:DetachInstances'];

export const UPDATE_ONLY: readonly RequestRow[] = [
  ['attach instances of others to its group', MOVE_INSTANCES, GROUPS[0], TAGGED],
  ['write code in a bucket of another account', WRITE_CODE, object(STORAGE, CODE), OF_ANOTHER_ACCOUNT],
  ['write log files', 's3:PutObject', object(STORAGE, 'resources/environments/logs/tail/e-abcdefghij/i-0/logs.txt')],
  ['update the stack of another environment', UPDATE_STACK, STACKS[0], OF_ANOTHER],
  ['update a stack without a tag', UPDATE_STACK, STACKS[0]],
  ['update the stack of another program', UPDATE_STACK, arn('cloudformation', 'stack/payments/1'), TAGGED],
  ['delete its stack', 'cloudformation:DeleteStack', STACKS[0], TAGGED],
  ['stop the group of another environment', PROCESSES, GROUPS[0], OF_ANOTHER],
  ['stop the group of another program', PROCESSES, GROUPS[0].replace('awseb-e-', 'payments-'), TAGGED],
  ['launch with another launch template', 'autoscaling:UpdateAutoScalingGroup', GROUPS[0],
    ours({ 'autoscaling:LaunchTemplateVersionSpecified': 'true' })],
  ['launch with a launch configuration', 'autoscaling:UpdateAutoScalingGroup', GROUPS[0], ours({ 'autoscaling:LaunchConfigurationName': 'admin' })],
  ['take instances out of the target group of another environment', REGISTER, TARGETS[0], OF_ANOTHER],
  ['use the topic of another environment', USE_TOPIC, TOPIC.replace('shop-live', 'bank-live')],
  ['publish to its topic', 'sns:Publish', TOPIC],
];

export { roleArn };
