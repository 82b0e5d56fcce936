import {
  ParallelCluster2InstanceRole, ParallelCluster2InstanceRoleProps, ParallelCluster2PermissionSet,
  ParallelCluster2Scheduler,
} from '../../../src';
import { batchStack, subnet } from '../../parallelcluster2/fixtures';
import { Fixtures } from '../../support/given';
import { Attack, AttackTable } from '../attack';
import {
  ADMIN, arn, FILE_SYSTEM, FOR_AWS, group, HOSTED_ZONE, iamArn, INSTANCE, INTERFACE, keyArn, keyOf, LAUNCH_TEMPLATE,
  OF_A_CONFIGURATION, OF_A_VERSION, OF_ANOTHER_ACCOUNT, OF_THE_NEWEST, s3Arn, SECURITY_GROUP, stackArn, VOLUME,
} from '../resources';
import { ANOTHER_ROLE } from './another-role';
import {
  BUCKET, EVIL_GROUP, IMAGE, JOB, NAMESAKE, OUTPUT_OF_JOBS, ROLE, SNAPSHOT, SUBNET, taggedFor, TEAM_CONFIGURATION,
  TEAM_DEFINITION, TEAM_FOLDER, TEAM_GROUP, TEAM_QUEUE, TEAM_QUEUE_OF_JOBS, TEAM_STACK, TEAM_TABLE, TO_EC2, TO_LAMBDA,
  TO_TASKS, WEATHER_CONFIGURATION, WEATHER_GROUP, WEATHER_STACK,
} from './clusters';

const { AWSBATCH, SGE, SLURM, TORQUE } = ParallelCluster2Scheduler;
const { GUIDE_2_9 } = ParallelCluster2PermissionSet;

const KEY_PAIR = arn('ec2', 'key-pair/admin');
const TEAM_LOG = arn('logs', 'log-group:/aws/parallelcluster/team:log-stream:head');
const DEFINITION = arn('batch', 'job-definition/JobDefinitionSerial-1a2b');
const QUEUE = arn('batch', 'job-queue/JobQueue-3c4d');
const VIA_EC2 = { 'kms:ViaService': 'ec2.eu-central-1.amazonaws.com' };
const VIA_S3 = { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' };

/** With every scheduler. */
const EVERY_NODE: readonly Attack[] = [
  ...ANOTHER_ROLE,
  ['disks of others that no instance uses', 'nodeVolumes', ['ec2:AttachVolume', VOLUME],
    ['ec2:AttachVolume', INSTANCE]],
  ['disks of others that an instance uses', 1, ['ec2:DetachVolume', VOLUME]],
  ['a copy of the disk of others', 1, ['ec2:CreateSnapshot', VOLUME]],
  ['the end of disks of others', 1, ['ec2:DeleteVolume', VOLUME]],
  ['user data of an instance of no cluster', 1, ['ec2:DescribeInstanceAttribute', INSTANCE]],
  ['user data of templates', 1, ['ec2:DescribeLaunchTemplateVersions', '*']],
  ['the end of an instance of no cluster', 1, ['ec2:TerminateInstances', INSTANCE]],
  ['the stop of an instance', 1, ['ec2:StopInstances', INSTANCE]],
  ['another version of a launch template', 1, ['ec2:CreateLaunchTemplateVersion', LAUNCH_TEMPLATE]],
  ['the network of others', 1, ['ec2:AuthorizeSecurityGroupIngress', SECURITY_GROUP]],
  ['interfaces of others', 1, ['ec2:ModifyNetworkInterfaceAttribute', INTERFACE]],
  ['the end of names of others', 1, ['route53:DeleteHostedZone', HOSTED_ZONE]],
  ['file systems of others, as root', 1, ['elasticfilesystem:ClientRootAccess', FILE_SYSTEM]],
  ['another form of a cluster', 1, ['cloudformation:UpdateStack', WEATHER_STACK]],
  ['the end of logs', 1, ['logs:DeleteLogGroup', arn('logs', 'log-group:/aws/parallelcluster/weather')]],
  ['the configuration of clusters', 1, ['s3:PutObject', WEATHER_CONFIGURATION]],
  ['data of others', 1, ['s3:GetObject', s3Arn('payments/data')]],
  ['a role of clusters on a function', 1, ['iam:PassRole', ROLE, TO_LAMBDA]],
  ['the size of groups of others', 1, ['autoscaling:UpdateAutoScalingGroup', group('payments')]],
];

/** With SGE, Slurm and Torque. */
const NODE: readonly Attack[] = [
  ...EVERY_NODE,
  ['the end of every instance, by a tag', 1, ['ec2:CreateTags', INSTANCE],
    ['ec2:TerminateInstances', INSTANCE, taggedFor('weather')]],
  ['user data of every instance, by a tag', 1, ['ec2:CreateTags', INSTANCE],
    ['ec2:DescribeInstanceAttribute', INSTANCE, taggedFor('weather')]],
  ['roles of other clusters', 'nodeRoles', ['iam:PassRole', ROLE, TO_EC2], ['ec2:RunInstances', INSTANCE]],
  ['records of others', 'nodeRecords', ['route53:ChangeResourceRecordSets', HOSTED_ZONE]],
  ['a security group of others', 'nodeLaunches', ['ec2:RunInstances', SECURITY_GROUP]],
  ['what is in snapshots', 1, ['ec2:RunInstances', SNAPSHOT]],
  ['a role of clusters in a job', 1, ['iam:PassRole', ROLE, TO_TASKS]],
  ['jobs of others', 1, ['batch:TerminateJob', JOB]],
];

const ANY_LAUNCH: readonly Attack[] = [
  ['each network', 'nodeLaunches', ['ec2:RunInstances', SUBNET], ['ec2:RunInstances', IMAGE],
    ['ec2:RunInstances', KEY_PAIR]],
];

const OF_ALL_CLUSTERS: readonly Attack[] = [
  ['the end of nodes of other clusters', 'nodeClusters', ['ec2:TerminateInstances', INSTANCE, taggedFor('team')]],
  ['user data of nodes of other clusters', 'nodeClusters',
    ['ec2:DescribeInstanceAttribute', INSTANCE, taggedFor('team')]],
  ['nodes of other clusters', 'nodeClusters', ['dynamodb:PutItem', TEAM_TABLE], ['dynamodb:DeleteItem', TEAM_TABLE]],
  ['the configuration of other clusters', 'nodeClusters', ['s3:GetObject', TEAM_CONFIGURATION]],
  ['signals of other clusters', 'nodeClusters', ['cloudformation:SignalResource', TEAM_STACK]],
  ['logs of other clusters', 'nodeClusters', ['logs:PutLogEvents', TEAM_LOG]],
  ['a bucket of the attacker in another account', 1, ['s3:GetObject', TEAM_CONFIGURATION, OF_ANOTHER_ACCOUNT]],
  ['signals of others', 1, ['cloudformation:SignalResource', stackArn('payments')]],
];

const OF_ONE_CLUSTER: readonly Attack[] = [
  ['the end of nodes of another cluster', 1, ['ec2:TerminateInstances', INSTANCE, taggedFor('team')]],
  ['user data of nodes of another cluster', 1, ['ec2:DescribeInstanceAttribute', INSTANCE, taggedFor('team')]],
  ['nodes of another cluster', 1, ['dynamodb:PutItem', TEAM_TABLE]],
  ['the configuration of another cluster', 1, ['s3:GetObject', TEAM_CONFIGURATION]],
  ['signals of another cluster', 1, ['cloudformation:SignalResource', TEAM_STACK]],
  ['signals of a cluster that is named alike', 'nodeNamesakes', ['cloudformation:SignalResource', NAMESAKE]],
  ['logs of another cluster', 1, ['logs:PutLogEvents', TEAM_LOG]],
];

const GROUPS: readonly Attack[] = [
  ['the size of groups of other clusters', 'nodeClusters', ['autoscaling:SetDesiredCapacity', TEAM_GROUP],
    ['autoscaling:UpdateAutoScalingGroup', TEAM_GROUP],
    ['autoscaling:TerminateInstanceInAutoScalingGroup', TEAM_GROUP]],
  ['messages of other clusters', 'nodeClusters', ['sqs:SendMessage', TEAM_QUEUE], ['sqs:DeleteMessage', TEAM_QUEUE]],
  ['what groups launch', 1, ['autoscaling:UpdateAutoScalingGroup', WEATHER_GROUP, OF_A_VERSION]],
  ['a group of their own', 1, ['autoscaling:CreateAutoScalingGroup', EVIL_GROUP, OF_A_VERSION]],
  ['queues for others', 1, ['sqs:SetQueueAttributes', TEAM_QUEUE]],
  ['messages of others', 1, ['sqs:ReceiveMessage', arn('sqs', 'payments')]],
];

const BATCH: readonly Attack[] = [
  ...EVERY_NODE,
  ['jobs of others', 'nodeJobs', ['batch:TerminateJob', JOB], ['batch:CancelJob', JOB]],
  ['the output of jobs of others', 'nodeJobs', ['logs:GetLogEvents', OUTPUT_OF_JOBS]],
  ['the output of others', 1, ['logs:GetLogEvents', arn('logs', 'log-group:/payments:log-stream:x')]],
  ['jobs on queues of other clusters', 1, ['batch:SubmitJob', TEAM_QUEUE_OF_JOBS]],
  ['definitions of other clusters', 1, ['batch:SubmitJob', `${TEAM_DEFINITION}:1`]],
  ['what jobs of others run', 1, ['batch:RegisterJobDefinition', arn('batch', 'job-definition/payments')]],
  ['hosts of jobs', 1, ['batch:UpdateComputeEnvironment', arn('batch', 'compute-environment/ComputeEnvironment-5e6f')]],
  ['containers of others', 1, ['ecs:ExecuteCommand', arn('ecs', 'cluster/payments')]],
  ['a host of containers of others', 1, ['ecs:RegisterContainerInstance', arn('ecs', 'cluster/payments')]],
  ['an instance', 1, ['ec2:RunInstances', INSTANCE]],
  ['roles of other clusters', 1, ['iam:PassRole', ROLE, TO_EC2]],
  ['user data of others, by a tag', 1, ['ec2:CreateTags', INSTANCE],
    ['ec2:DescribeInstanceAttribute', INSTANCE, taggedFor('weather')]],
  ['the end of nodes', 1, ['ec2:TerminateInstances', INSTANCE, taggedFor('weather')]],
  ['records of others', 1, ['route53:ChangeResourceRecordSets', HOSTED_ZONE]],
  ['nodes of other clusters', 1, ['dynamodb:PutItem', TEAM_TABLE]],
];

const SUBMIT: readonly Attack[] = [
  ['hosts of jobs, by a privileged job', 'nodeJobs', ['batch:RegisterJobDefinition', DEFINITION],
    ['batch:SubmitJob', `${DEFINITION}:2`], ['batch:SubmitJob', QUEUE], ['batch:SubmitJob', JOB]],
];

export const NODES_ATTACKS: readonly AttackTable[] = [
  nodes('nodes of all ParallelCluster 2 clusters', SLURM, () => ({}), [
    ...NODE, ...ANY_LAUNCH, ...OF_ALL_CLUSTERS,
    ['the size of groups of clusters', 1, ['autoscaling:UpdateAutoScalingGroup', TEAM_GROUP]],
    ['messages of clusters', 1, ['sqs:SendMessage', TEAM_QUEUE]],
  ]),
  nodes('nodes of one ParallelCluster 2 cluster', SLURM, given => ({
    clusterName: 'weather',
    launch: { subnets: [subnet(given.stack, 'subnet-0123456789abcdef0')], imageIds: ['ami-0123456789abcdef0'] },
    passableRoles: [given.role('listed')],
    keys: [given.key('volumes')],
  }), [
    ...NODE, ...OF_ONE_CLUSTER,
    ['another network', 1, ['ec2:RunInstances', SUBNET]],
    ['another image', 1, ['ec2:RunInstances', IMAGE]],
    ['a listed role', 'nodeRoles', ['iam:PassRole', iamArn('role/listed'), TO_EC2], ['ec2:RunInstances', INSTANCE]],
    ['a role whose name starts the same', 1, ['iam:PassRole', iamArn('role/listed-admin'), TO_EC2]],
    ['volumes with the key', 'nodeKeys', ['ec2:AttachVolume', VOLUME], ['kms:Decrypt', keyOf('volumes'), VIA_EC2],
      ['kms:CreateGrant', keyOf('volumes'), { ...VIA_EC2, ...FOR_AWS }]],
    ['what the key encrypts elsewhere', 1, ['kms:Decrypt', keyOf('volumes')]],
    ['objects that the key encrypts', 1, ['kms:Decrypt', keyOf('volumes'), VIA_S3]],
    ['the key for others', 1, ['kms:CreateGrant', keyOf('volumes'), VIA_EC2]],
    ['another key', 1, ['kms:Decrypt', keyArn('99999999'), VIA_EC2]],
  ]),
  nodes('nodes of all ParallelCluster 2 clusters with SGE', SGE, () => ({}), [
    ...NODE, ...ANY_LAUNCH, ...OF_ALL_CLUSTERS, ...GROUPS,
  ]),
  nodes('nodes of one ParallelCluster 2 cluster with Torque', TORQUE, () => ({ clusterName: 'weather' }), [
    ...NODE, ...ANY_LAUNCH, ...OF_ONE_CLUSTER,
    ['the size of groups of another cluster', 1, ['autoscaling:SetDesiredCapacity', TEAM_GROUP]],
    ['messages of another cluster', 1, ['sqs:ReceiveMessage', TEAM_QUEUE]],
    ['what its group launches', 1, ['autoscaling:UpdateAutoScalingGroup', WEATHER_GROUP, OF_THE_NEWEST]],
    ['what its group launches, by a configuration', 1,
      ['autoscaling:UpdateAutoScalingGroup', WEATHER_GROUP, OF_A_CONFIGURATION]],
  ]),
  nodes('nodes of ParallelCluster 2 as of 2.9', SLURM, () => ({ permissionSet: GUIDE_2_9 }), [
    ...NODE, ...ANY_LAUNCH, ...OF_ALL_CLUSTERS, ...GROUPS,
  ]),
  nodes('a ParallelCluster 2 head node of AWS Batch before its stack', AWSBATCH, () => ({}), [
    ...BATCH,
    ['a job', 1, ['batch:SubmitJob', QUEUE]],
    ['signals of other clusters', 'nodeClusters', ['cloudformation:SignalResource', TEAM_STACK]],
    ['user data of nodes of other clusters', 'nodeClusters',
      ['ec2:DescribeInstanceAttribute', INSTANCE, taggedFor('team')]],
    ['a bucket of the attacker in another account', 1, ['s3:ListBucket', BUCKET, OF_ANOTHER_ACCOUNT]],
  ]),
  nodes('head nodes of AWS Batch of all ParallelCluster 2 clusters', AWSBATCH, () => ({}), [
    ['jobs of other clusters, by their files', 'nodeClusters', ['s3:PutObject', `${BUCKET}/${TEAM_FOLDER}/batch/job.sh`]],
    ['the configuration of clusters', 1, ['s3:PutObject', TEAM_CONFIGURATION]],
  ]),
  nodes('head nodes of AWS Batch of ParallelCluster 2 as of 2.9', AWSBATCH, () => ({ permissionSet: GUIDE_2_9 }), [
    ['jobs of other clusters, by their files', 'nodeClusters', ['s3:PutObject', `${BUCKET}/batch/job.sh`]],
    ['templates of clusters', 1, ['s3:PutObject', `${BUCKET}/custom_resources_code/artifacts.zip`]],
  ]),
  nodes('a ParallelCluster 2 head node of AWS Batch with a listed bucket', AWSBATCH, given => ({
    resourceBucket: { bucket: given.bucket('artifacts') },
  }), [
    ['jobs of other clusters, by their files', 'nodeClusters',
      ['s3:PutObject', s3Arn(`artifacts/${TEAM_FOLDER}/batch/job.sh`)]],
    ['the configuration of clusters', 1,
      ['s3:PutObject', s3Arn(`artifacts/${TEAM_FOLDER}/configs/cluster-config.json`)]],
    ['buckets of the CLI', 1, ['s3:ListBucket', BUCKET]],
  ]),
  nodes('a ParallelCluster 2 head node of AWS Batch', AWSBATCH, ({ stack }) => ({
    clusterName: 'weather', batchStack: batchStack(stack),
  }), [
    ...BATCH, ...SUBMIT,
    ['roles of clusters in a job', 'nodeJobRoles', ['iam:PassRole', ROLE, TO_TASKS],
      ['batch:RegisterJobDefinition', DEFINITION], ['batch:SubmitJob', QUEUE]],
    ['jobs of another cluster, by their files', 1, ['s3:PutObject', `${BUCKET}/${TEAM_FOLDER}/batch/job.sh`]],
    ['signals of another cluster', 1, ['cloudformation:SignalResource', TEAM_STACK]],
    ['signals of a cluster that is named alike', 'nodeNamesakes', ['cloudformation:SignalResource', NAMESAKE]],
    ['user data of nodes of another cluster', 1, ['ec2:DescribeInstanceAttribute', INSTANCE, taggedFor('team')]],
  ]),
  nodes('a ParallelCluster 2 head node of AWS Batch with a role of jobs', AWSBATCH, given => ({
    clusterName: 'weather', batchStack: batchStack(given.stack, { jobRole: given.role('jobs') }),
  }), [
    ...BATCH, ...SUBMIT,
    ['roles of clusters in a job', 1, ['iam:PassRole', ROLE, TO_TASKS]],
    ['the role of jobs on an instance', 1, ['iam:PassRole', iamArn('role/jobs'), TO_EC2]],
  ]),
  nodes('nodes of ParallelCluster 2 with unrestricted access', SGE, () => ({ unrestrictedAccess: true }), [
    ['a role of others on an instance', 'nodeUnrestricted', ['iam:PassRole', ADMIN, TO_EC2],
      ['ec2:RunInstances', INSTANCE]],
    ['a role of others on a function', 1, ['iam:PassRole', ADMIN, TO_LAMBDA]],
    ['the end of every instance', 'nodeUnrestricted', ['ec2:TerminateInstances', INSTANCE]],
    ['user data of every instance', 'nodeUnrestricted', ['ec2:DescribeInstanceAttribute', INSTANCE]],
    ['the groups of others', 'nodeUnrestricted',
      ['autoscaling:UpdateAutoScalingGroup', group('payments'), OF_THE_NEWEST]],
    ['logs of others', 'nodeUnrestricted', ['logs:PutLogEvents', arn('logs', 'log-group:/payments:log-stream:x')]],
    ['more permissions', 1, ['iam:PutRolePolicy', ROLE]],
  ]),
  nodes('a ParallelCluster 2 head node of AWS Batch with unrestricted access', AWSBATCH, ({ stack }) => ({
    batchStack: batchStack(stack), unrestrictedAccess: true,
  }), [
    ['what jobs of others run', 'nodeUnrestricted',
      ['batch:RegisterJobDefinition', arn('batch', 'job-definition/payments')]],
    ['signals of others', 'nodeUnrestricted', ['cloudformation:SignalResource', stackArn('payments')]],
    ['logs of others', 'nodeUnrestricted', ['logs:GetLogEvents', arn('logs', 'log-group:/payments:log-stream:x')]],
    ['user data of every instance', 'nodeUnrestricted', ['ec2:DescribeInstanceAttribute', INSTANCE]],
    ['jobs on queues of others', 1, ['batch:SubmitJob', arn('batch', 'job-queue/payments')]],
    ['a role of others in a job', 1, ['iam:PassRole', ADMIN, TO_TASKS]],
    ['an instance', 1, ['ec2:RunInstances', INSTANCE]],
  ]),
];

export const NODES_ESCALATIONS = {
  'an instance with a role': 'nodeRoles',
  'a batch job with a role': 'nodeJobRoles',
  'a batch job of others': 'nodeJobs',
  'a grant on a key': 'nodeKeys',
};

function nodes(
  attacker: string, scheduler: ParallelCluster2Scheduler,
  options: (given: Fixtures) => Partial<ParallelCluster2InstanceRoleProps>, attacks: readonly Attack[],
): AttackTable {
  return {
    construct: 'ParallelCluster2InstanceRole',
    attacker,
    build: (stack, given) => new ParallelCluster2InstanceRole(stack, 'Nodes', { scheduler, ...options(given) }),
    attacks,
  };
}
