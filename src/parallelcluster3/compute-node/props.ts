import { ParallelClusterNodeRoleProps } from '../cluster/props';

/** Properties of `ParallelClusterComputeNodeRole`. */
export interface ParallelClusterComputeNodeRoleProps extends ParallelClusterNodeRoleProps {
  /**
   * Whether to attach AWS's policy `AmazonSSMManagedInstanceCore`: sessions with Systems Manager. Nothing can be
   * attached to an imported role: it keeps the policies that it has.
   *
   * @default true
   */
  readonly systemsManager?: boolean;
}
