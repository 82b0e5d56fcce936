import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import {
  arn, bucket, DATA, DESCRIBE_ITSELF, ec2, keyArn, MOUNT_FILE_SYSTEM, NO_OTHER_ARTIFACTS, NO_OTHER_ATTRIBUTES,
  NO_OTHER_DATA, NO_OTHER_FILE_SYSTEM, NO_OTHER_FLEET_TABLE, NO_OTHER_ITEM, NO_OTHER_METRICS, NO_OTHER_STACK,
  NOT_END_ITSELF, object, OTHER_ACCOUNT, PUT_START_METRICS, READ_ARTIFACTS, READ_DCV_LICENSE, READ_STACK_RESOURCES,
  REPORT_TO_FLEET_TABLE, secret, stack, statementsOf, table, USE_DATA,
} from './roles-fixtures';
import {
  ParallelClusterComputeNodeRole, ParallelClusterLoginNodeRole, ParallelClusterSlurmdbdRole, ParallelClusterVersion,
  S3Location,
} from '../../../src';
import { RequestRow, RequestTable } from '../../support/request-table';
import { NO_OTHER_SYSTEMS_MANAGER, OPEN_SESSIONS } from '../sessions';

const NODES = table('parallelcluster-slurm-hpc');

const FIND_ITSELF: readonly RequestRow[] = [
  ['find itself among the nodes of Slurm', 'dynamodb:Query', `${NODES}/index/InstanceId`],
  ['list the nodes of Slurm', 'dynamodb:Query', NODES],
];

const START: readonly RequestRow[] = [
  ...DESCRIBE_ITSELF,
  ...READ_ARTIFACTS,
  ...PUT_START_METRICS,
];

const NOT_START: readonly RequestRow[] = [
  ...NO_OTHER_ARTIFACTS,
  ...NO_OTHER_METRICS,
  ...NOT_END_ITSELF,
];

const anyComputeNode: RequestTable = {
  name: 'a compute node of any cluster',
  statements: statementsOf(inStack => new ParallelClusterComputeNodeRole(inStack, 'Subject')),
  allowed: [...START, ...FIND_ITSELF, ...REPORT_TO_FLEET_TABLE, ...READ_STACK_RESOURCES],
  denied: [
    ...NOT_START,
    ...NO_OTHER_ITEM,
    ['query a table of another owner', 'dynamodb:Query', table('orders')],
    ['change the nodes of Slurm', 'dynamodb:BatchWriteItem', NODES],
    ['delete its stack', 'cloudformation:DeleteStack', stack('hpc')],
  ],
};

const computeNode: RequestTable = {
  name: 'a compute node of one cluster, with data, file systems and encrypted sessions',
  statements: statementsOf((inStack, given) => new ParallelClusterComputeNodeRole(inStack, 'Subject', {
    clusterName: 'hpc',
    efs: { fileSystems: [given.fileSystem('home')] },
    s3Access: DATA(given),
    sessionManager: { sessionKey: given.key('session') },
  })),
  allowed: [
    ...START, ...FIND_ITSELF, ...REPORT_TO_FLEET_TABLE, ...READ_STACK_RESOURCES, ...MOUNT_FILE_SYSTEM, ...USE_DATA,
    ...OPEN_SESSIONS,
    ['open the session', 'kms:Decrypt', keyArn('session')],
  ],
  denied: [
    ...NOT_START,
    ...NO_OTHER_ATTRIBUTES,
    ...NO_OTHER_ITEM,
    ...NO_OTHER_FLEET_TABLE,
    ...NO_OTHER_STACK,
    ...NO_OTHER_FILE_SYSTEM,
    ...NO_OTHER_DATA,
    ...NO_OTHER_SYSTEMS_MANAGER,
    ['encrypt with the key of the session', 'kms:Encrypt', keyArn('session')],
    ['list the nodes of another cluster', 'dynamodb:Query', table('parallelcluster-slurm-other')],
    ['find itself among the nodes of another cluster', 'dynamodb:Query',
      `${table('parallelcluster-slurm-other')}/index/InstanceId`],
    ['change the nodes of Slurm', 'dynamodb:PutItem', NODES],
  ],
};

const oldComputeNode: RequestTable = {
  name: 'a compute node of version 3.8',
  statements: statementsOf(inStack =>
    new ParallelClusterComputeNodeRole(inStack, 'Subject', { version: ParallelClusterVersion.V3_8 })),
  allowed: [...START, ...FIND_ITSELF],
  denied: [
    ...NOT_START,
    ['tell how far it is', 'dynamodb:PutItem', NODES],
  ],
};

const group = (name: string) =>
  arn('autoscaling', `autoScalingGroup:12345678-1234-1234-1234-123456789012:autoScalingGroupName/${name}`);

const LOGIN: readonly RequestRow[] = [
  ...DESCRIBE_ITSELF,
  ...READ_ARTIFACTS,
  ...READ_DCV_LICENSE,
  ...REPORT_TO_FLEET_TABLE,
  ...READ_STACK_RESOURCES,
  ...['hpc', 'hpc-LoginNodes-1ABCDEF'].map((name): RequestRow =>
    ['look its stacks up', 'cloudformation:DescribeStacks', stack(name)]),
  ['let its pool end it', 'autoscaling:CompleteLifecycleAction', group('hpc-small-AutoScalingGroup')],
];

/** No release publishes a metric of how login nodes start. */
const NOT_START_OF_LOGIN: readonly RequestRow[] = NOT_START.filter(row => !NO_OTHER_METRICS.includes(row));

const anyLoginNode: RequestTable = {
  name: 'a login node of any pool of any cluster',
  statements: statementsOf(inStack => new ParallelClusterLoginNodeRole(inStack, 'Subject')),
  allowed: LOGIN,
  denied: [
    ...NOT_START_OF_LOGIN,
    ...NO_OTHER_ITEM,
    ['let a group of another owner end it', 'autoscaling:CompleteLifecycleAction', group('web')],
  ],
};

const loginNode: RequestTable = {
  name: 'a login node of a pool of one cluster, with data, scripts and file systems',
  statements: statementsOf((inStack, given) => new ParallelClusterLoginNodeRole(inStack, 'Subject', {
    clusterName: 'hpc',
    pools: ['small'],
    efs: { fileSystems: [given.fileSystem('home')] },
    s3Access: DATA(given),
    sessionManager: { sessionKey: given.key('session') },
  })),
  allowed: [
    ...LOGIN, ...MOUNT_FILE_SYSTEM, ...USE_DATA, ...OPEN_SESSIONS,
    ['open the session', 'kms:Decrypt', keyArn('session')],
  ],
  denied: [
    ...NOT_START_OF_LOGIN,
    ...NO_OTHER_ATTRIBUTES,
    ...NO_OTHER_ITEM,
    ...NO_OTHER_FLEET_TABLE,
    ...NO_OTHER_STACK,
    ...NO_OTHER_FILE_SYSTEM,
    ...NO_OTHER_DATA,
    ...NO_OTHER_SYSTEMS_MANAGER,
    ['let another pool end it', 'autoscaling:CompleteLifecycleAction', group('hpc-large-AutoScalingGroup')],
    ['let the pool of another cluster end it', 'autoscaling:CompleteLifecycleAction', group('other-small-AutoScalingGroup')],
    ['delete its pool', 'autoscaling:DeleteAutoScalingGroup', group('hpc-small-AutoScalingGroup')],
  ],
};

const NETWORK_INTERFACE = ec2('network-interface/eni-0123456789abcdef0');
const inSubnet = (id: string, owner?: string) => ({ 'ec2:Subnet': arn('ec2', `subnet/${id}`, owner) });
const LOGS = arn('logs', 'log-group:/aws/parallelcluster/external-slurmdbd/dbd-1a2b3c:log-stream:slurmdbd');

const slurmdbd: RequestTable = {
  name: 'the instance of an external Slurm database daemon',
  statements: statementsOf((inStack, given) => new ParallelClusterSlurmdbdRole(inStack, 'Subject', {
    databasePassword: secretsmanager.Secret.fromSecretAttributes(inStack, 'Database', {
      secretCompleteArn: secret('database'), encryptionKey: given.key('database'),
    }),
    mungeKey: given.secret('munge'),
    subnet: given.subnet('cluster'),
    bucket: S3Location.prefix(given.bucket('backups'), 'slurmdbd/'),
    bucketKey: given.key('backups'),
  })),
  allowed: [
    ['read the password of the database', 'secretsmanager:GetSecretValue', secret('database')],
    ['decrypt it', 'kms:Decrypt', keyArn('database')],
    ['read the munge key', 'secretsmanager:GetSecretValue', secret('munge')],
    ['write its logs', ['logs:CreateLogStream', 'logs:PutLogEvents'], LOGS],
    ['take its second address', 'ec2:AssignPrivateIpAddresses', NETWORK_INTERFACE, inSubnet('subnet-0123456789abcdef0')],
    ['take it in a subnet that another account shares', 'ec2:AssignPrivateIpAddresses', NETWORK_INTERFACE,
      inSubnet('subnet-0123456789abcdef0', OTHER_ACCOUNT)],
    ['list its bucket', 's3:ListBucket', bucket('backups')],
    ['keep what it writes', ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      object('backups', 'slurmdbd/1.sql')],
    ['encrypt what it writes', ['kms:Decrypt', 'kms:GenerateDataKey'], keyArn('backups')],
  ],
  denied: [
    ['read another secret', 'secretsmanager:GetSecretValue', secret('billing')],
    ['change the password', 'secretsmanager:PutSecretValue', secret('database')],
    ['write other logs', 'logs:PutLogEvents', arn('logs', 'log-group:/aws/parallelcluster/hpc-1:log-stream:a')],
    ['take an address in another subnet', 'ec2:AssignPrivateIpAddresses', NETWORK_INTERFACE,
      inSubnet('subnet-fedcba9876543210f')],
    ['take an address in another subnet that is shared', 'ec2:AssignPrivateIpAddresses', NETWORK_INTERFACE,
      inSubnet('subnet-fedcba9876543210f', OTHER_ACCOUNT)],
    ['take an address on an interface of another account', 'ec2:AssignPrivateIpAddresses',
      arn('ec2', 'network-interface/eni-0123456789abcdef0', OTHER_ACCOUNT), inSubnet('subnet-0123456789abcdef0')],
    ['read beside its folder', 's3:GetObject', object('backups', 'reports/1.csv')],
    ['delete its bucket', 's3:DeleteBucket', bucket('backups')],
    ['encrypt with another key', 'kms:GenerateDataKey', keyArn('other')],
    ['encrypt with the key of the password', 'kms:GenerateDataKey', keyArn('database')],
  ],
};

export const COMPUTE_NODE_TABLES: readonly RequestTable[] = [anyComputeNode, computeNode, oldComputeNode];
export const LOGIN_NODE_TABLES: readonly RequestTable[] = [anyLoginNode, loginNode];
export const SLURMDBD_TABLES: readonly RequestTable[] = [slurmdbd];
