import { IResource, Token } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { IConstruct } from 'constructs';
import { Arns } from '../private/options/arns';
import { fail, format } from '../private/options/errors';
import { isPattern } from '../private/options/literals';
import { BoundLocation, Location } from '../private/options/scoping';
import { otherBucket } from '../private/options/things/other-buckets';
import { bindThing, validatorOf } from '../private/options/things/thing';
import { BUCKET } from '../private/options/things/things';
import { STRING, validate } from '../private/options/validators';

const URI = /^s3:\/\/([^/]*)(?:\/(.*))?$/s;
const BUCKET_NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/**
 * A place in Amazon S3 that a permission is scoped to.
 *
 * It limits the permissions on objects; permissions on the bucket, such as listing, always cover the whole bucket. If
 * the bucket has an encryption key (`bucket.encryptionKey`, for an L1 the key that its encryption names), the
 * permissions on its key are included. An imported bucket and other references have none: use the key options of the
 * workload. Directory buckets and access points are errors, since requests to them need other permissions.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html
 */
export class S3Location extends Location {
  /**
   * All objects whose key starts with the prefix. End it in `/` to mean a folder: `train` also matches `training/`.
   *
   * @param bucket the bucket
   * @param prefix what the keys start with; neither a leading `/` nor a wildcard
   */
  public static prefix(bucket: s3.IBucketRef, prefix: string): S3Location {
    return S3Location.inBucket(bucket, prefix, '*', {
      what: 'the prefix of S3Location.prefix()', wayOut: 'S3Location.bucket() for the whole bucket',
    });
  }

  /**
   * One object.
   *
   * @param bucket the bucket
   * @param key the key of the object; neither a leading `/` nor a wildcard
   */
  public static exactObject(bucket: s3.IBucketRef, key: string): S3Location {
    return S3Location.inBucket(bucket, key, '', {
      what: 'the key of S3Location.exactObject()',
      wayOut: 'S3Location.prefix() or S3Location.bucket() for more than one object',
    });
  }

  /**
   * All objects of a bucket.
   *
   * @param bucket the bucket
   */
  public static bucket(bucket: s3.IBucketRef): S3Location {
    return new S3Location((scope, path) => bind(scope, path, bucket, '*'));
  }

  /**
   * All objects whose key starts with the prefix of an `s3://BUCKET/PREFIX` URI, as in a request of a platform. It
   * includes no encryption key, since a URI has none.
   *
   * @param uri a literal URI; for a token use `prefix()` with the bucket
   */
  public static uri(uri: string): S3Location {
    return new S3Location((scope, path) => {
      validate(scope, `the URI of S3Location.uri() in '${path}'`, uri, STRING);
      if (Token.isUnresolved(uri)) {
        fail(scope, `'${path}' holds a URI that is a token, which can't be parsed: use S3Location.prefix()`);
      }
      const subject = `'${path}' must be a URI of the form s3://BUCKET/PREFIX, got '${uri}'`;
      const [, bucketName, prefix = ''] = URI.exec(uri) ?? fail(scope, subject);
      const other = otherBucket(bucketName);
      if (other !== undefined) {
        fail(scope, `${subject}: ${other}`);
      }
      if (!BUCKET_NAME.test(bucketName)) {
        fail(
          scope,
          `${subject}: '${bucketName}' is not a bucket name (3 to 63 lower-case letters, digits, dots and hyphens)`,
        );
      }
      if (prefix !== '') {
        checkKey(scope, path, prefix, { what: 'the prefix of S3Location.uri()', wayOut: 'S3Location.bucket() for the whole bucket' });
      }
      return inBucketNamed(Arns.of(scope), bucketName, prefix);
    });
  }

  /**
   * The default bucket of the SageMaker Python SDK, `sagemaker-REGION-ACCOUNT` in the region and account of the stack:
   * all of its objects, or those whose key starts with the prefix. Unless its session names another bucket, the SDK
   * uploads code and data there, and creates the bucket where it doesn't exist.
   *
   * The name is easy to guess, and permissions are on the name: create the bucket before others do. It includes no
   * encryption key: for a bucket of the app with this name use `bucket()` or `prefix()`.
   *
   * @param prefix what the keys start with, such as the `default_bucket_prefix` of a session; neither a leading `/` nor
   * a wildcard
   * @see
   * https://github.com/aws/sagemaker-python-sdk/blob/master/sagemaker-core/src/sagemaker/core/helper/session_helper.py
   */
  public static sageMakerDefaultBucket(prefix?: string): S3Location {
    return new S3Location((scope, path) => {
      if (prefix !== undefined) {
        checkKey(scope, path, prefix, {
          what: 'the prefix of S3Location.sageMakerDefaultBucket()',
          wayOut: 'S3Location.sageMakerDefaultBucket() for the whole bucket',
        });
      }
      const arns = Arns.of(scope);
      return inBucketNamed(arns, `sagemaker-${arns.region}-${arns.account}`, prefix ?? '');
    });
  }

  /**
   * Every object of every bucket that gives the role access, as vendor pages grant it. Security reviewers will ask
   * about it.
   */
  public static anyBucket(): S3Location {
    return new S3Location(scope => inBucketNamed(Arns.of(scope), '*', ''));
  }

  private static inBucket(bucket: s3.IBucketRef, key: string, suffix: string, argument: Argument): S3Location {
    return new S3Location((scope, path) => {
      checkKey(scope, path, key, argument);
      return bind(scope, path, bucket, `${key}${suffix}`);
    });
  }

  private constructor(private readonly binder: (scope: IConstruct, path: string) => BoundLocation) {
    super();
  }

  /**
   * @internal
   */
  public _bind(scope: IConstruct, path: string): BoundLocation {
    return this.binder(scope, path);
  }
}

/** The name of an argument in errors, and the alternative that they suggest. */
interface Argument {
  readonly what: string;
  readonly wayOut: string;
}

function bind(scope: IConstruct, path: string, bucket: s3.IBucketRef, keyPattern: string): BoundLocation {
  const { arn, keys } = bindThing(scope, path, bucket, BUCKET);
  return { bucketArn: arn, objectArn: `${arn}/${keyPattern}`, keys, account: (bucket as Partial<IResource>).env?.account };
}

/** All objects of a bucket with a prefix. No key is known. */
function inBucketNamed(arns: Arns, name: string, prefix: string): BoundLocation {
  const bucketArn = arns.bucket(name);
  return { bucketArn, objectArn: `${bucketArn}/${prefix}*`, keys: [] };
}

function checkKey(scope: IConstruct, path: string, key: string, { what, wayOut }: Argument): void {
  const subject = `${what} in '${path}'`;
  if (!STRING.is(key)) {
    fail(scope, `${subject} must be a string, got ${format(key)}${validatorOf(BUCKET).is(key) ? ': the bucket comes first' : ''}`);
  }
  if (key === '') {
    fail(scope, `${subject} must not be empty: use ${wayOut}`);
  }
  if (key.startsWith('/')) {
    fail(
      scope,
      `${subject} must not start with '/', got '${key}': S3 keys have no leading slash, use '${key.replace(/^\/+/, '')}'`,
    );
  }
  if (isPattern(key)) {
    fail(scope, `${subject} must not hold a wildcard (* or ?) or a policy variable, got ${format(key)}: use ${wayOut}`);
  }
}
