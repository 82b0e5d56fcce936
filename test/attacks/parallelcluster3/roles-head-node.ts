import {
  ParallelClusterComputeNodeRole, ParallelClusterHeadNodeRole, ParallelClusterHeadNodeRoleProps,
  ParallelClusterSlurmdbdRole, ParallelClusterVersion, S3Location,
} from '../../../src';
import { Fixtures } from '../../support/given';
import { Attack, AttackTable } from '../attack';
import {
  arn, FOR_AWS, FILE_SYSTEM, HOSTED_ZONE, iamArn, INSTANCE, INTERFACE, keyArn, keyOf, LAUNCH_TEMPLATE,
  OF_ANOTHER_ACCOUNT, PARAMETER, passedTo, s3Arn, SECURITY_GROUP, stackArn, VOLUME,
} from '../resources';
import {
  AGENT, AGENT_ATTACKS, ANOTHER_ROLE, artifact, CLUSTER_BUCKET, DATA_OF_OTHERS, DEFINITION, IMAGE, OTHER_ROLE, QUEUE,
  secretArn, SNAPSHOT, STATE_ITEM, table, tagged, TO_EC2,
} from './roles-fixtures';

const FLEET = arn('ec2', 'fleet/fleet-0123');
const CAPACITY = arn('ec2', 'capacity-reservation/cr-0fedcba9876543210');
const DAEMON_ROLE = iamArn('role/parallelcluster/accounting-Slurmdbd');
const ZONE = 'arn:aws:route53:::hostedzone/Z0123456789ABCDEF';
const TAG_OF_CLUSTER = { 'aws:ResourceTag/parallelcluster:cluster-name': 'hpc' };
const AT_LAUNCH = { 'ec2:CreateAction': 'RunInstances' };
const VIA_EC2 = { 'kms:ViaService': 'ec2.eu-central-1.amazonaws.com' };
const VIA_S3 = { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' };

/** The same with each scheduler, however narrow the options are. */
const EVERY_HEAD_NODE: readonly Attack[] = [
  ...ANOTHER_ROLE,
  ...DATA_OF_OTHERS,
  ['disks of others', 'headVolumes', ['ec2:DetachVolume', VOLUME], ['ec2:DetachVolume', INSTANCE],
    ['ec2:AttachVolume', VOLUME], ['ec2:AttachVolume', INSTANCE]],
  ['user data of others, by tags', 1, ['ec2:CreateTags', INSTANCE],
    ['ec2:DescribeInstanceAttribute', INSTANCE, TAG_OF_CLUSTER]],
  ['tags on images', 1, ['ec2:CreateTags', IMAGE]],
  ['tags on snapshots', 1, ['ec2:CreateTags', SNAPSHOT]],
  ['tags on volumes', 1, ['ec2:CreateTags', VOLUME]],
  ['user data in launch templates', 'nodeUserData', ['ec2:DescribeLaunchTemplateVersions', '*']],
  ['other instances, stopped', 1, ['ec2:StopInstances', INSTANCE, tagged('aws:ResourceTag')]],
  ['the security groups of others, by other rules', 1, ['ec2:AuthorizeSecurityGroupIngress', SECURITY_GROUP]],
  ['another network for an instance', 1, ['ec2:ModifyNetworkInterfaceAttribute', INTERFACE]],
  ['hosted zones of others', 1, ['route53:DeleteHostedZone', HOSTED_ZONE]],
  ['templates of others', 1, ['cloudformation:GetTemplate', stackArn('payments')]],
  ['the end of its stack', 1, ['cloudformation:DeleteStack', stackArn('hpc')]],
  ['scripts of clusters, by writing', 1, ['s3:PutObject', artifact('hpc', 'configs/x')]],
  ['what all clusters install', 1, ['s3:PutObject', s3Arn('eu-central-1-aws-parallelcluster/archives/x')]],
];

const SLURM: readonly Attack[] = [
  ...EVERY_HEAD_NODE,
  ['the end of every instance', 1, ['ec2:CreateTags', INSTANCE],
    ['ec2:TerminateInstances', INSTANCE, tagged('ec2:ResourceTag')]],
  ['consoles of others, by tags', 1, ['ec2:CreateTags', INSTANCE],
    ['ec2:GetConsoleOutput', INSTANCE, tagged('aws:ResourceTag')]],
  ['an instance that passes for one of others', 'headTags', ['ec2:RunInstances', INSTANCE],
    ['ec2:CreateTags', INSTANCE, AT_LAUNCH]],
  ['a disk that passes for one of others', 'headTags', ['ec2:RunInstances', VOLUME],
    ['ec2:CreateTags', VOLUME, AT_LAUNCH]],
  ['the end of compute nodes', 'headNodes', ['ec2:TerminateInstances', INSTANCE, tagged('ec2:ResourceTag')]],
  ['consoles of compute nodes', 'headNodes', ['ec2:GetConsoleOutput', INSTANCE, tagged('aws:ResourceTag')]],
  ['the end of head nodes', 1, ['ec2:TerminateInstances', INSTANCE, tagged('ec2:ResourceTag', 'hpc', 'HeadNode')]],
  ['a snapshot of others as a disk', 1, ['ec2:RunInstances', SNAPSHOT]],
  ['the security groups of others', 'headLaunches', ['ec2:RunInstances', SECURITY_GROUP],
    ['ec2:RunInstances', INSTANCE]],
  ['a free interface of others', 'headLaunches', ['ec2:RunInstances', INTERFACE], ['ec2:RunInstances', INSTANCE]],
  ['a reservation that others pay for', 1, ['ec2:RunInstances', CAPACITY]],
  ['a role that a launch template of others names', 'headFleets', ['ec2:CreateFleet', LAUNCH_TEMPLATE],
    ['ec2:CreateFleet', INSTANCE], ['ec2:CreateFleet', FLEET]],
  ['a larger fleet of others', 1, ['ec2:ModifyFleet', FLEET]],
  ['a fleet that launches what its template names later', 2, ['ec2:CreateFleet', LAUNCH_TEMPLATE],
    ['ec2:CreateLaunchTemplateVersion', LAUNCH_TEMPLATE], ['ec2:CreateFleet', FLEET]],
  ['a role of a cluster on a function', 1, ['iam:PassRole', OTHER_ROLE, passedTo('lambda.amazonaws.com')]],
  ['the end of tables', 1, ['dynamodb:DeleteTable', table('hpc')]],
  ['tables of others', 1, ['dynamodb:PutItem', arn('dynamodb', 'table/payments')]],
  ['jobs of AWS Batch', 1, ['batch:SubmitJob', QUEUE]],
];

const OF_ALL_CLUSTERS: readonly Attack[] = [
  ...SLURM,
  ...AGENT_ATTACKS,
  ['user data of others', 'nodeUserData', ['ec2:DescribeInstanceAttribute', INSTANCE]],
  ['what is in images of others', 'headLaunches', ['ec2:RunInstances', IMAGE], ['ec2:RunInstances', INSTANCE]],
  ['another network', 'headLaunches', ['ec2:RunInstances', arn('ec2', 'subnet/subnet-0fedcba9876543210')],
    ['ec2:RunInstances', INSTANCE]],
  ['data of other queues', 'headRoles', ['iam:PassRole', OTHER_ROLE, TO_EC2], ['ec2:RunInstances', INSTANCE],
    ['s3:GetObject', s3Arn('data/secret'), {}, 'queue']],
  ['the munge key of all clusters with accounting', 'headRoles', ['iam:PassRole', DAEMON_ROLE, TO_EC2],
    ['ec2:RunInstances', INSTANCE], ['secretsmanager:GetSecretValue', secretArn('munge'), {}, 'daemon']],
  ['names of others', 'headRecords', ['route53:ChangeResourceRecordSets', HOSTED_ZONE]],
  ['the end of nodes of other clusters', 'headNodes',
    ['ec2:TerminateInstances', INSTANCE, tagged('ec2:ResourceTag', 'weather')]],
  ['consoles of nodes of other clusters', 'headNodes',
    ['ec2:GetConsoleOutput', INSTANCE, tagged('aws:ResourceTag', 'weather')]],
  ['fleets of other clusters', 'headTables', ['dynamodb:UpdateItem', table('weather'), STATE_ITEM]],
  ['nodes of other clusters', 'headTables', ['dynamodb:BatchWriteItem', table('slurm-weather')]],
  ['parameters of stacks of others', 'nodeStacks', ['cloudformation:DescribeStacks', stackArn('payments')]],
  ['the failure of stacks of others', 'nodeStacks', ['cloudformation:SignalResource', stackArn('payments')]],
  ['configurations of other clusters', 'headObjects', ['s3:ListBucket', CLUSTER_BUCKET],
    ['s3:GetObject', artifact('weather', 'configs/x')]],
  ['configurations of images', 1, ['s3:GetObject', `${CLUSTER_BUCKET}/parallelcluster/3.15.1/images/x/configs/x`]],
  ['a bucket of the attacker in another account', 1,
    ['s3:GetObject', artifact('weather', 'configs/x'), OF_ANOTHER_ACCOUNT]],
  ['sessions', 1, ['ssmmessages:OpenControlChannel', '*']],
];

const narrow = (given: Fixtures): ParallelClusterHeadNodeRoleProps => ({
  clusterName: 'hpc',
  version: ParallelClusterVersion.LATEST,
  cloudWatchAgent: false,
  slurm: {
    computeRoles: [given.role('queue')],
    subnets: [given.subnet('cluster')],
    imageIds: ['ami-0123456789abcdef0'],
    keyPair: given.keyPair('admin'),
    capacityReservations: ['cr-0123456789abcdef0'],
    hostedZone: given.hostedZone('cluster'),
    loginNodes: true,
  },
  secrets: {
    directoryPasswordParameter: given.secureParameter('directory'),
    databasePassword: given.secret('database'),
    mungeKey: given.secret('munge'),
  },
  efs: { fileSystems: [given.fileSystem('home')] },
  keys: [given.key('images')],
  s3Access: {
    readable: [S3Location.prefix(given.bucket('data'), 'raw/')],
    writable: [S3Location.prefix(given.bucket('results'), 'out/')],
    writableKeys: [given.key('out')],
  },
  sessionManager: {},
});

const OF_ONE_CLUSTER: readonly Attack[] = [
  ...SLURM,
  ['user data of others', 1, ['ec2:DescribeInstanceAttribute', INSTANCE]],
  ['user data of its own cluster', 'nodeUserData', ['ec2:DescribeInstanceAttribute', INSTANCE, TAG_OF_CLUSTER]],
  ['the end of nodes of other clusters', 1, ['ec2:TerminateInstances', INSTANCE, tagged('ec2:ResourceTag', 'weather')]],
  ['consoles of nodes of other clusters', 1,
    ['ec2:GetConsoleOutput', INSTANCE, tagged('aws:ResourceTag', 'weather')]],
  ['what is in images of others', 1, ['ec2:RunInstances', IMAGE]],
  ['another network', 1, ['ec2:RunInstances', arn('ec2', 'subnet/subnet-0fedcba9876543210')]],
  ['instances with a key pair of others', 1, ['ec2:RunInstances', arn('ec2', 'key-pair/payments')]],
  ['an image of the attacker in a fleet', 2, ['ec2:CreateFleet', LAUNCH_TEMPLATE], ['ec2:CreateFleet', IMAGE]],
  ['a role of its cluster that is not listed', 1,
    ['iam:PassRole', iamArn('role/parallelcluster/hpc/hpc-Role-1'), TO_EC2]],
  ['a role whose name starts the same', 1, ['iam:PassRole', iamArn('role/queue-admin'), TO_EC2]],
  ['names of others', 1, ['route53:ChangeResourceRecordSets', HOSTED_ZONE]],
  ['names of other clusters in the zone', 'headRecords', ['route53:ChangeResourceRecordSets', ZONE]],
  ['the fleet of its own cluster', 'headTables', ['dynamodb:UpdateItem', table('hpc'), STATE_ITEM]],
  ['fleets of other clusters', 1, ['dynamodb:UpdateItem', table('weather'), STATE_ITEM]],
  ['nodes of other clusters', 1, ['dynamodb:BatchWriteItem', table('slurm-weather')]],
  ['parameters of stacks of others', 1, ['cloudformation:DescribeStacks', stackArn('payments')]],
  ['the stack of a cluster whose name starts the same', 'clusterNames',
    ['cloudformation:DescribeStacks', stackArn('hpc-2')], ['cloudformation:SignalResource', stackArn('hpc-2')]],
  ['the configuration of another cluster', 1, ['s3:GetObject', artifact('weather', 'configs/x')]],
  ['the configuration of a cluster whose name starts the same', 1, ['s3:GetObject', artifact('hpc-2', 'configs/x')]],
  ['the names of all clusters', 'headObjects', ['s3:ListBucket', CLUSTER_BUCKET]],
  ['a bucket of the attacker in another account', 1, ['s3:ListBucket', CLUSTER_BUCKET, OF_ANOTHER_ACCOUNT]],
  ['any user of the cluster, by the munge key', 'nodeSecrets', ['secretsmanager:GetSecretValue', secretArn('munge')],
    ['secretsmanager:GetSecretValue', secretArn('database')], ['ssm:GetParameter', arn('ssm', 'parameter/directory')]],
  ['another munge key', 1, ['secretsmanager:PutSecretValue', secretArn('munge')]],
  ['secrets whose names start the same', 1, ['secretsmanager:GetSecretValue', secretArn('munge-weather')]],
  ['what the key of a parameter encrypts elsewhere', 'nodeKeys', ['kms:Decrypt', keyOf('directory-key')]],
  ['disks of others under the key of volumes', 'headKeys', ['ec2:AttachVolume', VOLUME],
    ['kms:CreateGrant', keyOf('images'), { ...VIA_EC2, ...FOR_AWS }], ['kms:Decrypt', keyOf('images'), VIA_EC2]],
  ['what the key of volumes encrypts elsewhere', 1, ['kms:Decrypt', keyOf('images')]],
  ['what the key of volumes encrypts in Amazon S3', 1, ['kms:Decrypt', keyOf('images'), VIA_S3]],
  ['the key of volumes for others', 1, ['kms:CreateGrant', keyOf('images'), VIA_EC2]],
  ['another key', 1, ['kms:CreateGrant', keyArn('99999999'), { ...VIA_EC2, ...FOR_AWS }]],
  ['files of all users', 'nodeFileSystems',
    ['elasticfilesystem:ClientRootAccess', arn('elasticfilesystem', 'file-system/fs-0123456789abcdef0')]],
  ['other file systems', 1, ['elasticfilesystem:ClientMount', FILE_SYSTEM]],
  ['results of other users', 'nodeData', ['s3:ListBucket', s3Arn('results')],
    ['s3:DeleteObject', s3Arn('results/out/x')]],
  ['other objects of the bucket', 1, ['s3:GetObject', s3Arn('results/payments')]],
  ['what is only read', 1, ['s3:PutObject', s3Arn('data/raw/x')]],
  ['what the key of results encrypts elsewhere', 'nodeKeys', ['kms:Decrypt', keyOf('out')]],
  ['sessions of others on its node', 'nodeSessions', ['ssmmessages:CreateControlChannel', '*'],
    ['ssmmessages:OpenDataChannel', '*']],
  ['commands of others', 1, ['ec2messages:GetMessages', '*']],
  ['passwords of others, as the agent of Systems Manager', 1, ['ssm:GetParameters', PARAMETER]],
  ['login nodes of others', 1,
    ['elasticloadbalancing:DeregisterTargets', arn('elasticloadbalancing', 'targetgroup/payments/0123')]],
];

const BATCH: readonly Attack[] = [
  ...EVERY_HEAD_NODE,
  ['root on hosts of other clusters', 'headJobs', ['batch:SubmitJob', QUEUE], ['batch:SubmitJob', DEFINITION]],
  ['the end of jobs of others', 'headJobs', ['batch:ListJobs', '*'], ['batch:TerminateJob', arn('batch', 'job/0123')]],
  ['what jobs of others print', 'headJobs',
    ['logs:GetLogEvents', arn('logs', 'log-group:/aws/batch/job:log-stream:PclusterJobDefinition-0123/default/x')]],
  ['logs of other jobs', 1,
    ['logs:GetLogEvents', arn('logs', 'log-group:/aws/batch/job:log-stream:payments/default/x')]],
  ['queues of others', 1, ['batch:SubmitJob', arn('batch', 'job-queue/payments')]],
  ['definitions of others', 1, ['batch:SubmitJob', arn('batch', 'job-definition/payments:1')]],
  ['a job with another role', 1,
    ['batch:RegisterJobDefinition', arn('batch', 'job-definition/PclusterJobDefinition-evil')]],
  ['hosts of jobs', 1,
    ['batch:UpdateComputeEnvironment', arn('batch', 'compute-environment/PclusterComputeEnviron-0123')]],
  ['a host in a cluster of AWS Batch', 1,
    ['ecs:RegisterContainerInstance', arn('ecs', 'cluster/AWSBatch-PclusterCompute-0123')]],
  ['the end of instances', 1, ['ec2:TerminateInstances', INSTANCE, tagged('ec2:ResourceTag')]],
  ['an instance', 1, ['ec2:RunInstances', INSTANCE]],
  ['tags at a launch', 1, ['ec2:CreateTags', INSTANCE, AT_LAUNCH]],
  ['fleets of other clusters', 1, ['dynamodb:PutItem', table('weather')]],
];

/** `AwsBatchPassRoles` leads nowhere without a definition of its own. */
const passToJobs = (role: string): readonly Attack[] => [
  ['a role of clusters in a job', 2, ['iam:PassRole', role, passedTo('ecs-tasks.amazonaws.com')],
    ['batch:RegisterJobDefinition', arn('batch', 'job-definition/PclusterJobDefinition-evil')]],
  ['a role of clusters in a task', 2, ['iam:PassRole', role, passedTo('ecs-tasks.amazonaws.com')],
    ['ecs:RunTask', arn('ecs', 'task-definition/payments:1')]],
];

export const HEAD_NODE_ATTACKS: readonly AttackTable[] = [
  {
    ...attackers('a job on a head node of ParallelCluster 3', () => ({ slurm: {} }), OF_ALL_CLUSTERS),
    others: {
      ...AGENT,
      queue: (stack, given) => new ParallelClusterComputeNodeRole(stack, 'Queue', {
        s3Access: { readable: [S3Location.bucket(given.bucket('data'))] },
      }),
      daemon: (stack, given) => new ParallelClusterSlurmdbdRole(stack, 'Daemon', {
        databasePassword: given.secret('database'), mungeKey: given.secret('munge'), subnet: given.subnet('cluster'),
      }),
    },
  },
  attackers('a job on a head node of one cluster of ParallelCluster 3', narrow, OF_ONE_CLUSTER),
  attackers('a job on a head node of a cluster that is called slurm-weather', () => ({
    clusterName: 'slurm-weather', slurm: {},
  }), [
    ['nodes of the cluster weather', 'clusterNames', ['dynamodb:UpdateItem', table('slurm-weather')]],
    ['the fleet of the cluster weather', 1, ['dynamodb:UpdateItem', table('weather')]],
    ['roles of other clusters', 1, ['iam:PassRole', OTHER_ROLE, TO_EC2]],
    ['any role of its own cluster', 'headRoles',
      ['iam:PassRole', iamArn('role/parallelcluster/slurm-weather/x'), TO_EC2], ['ec2:RunInstances', INSTANCE]],
  ]),
  attackers('a job on a head node with EC2 hostnames', () => ({ slurm: { useEc2Hostnames: true } }), [
    ['names of others', 1, ['route53:ChangeResourceRecordSets', HOSTED_ZONE]],
  ]),
  attackers('a job on a head node of AWS Batch', () => ({ awsBatch: {}, version: ParallelClusterVersion.V3_15 }), [
    ...BATCH,
    ...passToJobs(OTHER_ROLE),
    ['a role of clusters on an instance', 1, ['iam:PassRole', OTHER_ROLE, TO_EC2]],
    ['scripts of jobs of other clusters', 'headJobScripts', ['s3:ListBucket', CLUSTER_BUCKET],
      ['s3:PutObject', artifact('weather', 'batch/job.sh')]],
    ['a bucket of the attacker in another account', 1,
      ['s3:PutObject', artifact('weather', 'batch/data'), OF_ANOTHER_ACCOUNT]],
  ]),
  attackers('a job on a head node of one cluster of AWS Batch', batchOfOneCluster, [
    ...BATCH,
    ...passToJobs(iamArn('role/job')),
    ['roles of other clusters', 1, ['iam:PassRole', OTHER_ROLE, passedTo('ecs-tasks.amazonaws.com')]],
    ['scripts of jobs of other clusters', 1, ['s3:PutObject', artifact('weather', 'batch/job.sh')]],
    ['what the key of the bucket encrypts elsewhere', 'nodeKeys', ['kms:Decrypt', keyOf('artifacts')]],
  ]),
];

function batchOfOneCluster(given: Fixtures): ParallelClusterHeadNodeRoleProps {
  return {
    clusterName: 'hpc',
    version: ParallelClusterVersion.V3_15,
    awsBatch: { jobRoles: [given.role('job')] },
    customS3Bucket: { bucket: given.bucket('artifacts'), encryptionKey: given.key('artifacts') },
  };
}

function attackers(
  attacker: string, props: (given: Fixtures) => ParallelClusterHeadNodeRoleProps, attacks: readonly Attack[],
): AttackTable {
  return {
    construct: 'ParallelClusterHeadNodeRole',
    attacker,
    build: (stack, given) => new ParallelClusterHeadNodeRole(stack, 'HeadNode', props(given)),
    attacks,
  };
}
