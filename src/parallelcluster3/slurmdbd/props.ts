import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { PlatformEc2RoleProps } from '../../common/platform-ec2-role-props';
import { S3Location } from '../../common/s3-location';

/** Properties of `ParallelClusterSlurmdbdRole`. `path` is `/parallelcluster/` by default. */
export interface ParallelClusterSlurmdbdRoleProps extends PlatformEc2RoleProps {
  /** The password of the database. If the secret object has an `encryptionKey`, that key is included. */
  readonly databasePassword: secretsmanager.ISecretRef;

  /**
   * The munge key that the daemon shares with its clusters. If the secret object has an `encryptionKey`, that key is
   * included.
   */
  readonly mungeKey: secretsmanager.ISecretRef;

  /** The subnet of the instance, which assigns itself a second address: of this account, or shared by another. */
  readonly subnet: ec2.ISubnetRef;

  /**
   * The bucket, or the folder in it, that the daemon reads and writes.
   *
   * @default - none
   */
  readonly bucket?: S3Location;

  /**
   * The key of an imported bucket. If the bucket object has an `encryptionKey`, that key is included, too.
   *
   * @default - only the encryption key of the bucket object
   */
  readonly bucketKey?: kms.IKeyRef;
}
