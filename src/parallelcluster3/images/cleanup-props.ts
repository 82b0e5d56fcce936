import { PlatformRoleProps } from '../../common/platform-role-props';
import { ParallelClusterVersion } from '../cluster/version';

/** Properties of `ParallelClusterImageCleanupRole`. `path` is `/parallelcluster/` by default. */
export interface ParallelClusterImageCleanupRoleProps extends PlatformRoleProps {
  /**
   * The version of ParallelCluster that the permissions are for.
   *
   * @default ParallelClusterVersion.LATEST
   */
  readonly version?: ParallelClusterVersion;

  /**
   * Whether the role cleans up after builds in all Regions, and not only in the Region of the stack. The role that the
   * command line creates from 3.14 on does.
   *
   * @default false
   */
  readonly allRegions?: boolean;

  /**
   * Whether the function is in a VPC (`LambdaFunctionsVpcConfig`), from 3.4 on: attaches AWS's policy
   * `AWSLambdaVPCAccessExecutionRole`.
   *
   * @default false
   */
  readonly vpc?: boolean;

  /**
   * Whether to attach AWS's policy `AWSLambdaBasicExecutionRole`: the logs of the function. Nothing can be attached to
   * an imported role: it keeps the policies that it has.
   *
   * @default true
   */
  readonly basicExecution?: boolean;
}
