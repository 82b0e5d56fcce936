import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';

/** A bucket of yours that clusters keep their artifacts in: `cluster_resource_bucket` of the configuration. */
export interface ParallelCluster2ResourceBucket {
  /**
   * The bucket. One that knows its encryption key (`bucket.encryptionKey`) brings the rights on the key along; of an
   * imported bucket name it as `encryptionKey`.
   */
  readonly bucket: s3.IBucket;

  /**
   * The key that the bucket encrypts with.
   *
   * @default - the encryption key that the bucket knows, if any
   */
  readonly encryptionKey?: kms.IKey;
}
