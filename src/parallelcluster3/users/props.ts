import * as efs from 'aws-cdk-lib/aws-efs';
import * as fsx from 'aws-cdk-lib/aws-fsx';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { S3Location } from '../../common/s3-location';

/** The secrets that configurations of clusters name: `pcluster` looks at them before it makes one. At least one. */
export interface ParallelClusterSecretsOptions {
  /**
   * Passwords of directories and of Slurm's database (`PasswordSecretArn`): whether they exist is checked, they are not
   * read.
   *
   * @default - the check of passwords is skipped, with a warning of pcluster
   */
  readonly passwords?: secretsmanager.ISecret[];

  /**
   * Passwords of directories in the Parameter Store: whether they exist is checked, what they hold is not decrypted.
   * Since version 3.5.1.
   *
   * @default - the check of passwords is skipped, with a warning of pcluster
   */
  readonly passwordParameters?: ssm.IParameter[];

  /**
   * Munge keys (`MungeKeySecretArn`): they are read, since their size and encoding are checked. A secret that brings
   * its encryption key brings the right to decrypt with it. Since version 3.8.0.
   *
   * @default - pcluster refuses configurations with a munge key
   */
  readonly mungeKeys?: secretsmanager.ISecret[];
}

/** What configurations of clusters store with: buckets and keys of your own. At least one. */
export interface ParallelClusterStorageOptions {
  /**
   * Buckets that clusters and images keep their artifacts in (`CustomS3Bucket`). A bucket that brings its encryption
   * key brings the rights on it.
   *
   * @default - the buckets that pcluster makes, whose names start with `parallelcluster-`
   */
  readonly buckets?: s3.IBucket[];

  /**
   * Keys that volumes and file systems are encrypted with (`KmsKeyId`).
   *
   * @default - the keys of AWS, which need no rights
   */
  readonly keys?: kms.IKey[];
}

/** The file systems of Amazon EFS that clusters mount. */
export interface ParallelClusterUserEfs {
  /**
   * Existing file systems. Clusters mount these and no others, and make none. Must not be empty.
   */
  readonly fileSystems: efs.IFileSystem[];
}

/** File systems of Amazon FSx: those that clusters make, or those that exist already. */
export interface ParallelClusterUserFsxForLustre {
  /**
   * Existing file systems. Clusters mount these and no others, and make none.
   *
   * @default - clusters make file systems, and mount any of the account
   */
  readonly fileSystems?: fsx.IFileSystem[];

  /**
   * Where file systems that clusters make import data from and export it to (`ImportPath`, `ExportPath` and data
   * repository associations).
   *
   * @default - file systems without a data repository
   */
  readonly dataRepositories?: S3Location[];
}

/** Logs that `pcluster` lists, reads and exports. */
export interface ParallelClusterUserLogRetrieval {
  /**
   * Where exports pass through (`--bucket` and `--bucket-prefix`). CloudWatch Logs writes there by the policy of the
   * bucket, which is yours.
   *
   * @default - the buckets that pcluster makes, and those of `storage`
   */
  readonly exportLocations?: S3Location[];
}
