import { passedTo } from '../../private/statements/conditions';
import { ANY, Statements } from '../../private/statements/documented-statement';
import { ClusterArns } from '../cluster/cluster-arns';
import { bucketKeys } from '../cluster/statements';
import { ClusterBucket } from '../cluster/storage';
import { ROLE_SOURCES } from '../sources';

/** The services that the role of a job is passed to. */
const BATCH_SERVICES = ['batch.amazonaws.com', 'ecs-tasks.amazonaws.com'];

const ONE_SERVICE_EACH = 'narrowed: the page grants the actions of three services on the resources of all three';

export function awsBatchPolicy(
  arns: ClusterArns, passableRoles: readonly string[], bucket: ClusterBucket,
): Statements {
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
      note: 'narrowed: the page grants all objects of the bucket; jobs are submitted through one folder',
      actions: ['s3:PutObject'],
      resources: [arns.artifactsIn(bucket.arn, 'batch/')],
    },
    ...bucketKeys('AwsBatchWriteKeys', ROLE_SOURCES.batchBuilder, bucket.keys, ['kms:GenerateDataKey']),
    {
      sid: 'AwsBatchPassRoles',
      source,
      note: 'narrowed: the page has all roles and instance profiles under /parallelcluster/, but iam:PassRole ' +
        'applies to roles only. Jobs are tasks of Amazon ECS, which is added as a service',
      actions: ['iam:PassRole'],
      resources: passableRoles,
      conditions: passedTo(BATCH_SERVICES),
    },
  ];
}
