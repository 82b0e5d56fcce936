import { PlatformRoleProps } from '../../../common/platform-role-props';

/** Properties of `BeanstalkEksNodeRole`. */
export interface BeanstalkEksNodeRoleProps extends PlatformRoleProps {
  /**
   * Whether to attach AWS's managed policies for nodes: `AmazonEKSWorkerNodeMinimalPolicy`, which gives pods the
   * credentials of their roles, and `AmazonEC2ContainerRegistryPullOnly`, which pulls the images of all repositories.
   * Set it to `false` only for an `existingRole` that has them, or to attach others. A warning says if a new role has
   * no other policies.
   *
   * @default true
   */
  readonly awsManagedPolicies?: boolean;

  /**
   * Whether to attach AWS's managed policy `AmazonSSMManagedInstanceCore`, as the guide does. It lets Systems Manager
   * manage the nodes, and **reads every parameter** of the Parameter Store. Environments without it were not tested.
   *
   * @default true
   */
  readonly systemsManager?: boolean;
}
