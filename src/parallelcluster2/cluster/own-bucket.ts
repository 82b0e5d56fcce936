import * as s3 from 'aws-cdk-lib/aws-s3';
import { ParallelCluster2ResourceBucket } from './resource-bucket';
import { warnOfOtherAccount } from '../../private/options/accounts';
import { OptionReader, unique } from '../../private/options/option-reader';
import { checked, having } from '../../private/options/validators';

/** The bucket of the user that clusters keep their artifacts in. */
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
