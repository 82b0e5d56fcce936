import { ParallelCluster2LambdaRoleProps } from './props';
import { Arns } from '../../private/options/arns';
import { OptionReader } from '../../private/options/reader';
import { matching, Validator } from '../../private/options/validators';
import { CLUSTER_NAME, clusterNames } from '../cluster/names';
import { ParallelCluster2Scheduler, readResourceBucket, readUnrestrictedAccess, SCHEDULER } from '../cluster/options';

const ROOT_PATH: Validator<string> = {
  ...matching("'/'", /^\/$/, /\//),
  advice: () => 'the CLI looks for the role there. Leave it out',
};

export type LambdaCluster = ReturnType<typeof readLambdaCluster>;

/** The options of the role, checked and as ARNs. */
export function readLambdaCluster(read: OptionReader<ParallelCluster2LambdaRoleProps>) {
  const scheduler = read.required('scheduler', SCHEDULER);
  const name = read.value('clusterName', CLUSTER_NAME);
  const bucket = read.struct('resourceBucket', readResourceBucket);
  read.value('path', ROOT_PATH);
  return {
    isSlurm: scheduler === ParallelCluster2Scheduler.SLURM,
    isBatch: scheduler === ParallelCluster2Scheduler.AWSBATCH,
    names: clusterNames(Arns.of(read.scope), { name, bucket }),
    isUnrestricted: readUnrestrictedAccess(read),
  };
}
