import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { ImageSource } from '../../common/image-source';
import { S3Location } from '../../common/s3-location';

/** What jobs and notebook instances have in common. */
export interface SageMakerWorkloadOptions {
  /**
   * Whether the workload runs in a VPC of yours (`VpcConfig`): nine actions on network interfaces. They stand on all
   * resources and without a condition: SageMaker refuses to create the job otherwise.
   *
   * @default false
   */
  readonly vpc?: boolean;

  /**
   * The keys of encrypted inputs: `kms:Decrypt`. Buckets that know their key bring it along. Must not be empty.
   *
   * @default - only the keys that the buckets bring
   */
  readonly inputKeys?: kms.IKey[];

  /**
   * The key that outputs are encrypted with (`KmsKeyId` of the output configuration): `kms:Encrypt`,
   * `kms:GenerateDataKey` and, for multipart uploads, `kms:Decrypt`. Buckets that know their key bring it along.
   *
   * @default - only the keys that the buckets bring
   */
  readonly outputKey?: kms.IKey;

  /**
   * The key of the storage volumes (`VolumeKmsKeyId`, for a notebook instance `KmsKeyId`): `kms:CreateGrant`, for AWS
   * services only.
   *
   * @default - the volumes have no key of yours
   */
  readonly volumeKey?: kms.IKey;

  /**
   * CloudWatch namespaces that your own code publishes metrics to, beside SageMaker's for the workload. They may hold
   * the wildcards `*` and `?`. Must not be empty. The jobs of Model Monitor publish below `/aws/sagemaker/Endpoints/`
   * and `/aws/sagemaker/ModelMonitoring/`, in part without the first slash: name these namespaces for them.
   *
   * @default - only SageMaker's namespaces
   */
  readonly metricNamespaces?: string[];
}

/** What training, tuning and processing jobs have in common. */
export interface SageMakerJobOptions extends SageMakerWorkloadOptions {
  /**
   * Where the job reads: `s3:GetObject` on the objects, `s3:ListBucket` and `s3:GetBucketLocation` on their buckets. A
   * manifest and the objects that it lists are inputs, too. Must not be empty.
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
}

/**
 * Permissions to run training jobs. Beside what the options name: writing the logs of training jobs
 * (`/aws/sagemaker/TrainingJobs`) and publishing metrics in the namespace of the same name.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createtrainingjob-perms
 */
export interface SageMakerTrainingJobOptions extends SageMakerJobOptions {
  /**
   * Where the job writes its model (`OutputDataConfig`): `s3:PutObject` and `s3:AbortMultipartUpload`, and listing of
   * the buckets. Must not be empty.
   */
  readonly outputs: S3Location[];

  /**
   * Where the job keeps checkpoints (`CheckpointConfig`): read, write and list, since a job goes on from them.
   *
   * @default - no checkpoints
   */
  readonly checkpoints?: S3Location[];
}

/**
 * Permissions to run hyperparameter tuning jobs, and the training jobs that they start: logs and metrics are those of
 * training jobs.
 *
 * @see
 * https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createhyperparametertiningjob-perms
 */
export interface SageMakerTuningJobOptions extends SageMakerTrainingJobOptions {}

/**
 * Permissions to run processing jobs. Beside what the options name: writing the logs of processing jobs
 * (`/aws/sagemaker/ProcessingJobs`) and publishing metrics in the namespace of the same name. Inputs from Amazon Athena
 * or Amazon Redshift and outputs to SageMaker Feature Store need `additionalStatements`.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createprocessingjob-perms
 */
export interface SageMakerProcessingJobOptions extends SageMakerJobOptions {
  /**
   * Where the job writes (`ProcessingOutputConfig`): `s3:PutObject` and `s3:AbortMultipartUpload`, and listing of the
   * buckets. Must not be empty.
   *
   * @default - the job writes nothing to S3
   */
  readonly outputs?: S3Location[];
}

/**
 * Permissions to run AutoML jobs, which make models and endpoints of their own and pass this role on to them. Beside
 * what the options name: models, endpoint configurations and endpoints of the account and region with their tags, and
 * the logs and metrics of training, processing and transform jobs and of endpoints.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-autopilot-perms
 */
export interface SageMakerAutoMlJobOptions extends SageMakerWorkloadOptions {
  /**
   * Where the job reads: `s3:GetObject` on the objects, `s3:ListBucket` and `s3:GetBucketLocation` on their buckets.
   * Must not be empty.
   */
  readonly inputs: S3Location[];

  /**
   * Where the job writes, and reads what its earlier steps wrote. Must not be empty.
   */
  readonly outputs: S3Location[];

  /**
   * The repositories of the images that the job runs. AutoML picks its images itself, from registries of AWS: where you
   * can't list them, say so with `ImageSource.anyRepository()`. Must not be empty.
   */
  readonly images: ImageSource[];

  /**
   * Roles that the job passes to SageMaker for the models that it makes, beside this role itself. Must not be empty.
   *
   * @default - only this role
   */
  readonly passableRoles?: iam.IRole[];
}
