import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { warnOfOtherAccount } from '../private/accounts';
import { OptionReader, unique } from '../private/option-reader';
import { checked, having } from '../private/options';

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

export interface OwnBucket {
  readonly arn: string;
  readonly keys: readonly string[];
}

export function ownBucket(read: OptionReader, { bucket, encryptionKey }: ParallelCluster2ResourceBucket): OwnBucket {
  const path = read.pathOf('bucket');
  const { bucketArn, env, encryptionKey: known } = checked(
    read.scope,
    path,
    bucket,
    having<s3.IBucket>('bucketArn', 'a bucket such as s3.Bucket'),
  );
  warnOfOtherAccount(read.scope, path, env.account, 'the bucket policy');
  return {
    arn: bucketArn,
    keys: unique([
      ...read.optionalKey('encryptionKey', encryptionKey),
      ...read.optionalKey('bucket.encryptionKey', known),
    ]),
  };
}
