import * as kms from 'aws-cdk-lib/aws-kms';
import { S3Location } from '../../common/s3-location';

/** The bucket of Elastic Beanstalk, and the locations of source bundles. No options are required. */
export interface BeanstalkUserStorage {
  /**
   * Where users upload source bundles, in addition to the folders of the applications in the bucket of Elastic
   * Beanstalk: `S3Location.prefix(bucket, 'shop/')`. The keys of the buckets are included. Requires `deployment`. It is
   * required for an application with the name `resources`, whose folder would hold the code of all environments. Must
   * not be empty.
   *
   * @default - only the folders that `eb` and the GitHub actions use: those with the names of the applications
   */
  readonly sourceBundles?: S3Location[];

  /**
   * The key of the bucket of Elastic Beanstalk, if it is encrypted with one. Users use it by calls of Amazon S3 only.
   *
   * @default - the bucket has no KMS key
   */
  readonly encryptionKey?: kms.IKeyRef;

  /**
   * The ids of the environments, such as `e-abcdefghij`: Elastic Beanstalk writes their folders when users deploy, and
   * users read the log files there. A new environment has a new id, so it is an error with `management`, and without
   * options that use the folders. Must not be empty.
   *
   * @default - the folders of all environments in the bucket, which hold the code that these run: a warning says so
   * with `deployment` and `infrastructure`
   */
  readonly environmentIds?: string[];

  /**
   * Whether Elastic Beanstalk sets up its bucket with the permissions of the user: public access, ownership, and a
   * policy with the roles of instances. Only the first environment of a region needs it. Users can then write **any
   * policy of the bucket**. Requires `deployment` or `management`, and can't be `true` for users who only deploy to
   * environments with operations roles.
   *
   * @default false
   */
  readonly bucketSetup?: boolean;
}
