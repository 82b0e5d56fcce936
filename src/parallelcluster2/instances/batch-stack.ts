import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as batch from 'aws-cdk-lib/aws-batch';
import * as iam from 'aws-cdk-lib/aws-iam';
import { OptionReader } from '../../private/options/reader';
import { BoundThing } from '../../private/options/things/thing';
import { COMPUTE_ENVIRONMENT, JOB_DEFINITION, JOB_QUEUE, PASSABLE_ROLE } from '../../private/options/things/things';

/** The imported outputs of the cluster's AWS Batch stack. They are known once the cluster exists. */
export interface ParallelCluster2BatchStack {
  /** The definition of single-node jobs (output `BatchJobDefinitionArn`): all its revisions. */
  readonly jobDefinition: batch.IJobDefinitionRef;

  /**
   * The definition of multi-node jobs (output `BatchJobDefinitionMnpArn`): all its revisions, and the definitions whose
   * names start with its name.
   *
   * @default - no multi-node jobs
   */
  readonly multiNodeJobDefinition?: batch.IJobDefinitionRef;

  /** The queue that jobs are submitted to (output `BatchJobQueueArn`). */
  readonly jobQueue: batch.IJobQueueRef;

  /** The compute environment (output `BatchComputeEnvironmentArn`). */
  readonly computeEnvironment: batch.IComputeEnvironmentRef;

  /**
   * The role of the jobs, which is passed when a job definition is registered.
   *
   * @default - any role of the clusters, which is named `parallelcluster-*`
   */
  readonly jobRole?: iam.IRoleRef;
}

export function readBatchStack(read: OptionReader<ParallelCluster2BatchStack>) {
  const jobDefinition = read.requiredThing('jobDefinition', JOB_DEFINITION);
  const multiNode = read.thing('multiNodeJobDefinition', JOB_DEFINITION);
  const jobQueue = read.requiredThing('jobQueue', JOB_QUEUE);
  const computeEnvironment = read.requiredThing('computeEnvironment', COMPUTE_ENVIRONMENT);
  const environment = nameOf(Stack.of(read.scope), computeEnvironment);
  const withoutRevision = ({ arn }: BoundThing<batch.IJobDefinitionRef>) => removeRevision(Stack.of(read.scope), arn);
  return {
    /** The ARNs that submitting a job requires. */
    submission: [
      `${withoutRevision(jobDefinition)}:*`,
      ...(multiNode ? [`${withoutRevision(multiNode)}*`] : []),
      jobQueue.arn,
    ],
    /** The names that AWS Batch gave the ECS cluster until 2021, and since then, with wildcards for random suffixes. */
    ecsClusters: [`${environment}_Batch_*`, `AWSBatch-${environment}-*`],
    jobRole: read.thing('jobRole', PASSABLE_ROLE)?.arn,
  };
}

/** L1s have a name only if it is literal. */
function nameOf(stack: Stack, { object, arn }: BoundThing<batch.IComputeEnvironmentRef>): string {
  const { computeEnvironmentName } = object as { readonly computeEnvironmentName?: string };
  return computeEnvironmentName ?? stack.splitArn(arn, ArnFormat.SLASH_RESOURCE_NAME).resourceName!;
}

/** Registering a definition again creates another revision, the last part of the ARN. */
function removeRevision(stack: Stack, arn: string): string {
  const parts = stack.splitArn(arn, ArnFormat.SLASH_RESOURCE_NAME);
  return stack.formatArn({ ...parts, resourceName: parts.resourceName?.split(':')[0] });
}
