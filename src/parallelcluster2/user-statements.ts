import { ClusterNames } from './cluster-names';
import { scoped, Statements } from './cluster-statement';
import { accessPolicy } from './create-access-policy';
import { batchPolicy } from './create-batch-policy';
import { clusterPolicy } from './create-cluster-policy';
import { computePolicy } from './create-compute-policy';
import { fileSystemsPolicy } from './create-file-systems-policy';
import { CreatedClusters } from './create-options';
import { usePolicy } from './use-policy';
import { Arns } from '../private/arns';
import { ofVersion, PolicyFeature } from '../private/documented-statement';

const CREATE: Readonly<Record<string, (arns: Arns, clusters: CreatedClusters) => Statements>> = {
  Compute: computePolicy,
  Cluster: clusterPolicy,
  Access: accessPolicy,
  FileSystems: fileSystemsPolicy,
  Batch: batchPolicy,
};

/** A managed policy for each part. */
export function userPolicy(
  arns: Arns,
  version: string,
  created: CreatedClusters | undefined,
  used: readonly ClusterNames[] | undefined,
): readonly PolicyFeature[] {
  return [
    ...Object.entries(CREATE).map(([name, statements]) => ({
      name,
      statements: created ? ofVersion(version, scoped(created.isUnrestricted, statements(arns, created))) : [],
    })),
    { name: 'Use', statements: used ? usePolicy(arns, used) : [] },
  ];
}
