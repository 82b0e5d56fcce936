import { jobPolicy, readJob, SageMakerJobOptions } from './job';
import { PROCESSING_JOBS } from './log-groups';
import { defineWorkload } from './workload';
import { S3Location } from '../../common/s3-location';
import { OptionReader } from '../../private/options/reader';
import { SOURCES } from '../sources';

/**
 * Permissions to run processing jobs. In addition to the resources in the options: writing the logs of processing jobs
 * (`/aws/sagemaker/ProcessingJobs`) and publishing metrics in the namespace of the same name. Inputs from Amazon Athena
 * or Amazon Redshift and outputs to SageMaker Feature Store need `additionalStatements`.
 *
 * The Python SDK uploads the code of a job to its default bucket, where it also puts the outputs for which no
 * destination is given: list `S3Location.sageMakerDefaultBucket()` in `inputs`, and for such outputs in `outputs`.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createprocessingjob-perms
 */
export interface SageMakerProcessingJobOptions extends SageMakerJobOptions {
  /**
   * The locations that the job writes to (`ProcessingOutputConfig`): `s3:PutObject` and `s3:AbortMultipartUpload`, and
   * listing of the buckets. Must not be empty.
   *
   * @default - the job writes nothing to S3
   */
  readonly outputs?: S3Location[];
}

export const PROCESSING_JOB = defineWorkload({
  source: SOURCES.processingJob,
  sourceArnTypes: ['processing-job'],
  read: (read: OptionReader<SageMakerProcessingJobOptions>) => readJob(read, read.locations('outputs')),
  features: (arns, job) => [{
    name: 'ProcessingJob',
    statements: jobPolicy(arns, 'ProcessingJob', SOURCES.processingJob, PROCESSING_JOBS, job),
  }],
});
