import { ANY, DocumentedStatement, Source, Statements } from '../../private/statements/documented-statement';
import { WithoutResources } from '../../private/statements/shared/owned-buckets';

const ONE_SERVICE_EACH = 'narrowed: the page grants the actions of three services on the resources of all three';

/** The AWS Batch CLI of ParallelCluster: its commands submit, follow and end jobs. */
export interface BatchCli {
  /** The feature that has the permissions. */
  readonly feature: string;
  readonly source: Source;
  readonly regional: (service: string, resource: string) => string;
}

export function batchJobsPolicy({ feature, source, regional }: BatchCli): Statements {
  const jobs = regional('batch', 'job/*');
  const on = (sid: string, actions: readonly string[], resources: readonly string[]): DocumentedStatement =>
    ({ sid: `${feature}${sid}`, source, note: ONE_SERVICE_EACH, actions, resources });
  return [
    {
      sid: `${feature}Read`,
      source,
      actions: [
        'batch:DescribeComputeEnvironments',
        'batch:DescribeJobQueues',
        'batch:DescribeJobs',
        'batch:ListJobs',
      ],
      resources: ANY,
    },
    on('SubmitJobs', ['batch:SubmitJob'], [
      regional('batch', 'job-queue/PclusterJobQueue*'),
      regional('batch', 'job-definition/PclusterJobDefinition*:*'),
      jobs,
    ]),
    on('TerminateJobs', ['batch:TerminateJob'], [jobs]),
    on('ReadLogs', ['logs:GetLogEvents'],
      [regional('logs', 'log-group:/aws/batch/job:log-stream:PclusterJobDefinition*')]),
    on('FindHosts', ['ecs:DescribeContainerInstances', 'ecs:ListContainerInstances'], [
      regional('ecs', 'container-instance/AWSBatch-PclusterComputeEnviron*'),
      regional('ecs', 'cluster/AWSBatch-Pcluster*'),
    ]),
  ];
}

/** Writing to the folder through which jobs are submitted. */
export function uploadJobs(feature: string, source: Source): WithoutResources {
  return {
    sid: `${feature}WriteObjects`,
    source,
    note: 'narrowed: the page grants all objects of the bucket; jobs are submitted through one folder',
    actions: ['s3:PutObject'],
  };
}
