import { ParallelClusterRoleScope } from './scope';
import { ParallelClusterEfsAccess } from './storage-props';
import { PlatformEc2RoleProps } from '../../common/platform-ec2-role-props';

/** What the roles of head, compute and login nodes accept. `path` is `/parallelcluster/` by default. */
export interface ParallelClusterNodeRoleProps extends PlatformEc2RoleProps, ParallelClusterRoleScope {
  /**
   * Whether the role has AWS's policy `CloudWatchAgentServerPolicy`: logs and metrics of the node. Switch it off where
   * the cluster has no CloudWatch logs. An imported role keeps the policies that it has.
   *
   * @default true
   */
  readonly cloudWatchAgent?: boolean;

  /**
   * File systems that the node mounts with its role, from 3.4 on.
   *
   * @default - none
   */
  readonly efs?: ParallelClusterEfsAccess;
}
