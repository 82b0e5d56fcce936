import { mlflowClient, readMlflowClient, SageMakerMlflowClientOptions } from './mlflow-client';
import {
  bucketsOf, listBuckets, pullImages, readAndWriteObjects, readObjects, runtime, writeObjects,
} from './statements';
import { TRAINING_JOBS } from './things/log-groups';
import { defineWorkload } from './workload';
import { readWorkload, SageMakerWorkloadOptions } from './workload-options';
import { ImageSource } from '../../common/image-source';
import { S3Location } from '../../common/s3-location';
import { Arns } from '../../private/options/arns';
import { BoundLocations, OptionReader, ReaderOf, readerOf } from '../../private/options/reader';
import { Source, Statements, whenPresent } from '../../private/statements/documented-statement';
import { openChannels } from '../../private/statements/shared/session-channels';
import { SOURCES } from '../sources';

/** Options that training, tuning and processing jobs have in common. */
export interface SageMakerJobOptions extends SageMakerWorkloadOptions {
  /**
   * The locations that the job reads: `s3:GetObject` on the objects, `s3:ListBucket` and `s3:GetBucketLocation` on
   * their buckets. A manifest and the objects that it lists are inputs, too. Must not be empty.
   *
   * @default - the job reads nothing from S3
   */
  readonly inputs?: S3Location[];

  /**
   * The repositories of the images that the job runs: the three actions that pull an image, and
   * `ecr:GetAuthorizationToken`. Must not be empty.
   *
   * @default - no images, for a job that names an algorithm resource instead
   */
  readonly images?: ImageSource[];

  /**
   * The MLflow servers that the code of the job uses.
   *
   * @default - the job can't use MLflow of SageMaker
   */
  readonly mlflow?: SageMakerMlflowClientOptions;
}

/** Options that training and tuning jobs have in common. */
export interface SageMakerTrainingOptions extends SageMakerJobOptions {
  /**
   * The locations that the job writes its model to (`OutputDataConfig`): `s3:PutObject` and `s3:AbortMultipartUpload`,
   * and listing of the buckets. Must not be empty.
   */
  readonly outputs: S3Location[];

  /**
   * The locations where the job keeps checkpoints (`CheckpointConfig`): read, write and list, since a job resumes from
   * them.
   *
   * @default - no checkpoints
   */
  readonly checkpoints?: S3Location[];
}

/**
 * Permissions to run training jobs. In addition to the resources in the options: writing the logs of training jobs
 * (`/aws/sagemaker/TrainingJobs`) and publishing metrics in the namespace of the same name.
 *
 * The Python SDK uploads the code of a job for the job to read: to its default bucket, or in version 2 to the bucket of
 * the outputs, if the estimator names it. List `S3Location.sageMakerDefaultBucket()`, or the `code_location` of the
 * estimator, in `inputs`. The rules of Debugger run as processing jobs with this role: set `processingJob`, too. Warm
 * pools and training plans require no permissions of this role, only of the caller of `CreateTrainingJob`.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createtrainingjob-perms
 */
export interface SageMakerTrainingJobOptions extends SageMakerTrainingOptions {
  /**
   * Whether you open a shell in the containers of the job (`RemoteDebugConfig`): the four actions with which they
   * connect to AWS Systems Manager, on all resources, since these actions have no narrower scope. Who opens a shell
   * acts with this role, and needs `ssm:StartSession`.
   *
   * @default false
   */
  readonly remoteDebug?: boolean;
}

/**
 * Permissions to run hyperparameter tuning jobs, and the training jobs that they start: logs and metrics are those of
 * training jobs.
 *
 * @see
 * https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createhyperparametertiningjob-perms
 */
export interface SageMakerTuningJobOptions extends SageMakerTrainingOptions {}

type Job = ReturnType<typeof readJob>;

export const TRAINING_JOB = defineWorkload({
  source: SOURCES.trainingJob,
  sourceArnTypes: ['training-job'],
  read: (read: OptionReader<SageMakerTrainingJobOptions>) =>
    ({ ...readTraining(read), remoteDebug: read.flag('remoteDebug', false) }),
  features: (arns, job) => [{
    name: 'TrainingJob',
    statements: [
      ...trainingPolicy(arns, 'TrainingJob', SOURCES.trainingJob, job),
      ...whenPresent(job.remoteDebug, () => openChannels('TrainingJobRemoteDebug', SOURCES.remoteDebug)),
    ],
  }, mlflowClient('TrainingJob', job.mlflow)],
});

export const TUNING_JOB = defineWorkload({
  source: SOURCES.tuningJob,
  sourceArnTypes: [],
  read: (read: OptionReader<SageMakerTuningJobOptions>) => readTraining(read),
  features: (arns, job) => [
    { name: 'TuningJob', statements: trainingPolicy(arns, 'TuningJob', SOURCES.tuningJob, job) },
    mlflowClient('TuningJob', job.mlflow),
  ],
});

function readTraining(reader: ReaderOf<SageMakerTrainingOptions>) {
  const read = readerOf(reader);
  const outputs = read.locations('outputs', 'a training job requires an output location');
  return readJob(read, outputs, read.locations('checkpoints'));
}

function trainingPolicy(arns: Arns, name: string, source: Source, job: Job): Statements {
  return [
    ...jobPolicy(arns, name, source, TRAINING_JOBS, job),
    ...readAndWriteObjects(`${name}UseCheckpoints`, SOURCES.checkpoints, job.checkpoints.objects,
      'added: a field of the request that the page of roles does not mention'),
  ];
}

/**
 * Reads the options that training, tuning and processing jobs share.
 *
 * @param checkpoints locations that are both read and written
 */
export function readJob(reader: ReaderOf<SageMakerJobOptions>, outputs: BoundLocations, checkpoints?: BoundLocations) {
  const read = readerOf(reader);
  return {
    ...readWorkload(read, read.locations('inputs'), outputs, checkpoints),
    images: read.images('images'),
    mlflow: read.struct('mlflow', readMlflowClient),
  };
}

export function jobPolicy(arns: Arns, feature: string, source: Source, logGroup: string, job: Job): Statements {
  return [
    ...runtime(arns, feature, source, [logGroup], job),
    ...pullImages(`${feature}PullImages`, source, job.images),
    ...listBuckets(`${feature}ListBuckets`, source, bucketsOf(job.inputs, job.outputs, job.checkpoints)),
    ...readObjects(`${feature}ReadInputs`, source, job.inputs.objects),
    ...writeObjects(`${feature}WriteOutputs`, source, job.outputs.objects),
  ];
}
