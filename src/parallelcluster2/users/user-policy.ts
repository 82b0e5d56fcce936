import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { ParallelCluster2CreateClustersOptions } from './create-options';
import { userPolicy } from './policy';
import { ParallelCluster2UseClustersOptions } from './use-options';
import { PlatformPolicyProps } from '../../common/platform-policy-props';
import { PlatformPolicy } from '../../private/roles/policy-builder';
import { ParallelCluster2PermissionSet } from '../cluster/permission-set';

/** Properties of `ParallelCluster2UserPolicy`. At least one of `createClusters` and `useClusters` must be present. */
export interface ParallelCluster2UserPolicyProps extends PlatformPolicyProps {
  /**
   * Permissions to create, update and delete clusters, and to use all of them.
   *
   * @default - no permissions to create clusters
   */
  readonly createClusters?: ParallelCluster2CreateClustersOptions;

  /**
   * Permissions to use named clusters: `pcluster dcv`, `instances`, `list`, `ssh`, `start`, `status`, `stop` and
   * `version`.
   *
   * @default - no permissions on named clusters
   */
  readonly useClusters?: ParallelCluster2UseClustersOptions;

  /**
   * Which form of the guide's policies is granted to who creates clusters. The guide never changed what it grants to
   * who uses them.
   *
   * @default ParallelCluster2PermissionSet.GUIDE_2_11
   */
  readonly permissionSet?: ParallelCluster2PermissionSet;
}

/**
 * The permissions of people and programs that call the CLI of AWS ParallelCluster 2: a managed policy for each part
 * (`Compute`, `Cluster`, `Access`, `Storage`, `Batch`, `Use`), each below the 6,144 characters that IAM allows.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam.html#example-parallelcluser-policies
 */
export class ParallelCluster2UserPolicy extends Construct {
  /** The managed policies, in a fixed order. */
  public readonly managedPolicies: iam.ManagedPolicy[];

  private readonly policy: PlatformPolicy;

  constructor(scope: Construct, id: string, props: ParallelCluster2UserPolicyProps) {
    super(scope, id);
    this.policy = new PlatformPolicy(this, {
      ...props,
      features: userPolicy(this, props),
      wayOut: 'name fewer clusters, roles and policies, or make several of these constructs',
    });
    this.managedPolicies = this.policy.managedPolicies;
  }

  /**
   * Attaches the policies to a user.
   *
   * @param user the user, of the account of the stack
   */
  public attachToUser(user: iam.IUser): void {
    this.policy.attachToUser(user);
  }

  /**
   * Attaches the policies to a group.
   *
   * @param group the group, of the account of the stack
   */
  public attachToGroup(group: iam.IGroup): void {
    this.policy.attachToGroup(group);
  }

  /**
   * Attaches the policies to a role.
   *
   * @param role the role, of the account of the stack
   */
  public attachToRole(role: iam.IRole): void {
    this.policy.attachToRole(role);
  }
}
