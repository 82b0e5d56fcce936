import * as route53 from 'aws-cdk-lib/aws-route53';
import { PlatformRoleProps } from '../../common/platform-role-props';
import { ParallelClusterCustomBucket, ParallelClusterRoleScope } from '../cluster/props';

/** Permissions of the functions of clusters with Slurm: they terminate instances and delete DNS records. */
export interface ParallelClusterSlurmLambdaOptions {
  /**
   * The existing hosted zone that the cluster uses (`Dns` / `HostedZoneId`).
   *
   * @default - any hosted zone, since ParallelCluster creates one with the cluster
   */
  readonly hostedZone?: route53.IHostedZoneRef;
}

/** Permissions of functions of clusters whose jobs AWS Batch runs. No options yet: `{}` grants them. */
export interface ParallelClusterAwsBatchLambdaOptions {}

/**
 * Properties of `ParallelClusterLambdaFunctionsRole`. At least one scheduler is required. `path` is `/parallelcluster/`
 * by default.
 */
export interface ParallelClusterLambdaFunctionsRoleProps extends PlatformRoleProps, ParallelClusterRoleScope {
  /**
   * Permissions for clusters with Slurm.
   *
   * @default - the functions can't clean up after clusters with Slurm
   */
  readonly slurm?: ParallelClusterSlurmLambdaOptions;

  /**
   * Permissions for clusters with AWS Batch: the functions build container images and delete them.
   *
   * @default - the functions can't build images for clusters with AWS Batch
   */
  readonly awsBatch?: ParallelClusterAwsBatchLambdaOptions;

  /**
   * Whether the functions are in a VPC (`LambdaFunctionsVpcConfig`), from 3.4 on: attaches AWS's policy
   * `AWSLambdaVPCAccessExecutionRole`.
   *
   * @default false
   */
  readonly vpc?: boolean;

  /**
   * The bucket with the artifacts of the cluster: its objects are listed and deleted, which needs no key.
   *
   * @default - the bucket that ParallelCluster creates in each Region
   */
  readonly customS3Bucket?: ParallelClusterCustomBucket;
}
