import * as elasticbeanstalk from 'aws-cdk-lib/aws-elasticbeanstalk';
import { Construct } from 'constructs';
import { observabilityPolicy } from './policy';
import { BeanstalkEksObservabilityRoleProps } from './props';
import { readObservability } from './read';
import { Arns } from '../../../private/options/arns';
import { readAwsPolicies } from '../../../private/roles/aws-policies';
import { byRegionalProps } from '../../../private/roles/regional-props';
import { RoleConstruct } from '../../../private/roles/role-construct';
import { POD_SERVICE } from '../../../private/statements/services';
import { BEANSTALK_SERVICE } from '../../tiers/service';
import { warnOfOtherPartition } from '../checks';
import { environmentSetting } from '../settings';
import { podsOfBeanstalk } from '../trust';

const AWS_POLICIES = ['CloudWatchAgentServerPolicy', 'AWSElasticBeanstalkEKSObservability'];

/**
 * The role with which the components of Elastic Beanstalk on a shared cluster send the logs, metrics and traces of all
 * its environments. By default it can use each backend of AWS that needs no name: Amazon CloudWatch, Amazon S3 and AWS
 * X-Ray.
 *
 * Third-party backends use the role of the application: `BeanstalkEksApplicationRole.environmentSecrets`.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/beanstalk-cluster-permissions.html
 */
export class BeanstalkEksObservabilityRole extends RoleConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.BeanstalkEksObservabilityRole';

  /**
   * The name by which the console of Elastic Beanstalk finds the role, whatever its path. Pass it as `roleName` for
   * environments that are created there: an account has one role of a name, and the console may have created it.
   */
  public static readonly CONSOLE_ROLE_NAME: string = 'aws-elasticbeanstalk-eks-observability-role';

  constructor(scope: Construct, id: string, props: BeanstalkEksObservabilityRoleProps = {}) {
    super(scope, id, byRegionalProps(props, (read, self) => {
      warnOfOtherPartition(read);
      return {
        trust: podsOfBeanstalk(self),
        sessionTags: true,
        features: observabilityPolicy(Arns.of(self), readObservability(read)),
        awsPolicies: readAwsPolicies(read, [{ option: 'awsManagedPolicies', byDefault: false, policies: AWS_POLICIES }]),
        passedTo: [POD_SERVICE, BEANSTALK_SERVICE],
        isLookedUp: true,
      };
    }));
  }

  /** Returns the setting of a `CfnEnvironment` that belongs to this role: `observability-role`. */
  public optionSettings(): elasticbeanstalk.CfnEnvironment.OptionSettingProperty[] {
    return [environmentSetting('observability-role', this.role)];
  }
}
