import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';

/** How a cluster uses its bucket, wherever it runs. */
export interface HopsworksStorageProps {
  /**
   * The bucket that holds the data of the cluster: read, write, delete and list its objects, and see whether it keeps
   * versions. A bucket that knows its encryption key brings the rights on the key.
   */
  readonly bucket: s3.IBucket;

  /**
   * Whether the cluster makes backups in its bucket: it reads and changes the versioning and the lifecycle rules of the
   * bucket, and lists and deletes versions of objects. The bucket must be of the stack's account. Set it to `false` for
   * a cluster without backups: what these rights delete is gone.
   *
   * @default true
   */
  readonly backups?: boolean;

  /**
   * The key of an encrypted bucket: `kms:Decrypt` and `kms:GenerateDataKey`. An imported bucket does not know its key.
   *
   * @default - the key that the bucket brings, if any
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * Whether the cluster writes its objects with the canned ACL `bucket-owner-full-control`: `s3:PutObjectAcl`, with
   * that ACL only.
   *
   * @default false
   */
  readonly objectAcl?: boolean;
}
