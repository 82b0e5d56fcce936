import { ParallelClusterLoginNodeRoleProps } from './props';
import { OptionReader } from '../../private/options/reader';
import { matching } from '../../private/options/validators';
import { isBefore } from '../../private/statements/versions';
import { readNode } from '../cluster/node';

export type LoginNode = ReturnType<typeof readLoginNode>;

const POOL = matching('the name of a pool of login nodes: a lower-case letter, then up to 29 lower-case letters, digits ' +
  'and hyphens', /^[a-z][a-z0-9-]{0,29}$/, /[a-z0-9-]/);

export function readLoginNode(read: OptionReader<ParallelClusterLoginNodeRoleProps>) {
  const node = readNode(read);
  const pools = read.list('pools', POOL);
  const { version } = node.cluster;
  if (isBefore(version, '3.7.0')) {
    read.fail(`'version' must be 3.7.0 or newer, got ${version}: older versions have no login nodes`);
  }
  return { ...node, pools: pools.length > 0 ? pools : ['*'] };
}
