import {
  all, arn, ec2, FOLDER, group, iamArn, INSTANCE, logGroup, logStream, NESTED, OTHER_ACCOUNT, REGION, role, s3, stack,
  taggedFor, TEAM, to, TO_EC2, ZONE,
} from './fixtures';
import { RequestRow } from '../../support/request-table';

// The calls of the CLI for users who create clusters, by part.

type Rows = readonly RequestRow[];

const BUCKET = 'parallelcluster-9f8e7d6c5b4a3210';
const ARTIFACT = `${BUCKET}/${FOLDER}/templates/x.yaml`;
const ROOT_ROLE = role('parallelcluster-team-RootRole-1A2B');
const PROFILE = iamArn('instance-profile/parallelcluster-team-RootInstanceProfile-1A2B');
const TABLE = arn('dynamodb', `table/${TEAM}`);
const GROUP = group(`${NESTED}-ComputeFleet-4D5E`);
export const NETWORK_STACK = stack('parallelclusternetworking-pubpriv-20210923123456');
const TOPIC = arn('sns', `${TEAM}-SNS-1A2B`);
const FUNCTION = arn('lambda', 'function:pcluster-CleanupResources-0a1b2c');
const DASHBOARD = `arn:aws:cloudwatch::111122223333:dashboard/${TEAM}-${REGION}`;

const ofStack = (name: string) => ({ 'ec2:ResourceTag/aws:cloudformation:stack-name': name });

/** Actions of EC2 by resource. */
const MANAGED: Readonly<Record<string, readonly string[]>> = {
  'elastic-ip/eipalloc-1': ['AllocateAddress', 'AssociateAddress', 'DisassociateAddress', 'ReleaseAddress'],
  'instance/i-1': ['CreateTags', 'RunInstances'],
  'launch-template/lt-1': [
    'CreateLaunchTemplate', 'CreateLaunchTemplateVersion', 'DeleteLaunchTemplate', 'ModifyLaunchTemplate',
  ],
  'network-interface/eni-1': [
    'AttachNetworkInterface', 'CreateNetworkInterface', 'DeleteNetworkInterface', 'ModifyNetworkInterfaceAttribute',
  ],
  'placement-group/hpc': ['CreatePlacementGroup', 'DeletePlacementGroup'],
  'security-group/sg-1': [
    'AuthorizeSecurityGroupEgress', 'AuthorizeSecurityGroupIngress', 'CreateSecurityGroup', 'DeleteSecurityGroup',
    'RevokeSecurityGroupEgress', 'RevokeSecurityGroupIngress',
  ],
  'volume/vol-1': ['CreateVolume', 'DeleteVolume', 'ModifyVolumeAttribute'],
  'vpc/vpc-1': ['DescribeVpcAttribute'],
};
const NETWORK: typeof MANAGED = {
  'internet-gateway/igw-1': ['AttachInternetGateway', 'CreateInternetGateway'],
  'natgateway/nat-1': ['CreateNatGateway'],
  'route-table/rtb-1': ['AssociateRouteTable', 'CreateRoute', 'CreateRouteTable'],
  'subnet/subnet-1': ['CreateSubnet', 'ModifySubnetAttribute'],
  'vpc/vpc-1': ['CreateVpc', 'DetachInternetGateway', 'ModifyVpcAttribute'],
};

const rowsOf = (what: string, actions: typeof MANAGED): Rows =>
  Object.entries(actions).map(([resource, names]) => all(what, 'ec2', names, ec2(resource)));

export const COMPUTE: Rows = [
  all('describe EC2 resources', 'ec2', [
    'DescribeAddresses', 'DescribeAvailabilityZones', 'DescribeImages', 'DescribeInstanceStatus',
    'DescribeInstanceTypeOfferings', 'DescribeInstanceTypes', 'DescribeInstances', 'DescribeKeyPairs',
    'DescribeLaunchTemplateVersions', 'DescribeLaunchTemplates', 'DescribeNetworkInterfaces',
    'DescribePlacementGroups', 'DescribeRegions', 'DescribeSecurityGroups', 'DescribeSnapshots', 'DescribeSubnets',
    'DescribeVolumes', 'DescribeVpcs',
  ]),
  all('create a network: describe it', 'ec2', ['DescribeInternetGateways', 'DescribeNatGateways', 'DescribeRouteTables']),
  ...rowsOf('launch a cluster', MANAGED),
  ['terminate an instance of a cluster', 'ec2:TerminateInstances', INSTANCE, taggedFor(TEAM)],
  ['launch an image of AWS', 'ec2:RunInstances', `arn:aws:ec2:${REGION}::image/ami-1`],
  ['launch in a shared subnet', 'ec2:RunInstances', ec2('subnet/subnet-2', OTHER_ACCOUNT)],
  ...rowsOf('create a network', NETWORK),
  ...['parallelcluster-team', 'parallelclusternetworking-pubpriv-20210923123456'].flatMap(name => [
    ['subnet/subnet-1', ['DeleteSubnet', 'DisassociateRouteTable']],
    ['route-table/rtb-1', ['DeleteRoute', 'DeleteRouteTable', 'DisassociateRouteTable']],
    ['natgateway/nat-1', ['DeleteNatGateway']],
    ['internet-gateway/igw-1', ['DeleteInternetGateway', 'DetachInternetGateway']],
  ].map(([resource, names]): RequestRow =>
    ['create a network: delete it with its stack', [names].flat().map(action => `ec2:${action}`), ec2(`${resource}`), ofStack(name)])),
  all('create a network: its stack', 'cloudformation', ['CreateStack', 'DescribeStackEvents'], NETWORK_STACK),
];

export const COMPUTE_ONLY: Rows = [
  ['launch in another region', 'ec2:RunInstances', ec2('instance/i-1', undefined, 'us-east-1')],
  ['terminate in another region', 'ec2:TerminateInstances', ec2('instance/i-1', undefined, 'us-east-1'), taggedFor(TEAM)],
  ['terminate an instance of another application', 'ec2:TerminateInstances', INSTANCE, taggedFor('web')],
  ['terminate an instance of no cluster', 'ec2:TerminateInstances', INSTANCE],
  ['delete a subnet of another stack', 'ec2:DeleteSubnet', ec2('subnet/subnet-1'), ofStack('web')],
  ['delete a subnet of no cluster', 'ec2:DeleteSubnet', ec2('subnet/subnet-1')],
  ['delete a route of another stack', 'ec2:DeleteRoute', ec2('route-table/rtb-1'), ofStack('web')],
  ['detach a gateway of another stack', 'ec2:DetachInternetGateway', ec2('internet-gateway/igw-1'), ofStack('web')],
  ['delete a gateway of no cluster', 'ec2:DeleteInternetGateway', ec2('internet-gateway/igw-1')],
  ['delete a VPC', 'ec2:DeleteVpc', ec2('vpc/vpc-1')],
  ['stop an instance', 'ec2:StopInstances', ec2('instance/i-1')],
];

export const GROUPS: Rows = [
  all('describe groups', 'autoscaling', [
    'DescribeAutoScalingGroups', 'DescribeAutoScalingInstances', 'DescribeScalingActivities',
  ]),
  all('manage a group', 'autoscaling', [
    'DeleteAutoScalingGroup', 'DeletePolicy', 'DisableMetricsCollection', 'EnableMetricsCollection',
    'PutNotificationConfiguration', 'PutScalingPolicy', 'UpdateAutoScalingGroup',
  ], GROUP),
];

export const GROUPS_ONLY: Rows = [
  ['delete a group of others', 'autoscaling:DeleteAutoScalingGroup', group('web')],
  ['delete another group with the prefix', 'autoscaling:DeleteAutoScalingGroup', group(`${TEAM}-web`)],
  ['attach instances to a group', 'autoscaling:AttachInstances', GROUP],
];

export const CLUSTER: Rows = [
  all('list stacks', 'cloudformation', ['ListStacks']),
  all('list clusters', 'cloudformation', ['DescribeStacks'], stack('anything')),
  all('manage a stack', 'cloudformation', [
    'CreateStack', 'DeleteStack', 'DescribeStackEvents', 'DescribeStackResource', 'DescribeStackResources',
    'GetTemplate', 'UpdateStack',
  ], stack(TEAM)),
  all('manage a table', 'dynamodb', [
    'CreateTable', 'DeleteTable', 'DescribeTable', 'GetItem', 'ListTagsOfResource', 'PutItem', 'Query', 'TagResource',
    'UntagResource',
  ], TABLE),
  all('find the packages', 's3', ['GetBucketLocation', 'ListBucket'], s3(`${REGION}-aws-parallelcluster`)),
  all('read a template', 's3', ['GetObject', 'GetObjectVersion'], s3(`${REGION}-aws-parallelcluster/templates/x.json`)),
  all('manage a function', 'lambda', [
    'AddPermission', 'CreateFunction', 'DeleteFunction', 'GetFunction', 'GetFunctionConfiguration', 'InvokeFunction',
    'ListTags', 'RemovePermission', 'TagResource', 'UntagResource',
  ], FUNCTION),
  all('list dashboards', 'cloudwatch', ['ListDashboards']),
  all('manage a dashboard', 'cloudwatch', [
    'DeleteDashboards', 'GetDashboard', 'PutDashboard', 'TagResource', 'UntagResource',
  ], DASHBOARD),
];

export const CLUSTER_ONLY: Rows = [
  ['delete a stack of others', 'cloudformation:DeleteStack', stack('web')],
  ['create a stack whose name starts the same', 'cloudformation:CreateStack', stack('parallelclusters')],
  ['delete a table of others', 'dynamodb:DeleteTable', arn('dynamodb', 'table/orders')],
  ['delete items', 'dynamodb:DeleteItem', TABLE],
  ['change a template of AWS', 's3:PutObject', s3(`${REGION}-aws-parallelcluster/templates/x.json`)],
  ['change a function of others', 'lambda:DeleteFunction', arn('lambda', 'function:web')],
  ['delete a dashboard of another region', 'cloudwatch:DeleteDashboards',
    `arn:aws:cloudwatch::111122223333:dashboard/${TEAM}-us-east-1`],
  ['change the code of a function', 'lambda:UpdateFunctionCode', FUNCTION],
  ['tag a dashboard of others', 'cloudwatch:TagResource', 'arn:aws:cloudwatch::111122223333:dashboard/web'],
  ['delete a dashboard of others', 'cloudwatch:DeleteDashboards', 'arn:aws:cloudwatch::111122223333:dashboard/web'],
];

export const FIND_IMAGES: RequestRow = ['look for an image', 'ssm:GetParametersByPath',
  arn('ssm', 'parameter/aws/service/ami-amazon-linux-latest')];

export const ZONES: Rows = [
  all('create a zone', 'route53', ['CreateHostedZone']),
  ['wait for a zone', 'route53:GetChange', 'arn:aws:route53:::change/C0123'],
  all('manage a zone', 'route53', [
    'ChangeResourceRecordSets', 'ChangeTagsForResource', 'DeleteHostedZone', 'GetHostedZone',
    'ListQueryLoggingConfigs', 'ListResourceRecordSets',
  ], ZONE),
];
export const ZONES_ONLY: Rows = [
  ['tag a health check', 'route53:ChangeTagsForResource', 'arn:aws:route53:::healthcheck/0a1b'],
  ['share a zone', 'route53:AssociateVPCWithHostedZone', ZONE],
];

export const QUEUES: Rows = [
  all('manage a queue', 'sqs', ['CreateQueue', 'DeleteQueue', 'GetQueueAttributes', 'SetQueueAttributes', 'TagQueue'],
    arn('sqs', TEAM)),
  all('list topics', 'sns', ['ListTopics']),
  all('manage a topic', 'sns', [
    'CreateTopic', 'DeleteTopic', 'GetTopicAttributes', 'Subscribe', 'TagResource', 'Unsubscribe', 'UntagResource',
  ], TOPIC),
];
export const QUEUES_ONLY: Rows = [
  ['delete a queue of others', 'sqs:DeleteQueue', arn('sqs', 'orders')],
  ['subscribe to a topic of others', 'sns:Subscribe', arn('sns', 'alerts')],
  ['delete a topic of a cluster that it has not made', 'sns:DeleteTopic', arn('sns', `${TEAM}-alerts`)],
  ['tag a topic of others', 'sns:TagResource', arn('sns', 'alerts')],
  ['publish', 'sns:Publish', TOPIC],
];
export const USE_QUEUES: RequestRow = all('use a queue', 'sqs',
  ['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueUrl', 'ReceiveMessage', 'SendMessage'], arn('sqs', TEAM));

export const OWN_BUCKETS: Rows = [
  all('create a bucket', 's3', [
    'CreateBucket', 'DeleteBucket', 'GetBucketLocation', 'GetBucketPolicy', 'GetBucketTagging', 'GetBucketVersioning',
    'GetEncryptionConfiguration', 'ListBucket', 'ListBucketMultipartUploads', 'ListBucketVersions', 'PutBucketPolicy',
    'PutBucketTagging', 'PutBucketVersioning', 'PutEncryptionConfiguration',
  ], s3(BUCKET)),
  all('work with artifacts', 's3', [
    'AbortMultipartUpload', 'DeleteObject', 'DeleteObjectVersion', 'GetObject', 'GetObjectTagging', 'GetObjectVersion',
    'PutObject', 'PutObjectTagging',
  ], s3(ARTIFACT)),
];
export const OWN_BUCKETS_ONLY: Rows = [
  ['delete a bucket of others', 's3:DeleteBucket', s3('data')],
  ['read an object of others', 's3:GetObject', s3('data/secret.csv')],
  ['open the bucket to the public', 's3:PutBucketPublicAccessBlock', s3(BUCKET)],
];

/** The resources of ParallelCluster 3, and of functions before 2.9.0. */
export const OF_OTHER_VERSIONS: Rows = [
  ['delete a bucket of ParallelCluster 3', 's3:DeleteBucket', s3(`${BUCKET}-v1-do-not-delete`)],
  ['read an object of ParallelCluster 3', 's3:GetObject', s3(`${BUCKET}-v1-do-not-delete/parallelcluster/x.yaml`)],
  ['change a function as of 2.8', 'lambda:DeleteFunction', arn('lambda', 'function:parallelcluster-CleanupResources-0a1b')],
  ['delete its logs', 'logs:DeleteLogGroup', `${logGroup('/aws/lambda/parallelcluster-X')}:log-stream:`],
];
/** The functions of clusters before 2.9.0. */
export const OLD_FUNCTIONS: Rows = [
  ['manage a function as of 2.8', 'lambda:DeleteFunction', arn('lambda', 'function:parallelcluster-CleanupResources-0a1b')],
  ['delete its logs', 'logs:DeleteLogGroup', `${logGroup('/aws/lambda/parallelcluster-X')}:log-stream:`],
];

export const LOGS: Rows = [
  all('find logs', 'logs', ['DescribeLogGroups']),
  ...['/aws/parallelcluster/team', '/aws/lambda/pcluster-X', `/aws/codebuild/${TEAM}-X`]
    .map(name => all('manage logs', 'logs', [
      'CreateLogGroup', 'DeleteLogGroup', 'ListTagsForResource', 'PutRetentionPolicy', 'TagResource', 'UntagResource',
    ], `${logGroup(name)}:log-stream:`)),
];

const ATTACHED = { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy' };

export const ROLES: Rows = [
  all('create a role', 'iam', [
    'CreateRole', 'DeleteRole', 'DeleteRolePolicy', 'GetRole', 'GetRolePolicy', 'PutRolePolicy',
    'SimulatePrincipalPolicy', 'TagRole', 'UntagRole',
  ], ROOT_ROLE),
  ['attach a policy', ['iam:AttachRolePolicy', 'iam:DetachRolePolicy'], ROOT_ROLE, ATTACHED],
  ...['ec2.amazonaws.com', 'ec2.amazonaws.com.cn', 'lambda.amazonaws.com']
    .map((service): RequestRow => ['pass a role of clusters', 'iam:PassRole', ROOT_ROLE, to(service)]),
  ['read managed policies', 'iam:GetPolicy', iamArn('policy/own')],
  ['read policies of AWS', 'iam:GetPolicy', 'arn:aws:iam::aws:policy/AmazonS3FullAccess'],
  all('create instance profiles', 'iam', [
    'AddRoleToInstanceProfile', 'CreateInstanceProfile', 'DeleteInstanceProfile', 'GetInstanceProfile',
    'RemoveRoleFromInstanceProfile',
  ], PROFILE),
];
export const ROLES_ONLY: Rows = [
  ['create another role', 'iam:CreateRole', role('administrator')],
  ['change the policies of another role', 'iam:PutRolePolicy', role('administrator')],
  ['attach a policy to another role', 'iam:AttachRolePolicy', role('administrator'), ATTACHED],
  ['make its role an administrator', 'iam:AttachRolePolicy', ROOT_ROLE,
    { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess' }],
  ['change who assumes its role', 'iam:UpdateAssumeRolePolicy', ROOT_ROLE],
  ['pass another role', 'iam:PassRole', role('administrator'), TO_EC2],
  ['pass a role of clusters to CloudFormation', 'iam:PassRole', ROOT_ROLE, to('cloudformation.amazonaws.com')],
  ['pass a role of clusters without a service', 'iam:PassRole', ROOT_ROLE],
  ['change a managed policy', 'iam:CreatePolicyVersion', iamArn('policy/own')],
  ['put a role into another profile', 'iam:AddRoleToInstanceProfile', iamArn('instance-profile/web')],
];

const EFS = arn('elasticfilesystem', 'file-system/fs-1');
const LUSTRE = arn('fsx', 'file-system/fs-1');
const LINKED = role('aws-service-role/fsx.amazonaws.com/AWSServiceRoleForAmazonFSx');
const LINKED_DATA = role('aws-service-role/s3.data-source.lustre.fsx.amazonaws.com/AWSServiceRoleForFSxS3Access_fs-1');
const forService = (name: string) => ({ 'iam:AWSServiceName': name });

export const FILE_SYSTEMS_OF_FSX: Rows = [
  all('find file systems of FSx', 'fsx', ['DescribeBackups', 'DescribeFileSystems']),
  all('manage a file system of FSx', 'fsx', [
    'CreateBackup', 'CreateFileSystem', 'CreateFileSystemFromBackup', 'DeleteFileSystem', 'ListTagsForResource',
    'TagResource', 'UntagResource', 'UpdateFileSystem',
  ], LUSTRE),
  ['create one from a backup', 'fsx:CreateFileSystemFromBackup', arn('fsx', 'backup/backup-1')],
  ['let FSx work', 'iam:CreateServiceLinkedRole', LINKED, forService('fsx.amazonaws.com')],
  ['let FSx read a bucket', 'iam:CreateServiceLinkedRole', LINKED_DATA,
    forService('s3.data-source.lustre.fsx.amazonaws.com')],
  all('say which bucket', 'iam', ['AttachRolePolicy', 'PutRolePolicy'], LINKED_DATA),
];
export const FILE_SYSTEMS: Rows = [
  all('describe interfaces', 'ec2', ['DescribeNetworkInterfaceAttribute']),
  all('create a file system', 'elasticfilesystem', ['CreateFileSystem']),
  all('manage a file system', 'elasticfilesystem', [
    'CreateMountTarget', 'CreateTags', 'DeleteFileSystem', 'DeleteMountTarget', 'DeleteTags', 'DescribeBackupPolicy',
    'DescribeFileSystemPolicy', 'DescribeFileSystems', 'DescribeLifecycleConfiguration',
    'DescribeMountTargetSecurityGroups', 'DescribeMountTargets', 'DescribeReplicationConfigurations', 'DescribeTags',
    'ListTagsForResource', 'ModifyMountTargetSecurityGroups', 'PutBackupPolicy', 'PutLifecycleConfiguration',
    'TagResource', 'UntagResource', 'UpdateFileSystem',
  ], EFS),
  ...FILE_SYSTEMS_OF_FSX,
];
export const FILE_SYSTEMS_ONLY: Rows = [
  ['mount a file system', 'elasticfilesystem:ClientMount', EFS],
  ['open a file system to others', 'elasticfilesystem:PutFileSystemPolicy', EFS],
  ['delete a file system of another region', 'elasticfilesystem:DeleteFileSystem',
    arn('elasticfilesystem', 'file-system/fs-1', undefined, 'us-east-1')],
  ['delete a backup', 'fsx:DeleteBackup', arn('fsx', 'backup/backup-1')],
  ['let another service work', 'iam:CreateServiceLinkedRole', LINKED, forService('ecs.amazonaws.com')],
  ['change another service-linked role', 'iam:PutRolePolicy', LINKED],
];

const BATCH_POLICIES = [
  'AWSBatchFullAccess', 'AmazonS3ReadOnlyAccess', 'service-role/AWSBatchServiceRole',
  'service-role/AmazonEC2ContainerServiceforEC2Role', 'service-role/AmazonEC2SpotFleetTaggingRole',
  'service-role/AmazonECSTaskExecutionRolePolicy',
];
export const ATTACH_FOR_BATCH: Rows = [
  ...BATCH_POLICIES.map((name): RequestRow =>
    ['attach a policy for jobs', 'iam:AttachRolePolicy', ROOT_ROLE, { 'iam:PolicyARN': `arn:aws:iam::aws:policy/${name}` }]),
  ...['batch', 'codebuild', 'ecs-tasks', 'spotfleet'].map((service): RequestRow =>
    ['pass a role for jobs', 'iam:PassRole', ROOT_ROLE, to(`${service}.amazonaws.com`)]),
];

const REPOSITORY = arn('ecr', 'repository/parallelcluster-team-awsbatch-dockerimagesrepo-1a2b');
const PROJECT = arn('codebuild', `project/${TEAM}-build-docker-images-project`);
const RULE = arn('events', `rule/${TEAM}-AWSBatchStack-CodeBuildNotificationRule-1A2B`);

export const BATCH: Rows = [
  all('describe AWS Batch resources', 'batch', [
    'DescribeComputeEnvironments', 'DescribeJobDefinitions', 'DescribeJobQueues', 'DescribeJobs', 'ListJobs',
  ]),
  all('manage a compute environment', 'batch', [
    'CreateComputeEnvironment', 'DeleteComputeEnvironment', 'ListTagsForResource', 'TagResource', 'UntagResource',
    'UpdateComputeEnvironment',
  ], arn('batch', 'compute-environment/CE-5e6f')),
  all('manage a job queue', 'batch', ['CreateJobQueue', 'DeleteJobQueue', 'SubmitJob', 'UpdateJobQueue'],
    arn('batch', 'job-queue/JobQueue-3c4d')),
  all('define jobs', 'batch', ['RegisterJobDefinition'], arn('batch', 'job-definition/JobDefinitionSerial-1a2b')),
  all('forget jobs', 'batch', ['DeregisterJobDefinition'], arn('batch', 'job-definition/JobDefinitionSerial-1a2b:1')),
  all('stop jobs', 'batch', ['CancelJob', 'TerminateJob'], arn('batch', 'job/0a1b')),
  all('build images', 'codebuild', [
    'BatchGetBuilds', 'BatchGetProjects', 'CreateProject', 'DeleteProject', 'ListBuildsForProject', 'StartBuild',
    'StopBuild', 'UpdateProject',
  ], PROJECT),
  all('keep images', 'ecr', [
    'BatchDeleteImage', 'BatchGetImage', 'CreateRepository', 'DeleteLifecyclePolicy', 'DeleteRepository',
    'DeleteRepositoryPolicy', 'DescribeImages', 'DescribeRepositories', 'GetLifecyclePolicy', 'GetRepositoryPolicy',
    'ListImages', 'ListTagsForResource', 'PutImageScanningConfiguration', 'PutImageTagMutability',
    'PutLifecyclePolicy', 'SetRepositoryPolicy', 'TagResource', 'UntagResource',
  ], REPOSITORY),
  all('hear of builds', 'events', [
    'DeleteRule', 'DescribeRule', 'DisableRule', 'EnableRule', 'ListTagsForResource', 'ListTargetsByRule', 'PutRule',
    'PutTargets', 'RemoveTargets', 'TagResource', 'UntagResource',
  ], RULE),
  ['find containers', 'ecs:ListContainerInstances', arn('ecs', 'cluster/CE-5e6f_Batch_9c0d')],
  ['describe containers', 'ecs:DescribeContainerInstances', arn('ecs', 'container-instance/CE-5e6f_Batch_9c0d/0a1b')],
  ...['/aws/batch/job', '/aws/parallelcluster/team', '/aws/lambda/pcluster-X', `/aws/codebuild/${TEAM}-X`].flatMap((name): RequestRow[] => [
    all('search logs', 'logs', ['DescribeLogStreams', 'FilterLogEvents'], `${logGroup(name)}:log-stream:`),
    ['read logs', 'logs:GetLogEvents', logStream(name)],
  ]),
];
export const BATCH_ONLY: Rows = [
  ['change a compute environment of another region', 'batch:DeleteComputeEnvironment',
    arn('batch', 'compute-environment/CE-5e6f', undefined, 'us-east-1')],
  ['change other projects', 'codebuild:UpdateProject', arn('codebuild', 'project/web')],
  ['change another project of a cluster', 'codebuild:UpdateProject', arn('codebuild', `project/${TEAM}-other`)],
  ['delete other images', 'ecr:BatchDeleteImage', arn('ecr', 'repository/web')],
  ['push an image', 'ecr:PutImage', REPOSITORY],
  ['change other rules', 'events:PutRule', arn('events', 'rule/web')],
  ['read other logs', 'logs:GetLogEvents', logStream('/aws/lambda/web')],
  ['attach any policy', 'iam:AttachRolePolicy', ROOT_ROLE],
];

