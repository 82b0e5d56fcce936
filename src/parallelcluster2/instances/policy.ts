import { batchInstancePolicy } from './batch-policy';
import { InstanceCluster } from './read';
import { Arns } from '../../private/options/arns';
import { sessionManagerFeature } from '../../private/roles/session-manager';
import { passedTo, viaService } from '../../private/statements/conditions';
import { ANY, whenPresent, PolicyFeature, THIS_ROLE } from '../../private/statements/documented-statement';
import { EC2_SERVICES } from '../../private/statements/services';
import { ownedBy } from '../../private/statements/shared/owned-buckets';
import { KEEPS_LAUNCH_TEMPLATE } from '../../private/statements/shared/scaling-groups';
import { volumeKeys } from '../../private/statements/shared/volume-keys';
import { GUIDE_2_11, ParallelCluster2Scheduler } from '../cluster/options';
import { artifactKey, clusterFeatures, ClusterStatements, ON_ALL, untilGuide29 } from '../cluster/statement';
import { SOURCES } from '../sources';

const { AWSBATCH, SLURM } = ParallelCluster2Scheduler;
const source = SOURCES.instance;
const GROUPS = 'narrowed: the page grants all Auto Scaling groups; those of clusters are named parallelcluster-*';

/** Returns the permissions of every head node, and those of its scheduler. */
export function instancePolicy(arns: Arns, cluster: InstanceCluster): readonly PolicyFeature[] {
  const isBatch = cluster.scheduler === AWSBATCH;
  const features = clusterFeatures(cluster.version, cluster.isUnrestricted, {
    Common: commonPolicy(arns, cluster, isBatch),
    Compute: whenPresent(!isBatch, () => computePolicy(arns, cluster)),
    Scaling: whenPresent(!isBatch, () => scalingPolicy(cluster)),
    Batch: whenPresent(isBatch, () => batchInstancePolicy(arns, cluster)),
    Volumes: volumeKeys({
      feature: 'Volumes',
      source: SOURCES.templates,
      keys: cluster.keys,
      note: 'added: EC2 uses the keys for the head node when it launches instances and attaches volumes',
      conditions: viaService('ec2', arns.region),
    }),
  });
  return [...features, sessionManagerFeature(SOURCES.sessionManager, cluster.sessionManager)];
}

function commonPolicy(arns: Arns, { names }: InstanceCluster, isBatch: boolean): ClusterStatements {
  const note = isBatch ? 'completed: the page has it for the other schedulers only' : undefined;
  return [
    {
      sid: 'CommonReadPackages',
      source,
      note,
      actions: ['s3:GetObject'],
      resources: [
        `${arns.bucket(`${arns.region}-aws-parallelcluster`)}/*`,
        `${arns.bucket(`dcv-license.${arns.region}`)}/*`,
      ],
    },
    {
      sid: 'CommonFindFileSystems',
      source,
      actions: ['fsx:DescribeFileSystems'],
      resources: ANY,
    },
    {
      sid: 'CommonWriteLogs',
      source,
      note: 'narrowed: the page grants all log groups; the instances of a cluster write to one',
      printed: ON_ALL,
      actions: [
        'logs:CreateLogStream',
        'logs:PutLogEvents',
      ],
      resources: names.logs,
    },
    ...artifactKey('CommonArtifactKey', names, isBatch ? ['kms:Decrypt', 'kms:GenerateDataKey'] : ['kms:Decrypt']),
  ];
}

function computePolicy(arns: Arns, { names, launch, passableRoles }: InstanceCluster): ClusterStatements {
  const ofType = (...types: readonly string[]) => types.map(type => arns.regional('ec2', `${type}/*`));
  return [
    {
      sid: 'ComputeDescribe',
      source,
      actions: [
        'ec2:DescribeInstanceStatus',
        'ec2:DescribeInstances',
        'ec2:DescribeLaunchTemplates',
        'ec2:DescribeVolumes',
      ],
      resources: ANY,
    },
    {
      sid: 'ComputeDescribeInstanceTypes',
      source,
      since: GUIDE_2_11,
      actions: ['ec2:DescribeInstanceTypes'],
      resources: ANY,
    },
    {
      sid: 'ComputeUseInstances',
      source,
      note: 'narrowed: the page grants every resource of EC2; a head node attaches volumes to instances',
      printed: ON_ALL,
      actions: ['ec2:AttachVolume'],
      resources: ofType('instance', 'volume'),
    },
    {
      sid: 'ComputeTagInstances',
      source,
      note: 'narrowed: the page tags every resource of EC2, also as part of a cluster; a head node tags what it launches',
      printed: ON_ALL,
      actions: ['ec2:CreateTags'],
      resources: ofType('instance', 'network-interface', 'volume'),
      conditions: { StringEquals: { 'ec2:CreateAction': 'RunInstances' } },
    },
    {
      sid: 'ComputeReadAttributes',
      source,
      note: 'narrowed: the page reads the attributes of every instance, also their user data; those of clusters have ' +
        'this tag',
      printed: ON_ALL,
      actions: ['ec2:DescribeInstanceAttribute'],
      resources: ofType('instance'),
      conditions: { StringLike: { 'ec2:ResourceTag/Application': names.stackName } },
    },
    {
      sid: 'ComputeTerminate',
      source,
      note: 'narrowed: the page terminates every instance; those of clusters have this tag',
      printed: ON_ALL,
      actions: ['ec2:TerminateInstances'],
      resources: ofType('instance'),
      conditions: { StringLike: { 'ec2:ResourceTag/Application': names.stackName } },
    },
    {
      sid: 'ComputeLaunch',
      source,
      note: 'narrowed: the page of version 2.9 launches from every resource; its later form lists these',
      printed: ON_ALL,
      actions: ['ec2:RunInstances'],
      resources: [
        ...launch,
        ...ofType('instance', 'launch-template', 'network-interface', 'placement-group', 'security-group', 'volume'),
      ],
    },
    {
      sid: 'ComputePassItself',
      source,
      note: 'narrowed: the page passes every role; instances get the role of the head node',
      actions: ['iam:PassRole'],
      resources: [THIS_ROLE],
      conditions: passedTo(EC2_SERVICES),
    },
    {
      sid: 'ComputePassRoles',
      source,
      note: 'narrowed: the page passes every role; those of clusters are named parallelcluster-*, others are listed',
      printed: { conditions: passedTo(EC2_SERVICES) },
      actions: ['iam:PassRole'],
      resources: [...names.roles, ...passableRoles],
      conditions: passedTo(EC2_SERVICES),
    },
    {
      sid: 'ComputeListTables',
      source,
      actions: ['dynamodb:ListTables'],
      resources: ANY,
    },
    {
      sid: 'ComputeUseTable',
      source,
      note: 'narrowed: the page grants the tables of all clusters; clusterName limits it to one',
      actions: [
        'dynamodb:BatchWriteItem',
        'dynamodb:DeleteItem',
        'dynamodb:DescribeTable',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
      ],
      resources: [...names.tables, ...names.indexes],
    },
    {
      sid: 'ComputeSignalStacks',
      source,
      note: 'narrowed: the page grants the stacks of all clusters; clusterName limits it to one',
      actions: [
        'cloudformation:DescribeStackResource',
        'cloudformation:DescribeStacks',
        'cloudformation:SignalResource',
      ],
      resources: names.stacks,
    },
    ownedBy(names.bucketOwner, {
      sid: 'ComputeReadConfig',
      source,
      note: 'narrowed: the page grants the buckets of all clusters; clusterName limits it to its folder, and ' +
        'resourceBucket adds the bucket, which the page leaves out',
      actions: [
        's3:GetObject',
        's3:GetObjectVersion',
      ],
      resources: names.artifacts,
    }),
    {
      sid: 'ComputeNameInstances',
      source,
      actions: ['route53:ChangeResourceRecordSets'],
      resources: [arns.global('route53', 'hostedzone/*')],
    },
  ];
}

/** Auto Scaling of SGE and Torque. Since 2.9.0 Slurm does not need it, but the page of that version still grants it. */
function scalingPolicy({ scheduler, names }: InstanceCluster): ClusterStatements {
  return untilGuide29(scheduler === SLURM, [
    {
      sid: 'ScalingListQueues',
      source,
      actions: ['sqs:ListQueues'],
      resources: ANY,
    },
    {
      sid: 'ScalingUseQueue',
      source,
      note: 'narrowed: the page grants the queues of all clusters; clusterName limits it to one',
      actions: [
        'sqs:ChangeMessageVisibility',
        'sqs:DeleteMessage',
        'sqs:GetQueueUrl',
        'sqs:ReceiveMessage',
        'sqs:SendMessage',
      ],
      resources: names.queues,
    },
    {
      sid: 'ScalingDescribeGroups',
      source,
      actions: [
        'autoscaling:DescribeAutoScalingGroups',
        'autoscaling:DescribeTags',
      ],
      resources: ANY,
    },
    {
      sid: 'ScalingChangeGroups',
      source,
      note: GROUPS,
      printed: ON_ALL,
      actions: [
        'autoscaling:SetDesiredCapacity',
        'autoscaling:SetInstanceHealth',
        'autoscaling:TerminateInstanceInAutoScalingGroup',
      ],
      resources: names.autoScalingGroups,
    },
    {
      sid: 'ScalingScaleGroups',
      source,
      note: `${GROUPS}; a head node changes their size, not what they launch`,
      printed: ON_ALL,
      actions: ['autoscaling:UpdateAutoScalingGroup'],
      resources: names.autoScalingGroups,
      conditions: KEEPS_LAUNCH_TEMPLATE,
    },
  ]);
}
