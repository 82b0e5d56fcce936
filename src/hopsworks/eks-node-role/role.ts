import { Construct } from 'constructs';
import { eksNodePolicy } from './policy';
import { HopsworksEksNodeRoleProps } from './props';
import { readEksNodes } from './read';
import { warnOfMissingLogin } from './registry-login';
import { readAwsPolicies } from '../../private/roles/aws-policies';
import { byRegionalProps } from '../../private/roles/regional-props';
import { RoleConstruct } from '../../private/roles/role-construct';
import { EC2_SERVICES, ec2Trust, EKS_SERVICE } from '../../private/statements/services';

const NODE_POLICIES = ['AmazonEKSWorkerNodePolicy', 'AmazonEKS_CNI_Policy', 'AmazonEC2ContainerRegistryReadOnly'];

/**
 * The role of the Amazon EKS nodes that Hopsworks runs on. Hopsworks uses its bucket and its registry with this role,
 * so every pod that can reach the instance metadata can use them, too.
 *
 * A managed node group creates the instance profile itself. The role has no permissions for the load balancer
 * controller and the EBS CSI driver, and assumes no roles of projects: give their service accounts roles of their own,
 * with `HopsworksEksServiceAccountRole`.
 *
 * @see https://docs.hopsworks.ai/5.2/setup_installation/aws/getting_started/
 */
export class HopsworksEksNodeRole extends RoleConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.HopsworksEksNodeRole';

  constructor(scope: Construct, id: string, props: HopsworksEksNodeRoleProps) {
    super(scope, id, byRegionalProps(props, read => ({
      trust: ec2Trust(),
      features: eksNodePolicy(readEksNodes(read)),
      awsPolicies: readAwsPolicies(read, [{ option: 'awsManagedPolicies', byDefault: true, policies: NODE_POLICIES }]),
      passedTo: [...EC2_SERVICES, EKS_SERVICE],
    })));
    // An existing role may have other policies.
    if (this.role.node.scope === this) {
      warnOfMissingLogin(this, this.role);
    }
  }
}
