import * as elasticbeanstalk from 'aws-cdk-lib/aws-elasticbeanstalk';
import { Construct } from 'constructs';
import { BeanstalkEksNodeRoleProps } from './props';
import { readAwsPolicies } from '../../../private/roles/aws-policies';
import { byRegionalProps } from '../../../private/roles/regional-props';
import { RoleConstruct } from '../../../private/roles/role-construct';
import { EC2_SERVICES, ec2Trust } from '../../../private/statements/services';
import { BEANSTALK_SERVICE } from '../../tiers/service';
import { warnOfMissingPolicies, warnOfOtherPartition } from '../checks';
import { clusterSetting } from '../settings';

const NODE_POLICIES = ['AmazonEKSWorkerNodeMinimalPolicy', 'AmazonEC2ContainerRegistryPullOnly'];
const SYSTEMS_MANAGER_POLICIES = ['AmazonSSMManagedInstanceCore'];

/**
 * The role of the nodes of the cluster that environments of the tier `Cluster` share: it pulls their images. It has
 * AWS's managed policies, and no statements of its own. Amazon EKS creates the instance profile.
 *
 * An application has a role of its own, `BeanstalkEksApplicationRole`: grant nothing to this role for an application.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/beanstalk-cluster-permissions.html
 */
export class BeanstalkEksNodeRole extends RoleConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.BeanstalkEksNodeRole';

  /**
   * The name by which the console of Elastic Beanstalk finds the role, whatever its path. Pass it as `roleName` for
   * environments that are created there: an account has one role of a name, and the console may have created it.
   */
  public static readonly CONSOLE_ROLE_NAME: string = 'aws-elasticbeanstalk-eks-node-role';

  constructor(scope: Construct, id: string, props: BeanstalkEksNodeRoleProps = {}) {
    super(scope, id, byRegionalProps(props, read => {
      warnOfOtherPartition(read);
      warnOfMissingPolicies(read, NODE_POLICIES);
      return {
        trust: ec2Trust(),
        features: [],
        awsPolicies: readAwsPolicies(read, [
          { option: 'awsManagedPolicies', byDefault: true, policies: NODE_POLICIES },
          { option: 'systemsManager', byDefault: true, policies: SYSTEMS_MANAGER_POLICIES },
        ]),
        // EC2 has another name in China, where there are no such environments.
        passedTo: [EC2_SERVICES[0], BEANSTALK_SERVICE],
        isLookedUp: true,
      };
    }));
  }

  /** Returns the setting of a `CfnEnvironment` that belongs to this role: `node-role`. */
  public optionSettings(): elasticbeanstalk.CfnEnvironment.OptionSettingProperty[] {
    return [clusterSetting('node-role', this.role)];
  }
}
