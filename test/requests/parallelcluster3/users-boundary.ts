import {
  arn, boundaryStatements, bucket, CLUSTER_BUCKET, CLUSTER_LOGS, FOR_AWS, iamArn, IMAGE_LOGS, keyArn, logGroup,
  object, OTHER_OWNER, OTHER_REGION, passedTo, REGION, ROLE, stackArn, within,
} from './users-fixtures';
import { ParallelClusterVersion } from '../../../src';
import { RequestRow, RequestTable } from '../../support/request-table';

const INSTANCE = arn('ec2', 'instance/i-0123456789abcdef0');
const nodeType = (type: string) => ({ 'aws:ResourceTag/parallelcluster:node-type': type });

const NODES: RequestRow[] = [
  ['run and describe instances', 'ec2:DescribeInstances', '*'],
  ['run an instance', 'ec2:RunInstances', INSTANCE],
  ['run a fleet', 'ec2:CreateFleet', arn('ec2', 'fleet/fleet-1')],
  ['connect a function to a VPC', ['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface'],
    arn('ec2', 'network-interface/eni-0123456789abcdef0')],
  ['terminate a compute node', 'ec2:TerminateInstances', INSTANCE, nodeType('Compute')],
  ['end a login node', 'ec2:TerminateInstances', INSTANCE, nodeType('LoginNode')],
  ['tag an instance and look at it', ['ec2:AttachVolume', 'ec2:CreateTags', 'ec2:DetachVolume', 'ec2:GetConsoleOutput'],
    INSTANCE],
  ['attach a volume', ['ec2:AttachVolume', 'ec2:CreateTags', 'ec2:DetachVolume'], arn('ec2', 'volume/vol-0123456789abcdef0')],
  ['find reservations', 'resource-groups:ListGroupResources', arn('resource-groups', 'group/reservations')],
  ['end a lifecycle', 'autoscaling:CompleteLifecycleAction',
    arn('autoscaling', 'autoScalingGroup:0123:autoScalingGroupName/hpc-pool1-AutoScalingGroup')],
  ['find login nodes', ['elasticloadbalancing:DescribeTargetGroups', 'elasticloadbalancing:DescribeTargetHealth'], '*'],
  ['pass a role to nodes', 'iam:PassRole', ROLE, passedTo('ec2.amazonaws.com')],
  ['pass a role to nodes in China', 'iam:PassRole', ROLE, passedTo('ec2.amazonaws.com.cn')],
  ['put metrics', 'cloudwatch:PutMetricData', '*'],
];

const AGENT: RequestRow[] = [
  ['talk to Systems Manager', ['ec2messages:GetMessages', 'ssm:ListAssociations', 'ssm:PutConfigurePackageResult',
    'ssm:GetManifest', 'ssm:PutInventory', 'ssmmessages:OpenDataChannel'], '*'],
  ['report an instance', ['ssm:ListInstanceAssociations', 'ssm:PutComplianceItems', 'ssm:UpdateAssociationStatus',
    'ssm:UpdateInstanceAssociationStatus', 'ssm:UpdateInstanceInformation'], INSTANCE],
  ['read a document', ['ssm:DescribeDocument', 'ssm:GetDocument'], arn('ssm', 'document/AWS-RunShellScript')],
  ['look up an association', 'ssm:DescribeAssociation', arn('ssm', 'association/1')],
  ['find patches', 'ssm:GetDeployablePatchSnapshotForInstance', '*'],
  ['read the configuration of the agent', 'ssm:GetParameter', arn('ssm', 'parameter/AmazonCloudWatch-x')],
];

const SURROUNDINGS: RequestRow[] = [
  ['signal a stack', ['cloudformation:DescribeStackResource', 'cloudformation:DescribeStacks',
    'cloudformation:SignalResource'], stackArn('hpc')],
  ['use a table', ['dynamodb:BatchGetItem', 'dynamodb:BatchWriteItem', 'dynamodb:DescribeTable', 'dynamodb:GetItem',
    'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'], arn('dynamodb', 'table/parallelcluster-slurm-hpc')],
  ['use its index', 'dynamodb:Query', arn('dynamodb', 'table/parallelcluster-slurm-hpc/index/InstanceId')],
  ['name a node', ['route53:ChangeResourceRecordSets', 'route53:ListResourceRecordSets'],
    'arn:aws:route53:::hostedzone/Z0123456789'],
  ['find log groups', 'logs:DescribeLogGroups', '*'],
  ['write logs', ['logs:CreateLogGroup', 'logs:DescribeLogStreams', 'logs:PutRetentionPolicy'], logGroup(CLUSTER_LOGS)],
  ['write a log', ['logs:CreateLogStream', 'logs:PutLogEvents'], `${logGroup(CLUSTER_LOGS)}:log-stream:x`],
  ['fetch the published objects of the platform', 's3:GetObject', object(`${REGION}-aws-parallelcluster`, 'x')],
  ['fetch the licence of DCV', 's3:GetObject', object(`dcv-license.${REGION}`, 'license')],
  ['find and list the bucket of clusters', ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketVersions'],
    bucket(CLUSTER_BUCKET)],
  ['use the bucket of clusters', ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:GetObject', 's3:GetObjectVersion',
    's3:PutObject'], object(CLUSTER_BUCKET, 'x')],
  ['mount a file system', ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientRootAccess',
    'elasticfilesystem:ClientWrite'], arn('elasticfilesystem', 'file-system/fs-0123456789abcdef0')],
];

const NAMED: RequestRow[] = [
  ['read a password', 'secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:directory-a1b2c3')],
  ['read a munge key', 'secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:munge-a1b2c3')],
  ['find and list its own bucket', ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketVersions'], bucket('data')],
  ['use its own bucket', ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:DeleteObjectVersion', 's3:GetObject',
    's3:GetObjectTagging', 's3:ListMultipartUploadParts', 's3:PutObject', 's3:PutObjectTagging'], object('data', 'x')],
  ['use its own bucket in another account', ['s3:GetObject', 's3:PutObject'], object('data', 'x'), OTHER_OWNER],
  ...['11111111', '44444444', '55555555'].map((id): RequestRow => [`use the key ${id}`, ['kms:Decrypt', 'kms:DescribeKey',
    'kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'], keyArn(id)]),
  ['let EC2 use the key of volumes', 'kms:CreateGrant', keyArn('11111111'), FOR_AWS],
];

const HOSTS = arn('ecs', 'cluster/AWSBatch-PclusterComputeEnvironment-1');
const HOST = arn('ecs', 'container-instance/AWSBatch-PclusterComputeEnvironment-1/1');
const BATCH: RequestRow[] = [
  ['pass a role to AWS Batch', 'iam:PassRole', ROLE, passedTo('batch.amazonaws.com')],
  ['pass a role to jobs', 'iam:PassRole', ROLE, passedTo('ecs-tasks.amazonaws.com')],
  ['follow jobs', ['batch:DescribeJobs', 'batch:ListJobs', 'ecr:GetAuthorizationToken', 'ecs:DiscoverPollEndpoint'], '*'],
  ['submit a job', ['batch:SubmitJob'], arn('batch', 'job-queue/PclusterJobQueue-1')],
  ['terminate a job', 'batch:TerminateJob', arn('batch', 'job/1')],
  ['ask for spot instances', 'ec2:RequestSpotInstances', arn('ec2', 'spot-instances-request/sir-1')],
  ['host containers', ['ecs:DeregisterContainerInstance', 'ecs:ListContainerInstances', 'ecs:RegisterContainerInstance',
    'ecs:SubmitContainerStateChange', 'ecs:TagResource'], HOSTS],
  ['be a host', ['ecs:DescribeContainerInstances', 'ecs:Poll', 'ecs:StartTelemetrySession',
    'ecs:UpdateContainerInstancesState'], HOST],
  ['build images', ['codebuild:BatchGetBuilds', 'codebuild:StartBuild'], arn('codebuild', 'project/pcluster-1')],
  ['push and pull images', ['ecr:BatchCheckLayerAvailability', 'ecr:BatchDeleteImage', 'ecr:BatchGetImage',
    'ecr:CompleteLayerUpload', 'ecr:GetDownloadUrlForLayer', 'ecr:InitiateLayerUpload', 'ecr:ListImages', 'ecr:PutImage',
    'ecr:UploadLayerPart'], arn('ecr', 'repository/hpc-parallelclusterdockerimagesrepo-1')],
  ['find the logs of jobs', 'logs:FilterLogEvents', logGroup('/aws/batch/job')],
  ['read the logs of jobs', 'logs:GetLogEvents', `${logGroup('/aws/batch/job')}:log-stream:x`],
];

const NO_OTHER_BATCH: RequestRow[] = [
  ['build another project', 'codebuild:StartBuild', arn('codebuild', 'project/release')],
  ['push to another repository', 'ecr:PutImage', arn('ecr', 'repository/production')],
  ['become a host in another cluster, whose tasks have roles', ['ecs:RegisterContainerInstance', 'ecs:TagResource'],
    arn('ecs', 'cluster/prod-payments')],
  ['fetch the tasks of another cluster', 'ecs:Poll', arn('ecs', 'container-instance/prod-payments/1')],
  ['delete the cluster of the hosts', 'ecs:DeleteCluster', HOSTS],
];

const IMAGE = 'ParallelClusterImage-0123';
const OF_IMAGE_BUILDER = {
  'aws:CalledVia': 'imagebuilder.amazonaws.com', 'kms:EncryptionContextKeys': 'aws:imagebuilder:arn',
};
const IMAGES: RequestRow[] = [
  ['read a component', 'imagebuilder:GetComponent', arn('imagebuilder', 'component/update-linux/1.0.0/1')],
  ['tag a built image', 'tag:TagResources', '*'],
  ['open a component', 'kms:Decrypt', keyArn('99999999'), OF_IMAGE_BUILDER],
  ['change an image', ['ec2:CreateTags', 'ec2:ModifyImageAttribute'], `arn:aws:ec2:${REGION}::image/ami-0123456789abcdef0`],
  ['remove the role of an image', ['iam:DeleteRole', 'iam:DeleteRolePolicy', 'iam:DetachRolePolicy'],
    iamArn(`role/parallelcluster/${IMAGE}`)],
  ['remove its profile', ['iam:DeleteInstanceProfile', 'iam:RemoveRoleFromInstanceProfile'],
    iamArn(`instance-profile/parallelcluster/${IMAGE}`)],
  ['remove an image', ['imagebuilder:CancelImageCreation', 'imagebuilder:DeleteImage', 'imagebuilder:GetImage'],
    arn('imagebuilder', 'image/parallelclusterimage-alinux/3.15.1/1')],
  ['remove its components', 'imagebuilder:DeleteComponent', arn('imagebuilder', 'component/parallelclusterimage-0123/3.15.1/1')],
  ['remove its stack', 'cloudformation:DeleteStack', stackArn('image'),
    { 'aws:ResourceTag/parallelcluster:image_id': 'alinux' }],
  ['remove its function', ['lambda:DeleteFunction', 'lambda:GetFunction', 'lambda:GetPolicy', 'lambda:RemovePermission'],
    arn('lambda', `function:${IMAGE}`)],
  ['remove the logs of the function', 'logs:DeleteLogGroup', logGroup(`/aws/lambda/${IMAGE}`)],
  ['fetch the tools of Image Builder', 's3:GetObject', object('ec2imagebuilder-toe-eu-central-1-prod', 'latest/bootstrap')],
  ['remove its topic', ['sns:DeleteTopic', 'sns:GetTopicAttributes', 'sns:Unsubscribe',
    'sns:GetSubscriptionAttributes'], arn('sns', IMAGE)],
];

/** Requests that the boundary denies to every role of a cluster, whatever its own policies allow. */
const NOTHING_ELSE: RequestRow[] = [
  ['pass a role of another owner', 'iam:PassRole', iamArn('role/admin'), passedTo('ec2.amazonaws.com')],
  ['pass a role to functions', 'iam:PassRole', ROLE, passedTo('lambda.amazonaws.com')],
  ['terminate the head node', 'ec2:TerminateInstances', INSTANCE, nodeType('HeadNode')],
  ['terminate an instance of no cluster', 'ec2:TerminateInstances', INSTANCE],
  ['use the table of something else', 'dynamodb:GetItem', arn('dynamodb', 'table/customers')],
  ['delete a table', 'dynamodb:DeleteTable', arn('dynamodb', 'table/parallelcluster-slurm-hpc')],
  ['delete a stack', 'cloudformation:DeleteStack', stackArn('hpc')],
  ['read another bucket', 's3:GetObject', object('billing', 'x')],
  ['read a bucket of another account with such a name', 's3:GetObject', object(CLUSTER_BUCKET, 'x'), OTHER_OWNER],
  ['open the bucket of clusters to others', ['s3:PutBucketPolicy', 's3:PutBucketPublicAccessBlock'], bucket(CLUSTER_BUCKET)],
  ['open an object to others', 's3:PutObjectAcl', object(CLUSTER_BUCKET, 'x')],
  ['make logs of others vanish', 'logs:PutRetentionPolicy', logGroup('/aws/lambda/billing')],
  ['list dashboards', 'cloudwatch:ListDashboards', '*'],
  ['run a command on an instance', 'ssm:SendCommand', INSTANCE],
  ['read a parameter of others', 'ssm:GetParameter', arn('ssm', 'parameter/payments/password')],
  ['write a parameter', 'ssm:PutParameter', arn('ssm', 'parameter/AmazonCloudWatch-x')],
];

const NOTHING_ELSE_NAMED: RequestRow[] = [
  ['read another secret', 'secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:billing-a1b2c3')],
  ['let anyone use the key of volumes', 'kms:CreateGrant', keyArn('11111111')],
  ['use another key', 'kms:Decrypt', keyArn('99999999')],
  ['open its own bucket to others', ['s3:PutBucketPolicy', 's3:PutBucketAcl'], bucket('data')],
  ['open an object of it to others', 's3:PutObjectAcl', object('data', 'x')],
  ['delete its own bucket', 's3:DeleteBucket', bucket('data')],
];

export const BOUNDARY_TABLES: readonly RequestTable[] = [
  {
    name: 'the boundary of clusters',
    statements: boundaryStatements(() => ({})),
    allowed: [...NODES, ...AGENT, ...SURROUNDINGS],
    denied: [
      ...NOTHING_ELSE,
      ['pass a role to AWS Batch', 'iam:PassRole', ROLE, passedTo('batch.amazonaws.com')],
    ],
  },
  {
    name: 'the boundary of clusters with secrets, keys and buckets',
    statements: boundaryStatements(estate => ({
      secrets: { passwords: [estate.secret('directory')], mungeKeys: [estate.secret('munge')] },
      storage: { buckets: [estate.bucket('data')], keys: [estate.key('volumes', '11111111')] },
    })),
    allowed: [...NODES, ...AGENT, ...SURROUNDINGS, ...NAMED],
    denied: [...NOTHING_ELSE, ...NOTHING_ELSE_NAMED],
  },
  {
    name: 'the boundary of clusters in one region',
    statements: boundaryStatements(() => ({ regions: [REGION] })),
    allowed: within({ 'aws:RequestedRegion': REGION }, [...NODES, ...AGENT, ...SURROUNDINGS]),
    denied: [
      ...within({ 'aws:RequestedRegion': REGION }, NOTHING_ELSE),
      ...within({ 'aws:RequestedRegion': OTHER_REGION }, [
        ['run an instance', 'ec2:RunInstances', INSTANCE],
        ['terminate a compute node', 'ec2:TerminateInstances', INSTANCE, nodeType('Compute')],
      ]),
    ],
  },
  {
    name: 'the boundary of clusters with AWS Batch',
    statements: boundaryStatements(() => ({ awsBatch: {}, version: ParallelClusterVersion.V3_15 })),
    allowed: [...NODES, ...AGENT, ...SURROUNDINGS, ...BATCH],
    denied: [...NOTHING_ELSE, ...NO_OTHER_BATCH],
  },
  {
    name: 'the boundary of clusters and images',
    statements: boundaryStatements(() => ({ imageBuild: true })),
    allowed: [...NODES, ...AGENT, ...SURROUNDINGS, ...IMAGES],
    denied: [
      ['strip the role of a head node', 'iam:DetachRolePolicy', iamArn('role/parallelcluster/HeadNode')],
      ...NOTHING_ELSE,
      ['create a role', 'iam:CreateRole', iamArn(`role/parallelcluster/${IMAGE}`)],
      ['change its policies', ['iam:AttachRolePolicy', 'iam:PutRolePolicy'], iamArn(`role/parallelcluster/${IMAGE}`)],
      ['remove the boundary from a role', 'iam:DeleteRolePermissionsBoundary', iamArn(`role/parallelcluster/${IMAGE}`)],
      ['delete a role of another owner', 'iam:DeleteRole', iamArn('role/admin')],
      ['remove an image of another owner', 'imagebuilder:DeleteImage', arn('imagebuilder', 'image/production/1.0.0/1')],
      ['remove another function', 'lambda:DeleteFunction', arn('lambda', 'function:billing')],
      ['decrypt an object that is no component', 'kms:Decrypt', keyArn('99999999')],
      ['remove the logs of a cluster', 'logs:DeleteLogGroup', logGroup(CLUSTER_LOGS)],
      ['remove the logs of an image', 'logs:DeleteLogGroup', logGroup(IMAGE_LOGS)],
    ],
  },
];
