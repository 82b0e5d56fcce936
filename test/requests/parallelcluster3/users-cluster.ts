import * as iam from 'aws-cdk-lib/aws-iam';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import {
  arn, awsPolicy, bucket, CLUSTER_BUCKET, CLUSTER_LOGS, CUSTOM_ROLE, FOR_AWS, FUNCTION_ROLE, iamArn, keyArn,
  linkedTo, logGroup, object, OF_A_CLUSTER, OTHER_ACCOUNT, OTHER_OWNER, OTHER_REGION, passedTo, REGION, ROLE,
  stackArn, TAGGED_AS_CLUSTER, userStatements, within,
} from './users-fixtures';
import { ParallelClusterIamAccess, S3Location } from '../../../src';
import { RequestRow, RequestTable } from '../../support/request-table';

const ec2 = (resource: string) => arn('ec2', resource);
const INSTANCE = ec2('instance/i-0123456789abcdef0');
const ENDS = 'ec2:TerminateInstances';

/** Requests for instances, networks and volumes. */
const ON_EC2: RequestRow[] = [
  ['find images and networks', ['ec2:DescribeImages', 'ec2:DescribeSubnets'], '*'],
  ['use an address', ['ec2:AllocateAddress', 'ec2:AssociateAddress', 'ec2:DisassociateAddress', 'ec2:ReleaseAddress'],
    ec2('elastic-ip/eipalloc-0123456789abcdef0')],
  ['create a network interface', [
    'ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface',
    'ec2:ModifyNetworkInterfaceAttribute',
  ], ec2('network-interface/eni-0123456789abcdef0')],
  ['create a security group', [
    'ec2:AuthorizeSecurityGroupEgress', 'ec2:AuthorizeSecurityGroupIngress', 'ec2:CreateSecurityGroup',
    'ec2:DeleteSecurityGroup', 'ec2:RevokeSecurityGroupEgress', 'ec2:RevokeSecurityGroupIngress',
  ], ec2('security-group/sg-0123456789abcdef0')],
  ['create a launch template', [
    'ec2:CreateLaunchTemplate', 'ec2:CreateLaunchTemplateVersion', 'ec2:DeleteLaunchTemplate',
  ], ec2('launch-template/lt-0123456789abcdef0')],
  ['create a placement group', ['ec2:CreatePlacementGroup', 'ec2:DeletePlacementGroup'], ec2('placement-group/hpc')],
  ['create a volume', ['ec2:CreateVolume', 'ec2:DeleteVolume', 'ec2:ModifyVolume', 'ec2:ModifyVolumeAttribute'],
    ec2('volume/vol-0123456789abcdef0')],
  ['create a snapshot', 'ec2:CreateSnapshot', `arn:aws:ec2:${REGION}::snapshot/snap-0123456789abcdef0`],
  ['run an instance', ['ec2:CreateTags', 'ec2:DeleteTags', 'ec2:RunInstances'], INSTANCE],
  ['run an instance in a shared subnet', 'ec2:RunInstances', arn('ec2', 'subnet/subnet-0123456789abcdef0', OTHER_ACCOUNT)],
  ['terminate an instance of a cluster', ENDS, INSTANCE, OF_A_CLUSTER],
];

const ON_STACKS: RequestRow[] = [
  ['create the stack of a cluster', 'cloudformation:CreateStack', stackArn('hpc'), TAGGED_AS_CLUSTER],
  ['create it with tags of the team', 'cloudformation:CreateStack', stackArn('hpc'),
    { ...TAGGED_AS_CLUSTER, 'aws:RequestTag/team': 'cfd' }],
  ['update the stack of a cluster', 'cloudformation:UpdateStack', stackArn('hpc'), { ...TAGGED_AS_CLUSTER, ...OF_A_CLUSTER }],
  ['update a stack that is nested in it', 'cloudformation:UpdateStack', stackArn('hpc-QueueGroup0-1'),
    { ...TAGGED_AS_CLUSTER, ...OF_A_CLUSTER, 'aws:RequestTag/team': 'cfd' }],
  ['delete the stack of a cluster', 'cloudformation:DeleteStack', stackArn('hpc'), OF_A_CLUSTER],
  ['list clusters', 'cloudformation:ListStacks', '*'],
  ['follow a stack', [
    'cloudformation:DescribeStackEvents', 'cloudformation:DescribeStackResource', 'cloudformation:DescribeStackResources',
    'cloudformation:DescribeStacks', 'cloudformation:GetTemplate',
  ], stackArn('hpc')],
];

const dashboard = (name: string) => `arn:aws:cloudwatch::111122223333:dashboard/${name}`;
const alarm = (name: string) => arn('cloudwatch', `alarm:${name}`);
const ALARMS = ['hpc-HeadNode', 'hpc-HeadNode-Mem', 'hpc_MemAlarm_HeadNode'].map(alarm);
const TERMINATES = { 'cloudwatch:AlarmActions': `arn:aws:automate:${REGION}:ec2:terminate` };

/** Requests for DNS names and monitoring. */
const AROUND: RequestRow[] = [
  ['use the table of a cluster', [
    'dynamodb:CreateTable', 'dynamodb:DeleteTable', 'dynamodb:DescribeTable', 'dynamodb:GetItem',
    'dynamodb:ListTagsOfResource', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:TagResource',
    'dynamodb:UntagResource', 'dynamodb:UpdateItem',
  ], arn('dynamodb', 'table/parallelcluster-slurm-hpc')],
  ['create a hosted zone', 'route53:CreateHostedZone', '*'],
  ['use a hosted zone', [
    'route53:ChangeTagsForResource', 'route53:DeleteHostedZone', 'route53:GetHostedZone',
    'route53:ListQueryLoggingConfigs', 'route53:ListTagsForResource',
  ], 'arn:aws:route53:::hostedzone/Z0123456789'],
  ['follow a change of it', 'route53:GetChange', 'arn:aws:route53:::change/C0123456789'],
  ['create a dashboard', ['cloudwatch:DeleteDashboards', 'cloudwatch:GetDashboard', 'cloudwatch:PutDashboard',
    'cloudwatch:ListTagsForResource', 'cloudwatch:TagResource', 'cloudwatch:UntagResource'], dashboard(`hpc-${REGION}`)],
  ...ALARMS.map((name): RequestRow => ['create an alarm', [
    'cloudwatch:DeleteAlarms', 'cloudwatch:DescribeAlarms', 'cloudwatch:ListTagsForResource', 'cloudwatch:PutCompositeAlarm',
    'cloudwatch:PutMetricAlarm', 'cloudwatch:TagResource', 'cloudwatch:UntagResource',
  ], name]),
  ['look up all alarms', 'cloudwatch:DescribeAlarms', arn('cloudwatch', 'alarm:billing')],
];

const FUNCTION = [
  'lambda:AddPermission', 'lambda:CreateFunction', 'lambda:DeleteFunction', 'lambda:GetFunction',
  'lambda:InvokeFunction', 'lambda:RemovePermission',
  'lambda:TagResource', 'lambda:UntagResource', 'lambda:UpdateFunctionConfiguration',
];
const LOG_GROUP = [
  'logs:CreateLogGroup', 'logs:DeleteLogGroup', 'logs:DeleteMetricFilter', 'logs:DescribeMetricFilters',
  'logs:ListTagsForResource', 'logs:PutMetricFilter', 'logs:PutRetentionPolicy', 'logs:TagResource', 'logs:UntagResource',
];

const SERVICES: RequestRow[] = [
  ['use the functions of a cluster', FUNCTION, arn('lambda', 'function:pcluster-CleanupResources-1')],
  ['create its bucket', [
    's3:CreateBucket', 's3:GetBucketLocation', 's3:GetBucketPolicy', 's3:GetBucketVersioning',
    's3:GetEncryptionConfiguration', 's3:ListBucket', 's3:ListBucketVersions', 's3:PutBucketPolicy',
    's3:PutBucketVersioning', 's3:PutEncryptionConfiguration',
  ], bucket(CLUSTER_BUCKET)],
  ['store its configuration', ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:GetObject', 's3:GetObjectVersion', 's3:PutObject'],
    object(CLUSTER_BUCKET, 'parallelcluster/3.16.1/clusters/hpc-1/configs/cluster-config.yaml')],
  ['fetch the published objects of the platform', 's3:GetObject', object(`${REGION}-aws-parallelcluster`, 'parallelcluster/cookbook')],
  ['list the published objects of the platform', 's3:ListBucket', bucket(`${REGION}-aws-parallelcluster`)],
  ['use the log groups of a cluster', LOG_GROUP, logGroup(CLUSTER_LOGS)],
  ['use the log groups of its functions', LOG_GROUP, logGroup('/aws/lambda/pcluster-CleanupResources-1')],
  ['find log groups', 'logs:DescribeLogGroups', '*'],
  ['find groups of reservations', ['resource-groups:GetGroupConfiguration', 'resource-groups:ListGroupResources'],
    arn('resource-groups', 'group/reservations')],
];

const MADE_EFS: RequestRow[] = [
  ['look up an access point', 'elasticfilesystem:DescribeAccessPoints',
    arn('elasticfilesystem', 'access-point/fsap-0123456789abcdef0')],
  ['create the role of the first file system', 'iam:CreateServiceLinkedRole',
    iamArn('role/aws-service-role/elasticfilesystem.amazonaws.com/AWSServiceRoleForAmazonElasticFileSystem'),
    linkedTo('elasticfilesystem.amazonaws.com')],
  ['create a file system', 'elasticfilesystem:CreateFileSystem', '*'],
  ['use a file system', ['elasticfilesystem:CreateMountTarget', 'elasticfilesystem:DeleteFileSystem',
    'elasticfilesystem:DeleteMountTarget', 'elasticfilesystem:DescribeMountTargets', 'elasticfilesystem:ListTagsForResource',
    'elasticfilesystem:ModifyMountTargetSecurityGroups', 'elasticfilesystem:TagResource',
    'elasticfilesystem:UntagResource', 'elasticfilesystem:UpdateFileSystem'],
  arn('elasticfilesystem', 'file-system/fs-0123456789abcdef1')],
];

const IAM: RequestRow[] = [
  ['look up a role', ['iam:GetRole', 'iam:GetRolePolicy', 'iam:ListAttachedRolePolicies', 'iam:ListRolePolicies'],
    CUSTOM_ROLE],
  ['look up a role of a cluster', 'iam:GetRole', ROLE],
  ['look up a policy', 'iam:GetPolicy', iamArn('policy/hpc')],
  ['look up a policy of AWS', 'iam:GetPolicy', awsPolicy('CloudWatchAgentServerPolicy')],
  ['look up an instance profile', 'iam:GetInstanceProfile', iamArn('instance-profile/hpc')],
  ['create an instance profile', [
    'iam:AddRoleToInstanceProfile', 'iam:CreateInstanceProfile', 'iam:DeleteInstanceProfile',
    'iam:RemoveRoleFromInstanceProfile',
  ], iamArn('instance-profile/parallelcluster/hpc/1')],
  ['pass a role to nodes', 'iam:PassRole', ROLE, passedTo('ec2.amazonaws.com')],
  ['pass a role to nodes in China', 'iam:PassRole', ROLE, passedTo('ec2.amazonaws.com.cn')],
  ['pass a role to functions', 'iam:PassRole', FUNCTION_ROLE, passedTo('lambda.amazonaws.com')],
];

/** The calls of create-cluster, update-cluster, describe-cluster and delete-cluster for every cluster. */
export const CLUSTER_REQUESTS: readonly RequestRow[] = [
  ...ON_EC2, ...ON_STACKS, ...AROUND, ...SERVICES, ...MADE_EFS, ...IAM,
];

/** Near misses of the requests for clusters. */
export const NO_OTHER_CLUSTER_REQUESTS: readonly RequestRow[] = [
  ['terminate an instance of no cluster', ENDS, INSTANCE],
  ['stop an instance', 'ec2:StopInstances', INSTANCE],
  ['create the stack of something else', 'cloudformation:CreateStack', stackArn('hpc')],
  ['create a stack that only has other tags', 'cloudformation:CreateStack', stackArn('hpc'), { 'aws:RequestTag/team': 'cfd' }],
  ['update a stack of something else, which may have a service role', 'cloudformation:UpdateStack', stackArn('hpc'),
    TAGGED_AS_CLUSTER],
  ['remove the tag from the stack of a cluster', 'cloudformation:UpdateStack', stackArn('hpc'), OF_A_CLUSTER],
  ['delete a stack of something else', 'cloudformation:DeleteStack', stackArn('hpc')],
  ['follow a stack of another account', 'cloudformation:GetTemplate', stackArn('hpc', OTHER_ACCOUNT)],
  ['use the table of something else', 'dynamodb:GetItem', arn('dynamodb', 'table/customers')],
  ['change a function that no release creates', 'lambda:UpdateFunctionConfiguration', arn('lambda', 'function:parallelcluster-api')],
  ['change a function of another owner', 'lambda:UpdateFunctionConfiguration', arn('lambda', 'function:billing')],
  ['change a dashboard of something else', ['cloudwatch:DeleteDashboards', 'cloudwatch:PutDashboard'], dashboard('billing')],
  ['change an alarm of something else', ['cloudwatch:DeleteAlarms', 'cloudwatch:PutCompositeAlarm',
    'cloudwatch:PutMetricAlarm', 'cloudwatch:TagResource'], alarm('billing')],
  ['terminate instances by an alarm', ['cloudwatch:PutCompositeAlarm', 'cloudwatch:PutMetricAlarm'], ALARMS[0], TERMINATES],
  ['switch an alarm off', 'cloudwatch:DisableAlarmActions', ALARMS[0]],
  ['change the code of a function', 'lambda:UpdateFunctionCode', arn('lambda', 'function:pcluster-CleanupResources-1')],
  ['read another bucket', 's3:GetObject', object('billing', 'x')],
  ['read a bucket that no release creates', 's3:GetObject', object('aws-parallelcluster-1', 'x')],
  ['fetch objects of a bucket with a similar name', 's3:GetObject',
    object(`${REGION}-aws-parallelcluster-mirror`, 'parallelcluster/cookbook')],
  ['give others access to objects', 's3:PutObjectAcl', object(CLUSTER_BUCKET,
    'parallelcluster/3.16.1/clusters/hpc-1/configs/cluster-config.yaml')],
  ['delete the bucket', 's3:DeleteBucket', bucket(CLUSTER_BUCKET)],
  ['use a bucket of another account with such a name', ['s3:ListBucket', 's3:PutBucketPolicy'], bucket(CLUSTER_BUCKET),
    OTHER_OWNER],
  ['hand the configuration to another account', 's3:PutObject', object(CLUSTER_BUCKET,
    'parallelcluster/3.16.1/clusters/hpc-1/configs/cluster-config.yaml'), OTHER_OWNER],
  ['change the published objects of the platform', 's3:PutObject',
    object(`${REGION}-aws-parallelcluster`, 'parallelcluster/cookbook')],
  ['delete the logs of another owner', 'logs:DeleteLogGroup', logGroup('/aws/lambda/billing')],
  ['read the logs of a cluster', 'logs:FilterLogEvents', logGroup(CLUSTER_LOGS)],
  ['create an instance profile elsewhere', 'iam:CreateInstanceProfile', iamArn('instance-profile/hpc/1')],
  ['pass a role of another owner', 'iam:PassRole', iamArn('role/admin'), passedTo('ec2.amazonaws.com')],
  ['pass a role whose path starts the same', 'iam:PassRole', iamArn('role/parallelcluster-admin'),
    passedTo('ec2.amazonaws.com')],
  ['pass a role to another service', 'iam:PassRole', ROLE, passedTo('glue.amazonaws.com')],
  ['pass a role to spot fleets, which only AWS Batch uses', 'iam:PassRole', ROLE, passedTo('spotfleet.amazonaws.com')],
  ['pass a role without a service', 'iam:PassRole', ROLE],
  ['pass a role of another account', 'iam:PassRole', iamArn('role/parallelcluster/hpc/x', OTHER_ACCOUNT),
    passedTo('ec2.amazonaws.com')],
  ['change a boundary, or a policy that may be attached', ['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion'],
    iamArn('policy/hpc')],
  ['create a policy that may be attached', 'iam:CreatePolicy', iamArn('policy/hpc')],
  ['pass a service role to a stack', 'iam:PassRole', ROLE, passedTo('cloudformation.amazonaws.com')],
];

/** Near misses for users who create no roles. */
export const NO_ROLES: readonly RequestRow[] = [
  ['create a role', 'iam:CreateRole', ROLE],
  ['add a policy to a role', 'iam:PutRolePolicy', ROLE],
  ['attach a policy to a role', 'iam:AttachRolePolicy', ROLE],
  ['delete a role', 'iam:DeleteRole', ROLE],
];

const PASS_CUSTOM: RequestRow[] = ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn', 'lambda.amazonaws.com'].map(service => [`pass a role of its own to ${service}`, 'iam:PassRole', CUSTOM_ROLE, passedTo(service)]);

const NAMED: RequestRow[] = [
  ['check that a password exists', 'secretsmanager:DescribeSecret', arn('secretsmanager', 'secret:directory-a1b2c3')],
  ['check the munge key', ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
    arn('secretsmanager', 'secret:munge-a1b2c3')],
  ['decrypt the munge key', 'kms:Decrypt', keyArn('55555555')],
  ['check that a parameter exists', 'ssm:GetParameter', arn('ssm', 'parameter/directory')],
  ['use a key for volumes', [
    'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncryptFrom', 'kms:ReEncryptTo',
  ], keyArn('11111111')],
  ['let EC2 use it', 'kms:CreateGrant', keyArn('11111111'), FOR_AWS],
  ['check its own bucket', ['s3:GetBucketLocation', 's3:GetBucketVersioning', 's3:ListBucket', 's3:ListBucketVersions'],
    bucket('artifacts')],
  ['use its objects', ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:GetObject', 's3:GetObjectVersion', 's3:PutObject'],
    object('artifacts', 'parallelcluster/x')],
  ['use them in another account', ['s3:GetObject', 's3:PutObject'], object('artifacts', 'parallelcluster/x'), OTHER_OWNER],
  ['encrypt it', ['kms:Decrypt', 'kms:GenerateDataKey'], keyArn('44444444')],
  ['see that a script exists', 's3:GetObject', object('scripts', 'nodes/start.sh')],
  ['use its file system', 'elasticfilesystem:DescribeMountTargets',
    arn('elasticfilesystem', 'file-system/fs-0123456789abcdef0')],
];

const NOTHING_ELSE_NAMED: RequestRow[] = [
  ['read a password', 'secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:directory-a1b2c3')],
  ['read the secret of another owner', 'secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:billing-a1b2c3')],
  ['read the parameter of another owner', 'ssm:GetParameter', arn('ssm', 'parameter/billing')],
  ['decrypt with another key', 'kms:Decrypt', keyArn('99999999')],
  ['let anyone use the key of volumes', 'kms:CreateGrant', keyArn('11111111')],
  ['delete the key of volumes', 'kms:ScheduleKeyDeletion', keyArn('11111111')],
  ['use another bucket', 's3:GetObject', object('artifacts-2', 'parallelcluster/x')],
  ['open its own bucket to others', 's3:PutBucketPolicy', bucket('artifacts')],
  ['read other files', 's3:GetObject', object('scripts', 'private/start.sh')],
  ['change a script', 's3:PutObject', object('scripts', 'nodes/start.sh')],
  ['delete its file system', 'elasticfilesystem:DeleteFileSystem',
    arn('elasticfilesystem', 'file-system/fs-0123456789abcdef0')],
  ['create a file system', 'elasticfilesystem:CreateFileSystem', '*'],
  ['use the file system of another owner', 'elasticfilesystem:DescribeMountTargets',
    arn('elasticfilesystem', 'file-system/fs-0123456789abcdef1')],
];

/** The context of requests in the region. */
const here = { 'aws:RequestedRegion': REGION };
const there = { 'aws:RequestedRegion': OTHER_REGION };
const isGlobal = ([, action]: RequestRow) => /^(iam|route53):/.test([action].flat()[0]);

/** Where `pcluster` creates the roles of nodes and functions of the cluster `hpc`, as in its templates. */
const PREFIXES = [
  {
    prefix: { path: '/team/' },
    nodes: '/team/hpc/hpc-',
    functions: '/team/',
    misses: ['/parallelcluster/hpc/', '/teams/hpc/'],
  },
  {
    prefix: { namePrefix: 'cfd-' },
    nodes: '/parallelcluster/hpc/cfd-',
    functions: '/parallelcluster/cfd-',
    misses: ['/parallelcluster/hpc/other-', '/parallelcluster/other-', '/cfd-'],
  },
  {
    prefix: { path: '/team/', namePrefix: 'cfd-' },
    nodes: '/team/hpc/cfd-',
    functions: '/team/cfd-',
    misses: ['/team/hpc/other-', '/team/other-', '/team/cfd-hpc/other-', '/parallelcluster/hpc/cfd-'],
  },
];

export const CLUSTER_TABLES: readonly RequestTable[] = [
  {
    name: 'a user who creates clusters from ready-made roles',
    statements: userStatements(() => ({})),
    allowed: CLUSTER_REQUESTS,
    denied: [...NO_OTHER_CLUSTER_REQUESTS, ...NO_ROLES],
  },
  {
    name: 'a user with listed roles, secrets, keys, buckets and file systems',
    statements: userStatements(estate => ({
      iamAccess: ParallelClusterIamAccess.restricted([iam.Role.fromRoleArn(estate.stack, 'Custom', CUSTOM_ROLE)]),
      secrets: {
        passwords: [estate.secret('directory')],
        passwordParameters: [ssm.StringParameter.fromStringParameterName(estate.stack, 'Parameter', 'directory')],
        mungeKeys: [estate.secret('munge')],
      },
      storage: { buckets: [estate.bucket('artifacts')], keys: [estate.key('volumes', '11111111')] },
      createClusters: {
        configurationFiles: [S3Location.prefix(estate.bucket('scripts'), 'nodes/')],
        efs: { fileSystems: [estate.efs()] },
      },
    })),
    allowed: [...CLUSTER_REQUESTS.filter(row => !MADE_EFS.includes(row)), ...PASS_CUSTOM, ...NAMED],
    denied: [
      ...NO_OTHER_CLUSTER_REQUESTS,
      ...NO_ROLES,
      ...NOTHING_ELSE_NAMED,
      ['pass another role of that path', 'iam:PassRole', iamArn('role/hpc/admin'), passedTo('ec2.amazonaws.com')],
      ['pass a role of its own to another service', 'iam:PassRole', CUSTOM_ROLE, passedTo('glue.amazonaws.com')],
    ],
  },
  {
    name: 'a user of one region',
    statements: userStatements(() => ({ regions: [REGION] })),
    allowed: [...within(here, CLUSTER_REQUESTS), ...within(there, CLUSTER_REQUESTS.filter(isGlobal))],
    denied: [
      ...within(here, NO_OTHER_CLUSTER_REQUESTS),
      ...within(there, [
        ['run an instance', 'ec2:RunInstances', INSTANCE],
        ['find images', 'ec2:DescribeImages', '*'],
        ['terminate an instance of a cluster', ENDS, INSTANCE, OF_A_CLUSTER],
        ['create a file system', 'elasticfilesystem:CreateFileSystem', '*'],
        ['find log groups', 'logs:DescribeLogGroups', '*'],
      ]),
      ...within(here, [
        ['change the dashboard of a cluster of another region', 'cloudwatch:PutDashboard', dashboard(`hpc-${OTHER_REGION}`)],
        ['change an alarm of another region', 'cloudwatch:PutMetricAlarm',
          arn('cloudwatch', 'alarm:hpc-HeadNode', undefined, OTHER_REGION)],
      ]),
    ],
  },
  ...PREFIXES.map(({ prefix, nodes, functions, misses }): RequestTable => ({
    name: `a user whose clusters have the prefix ${JSON.stringify(prefix)}`,
    statements: userStatements(() => ({ resourcePrefix: prefix })),
    allowed: CLUSTER_REQUESTS.map(([what, action, resource, context]) => [
      what, action, resource.replace(ROLE, iamArn(`role${nodes}RoleHeadNode-1`))
        .replace(FUNCTION_ROLE, iamArn(`role${functions}CleanupResourcesRole-65599DE9BBA8`))
        .replace('instance-profile/parallelcluster/hpc/1', `instance-profile${nodes}InstanceProfile-1`), context,
    ]),
    denied: misses.flatMap((path): RequestRow[] => [
      ['pass another role', 'iam:PassRole', iamArn(`role${path}Role-1`), passedTo('ec2.amazonaws.com')],
      ['create another instance profile', 'iam:CreateInstanceProfile', iamArn(`instance-profile${path}InstanceProfile-1`)],
    ]),
  })),
];
