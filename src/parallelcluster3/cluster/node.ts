import { clusterArns, DEFAULT_PATH } from './cluster-arns';
import { ParallelClusterNodeRoleProps } from './props';
import { readCluster } from './read';
import { readStorage, storageFeature } from './storage';
import { ReaderOf, readerOf } from '../../private/options/reader';
import { readAwsPolicies } from '../../private/roles/aws-policies';
import { readSessionManager, sessionManagerFeature } from '../../private/roles/session-manager';
import { PolicyFeature } from '../../private/statements/documented-statement';
import { EC2_SERVICES, ec2Trust } from '../../private/statements/services';
import { featuresOf } from '../../private/statements/versions';
import { ROLE_SOURCES } from '../sources';

// What the roles of head, compute and login nodes share.

export type ClusterNode = ReturnType<typeof readNode>;

export function readNode(reader: ReaderOf<ParallelClusterNodeRoleProps>) {
  const read = readerOf(reader);
  const cluster = readCluster(read);
  return {
    cluster,
    arns: clusterArns(read.scope, cluster.name),
    storage: readStorage(read, cluster),
    sessionManager: readSessionManager(read),
    awsPolicies: readAwsPolicies(read, [
      { option: 'cloudWatchAgent', byDefault: true, policies: ['CloudWatchAgentServerPolicy'] },
    ]),
  };
}

/** The definition of a node's role: the features of its kind of node, and those of every node. */
export function nodeRole(node: ClusterNode, features: readonly PolicyFeature[]) {
  const { cluster, storage, sessionManager, awsPolicies } = node;
  return {
    trust: ec2Trust(),
    features: featuresOf(cluster.version, [
      ...features,
      storageFeature(storage),
      sessionManagerFeature(ROLE_SOURCES.sessionManager, sessionManager),
    ]),
    awsPolicies,
    defaultPath: DEFAULT_PATH,
    passedTo: EC2_SERVICES,
  };
}
