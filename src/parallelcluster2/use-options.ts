import { CLUSTER_NAME, ClusterNames } from './cluster-names';
import { Arns } from '../private/arns';
import { OptionReader, unique } from '../private/option-reader';

/** What clusters somebody uses who neither creates nor updates nor deletes any. */
export interface ParallelCluster2UseOptions {
  /**
   * The names of the clusters, as `pcluster list` prints them. Must not be empty. CloudFormation lengthens the names of
   * nested resources after a hyphen, so `team` also stands for the nested ones of a cluster `team-2`.
   */
  readonly clusterNames: string[];
}

export function usedClusters(
  read: OptionReader, { clusterNames }: ParallelCluster2UseOptions,
): readonly ClusterNames[] {
  const names = read.list('clusterNames', clusterNames, CLUSTER_NAME, 'whoever uses clusters uses named ones');
  return unique(names).map(name => new ClusterNames(Arns.of(read.scope), name));
}
