import * as elasticbeanstalk from 'aws-cdk-lib/aws-elasticbeanstalk';
import { Construct } from 'constructs';
import { BeanstalkEksClusterRoleProps } from './props';
import { readAwsPolicies } from '../../../private/roles/aws-policies';
import { byRegionalProps } from '../../../private/roles/regional-props';
import { RoleConstruct } from '../../../private/roles/role-construct';
import { EKS_SERVICE } from '../../../private/statements/services';
import { BEANSTALK_SERVICE } from '../../tiers/service';
import { warnOfMissingPolicies, warnOfOtherPartition } from '../checks';
import { clusterSetting } from '../settings';
import { onBehalfOfAccount } from '../trust';

const CLUSTER_POLICIES = [
  'AmazonEKSClusterPolicy',
  'AmazonEKSComputePolicy',
  'AmazonEKSBlockStoragePolicy',
  'AmazonEKSLoadBalancingPolicy',
  'AmazonEKSNetworkingPolicy',
  'AWSElasticBeanstalkEKSTagging',
];

/**
 * The role of the Amazon EKS cluster that Elastic Beanstalk creates for environments of the tier `Cluster`: EKS Auto
 * Mode starts and stops nodes, volumes and load balancers with it. It has AWS's managed policies, and no statements of
 * its own.
 *
 * All environments with the same subnets run on one cluster and must have the same cluster, node and observability
 * role, and an environment can't change them. Environments of this tier exist in the commercial AWS Regions only.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/beanstalk-cluster-permissions.html
 */
export class BeanstalkEksClusterRole extends RoleConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.BeanstalkEksClusterRole';

  /**
   * The name by which the console of Elastic Beanstalk finds the role, whatever its path. Pass it as `roleName` for
   * environments that are created there: an account has one role of a name, and the console may have created it.
   */
  public static readonly CONSOLE_ROLE_NAME: string = 'aws-elasticbeanstalk-eks-cluster-role';

  constructor(scope: Construct, id: string, props: BeanstalkEksClusterRoleProps = {}) {
    super(scope, id, byRegionalProps(props, read => {
      warnOfOtherPartition(read);
      warnOfMissingPolicies(read, CLUSTER_POLICIES);
      return {
        ...onBehalfOfAccount(read, EKS_SERVICE),
        sessionTags: true,
        features: [],
        awsPolicies: readAwsPolicies(read, [{ option: 'awsManagedPolicies', byDefault: true, policies: CLUSTER_POLICIES }]),
        passedTo: [EKS_SERVICE, BEANSTALK_SERVICE],
        isLookedUp: true,
      };
    }));
  }

  /** Returns the setting of a `CfnEnvironment` that belongs to this role: `cluster-role`. */
  public optionSettings(): elasticbeanstalk.CfnEnvironment.OptionSettingProperty[] {
    return [clusterSetting('cluster-role', this.role)];
  }
}
