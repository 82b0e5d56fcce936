import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { eksNodePolicy, eksNodesOf } from './policy';
import { ImageSource } from '../../common/image-source';
import { PlatformRoleProps } from '../../common/platform-role-props';
import { OptionReader } from '../../private/options/option-reader';
import { grantPass } from '../../private/roles/grant-pass';
import { PlatformRole } from '../../private/roles/role-builder';
import { attach, checkAttachable, EC2 } from '../cluster/images';
import { HopsworksStorageProps } from '../cluster/storage-props';

/** Properties of `HopsworksEksNodeRole`. */
export interface HopsworksEksNodeRoleProps extends PlatformRoleProps, HopsworksStorageProps {
  /**
   * The repository of the images of projects, `NAMESPACE/hopsworks-base` with the `namespace` of
   * `managedDockerRegistery` in the Helm values, and others that Hopsworks pushes to: push, pull, list, tag and delete
   * images, read and change the lifecycle policy. Must not be empty. Hopsworks does not create them.
   */
  readonly projectImages: ImageSource[];

  /**
   * Whether the role gets the policies of AWS that nodes need: `AmazonEKSWorkerNodePolicy`, `AmazonEKS_CNI_Policy` and
   * `AmazonEC2ContainerRegistryReadOnly`, which also brings the login to registries. Set it to `false` for an
   * `existingRole` that has them, or to attach others, where the CNI has a role of its own.
   *
   * @default true
   */
  readonly awsManagedPolicies?: boolean;
}

const NODE_POLICIES = [
  'AmazonEKSWorkerNodePolicy',
  'AmazonEKS_CNI_Policy',
  'AmazonEC2ContainerRegistryReadOnly',
];

/**
 * The role of the nodes that Hopsworks runs on in Amazon EKS. Hopsworks reaches its bucket and its registry with this
 * role, so every pod that can reach the metadata of its instance can do so, too.
 *
 * A managed node group makes the instance profile itself. The rights of the load balancer controller and of the EBS CSI
 * driver are not part of the role: give them service accounts of their own.
 *
 * @see https://docs.hopsworks.ai/5.2/setup_installation/aws/getting_started/
 */
export class HopsworksEksNodeRole extends Construct implements iam.IGrantable {
  /** The role of the nodes. */
  public readonly role: iam.IRole;

  /** The principal to grant further permissions to. */
  public readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, id: string, props: HopsworksEksNodeRoleProps) {
    super(scope, id);
    const features = eksNodePolicy(eksNodesOf(this, props));
    const awsManagedPolicies = OptionReader.of(this, '', props).flag('awsManagedPolicies', props.awsManagedPolicies, true);
    if (awsManagedPolicies) {
      checkAttachable(this, 'awsManagedPolicies', props.existingRole);
    }

    const { role } = new PlatformRole(this, {
      ...props,
      trust: new iam.ServicePrincipal('ec2.amazonaws.com'),
      features,
    });
    this.role = role;
    this.grantPrincipal = role.grantPrincipal;
    attach(role, awsManagedPolicies ? NODE_POLICIES : []);
  }

  /**
   * Lets somebody create node groups and instances with this role: `iam:PassRole` on it, to EKS and EC2 only.
   *
   * @param grantee who passes the role
   */
  public grantPass(grantee: iam.IGrantable): iam.Grant {
    return grantPass(this.role, grantee, ...EC2, 'eks.amazonaws.com');
  }
}
