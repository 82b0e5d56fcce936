import * as iam from 'aws-cdk-lib/aws-iam';
import { CLUSTER_REQUESTS, NO_OTHER_CLUSTER_REQUESTS, NO_ROLES } from './users-cluster';
import {
  arn, awsPolicy, BOUND, BOUNDARY, bucket, CLUSTER_LOGS, Estate, iamArn, IMAGE_LOGS, keyArn, linkedTo, logGroup,
  object, OTHER_ACCOUNT, otherStatements, passedTo, ROLE, stackArn, TAGGED_AS_CLUSTER, userStatements,
} from './users-fixtures';
import { ParallelClusterIamAccess, ParallelClusterVersion, S3Location } from '../../../src';
import { RequestRow, RequestTable } from '../../support/request-table';

const attach = (policyArn: string) => ({ 'iam:PolicyARN': policyArn });
const OF_AWS = [
  'AmazonSSMManagedInstanceCore', 'CloudWatchAgentServerPolicy', 'EC2InstanceProfileForImageBuilder',
  'service-role/AWSLambdaBasicExecutionRole', 'service-role/AWSLambdaVPCAccessExecutionRole',
].map(awsPolicy);
const FOR_BATCH = [
  'AWSBatchServiceRole', 'AmazonEC2ContainerServiceforEC2Role', 'AmazonEC2SpotFleetTaggingRole',
  'AmazonECSTaskExecutionRolePolicy',
].map(name => awsPolicy(`service-role/${name}`));
const ATTACHABLE = [...OF_AWS, iamArn('policy/parallelcluster-data'), iamArn('policy/parallelcluster/data'), iamArn('policy/audit')];
const MANAGE = ['iam:CreateRole', 'iam:DeleteRole', 'iam:DeleteRolePolicy', 'iam:PutRolePolicy'];
const ATTACH = ['iam:AttachRolePolicy', 'iam:DetachRolePolicy'];
const ELSEWHERE = iamArn('role/admin');

/** Requests to create roles, with the boundary if there is one. */
const rolesWith = (context: { readonly [key: string]: string }): RequestRow[] => [
  ['create a role', MANAGE, ROLE, context],
  ['tag a role', ['iam:TagRole', 'iam:UntagRole'], ROLE],
  ...ATTACHABLE.map((policy): RequestRow =>
    [`attach ${policy.split('/').slice(-1)[0]}`, ATTACH, ROLE, { ...attach(policy), ...context }]),
];

const noOtherRoles = (context: { readonly [key: string]: string }): RequestRow[] => [
  ['create a role elsewhere', 'iam:CreateRole', ELSEWHERE, context],
  ['add a policy to a role elsewhere', 'iam:PutRolePolicy', ELSEWHERE, context],
  ['attach a policy to a role elsewhere', 'iam:AttachRolePolicy', ELSEWHERE, { ...attach(OF_AWS[0]), ...context }],
  ['attach the policy of administrators', 'iam:AttachRolePolicy', ROLE,
    { ...attach(awsPolicy('AdministratorAccess')), ...context }],
  ['attach a policy that no cluster attaches', 'iam:AttachRolePolicy', ROLE,
    { ...attach(awsPolicy('AmazonS3ReadOnlyAccess')), ...context }],
  ['attach a policy of the account', 'iam:AttachRolePolicy', ROLE, { ...attach(iamArn('policy/billing')), ...context }],
  ['change whom a role trusts', 'iam:UpdateAssumeRolePolicy', ROLE, context],
  ['remove the boundary from a role', 'iam:DeleteRolePermissionsBoundary', ROLE, context],
  ['give a role another boundary', 'iam:PutRolePermissionsBoundary', ROLE, context],
];

const REPOSITORY = [
  'CreateRepository', 'DeleteLifecyclePolicy', 'DeleteRepository', 'DeleteRepositoryPolicy', 'DescribeRepositories',
  'GetLifecyclePolicy', 'GetRepositoryPolicy', 'ListTagsForResource', 'PutImageScanningConfiguration', 'PutImageTagMutability',
  'PutLifecyclePolicy', 'SetRepositoryPolicy', 'TagResource', 'UntagResource',
].map(action => `ecr:${action}`);
const BATCH: RequestRow[] = [
  ...FOR_BATCH.map((policy): RequestRow => [`attach ${policy.split('/').slice(-1)[0]}`, ATTACH, ROLE, attach(policy)]),
  ...['batch', 'codebuild', 'ecs-tasks', 'spotfleet'].map((service): RequestRow =>
    [`pass a role to ${service}`, 'iam:PassRole', ROLE, passedTo(`${service}.amazonaws.com`)]),
  ['create the role of AWS Batch', 'iam:CreateServiceLinkedRole',
    iamArn('role/aws-service-role/batch.amazonaws.com/AWSServiceRoleForBatch'), linkedTo('batch.amazonaws.com')],
  ['create the project that builds images of jobs', ['codebuild:BatchGetProjects', 'codebuild:CreateProject',
    'codebuild:DeleteProject', 'codebuild:UpdateProject'], arn('codebuild', 'project/pcluster-hpc')],
  ['create a repository', REPOSITORY, arn('ecr', 'repository/hpc-parallelclusterdockerimagesrepo-1')],
  ['find jobs and queues', ['batch:DescribeComputeEnvironments', 'batch:DescribeJobDefinitions', 'batch:DescribeJobQueues',
    'batch:DescribeJobs', 'batch:ListJobs'], '*'],
  ['create a compute environment', ['batch:CreateComputeEnvironment', 'batch:DeleteComputeEnvironment',
    'batch:ListTagsForResource', 'batch:SetCapacityTags', 'batch:TagResource', 'batch:UntagResource', 'batch:UpdateComputeEnvironment'],
  arn('batch', 'compute-environment/PclusterComputeEnvironment')],
  ['read the output of a job', 'logs:GetLogEvents',
    arn('logs', 'log-group:/aws/batch/job:log-stream:PclusterJobDefinition-1/default/1')],
  ['create a queue', ['batch:CreateJobQueue', 'batch:DeleteJobQueue', 'batch:SubmitJob', 'batch:UpdateJobQueue'],
    arn('batch', 'job-queue/PclusterJobQueue')],
  ['create a job definition', ['batch:DeregisterJobDefinition', 'batch:RegisterJobDefinition'],
    arn('batch', 'job-definition/PclusterJobDefinition:1')],
  ['end a job', 'batch:TerminateJob', arn('batch', 'job/0123')],
  ['read the error for a missing one', 'batch:CreateComputeEnvironment', arn('batch', 'compute-environment/dummy')],
  ['create a rule', ['events:DeleteRule', 'events:DescribeRule', 'events:ListTagsForResource', 'events:ListTargetsByRule',
    'events:PutRule', 'events:PutTargets', 'events:RemoveTargets', 'events:TagResource', 'events:UntagResource'],
  arn('events', 'rule/hpc')],
  ['find hosts of containers', 'ecs:ListContainerInstances', arn('ecs', 'cluster/AWSBatch-PclusterComputeEnvironment-1')],
  ['look up a host', 'ecs:DescribeContainerInstances',
    arn('ecs', 'container-instance/AWSBatch-PclusterComputeEnvironment-1/1')],
];

const NO_OTHER_BATCH: RequestRow[] = [
  ['change another environment', 'batch:UpdateComputeEnvironment', arn('batch', 'compute-environment/production')],
  ['create another role of that service', 'iam:CreateServiceLinkedRole',
    iamArn('role/aws-service-role/batch.amazonaws.com/AWSServiceRoleForBatch'), linkedTo('ecs.amazonaws.com')],
  ['change another project', 'codebuild:UpdateProject', arn('codebuild', 'project/release')],
  ['push an image', 'ecr:PutImage', arn('ecr', 'repository/hpc-parallelclusterdockerimagesrepo-1')],
  ['switch a rule off', 'events:DisableRule', arn('events', 'rule/hpc')],
  ['change another repository', 'ecr:CreateRepository', arn('ecr', 'repository/production')],
  ['find hosts of another cluster', 'ecs:ListContainerInstances', arn('ecs', 'cluster/production')],
];

const USE_KEY = ['kms:Decrypt', 'kms:GenerateDataKey'];
const FSX_ROLE = iamArn('role/aws-service-role/fsx.amazonaws.com/AWSServiceRoleForAmazonFSx');
const DATA_ROLE = iamArn('role/aws-service-role/s3.data-source.lustre.fsx.amazonaws.com/AWSServiceRoleForFSxS3Access_1');
const FSX: RequestRow[] = [
  ['create a file system', ['fsx:CreateFileSystem', 'fsx:CreateFileSystemFromBackup', 'fsx:DeleteFileSystem',
    'fsx:ListTagsForResource', 'fsx:TagResource', 'fsx:UntagResource', 'fsx:UpdateFileSystem'],
  arn('fsx', 'file-system/fs-0123456789abcdef1')],
  ['create it from a backup', 'fsx:CreateFileSystemFromBackup', arn('fsx', 'backup/backup-0123456789abcdef0')],
  ['connect it to data', ['fsx:CreateDataRepositoryAssociation', 'fsx:DeleteDataRepositoryAssociation',
    'fsx:UpdateDataRepositoryAssociation'], arn('fsx', 'association/fs-0123456789abcdef1/dra-0123456789abcdef0')],
  ['look up file systems', ['fsx:DescribeDataRepositoryAssociations', 'fsx:DescribeFileSystems'], '*'],
  ['create the role of FSx', 'iam:CreateServiceLinkedRole', FSX_ROLE, linkedTo('fsx.amazonaws.com')],
  ['create the role for data', 'iam:CreateServiceLinkedRole', DATA_ROLE, linkedTo('s3.data-source.lustre.fsx.amazonaws.com')],
  ['extend the role for data', ['iam:AttachRolePolicy', 'iam:PutRolePolicy'], DATA_ROLE],
  ['describe the data', ['s3:GetBucketLocation', 's3:ListBucket'], bucket('data')],
  ['import and export data', ['s3:GetObject', 's3:PutObject'], object('data', 'in/part-1')],
  ['use the key of the data', USE_KEY, keyArn('44444444')],
];
const NO_OTHER_FSX: RequestRow[] = [
  ['back a file system up', 'fsx:CreateBackup', arn('fsx', 'file-system/fs-0123456789abcdef1')],
  ['use a file system of another account', 'fsx:DeleteFileSystem', arn('fsx', 'file-system/fs-1', OTHER_ACCOUNT)],
  ['create the role of another service', 'iam:CreateServiceLinkedRole', FSX_ROLE, linkedTo('ecs.amazonaws.com')],
  ['extend the role of FSx', 'iam:PutRolePolicy', FSX_ROLE],
  ['read other data', 's3:GetObject', object('data', 'other/part-1')],
  ['use another key', USE_KEY, keyArn('33333333')],
  ['delete data', 's3:DeleteObject', object('data', 'in/part-1')],
  ['write data of another owner', 's3:PutObject', object('billing', 'in/part-1')],
];

const elb = (resource: string) => arn('elasticloadbalancing', resource);
const BALANCER = elb('loadbalancer/net/hpc-login/0123456789abcdef');
const TARGETS = elb('targetgroup/hpc-login/0123456789abcdef');
const LISTENER = elb('listener/net/hpc-login/0123456789abcdef/0123456789abcdef');
const scalingGroup = (name: string) => arn('autoscaling', `autoScalingGroup:0123:autoScalingGroupName/${name}`);
const GROUP = scalingGroup('hpc-pool1-AutoScalingGroup');
const WEB = scalingGroup('web');
const LAUNCH = ['autoscaling:CreateAutoScalingGroup', 'autoscaling:UpdateAutoScalingGroup'];
const A_VERSION = { 'autoscaling:LaunchTemplateVersionSpecified': 'true' };
const LOGIN: RequestRow[] = [
  ['create a listener', 'elasticloadbalancing:CreateListener', BALANCER, TAGGED_AS_CLUSTER],
  ['create a target group', 'elasticloadbalancing:CreateTargetGroup', TARGETS,
    { ...TAGGED_AS_CLUSTER, 'aws:RequestTag/team': 'cfd' }],
  ['create a load balancer', ['elasticloadbalancing:AddTags', 'elasticloadbalancing:CreateLoadBalancer',
    'elasticloadbalancing:DeleteLoadBalancer', 'elasticloadbalancing:ModifyLoadBalancerAttributes',
    'elasticloadbalancing:RemoveTags'], BALANCER],
  ['delete a listener', 'elasticloadbalancing:DeleteListener', LISTENER],
  ['change a target group', ['elasticloadbalancing:DeleteTargetGroup', 'elasticloadbalancing:ModifyTargetGroup'], TARGETS],
  ['launch a version of a template', LAUNCH, GROUP, A_VERSION],
  ['change the number of nodes', 'autoscaling:UpdateAutoScalingGroup', GROUP],
  ['use a group of instances', ['autoscaling:CreateOrUpdateTags', 'autoscaling:DeleteAutoScalingGroup',
    'autoscaling:DeleteLifecycleHook', 'autoscaling:DeleteTags', 'autoscaling:PutLifecycleHook'], GROUP],
  ['look these up', ['autoscaling:DescribeAutoScalingGroups', 'autoscaling:DescribeLifecycleHooks',
    'autoscaling:DescribeScalingActivities', 'elasticloadbalancing:DescribeListeners',
    'elasticloadbalancing:DescribeLoadBalancers', 'elasticloadbalancing:DescribeTags',
    'elasticloadbalancing:DescribeTargetGroups', 'elasticloadbalancing:DescribeTargetHealth', 'tag:GetResources'], '*'],
  ['find security groups', 'ec2:GetSecurityGroupsForVpc', arn('ec2', 'vpc/vpc-0123456789abcdef0')],
  ...['autoscaling', 'elasticloadbalancing'].map((service): RequestRow => [
    `create the role of ${service}`, 'iam:CreateServiceLinkedRole',
    iamArn(`role/aws-service-role/${service}.amazonaws.com/AWSServiceRole`), linkedTo(`${service}.amazonaws.com`),
  ]),
];
const NO_OTHER_LOGIN: RequestRow[] = [
  ['create a listener of something else', 'elasticloadbalancing:CreateListener', BALANCER],
  ['delete a load balancer of another kind', 'elasticloadbalancing:DeleteLoadBalancer',
    elb('loadbalancer/app/web/0123456789abcdef')],
  ['change a group of something else', 'autoscaling:UpdateAutoScalingGroup', WEB],
  ['launch in a group of something else', LAUNCH, WEB, A_VERSION],
  ['delete a group of something else', 'autoscaling:DeleteAutoScalingGroup', WEB],
  ['follow the newest version of a template, and so launch with any role', LAUNCH, GROUP,
    { 'autoscaling:LaunchTemplateVersionSpecified': 'false' }],
  ['launch from a launch configuration', LAUNCH, GROUP, { 'autoscaling:LaunchConfigurationName': 'web' }],
  ['create a group without a template', 'autoscaling:CreateAutoScalingGroup', GROUP],
  ['start instances in a group', 'autoscaling:SetDesiredCapacity', GROUP],
  ['create the role of another service', 'iam:CreateServiceLinkedRole',
    iamArn('role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRole'), linkedTo('ecs.amazonaws.com')],
];

const LOGS: RequestRow[] = [CLUSTER_LOGS, IMAGE_LOGS].flatMap((group): RequestRow[] => [
  [`list and export ${group}`, ['logs:CreateExportTask', 'logs:DescribeLogStreams', 'logs:FilterLogEvents'], logGroup(group)],
  [`read ${group}`, 'logs:GetLogEvents', `${logGroup(group)}:log-stream:ip-10-0-0-1.i-1.slurmctld`],
]);
const AROUND_LOGS: RequestRow[] = [
  ['find streams and follow exports', ['ec2:DescribeInstances', 'logs:DescribeExportTasks', 'logs:DescribeLogGroups'], '*'],
  ['find the log group of a cluster, and its events', ['cloudformation:DescribeStackEvents',
    'cloudformation:DescribeStackResource', 'cloudformation:DescribeStacks'], stackArn('hpc')],
];
const EXPORTS: RequestRow[] = [
  ['find the bucket of exports', ['s3:GetBucketLocation', 's3:ListBucket'], bucket('exports')],
  ['fetch an export and tidy up', ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'], object('exports', 'hpc/1.gz')],
];
const NO_OTHER_LOGS: RequestRow[] = [
  ['read the logs of another owner', 'logs:GetLogEvents', `${logGroup('/aws/lambda/billing')}:log-stream:x`],
  ['export the logs of another owner', 'logs:CreateExportTask', logGroup('/aws/lambda/billing')],
  ['delete other exports', 's3:DeleteObject', object('exports', 'billing/1.gz')],
  ['delete the bucket', 's3:DeleteBucket', bucket('exports')],
];

const privileged = (estate: Estate) =>
  ParallelClusterIamAccess.privileged([iam.ManagedPolicy.fromManagedPolicyArn(estate.stack, 'Audit', iamArn('policy/audit'))]);

export const FEATURE_TABLES: readonly RequestTable[] = [
  {
    name: 'a privileged user',
    statements: userStatements(estate => ({ iamAccess: privileged(estate) })),
    allowed: [...CLUSTER_REQUESTS, ...rolesWith({})],
    denied: [...NO_OTHER_CLUSTER_REQUESTS, ...noOtherRoles({})],
  },
  {
    name: 'a user within a boundary',
    statements: userStatements(estate => ({
      iamAccess: ParallelClusterIamAccess.withinBoundary(
        iam.ManagedPolicy.fromManagedPolicyArn(estate.stack, 'Boundary', BOUNDARY),
        [iam.ManagedPolicy.fromManagedPolicyArn(estate.stack, 'Audit', iamArn('policy/audit'))],
      ),
    })),
    allowed: [...CLUSTER_REQUESTS, ...rolesWith(BOUND)],
    denied: [
      ...NO_OTHER_CLUSTER_REQUESTS,
      ...noOtherRoles(BOUND),
      ...NO_ROLES.filter(([, action]) => action !== 'iam:AttachRolePolicy'),
      ['create a role with another boundary', 'iam:CreateRole', ROLE, { 'iam:PermissionsBoundary': iamArn('policy/other') }],
      ['attach a policy without the boundary', 'iam:AttachRolePolicy', ROLE, attach(OF_AWS[0])],
      ['detach a policy without the boundary', 'iam:DetachRolePolicy', ROLE, attach(OF_AWS[0])],
      ['remove policies without the boundary', 'iam:DeleteRolePolicy', ROLE],
    ],
  },
  {
    name: 'a user of AWS Batch',
    statements: userStatements(estate => ({
      iamAccess: privileged(estate), awsBatch: {}, version: ParallelClusterVersion.V3_15,
    })),
    allowed: [...CLUSTER_REQUESTS, ...rolesWith({}), ...BATCH],
    denied: [
      ...NO_OTHER_CLUSTER_REQUESTS.filter(([what]) => !what.includes('AWS Batch')), ...noOtherRoles({}), ...NO_OTHER_BATCH,
    ],
  },
  {
    name: 'a user of FSx for Lustre',
    statements: userStatements(estate => ({
      createClusters: { fsxForLustre: { dataRepositories: [S3Location.prefix(estate.bucket('data'), 'in/')] } },
    })),
    allowed: [...CLUSTER_REQUESTS, ...FSX],
    denied: [...NO_OTHER_CLUSTER_REQUESTS, ...NO_ROLES, ...NO_OTHER_FSX],
  },
  {
    name: 'a user of existing file systems and caches of FSx',
    statements: userStatements(() => ({ createClusters: { existingFsx: true } })),
    allowed: [
      ...CLUSTER_REQUESTS,
      ['look up file systems and caches', ['fsx:DescribeFileCaches', 'fsx:DescribeFileSystems', 'fsx:DescribeVolumes'], '*'],
    ],
    denied: [...NO_OTHER_CLUSTER_REQUESTS, ...NO_ROLES],
  },
  {
    name: 'a user of login nodes',
    statements: userStatements(() => ({ createClusters: { loginNodes: true } })),
    allowed: [...CLUSTER_REQUESTS, ...LOGIN],
    denied: [...NO_OTHER_CLUSTER_REQUESTS, ...NO_ROLES, ...NO_OTHER_LOGIN],
  },
  {
    name: 'a user who reads and exports logs',
    statements: otherStatements(estate => ({
      logRetrieval: { exportLocations: [S3Location.prefix(estate.bucket('exports'), 'hpc/')] },
    })),
    allowed: [...LOGS, ...AROUND_LOGS, ...EXPORTS, ['use the key of the exports', USE_KEY, keyArn('44444444')]],
    denied: [...NO_OTHER_LOGS, ['use another key', USE_KEY, keyArn('33333333')]],
  },
];
