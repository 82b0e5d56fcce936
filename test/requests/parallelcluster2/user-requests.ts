import {
  A_CONFIGURATION, A_VERSION, all, ANY_VERSION, arn, BUCKET, ec2, FOLDER, group, iamArn, INSTANCE, logGroup, logStream,
  NESTED, OF_ANOTHER_ACCOUNT, OTHER_ACCOUNT, REGION, role, s3, stack, taggedFor, TEAM, to, TO_EC2, ZONE,
} from './fixtures';
import { RequestRow } from '../../support/request-table';

// The calls of the CLI for users who create clusters, by part.

type Rows = readonly RequestRow[];

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
    'CreateLaunchTemplate', 'CreateLaunchTemplateVersion', 'DeleteLaunchTemplate',
  ],
  'network-interface/eni-1': [
    'CreateNetworkInterface', 'DeleteNetworkInterface', 'ModifyNetworkInterfaceAttribute',
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
    'DescribeAddresses', 'DescribeImages', 'DescribeInstanceCreditSpecifications', 'DescribeInstanceStatus',
    'DescribeInstanceTypeOfferings', 'DescribeInstanceTypes', 'DescribeInstances', 'DescribeKeyPairs',
    'DescribeLaunchTemplateVersions', 'DescribeLaunchTemplates', 'DescribeNetworkInterfaces',
    'DescribePlacementGroups', 'DescribeRegions', 'DescribeSecurityGroupRules', 'DescribeSecurityGroups', 'DescribeSnapshots', 'DescribeSubnets',
    'DescribeVolumes', 'DescribeVpcs',
  ]),
  all('create a network: describe it', 'ec2', [
    'DescribeInternetGateways', 'DescribeNatGateways', 'DescribeRouteTables', 'DescribeVpnGateways',
  ]),
  ...rowsOf('launch a cluster', MANAGED),
  ['terminate an instance of a cluster', 'ec2:TerminateInstances', INSTANCE, taggedFor(TEAM)],
  ['look up the head node', 'ec2:DescribeInstanceAttribute', INSTANCE, ofStack(`${TEAM}-MasterServerSubstack-1A2B`)],
  ['look up a volume', 'ec2:DescribeVolumeAttribute', ec2('volume/vol-1'), ofStack(`${TEAM}-EBSCfnStack-1A2B`)],
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
  ['read the user data of others', 'ec2:DescribeInstanceAttribute', INSTANCE, ofStack('web')],
  ['read the user data of an instance of no stack', 'ec2:DescribeInstanceAttribute', INSTANCE],
  ['delete a subnet of another stack', 'ec2:DeleteSubnet', ec2('subnet/subnet-1'), ofStack('web')],
  ['delete a subnet of no cluster', 'ec2:DeleteSubnet', ec2('subnet/subnet-1')],
  ['delete a route of another stack', 'ec2:DeleteRoute', ec2('route-table/rtb-1'), ofStack('web')],
  ['detach a gateway of another stack', 'ec2:DetachInternetGateway', ec2('internet-gateway/igw-1'), ofStack('web')],
  ['delete a gateway of no cluster', 'ec2:DeleteInternetGateway', ec2('internet-gateway/igw-1')],
  ['delete a VPC', 'ec2:DeleteVpc', ec2('vpc/vpc-1')],
  ['stop an instance', 'ec2:StopInstances', ec2('instance/i-1')],
];

const LAUNCH = ['autoscaling:CreateAutoScalingGroup', 'autoscaling:UpdateAutoScalingGroup'];

export const GROUPS: Rows = [
  all('describe groups', 'autoscaling', [
    'DescribeAutoScalingGroups', 'DescribeAutoScalingInstances', 'DescribeScalingActivities',
  ]),
  all('manage a group', 'autoscaling', [
    'DeleteAutoScalingGroup', 'DisableMetricsCollection', 'EnableMetricsCollection', 'PutNotificationConfiguration',
  ], GROUP),
  ['launch a version of a launch template', LAUNCH, GROUP, A_VERSION],
  ['change the size of a group', 'autoscaling:UpdateAutoScalingGroup', GROUP],
];

export const GROUPS_ONLY: Rows = [
  ['delete a group of others', 'autoscaling:DeleteAutoScalingGroup', group('web')],
  ['delete another group with the prefix', 'autoscaling:DeleteAutoScalingGroup', group(`${TEAM}-web`)],
  ['attach instances to a group', 'autoscaling:AttachInstances', GROUP],
  ['launch a version in a group of others', LAUNCH, group('web'), A_VERSION],
  ['launch the newest version of a launch template', LAUNCH, GROUP, ANY_VERSION],
  ['launch a launch configuration', LAUNCH, GROUP, A_CONFIGURATION],
  ['create a group without a launch template', 'autoscaling:CreateAutoScalingGroup', GROUP],
  ['change the size of a group of others', 'autoscaling:UpdateAutoScalingGroup', group('web')],
];

export const CLUSTER: Rows = [
  all('list clusters', 'cloudformation', ['DescribeStacks'], stack('anything')),
  all('manage a stack', 'cloudformation', [
    'CreateStack', 'DeleteStack', 'DescribeStackEvents', 'DescribeStackResources', 'GetTemplate', 'UpdateStack',
  ], stack(TEAM)),
  ['read a template', 's3:GetObject', s3(`${REGION}-aws-parallelcluster/templates/x.json`)],
  all('manage a function', 'lambda', [
    'AddPermission', 'CreateFunction', 'DeleteFunction', 'GetFunction', 'InvokeFunction', 'RemovePermission',
    'TagResource', 'UntagResource',
  ], FUNCTION),
  all('manage a dashboard', 'cloudwatch', [
    'DeleteDashboards', 'GetDashboard', 'ListTagsForResource', 'PutDashboard', 'TagResource', 'UntagResource',
  ], DASHBOARD),
];

export const CLUSTER_ONLY: Rows = [
  ['delete a stack of others', 'cloudformation:DeleteStack', stack('web')],
  ['create a stack whose name starts the same', 'cloudformation:CreateStack', stack('parallelclusters')],
  ['change a template of AWS', 's3:PutObject', s3(`${REGION}-aws-parallelcluster/templates/x.json`)],
  ['change a function of others', 'lambda:DeleteFunction', arn('lambda', 'function:web')],
  ['change the code of a function', 'lambda:UpdateFunctionCode', FUNCTION],
  ['tag a dashboard of others', 'cloudwatch:TagResource', 'arn:aws:cloudwatch::111122223333:dashboard/web'],
  ['delete a dashboard of others', 'cloudwatch:DeleteDashboards', 'arn:aws:cloudwatch::111122223333:dashboard/web'],
];

export const TABLES: Rows = [
  all('manage a table', 'dynamodb', [
    'CreateTable', 'DeleteTable', 'DescribeTable', 'GetItem', 'ListTagsOfResource', 'PutItem', 'TagResource',
    'UntagResource',
  ], TABLE),
];
export const TABLES_ONLY: Rows = [
  ['delete a table of others', 'dynamodb:DeleteTable', arn('dynamodb', 'table/orders')],
  ['delete items', 'dynamodb:DeleteItem', TABLE],
];

/** Only the CLI up to 2.9 calls these. */
export const UNTIL_2_9: Rows = [
  ['look for an image', 'ssm:GetParametersByPath', arn('ssm', 'parameter/aws/service/ami-amazon-linux-latest')],
  ['show the status', 'cloudformation:DescribeStackResource', stack(TEAM)],
  ['simulate a role', 'iam:SimulatePrincipalPolicy', ROOT_ROLE],
];
export const ZONES: Rows = [
  all('create a zone', 'route53', ['CreateHostedZone']),
  ['wait for a zone', 'route53:GetChange', 'arn:aws:route53:::change/C0123'],
  all('manage a zone', 'route53', [
    'ChangeTagsForResource', 'DeleteHostedZone', 'GetHostedZone', 'ListQueryLoggingConfigs',
  ], ZONE),
];
export const ZONES_ONLY: Rows = [
  ['tag a health check', 'route53:ChangeTagsForResource', 'arn:aws:route53:::healthcheck/0a1b'],
  ['share a zone', 'route53:AssociateVPCWithHostedZone', ZONE],
];

export const QUEUES: Rows = [
  all('manage a queue', 'sqs', [
    'CreateQueue', 'DeleteQueue', 'GetQueueAttributes', 'ListQueueTags', 'SetQueueAttributes', 'TagQueue',
  ], arn('sqs', TEAM)),
  all('manage a topic', 'sns', [
    'CreateTopic', 'DeleteTopic', 'GetSubscriptionAttributes', 'GetTopicAttributes', 'Subscribe', 'TagResource',
    'Unsubscribe', 'UntagResource',
  ], TOPIC),
];
export const QUEUES_ONLY: Rows = [
  ['delete a queue of others', 'sqs:DeleteQueue', arn('sqs', 'orders')],
  ['subscribe to a topic of others', 'sns:Subscribe', arn('sns', 'alerts')],
  ['delete a topic of a cluster that it has not made', 'sns:DeleteTopic', arn('sns', `${TEAM}-alerts`)],
  ['tag a topic of others', 'sns:TagResource', arn('sns', 'alerts')],
  ['publish', 'sns:Publish', TOPIC],
];

export const OWN_BUCKETS: Rows = [
  all('create a bucket', 's3', [
    'CreateBucket', 'DeleteBucket', 'GetBucketLocation', 'GetBucketVersioning', 'ListBucket', 'ListBucketVersions',
    'PutBucketPolicy', 'PutBucketVersioning', 'PutEncryptionConfiguration',
  ], s3(BUCKET)),
  all('work with artifacts', 's3', [
    'DeleteObject', 'DeleteObjectVersion', 'GetObject', 'GetObjectVersion', 'PutObject',
  ], s3(ARTIFACT)),
];
export const OWN_BUCKETS_ONLY: Rows = [
  ['delete a bucket of others', 's3:DeleteBucket', s3('data')],
  ['read an object of others', 's3:GetObject', s3('data/secret.csv')],
  ['open the bucket to the public', 's3:PutBucketPublicAccessBlock', s3(BUCKET)],
  all('change a bucket of another account', 's3',
    ['DeleteBucket', 'ListBucket', 'PutBucketPolicy'], s3(BUCKET), OF_ANOTHER_ACCOUNT),
  all('work with artifacts in another account', 's3', ['GetObject', 'PutObject'], s3(ARTIFACT), OF_ANOTHER_ACCOUNT),
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
    'CreateRole', 'DeleteRole', 'DeleteRolePolicy', 'GetRole', 'GetRolePolicy', 'ListAttachedRolePolicies',
    'ListRolePolicies', 'PutRolePolicy', 'TagRole', 'UntagRole',
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

const COMPUTE_ENVIRONMENT = arn('batch', 'compute-environment/ComputeEnvironment-5e6f');
const JOB_QUEUE = arn('batch', 'job-queue/JobQueue-3c4d');
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
  ], COMPUTE_ENVIRONMENT),
  ['look up instance types', 'batch:CreateComputeEnvironment', arn('batch', 'compute-environment/dummy')],
  all('manage a job queue', 'batch', ['CreateJobQueue', 'DeleteJobQueue', 'SubmitJob', 'UpdateJobQueue'], JOB_QUEUE),
  all('define jobs', 'batch', ['RegisterJobDefinition'], arn('batch', 'job-definition/JobDefinitionSerial-1a2b')),
  all('forget jobs', 'batch', ['DeregisterJobDefinition'], arn('batch', 'job-definition/JobDefinitionSerial-1a2b:1')),
  ['stop jobs', 'batch:TerminateJob', arn('batch', 'job/0a1b')],
  all('create a project that builds images', 'codebuild', [
    'BatchGetProjects', 'CreateProject', 'DeleteProject', 'UpdateProject',
  ], PROJECT),
  all('keep images', 'ecr', [
    'CreateRepository', 'DeleteLifecyclePolicy', 'DeleteRepository', 'DeleteRepositoryPolicy', 'DescribeRepositories',
    'GetLifecyclePolicy', 'GetRepositoryPolicy', 'ListTagsForResource', 'PutImageScanningConfiguration', 'PutImageTagMutability',
    'PutLifecyclePolicy', 'SetRepositoryPolicy', 'TagResource', 'UntagResource',
  ], REPOSITORY),
  all('hear of builds', 'events', [
    'DeleteRule', 'DescribeRule', 'ListTagsForResource', 'ListTargetsByRule', 'PutRule', 'PutTargets', 'RemoveTargets',
    'TagResource', 'UntagResource',
  ], RULE),
  ['find containers', 'ecs:ListContainerInstances', arn('ecs', 'cluster/CE-5e6f_Batch_9c0d')],
  ['describe containers', 'ecs:DescribeContainerInstances', arn('ecs', 'container-instance/CE-5e6f_Batch_9c0d/0a1b')],
  ...['/aws/batch/job', '/aws/parallelcluster/team', '/aws/lambda/pcluster-X', `/aws/codebuild/${TEAM}-X`].flatMap((name): RequestRow[] => [
    all('find logs', 'logs', ['DescribeLogStreams'], `${logGroup(name)}:log-stream:`),
    ['read logs', 'logs:GetLogEvents', logStream(name)],
  ]),
];
export const BATCH_ONLY: Rows = [
  ['change a compute environment of another region', 'batch:DeleteComputeEnvironment',
    arn('batch', 'compute-environment/ComputeEnvironment-5e6f', undefined, 'us-east-1')],
  ['change a compute environment of others', 'batch:UpdateComputeEnvironment', arn('batch', 'compute-environment/web')],
  ['change a job queue of others', 'batch:UpdateJobQueue', arn('batch', 'job-queue/web')],
  ['submit jobs to a queue of others', 'batch:SubmitJob', arn('batch', 'job-queue/web')],
  ['define jobs of others', 'batch:RegisterJobDefinition', arn('batch', 'job-definition/web')],
  ['change other projects', 'codebuild:UpdateProject', arn('codebuild', 'project/web')],
  ['change another project of a cluster', 'codebuild:UpdateProject', arn('codebuild', `project/${TEAM}-other`)],
  ['delete other repositories', 'ecr:DeleteRepository', arn('ecr', 'repository/web')],
  ['build images', 'codebuild:StartBuild', PROJECT],
  ['push an image', 'ecr:PutImage', REPOSITORY],
  ['change other rules', 'events:PutRule', arn('events', 'rule/web')],
  ['read other logs', 'logs:GetLogEvents', logStream('/aws/lambda/web')],
  ['attach any policy', 'iam:AttachRolePolicy', ROOT_ROLE],
];

