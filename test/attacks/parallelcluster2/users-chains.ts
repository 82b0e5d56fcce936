import { Attack } from '../attack';
import {
  ADMIN, arn, FILE_SYSTEM, group, HOSTED_ZONE, iamArn, INSTANCE, INTERFACE, LAUNCH_TEMPLATE, OF_A_CONFIGURATION,
  OF_A_VERSION, OF_ANOTHER_ACCOUNT, OF_THE_NEWEST, s3Arn, SECURITY_GROUP, stackArn, VOLUME,
} from '../resources';
import {
  BUCKET, BUCKET_3, dashboard, EVIL_FUNCTION, EVIL_GROUP, EVIL_STACK, IMAGE, JOB, LINKED_ROLE, OUTPUT_OF_JOBS,
  SNAPSHOT, SUBNET, taggedFor, TEAM_BUILD, TEAM_CONFIGURATION, TEAM_DEFINITION, TEAM_ENVIRONMENT, TEAM_FUNCTION,
  TEAM_GROUP, TEAM_IMAGES, TEAM_QUEUE, TEAM_QUEUE_OF_JOBS, TEAM_STACK, TEAM_TABLE, TEAM_TOPIC, TO_EC2, TO_LAMBDA,
} from './clusters';

// What users who create clusters reach, by the part of their permissions.

const OTHER_PROFILE = iamArn('instance-profile/parallelcluster-team-RootInstanceProfile-0123');
const OTHER_RULE = arn('events', 'rule/parallelcluster-team-CodeBuildNotificationRule-0123');
const BUILDS_IMAGES = arn('lambda', 'function:pcluster-ManageDockerImages-0123');
const FSX = arn('fsx', 'file-system/fs-0fedcba9876543210');
const ROUTES = arn('ec2', 'route-table/rtb-0fedcba9876543210');
const GATEWAY = arn('ec2', 'internet-gateway/igw-0fedcba9876543210');
const VPC = arn('ec2', 'vpc/vpc-0fedcba9876543210');
const ADDRESS = arn('ec2', 'elastic-ip/eipalloc-0fedcba9876543210');
/** CloudFormation sets this tag, and nobody else can. */
const OF_A_NETWORK = { 'ec2:ResourceTag/aws:cloudformation:stack-name': 'parallelclusternetworking-pub-0123' };
const OF_A_STACK = { 'ec2:ResourceTag/aws:cloudformation:stack-name': 'parallelcluster-team' };

/** In every mode. */
export const CREATORS: readonly Attack[] = [
  ['stacks of other clusters', 'stacks', ['cloudformation:UpdateStack', TEAM_STACK],
    ['cloudformation:DeleteStack', TEAM_STACK]],
  ['a stack with the name of a cluster', 'stacks', ['cloudformation:CreateStack', EVIL_STACK]],
  ['a stack of others that is named like a cluster, by a change set', 1, ['cloudformation:CreateChangeSet', TEAM_STACK],
    ['cloudformation:ExecuteChangeSet', TEAM_STACK]],
  ['what functions of other clusters may do', 'functions', ['lambda:InvokeFunction', TEAM_FUNCTION]],
  ['other code for the stacks of other clusters', 'functions', ['lambda:DeleteFunction', TEAM_FUNCTION],
    ['lambda:CreateFunction', TEAM_FUNCTION]],
  ['calls of functions from another account', 'functions', ['lambda:AddPermission', TEAM_FUNCTION]],
  ['a call of a function that has another name', 1, ['lambda:AddPermission', arn('lambda', 'function:payments')]],
  ['the end of every instance', 'tags', ['ec2:CreateTags', INSTANCE],
    ['ec2:TerminateInstances', INSTANCE, taggedFor('evil')]],
  ['the end of an instance without a tag', 1, ['ec2:TerminateInstances', INSTANCE]],
  ['the stop of an instance', 1, ['ec2:StopInstances', INSTANCE]],
  ['roles that others launch from the newest version', 'launchTemplates',
    ['ec2:CreateLaunchTemplateVersion', LAUNCH_TEMPLATE]],
  ['roles that others launch by the name of a template', 'launchTemplates',
    ['ec2:DeleteLaunchTemplate', LAUNCH_TEMPLATE], ['ec2:CreateLaunchTemplate', LAUNCH_TEMPLATE]],
  ['what is in images and snapshots', 'disks', ['ec2:CreateVolume', SNAPSHOT], ['ec2:RunInstances', IMAGE],
    ['ec2:RunInstances', SNAPSHOT]],
  ['disks of others that no instance uses', 'disks', ['ec2:DeleteVolume', VOLUME]],
  ['a copy of the disk of others', 1, ['ec2:CreateSnapshot', VOLUME]],
  ['the disk of others on an instance', 1, ['ec2:AttachVolume', VOLUME]],
  ['images for another account', 1, ['ec2:ModifySnapshotAttribute', SNAPSHOT]],
  ['the network of others', 'network', ['ec2:AuthorizeSecurityGroupIngress', SECURITY_GROUP],
    ['ec2:ModifyNetworkInterfaceAttribute', INTERFACE], ['ec2:DeleteSecurityGroup', SECURITY_GROUP]],
  ['addresses of others', 'network', ['ec2:DisassociateAddress', ADDRESS], ['ec2:AssociateAddress', ADDRESS],
    ['ec2:ReleaseAddress', ADDRESS]],
  ['secrets in parameters of stacks', 'descriptions', ['cloudformation:DescribeStacks', stackArn('payments')]],
  ['secrets in user data of templates', 'descriptions', ['ec2:DescribeLaunchTemplateVersions', '*']],
  ['secrets in user data of clusters', 'descriptions', ['ec2:DescribeInstanceAttribute', INSTANCE, OF_A_STACK]],
  ['secrets in user data of others', 2, ['ec2:CreateTags', INSTANCE],
    ['ec2:DescribeInstanceAttribute', INSTANCE, taggedFor('evil')]],
  ['secrets in templates of stacks', 1, ['cloudformation:GetTemplate', stackArn('payments')]],
  ['nodes without their role', 'profiles', ['iam:RemoveRoleFromInstanceProfile', OTHER_PROFILE],
    ['iam:DeleteInstanceProfile', OTHER_PROFILE]],
  ['another role in the profile of nodes', 3, ['iam:RemoveRoleFromInstanceProfile', OTHER_PROFILE],
    ['iam:AddRoleToInstanceProfile', OTHER_PROFILE], ['iam:PassRole', ADMIN, TO_EC2]],
  ['traces of what they did', 'logs', ['logs:DeleteLogGroup', arn('logs', 'log-group:/aws/parallelcluster/team')]],
  ['logs of others', 1, ['logs:DeleteLogGroup', arn('logs', 'log-group:/payments')]],
  ['dashboards of others', 1, ['cloudwatch:DeleteDashboards', dashboard('payments')]],
  ['silence of alarms of others', 1, ['cloudwatch:DeleteAlarms', arn('cloudwatch', 'alarm:payments-errors')]],
  ['records of others', 1, ['route53:ChangeResourceRecordSets', HOSTED_ZONE]],
  ['data of others', 1, ['s3:GetObject', s3Arn('payments/data')]],
];

export const DASHBOARDS: readonly Attack[] = [
  ['dashboards of other clusters', 'logs', ['cloudwatch:PutDashboard', dashboard('parallelcluster-team-eu-central-1')]],
];

export const BUCKETS: readonly Attack[] = [
  ['scripts of other clusters', 'buckets', ['s3:PutObject', TEAM_CONFIGURATION]],
  ['a bucket of clusters, by its policy', 'buckets', ['s3:PutBucketPolicy', BUCKET]],
  ['the end of a bucket of clusters', 'buckets', ['s3:DeleteObject', TEAM_CONFIGURATION], ['s3:DeleteBucket', BUCKET]],
  ['a bucket of the attacker in another account', 1, ['s3:PutObject', `${BUCKET}/data`, OF_ANOTHER_ACCOUNT]],
  ['a bucket of ParallelCluster 3', 1, ['s3:PutObject', `${BUCKET_3}/parallelcluster/x`]],
];

export const FEATURES: readonly Attack[] = [
  ['traffic of others, by a route', 'network', ['ec2:CreateRoute', ROUTES],
    ['ec2:ModifyNetworkInterfaceAttribute', INTERFACE]],
  ['a network of others on the internet', 'network', ['ec2:AttachInternetGateway', VPC], ['ec2:CreateRoute', ROUTES],
    ['ec2:AssociateRouteTable', SUBNET], ['ec2:ModifySubnetAttribute', SUBNET]],
  ['networks of other clusters', 'network', ['ec2:DetachInternetGateway', VPC],
    ['ec2:DetachInternetGateway', GATEWAY, OF_A_NETWORK], ['ec2:DeleteSubnet', SUBNET, OF_A_NETWORK]],
  ['the gateway of others', 2, ['ec2:DetachInternetGateway', VPC], ['ec2:DetachInternetGateway', GATEWAY]],
  ['the routes of others, by a tag', 2, ['ec2:CreateTags', ROUTES], ['ec2:DeleteRoute', ROUTES, taggedFor('evil')]],
  ['other routes in place of those of others', 1, ['ec2:ReplaceRoute', ROUTES]],
  ['file systems of others', 'efs', ['elasticfilesystem:CreateMountTarget', FILE_SYSTEM],
    ['elasticfilesystem:DeleteMountTarget', FILE_SYSTEM], ['elasticfilesystem:DeleteFileSystem', FILE_SYSTEM]],
  ['more file systems', 'efs', ['elasticfilesystem:CreateFileSystem', '*']],
  ['file systems of others, by their policy', 1, ['elasticfilesystem:PutFileSystemPolicy', FILE_SYSTEM]],
  ['file systems of others, as root', 1, ['elasticfilesystem:ClientRootAccess', FILE_SYSTEM]],
  ['file systems of FSx, by a copy', 'fsx', ['fsx:CreateBackup', FSX],
    ['fsx:CreateFileSystemFromBackup', arn('fsx', 'backup/backup-0123')]],
  ['the end of file systems of FSx', 'fsx', ['fsx:DeleteFileSystem', FSX]],
  ['the end of backups of FSx', 1, ['fsx:DeleteBackup', arn('fsx', 'backup/backup-0123')]],
  ['any bucket, by the linked role', 1, ['iam:PutRolePolicy', LINKED_ROLE]],
];

export const ZONES: readonly Attack[] = [
  ['the end of names of others', 'zones', ['route53:DeleteHostedZone', HOSTED_ZONE]],
  ['a zone of their own', 'zones', ['route53:CreateHostedZone', '*']],
];

export const TABLES: readonly Attack[] = [
  ['nodes of other clusters', 'tables', ['dynamodb:PutItem', TEAM_TABLE]],
  ['the end of tables of other clusters', 'tables', ['dynamodb:DeleteTable', TEAM_TABLE],
    ['dynamodb:DeleteTable', arn('dynamodb', 'table/parallelcluster-slurm-hpc')]],
  ['tables of others', 1, ['dynamodb:DeleteTable', arn('dynamodb', 'table/payments')]],
];

export const GROUPS: readonly Attack[] = [
  ['the size of groups of other clusters', 'groups', ['autoscaling:UpdateAutoScalingGroup', TEAM_GROUP],
    ['autoscaling:DeleteAutoScalingGroup', TEAM_GROUP]],
  ['what groups of other clusters launch', 'groups', ['autoscaling:UpdateAutoScalingGroup', TEAM_GROUP, OF_A_VERSION]],
  ['every role, by a group whose template changes', 3, ['autoscaling:CreateAutoScalingGroup', EVIL_GROUP, OF_A_VERSION],
    ['ec2:CreateLaunchTemplateVersion', LAUNCH_TEMPLATE],
    ['autoscaling:UpdateAutoScalingGroup', EVIL_GROUP, OF_THE_NEWEST]],
  ['every role, by a group that gets a launch configuration', 2,
    ['autoscaling:CreateAutoScalingGroup', EVIL_GROUP, OF_A_VERSION],
    ['autoscaling:UpdateAutoScalingGroup', EVIL_GROUP, OF_A_CONFIGURATION]],
  ['groups of others', 1, ['autoscaling:DeleteAutoScalingGroup', group('payments')]],
  ['messages of other clusters', 'queues', ['sqs:SetQueueAttributes', TEAM_QUEUE], ['sns:Subscribe', TEAM_TOPIC]],
  ['the end of queues of other clusters', 'queues', ['sqs:DeleteQueue', TEAM_QUEUE], ['sns:DeleteTopic', TEAM_TOPIC]],
  ['queues of others', 1, ['sqs:SetQueueAttributes', arn('sqs', 'payments')]],
  ['messages of others', 1, ['sns:Subscribe', arn('sns', 'payments')]],
];

export const BATCH: readonly Attack[] = [
  ['jobs of other clusters', 'batchJobs', ['batch:RegisterJobDefinition', TEAM_DEFINITION],
    ['batch:SubmitJob', TEAM_QUEUE_OF_JOBS]],
  ['hosts of other clusters', 'batchJobs', ['batch:UpdateComputeEnvironment', TEAM_ENVIRONMENT]],
  ['the end of jobs of others', 'batchJobs', ['batch:TerminateJob', JOB]],
  ['definitions of others', 1, ['batch:RegisterJobDefinition', arn('batch', 'job-definition/payments')]],
  ['what builds of other clusters may do', 'batchImages', ['codebuild:UpdateProject', TEAM_BUILD],
    ['lambda:InvokeFunction', BUILDS_IMAGES]],
  ['a build of their own', 2, ['codebuild:UpdateProject', TEAM_BUILD], ['codebuild:StartBuild', TEAM_BUILD]],
  ['images of other clusters', 'batchImages', ['ecr:SetRepositoryPolicy', TEAM_IMAGES],
    ['ecr:DeleteRepository', TEAM_IMAGES]],
  ['images of others, by their policy', 1, ['ecr:SetRepositoryPolicy', arn('ecr', 'repository/payments')]],
  ['rules of other clusters', 'batchImages', ['events:PutTargets', OTHER_RULE], ['events:DeleteRule', OTHER_RULE]],
  ['events of others', 1, ['events:PutTargets', arn('events', 'rule/payments')]],
  ['containers of others', 1, ['ecs:ExecuteCommand', arn('ecs', 'cluster/payments')]],
  ['logs of jobs of others', 'batchJobs', ['logs:GetLogEvents', OUTPUT_OF_JOBS]],
  ['a function of their own, by a role of others', 2, ['lambda:DeleteFunction', EVIL_FUNCTION],
    ['iam:PassRole', ADMIN, TO_LAMBDA]],
];
