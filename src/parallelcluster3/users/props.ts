import * as efs from 'aws-cdk-lib/aws-efs';
import * as fsx from 'aws-cdk-lib/aws-fsx';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { ParallelClusterIamAccess } from './iam-access';
import { PlatformPolicyProps } from '../../common/platform-policy-props';
import { S3Location } from '../../common/s3-location';
import { StatementOverride } from '../../common/statement-override';
import { ParallelClusterVersion } from '../cluster/version';

/** Permissions on clusters whose jobs AWS Batch runs. No options yet: `{}` grants them. */
export interface ParallelClusterAwsBatchPolicyOptions {}

/**
 * The secrets in cluster configurations, which `pcluster` checks before it creates a cluster. At least one.
 */
export interface ParallelClusterSecretsOptions {
  /**
   * Passwords of directories and of Slurm's database (`PasswordSecretArn`): `pcluster` checks that they exist, and does
   * not read them.
   *
   * @default - pcluster skips the check of passwords, with a warning
   */
  readonly passwords?: secretsmanager.ISecretRef[];

  /**
   * Passwords of directories in the Parameter Store: `pcluster` checks that they exist, and does not decrypt them.
   * Since version 3.5.1.
   *
   * @default - pcluster skips the check of passwords, with a warning
   */
  readonly passwordParameters?: ssm.IParameterRef[];

  /**
   * Munge keys (`MungeKeySecretArn`): `pcluster` reads them to check their size and encoding. If a secret object has an
   * `encryptionKey`, decrypting with that key is included. Since version 3.8.0.
   *
   * @default - pcluster rejects configurations with a munge key
   */
  readonly mungeKeys?: secretsmanager.ISecretRef[];
}

/** Your own buckets and keys in cluster configurations. At least one. */
export interface ParallelClusterStorageOptions {
  /**
   * Buckets for the artifacts of clusters and images (`CustomS3Bucket`). If a bucket object has an `encryptionKey`,
   * that key is included.
   *
   * @default - the buckets that pcluster creates, whose names start with `parallelcluster-`
   */
  readonly buckets?: s3.IBucketRef[];

  /**
   * Keys of encrypted volumes and file systems (`KmsKeyId`).
   *
   * @default - only the keys of AWS, which need no permissions
   */
  readonly keys?: kms.IKeyRef[];
}

/** The file systems of Amazon EFS that clusters mount. */
export interface ParallelClusterUserEfs {
  /** Existing file systems. Clusters mount only these, and create none. Must not be empty. */
  readonly fileSystems: efs.IFileSystemRef[];
}

/** File systems of Amazon FSx: created by clusters, or existing ones. */
export interface ParallelClusterUserFsxForLustre {
  /**
   * Existing file systems. Clusters mount only these, and create none.
   *
   * @default - clusters create file systems, and mount any of the account
   */
  readonly fileSystems?: fsx.IFileSystem[];

  /**
   * Locations that file systems of clusters import data from and export it to (`ImportPath`, `ExportPath` and data
   * repository associations).
   *
   * @default - file systems without a data repository
   */
  readonly dataRepositories?: S3Location[];
}

/** Logs that `pcluster` lists, reads and exports. */
export interface ParallelClusterUserLogRetrieval {
  /**
   * Locations of exports (`--bucket` and `--bucket-prefix`). The bucket policy, which you write, must allow CloudWatch
   * Logs to write there.
   *
   * @default - the buckets that pcluster creates, and those of `storage`
   */
  readonly exportLocations?: S3Location[];
}

/**
 * The path and the prefix of the names of the roles and instance profiles that clusters create: the two parts of
 * `Iam/ResourcePrefix` in the configuration of a cluster. Images ignore it. At least one part is required.
 */
export interface ParallelClusterResourcePrefix {
  /**
   * The path: starts and ends with `/`, names something in between and has no wildcards, at most 512 characters.
   *
   * @default '/parallelcluster/', and the name of the cluster below it
   */
  readonly path?: string;

  /**
   * The prefix of the names: at most 30 characters of letters, digits and `_+=,.@-`.
   *
   * @default - any name
   */
  readonly namePrefix?: string;
}

/** The options that `ParallelClusterUserPolicy` and `ParallelClusterPermissionsBoundary` share. */
export interface ParallelClusterPolicyOptions {
  /**
   * The version of ParallelCluster that users and roles have. Before 3.6 users may do anything with every stack, which
   * is equivalent to an administrator and causes a warning. From 3.6 on they can delete only clusters created by 3.2 or
   * newer: older ones lack the tag of clusters.
   *
   * @default ParallelClusterVersion.LATEST
   */
  readonly version?: ParallelClusterVersion;

  /**
   * Clusters whose jobs AWS Batch runs. They create roles, so `iamAccess` of users must allow that. Like the vendor's
   * page, it grants users `ecr:*` on all repositories, including their policies.
   *
   * @default - no clusters with AWS Batch
   */
  readonly awsBatch?: ParallelClusterAwsBatchPolicyOptions;

  /**
   * Building, describing and deleting images, and cleaning up after a build. From version 3.14 on,
   * `pcluster build-image` creates a role for its cleanup without a permissions boundary. Only
   * `ParallelClusterIamAccess.privileged()` allows that: otherwise configure an existing `CleanupLambdaRole`, such as a
   * `ParallelClusterImageCleanupRole`.
   *
   * @default false
   */
  readonly imageBuild?: boolean;

  /**
   * The secrets in cluster configurations. A boundary needs no passwords in the Parameter Store: it allows
   * reading all parameters, since the agent of Systems Manager reads parameters.
   *
   * @default - no permissions on secrets
   */
  readonly secrets?: ParallelClusterSecretsOptions;

  /**
   * Your own buckets (`CustomS3Bucket`, and for a boundary `S3Access`), and keys of volumes and file systems.
   *
   * @default - the buckets that pcluster creates, and no permissions on keys
   */
  readonly storage?: ParallelClusterStorageOptions;

  /**
   * The Regions that users and roles work in. They limit the ARNs, and actions that have to be granted on all resources
   * by a condition (`aws:RequestedRegion`). Regions of another partition than the stack's are an error.
   *
   * @default - all Regions
   */
  readonly regions?: string[];

  /**
   * The path and the prefix of the names of the roles and instance profiles of clusters. Since version 3.4.0.
   *
   * @default - the path `/parallelcluster/`, and any name
   */
  readonly resourcePrefix?: ParallelClusterResourcePrefix;
}

/** Properties of `ParallelClusterUserPolicy`. Each feature gets its own managed policy. */
export interface ParallelClusterUserPolicyProps extends PlatformPolicyProps, ParallelClusterPolicyOptions {
  /**
   * The permissions of the users on the roles of clusters and images.
   *
   * @default ParallelClusterIamAccess.restricted(): they pass roles under `/parallelcluster/`, and create none
   */
  readonly iamAccess?: ParallelClusterIamAccess;

  /**
   * File systems of Amazon FSx.
   *
   * @default - clusters neither create nor mount file systems of Amazon FSx
   */
  readonly fsxForLustre?: ParallelClusterUserFsxForLustre;

  /**
   * Clusters with login nodes. Since version 3.7.0.
   *
   * @default false
   */
  readonly loginNodes?: boolean;

  /**
   * Listing, reading and exporting the logs of clusters and images.
   *
   * @default - the users can't read logs
   */
  readonly logRetrieval?: ParallelClusterUserLogRetrieval;

  /**
   * The only file systems of Amazon EFS that clusters mount.
   *
   * @default - clusters create file systems of Amazon EFS, and mount any of the account
   */
  readonly efs?: ParallelClusterUserEfs;
}

/** Properties of `ParallelClusterPermissionsBoundary`. */
export interface ParallelClusterPermissionsBoundaryProps extends ParallelClusterPolicyOptions {
  /**
   * The name of the policy: 1 to 128 characters of letters, digits and `_+=,.@-`. Changing it replaces the policy.
   *
   * @default - generated by CloudFormation
   */
  readonly managedPolicyName?: string;

  /**
   * The path of the policy: starts and ends with `/`, at most 512 characters. Changing it replaces the policy.
   *
   * @default '/'
   */
  readonly path?: string;

  /**
   * Changes of documented statements, by Sid: the Sids are in the guide of the platform, and in the template. Each
   * change causes a warning, so that a reviewer sees it. A Sid that the boundary does not have is an error.
   *
   * @default - the documented statements
   */
  readonly statementOverrides?: { [sid: string]: StatementOverride };

  /**
   * Further statements that jobs need, such as reading data. They are in the same policy, since a role has one
   * boundary.
   *
   * @default - none
   */
  readonly additionalStatements?: iam.PolicyStatement[];
}
