import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { instanceProfilePolicy } from './policy';
import {
  HopsworksCloudWatchOptions, HopsworksContainerRegistryOptions, HopsworksEksOptions,
} from './props';
import { clusterOf } from './read';
import { letIn } from './role-chaining';
import { PlatformEc2RoleProps } from '../../common/platform-ec2-role-props';
import { Arns } from '../../private/options/arns';
import { OptionReader } from '../../private/options/option-reader';
import { grantPass } from '../../private/roles/grant-pass';
import { PlatformRole } from '../../private/roles/role-builder';
import { attach, checkAttachable, EC2 } from '../cluster/images';
import { HopsworksStorageProps } from '../cluster/storage-props';

/** Properties of `HopsworksInstanceProfile`: the parts of a managed cluster that are in use. */
export interface HopsworksInstanceProfileProps extends PlatformEc2RoleProps, HopsworksStorageProps {
  /**
   * The container registries, which every cluster since 3.1 uses: logging in, pulling the vendor's images, and pushing,
   * pulling and deleting those of the cluster in a registry of yours.
   *
   * @default - the registries of the stack's region, yours in the stack's account, and the images of all clusters in it
   */
  readonly containerRegistry?: HopsworksContainerRegistryOptions;

  /**
   * Sending logs and metrics of the cluster's services to CloudWatch, and reading the configuration of the CloudWatch
   * agent, parameters whose name starts with `AmazonCloudWatch-`.
   *
   * @default - the cluster sends nothing to CloudWatch
   */
  readonly cloudWatch?: HopsworksCloudWatchOptions;

  /**
   * Running jobs, notebooks and models on an EKS cluster: `eks:DescribeCluster` on it.
   *
   * @default - the cluster uses no EKS cluster
   */
  readonly eks?: HopsworksEksOptions;

  /**
   * Roles that projects of Hopsworks work with (role chaining): `sts:AssumeRole` on them. Give them to the profile of
   * the head node only: who can run code on an instance can assume all of them. Roles of the same stack get this role
   * into their trust policies, those of other stacks of the app if this role has a `roleName`; a warning names the
   * others. Each is one role, without wildcards; must not be empty. The permission stands in a policy beside the role.
   *
   * @default - the cluster assumes no roles
   */
  readonly assumableRoles?: iam.IRole[];

  /**
   * Whether AWS Systems Manager may open sessions on the instances and patch them: the policies
   * `AmazonSSMManagedInstanceCore` and `AmazonSSMPatchAssociation` of AWS.
   *
   * @default false
   */
  readonly sessionManager?: boolean;
}

const SESSION_MANAGER = ['AmazonSSMManagedInstanceCore', 'AmazonSSMPatchAssociation'];

/**
 * The role and the instance profile of a managed Hopsworks cluster on EC2, up to 3.9. Newer versions run on EKS: see
 * `HopsworksEksNodeRole`.
 *
 * It grants what the parts of the cluster that are in use need: the bucket with backups and the container registries by
 * default; CloudWatch, EKS and role chaining when named.
 *
 * @see https://docs.hopsworks.ai/3.9/setup_installation/aws/getting_started
 */
export class HopsworksInstanceProfile extends Construct implements iam.IGrantable {
  /** The role of the instances. */
  public readonly role: iam.IRole;

  /** The instance profile, which is chosen when the cluster is created. */
  public readonly instanceProfile: iam.IInstanceProfile;

  /** The principal to grant further permissions to. */
  public readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, id: string, props: HopsworksInstanceProfileProps) {
    super(scope, id);
    const features = instanceProfilePolicy(Arns.of(this), clusterOf(this, props));
    const sessionManager = OptionReader.of(this, '', props).flag('sessionManager', props.sessionManager, false);
    if (sessionManager) {
      checkAttachable(this, 'sessionManager', props.existingRole);
    }

    const { role, instanceProfile } = new PlatformRole(this, {
      ...props,
      trust: new iam.ServicePrincipal('ec2.amazonaws.com'),
      features,
      instanceProfile: props,
    });
    this.role = role;
    this.instanceProfile = instanceProfile!;
    this.grantPrincipal = role.grantPrincipal;
    attach(role, sessionManager ? SESSION_MANAGER : []);
    letIn(this, { ...props, role }, props.assumableRoles ?? []);
  }

  /**
   * Lets somebody start instances with this role: `iam:PassRole` on it, to EC2 only.
   *
   * @param grantee who passes the role
   */
  public grantPass(grantee: iam.IGrantable): iam.Grant {
    return grantPass(this.role, grantee, ...EC2);
  }
}
