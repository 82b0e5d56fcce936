import * as kms from 'aws-cdk-lib/aws-kms';
import { PlatformEc2RoleProps } from '../../common/platform-ec2-role-props';
import { S3Location } from '../../common/s3-location';

/** The scripts in Amazon S3 that the build of an image runs: `Build` / `Components` with `s3://` values. */
export interface ParallelClusterImageScripts {
  /** The scripts: `S3Location.exactObject()` for each. Must not be empty. */
  readonly locations: S3Location[];

  /**
   * The keys of imported buckets: the `encryptionKey` of a bucket is included automatically. Must not be empty.
   *
   * @default - only the encryption keys of the bucket objects
   */
  readonly keys?: kms.IKeyRef[];
}

/** Properties of `ParallelClusterImageBuilderRole`. `path` is `/parallelcluster/` by default. */
export interface ParallelClusterImageBuilderRoleProps extends PlatformEc2RoleProps {
  /**
   * The scripts that the build runs.
   *
   * @default - none in Amazon S3
   */
  readonly scripts?: ParallelClusterImageScripts;

  /**
   * Whether to attach AWS's policy `AmazonSSMManagedInstanceCore`, with which EC2 Image Builder runs the steps of the
   * build on the instance: commands of Systems Manager. It also reads all parameters of the account. Nothing can be
   * attached to an imported role: it keeps the policies that it has.
   *
   * @default true
   */
  readonly systemsManager?: boolean;

  /**
   * Whether to attach AWS's policy `EC2InstanceProfileForImageBuilder`: components, and logs of the build. Nothing can
   * be attached to an imported role: it keeps the policies that it has.
   *
   * @default true
   */
  readonly imageBuilder?: boolean;
}
