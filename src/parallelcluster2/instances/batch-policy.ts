import { InstanceCluster } from './read';
import { Arns } from '../../private/options/arns';
import { passedTo } from '../../private/statements/conditions';
import { ANY, whenPresent } from '../../private/statements/documented-statement';
import { ownedBy } from '../../private/statements/shared/owned-buckets';
import { ClusterStatements, ON_ALL } from '../cluster/statement';
import { SOURCES } from '../sources';

const source = SOURCES.instanceBatch;
const ONE_FOR_ALL = 'narrowed: the page has 11 actions on 9 resources of 6 services in one statement; ';

/** Allows the head node to submit jobs to AWS Batch, to watch them and to read their output. */
export function batchInstancePolicy(arns: Arns, { names, batch }: InstanceCluster): ClusterStatements {
  return [
    {
      sid: 'BatchDescribeJobs',
      source,
      actions: [
        'batch:DescribeComputeEnvironments',
        'batch:DescribeJobDefinitions',
        'batch:DescribeJobQueues',
        'batch:DescribeJobs',
        'batch:ListJobs',
      ],
      resources: ANY,
    },
    {
      sid: 'BatchStopJobs',
      source,
      note: 'narrowed: the page grants all resources; these are the jobs of the region and account, whose names do ' +
        'not identify a cluster',
      printed: ON_ALL,
      actions: [
        'batch:CancelJob',
        'batch:TerminateJob',
      ],
      resources: [arns.regional('batch', 'job/*')],
    },
    {
      sid: 'BatchRegisterJobs',
      source,
      note: 'narrowed: the page first grants named definitions, in a later form all resources; these are ' +
        'named like those of clusters',
      printed: ON_ALL,
      actions: ['batch:RegisterJobDefinition'],
      resources: [arns.regional('batch', 'job-definition/JobDefinition*')],
    },
    ...whenPresent(batch, ({ submission }) => ({
      sid: 'BatchSubmitJobs',
      source,
      note: 'corrected: the page pins a job definition to its first revision, and leaves out the jobs themselves',
      actions: ['batch:SubmitJob'],
      resources: [...submission, arns.regional('batch', 'job/*')],
    })),
    {
      sid: 'BatchPassJobRole',
      source,
      note: `${ONE_FOR_ALL}a job role is passed to the tasks of Amazon ECS only`,
      actions: ['iam:PassRole'],
      resources: batch?.jobRole === undefined ? names.roles : [batch.jobRole],
      conditions: passedTo('ecs-tasks.amazonaws.com'),
    },
    ...whenPresent(batch, ({ ecsClusters }) => ({
      sid: 'BatchFindContainers',
      source,
      note: 'completed: the page has the names that AWS Batch gave its clusters of Amazon ECS until 2021',
      actions: [
        'ecs:DescribeContainerInstances',
        'ecs:ListContainerInstances',
      ],
      resources: [...ecsClusters.map(name => `cluster/${name}`), 'container-instance/*']
        .map(resource => arns.regional('ecs', resource)),
    })),
    {
      sid: 'BatchReadJobLogs',
      source,
      note: 'narrowed: the page reads the events of all log groups; jobs write to this one',
      printed: ON_ALL,
      actions: [
        'logs:FilterLogEvents',
        'logs:GetLogEvents',
      ],
      resources: [arns.logGroups('/aws/batch/job:')],
    },
    {
      sid: 'BatchCreateLogs',
      source,
      note: 'narrowed: the page grants all log groups; the instances of a cluster write to one',
      printed: ON_ALL,
      actions: [
        'logs:CreateLogGroup',
        'logs:TagResource',
        'logs:UntagResource',
      ],
      resources: names.logs,
    },
    {
      sid: 'BatchDescribeInstances',
      source,
      actions: [
        'ec2:DescribeInstances',
        'ec2:DescribeVolumes',
      ],
      resources: ANY,
    },
    {
      sid: 'BatchAttachVolumes',
      source,
      note: 'narrowed: the page grants every resource of EC2; volumes are attached to instances',
      printed: ON_ALL,
      actions: ['ec2:AttachVolume'],
      resources: [arns.regional('ec2', 'instance/*'), arns.regional('ec2', 'volume/*')],
    },
    {
      sid: 'BatchReadAttributes',
      source,
      note: 'narrowed: the page reads the attributes of every instance, also their user data; those of clusters have ' +
        'this tag',
      printed: ON_ALL,
      actions: ['ec2:DescribeInstanceAttribute'],
      resources: [arns.regional('ec2', 'instance/*')],
      conditions: { StringLike: { 'ec2:ResourceTag/Application': names.stackName } },
    },
    {
      sid: 'BatchSignalStacks',
      source,
      note: 'narrowed: the page grants all stacks; those of clusters are named parallelcluster-*',
      printed: ON_ALL,
      actions: [
        'cloudformation:DescribeStackResource',
        'cloudformation:DescribeStacks',
        'cloudformation:SignalResource',
      ],
      resources: names.stacks,
    },
    ownedBy(names.bucketOwner, {
      sid: 'BatchListArtifacts',
      source,
      note: 'narrowed: the page grants s3:List*; this covers the actions that list the objects of a bucket',
      actions: [
        's3:ListBucket',
        's3:ListBucketMultipartUploads',
        's3:ListBucketVersions',
      ],
      resources: names.buckets,
    }),
    ownedBy(names.bucketOwner, {
      sid: 'BatchUseArtifacts',
      source,
      note: 'narrowed: the page grants s3:Get*; this covers the actions that read objects; corrected: since ' +
        '2.10.0 the folder of jobs is in the folder of the cluster',
      actions: [
        's3:DeleteObject',
        's3:GetObject',
        's3:GetObjectTagging',
        's3:GetObjectVersion',
        's3:PutObject',
      ],
      resources: names.batchArtifacts,
    }),
  ];
}
