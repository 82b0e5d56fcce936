import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { readEmr, SageMakerPipelineEmrOptions } from './emr';
import { S3Location } from '../../../common/s3-location';
import { OptionReader } from '../../../private/options/reader';
import { FUNCTION, PASSABLE_ROLE, QUEUE } from '../../../private/options/things/things';
import { unique } from '../../../private/options/unique';
import { matching } from '../../../private/options/validators';
import { NAME } from '../things/names';

/**
 * Permissions of a pipeline (`RoleArn`), with which SageMaker starts, watches, tags and stops its steps. Each option
 * allows one type of step, and at least one is required. Condition and fail steps need nothing.
 *
 * A step runs with the pipeline's own role unless its definition names another one: set the workloads of such steps in
 * addition to `pipeline`, or pass other roles. EMR Serverless steps need `additionalStatements`.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-access.html
 */
export interface SageMakerPipelineOptions {
  /**
   * Whether the pipeline runs processing steps. Quality and Clarify check steps run processing jobs, too.
   *
   * @default false
   */
  readonly processingSteps?: boolean;

  /**
   * Whether the pipeline runs training steps. Notebook job steps and functions with `@step` run training jobs, too.
   *
   * @default false
   */
  readonly trainingSteps?: boolean;

  /**
   * Whether the pipeline runs tuning steps.
   *
   * @default false
   */
  readonly tuningSteps?: boolean;

  /**
   * Whether the pipeline runs batch transform steps. They run with the role of their model, also of one of others.
   *
   * @default false
   */
  readonly transformSteps?: boolean;

  /**
   * Whether the pipeline runs AutoML steps.
   *
   * @default false
   */
  readonly autoMlSteps?: boolean;

  /**
   * Whether the pipeline creates models.
   *
   * @default false
   */
  readonly modelSteps?: boolean;

  /**
   * What the names of the jobs and models start with, if the definition sets names (`use_custom_job_prefix`). Notebook
   * job steps always do, with the name of the job. Add `pipelines-` if other steps don't. A prefix with capital letters
   * is granted as written and in lower case. Must not be empty.
   *
   * @default - `pipelines-` for processing, training and transform jobs and models; tuning and AutoML jobs of all
   *   names, since AWS documents no common start of their names
   */
  readonly jobNamePrefixes?: string[];

  /**
   * Names of the model package groups that the pipeline registers models in: creates the groups and packages, and
   * describes and lists them, as quality check steps do for the newest baseline. A name with capital letters is granted
   * as written and in lower case. Must not be empty.
   *
   * @default - the pipeline registers no models
   */
  readonly modelPackageGroups?: string[];

  /**
   * Names of the endpoints that the pipeline deploys models to: creates, updates and describes them, and creates
   * models, as well as endpoint configurations of all names. A name with capital letters is granted as written and in
   * lower case. Must not be empty.
   *
   * @default - the pipeline deploys no models
   */
  readonly endpointNames?: string[];

  /**
   * The functions of Lambda steps: `lambda:InvokeFunction`. Must not be empty.
   *
   * @default - the pipeline invokes no functions
   */
  readonly functions?: lambda.IFunctionRef[];

  /**
   * The queues of callback steps: `sqs:SendMessage`, and for an encrypted queue the permissions on its key. The
   * consumer of the messages reports the result (`SendPipelineExecutionStepSuccess`) with its own role. Must not be
   * empty.
   *
   * @default - the pipeline sends no messages
   */
  readonly callbackQueues?: sqs.IQueueRef[];

  /**
   * EMR steps.
   *
   * @default - the pipeline uses no EMR clusters
   */
  readonly emr?: SageMakerPipelineEmrOptions;

  /**
   * The locations that the pipeline itself reads, such as the property files that conditions evaluate (`JsonGet`):
   * `s3:GetObject` on the objects, `s3:ListBucket` and `s3:GetBucketLocation` on their buckets. Must not be empty.
   *
   * @default - the pipeline itself reads nothing from S3
   */
  readonly inputs?: S3Location[];

  /**
   * The keys of encrypted inputs: `kms:Decrypt`. The `encryptionKey` of a bucket is included automatically. Must not be
   * empty.
   *
   * @default - only the keys of the buckets
   */
  readonly inputKeys?: kms.IKeyRef[];

  /**
   * Whether the pipeline passes its own role to SageMaker, for the jobs and models that it creates. A warning says
   * which workloads the role lacks for them.
   *
   * @default true
   */
  readonly passItself?: boolean;

  /**
   * Other roles that the pipeline passes to SageMaker. Must not be empty.
   *
   * @default - no other roles
   */
  readonly passableRoles?: iam.IRoleRef[];
}

export type Pipeline = ReturnType<typeof readPipeline>;

const PREFIX = matching("what names start with, such as 'churn-': 1 to 51 letters, digits and hyphens",
  /^[a-zA-Z0-9][a-zA-Z0-9-]{0,50}$/, /[a-zA-Z0-9-]/);
/** The options that allow a type of step. */
const STEPS = [
  'processingSteps', 'trainingSteps', 'tuningSteps', 'transformSteps', 'autoMlSteps', 'modelSteps',
  'modelPackageGroups', 'endpointNames', 'functions', 'callbackQueues', 'emr',
] as const;

export function readPipeline(read: OptionReader<SageMakerPipelineOptions>) {
  const inputs = read.locations('inputs');
  const queues = read.things('callbackQueues', QUEUE);
  const jobs = readJobs(read);
  const endpoints = read.list('endpointNames', NAME);
  const passesItself = read.flag('passItself', true);
  const pipeline = {
    ...jobs,
    packageGroups: read.list('modelPackageGroups', NAME),
    endpoints,
    functions: read.arns('functions', FUNCTION),
    queues: queues.map(({ arn }) => arn),
    queueKeys: unique(queues.flatMap(({ keys }) => keys)),
    emr: read.struct('emr', readEmr),
    inputs,
    inputKeys: unique([...read.keys('inputKeys'), ...inputs.keys]),
    passedParts: passesItself ? workWithRoles({ ...jobs, models: jobs.models || endpoints.length > 0 }) : [],
    passableRoles: read.arns('passableRoles', PASSABLE_ROLE),
  };
  if (!STEPS.some(step => Boolean(read.raw(step)))) {
    read.fail(`'${read.pathOf('processingSteps')}' or another type of step must be set, because without one the role ` +
      `can run no pipeline: ${STEPS.map(step => `'${step}'`).join(', ')}`);
  }
  return pipeline;
}

function readJobs(read: OptionReader<SageMakerPipelineOptions>) {
  return {
    processing: read.flag('processingSteps', false),
    training: read.flag('trainingSteps', false),
    tuning: read.flag('tuningSteps', false),
    transform: read.flag('transformSteps', false),
    autoMl: read.flag('autoMlSteps', false),
    models: read.flag('modelSteps', false),
    prefixes: read.list('jobNamePrefixes', PREFIX),
  };
}

/** The steps that run with a role which the pipeline passes. A transform job has that of its model. */
function workWithRoles(
  { processing, training, tuning, autoMl, models: model }: ReturnType<typeof readJobs>,
): readonly string[] {
  return Object.entries({ processing, training, tuning, autoMl, model })
    .filter(([, runs]) => runs)
    .map(([step]) => `pipeline.${step}Steps`);
}
