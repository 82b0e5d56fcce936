import { readBatchStack } from './batch-stack';
import { readLaunch } from './launch';
import { ParallelCluster2InstanceRoleProps } from './props';
import { Arns } from '../../private/options/arns';
import { OptionReader } from '../../private/options/reader';
import { PASSABLE_ROLE } from '../../private/options/things/things';
import { readSessionManager } from '../../private/roles/session-manager';
import { CLUSTER_NAME, clusterNames } from '../cluster/names';
import {
  ParallelCluster2Scheduler, readGuideVersion, readResourceBucket, readUnrestrictedAccess, SCHEDULER,
} from '../cluster/options';

export type InstanceCluster = ReturnType<typeof readInstanceCluster>;

/** The options of the role, checked and as ARNs. */
export function readInstanceCluster(read: OptionReader<ParallelCluster2InstanceRoleProps>) {
  const scheduler = read.required('scheduler', SCHEDULER);
  const version = readGuideVersion(read);
  const name = read.value('clusterName', CLUSTER_NAME);
  const bucket = read.struct('resourceBucket', readResourceBucket);
  const cluster = {
    scheduler,
    version,
    names: clusterNames(Arns.of(read.scope), { name, bucket, version }),
    launch: read.structOr('launch', {}, readLaunch),
    batch: read.struct('batchStack', readBatchStack),
    /** The keys of encrypted images and volumes. */
    keys: read.keys('keys'),
    passableRoles: read.arns('passableRoles', PASSABLE_ROLE),
    sessionManager: readSessionManager(read),
    isUnrestricted: readUnrestrictedAccess(read),
  };
  if (scheduler === ParallelCluster2Scheduler.AWSBATCH) {
    checkBatchOptions(read);
  } else if (cluster.batch) {
    read.fail(`'batchStack' requires the scheduler awsbatch, got '${scheduler}'. Leave it out`);
  }
  return cluster;
}

function checkBatchOptions(read: OptionReader<ParallelCluster2InstanceRoleProps>): void {
  for (const option of ['launch', 'passableRoles'] as const) {
    if (read.has(option)) {
      read.fail(
        `'${option}' cannot be combined with the scheduler awsbatch: AWS Batch launches instances itself. Leave it out`,
      );
    }
  }
  if (!read.has('batchStack')) {
    read.warn(
      'batchStack',
      "the head node can't submit jobs: set 'batchStack' to the outputs of the Batch stack once the cluster exists",
    );
  }
}
