import * as efs from 'aws-cdk-lib/aws-efs';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { S3Location } from '../../common/s3-location';

/** The data in Amazon S3 that the jobs on a node read and write: `S3Access` in the configuration of a cluster. */
export interface ParallelClusterS3Access {
  /**
   * What is only read, a custom cookbook included: read and list. Must not be empty.
   *
   * @default - nothing is only read
   */
  readonly readable?: S3Location[];

  /**
   * What is read and written (`EnableWriteAccess`): read, list, write and delete. Must not be empty.
   *
   * @default - nothing is written
   */
  readonly writable?: S3Location[];

  /**
   * The keys of what is only read, for imported buckets: other buckets bring theirs. Must not be empty.
   *
   * @default - only the keys that buckets bring
   */
  readonly readableKeys?: kms.IKey[];

  /**
   * The keys of what is read and written, for imported buckets: other buckets bring theirs. Must not be empty.
   *
   * @default - only the keys that buckets bring
   */
  readonly writableKeys?: kms.IKey[];
}

/** The Amazon EFS file systems that a node mounts with its role: `IamAuthorization` in `EfsSettings`. */
export interface ParallelClusterEfsAccess {
  /** The file systems: mount, write and act as root. Must not be empty. */
  readonly fileSystems: efs.IFileSystem[];
}

/** The bucket that a cluster uses in place of the one that ParallelCluster makes: `CustomS3Bucket`. */
export interface ParallelClusterCustomBucket {
  /** The bucket. Rights on its objects are those below `parallelcluster/`. */
  readonly bucket: s3.IBucket;

  /**
   * The key of an imported bucket.
   *
   * @default - the key that the bucket brings
   */
  readonly encryptionKey?: kms.IKey;
}
