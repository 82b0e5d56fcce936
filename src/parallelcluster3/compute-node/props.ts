import { ParallelClusterNodeRoleProps } from '../cluster/props';

/** Properties of `ParallelClusterComputeNodeRole`. */
export interface ParallelClusterComputeNodeRoleProps extends ParallelClusterNodeRoleProps {}
