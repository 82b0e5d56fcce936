import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { ParallelCluster2BatchStack } from './batch-stack';
import { ParallelCluster2LaunchOptions } from './launch-options';
import { instancePolicy } from './policy';
import { instanceCluster } from './read';
import { PlatformEc2RoleProps } from '../../common/platform-ec2-role-props';
import { Arns } from '../../private/options/arns';
import { grantPass } from '../../private/roles/grant-pass';
import { PlatformRole } from '../../private/roles/role-builder';
import { ParallelCluster2PermissionSet } from '../cluster/permission-set';
import { ParallelCluster2ResourceBucket } from '../cluster/resource-bucket';
import { ParallelCluster2Scheduler } from '../cluster/scheduler';
import { EC2_SERVICES } from '../cluster/statement';

/** Properties of `ParallelCluster2InstanceRole`. */
export interface ParallelCluster2InstanceRoleProps extends PlatformEc2RoleProps {
  /** The scheduler of the clusters: each asks for other permissions. */
  readonly scheduler: ParallelCluster2Scheduler;

  /**
   * The cluster whose table, queue, stacks, logs and instances the role works with. CloudFormation lengthens the names
   * of nested resources after a hyphen, so `team` also stands for the nested ones of a cluster `team-2`. A name that is
   * known only at deployment must be of small letters, digits and hyphens, and have at most 30 characters: the CLI
   * writes it so in the folder of the cluster.
   *
   * @default - all clusters of the region and account
   */
  readonly clusterName?: string;

  /**
   * The bucket of yours that the cluster keeps its artifacts in (`cluster_resource_bucket`): the role works with the
   * folders of clusters in it.
   *
   * @default - the buckets that the CLI makes, which are named `parallelcluster-*`
   */
  readonly resourceBucket?: ParallelCluster2ResourceBucket;

  /**
   * What compute instances are launched from. Not with AWS Batch, which launches them itself.
   *
   * @default - any subnet and key pair of the region and account, any image of the region
   */
  readonly launch?: ParallelCluster2LaunchOptions;

  /**
   * The outputs of the Batch stack, once the cluster exists. Only with AWS Batch.
   *
   * @default - the head node can't submit jobs nor see the containers that run them; with AWS Batch a warning says so
   */
  readonly batchStack?: ParallelCluster2BatchStack;

  /**
   * Roles that the role passes to EC2 beside itself and those named `parallelcluster-*`. Not with AWS Batch. Must not
   * be empty.
   *
   * @default - none
   */
  readonly passableRoles?: iam.IRole[];

  /**
   * Which form of the guide's policies is granted.
   *
   * @default ParallelCluster2PermissionSet.GUIDE_2_11
   */
  readonly permissionSet?: ParallelCluster2PermissionSet;

  /**
   * Whether what the guide prints on all resources is granted on all resources: to pass every role of the account to
   * EC2, to terminate and tag every instance, to change every Auto Scaling group and every log. Security reviews ask
   * about it, and a warning says so.
   *
   * @default false
   */
  readonly unrestrictedAccess?: boolean;
}

/**
 * The role of the instances of an AWS ParallelCluster 2 cluster, with its instance profile: name the role as
 * `ec2_iam_role` in the configuration.
 *
 * It grants what the scheduler asks for, on the stacks, tables, queues, logs and buckets that carry the names of the
 * CLI, for one cluster or for all.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam.html#parallelclusterinstancepolicy
 */
export class ParallelCluster2InstanceRole extends Construct implements iam.IGrantable {
  /** The role. */
  public readonly role: iam.IRole;

  /** The instance profile that the role stands in. The CLI makes one of its own for `ec2_iam_role`. */
  public readonly instanceProfile: iam.IInstanceProfile;

  /** The principal to grant further permissions to. */
  public readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, id: string, props: ParallelCluster2InstanceRoleProps) {
    super(scope, id);
    const cluster = instanceCluster(this, props);

    const made = new PlatformRole(this, {
      ...props,
      trust: new iam.ServicePrincipal('ec2.amazonaws.com'),
      features: instancePolicy(Arns.of(this), cluster),
      instanceProfile: props,
    });
    this.role = made.role;
    this.instanceProfile = made.instanceProfile!;
    this.grantPrincipal = this.role.grantPrincipal;
  }

  /**
   * Lets somebody create clusters with this role: `iam:PassRole` on it, to EC2 only.
   *
   * @param grantee who passes the role
   */
  public grantPass(grantee: iam.IGrantable): iam.Grant {
    return grantPass(this.role, grantee, ...EC2_SERVICES);
  }
}
