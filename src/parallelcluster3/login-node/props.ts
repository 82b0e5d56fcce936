import { ParallelClusterNodeRoleProps } from '../cluster/props';

/** Properties of `ParallelClusterLoginNodeRole`. */
export interface ParallelClusterLoginNodeRoleProps extends ParallelClusterNodeRoleProps {
  /**
   * The names of the pools of login nodes that have the role: a lower-case letter, then up to 29 lower-case letters,
   * digits and hyphens. Must not be empty.
   *
   * @default - every pool
   */
  readonly pools?: string[];
}
