import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as batch from 'aws-cdk-lib/aws-batch';
import * as iam from 'aws-cdk-lib/aws-iam';
import { OptionReader } from '../private/option-reader';
import { checked, having } from '../private/options';

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

export interface BatchOutputs {
  /** What jobs are submitted with. */
  readonly submission: readonly string[];
  readonly ecsCluster: string;
  readonly jobRoles: readonly string[];
}

const JOB_DEFINITION = having<batch.IJobDefinition>('jobDefinitionArn', 'a job definition of AWS Batch');
const JOB_QUEUE = having<batch.IJobQueue>('jobQueueArn', 'a job queue of AWS Batch');
const COMPUTE_ENVIRONMENT = having<batch.IComputeEnvironment>(
  'computeEnvironmentName',
  'a compute environment of AWS Batch',
);
const ROLE = having<iam.IRole>('roleArn', 'a role');

export function batchOutputs(read: OptionReader, options: ParallelCluster2BatchStack): BatchOutputs {
  const { scope } = read;
  const { jobDefinition, multiNodeJobDefinition, jobQueue, computeEnvironment, jobRole } = options;
  const definition = (option: string, value: batch.IJobDefinition, rest: string) =>
    withoutRevision(scope, checked(scope, read.pathOf(option), value, JOB_DEFINITION).jobDefinitionArn) + rest;
  const environment = checked(scope, read.pathOf('computeEnvironment'), computeEnvironment, COMPUTE_ENVIRONMENT);
  return {
    submission: [
      definition('jobDefinition', jobDefinition, ':*'),
      ...(multiNodeJobDefinition !== undefined ? [definition('multiNodeJobDefinition', multiNodeJobDefinition, '*')] : []),
      checked(scope, read.pathOf('jobQueue'), jobQueue, JOB_QUEUE).jobQueueArn,
    ],
    ecsCluster: `${environment.computeEnvironmentName}_Batch_*`,
    jobRoles: jobRole === undefined ? [] : [checked(scope, read.pathOf('jobRole'), jobRole, ROLE).roleArn],
  };
}

/** Registering a definition again makes another revision, the last part of the ARN. */
function withoutRevision(scope: OptionReader['scope'], arn: string): string {
  const parts = Stack.of(scope).splitArn(arn, ArnFormat.SLASH_RESOURCE_NAME);
  return Stack.of(scope).formatArn({ ...parts, resourceName: parts.resourceName?.split(':')[0] });
}
