import {
  arn, artifact, bucket, CLUSTER_BUCKET, DATA, DESCRIBE_ITSELF, ec2, image, INSTANCE, keyArn, MOUNT_FILE_SYSTEM,
  NO_OTHER_ARTIFACTS, NO_OTHER_ATTRIBUTES, NO_OTHER_DATA, NO_OTHER_FILE_SYSTEM, NO_OTHER_FLEET_TABLE,
  NO_OTHER_STACK, object, OTHER_ACCOUNT, OTHER_OWNER, passedTo, READ_ARTIFACTS, READ_DCV_LICENSE,
  READ_STACK_RESOURCES, role, secret, stack, statementsOf, table, tags, USE_DATA, USE_FLEET_TABLE, VOLUME, zone,
} from './roles-fixtures';
import { ParallelClusterHeadNodeRole, ParallelClusterVersion } from '../../../src';
import { RequestRow, RequestTable } from '../../support/request-table';
import { NO_OTHER_SYSTEMS_MANAGER, OPEN_SESSIONS } from '../sessions';

const SUBNET = ec2('subnet/subnet-0123456789abcdef0');
const RESERVATION = ec2('capacity-reservation/cr-0123456789abcdef0');
const GROUP = arn('resource-groups', 'group/reserved');
const TO_EC2 = passedTo('ec2.amazonaws.com');
const COMPUTE_NODE = tags('Compute');
const COMPUTE_CONSOLE = tags('Compute', 'hpc', 'aws:ResourceTag');

const COMMON: readonly RequestRow[] = [
  ['find instances and volumes',
    ['ec2:DescribeInstanceStatus', 'ec2:DescribeInstances', 'ec2:DescribeVolumes', 'ec2:DescribeLaunchTemplateVersions'], '*'],
  ...DESCRIBE_ITSELF,
  ...READ_ARTIFACTS,
  ...READ_DCV_LICENSE,
  ...[INSTANCE, VOLUME].map((thing): RequestRow =>
    ['attach and detach', ['ec2:AttachVolume', 'ec2:DetachVolume'], thing]),
  ...READ_STACK_RESOURCES,
  ['tell the stack that it is ready', ['cloudformation:DescribeStacks', 'cloudformation:SignalResource'], stack('hpc')],
  ['read what the cluster keeps in its bucket', ['s3:GetObject', 's3:GetObjectVersion'], artifact('configs/cluster.yaml')],
  ['find and list the bucket of the cluster', ['s3:GetBucketLocation', 's3:ListBucket'], bucket(CLUSTER_BUCKET)],
];

const NOT_COMMON: readonly RequestRow[] = [
  ...NO_OTHER_ARTIFACTS,
  ['delete volumes', 'ec2:DeleteVolume', VOLUME],
  ...[INSTANCE, VOLUME].map((thing): RequestRow => ['tag what is there', 'ec2:CreateTags', thing]),
  ['read what is not of clusters in the bucket', 's3:GetObject', object(CLUSTER_BUCKET, 'parallelcluster/3.15.1/images/a/b')],
  ['delete what the cluster keeps', 's3:DeleteObject', artifact('configs/cluster.yaml')],
  ['list another bucket', 's3:ListBucket', bucket('other')],
  ['list a bucket of another account with such a name', 's3:ListBucket', bucket(CLUSTER_BUCKET), OTHER_OWNER],
  ['read a configuration from another account', 's3:GetObject', artifact('configs/cluster.yaml'), OTHER_OWNER],
];

const KINDS = [
  'instance/i-0123456789abcdef0', 'launch-template/lt-0123456789abcdef0', 'placement-group/queue',
  'volume/vol-0123456789abcdef0',
].map(ec2);
const LAUNCH_ON = [...KINDS, ...[
  'network-interface/eni-0123456789abcdef0', 'security-group/sg-0123456789abcdef0', 'key-pair/admin',
].map(ec2), SUBNET, image()];
const FLEET_ON = [...KINDS, ec2('fleet/fleet-12345678-1234-1234-1234-123456789012'), SUBNET, image()];

const createdBy = (action: string) => ({ 'ec2:CreateAction': action });

const SLURM: readonly RequestRow[] = [
  ...COMMON,
  ...LAUNCH_ON.map((thing): RequestRow => ['launch compute nodes', 'ec2:RunInstances', thing]),
  ...FLEET_ON.map((thing): RequestRow => ['launch fleets', 'ec2:CreateFleet', thing]),
  ...['CreateFleet', 'RunInstances'].flatMap(action => [INSTANCE, VOLUME].map((thing): RequestRow =>
    [`tag what ${action} launches`, 'ec2:CreateTags', thing, createdBy(action)])),
  ['find reservations', 'ec2:DescribeCapacityReservations', '*'],
  ['terminate a compute node', 'ec2:TerminateInstances', INSTANCE, COMPUTE_NODE],
  ['read the console of a compute node', 'ec2:GetConsoleOutput', INSTANCE, COMPUTE_CONSOLE],
  ...USE_FLEET_TABLE,
  ['read many items', 'dynamodb:BatchGetItem', table('parallelcluster-hpc')],
  ['keep the nodes of Slurm', ['dynamodb:BatchGetItem', 'dynamodb:BatchWriteItem', 'dynamodb:GetItem', 'dynamodb:PutItem'],
    table('parallelcluster-slurm-hpc')],
  ['name its nodes', 'route53:ChangeResourceRecordSets', zone('Z0123456789ABCDEF')],
];

const NOT_SLURM: readonly RequestRow[] = [
  ...NOT_COMMON,
  ['launch on a dedicated reservation of others', 'ec2:RunInstances', RESERVATION],
  ['tag interfaces', 'ec2:CreateTags', ec2('network-interface/eni-0123456789abcdef0'), createdBy('RunInstances')],
  ['tag volumes that no instance has', 'ec2:CreateTags', VOLUME, createdBy('CreateVolume')],
  ['end a login node', 'ec2:TerminateInstances', INSTANCE, tags('LoginNode')],
  ['terminate an instance without the tag', 'ec2:TerminateInstances', INSTANCE],
  ['stop a compute node', 'ec2:StopInstances', INSTANCE, COMPUTE_NODE],
  ['read the console of itself', 'ec2:GetConsoleOutput', INSTANCE, tags('HeadNode', 'hpc', 'aws:ResourceTag')],
  ['delete a hosted zone', 'route53:DeleteHostedZone', zone('Z0123456789ABCDEF')],
  ['query the nodes of Slurm', 'dynamodb:Query', table('parallelcluster-slurm-hpc')],
  ['delete the table of the fleet', 'dynamodb:DeleteTable', table('parallelcluster-hpc')],
];

const USE_KEY = [
  'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncryptFrom', 'kms:ReEncryptTo',
];
const VIA_EC2 = { 'kms:ViaService': 'ec2.eu-central-1.amazonaws.com' };
const FOR_AWS = { 'kms:GrantIsForAWSResource': 'true' };

/** EC2 has two names, of which China has the second. */
const LAUNCH_ENCRYPTED: readonly RequestRow[] = ['', '.cn'].flatMap((suffix): RequestRow[] => {
  const viaEc2 = { 'kms:ViaService': `${VIA_EC2['kms:ViaService']}${suffix}` };
  return [
    ['let EC2 use the key of an image or a volume', USE_KEY, keyArn('images'), viaEc2],
    ['let EC2 keep a volume open', 'kms:CreateGrant', keyArn('images'), { ...viaEc2, ...FOR_AWS }],
  ];
});

const NO_OTHER_USE_OF_KEYS: readonly RequestRow[] = [
  ['use the key itself', USE_KEY, keyArn('images')],
  ['let another service use the key', USE_KEY, keyArn('images'), { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' }],
  ['let EC2 of another region use the key', USE_KEY, keyArn('images'), { 'kms:ViaService': 'ec2.us-east-1.amazonaws.com' }],
  ['let anyone use the key', 'kms:CreateGrant', keyArn('images'), { ...VIA_EC2, 'kms:GrantIsForAWSResource': 'false' }],
  ['create a grant itself', 'kms:CreateGrant', keyArn('images'), FOR_AWS],
  ['let EC2 use another key', USE_KEY, keyArn('other'), VIA_EC2],
  ['let EC2 encrypt under the key', 'kms:Encrypt', keyArn('images'), VIA_EC2],
  ['give others the key', 'kms:PutKeyPolicy', keyArn('images'), VIA_EC2],
];

const ofAnyCluster: RequestTable = {
  name: 'the head node of a cluster with Slurm',
  statements: statementsOf(inStack => new ParallelClusterHeadNodeRole(inStack, 'Subject', { slurm: {} })),
  allowed: [
    ...SLURM,
    ['pass the role of a queue in any partition', 'iam:PassRole', role('parallelcluster/hpc/queue'), TO_EC2],
    ['pass the role of a queue in China', 'iam:PassRole', role('parallelcluster/hpc/queue'),
      passedTo('ec2.amazonaws.com.cn')],
    ['serve another cluster, too', 'dynamodb:PutItem', table('parallelcluster-other')],
  ],
  denied: [
    ...NOT_SLURM,
    ['pass a role outside the path', 'iam:PassRole', role('admin'), TO_EC2],
    ['pass the role of a queue to another service', 'iam:PassRole', role('parallelcluster/hpc/queue'),
      passedTo('lambda.amazonaws.com')],
    ['pass the role of a queue without a service', 'iam:PassRole', role('parallelcluster/hpc/queue')],
    ['use a table of another owner', 'dynamodb:PutItem', table('orders')],
  ],
};

const ofOneCluster: RequestTable = {
  name: 'the head node of one cluster with Slurm and everything that can be named',
  statements: statementsOf((inStack, given) => new ParallelClusterHeadNodeRole(inStack, 'Subject', {
    clusterName: 'hpc',
    slurm: {
      computeRoles: [given.role('queue')],
      subnets: [given.subnet('cluster')],
      imageIds: ['ami-0123456789abcdef0'],
      keyPair: given.keyPair('admin'),
      capacityReservations: ['cr-0123456789abcdef0'],
      capacityReservationGroups: [GROUP],
      hostedZone: given.hostedZone('cluster'),
      loginNodes: true,
    },
    secrets: {
      directoryPasswordParameter: given.secureParameter('directory'),
      databasePassword: given.secret('database'),
      mungeKey: given.secret('munge'),
    },
    efs: { fileSystems: [given.fileSystem('home')] },
    s3Access: DATA(given),
    sessionManager: { sessionKey: given.key('session') },
    keys: [given.key('images')],
  })),
  allowed: [
    ...SLURM,
    ['pass the role of the queue', 'iam:PassRole', role('queue'), TO_EC2],
    ['pass the role of the queue in China', 'iam:PassRole', role('queue'), passedTo('ec2.amazonaws.com.cn')],
    ['launch on its reservation', 'ec2:RunInstances', RESERVATION],
    ['launch in its group of reservations',
      ['ec2:CreateFleet', 'ec2:RunInstances', 'resource-groups:ListGroupResources'], GROUP],
    ['read the password of the directory', 'ssm:GetParameter', arn('ssm', 'parameter/directory')],
    ['open the password of the directory', 'kms:Decrypt', keyArn('directory-key')],
    ['read the password of the database', 'secretsmanager:GetSecretValue', secret('database')],
    ['read the munge key', 'secretsmanager:GetSecretValue', secret('munge')],
    ['see whether login nodes run',
      ['elasticloadbalancing:DescribeTargetGroups', 'elasticloadbalancing:DescribeTargetHealth'], '*'],
    ...MOUNT_FILE_SYSTEM,
    ...USE_DATA,
    ...OPEN_SESSIONS,
    ['open the session', 'kms:Decrypt', keyArn('session')],
    ...LAUNCH_ENCRYPTED,
  ],
  denied: [
    ...NOT_SLURM.filter(([what]) => what !== 'launch on a dedicated reservation of others'),
    ...NO_OTHER_ATTRIBUTES,
    ...NO_OTHER_STACK,
    ...NO_OTHER_FLEET_TABLE,
    ...NO_OTHER_FILE_SYSTEM,
    ...NO_OTHER_DATA,
    ...NO_OTHER_USE_OF_KEYS,
    ...NO_OTHER_SYSTEMS_MANAGER,
    ['encrypt with the key of the session', 'kms:Encrypt', keyArn('session')],
    ['launch in another subnet', 'ec2:RunInstances', ec2('subnet/subnet-fedcba9876543210f')],
    ['launch from another image', 'ec2:RunInstances', image('ami-fedcba9876543210f')],
    ['launch with another key pair', 'ec2:RunInstances', ec2('key-pair/other')],
    ['launch on another reservation', 'ec2:RunInstances', ec2('capacity-reservation/cr-fedcba9876543210f')],
    ['launch in another group of reservations', ['ec2:CreateFleet', 'ec2:RunInstances'], arn('resource-groups', 'group/other')],
    ['pass the role of another queue', 'iam:PassRole', role('parallelcluster/other'), TO_EC2],
    ['pass the role of the queue to Lambda', 'iam:PassRole', role('queue'), passedTo('lambda.amazonaws.com')],
    ['terminate a compute node of another cluster', 'ec2:TerminateInstances', INSTANCE, tags('Compute', 'other')],
    ['read a console of another cluster', 'ec2:GetConsoleOutput', INSTANCE, tags('Compute', 'other', 'aws:ResourceTag')],
    ['change the nodes of another cluster', 'dynamodb:BatchWriteItem', table('parallelcluster-slurm-other')],
    ['read what another cluster keeps', 's3:GetObject', artifact('configs/cluster.yaml', 'other')],
    ['read an object of a similarly named cluster', 's3:GetObject', artifact('configs/cluster.yaml', 'hpc-2')],
    ['change names in another zone', 'route53:ChangeResourceRecordSets', zone('ZFEDCBA9876543210')],
    ['read another secret', 'secretsmanager:GetSecretValue', secret('billing')],
    ['read a secret whose name starts the same', 'secretsmanager:GetSecretValue', secret('munge-old')],
    ['change the munge key', 'secretsmanager:PutSecretValue', secret('munge')],
    ['read another parameter', 'ssm:GetParameter', arn('ssm', 'parameter/billing')],
    ['decrypt with another key', 'kms:Decrypt', keyArn('other')],
  ],
};

const olderVersion: RequestTable = {
  name: 'the head node of a cluster with Slurm, of version 3.2',
  statements: statementsOf(inStack => new ParallelClusterHeadNodeRole(inStack, 'Subject', {
    slurm: { useEc2Hostnames: true },
    version: ParallelClusterVersion.V3_2,
  })),
  allowed: [
    ...SLURM.filter(([, actions]) => ![actions].flat().some(action =>
      /BatchGetItem|CreateFleet|DescribeCapacity|DescribeLaunch|Detach|GetConsole|route53/.test(action))),
    ['find instances and volumes', ['ec2:DescribeInstanceStatus', 'ec2:DescribeInstances', 'ec2:DescribeVolumes'], '*'],
    ...[INSTANCE, VOLUME].map((thing): RequestRow => ['attach', 'ec2:AttachVolume', thing]),
    ['keep the nodes of Slurm', ['dynamodb:BatchWriteItem', 'dynamodb:GetItem', 'dynamodb:PutItem'],
      table('parallelcluster-slurm-hpc')],
    ...['ec2.amazonaws.com', 'ec2.amazonaws.com.cn'].map((service): RequestRow =>
      ['pass the role of a queue', 'iam:PassRole', role('parallelcluster/hpc/queue'), passedTo(service)]),
  ],
  denied: [
    ['detach volumes', 'ec2:DetachVolume', VOLUME],
    ['read many items', 'dynamodb:BatchGetItem', table('parallelcluster-hpc')],
    ['launch fleets', 'ec2:CreateFleet', SUBNET],
  ],
};

const JOB_QUEUE = arn('batch', 'job-queue/PclusterJobQueue-1a2b3c');
const JOB_DEFINITION = arn('batch', 'job-definition/PclusterJobDefinition-1a2b3c:1');
const JOB = arn('batch', 'job/6adf1429-c9b5-4a24-b1a4-b2b2b2b2b2b2');
const JOB_LOGS = arn('logs', 'log-group:/aws/batch/job:log-stream:PclusterJobDefinition-1a2b3c/default/1');
const HOST = arn('ecs', 'container-instance/AWSBatch-PclusterComputeEnvironment-1a2b3c/0123456789abcdef');
const HOSTS = arn('ecs', 'cluster/AWSBatch-PclusterComputeEnvironment-1a2b3c');

const BATCH: readonly RequestRow[] = [
  ...COMMON,
  ['watch jobs',
    ['batch:DescribeComputeEnvironments', 'batch:DescribeJobQueues', 'batch:DescribeJobs', 'batch:ListJobs'], '*'],
  ...[JOB_QUEUE, JOB_DEFINITION, JOB].map((thing): RequestRow => ['submit a job', 'batch:SubmitJob', thing]),
  ['terminate a job', 'batch:TerminateJob', JOB],
  ['read the logs of a job', 'logs:GetLogEvents', JOB_LOGS],
  ['find the hosts of jobs', 'ecs:ListContainerInstances', HOSTS],
  ['look up a host of jobs', 'ecs:DescribeContainerInstances', HOST],
  ['hand a job over', 's3:PutObject', artifact('batch/job.sh')],
];

const batch: RequestTable = {
  name: 'the head node of a cluster with AWS Batch',
  statements: statementsOf(inStack => new ParallelClusterHeadNodeRole(inStack, 'Subject', {
    awsBatch: {}, version: ParallelClusterVersion.V3_15,
  })),
  allowed: [
    ...BATCH,
    ...['batch.amazonaws.com', 'ecs-tasks.amazonaws.com'].map((service): RequestRow =>
      [`pass the role of a job to ${service}`, 'iam:PassRole', role('parallelcluster/hpc/job'), passedTo(service)]),
  ],
  denied: [
    ...NOT_COMMON,
    ['pass the role of a job to EC2', 'iam:PassRole', role('parallelcluster/hpc/job'), TO_EC2],
    ['pass a role outside the path', 'iam:PassRole', role('admin'), passedTo('batch.amazonaws.com')],
    ['submit to the queue of another owner', 'batch:SubmitJob', arn('batch', 'job-queue/reports')],
    ['submit a job of another owner', 'batch:SubmitJob', arn('batch', 'job-definition/reports:1')],
    ['terminate a job of another account', 'batch:TerminateJob', JOB.replace(/\d{12}/, OTHER_ACCOUNT)],
    ['read the logs of other jobs', 'logs:GetLogEvents', arn('logs', 'log-group:/aws/batch/job:log-stream:reports/default/1')],
    ['find other hosts', 'ecs:ListContainerInstances', arn('ecs', 'cluster/web')],
    ['change the configuration of the cluster', 's3:PutObject', artifact('configs/cluster.yaml')],
    ['hand a job over to another account', 's3:PutObject', artifact('batch/job.sh'), OTHER_OWNER],
    ['launch instances', 'ec2:RunInstances', INSTANCE],
  ],
};

const batchOfOneCluster: RequestTable = {
  name: 'the head node of one cluster with AWS Batch, whose bucket is encrypted',
  statements: statementsOf((inStack, given) => new ParallelClusterHeadNodeRole(inStack, 'Subject', {
    clusterName: 'hpc',
    awsBatch: { jobRoles: [given.role('job')] },
    version: ParallelClusterVersion.V3_15,
    secrets: { directoryPassword: given.secret('directory') },
    customS3Bucket: { bucket: given.bucket('artifacts'), encryptionKey: given.key('artifacts') },
  })),
  allowed: [
    ...BATCH.filter(([, actions]) => ![actions].flat().some(action => action.startsWith('s3:'))),
    ...READ_ARTIFACTS,
    ...READ_DCV_LICENSE,
    ['read what the cluster keeps in its bucket', ['s3:GetObject', 's3:GetObjectVersion'],
      artifact('configs/cluster.yaml', 'hpc', 'artifacts')],
    ['find and list its bucket', ['s3:GetBucketLocation', 's3:ListBucket'], bucket('artifacts')],
    ['read it in another account', 's3:GetObject', artifact('configs/cluster.yaml', 'hpc', 'artifacts'), OTHER_OWNER],
    ['hand a job over', 's3:PutObject', artifact('batch/job.sh', 'hpc', 'artifacts')],
    ['open what is in its bucket', ['kms:Decrypt', 'kms:GenerateDataKey'], keyArn('artifacts')],
    ['read the password of the directory', 'secretsmanager:GetSecretValue', secret('directory')],
    ...['batch.amazonaws.com', 'ecs-tasks.amazonaws.com'].map((service): RequestRow =>
      ['pass the role of jobs', 'iam:PassRole', role('job'), passedTo(service)]),
  ],
  denied: [
    ...NO_OTHER_ATTRIBUTES,
    ...NO_OTHER_STACK,
    ['pass another role', 'iam:PassRole', role('parallelcluster/hpc/job'), passedTo('batch.amazonaws.com')],
    ['hand a job over to another cluster', 's3:PutObject', artifact('batch/job.sh', 'other', 'artifacts')],
    ['read what is beside it in its bucket', 's3:GetObject', object('artifacts', 'reports/2026.csv')],
    ['read what is in the bucket of ParallelCluster', 's3:GetObject', artifact('configs/cluster.yaml')],
    ['decrypt with another key', 'kms:Decrypt', keyArn('other')],
  ],
};

export const HEAD_NODE_TABLES: readonly RequestTable[] = [
  ofAnyCluster, ofOneCluster, olderVersion, batch, batchOfOneCluster,
];
