import { ParallelClusterSlurmdbdRoleProps } from './props';
import { OptionReader } from '../../private/options/reader';
import { SECRET, SUBNET } from '../../private/options/things/things';
import { unique } from '../../private/options/unique';

export type Slurmdbd = ReturnType<typeof readSlurmdbd>;

export function readSlurmdbd(read: OptionReader<ParallelClusterSlurmdbdRoleProps>) {
  const secrets = [read.requiredThing('databasePassword', SECRET), read.requiredThing('mungeKey', SECRET)];
  const subnet = read.requiredThing('subnet', SUBNET).arn;
  const bucket = read.location('bucket');
  const keys = read.key('bucketKey');
  if (!bucket && keys.length > 0) {
    read.fail(`'${read.pathOf('bucketKey')}' requires 'bucket': set the bucket that is encrypted with this key`);
  }
  return { secrets, subnet, bucket: bucket && { ...bucket, keys: unique([...keys, ...bucket.keys]) } };
}
