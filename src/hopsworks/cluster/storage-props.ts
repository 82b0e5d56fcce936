import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';

/** The bucket of a cluster, on EC2 or on EKS. */
export interface HopsworksStorageProps {
  /**
   * The bucket that holds the data of the cluster: reads, writes, deletes and lists its objects, and reads its
   * versioning status. If the bucket object has an `encryptionKey`, permissions on that key are included.
   */
  readonly bucket: s3.IBucketRef;

  /**
   * Whether the cluster keeps backups in its bucket: it reads and changes the versioning and the lifecycle rules of the
   * bucket, and lists and deletes object versions. The bucket must be in the stack's account. Set it to `false` for a
   * cluster without backups: deleted versions can't be restored.
   *
   * @default true
   */
  readonly backups?: boolean;

  /**
   * The key of an imported bucket: grants `kms:Decrypt` and `kms:GenerateDataKey`. If the bucket object has an
   * `encryptionKey`, that key is included, too.
   *
   * @default - only the encryption key of the bucket object, if it has one
   */
  readonly encryptionKey?: kms.IKeyRef;

  /**
   * Whether the cluster writes its objects with the canned ACL `bucket-owner-full-control`: grants `s3:PutObjectAcl`,
   * with that ACL only.
   *
   * @default false
   */
  readonly objectAcl?: boolean;
}
