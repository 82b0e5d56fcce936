import { ParallelClusterVersion } from './version';

/** What the permissions of the roles of a cluster are scoped to. */
export interface ParallelClusterRoleScope {
  /**
   * The version of ParallelCluster that the permissions are for. A role serves older versions, too, where nothing that
   * they need was replaced.
   *
   * @default ParallelClusterVersion.LATEST
   */
  readonly version?: ParallelClusterVersion;

  /**
   * The name of the only cluster that the role is for: a letter, then up to 59 letters, digits and hyphens. It narrows
   * the role to the tables, stacks, instances and artifacts of that cluster.
   *
   * @default - the role serves every cluster of the account and region
   */
  readonly clusterName?: string;
}
