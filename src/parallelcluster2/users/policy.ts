import { Construct } from 'constructs';
import { accessPolicy } from './create-access-policy';
import { batchPolicy } from './create-batch-policy';
import { clusterPolicy } from './create-cluster-policy';
import { computePolicy } from './create-compute-policy';
import { ParallelCluster2CreateClustersOptions } from './create-options';
import { storagePolicy } from './create-storage-policy';
import { CreatedClusters, createdClusters, usedClusters } from './read';
import { ParallelCluster2UseClustersOptions } from './use-options';
import { usePolicy } from './use-policy';
import { Arns } from '../../private/options/arns';
import { fail } from '../../private/options/errors';
import { OptionReader } from '../../private/options/option-reader';
import { ofVersion, PolicyFeature } from '../../private/statements/documented-statement';
import { versionOf } from '../cluster/guide-versions';
import { ParallelCluster2PermissionSet } from '../cluster/permission-set';
import { scoped, Statements } from '../cluster/statement';

const PARTS: Readonly<Record<string, (arns: Arns, clusters: CreatedClusters) => Statements>> = {
  Compute: computePolicy,
  Cluster: clusterPolicy,
  Access: accessPolicy,
  Storage: storagePolicy,
  Batch: batchPolicy,
};

export interface UserOptions {
  readonly createClusters?: ParallelCluster2CreateClustersOptions;
  readonly useClusters?: ParallelCluster2UseClustersOptions;
  readonly permissionSet?: ParallelCluster2PermissionSet;
}

/** A managed policy for each part. Fails for options that can't be right. */
export function userPolicy(scope: Construct, options: UserOptions): readonly PolicyFeature[] {
  const read = OptionReader.of(scope, '', options);
  const arns = Arns.of(scope);
  const version = versionOf(scope, options.permissionSet);
  const created = read.optionalStruct('createClusters', options.createClusters, createdClusters);
  const used = read.optionalStruct('useClusters', options.useClusters, usedClusters);
  checkPresence(scope, options);
  return [
    ...Object.entries(PARTS).map(([name, statements]) => ({
      name,
      statements: created ? ofVersion(version, scoped(created.isUnrestricted, statements(arns, created))) : [],
    })),
    { name: 'Use', statements: used ? usePolicy(arns, used) : [] },
  ];
}

function checkPresence(scope: Construct, { createClusters, useClusters, permissionSet }: UserOptions): void {
  if (createClusters === undefined && useClusters === undefined) {
    fail(scope, "name 'createClusters' or 'useClusters': a policy without one grants nothing");
  }
  if (createClusters === undefined && permissionSet !== undefined) {
    fail(scope, "'permissionSet' needs 'createClusters': the guide never changed what it grants to who uses clusters");
  }
}
