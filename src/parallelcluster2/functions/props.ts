import { PlatformRoleProps } from '../../common/platform-role-props';
import { ParallelCluster2ResourceBucket, ParallelCluster2Scheduler } from '../cluster/options';

/** Properties of `ParallelCluster2LambdaRole`. */
export interface ParallelCluster2LambdaRoleProps extends PlatformRoleProps {
  /** The scheduler of the clusters: each scheduler has its own functions. */
  readonly scheduler: ParallelCluster2Scheduler;

  /**
   * The cluster whose instances, table and artifacts the functions work with. A name that is known only at deployment
   * must consist of lower-case letters, digits and hyphens, and have at most 30 characters: the CLI cuts longer names
   * and writes them in lower case in the name of the cluster's folder.
   *
   * @default - all clusters of the region and account
   */
  readonly clusterName?: string;

  /**
   * Your own bucket for the artifacts of the cluster (`cluster_resource_bucket`): the functions empty the cluster's
   * folder, and keep the bucket. Deleting objects requires no permissions on a key.
   *
   * @default - the buckets that the CLI creates, which are named `parallelcluster-*` and which the functions delete
   */
  readonly resourceBucket?: ParallelCluster2ResourceBucket;

  /**
   * Whether to grant on all resources what the guide grants on all resources: terminating every instance, and deleting
   * every bucket with its objects and every image of the account. Reviewers will flag it, and a warning says so.
   *
   * @default false
   */
  readonly unrestrictedAccess?: boolean;
}
