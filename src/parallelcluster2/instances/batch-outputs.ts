import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as batch from 'aws-cdk-lib/aws-batch';
import * as iam from 'aws-cdk-lib/aws-iam';
import { ParallelCluster2BatchStack } from './batch-stack';
import { OptionReader } from '../../private/options/option-reader';
import { checked, having } from '../../private/options/validators';

/** The outputs of the Batch stack, as ARNs. */
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
