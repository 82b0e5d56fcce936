/** What clusters somebody uses who neither creates nor updates nor deletes any. */
export interface ParallelCluster2UseClustersOptions {
  /**
   * The names of the clusters, as `pcluster list` prints them. Must not be empty. CloudFormation lengthens the names of
   * nested resources after a hyphen, so `team` also stands for the nested ones of a cluster `team-2`.
   */
  readonly clusterNames: string[];
}
