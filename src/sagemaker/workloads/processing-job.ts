import { clarifyPolicy, readClarify, SageMakerClarifyOptions } from './clarify';
import { jobPolicy, readJob, SageMakerJobOptions } from './job';
import { mlflowClient } from './mlflow-client';
import { useObjects } from './statements';
import { PROCESSING_JOBS } from './things/log-groups';
import { defineWorkload } from './workload';
import { S3Location } from '../../common/s3-location';
import { OptionReader } from '../../private/options/reader';
import { ANY, whenPresent } from '../../private/statements/documented-statement';
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

  /**
   * The locations that Apache Spark writes to itself: read, write, delete and list, since Spark writes to a temporary
   * folder, and renames by copying and deleting. Must not be empty.
   *
   * @default - the job writes only what SageMaker uploads
   */
  readonly sparkOutputs?: S3Location[];

  /**
   * Whether the jobs are those of Model Monitor: their metrics, in the four namespaces below `Endpoints` and
   * `ModelMonitoring`, in part without the first slash. What they read and write are `inputs`, such as captured data
   * and ground truth, and `outputs`.
   *
   * @default false
   */
  readonly modelMonitor?: boolean;

  /**
   * The endpoints that a job of SageMaker Clarify creates in order to get predictions.
   *
   * @default - the job creates no endpoints
   */
  readonly clarify?: SageMakerClarifyOptions;
}

/** The namespaces of data quality, and those of model quality, bias and explainability, which have no first slash. */
const MONITORING = [
  '/aws/sagemaker/Endpoints/data-metric*',
  '/aws/sagemaker/ModelMonitoring/data-metric*',
  'aws/sagemaker/Endpoints/*-metrics',
  'aws/sagemaker/ModelMonitoring/*-metrics',
];

const FEATURE = 'ProcessingJob';

export const PROCESSING_JOB = defineWorkload({
  source: SOURCES.processingJob,
  sourceArnTypes: ['processing-job'],
  read: readProcessingJob,
  features: (arns, job) => [{
    name: FEATURE,
    statements: [
      ...jobPolicy(arns, FEATURE, SOURCES.processingJob, PROCESSING_JOBS, job),
      ...useObjects(`${FEATURE}UseSparkOutputs`, SOURCES.spark, job.checkpoints.objects,
        'added: the page mentions no permissions; Spark renames by copying and deleting'),
      ...whenPresent(job.monitors, () => ({
        sid: `${FEATURE}MonitorMetrics`,
        source: SOURCES.modelMonitor,
        note: 'narrowed: the page of roles has no condition; these are the namespaces of Model Monitor',
        actions: ['cloudwatch:PutMetricData'],
        resources: ANY,
        conditions: { StringLike: { 'cloudwatch:namespace': MONITORING } },
      })),
      ...whenPresent(job.clarify, clarify => clarifyPolicy(arns, FEATURE, clarify)),
    ],
  }, mlflowClient(FEATURE, job.mlflow)],
});

function readProcessingJob(read: OptionReader<SageMakerProcessingJobOptions>) {
  return {
    ...readJob(read, read.locations('outputs'), read.locations('sparkOutputs')),
    monitors: read.flag('modelMonitor', false),
    clarify: read.struct('clarify', readClarify),
  };
}
