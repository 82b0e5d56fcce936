import { Stack } from 'aws-cdk-lib';
import {
  ParallelCluster2CreateClustersOptions, ParallelCluster2InstanceRole, ParallelCluster2LambdaRole,
  ParallelCluster2PermissionSet, ParallelCluster2Scheduler, ParallelCluster2UserPolicy, ParallelCluster2UserPolicyProps,
  S3Location,
} from '../../../src';
import { computeEnvironment } from '../../parallelcluster2/fixtures';
import { Fixtures } from '../../support/given';
import { Attack, AttackTable, Step } from '../attack';
import {
  ADMIN, arn, FILE_SYSTEM, FOR_AWS, group, HOSTED_ZONE, iamArn, INSTANCE, keyArn, keyOf, LAUNCH_TEMPLATE, OF_A_VERSION,
  OF_THE_NEWEST, passedTo, s3Arn, stackArn, VOLUME,
} from '../resources';
import { ANOTHER_ROLE } from './another-role';
import {
  ADMINISTRATOR_ACCESS, BUCKET_3, dashboard, EVIL_FUNCTION, EVIL_GROUP, EVIL_STACK, LINKED_ROLE, NAMESAKE, ROLE,
  ROLE_3, taggedFor, TEAM_CONFIGURATION, TEAM_ENVIRONMENT, TEAM_FOLDER, TEAM_FUNCTION, TEAM_GROUP, TEAM_QUEUE,
  TEAM_QUEUE_OF_JOBS, TEAM_STACK, TEAM_TABLE, TO_EC2, TO_LAMBDA, TO_STACKS, TO_TASKS, WEATHER_CONFIGURATION,
  WEATHER_GROUP, WEATHER_STACK,
} from './clusters';
import { BATCH, BUCKETS, CREATORS, DASHBOARDS, FEATURES, GROUPS, TABLES, ZONES } from './users-chains';

type Props = (given: Fixtures) => ParallelCluster2UserPolicyProps;
type Options = Partial<ParallelCluster2CreateClustersOptions>;

const { AWSBATCH, SGE, SLURM, TORQUE } = ParallelCluster2Scheduler;
const { GUIDE_2_9 } = ParallelCluster2PermissionSet;

const NODES = iamArn('role/nodes');
const FUNCTIONS = iamArn('role/functions');
const PROFILE = iamArn('instance-profile/parallelcluster-evil');
const ENVIRONMENT = arn('batch', 'compute-environment/ComputeEnvironment-5e6f');
const TABLE = arn('dynamodb', 'table/parallelcluster-weather');
const COMPUTE_FLEET = { 'dynamodb:LeadingKeys': 'COMPUTE_FLEET' };

const onAnInstance = (role: string): readonly Step[] =>
  [['iam:PassRole', role, TO_EC2], ['ec2:RunInstances', INSTANCE]];
const onAFunction = (role: string): readonly Step[] => [
  ['iam:PassRole', role, TO_LAMBDA], ['lambda:CreateFunction', EVIL_FUNCTION],
  ['lambda:InvokeFunction', EVIL_FUNCTION],
];

/** Roles that clusters create. */
const WRITERS: readonly Attack[] = [
  ['an administrator, on an instance', 'createRoles', ['iam:CreateRole', ROLE], ['iam:PutRolePolicy', ROLE],
    ['iam:CreateInstanceProfile', PROFILE], ['iam:AddRoleToInstanceProfile', PROFILE], ...onAnInstance(ROLE)],
  ['an administrator, on a function', 'createRoles', ['iam:CreateRole', ROLE], ['iam:PutRolePolicy', ROLE],
    ...onAFunction(ROLE)],
  ['what nodes of other clusters may do', 'createRoles', ...onAnInstance(ROLE)],
  ['a role whose path starts the same', 1, ['iam:CreateRole', ROLE_3], ['iam:PutRolePolicy', ROLE_3]],
];

/** Without roles that clusters create. */
const PASSERS: readonly Attack[] = [
  ['disks of others, as a node', 'ownRoles', ...onAnInstance(NODES), ['ec2:AttachVolume', VOLUME, {}, 'nodes']],
  ['records of others, as a node', 'ownRoles', ...onAnInstance(NODES),
    ['route53:ChangeResourceRecordSets', HOSTED_ZONE, {}, 'nodes']],
  ['records of others, as a function', 'ownRoles', ...onAFunction(FUNCTIONS),
    ['route53:ChangeResourceRecordSets', HOSTED_ZONE, {}, 'functions']],
  ['an administrator, as a node', 3, ...onAnInstance(NODES), ['iam:CreateUser', iamArn('user/evil'), {}, 'nodes']],
  ['a role of others, as a node', 3, ...onAnInstance(NODES), ['iam:PassRole', ADMIN, TO_EC2, 'nodes']],
  ['an administrator, as a function', 4, ...onAFunction(FUNCTIONS),
    ['iam:CreateUser', iamArn('user/evil'), {}, 'functions']],
  ['the role of nodes on a function', 1, ...onAFunction(NODES)],
  ['the role of functions on an instance', 1, ...onAnInstance(FUNCTIONS)],
  ['the role of nodes in a stack', 1, ['iam:PassRole', NODES, TO_STACKS], ['cloudformation:CreateStack', EVIL_STACK]],
  ['a role of other clusters', 1, ...onAnInstance(ROLE)],
  ['a role of their own', 1, ['iam:CreateRole', ROLE], ['iam:PutRolePolicy', ROLE]],
  ['more permissions of the role of nodes', 1, ['iam:PutRolePolicy', NODES]],
  ['more permissions of the role of nodes, by a policy', 1, ['iam:AttachRolePolicy', NODES, ADMINISTRATOR_ACCESS]],
  ['another trust of the role of nodes', 1, ['iam:UpdateAssumeRolePolicy', NODES]],
  ['a role of others, by a profile of their own', 3, ['iam:CreateInstanceProfile', PROFILE],
    ['iam:AddRoleToInstanceProfile', PROFILE], ...onAnInstance(ADMIN)],
];

const BY_TEMPLATE: Attack = ['every role, by a group that follows the newest version', 'unrestricted',
  ['ec2:CreateLaunchTemplate', LAUNCH_TEMPLATE], ['autoscaling:CreateAutoScalingGroup', group('evil'), OF_THE_NEWEST],
  ['ec2:CreateLaunchTemplateVersion', LAUNCH_TEMPLATE], ['autoscaling:UpdateAutoScalingGroup', group('evil')]];
const BY_STACK: Attack = ['a stack of others that has a service role', 'unrestricted',
  ['cloudformation:UpdateStack', stackArn('payments')]];

const USERS: readonly Attack[] = [
  ['parameters of stacks', 'usedStacks', ['cloudformation:DescribeStacks', stackArn('payments')]],
  ['templates of clusters that are named alike', 'usedStacks', ['cloudformation:GetTemplate', NAMESAKE]],
  ['templates of other clusters', 1, ['cloudformation:GetTemplate', TEAM_STACK]],
  ['the end of a cluster', 1, ['cloudformation:DeleteStack', WEATHER_STACK]],
  ['another form of a cluster', 1, ['cloudformation:UpdateStack', WEATHER_STACK]],
  ['the fleet of another cluster', 1, ['dynamodb:PutItem', TEAM_TABLE, COMPUTE_FLEET]],
  ['nodes of the cluster', 1, ['dynamodb:PutItem', TABLE]],
  ['a node of the cluster, by its item', 1, ['dynamodb:PutItem', TABLE, { 'dynamodb:LeadingKeys': 'i-0123' }]],
  ['the end of a table', 1, ['dynamodb:DeleteTable', TABLE]],
  ['the groups of another cluster', 1, ['autoscaling:UpdateAutoScalingGroup', TEAM_GROUP]],
  ['the groups of a cluster that is named alike', 1,
    ['autoscaling:UpdateAutoScalingGroup', group('parallelcluster-weather-2-ComputeFleet-0123')]],
  ['another launch of the groups of a cluster', 1, ['autoscaling:UpdateAutoScalingGroup', WEATHER_GROUP, OF_A_VERSION]],
  ['the newest launch of the groups of a cluster', 1,
    ['autoscaling:UpdateAutoScalingGroup', WEATHER_GROUP, OF_THE_NEWEST]],
  ['groups of their own', 1, ['autoscaling:CreateAutoScalingGroup', EVIL_GROUP, OF_A_VERSION]],
  ['another version of a launch template', 1, ['ec2:CreateLaunchTemplateVersion', LAUNCH_TEMPLATE]],
  ['an instance', 1, ['ec2:RunInstances', INSTANCE]],
  ['the end of an instance', 1, ['ec2:TerminateInstances', INSTANCE, taggedFor('weather')]],
  ['tags', 1, ['ec2:CreateTags', INSTANCE]],
  ['user data', 1, ['ec2:DescribeInstanceAttribute', INSTANCE]],
  ['a role of clusters', 1, ['iam:PassRole', ROLE, TO_EC2]],
  ['a function of clusters', 1, ['lambda:InvokeFunction', TEAM_FUNCTION]],
  ['scripts of clusters', 1, ['s3:PutObject', WEATHER_CONFIGURATION]],
  ['jobs', 1, ['batch:SubmitJob', TEAM_QUEUE_OF_JOBS]],
];

export const USER_ATTACKS: readonly AttackTable[] = [
  creators('a ParallelCluster 2 user whose clusters create roles', SLURM, () => ({}), [
    ...ANOTHER_ROLE, ...CREATORS, ...DASHBOARDS, ...BUCKETS, ...FEATURES, ...ZONES, ...TABLES, ...WRITERS,
    ['jobs of clusters', 1, ['batch:SubmitJob', TEAM_QUEUE_OF_JOBS]],
    ['queues of clusters', 1, ['sqs:SetQueueAttributes', TEAM_QUEUE]],
    ['groups of clusters', 1, ['autoscaling:UpdateAutoScalingGroup', TEAM_GROUP]],
  ]),
  {
    ...creators('a ParallelCluster 2 user with listed roles', SLURM, withOwnRoles, [
      ...ANOTHER_ROLE, ...CREATORS, ...DASHBOARDS, ...BUCKETS, ...FEATURES, ...ZONES, ...TABLES, ...PASSERS,
    ]),
    others: { nodes, functions },
  },
  {
    ...creators('a ParallelCluster 2 user of SGE with listed roles', SGE, withOwnRoles, [
      ...ANOTHER_ROLE, ...CREATORS, ...DASHBOARDS, ...BUCKETS, ...FEATURES, ...TABLES, ...GROUPS, ...PASSERS,
      ['a role of others, by a group with a version', 2,
        ['autoscaling:CreateAutoScalingGroup', EVIL_GROUP, OF_A_VERSION], ...onAnInstance(ADMIN)],
      ['the end of names of others', 1, ['route53:DeleteHostedZone', HOSTED_ZONE]],
    ]),
    others: { nodes, functions },
  },
  creators('a ParallelCluster 2 user of Torque', TORQUE, () => ({}), [
    ...ANOTHER_ROLE, ...CREATORS, ...BUCKETS, ...TABLES, ...GROUPS, ...WRITERS,
  ]),
  creators('a ParallelCluster 2 user of AWS Batch', AWSBATCH, () => ({}), [
    ...ANOTHER_ROLE, ...CREATORS, ...DASHBOARDS, ...BUCKETS, ...FEATURES, ...BATCH, ...WRITERS,
    ['a role of clusters in a job', 'createRoles', ['iam:PassRole', ROLE, TO_TASKS],
      ['batch:RegisterJobDefinition', arn('batch', 'job-definition/JobDefinition-evil')],
      ['batch:SubmitJob', TEAM_QUEUE_OF_JOBS]],
    ['nodes of clusters', 1, ['dynamodb:PutItem', TEAM_TABLE]],
  ]),
  creators('a ParallelCluster 2 user with few features', SLURM, given => ({
    ...withOwnRoles(given), networks: false, efs: false, fsx: false, hostedZones: false, logs: false,
  }), [
    ['traffic of others, by a route', 1, ['ec2:CreateRoute', arn('ec2', 'route-table/rtb-0123')]],
    ['networks of other clusters', 1, ['cloudformation:DeleteStack', stackArn('parallelclusternetworking-pub-0123')]],
    ['file systems of others', 1, ['elasticfilesystem:CreateMountTarget', FILE_SYSTEM]],
    ['the end of file systems of others', 1, ['elasticfilesystem:DeleteFileSystem', FILE_SYSTEM]],
    ['file systems of FSx', 1, ['fsx:CreateBackup', arn('fsx', 'file-system/fs-0123')]],
    ['the end of names of others', 1, ['route53:DeleteHostedZone', HOSTED_ZONE]],
    ['traces of what they did', 1, ['logs:DeleteLogGroup', arn('logs', 'log-group:/aws/parallelcluster/weather')]],
  ]),
  creators('a ParallelCluster 2 user with a listed bucket', SLURM, given => ({
    ...withOwnRoles(given), resourceBucket: { bucket: given.bucket('artifacts') },
  }), [
    ['all objects of the bucket', 'buckets', ['s3:PutObject', s3Arn(`artifacts/${TEAM_FOLDER}/x`)],
      ['s3:DeleteObject', s3Arn('artifacts/payments')]],
    ['the bucket, by its policy', 1, ['s3:PutBucketPolicy', s3Arn('artifacts')]],
    ['buckets of the CLI', 1, ['s3:PutObject', TEAM_CONFIGURATION]],
  ]),
  creators('a ParallelCluster 2 user with files', SLURM, given => ({
    ...withOwnRoles(given),
    keys: [given.key('volumes')],
    dataRepositories: [S3Location.prefix(given.bucket('data'), 'in/')],
    scripts: [S3Location.prefix(given.bucket('scripts'), 'setup/')],
  }), [
    ['what the key encrypts elsewhere', 'keys', ['kms:Decrypt', keyOf('volumes')],
      ['kms:CreateGrant', keyOf('volumes'), FOR_AWS]],
    ['the key for others', 1, ['kms:CreateGrant', keyOf('volumes')]],
    ['the key, by its policy', 1, ['kms:PutKeyPolicy', keyOf('volumes')]],
    ['another key', 1, ['kms:Decrypt', keyArn('99999999')]],
    ['names of all objects in the bucket', 'dataRepositories', ['s3:ListBucket', s3Arn('data')]],
    ['data of the repository', 1, ['s3:GetObject', s3Arn('data/in/x')]],
    ['data of others, by a file system', 2, ['fsx:CreateFileSystem', arn('fsx', 'file-system/fs-0123')],
      ['s3:GetObject', s3Arn('payments/data')]],
    // FSx asks for it. IAM itself lets nobody change such a role.
    ['the role that is linked to a file system', 'dataRepositories', ['iam:PutRolePolicy', LINKED_ROLE]],
    ['other scripts', 1, ['s3:PutObject', s3Arn('scripts/setup/x')]],
    ['other objects in the bucket of scripts', 1, ['s3:GetObject', s3Arn('scripts/payments')]],
  ]),
  creators('a ParallelCluster 2 user as of 2.9', SLURM, withOwnRoles, [
    ...ANOTHER_ROLE, ...CREATORS, ...FEATURES, ...ZONES, ...TABLES, ...GROUPS,
    ['buckets of ParallelCluster 3', 'buckets', ['s3:PutObject', `${BUCKET_3}/parallelcluster/x`],
      ['s3:PutBucketPolicy', BUCKET_3]],
    ['functions of clusters before 2.9', 'functions',
      ['lambda:InvokeFunction', arn('lambda', 'function:parallelcluster-0123')]],
    ['dashboards of clusters', 1, ['cloudwatch:PutDashboard', dashboard('parallelcluster-team-eu-central-1')]],
    ['passwords of others, by their path', 1, ['ssm:GetParametersByPath', arn('ssm', 'parameter/payments')]],
  ], { permissionSet: GUIDE_2_9 }),
  creators('a ParallelCluster 2 user with unrestricted access', SLURM, () => ({ unrestrictedAccess: true }), [
    ['a role of others, by a policy', 'unrestricted', ['iam:PutRolePolicy', ADMIN]],
    ['a role of others, by a policy of AWS', 'unrestricted', ['iam:AttachRolePolicy', ADMIN, ADMINISTRATOR_ACCESS]],
    ['the end of every instance', 'unrestricted', ['ec2:TerminateInstances', INSTANCE]],
    ['data in tables of others', 'unrestricted', ['dynamodb:DeleteTable', arn('dynamodb', 'table/payments')]],
    ['logs of others', 'unrestricted', ['logs:DeleteLogGroup', arn('logs', 'log-group:/payments')]],
    ['file systems of others, by their policy', 'unrestricted', ['elasticfilesystem:PutFileSystemPolicy', FILE_SYSTEM]],
    ['a role of others on an instance', 1, ...onAnInstance(ADMIN)],
    BY_STACK,
  ]),
  creators('a ParallelCluster 2 user of SGE with listed roles and unrestricted access', SGE, given => ({
    ...withOwnRoles(given), unrestrictedAccess: true,
  }), [
    BY_TEMPLATE,
    BY_STACK,
    ['a role of others, by a policy', 1, ['iam:PutRolePolicy', ADMIN]],
    ['messages of others', 'unrestricted', ['sqs:SetQueueAttributes', arn('sqs', 'payments')],
      ['sns:Subscribe', arn('sns', 'payments')]],
  ]),
  creators('a ParallelCluster 2 user of AWS Batch with unrestricted access', AWSBATCH, () => ({
    unrestrictedAccess: true,
  }), [
    ['jobs of others', 'unrestricted', ['batch:SubmitJob', arn('batch', 'job-queue/payments')]],
    ['images of others', 'unrestricted', ['ecr:PutImage', arn('ecr', 'repository/payments')]],
    ['events of others', 'unrestricted', ['events:PutTargets', arn('events', 'rule/payments')]],
    ['a role of others in a rule', 1, ['iam:PassRole', ADMIN, passedTo('events.amazonaws.com')]],
  ]),
  attackers('a ParallelCluster 2 user who uses a cluster', () => ({ useClusters: { clusterNames: ['weather'] } }), [
    ...ANOTHER_ROLE, ...USERS,
    ['hosts of jobs', 1, ['batch:UpdateComputeEnvironment', ENVIRONMENT]],
  ]),
  attackers('a ParallelCluster 2 user who starts a compute environment', ({ stack }) => ({
    useClusters: { clusterNames: ['weather'], computeEnvironments: [computeEnvironment(stack)] },
  }), [
    ...ANOTHER_ROLE, ...USERS,
    ['hosts of jobs', 'usedHosts', ['batch:UpdateComputeEnvironment', ENVIRONMENT]],
    ['hosts of jobs of other clusters', 1, ['batch:UpdateComputeEnvironment', TEAM_ENVIRONMENT]],
    ['a role of clusters on hosts of jobs', 1, ['iam:PassRole', ROLE, TO_EC2],
      ['batch:UpdateComputeEnvironment', ENVIRONMENT]],
  ]),
];

export const USER_ESCALATIONS = {
  'a policy attached to a role': 'createRoles',
  'an inline policy of a role': 'createRoles',
  'an instance with a role': 'ownRoles',
  'a group of instances with a role': 'groups',
  'another version of a launch template': 'launchTemplates',
  'a function with a role': 'ownRoles',
  'a stack with a role': 'stacks',
  'a stack that has a role': 'stacks',
  'another project of builds': 'batchImages',
  'a batch job with a role': 'batchJobs',
  'a batch job of others': 'batchJobs',
  'other hosts of batch jobs': 'batchJobs',
  'a rule that acts with a role': 'batchImages',
  'another policy of a bucket': 'buckets',
  'another policy of a repository': 'batchImages',
  'another image of a repository': 'unrestricted',
};

function creators(
  attacker: string, scheduler: ParallelCluster2Scheduler, options: (given: Fixtures) => Options,
  attacks: readonly Attack[], props: Partial<ParallelCluster2UserPolicyProps> = {},
): AttackTable {
  return attackers(attacker, given => ({
    ...props, createClusters: { schedulers: [scheduler], ...options(given) },
  }), attacks);
}

function attackers(attacker: string, props: Props, attacks: readonly Attack[]): AttackTable {
  return {
    construct: 'ParallelCluster2UserPolicy',
    attacker,
    build: (stack, given) => new ParallelCluster2UserPolicy(stack, 'Users', props(given)),
    attacks,
  };
}

function withOwnRoles(given: Fixtures): Options {
  return { createRoles: false, instanceRoles: [given.role('nodes')], lambdaRoles: [given.role('functions')] };
}

function nodes(stack: Stack) {
  return new ParallelCluster2InstanceRole(stack, 'Nodes', { scheduler: SLURM, clusterName: 'weather' });
}

function functions(stack: Stack) {
  return new ParallelCluster2LambdaRole(stack, 'Functions', { scheduler: SLURM, clusterName: 'weather' });
}
