import * as kms from 'aws-cdk-lib/aws-kms';
import { METRIC_NAMESPACE } from '../../private/options/names';
import { BoundLocations, NO_LOCATIONS, ReaderOf, readerOf } from '../../private/options/reader';
import { unique } from '../../private/options/unique';

/** The metrics of your own code. */
export interface SageMakerMetricOptions {
  /**
   * CloudWatch namespaces that your own code publishes metrics to, in addition to SageMaker's for the workload. They
   * may have the wildcards `*` and `?`. Must not be empty.
   *
   * @default - only SageMaker's namespaces
   */
  readonly metricNamespaces?: string[];
}

/** Options that jobs, models and notebook instances have in common. */
export interface SageMakerComputeOptions extends SageMakerMetricOptions {
  /**
   * Whether the workload runs in a VPC of your account (`VpcConfig`): nine actions on network interfaces, for a model
   * also `ec2:DescribeVpcEndpoints`, on all resources and without a condition, because SageMaker rejects the job
   * otherwise.
   *
   * @default false
   */
  readonly vpc?: boolean;

  /**
   * The key of the storage volumes (`VolumeKmsKeyId`, for a notebook instance `KmsKeyId`), for a model of those behind
   * the endpoint or the transform job: `kms:CreateGrant`, for AWS services only.
   *
   * @default - the volumes are not encrypted with a customer managed key
   */
  readonly volumeKey?: kms.IKeyRef;
}

/** The keys of the data that a workload reads and writes. */
export interface SageMakerDataKeyOptions {
  /**
   * The keys of encrypted inputs: `kms:Decrypt`. The `encryptionKey` of a bucket is included automatically. Must not be
   * empty.
   *
   * @default - only the keys of the buckets
   */
  readonly inputKeys?: kms.IKeyRef[];

  /**
   * The key that outputs are encrypted with (`KmsKeyId` of the output configuration): `kms:Encrypt`,
   * `kms:GenerateDataKey` and, for multipart uploads, `kms:Decrypt`. The `encryptionKey` of a bucket is included
   * automatically.
   *
   * @default - only the keys of the buckets
   */
  readonly outputKey?: kms.IKeyRef;
}

/** Options that jobs and notebook instances have in common. */
export interface SageMakerWorkloadOptions extends SageMakerComputeOptions, SageMakerDataKeyOptions {}

export type DataAccess = ReturnType<typeof readDataAccess>;
export type WorkloadAccess = ReturnType<typeof readWorkload>;

/** @param checkpoints locations that are both read and written */
export function readWorkload(
  read: ReaderOf<SageMakerWorkloadOptions>, inputs: BoundLocations, outputs: BoundLocations, checkpoints = NO_LOCATIONS,
) {
  return { ...readDataAccess(read, inputs, outputs, checkpoints), ...readCompute(read), checkpoints };
}

export function readCompute(reader: ReaderOf<SageMakerComputeOptions>) {
  const read = readerOf(reader);
  return {
    vpc: read.flag('vpc', false),
    volumeKeys: read.key('volumeKey'),
    namespaces: readNamespaces(reader),
  };
}

export function readNamespaces(reader: ReaderOf<SageMakerMetricOptions>): readonly string[] {
  return readerOf(reader).list('metricNamespaces', METRIC_NAMESPACE);
}

/** Locations, and the keys of the options and of the buckets. */
export function readDataAccess(
  keys: ReaderOf<SageMakerDataKeyOptions>, inputs: BoundLocations, outputs: BoundLocations, checkpoints = NO_LOCATIONS,
) {
  const read = readerOf(keys);
  return {
    inputs,
    outputs,
    inputKeys: unique([...read.keys('inputKeys'), ...inputs.keys]),
    outputKeys: unique([...read.key('outputKey'), ...outputs.keys, ...checkpoints.keys]),
  };
}
