import {
  ParallelClusterComputeNodeRole, ParallelClusterComputeNodeRoleProps, ParallelClusterLoginNodeRole,
  ParallelClusterLoginNodeRoleProps, ParallelClusterSlurmdbdRole, S3Location,
} from '../../../src';
import { Fixtures } from '../../support/given';
import { Attack, AttackTable } from '../attack';
import {
  arn, FILE_SYSTEM, group, INSTANCE, INTERFACE, keyArn, keyOf, OF_ANOTHER_ACCOUNT, PARAMETER, s3Arn, stackArn,
} from '../resources';
import {
  AGENT, AGENT_ATTACKS, ANOTHER_ROLE, artifact, CLUSTER_BUCKET, DATA_OF_OTHERS, LOG_STREAM, MACHINES_OF_OTHERS,
  NODE_ITEM, REPORT_ITEM, secretArn, STATE_ITEM, table,
} from './roles-fixtures';

const OWN_INSTANCE = { 'aws:ResourceTag/parallelcluster:cluster-name': 'hpc' };
const OTHER_INSTANCE = { 'aws:ResourceTag/parallelcluster:cluster-name': 'weather' };
const ARTIFACTS = s3Arn('eu-central-1-aws-parallelcluster/archives/x');

/** The same for each compute and login node, however narrow its options are. */
const EVERY_NODE: readonly Attack[] = [
  ...ANOTHER_ROLE,
  ...DATA_OF_OTHERS,
  ...MACHINES_OF_OTHERS,
  ['configurations of clusters', 1, ['s3:GetObject', artifact('hpc', 'configs/x')]],
  ['the names of clusters in the bucket', 1, ['s3:ListBucket', CLUSTER_BUCKET]],
  ['scripts of clusters', 1, ['s3:PutObject', artifact('hpc', 'configs/x')]],
  ['what all clusters install', 1, ['s3:PutObject', ARTIFACTS]],
  ['a copy of data in the bucket of AWS in another account', 1, ['s3:PutObject', ARTIFACTS, OF_ANOTHER_ACCOUNT]],
  ['user data in launch templates', 1, ['ec2:DescribeLaunchTemplateVersions', '*']],
  ['consoles of instances', 1, ['ec2:GetConsoleOutput', INSTANCE, OWN_INSTANCE]],
  ['the end of nodes of its own cluster', 1,
    ['ec2:TerminateInstances', INSTANCE, { 'ec2:ResourceTag/parallelcluster:node-type': 'Compute' }]],
  ['the end of tables', 1, ['dynamodb:DeleteTable', table('hpc')]],
  ['tables of others', 1, ['dynamodb:GetItem', arn('dynamodb', 'table/payments')]],
  ['the end of its stack', 1, ['cloudformation:DeleteStack', stackArn('hpc')]],
  ['templates', 1, ['cloudformation:GetTemplate', stackArn('hpc')]],
  ['jobs of AWS Batch', 1, ['batch:SubmitJob', arn('batch', 'job-queue/PclusterJobQueue-0123')]],
];

/** Without the name of a cluster. */
const OF_ALL_CLUSTERS: readonly Attack[] = [
  ...EVERY_NODE,
  ...AGENT_ATTACKS,
  ['user data of others', 'nodeUserData', ['ec2:DescribeInstanceAttribute', INSTANCE]],
  ['updates of other clusters, by false reports', 'nodeTables', ['dynamodb:PutItem', table('weather'), REPORT_ITEM]],
  ['the end of all jobs of other clusters', 1, ['dynamodb:UpdateItem', table('weather'), STATE_ITEM]],
  ['the state of other fleets, with the items of nodes', 1, ['dynamodb:UpdateItem', table('weather')]],
  ['nodes of other clusters', 1, ['dynamodb:PutItem', table('slurm-weather'), NODE_ITEM]],
  ['secrets in the metadata of stacks', 'nodeStacks', ['cloudformation:DescribeStackResource', stackArn('payments')]],
  ['sessions', 1, ['ssmmessages:CreateControlChannel', '*']],
];

const OF_ONE_CLUSTER: readonly Attack[] = [
  ...EVERY_NODE,
  ['user data of others', 1, ['ec2:DescribeInstanceAttribute', INSTANCE]],
  ['user data of other clusters', 1, ['ec2:DescribeInstanceAttribute', INSTANCE, OTHER_INSTANCE]],
  ['user data of its own cluster', 'nodeUserData', ['ec2:DescribeInstanceAttribute', INSTANCE, OWN_INSTANCE]],
  ['updates of its own cluster, by false reports', 'nodeTables', ['dynamodb:PutItem', table('hpc'), REPORT_ITEM]],
  ['updates of other clusters, by false reports', 1, ['dynamodb:PutItem', table('weather'), REPORT_ITEM]],
  ['the end of all jobs of its own cluster', 1, ['dynamodb:UpdateItem', table('hpc'), STATE_ITEM]],
  ['the end of all jobs of other clusters', 1, ['dynamodb:UpdateItem', table('weather'), STATE_ITEM]],
  ['nodes of its own cluster', 1, ['dynamodb:PutItem', table('slurm-hpc'), NODE_ITEM]],
  ['nodes of other clusters', 1, ['dynamodb:PutItem', table('slurm-weather'), NODE_ITEM]],
  ['secrets in the metadata of stacks', 1, ['cloudformation:DescribeStackResource', stackArn('payments')]],
  ['the stack of a cluster whose name starts the same', 'clusterNames',
    ['cloudformation:DescribeStackResource', stackArn('hpc-2')]],
  ['files of all users', 'nodeFileSystems',
    ['elasticfilesystem:ClientRootAccess', arn('elasticfilesystem', 'file-system/fs-0123456789abcdef0')],
    ['elasticfilesystem:ClientWrite', arn('elasticfilesystem', 'file-system/fs-0123456789abcdef0')]],
  ['other file systems', 1, ['elasticfilesystem:ClientMount', FILE_SYSTEM]],
  ['the end of a file system', 1,
    ['elasticfilesystem:DeleteFileSystem', arn('elasticfilesystem', 'file-system/fs-0123456789abcdef0')]],
  ['results of other users', 'nodeData', ['s3:ListBucket', s3Arn('results')], ['s3:GetObject', s3Arn('results/out/x')],
    ['s3:DeleteObject', s3Arn('results/out/x')]],
  ['a script that the head node runs', 'nodeData', ['s3:PutObject', s3Arn('results/out/post-install.sh')]],
  ['older versions of results, for ever', 1, ['s3:DeleteObjectVersion', s3Arn('results/out/x')]],
  ['results for the world', 1, ['s3:PutObjectAcl', s3Arn('results/out/x')]],
  ['names of all objects of the bucket', 'nodeData', ['s3:ListBucket', s3Arn('data')]],
  ['other objects of the bucket', 1, ['s3:GetObject', s3Arn('data/payments')]],
  ['what is only read', 1, ['s3:PutObject', s3Arn('data/raw/x')]],
  ['what the key of data encrypts elsewhere', 'nodeKeys', ['kms:Decrypt', keyOf('raw')]],
  ['what is only decrypted', 1, ['kms:GenerateDataKey', keyOf('raw')]],
  ['another key', 1, ['kms:Decrypt', keyArn('99999999')]],
  ['sessions of others on its node', 'nodeSessions', ['ssmmessages:CreateControlChannel', '*'],
    ['ssmmessages:OpenDataChannel', '*']],
  ['commands of others', 1, ['ec2messages:GetMessages', '*']],
  ['passwords of others, as the agent of Systems Manager', 1, ['ssm:GetParameters', PARAMETER]],
];

const ANY_BUCKET: readonly Attack[] = [
  ['each bucket of the account', 'nodeAnyBucket', ['s3:GetObject', s3Arn('payments/data')],
    ['s3:PutObject', s3Arn('payments/data')], ['s3:DeleteObject', s3Arn('payments/data')]],
  ['a bucket of the attacker in another account', 'nodeAnyBucket',
    ['s3:PutObject', s3Arn('evil/data'), OF_ANOTHER_ACCOUNT]],
  ['scripts of other clusters', 'nodeAnyBucket', ['s3:PutObject', artifact('weather', 'configs/x')]],
  ['a bucket, by its policy', 1, ['s3:PutBucketPolicy', s3Arn('payments')]],
  ['the end of a bucket', 1, ['s3:DeleteBucket', s3Arn('payments')]],
];

const anyBucket = () => ({ s3Access: { writable: [S3Location.anyBucket()] } });

const narrow = (given: Fixtures) => ({
  clusterName: 'hpc',
  cloudWatchAgent: false,
  efs: { fileSystems: [given.fileSystem('home')] },
  s3Access: {
    readable: [S3Location.prefix(given.bucket('data'), 'raw/')],
    readableKeys: [given.key('raw')],
    writable: [S3Location.prefix(given.bucket('results'), 'out/')],
  },
  sessionManager: {},
});

export const COMPUTE_NODE_ATTACKS: readonly AttackTable[] = [
  {
    ...onComputeNodes('a job on a compute node of ParallelCluster 3', () => ({}), [
      ...OF_ALL_CLUSTERS,
      ['the nodes of all clusters', 'nodeTables', ['dynamodb:Query', table('slurm-weather')]],
      ['parameters of stacks', 1, ['cloudformation:DescribeStacks', stackArn('payments')]],
      ['metrics of AWS', 1, ['cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'AWS/EC2' }]],
      ['the lifecycle of login nodes', 1,
        ['autoscaling:CompleteLifecycleAction', group('weather-login-AutoScalingGroup')]],
    ]),
    others: AGENT,
  },
  onComputeNodes('a job on a compute node of one cluster of ParallelCluster 3', narrow, [
    ...OF_ONE_CLUSTER,
    ['the nodes of other clusters', 1, ['dynamodb:Query', table('slurm-weather')]],
    ['metrics of others', 1, ['cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'payments' }]],
  ]),
  onComputeNodes('a job on a compute node of a cluster that is called slurm-weather', () => ({
    clusterName: 'slurm-weather',
  }), [
    ['nodes of the cluster weather', 1, ['dynamodb:PutItem', table('slurm-weather'), NODE_ITEM]],
    ['the nodes of the cluster weather in one request', 1, ['dynamodb:Query', table('slurm-weather')]],
    ['updates of the cluster weather', 1, ['dynamodb:PutItem', table('weather'), REPORT_ITEM]],
  ]),
  onComputeNodes('a job on a compute node with any bucket', anyBucket, ANY_BUCKET),
];

const GROUP = 'login-AutoScalingGroup';

export const LOGIN_NODE_ATTACKS: readonly AttackTable[] = [
  {
    ...onLoginNodes('a user on a login node of ParallelCluster 3', () => ({}), [
      ...OF_ALL_CLUSTERS,
      ['the nodes of all clusters in one request', 1, ['dynamodb:Query', table('slurm-weather')]],
      ['parameters of stacks of others', 'nodeStacks', ['cloudformation:DescribeStacks', stackArn('payments')]],
      ['login nodes of other clusters, before their users are gone', 'loginLifecycle',
        ['autoscaling:CompleteLifecycleAction', group(`weather-${GROUP}`)]],
      ['a group of others with such a name', 'loginLifecycle',
        ['autoscaling:CompleteLifecycleAction', group('payments-web-AutoScalingGroup')]],
      ['a group of others', 1, ['autoscaling:CompleteLifecycleAction', group('payments')]],
      ['the size of groups', 1, ['autoscaling:UpdateAutoScalingGroup', group(`weather-${GROUP}`)]],
      ['the end of groups', 1, ['autoscaling:DeleteAutoScalingGroup', group(`weather-${GROUP}`)]],
      ['metrics of clusters', 1, ['cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'ParallelCluster' }]],
    ]),
    others: AGENT,
  },
  onLoginNodes('a user on a login node of one cluster of ParallelCluster 3', given => ({
    ...narrow(given), pools: ['login'],
  }), [
    ...OF_ONE_CLUSTER,
    ['login nodes of other clusters', 1, ['autoscaling:CompleteLifecycleAction', group(`weather-${GROUP}`)]],
    ['login nodes of other pools', 1, ['autoscaling:CompleteLifecycleAction', group('hpc-admin-AutoScalingGroup')]],
    ['login nodes of its own pool', 'loginLifecycle', ['autoscaling:CompleteLifecycleAction', group(`hpc-${GROUP}`)]],
    ['parameters of stacks of others', 1, ['cloudformation:DescribeStacks', stackArn('payments')]],
    ['parameters of a cluster whose name starts the same', 'clusterNames',
      ['cloudformation:DescribeStacks', stackArn('hpc-2')]],
  ]),
  onLoginNodes('a user on a login node of any pool of one cluster', () => ({ clusterName: 'hpc' }), [
    ['login nodes of a cluster whose name starts the same', 'clusterNames',
      ['autoscaling:CompleteLifecycleAction', group(`hpc-2-${GROUP}`)]],
    ['login nodes of other clusters', 1, ['autoscaling:CompleteLifecycleAction', group(`weather-${GROUP}`)]],
  ]),
  onLoginNodes('a user on a login node with any bucket', anyBucket, ANY_BUCKET),
];

const inSubnet = (id: string) => ({ 'ec2:Subnet': arn('ec2', `subnet/${id}`) });
const OWN_SUBNET = inSubnet('subnet-0123456789abcdef0');
const OTHER_SUBNET = inSubnet('subnet-0fedcba9876543210');
const DAEMON_LOG = arn('logs', 'log-group:/aws/parallelcluster/external-slurmdbd/weather:log-stream:x');

export const SLURMDBD_ATTACKS: readonly AttackTable[] = [{
  construct: 'ParallelClusterSlurmdbdRole',
  attacker: 'somebody on the instance of a Slurm database daemon',
  build: (stack, given) => new ParallelClusterSlurmdbdRole(stack, 'Daemon', {
    databasePassword: given.encryptedSecret('database'),
    mungeKey: given.secret('munge'),
    subnet: given.subnet('cluster'),
    bucket: S3Location.prefix(given.bucket('results'), 'out/'),
    bucketKey: given.key('results'),
  }),
  attacks: [
    ...ANOTHER_ROLE,
    ...DATA_OF_OTHERS,
    ...MACHINES_OF_OTHERS,
    ['addresses of others in its subnet', 'daemonAddresses', ['ec2:AssignPrivateIpAddresses', INTERFACE, OWN_SUBNET]],
    ['addresses in other subnets', 1, ['ec2:AssignPrivateIpAddresses', INTERFACE, OTHER_SUBNET]],
    ['addresses of others, by taking them away', 1, ['ec2:UnassignPrivateIpAddresses', INTERFACE, OWN_SUBNET]],
    ['public addresses of others', 1, ['ec2:AssociateAddress', arn('ec2', 'elastic-ip/eipalloc-0fedcba9876543210')]],
    ['interfaces of others', 1, ['ec2:AttachNetworkInterface', INTERFACE, OWN_SUBNET]],
    ['traffic of others, by another interface', 1, ['ec2:ModifyNetworkInterfaceAttribute', INTERFACE, OWN_SUBNET]],
    ['any user of all clusters, by the munge key', 'daemonSecrets',
      ['secretsmanager:GetSecretValue', secretArn('munge')]],
    ['another munge key', 1, ['secretsmanager:PutSecretValue', secretArn('munge')]],
    ['secrets whose names start the same', 1, ['secretsmanager:GetSecretValue', secretArn('munge-weather')]],
    ['traces of what they did, in logs of other daemons', 'clusterLogs', ['logs:PutLogEvents', DAEMON_LOG]],
    ['logs of clusters', 1, ['logs:PutLogEvents', arn('logs', 'log-group:/aws/parallelcluster/weather:log-stream:x')]],
    ['logs of others', 1, ['logs:PutLogEvents', LOG_STREAM]],
    ['the end of logs', 1,
      ['logs:DeleteLogGroup', arn('logs', 'log-group:/aws/parallelcluster/external-slurmdbd/hpc')]],
    ['what else is in its folder', 'nodeData', ['s3:GetObject', s3Arn('results/out/x')],
      ['s3:DeleteObject', s3Arn('results/out/x')]],
    ['names of all objects of the bucket', 'nodeData', ['s3:ListBucket', s3Arn('results')]],
    ['other objects of the bucket', 1, ['s3:GetObject', s3Arn('results/payments')]],
    ['what the key of the bucket encrypts elsewhere', 'nodeKeys', ['kms:Decrypt', keyOf('results')]],
    ['another key', 1, ['kms:Decrypt', keyArn('99999999')]],
    ['fleets of clusters', 1, ['dynamodb:PutItem', table('hpc')]],
    ['user data of others', 1, ['ec2:DescribeInstanceAttribute', INSTANCE]],
  ],
}];

function onComputeNodes(
  attacker: string, props: (given: Fixtures) => ParallelClusterComputeNodeRoleProps, attacks: readonly Attack[],
): AttackTable {
  return {
    construct: 'ParallelClusterComputeNodeRole',
    attacker,
    build: (stack, given) => new ParallelClusterComputeNodeRole(stack, 'ComputeNode', props(given)),
    attacks,
  };
}

function onLoginNodes(
  attacker: string, props: (given: Fixtures) => ParallelClusterLoginNodeRoleProps, attacks: readonly Attack[],
): AttackTable {
  return {
    construct: 'ParallelClusterLoginNodeRole',
    attacker,
    build: (stack, given) => new ParallelClusterLoginNodeRole(stack, 'LoginNode', props(given)),
    attacks,
  };
}
