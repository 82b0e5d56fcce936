import { passedTo } from '../../private/statements/conditions';
import { Statements } from '../../private/statements/documented-statement';
import { ownedBy } from '../../private/statements/shared/owned-buckets';
import { batchJobsPolicy, uploadJobs } from '../cluster/batch-jobs';
import { ClusterArns } from '../cluster/cluster-arns';
import { bucketKeys } from '../cluster/statements';
import { ClusterBucket } from '../cluster/storage';
import { ROLE_SOURCES } from '../sources';

/** The services that the role of a job is passed to. */
const BATCH_SERVICES = ['batch.amazonaws.com', 'ecs-tasks.amazonaws.com'];

export function awsBatchPolicy(
  arns: ClusterArns, passableRoles: readonly string[], bucket: ClusterBucket,
): Statements {
  const source = ROLE_SOURCES.headNode;
  return [
    ...batchJobsPolicy({ feature: 'AwsBatch', source, regional: arns.regional }),
    ownedBy(bucket.owner, { ...uploadJobs('AwsBatch', source), resources: [arns.artifactsIn(bucket.arn, 'batch/')] }),
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
