import * as kms from 'aws-cdk-lib/aws-kms';
import { S3Location } from '../../common/s3-location';

/** The bucket of Elastic Beanstalk, and the locations of source bundles. No options are required. */
export interface BeanstalkUserStorage {
  /**
   * Where users upload source bundles, in addition to the folders of the applications in the bucket of Elastic
   * Beanstalk: `S3Location.prefix(bucket, 'shop/')`. The keys of the buckets are included. Must not be empty.
   *
   * @default - only the folders that `eb` and the GitHub actions use: those with the names of the applications
   */
  readonly sourceBundles?: S3Location[];

  /**
   * The key of the bucket of Elastic Beanstalk, if it is encrypted with one.
   *
   * @default - the bucket has no KMS key
   */
  readonly encryptionKey?: kms.IKeyRef;

  /**
   * The ids of the environments, such as `e-abcdefghij`, whose folders Elastic Beanstalk writes when users deploy. A
   * new environment has a new id, so it is an error with `management`. Must not be empty.
   *
   * @default - the folders of all environments in the bucket, which hold the code that these run
   */
  readonly environmentIds?: string[];

  /**
   * Whether Elastic Beanstalk sets up its bucket with the permissions of the user: public access, ownership, and a
   * policy with the roles of instances. Set it to `false` once the policy of the bucket has the roles of all
   * environments.
   *
   * @default true
   */
  readonly bucketSetup?: boolean;
}
