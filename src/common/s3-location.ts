import { Token } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { IConstruct } from 'constructs';
import { warnOfOtherAccount } from '../private/options/accounts';
import { Arns } from '../private/options/arns';
import { fail } from '../private/options/errors';
import { checked, having, STRING } from '../private/options/validators';

/** @internal */
export interface _BoundS3Location {
  readonly bucketArn: string;
  readonly objectArn: string;
  /**
   * The key of a bucket that knows it.
   *
   * @default - the bucket knows none, or is not known
   */
  readonly encryptionKey?: kms.IKey;
}

const BUCKET = having<s3.IBucket>('bucketArn', 'a location in a bucket such as s3.Bucket');
const URI = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/s;

/**
 * A place in Amazon S3 that a permission is scoped to.
 *
 * Rights on objects reach as far as the location says; rights on the bucket, such as listing, are always those of the
 * whole bucket. A bucket with an encryption key (`bucket.encryptionKey`) brings the rights on its key along. An
 * imported bucket knows no key: name it in the key options of the workload.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html
 */
export class S3Location {
  /**
   * All objects whose key starts with the prefix. End it in `/` to mean a folder: `train` also matches `training/`.
   *
   * @param bucket the bucket
   * @param prefix what the keys start with; neither a leading `/` nor a wildcard
   */
  public static prefix(bucket: s3.IBucket, prefix: string): S3Location {
    return S3Location.inBucket(bucket, prefix, '*', 'S3Location.bucket() for the whole bucket');
  }

  /**
   * One object.
   *
   * @param bucket the bucket
   * @param key the key of the object; neither a leading `/` nor a wildcard
   */
  public static exactObject(bucket: s3.IBucket, key: string): S3Location {
    return S3Location.inBucket(bucket, key, '', 'S3Location.prefix() or S3Location.bucket() for more than one object');
  }

  /**
   * All objects of a bucket.
   *
   * @param bucket the bucket
   */
  public static bucket(bucket: s3.IBucket): S3Location {
    return new S3Location((scope, property) => bind(scope, property, bucket, '*'));
  }

  /**
   * What an `s3://BUCKET/PREFIX` URI means in a request of a platform: all objects whose key starts with the prefix.
   * No key comes along, since a URI names none.
   *
   * @param uri a literal URI; for a token use `prefix()` with the bucket
   */
  public static uri(uri: string): S3Location {
    return new S3Location((scope, property) => {
      if (Token.isUnresolved(checked(scope, property, uri, STRING))) {
        fail(scope, `'${property}' holds a URI that is a token, which can't be taken apart: use S3Location.prefix()`);
      }
      const [, bucketName, prefix = ''] =
        URI.exec(uri) ?? fail(scope, `'${property}' must be a URI of the form s3://BUCKET/PREFIX, got '${uri}'`);
      if (prefix !== '') {
        checkKey(scope, property, prefix, 'S3Location.bucket() for the whole bucket');
      }
      const bucketArn = Arns.of(scope).bucket(bucketName);
      return { bucketArn, objectArn: `${bucketArn}/${prefix}*` };
    });
  }

  /**
   * Every object of every bucket that lets the role in: the form that vendor pages print. Security reviews ask about
   * it.
   */
  public static anyBucket(): S3Location {
    return new S3Location(scope => {
      const bucketArn = Arns.of(scope).bucket('*');
      return { bucketArn, objectArn: `${bucketArn}/*` };
    });
  }

  private static inBucket(bucket: s3.IBucket, key: string, suffix: string, wayOut: string): S3Location {
    return new S3Location((scope, property) => {
      checkKey(scope, property, key, wayOut);
      return bind(scope, property, bucket, `${key}${suffix}`);
    });
  }

  private constructor(private readonly binder: (scope: IConstruct, property: string) => _BoundS3Location) {}

  /**
   * @internal
   */
  public _bind(scope: IConstruct, property: string): _BoundS3Location {
    return this.binder(scope, property);
  }
}

function bind(scope: IConstruct, property: string, bucket: s3.IBucket, keyPattern: string): _BoundS3Location {
  checked(scope, property, bucket, BUCKET);
  warnOfOtherAccount(scope, property, bucket.env.account, 'the bucket policy');
  return {
    bucketArn: bucket.bucketArn,
    objectArn: bucket.arnForObjects(keyPattern),
    encryptionKey: bucket.encryptionKey,
  };
}

function checkKey(scope: IConstruct, property: string, key: string, wayOut: string): void {
  checked(scope, property, key, STRING);
  if (Token.isUnresolved(key)) {
    return;
  }
  if (key === '') {
    fail(scope, `'${property}' has an empty prefix or key: use ${wayOut}`);
  }
  if (key.startsWith('/')) {
    fail(
      scope,
      `'${property}' must not start with '/', got '${key}': S3 keys have no leading slash, use '${key.replace(/^\/+/, '')}'`,
    );
  }
  if (/[*?]|\$\{/.test(key)) {
    fail(scope, `'${property}' must not hold a wildcard (* or ?) or a policy variable, got '${key}': use ${wayOut}`);
  }
}
