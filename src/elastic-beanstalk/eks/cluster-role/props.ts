import { PlatformRoleProps } from '../../../common/platform-role-props';

/** Properties of `BeanstalkEksClusterRole`. */
export interface BeanstalkEksClusterRoleProps extends PlatformRoleProps {
  /**
   * Whether to attach AWS's managed policies for the cluster: `AmazonEKSClusterPolicy`, `AmazonEKSComputePolicy`,
   * `AmazonEKSBlockStoragePolicy`, `AmazonEKSLoadBalancingPolicy`, `AmazonEKSNetworkingPolicy` and
   * `AWSElasticBeanstalkEKSTagging`. The guide lists all of them, so set it to `false` only for an `existingRole` that
   * has them, or to attach others. A warning says if a new role has no policies.
   *
   * @default true
   */
  readonly awsManagedPolicies?: boolean;

  /**
   * Whether Amazon EKS may assume the role on behalf of this account only (`aws:SourceAccount` in the trust policy), as
   * Amazon EKS recommends. The guide of Elastic Beanstalk prints the trust policy without it: if the creation of a
   * cluster fails because EKS can't assume the role, set this to `false`.
   *
   * @default true
   */
  readonly sourceAccountCondition?: boolean;
}
