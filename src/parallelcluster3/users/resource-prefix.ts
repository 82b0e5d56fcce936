import { ParallelClusterResourcePrefix } from './props';
import { Arns } from '../../private/options/arns';
import { iamName, PATH_BELOW_ROOT } from '../../private/options/names';
import { OptionReader } from '../../private/options/reader';
import { DEFAULT_PATH } from '../cluster/cluster-arns';

export type IamResources = ReturnType<typeof iamResources>;

export function readPrefix(read: OptionReader<ParallelClusterResourcePrefix>): ParallelClusterResourcePrefix {
  const prefix = { path: read.value('path', PATH_BELOW_ROOT), namePrefix: read.value('namePrefix', iamName(30)) };
  if (prefix.path === undefined && prefix.namePrefix === undefined) {
    read.fail("'resourcePrefix' must have a 'path', a 'namePrefix' or both, got {}: leave it out instead");
  }
  return prefix;
}

/**
 * ARNs of the IAM resources of clusters and images, by ParallelCluster's naming: roles and profiles of nodes have the
 * name of the cluster below the path, roles of functions do not. AWS Batch and images ignore the prefix. With a prefix
 * for names, the names end in twelve characters that ParallelCluster derives from the name of the cluster.
 */
export function iamResources(arns: Arns, prefix: ParallelClusterResourcePrefix | undefined, awsBatch: boolean) {
  const { path = DEFAULT_PATH, namePrefix = '' } = prefix ?? {};
  const ofNodes = namePrefix === '' ? `${path}*` : `${path}*/${namePrefix}*`;
  const ofFunctions = namePrefix === '' ? [] : [`${path}${namePrefix}*Role-????????????`];
  const ofBatch = awsBatch && prefix !== undefined ? [`${DEFAULT_PATH}*`] : [];
  return {
    roles: [ofNodes, ...ofFunctions, ...ofBatch].map(name => arns.iam(`role${name}`)),
    profiles: [ofNodes, ...ofBatch].map(name => arns.iam(`instance-profile${name}`)),
    /** The roles of images, to which no prefix applies. */
    imageRoles: [arns.iam(`role${DEFAULT_PATH}*`)],
    imageProfiles: [arns.iam(`instance-profile${DEFAULT_PATH}*`)],
    /** Customer-managed policies that clusters may attach. ParallelCluster creates none, with or without a prefix. */
    policies: prefix === undefined ? [arns.iam('policy/parallelcluster*'), arns.iam(`policy${DEFAULT_PATH}*`)] : [],
  };
}
