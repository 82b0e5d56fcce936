import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { ParallelCluster2BatchStack } from './batch-stack';
import { ParallelCluster2LaunchOptions } from './launch';
import { PlatformEc2RoleProps } from '../../common/platform-ec2-role-props';
import { SessionManagerOptions } from '../../common/session-manager-options';
import {
  ParallelCluster2PermissionSet, ParallelCluster2ResourceBucket, ParallelCluster2Scheduler,
} from '../cluster/options';

/** Properties of `ParallelCluster2InstanceRole`. */
export interface ParallelCluster2InstanceRoleProps extends PlatformEc2RoleProps {
  /** The scheduler of the clusters: each scheduler requires different permissions. */
  readonly scheduler: ParallelCluster2Scheduler;

  /**
   * The cluster whose table, queue, stacks, logs and instances the role works with. CloudFormation adds a hyphen and a
   * suffix to the names of nested resources, so `team` also matches the nested stacks of a cluster `team-2`. A name
   * that is known only at deployment must consist of lower-case letters, digits and hyphens, and have at most 30
   * characters: the CLI cuts longer names and writes them in lower case in the name of the cluster's folder.
   *
   * @default - all clusters of the region and account
   */
  readonly clusterName?: string;

  /**
   * Your own bucket for the artifacts of the cluster (`cluster_resource_bucket`): the role works with the folders of
   * clusters in it.
   *
   * @default - the buckets that the CLI creates, which are named `parallelcluster-*`
   */
  readonly resourceBucket?: ParallelCluster2ResourceBucket;

  /**
   * The resources that compute instances are launched from. Not with AWS Batch, which launches them itself.
   *
   * @default - any subnet and image of the region, any key pair of the region and account
   */
  readonly launch?: ParallelCluster2LaunchOptions;

  /**
   * The outputs of the Batch stack, once the cluster exists. Only with AWS Batch.
   *
   * @default - the head node can neither submit jobs nor see their containers; with AWS Batch a warning says so
   */
  readonly batchStack?: ParallelCluster2BatchStack;

  /**
   * The customer managed keys of encrypted AMIs and volumes, which EC2 uses for the head node when it launches compute
   * instances and attaches volumes. The head node can't use them otherwise. Must not be empty.
   *
   * @default - only the keys of AWS, which need no permissions
   */
  readonly keys?: kms.IKeyRef[];

  /**
   * Additional roles that the role passes to EC2. It always passes itself and the roles named `parallelcluster-*`. Not
   * with AWS Batch. Must not be empty.
   *
   * @default - no additional roles
   */
  readonly passableRoles?: iam.IRoleRef[];

  /**
   * Allows Session Manager to open a shell on the instances. Set it to `{}` for sessions without a KMS key. AWS's
   * policy `AmazonSSMManagedInstanceCore` would also let every job read all parameters of the account.
   *
   * @default - Session Manager can't connect to the instances
   */
  readonly sessionManager?: SessionManagerOptions;

  /**
   * The version of the guide whose policies are granted.
   *
   * @default ParallelCluster2PermissionSet.GUIDE_2_11
   */
  readonly permissionSet?: ParallelCluster2PermissionSet;

  /**
   * Whether to grant on all resources what the guide grants on all resources: passing every role of the account to EC2,
   * terminating and tagging every instance, changing every Auto Scaling group and every log. Reviewers will flag it,
   * and a warning says so.
   *
   * @default false
   */
  readonly unrestrictedAccess?: boolean;
}
