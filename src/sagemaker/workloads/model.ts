import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { ImageSource } from '../../common/image-source';
import { S3Location } from '../../common/s3-location';

/**
 * Permissions of a model: behind endpoints of every kind, inference components among them, and in batch transform jobs,
 * which have no role of their own. Beside what the options name: writing the logs and publishing the metrics of
 * endpoints, inference components and transform jobs. Data that an endpoint captures needs `additionalStatements`.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createmodel-perms
 */
export interface SageMakerModelOptions {
  /**
   * Where the model's artifacts are (`ModelDataUrl`, `ModelDataSource`): `s3:GetObject` on the objects, `s3:ListBucket`
   * and `s3:GetBucketLocation` on their buckets. For a multi-model endpoint its prefix. Must not be empty.
   *
   * @default - the model brings all it needs in its images or packages
   */
  readonly modelData?: S3Location[];

  /**
   * The keys of encrypted artifacts: `kms:Decrypt`. Buckets that know their key bring it along. Must not be empty.
   *
   * @default - only the keys that the buckets bring
   */
  readonly modelDataKeys?: kms.IKey[];

  /**
   * The repositories of the images that the model runs: the three actions that pull an image, and
   * `ecr:GetAuthorizationToken`. Must not be empty.
   *
   * @default - no images, for a model of model packages
   */
  readonly images?: ImageSource[];

  /**
   * Whether the model runs in a VPC of yours (`VpcConfig`): ten actions on network interfaces and VPC endpoints, on all
   * resources and without a condition.
   *
   * @default false
   */
  readonly vpc?: boolean;

  /**
   * The key of the storage volumes behind the endpoint or the transform job: `kms:CreateGrant`, for AWS services only.
   *
   * @default - the volumes have no key of yours
   */
  readonly volumeKey?: kms.IKey;

  /**
   * Batch transform jobs with this model.
   *
   * @default - the role serves no batch transform
   */
  readonly batchTransform?: SageMakerBatchTransformOptions;

  /**
   * Asynchronous endpoints with this model.
   *
   * @default - the role serves no asynchronous inference
   */
  readonly asyncInference?: SageMakerAsyncInferenceOptions;

  /**
   * The alarms that roll back a deployment (`AutoRollbackConfiguration`): `cloudwatch:DescribeAlarms` on them. Must not
   * be empty.
   *
   * @default - no alarms
   */
  readonly rollbackAlarms?: cloudwatch.IAlarm[];

  /**
   * Names of the model package groups whose packages the model is made of: `sagemaker:AccessModelPackage` on the
   * packages. Must not be empty.
   *
   * @default - no model packages
   */
  readonly modelPackageGroups?: string[];

  /**
   * CloudWatch namespaces that your containers publish metrics to, beside SageMaker's for models. They may hold the
   * wildcards `*` and `?`. Must not be empty.
   *
   * @default - only SageMaker's namespaces
   */
  readonly metricNamespaces?: string[];
}

/**
 * What batch transform jobs read and write, with the role of the model.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/batch-transform.html
 */
export interface SageMakerBatchTransformOptions {
  /**
   * Where the jobs read (`TransformInput`). Must not be empty.
   */
  readonly inputs: S3Location[];

  /**
   * Where the jobs write (`TransformOutput`). Must not be empty.
   */
  readonly outputs: S3Location[];

  /**
   * The keys of encrypted inputs: `kms:Decrypt`. Must not be empty.
   *
   * @default - only the keys that the buckets bring
   */
  readonly inputKeys?: kms.IKey[];

  /**
   * The key of the outputs: `kms:Encrypt`, `kms:GenerateDataKey` and `kms:Decrypt`.
   *
   * @default - only the keys that the buckets bring
   */
  readonly outputKey?: kms.IKey;
}

/**
 * What asynchronous endpoints read, write and notify.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference-create-endpoint-prerequisites.html
 */
export interface SageMakerAsyncInferenceOptions {
  /**
   * Where the payloads of the requests are (`InputLocation`). Must not be empty.
   */
  readonly inputs: S3Location[];

  /**
   * Where responses and failures go (`S3OutputPath`, `S3FailurePath`). Must not be empty.
   */
  readonly outputs: S3Location[];

  /**
   * The keys of encrypted payloads: `kms:Decrypt`. Must not be empty.
   *
   * @default - only the keys that the buckets bring
   */
  readonly inputKeys?: kms.IKey[];

  /**
   * The key of the responses: `kms:Encrypt`, `kms:GenerateDataKey` and `kms:Decrypt`.
   *
   * @default - only the keys that the buckets bring
   */
  readonly outputKey?: kms.IKey;

  /**
   * The topics of success and of errors (`NotificationConfig`): `sns:Publish`, and for an encrypted topic the rights on
   * its key. Must not be empty.
   *
   * @default - no notifications
   */
  readonly topics?: sns.ITopic[];
}
