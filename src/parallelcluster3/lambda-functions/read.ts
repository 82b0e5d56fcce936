import { ParallelClusterLambdaFunctionsRoleProps } from './props';
import { OptionReader } from '../../private/options/reader';
import { HOSTED_ZONE } from '../../private/options/things/things';
import { clusterArns } from '../cluster/cluster-arns';
import { checkAwsBatch, checkSince, readCluster } from '../cluster/read';
import { readClusterBucket } from '../cluster/storage';

export type LambdaFunctions = ReturnType<typeof readLambdaFunctions>;

export function readLambdaFunctions(read: OptionReader<ParallelClusterLambdaFunctionsRoleProps>) {
  const cluster = readCluster(read);
  const arns = clusterArns(read.scope, cluster.name);
  const functions = {
    cluster,
    bucket: readClusterBucket(read, arns),
    /** The hosted zones of clusters with Slurm. */
    slurm: read.struct('slurm', slurm => [slurm.thing('hostedZone', HOSTED_ZONE)?.arn ?? arns.hostedZones]),
    awsBatch: read.capability('awsBatch'),
  };
  checkAwsBatch(read, cluster.version);
  checkSince(read, 'vpc', '3.4.0', cluster.version);
  if (!functions.slurm && !functions.awsBatch) {
    read.fail("name a scheduler, since functions without one have nothing to clean up: 'slurm', 'awsBatch'");
  }
  return functions;
}
