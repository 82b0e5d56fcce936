import { clusterArns, DEFAULT_PATH } from './cluster-arns';
import { ParallelClusterNodeRoleProps } from './props';
import { readCluster, readNodePolicies } from './read';
import { readStorage, storageFeature } from './storage';
import { ReaderOf } from '../../private/options/reader';
import { PolicyFeature } from '../../private/statements/documented-statement';
import { EC2_SERVICES, ec2Trust } from '../../private/statements/services';
import { featuresOf } from '../../private/statements/versions';

// What the roles of head, compute and login nodes share.

export type Node = ReturnType<typeof readNode>;

export function readNode(reader: ReaderOf<ParallelClusterNodeRoleProps>) {
  const cluster = readCluster(reader);
  return { cluster, arns: clusterArns(reader.scope, cluster.name), storage: readStorage(reader, cluster) };
}

/** The definition of a node's role: the features of its kind of node, and those of every node. */
export function nodeRole(
  reader: Parameters<typeof readNodePolicies>[0], { cluster, storage }: Node, features: readonly PolicyFeature[],
  byDefault: { readonly systemsManager: boolean },
) {
  return {
    trust: ec2Trust(),
    features: featuresOf(cluster.version, [...features, storageFeature(storage)]),
    awsPolicies: readNodePolicies(reader, byDefault),
    defaultPath: DEFAULT_PATH,
    passedTo: EC2_SERVICES,
  };
}
