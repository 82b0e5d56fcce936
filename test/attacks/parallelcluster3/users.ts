import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  ParallelClusterIamAccess, ParallelClusterPermissionsBoundary, ParallelClusterUserPolicy,
  ParallelClusterUserPolicyProps, ParallelClusterVersion, S3Location,
} from '../../../src';
import { Fixtures } from '../../support/given';
import { Attack, AttackTable } from '../attack';
import {
  ADMIN, arn, FILE_SYSTEM, FOR_AWS, FUNCTION, group, HOSTED_ZONE, iamArn, INSTANCE, INTERFACE, keyArn, keyOf,
  LAUNCH_TEMPLATE, OF_A_CONFIGURATION, OF_A_VERSION, OF_ANOTHER_ACCOUNT, OF_THE_NEWEST, passedTo, s3Arn,
  SECURITY_GROUP, stackArn, VOLUME,
} from '../resources';

type Props = (given: Fixtures) => ParallelClusterUserPolicyProps;

const CLUSTER_BUCKET = s3Arn('parallelcluster-0123456789abcdef-v1-do-not-delete');
const ROLE = iamArn('role/parallelcluster/evil/evil-Role-1');
const CLUSTER_FUNCTION = arn('lambda', 'function:pcluster-CleanupResources-0123');
const EVIL_FUNCTION = arn('lambda', 'function:pcluster-evil');
const EVIL_GROUP = group('evil-pool-AutoScalingGroup');
const OF_A_CLUSTER = { 'aws:ResourceTag/parallelcluster:cluster-name': 'evil' };
const TAGGED = { 'aws:RequestTag/parallelcluster:cluster-name': 'evil' };
const ENVIRONMENT = arn('batch', 'compute-environment/PclusterComputeEnviron-0123');
const QUEUE = arn('batch', 'job-queue/PclusterJobQueue-0123');
const DEFINITION = arn('batch', 'job-definition/PclusterJobDefinition-0123:1');
const COMPUTE_FLEET = { 'dynamodb:LeadingKeys': 'COMPUTE_FLEET' };

/** Ways to another role, in every mode that does not create roles freely. */
export const ANOTHER_ROLE: readonly Attack[] = [
  ['a role of others on an instance', 1, ['iam:PassRole', ADMIN, passedTo('ec2.amazonaws.com')], ['ec2:RunInstances', INSTANCE]],
  ['a role of others on a function', 1, ['iam:PassRole', ADMIN, passedTo('lambda.amazonaws.com')], ['lambda:CreateFunction', EVIL_FUNCTION]],
  ['a role of others in a stack', 1, ['iam:PassRole', ADMIN, passedTo('cloudformation.amazonaws.com')],
    ['cloudformation:CreateStack', stackArn('evil'), TAGGED]],
  ['a role of a cluster in a stack', 1, ['iam:PassRole', ROLE, passedTo('cloudformation.amazonaws.com')],
    ['cloudformation:CreateStack', stackArn('evil'), TAGGED]],
  ['a role of a cluster for any service', 1, ['iam:PassRole', ROLE]],
  ['a stack of others that has a service role', 1, ['cloudformation:UpdateStack', stackArn('payments'), TAGGED]],
  ['a stack of others, tagged first', 1, ['cloudformation:TagResource', stackArn('payments')],
    ['cloudformation:UpdateStack', stackArn('payments'), { ...TAGGED, ...OF_A_CLUSTER }]],
  ['a stack of others by a change set', 1, ['cloudformation:CreateChangeSet', stackArn('payments')],
    ['cloudformation:ExecuteChangeSet', stackArn('payments')]],
  ['a function of others, by its code', 1, ['lambda:UpdateFunctionCode', FUNCTION]],
  ['a function of a cluster, by its code', 1, ['lambda:UpdateFunctionCode', CLUSTER_FUNCTION]],
  ['a function of others, by a call', 1, ['lambda:InvokeFunction', FUNCTION]],
  ['a running instance, by its user data', 1, ['ec2:ModifyInstanceAttribute', INSTANCE]],
  ['a running instance, by another profile', 1, ['ec2:ReplaceIamInstanceProfileAssociation', INSTANCE]],
  ['a running instance, by a command', 1, ['ssm:SendCommand', INSTANCE]],
  ['a running instance, by a session', 1, ['ssm:StartSession', INSTANCE]],
  ['a fleet that launches what its template names later', 1, ['ec2:CreateFleet', arn('ec2', 'fleet/fleet-0123')],
    ['ec2:CreateLaunchTemplateVersion', LAUNCH_TEMPLATE]],
  ['what others launch by default', 1, ['ec2:ModifyLaunchTemplate', LAUNCH_TEMPLATE]],
  ['a role that trusts the account', 1, ['sts:AssumeRole', ADMIN]],
  ['a role, by its trust policy', 1, ['iam:UpdateAssumeRolePolicy', ROLE], ['sts:AssumeRole', ROLE]],
  ['a role, by another version of its policy', 1, ['iam:CreatePolicyVersion', iamArn('policy/payments')]],
  ['another user', 1, ['iam:CreateAccessKey', iamArn('user/ann')]],
  ['the account, by a profile of others', 1, ['iam:AddRoleToInstanceProfile', iamArn('instance-profile/admin')],
    ['ec2:RunInstances', INSTANCE]],
];

/** What the page opens, in every mode. */
const CREATORS: readonly Attack[] = [
  ['roles of other clusters', 'clusterRoles', ['iam:PassRole', ROLE, passedTo('ec2.amazonaws.com')], ['ec2:RunInstances', INSTANCE]],
  ['roles of functions', 'clusterRoles', ['iam:PassRole', ROLE, passedTo('lambda.amazonaws.com')],
    ['lambda:CreateFunction', EVIL_FUNCTION], ['lambda:InvokeFunction', EVIL_FUNCTION]],
  ['what functions of other clusters may do', 'clusterFunctions', ['lambda:UpdateFunctionConfiguration', CLUSTER_FUNCTION],
    ['lambda:InvokeFunction', CLUSTER_FUNCTION]],
  ['the end of every instance', 'tags', ['ec2:CreateTags', INSTANCE], ['ec2:TerminateInstances', INSTANCE, OF_A_CLUSTER]],
  ['the end of an instance without a tag', 1, ['ec2:TerminateInstances', INSTANCE]],
  ['roles that others launch from the newest version', 'launchTemplates', ['ec2:CreateLaunchTemplateVersion', LAUNCH_TEMPLATE]],
  ['every disk', 'disks', ['ec2:CreateSnapshot', VOLUME], ['ec2:CreateVolume', VOLUME], ['ec2:RunInstances', INSTANCE]],
  ['unattached disks of others', 'disks', ['ec2:DeleteVolume', VOLUME]],
  ['disks of others, on an own instance', 1, ['ec2:AttachVolume', VOLUME]],
  ['the network of others', 'network', ['ec2:AuthorizeSecurityGroupIngress', SECURITY_GROUP],
    ['ec2:ModifyNetworkInterfaceAttribute', INTERFACE], ['ec2:DeleteSecurityGroup', SECURITY_GROUP]],
  ['secrets in templates of others', 'descriptions', ['cloudformation:GetTemplate', stackArn('payments')]],
  ['secrets in user data', 'descriptions', ['ec2:DescribeInstanceAttribute', INSTANCE]],
  ['stacks with the tag of a cluster', 'stackTags',
    ['cloudformation:UpdateStack', stackArn('payments'), { ...TAGGED, ...OF_A_CLUSTER }]],
  ['the end of stacks with the tag of a cluster', 'stackTags', ['cloudformation:DeleteStack', stackArn('payments'), OF_A_CLUSTER]],
  ['a stack, to give it a tag', 'stackTags', ['cloudformation:CreateStack', stackArn('evil'), TAGGED]],
  ['scripts of other clusters', 'clusterBuckets', ['s3:PutObject', `${CLUSTER_BUCKET}/parallelcluster/x`],
    ['s3:PutBucketPolicy', CLUSTER_BUCKET]],
  ['a bucket of the attacker in another account', 1, ['s3:PutObject', `${CLUSTER_BUCKET}/data`, OF_ANOTHER_ACCOUNT]],
  ['data of others', 1, ['s3:GetObject', s3Arn('payments/data')]],
  ['names of others', 'hostedZones', ['route53:DeleteHostedZone', HOSTED_ZONE]],
  ['a zone of their own', 'hostedZones', ['route53:CreateHostedZone', '*']],
  ['records of others', 1, ['route53:ChangeResourceRecordSets', HOSTED_ZONE]],
  ['file systems of others', 'efs', ['elasticfilesystem:CreateMountTarget', FILE_SYSTEM], ['elasticfilesystem:DeleteFileSystem', FILE_SYSTEM]],
  ['more file systems', 'efs', ['elasticfilesystem:CreateFileSystem', '*']],
  ['file systems of others, by their policy', 1, ['elasticfilesystem:PutFileSystemPolicy', FILE_SYSTEM]],
  ['alarms of other clusters', 'monitoring', ['cloudwatch:DeleteAlarms', arn('cloudwatch', 'alarm:weather-HeadNode-Cpu')],
    ['cloudwatch:PutDashboard', 'arn:aws:cloudwatch::111122223333:dashboard/payments-eu-central-1']],
  ['the end of instances, by an alarm', 1, ['cloudwatch:PutMetricAlarm', arn('cloudwatch', 'alarm:evil-HeadNode'),
    { 'cloudwatch:AlarmActions': 'arn:aws:automate:eu-central-1:ec2:terminate' }]],
  ['silence of alarms of others', 1, ['cloudwatch:DeleteAlarms', arn('cloudwatch', 'alarm:payments-errors')]],
  ['traces of what they did', 'logs', ['logs:DeleteLogGroup', arn('logs', 'log-group:/aws/parallelcluster/weather')]],
  ['logs of others', 1, ['logs:DeleteLogGroup', arn('logs', 'log-group:/payments')]],
  ['a group that follows the newest version', 1, ['autoscaling:CreateAutoScalingGroup', EVIL_GROUP, OF_THE_NEWEST]],
];

const OTHERS: readonly Attack[] = [
  ['the fleet and the nodes of other clusters', 'tables', ['dynamodb:PutItem', arn('dynamodb', 'table/parallelcluster-slurm-weather')],
    ['dynamodb:DeleteTable', arn('dynamodb', 'table/parallelcluster-weather')]],
  ['roles of nodes of other clusters', 'profiles',
    ['iam:RemoveRoleFromInstanceProfile', iamArn('instance-profile/parallelcluster/weather/x')],
    ['iam:DeleteInstanceProfile', iamArn('instance-profile/parallelcluster/weather/x')]],
  ['functions of other clusters, for other accounts', 'clusterFunctions', ['lambda:AddPermission', CLUSTER_FUNCTION],
    ['lambda:DeleteFunction', CLUSTER_FUNCTION]],
  ['launch templates of others', 'network', ['ec2:DeleteLaunchTemplate', LAUNCH_TEMPLATE]],
];

const LOGIN_NODES: readonly Attack[] = [
  ['every role, by a group that follows the newest version', 2, ['ec2:CreateLaunchTemplate', LAUNCH_TEMPLATE],
    ['autoscaling:CreateAutoScalingGroup', EVIL_GROUP, OF_THE_NEWEST], ['ec2:CreateLaunchTemplateVersion', LAUNCH_TEMPLATE],
    ['autoscaling:UpdateAutoScalingGroup', EVIL_GROUP]],
  ['every role, by a group that is changed to the newest version', 2,
    ['autoscaling:CreateAutoScalingGroup', EVIL_GROUP, OF_A_VERSION],
    ['autoscaling:UpdateAutoScalingGroup', EVIL_GROUP, OF_THE_NEWEST], ['ec2:CreateLaunchTemplateVersion', LAUNCH_TEMPLATE]],
  ['every role, by a launch configuration', 1, ['autoscaling:CreateAutoScalingGroup', EVIL_GROUP, OF_A_CONFIGURATION]],
  ['every role, by a launch configuration later', 2, ['autoscaling:CreateAutoScalingGroup', EVIL_GROUP, OF_A_VERSION],
    ['autoscaling:UpdateAutoScalingGroup', EVIL_GROUP, OF_A_CONFIGURATION]],
  ['every role, by a group like an instance', 1, ['autoscaling:CreateAutoScalingGroup', EVIL_GROUP]],
  ['the size of groups of others', 'loginNodes', ['autoscaling:UpdateAutoScalingGroup', group('payments-AutoScalingGroup')],
    ['autoscaling:DeleteAutoScalingGroup', group('payments-AutoScalingGroup')]],
  ['load balancers of others', 'loginNodes',
    ['elasticloadbalancing:ModifyTargetGroup', arn('elasticloadbalancing', 'targetgroup/payments/0123')],
    ['elasticloadbalancing:DeleteLoadBalancer', arn('elasticloadbalancing', 'loadbalancer/net/payments/0123')]],
  ['a listener on the balancer of others', 'loginNodes',
    ['elasticloadbalancing:CreateListener', arn('elasticloadbalancing', 'loadbalancer/net/payments/0123'), TAGGED]],
  ['web servers of others', 1, ['elasticloadbalancing:DeleteLoadBalancer', arn('elasticloadbalancing', 'loadbalancer/app/payments/0123')]],
];

const BATCH: readonly Attack[] = [
  ['jobs of other clusters', 'batchJobs', ['batch:RegisterJobDefinition', arn('batch', 'job-definition/PclusterJobDefinition-evil')],
    ['batch:SubmitJob', QUEUE]],
  ['hosts of other clusters', 'batchJobs', ['batch:UpdateComputeEnvironment', ENVIRONMENT]],
  ['the end of jobs of others', 'batchJobs', ['batch:TerminateJob', arn('batch', 'job/0123')]],
  ['queues of others', 1, ['batch:SubmitJob', arn('batch', 'job-queue/payments')]],
  ['hosts of others', 1, ['batch:UpdateComputeEnvironment', arn('batch', 'compute-environment/payments')]],
  ['images of other clusters', 'batchImages',
    ['ecr:SetRepositoryPolicy', arn('ecr', 'repository/weather-parallelclusterdockerimagesrepo')],
    ['codebuild:UpdateProject', arn('codebuild', 'project/pcluster-weather')]],
  ['images of others', 1, ['ecr:SetRepositoryPolicy', arn('ecr', 'repository/payments')]],
  ['a build as another cluster', 2, ['codebuild:UpdateProject', arn('codebuild', 'project/pcluster-weather')],
    ['codebuild:StartBuild', arn('codebuild', 'project/pcluster-weather')]],
  ['events of others', 'rules', ['events:PutTargets', arn('events', 'rule/payments')], ['events:DeleteRule', arn('events', 'rule/payments')]],
  ['a role of events', 1, ['iam:PassRole', ROLE, passedTo('events.amazonaws.com')], ['events:PutTargets', arn('events', 'rule/payments')]],
];

const IMAGES: readonly Attack[] = [
  ['images and backups of others', 'images', ['ec2:DeregisterImage', 'arn:aws:ec2:eu-central-1::image/ami-0fedcba9876543210'],
    ['ec2:DeleteSnapshot', 'arn:aws:ec2:eu-central-1::snapshot/snap-0fedcba9876543210']],
  ['a role of clusters, by a stack of an image', 'clusterRoles', ['iam:PassRole', ROLE, passedTo('ec2.amazonaws.com')],
    ['cloudformation:CreateStack', stackArn('evil')],
    ['imagebuilder:CreateInfrastructureConfiguration', arn('imagebuilder', 'infrastructure-configuration/parallelclusterimage-evil')]],
  ['a role of others, by an image', 1, ['iam:PassRole', ADMIN, passedTo('ec2.amazonaws.com')],
    ['imagebuilder:CreateInfrastructureConfiguration', arn('imagebuilder', 'infrastructure-configuration/parallelclusterimage-evil')]],
  ['stacks with the tag of an image', 'stackTags',
    ['cloudformation:DeleteStack', stackArn('payments'), { 'aws:ResourceTag/parallelcluster:image_id': 'evil' }]],
  ['stacks without the tag', 1, ['cloudformation:DeleteStack', stackArn('payments')]],
  ['builds of others', 'builds', ['lambda:DeleteFunction', arn('lambda', 'function:ParallelClusterImage-0123')],
    ['imagebuilder:DeleteComponent', arn('imagebuilder', 'component/parallelclusterimage-0123/3.15.0/1')]],
  ['a pipeline that builds later', 1, ['imagebuilder:CreateImagePipeline', arn('imagebuilder', 'image-pipeline/parallelclusterimage-evil')]],
];

const CREATE_CLUSTERS: Props = () => ({ createClusters: {} });

export const USER_ATTACKS: readonly AttackTable[] = [
  attackers('a ParallelCluster user with existing roles', CREATE_CLUSTERS, [
    ...ANOTHER_ROLE,
    ...CREATORS,
    ...OTHERS,
    ['a role of their own', 1, ['iam:CreateRole', ROLE], ['iam:PutRolePolicy', ROLE]],
    ['more permissions of a role', 1, ['iam:AttachRolePolicy', ROLE, { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess' }]],
    ['a table of the fleet', 1, ['dynamodb:DeleteTable', arn('dynamodb', 'table/payments')]],
  ]),
  attackers('a ParallelCluster user with a listed role', ({ stack }) => ({
    createClusters: {},
    iamAccess: ParallelClusterIamAccess.restricted([iam.Role.fromRoleName(stack, 'Listed', 'hpc/listed')]),
  }), [
    ['the listed role', 'restricted', ['iam:PassRole', iamArn('role/hpc/listed'), passedTo('ec2.amazonaws.com')],
      ['ec2:RunInstances', INSTANCE]],
    ['a role whose name starts the same', 1, ['iam:PassRole', iamArn('role/hpc/listed-admin'), passedTo('ec2.amazonaws.com')]],
  ]),
  attackers('a ParallelCluster user of login nodes', () => ({ createClusters: { loginNodes: true } }), [...ANOTHER_ROLE, ...LOGIN_NODES]),
  attackers('a ParallelCluster user of FSx', given => ({
    createClusters: { fsxForLustre: { dataRepositories: [S3Location.prefix(given.bucket('data'), 'in/')] } },
  }), [
    ['file systems and backups of others', 'fsx', ['fsx:CreateFileSystemFromBackup', arn('fsx', 'backup/backup-0123')],
      ['fsx:DeleteFileSystem', arn('fsx', 'file-system/fs-0123456789abcdef0')]],
    ['any bucket, by a data repository', 2, ['fsx:CreateDataRepositoryAssociation', arn('fsx', 'association/fs-0123/dra-0123')],
      ['s3:GetObject', s3Arn('payments/data')]],
    ['any bucket, by the linked role', 1, ['iam:PutRolePolicy', ROLE]],
  ]),
  attackers('a ParallelCluster user of AWS Batch', ({ stack }) => ({
    version: ParallelClusterVersion.V3_15,
    createClusters: {},
    awsBatch: {},
    iamAccess: withBoundary(stack),
  }), [...ANOTHER_ROLE, ...BATCH]),
  attackers('a ParallelCluster user who builds images', () => ({ imageBuild: true }), [...ANOTHER_ROLE, ...IMAGES]),
  {
    ...attackers('a ParallelCluster user within the generated boundary', ({ stack }) => ({
      createClusters: {}, iamAccess: withBoundary(stack),
    }), [
      ...ANOTHER_ROLE,
      ['a role without the boundary', 1, ['iam:CreateRole', ROLE]],
      ['a role of others, by a policy', 1, ['iam:PutRolePolicy', ADMIN]],
      ['a role without the boundary, by a policy', 1, ['iam:PutRolePolicy', ROLE]],
      ['a removed boundary', 1, ['iam:DeleteRolePermissionsBoundary', ROLE]],
      ['a wider boundary', 1, ['iam:PutRolePermissionsBoundary', ROLE]],
      ['an administrator, by their own role', 3, ['iam:CreateRole', ROLE, bound()], ['iam:PutRolePolicy', ROLE, bound()],
        ['iam:CreateUser', iamArn('user/evil'), {}, 'role']],
      ['another ECS cluster, by their own role', 4, ['iam:CreateRole', ROLE, bound()], ['iam:PutRolePolicy', ROLE, bound()],
        ['iam:PassRole', ROLE, passedTo('ec2.amazonaws.com')],
        ['ecs:RegisterContainerInstance', arn('ecs', 'cluster/payments'), {}, 'role']],
      ['what the boundary allows, by their own role', 'boundary', ['iam:CreateRole', ROLE, bound()], ['iam:PutRolePolicy', ROLE, bound()],
        ['iam:PassRole', ROLE, passedTo('ec2.amazonaws.com')], ['ec2:RunInstances', INSTANCE],
        ['route53:ChangeResourceRecordSets', HOSTED_ZONE, {}, 'role']],
      ['tags that others rely on', 'boundary', ['iam:TagRole', ROLE]],
    ]),
    others: { role: stack => new ParallelClusterPermissionsBoundary(stack, 'Boundary', { awsBatch: {}, version: ParallelClusterVersion.V3_15 }) },
  },
  attackers('a privileged ParallelCluster user', () => ({
    createClusters: {}, iamAccess: ParallelClusterIamAccess.privileged(),
  }), [
    ['an administrator', 'privileged', ['iam:CreateRole', ROLE], ['iam:PutRolePolicy', ROLE],
      ['iam:PassRole', ROLE, passedTo('ec2.amazonaws.com')], ['ec2:RunInstances', INSTANCE]],
    ['an administrator, by a policy of AWS', 1,
      ['iam:AttachRolePolicy', ROLE, { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess' }]],
    ['a role of others', 1, ['iam:PutRolePolicy', ADMIN]],
  ]),
  attackers('a ParallelCluster user with keys', given => ({ createClusters: {}, storage: { keys: [given.key('volumes')] } }), [
    ['what the key encrypts elsewhere', 'keys', ['kms:Decrypt', keyOf('volumes')], ['kms:CreateGrant', keyOf('volumes'), FOR_AWS]],
    ['the key for others', 1, ['kms:CreateGrant', keyOf('volumes')]],
    ['the key, by its policy', 1, ['kms:PutKeyPolicy', keyOf('volumes')]],
    ['another key', 1, ['kms:Decrypt', keyArn('99999999')]],
  ]),
  attackers('somebody who uses all clusters', () => ({ useClusters: {}, awsBatch: {}, version: ParallelClusterVersion.V3_15 }), [
    ...ANOTHER_ROLE,
    ['parameters of stacks', 'usedStacks', ['cloudformation:DescribeStacks', stackArn('payments')]],
    ['fleets of other clusters', 'usedFleets', ['dynamodb:PutItem', arn('dynamodb', 'table/parallelcluster-weather'), COMPUTE_FLEET]],
    ['nodes of other clusters', 1, ['dynamodb:PutItem', arn('dynamodb', 'table/parallelcluster-weather'), { 'dynamodb:LeadingKeys': 'i-0123' }]],
    ['tables without a named item', 1, ['dynamodb:PutItem', arn('dynamodb', 'table/parallelcluster-weather')]],
    ['jobs of other clusters', 'usedHosts', ['batch:SubmitJob', QUEUE], ['batch:SubmitJob', DEFINITION], ['batch:TerminateJob', arn('batch', 'job/0123')]],
    ['a job on any queue', 'usedHosts', ['batch:SubmitJob', arn('batch', 'job/0123')]],
    ['hosts of jobs', 1, ['batch:UpdateComputeEnvironment', ENVIRONMENT]],
    ['a definition of jobs', 1, ['batch:RegisterJobDefinition', arn('batch', 'job-definition/PclusterJobDefinition-evil')]],
    ['scripts of clusters', 1, ['s3:PutObject', `${CLUSTER_BUCKET}/parallelcluster/3.15.0/clusters/weather-0123456789abcdef/configs/x`]],
    ['the end of a cluster', 1, ['cloudformation:DeleteStack', stackArn('weather'), OF_A_CLUSTER]],
    ['an instance', 1, ['ec2:RunInstances', INSTANCE]],
  ]),
  attackers('somebody who starts fleets of AWS Batch', given => ({
    useClusters: { clusterNames: ['weather'], computeEnvironments: [given.computeEnvironment('PclusterComputeEnviron-1a2b')] },
    awsBatch: {},
    version: ParallelClusterVersion.V3_15,
  }), [
    ['hosts of the cluster', 'usedEnvironments', ['batch:UpdateComputeEnvironment', arn('batch', 'compute-environment/PclusterComputeEnviron-1a2b')]],
    ['hosts of other clusters', 1, ['batch:UpdateComputeEnvironment', ENVIRONMENT]],
    ['scripts of jobs of the cluster', 'usedHosts',
      ['s3:PutObject', `${CLUSTER_BUCKET}/parallelcluster/3.15.0/clusters/weather-0123456789abcdef/batch/x`]],
    ['scripts of jobs of another cluster', 1,
      ['s3:PutObject', `${CLUSTER_BUCKET}/parallelcluster/3.15.0/clusters/genomes-0123456789abcdef/batch/x`]],
  ]),
  attackers('somebody who uses one cluster', () => ({ useClusters: { clusterNames: ['weather'] } }), [
    ['the fleet of another cluster', 1, ['dynamodb:PutItem', arn('dynamodb', 'table/parallelcluster-genomes'), COMPUTE_FLEET]],
    ['the configuration of another cluster', 1, ['s3:GetObject', `${CLUSTER_BUCKET}/parallelcluster/3.15.0/clusters/genomes-0123456789abcdef/configs/x`]],
    ['the end of instances', 1, ['ec2:TerminateInstances', INSTANCE, OF_A_CLUSTER]],
  ]),
  attackers('somebody who reads logs', given => ({ logRetrieval: { exportLocations: [S3Location.bucket(given.bucket('exports'))] } }), [
    ['other objects in the bucket of exports', 'exports', ['s3:GetObject', s3Arn('exports/payments')], ['s3:DeleteObject', s3Arn('exports/payments')]],
    ['parameters of stacks', 'usedStacks', ['cloudformation:DescribeStacks', stackArn('payments')]],
    ['logs of others', 1, ['logs:FilterLogEvents', arn('logs', 'log-group:/payments')]],
    ['logs of others, by an export', 1, ['logs:CreateExportTask', arn('logs', 'log-group:/payments')]],
    ['the end of logs', 1, ['logs:DeleteLogGroup', arn('logs', 'log-group:/aws/parallelcluster/weather')]],
  ]),
];

export const USER_ESCALATIONS = {
  'a policy attached to a role': 'privileged',
  'an inline policy of a role': 'privileged',
  'an instance with a role': 'clusterRoles',
  'a group of instances with a role': 'loginNodes',
  'another version of a launch template': 'launchTemplates',
  'a function with a role': 'clusterRoles',
  'other settings of a function': 'clusterFunctions',
  'a stack with a role': 'stackTags',
  'a stack that has a role': 'stackTags',
  'another project of builds': 'batchImages',
  'a batch job with a role': 'batchJobs',
  'a batch job of others': 'batchJobs',
  'other hosts of batch jobs': 'usedEnvironments',
  'an image with a role': 'clusterRoles',
  'a rule that acts with a role': 'rules',
  'a grant on a key': 'keys',
  'another policy of a bucket': 'clusterBuckets',
  'another policy of a repository': 'batchImages',
  'an alarm that acts on instances': 'monitoring',
};

function attackers(attacker: string, props: Props, attacks: readonly Attack[]): AttackTable {
  return {
    construct: 'ParallelClusterUserPolicy',
    attacker,
    build: (stack, given) => new ParallelClusterUserPolicy(stack, 'Users', props(given)),
    attacks,
  };
}

function withBoundary(stack: Stack): ParallelClusterIamAccess {
  return ParallelClusterIamAccess.withinBoundary(iam.ManagedPolicy.fromManagedPolicyName(stack, 'Boundary', 'hpc-boundary'));
}

function bound() {
  return { 'iam:PermissionsBoundary': iamArn('policy/hpc-boundary') };
}
