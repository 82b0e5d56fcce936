import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';

/** Where Velero keeps its backups in a bucket. */
export interface HopsworksVeleroOptions {
  /**
   * The prefix of Velero's backup storage location, without a slash at its ends.
   *
   * @default 'k8s_backup'
   */
  readonly prefix?: string;
}

/** The bucket with Velero's backups. */
export interface HopsworksVeleroStorageOptions extends HopsworksVeleroOptions {
  /**
   * The bucket of Velero's backup storage location, which is that of the cluster in the vendor's guide. If the bucket
   * object has an `encryptionKey`, permissions on that key are included.
   */
  readonly bucket: s3.IBucketRef;

  /**
   * The key of an imported bucket: grants `kms:Decrypt` and `kms:GenerateDataKey`. If the bucket object has an
   * `encryptionKey`, that key is included, too.
   *
   * @default - only the encryption key of the bucket object, if it has one
   */
  readonly encryptionKey?: kms.IKeyRef;
}
