import * as batch from 'aws-cdk-lib/aws-batch';
import * as iam from 'aws-cdk-lib/aws-iam';

/**
 * What the stack of AWS Batch in a cluster made: its outputs, imported. Known once the cluster exists.
 */
export interface ParallelCluster2BatchStack {
  /**
   * The definition of jobs on one node (output `BatchJobDefinitionArn`): all its revisions.
   */
  readonly jobDefinition: batch.IJobDefinition;

  /**
   * The definition of jobs on several nodes (output `BatchJobDefinitionMnpArn`): all its revisions, and the definitions
   * whose names go on from its name.
   *
   * @default - no jobs on several nodes
   */
  readonly multiNodeJobDefinition?: batch.IJobDefinition;

  /**
   * The queue that jobs are submitted to (output `BatchJobQueueArn`).
   */
  readonly jobQueue: batch.IJobQueue;

  /**
   * The compute environment (output `BatchComputeEnvironmentArn`).
   */
  readonly computeEnvironment: batch.IComputeEnvironment;

  /**
   * The role of the jobs, which registering a job definition passes on.
   *
   * @default - any role of the clusters, which is named `parallelcluster-*`
   */
  readonly jobRole?: iam.IRole;
}
