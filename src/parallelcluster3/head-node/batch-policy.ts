import { AwsBatch } from './read';
import { ANY, DocumentedStatement } from '../../private/statements/documented-statement';
import { ClusterArns } from '../cluster/cluster-arns';
import { bucketKeys } from '../cluster/statements';
import { ClusterBucket } from '../cluster/storage';
import { ROLE_SOURCES } from '../sources';

/** Who takes the role of a job from `iam:PassRole`. */
const BATCH_SERVICES = ['batch.amazonaws.com', 'ecs-tasks.amazonaws.com'];

const ONE_SERVICE_EACH = 'narrowed: the page grants actions of three services on the resources of all of them';

export function awsBatchPolicy(
  arns: ClusterArns, { passableRoles }: AwsBatch, bucket: ClusterBucket,
): readonly DocumentedStatement[] {
  const source = ROLE_SOURCES.headNode;
  const jobs = arns.regional('batch', 'job/*');
  return [
    {
      sid: 'AwsBatchRead',
      source,
      actions: [
        'batch:DescribeComputeEnvironments',
        'batch:DescribeJobQueues',
        'batch:DescribeJobs',
        'batch:ListJobs',
      ],
      resources: ANY,
    },
    {
      sid: 'AwsBatchSubmitJobs',
      source,
      note: ONE_SERVICE_EACH,
      actions: ['batch:SubmitJob'],
      resources: [
        arns.regional('batch', 'job-queue/PclusterJobQueue*'),
        arns.regional('batch', 'job-definition/PclusterJobDefinition*:*'),
        jobs,
      ],
    },
    {
      sid: 'AwsBatchTerminateJobs',
      source,
      note: ONE_SERVICE_EACH,
      actions: ['batch:TerminateJob'],
      resources: [jobs],
    },
    {
      sid: 'AwsBatchReadLogs',
      source,
      note: ONE_SERVICE_EACH,
      actions: ['logs:GetLogEvents'],
      resources: [arns.regional('logs', 'log-group:/aws/batch/job:log-stream:PclusterJobDefinition*')],
    },
    {
      sid: 'AwsBatchFindHosts',
      source,
      note: ONE_SERVICE_EACH,
      actions: [
        'ecs:DescribeContainerInstances',
        'ecs:ListContainerInstances',
      ],
      resources: [
        arns.regional('ecs', 'container-instance/AWSBatch-PclusterComputeEnviron*'),
        arns.regional('ecs', 'cluster/AWSBatch-Pcluster*'),
      ],
    },
    {
      sid: 'AwsBatchWriteObjects',
      source,
      note: 'narrowed: the page grants all objects of the bucket; jobs are handed over in one folder',
      actions: ['s3:PutObject'],
      resources: [arns.artifactsIn(bucket.arn, 'batch/')],
    },
    ...bucketKeys('AwsBatchWriteKeys', ROLE_SOURCES.batchBuilder, bucket, ['kms:GenerateDataKey']),
    {
      sid: 'AwsBatchPassRoles',
      source,
      note: 'narrowed: the page passes all roles under /parallelcluster/, and instance profiles, which nobody passes. The ' +
        'role of a job is one of a task of Amazon ECS, which is added',
      actions: ['iam:PassRole'],
      resources: passableRoles,
      conditions: { StringEquals: { 'iam:PassedToService': BATCH_SERVICES } },
    },
  ];
}
