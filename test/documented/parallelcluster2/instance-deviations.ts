import { ofOtherServices, printed, regional } from './pairs';
import { Deviations, Dropped } from '../platform';

const PASS_ROLE = { 'ComputePassItself, ComputePassRoles': ['iam:PassRole'] };
const SCALING = {
  ScalingChangeGroups: [
    'autoscaling:SetDesiredCapacity',
    'autoscaling:SetInstanceHealth',
    'autoscaling:TerminateInstanceInAutoScalingGroup',
  ],
  ScalingScaleGroups: ['autoscaling:UpdateAutoScalingGroup'],
};

const NARROWED = {
  CommonWriteLogs: ['logs:CreateLogStream'],
  ComputeTagInstances: ['ec2:CreateTags'],
  ComputeUseInstances: ['ec2:AttachVolume'],
  ComputeReadAttributes: ['ec2:DescribeInstanceAttribute'],
  ComputeTerminate: ['ec2:TerminateInstances'],
  ComputeLaunch: ['ec2:RunInstances'],
  ...PASS_ROLE,
};

/** Of the buckets with names of clusters, only those of the account. */
const CONFIG = {
  ComputeReadConfig: ['s3:GetObject', 's3:GetObjectVersion'].map(action => `${action} ${printed('s3', '::parallelcluster-*/*')}`),
};

const UNUSED: Dropped = {
  kind: 'unused',
  because: 'no program of the nodes calls it',
  pairs: ['ec2:DescribeRegions'],
};

const SCALED_BY_GROUPS: Dropped = {
  kind: 'other options',
  because: 'since 2.9.0 Slurm scales by itself; with SGE and Torque, and as of 2.9, queues and groups are granted',
  pairs: [
    ...['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueUrl', 'ReceiveMessage', 'SendMessage']
      .map(action => `sqs:${action} ${regional('sqs', 'parallelcluster-*')}`),
    'sqs:ListQueues',
    'autoscaling:DescribeAutoScalingGroups',
    'autoscaling:DescribeTags',
    ...Object.values(SCALING).flat(),
  ],
};

const OF_BATCH = ofOtherServices({
  serial: regional('batch', 'job-definition/${JobDefinitionSerial}:1'),
  multiNode: regional('batch', 'job-definition/${JobDefinitionMultiNode}*'),
  queue: regional('batch', 'job-queue/${JobQueue}'),
  stack: regional('cloudformation', 'stack/${StackName}/*'),
  artifacts: printed('s3', '::${ResourcesBucket}/batch/*'),
  jobRole: printed('iam', ':${Account}:role/${JobRole}'),
  cluster: regional('ecs', 'cluster/${EcsComputeEnvironment}'),
  instances: regional('ecs', 'container-instance/*'),
  logs: regional('logs', 'log-group:/aws/batch/job:log-stream:*'),
}, {
  'batch:SubmitJob': ['serial', 'multiNode', 'queue'],
  'batch:RegisterJobDefinition': ['serial', 'multiNode'],
  'cloudformation:DescribeStacks': ['stack'],
  // One of our statements also grants both.
  'ecs:ListContainerInstances': ['cluster', 'instances'],
  'ecs:DescribeContainerInstances': ['cluster', 'instances'],
  'logs:GetLogEvents': ['logs'],
  'logs:FilterLogEvents': ['logs'],
  's3:PutObject': ['artifacts'],
  's3:Get*': ['artifacts'],
  's3:DeleteObject': ['artifacts'],
  'iam:PassRole': ['jobRole'],
});

/** In the wide form, actions on all resources also cover wrong resources. */
const WIDE_OF_BATCH: Dropped = {
  ...OF_BATCH,
  pairs: OF_BATCH.pairs.filter(pair => !/^(batch:Register|cloudformation:|logs:)/.test(pair)),
};

const ARTIFACTS = ['s3:Get*', 's3:PutObject', 's3:DeleteObject']
  .map(action => `${action} ${printed('s3', '::${ResourcesBucket}/batch/*')}`);

const IN_FOLDERS: Dropped = {
  kind: 'other options',
  because: 'since 2.10.0 jobs are in the folder of their cluster; as of 2.9 they are in this one',
  pairs: ARTIFACTS,
};

const NARROWED_OF_BATCH = {
  BatchListArtifacts: [`s3:List* ${printed('s3', '::${ResourcesBucket}')}`],
  BatchPassJobRole: [`iam:PassRole ${printed('iam', ':${Account}:role/${JobRole}')}`],
};

export const INSTANCE_DEVIATIONS: Readonly<Record<string, Readonly<Record<string, Deviations>>>> = {
  'parallelcluster2/instance-sge-slurm-torque': {
    'instances of SGE or Torque': { narrowed: { ...NARROWED, ...CONFIG, ...SCALING }, dropped: [UNUSED] },
    'instances of Slurm': { narrowed: { ...NARROWED, ...CONFIG }, dropped: [SCALED_BY_GROUPS, UNUSED] },
    'instances as of 2.9': { narrowed: { ...NARROWED, ...CONFIG, ...SCALING }, dropped: [UNUSED] },
    'instances as of 2.9, unrestricted': { narrowed: { ...PASS_ROLE, ...CONFIG }, dropped: [UNUSED] },
  },
  'parallelcluster2/instance-awsbatch': {
    'instances of AWS Batch': {
      narrowed: {
        ...NARROWED_OF_BATCH,
        CommonWriteLogs: ['logs:CreateLogStream'],
        BatchCreateLogs: ['logs:CreateLogGroup'],
        BatchStopJobs: ['batch:CancelJob', 'batch:TerminateJob'],
        BatchAttachVolumes: ['ec2:AttachVolume'],
        BatchReadAttributes: ['ec2:DescribeInstanceAttribute'],
        BatchSignalStacks: ['cloudformation:DescribeStackResource', 'cloudformation:SignalResource'],
      },
      dropped: [{ ...OF_BATCH, pairs: OF_BATCH.pairs.filter(pair => !ARTIFACTS.includes(pair)) }, IN_FOLDERS],
    },
    'instances of AWS Batch as of 2.9, unrestricted': {
      narrowed: { ...NARROWED_OF_BATCH, BatchUseArtifacts: ARTIFACTS }, dropped: [WIDE_OF_BATCH],
    },
  },
};
