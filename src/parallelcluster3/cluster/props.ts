import * as efs from 'aws-cdk-lib/aws-efs';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ParallelClusterVersion } from './version';
import { PlatformEc2RoleProps } from '../../common/platform-ec2-role-props';
import { S3Location } from '../../common/s3-location';
import { SessionManagerOptions } from '../../common/session-manager-options';

/** The clusters that a role is for. */
export interface ParallelClusterRoleScope {
  /**
   * The version of ParallelCluster that the permissions are for. A role also works for older versions, unless they need
   * something that a newer version has replaced.
   *
   * @default ParallelClusterVersion.LATEST
   */
  readonly version?: ParallelClusterVersion;

  /**
   * The name of the cluster: a letter, then up to 59 letters, digits and hyphens. It limits the role to the tables,
   * stacks, instances and artifacts of that cluster.
   *
   * @default - every cluster of the account and Region
   */
  readonly clusterName?: string;
}

/** Properties of the roles of head, compute and login nodes. `path` is `/parallelcluster/` by default. */
export interface ParallelClusterNodeRoleProps extends PlatformEc2RoleProps, ParallelClusterRoleScope {
  /**
   * Whether to attach AWS's policy `CloudWatchAgentServerPolicy`: logs and metrics of the node. Set it to `false` if
   * the cluster has no CloudWatch logs. Nothing can be attached to an imported role: it keeps the policies that it has.
   *
   * @default true
   */
  readonly cloudWatchAgent?: boolean;

  /**
   * Allows Session Manager to open a shell on the node. Set it to `{}` for sessions without a KMS key. It replaces
   * AWS's policy `AmazonSSMManagedInstanceCore`, with which every job reads all parameters of the account.
   * ParallelCluster itself needs neither.
   *
   * @default - Session Manager can't connect to the node, as with the roles that the command line creates
   */
  readonly sessionManager?: SessionManagerOptions;

  /**
   * File systems that the node mounts with its role, from 3.4 on.
   *
   * @default - none
   */
  readonly efs?: ParallelClusterEfsAccess;

  /**
   * The data of jobs and users on the node, the scripts of its custom actions (`CustomActions`) and a custom cookbook.
   *
   * @default - none
   */
  readonly s3Access?: ParallelClusterS3Access;
}

/**
 * Locations in Amazon S3 that a node reads and writes: `S3Access` in the configuration of a cluster, which login nodes
 * lack there.
 */
export interface ParallelClusterS3Access {
  /**
   * Locations that are only read, scripts and a custom cookbook included: read and list. Must not be empty.
   *
   * @default - none
   */
  readonly readable?: S3Location[];

  /**
   * Locations that are read and written (`EnableWriteAccess`): read, list, write and delete. Must not be empty.
   *
   * @default - none
   */
  readonly writable?: S3Location[];

  /**
   * The keys of imported buckets in `readable`: the `encryptionKey` of a bucket is included automatically. Must not be
   * empty.
   *
   * @default - only the encryption keys of the bucket objects
   */
  readonly readableKeys?: kms.IKeyRef[];

  /**
   * The keys of imported buckets in `writable`: the `encryptionKey` of a bucket is included automatically. Must not be
   * empty.
   *
   * @default - only the encryption keys of the bucket objects
   */
  readonly writableKeys?: kms.IKeyRef[];
}

/** The Amazon EFS file systems that a node mounts with its role: `IamAuthorization` in `EfsSettings`. */
export interface ParallelClusterEfsAccess {
  /** The file systems: mount, write and act as root. Must not be empty. */
  readonly fileSystems: efs.IFileSystemRef[];
}

/**
 * The bucket that a cluster uses instead of the one that ParallelCluster creates: `CustomS3Bucket`. Leave it out for
 * the bucket that ParallelCluster created.
 */
export interface ParallelClusterCustomBucket {
  /** The bucket. Permissions on objects are limited to those below `parallelcluster/`. */
  readonly bucket: s3.IBucketRef;

  /**
   * The key of an imported bucket. If the bucket object has an `encryptionKey`, that key is included, too.
   *
   * @default - only the encryption key of the bucket object
   */
  readonly encryptionKey?: kms.IKeyRef;
}
