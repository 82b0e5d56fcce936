import * as elasticbeanstalk from 'aws-cdk-lib/aws-elasticbeanstalk';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { EXTERNAL_ID, servicePolicy } from './policy';
import { BeanstalkServiceRoleProps } from './props';
import { readNeeds } from './read';
import { Arns } from '../../private/options/arns';
import { readAwsPolicies } from '../../private/roles/aws-policies';
import { byRegionalProps } from '../../private/roles/regional-props';
import { RoleConstruct } from '../../private/roles/role-construct';
import { BEANSTALK_SERVICE } from '../tiers/service';

const HEALTH_POLICY = 'service-role/AWSElasticBeanstalkEnhancedHealth';
const CORE_POLICY = 'service-role/AWSElasticBeanstalkRoleCore';
const UPDATE_POLICY = 'AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy';

/**
 * The role with which Elastic Beanstalk monitors and updates environments.
 *
 * Only the service can assume it, and only with its external id. AWS's managed policies can't be attached to an
 * imported role: attach them where the role is created, and set `enhancedHealth` and `managedUpdates` to `false`. With
 * `operationsRole`, it also creates and updates environments.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/iam-servicerole.html
 */
export class BeanstalkServiceRole extends RoleConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.BeanstalkServiceRole';

  private readonly updates: boolean;

  constructor(scope: Construct, id: string, props: BeanstalkServiceRoleProps = {}) {
    let updates = true;
    super(scope, id, byRegionalProps(props, (read, self) => {
      updates = read.flag('managedUpdates', true);
      return {
        trust: new iam.ServicePrincipal(BEANSTALK_SERVICE, { conditions: { StringEquals: EXTERNAL_ID } }),
        features: servicePolicy(Arns.of(self), readNeeds(read)),
        awsPolicies: readAwsPolicies(read, [
          { option: 'enhancedHealth', byDefault: true, policies: [HEALTH_POLICY] },
          { option: 'managedUpdates', byDefault: true, policies: [UPDATE_POLICY] },
          { option: 'operationsRole', byDefault: false, policies: [CORE_POLICY] },
        ]),
        passedTo: [BEANSTALK_SERVICE],
      };
    }));
    this.updates = updates;
  }

  /**
   * Returns the settings of a `CfnEnvironment` that belong to this role: the service role and, with `managedUpdates`,
   * the role for managed updates. To switch these updates on, also set `ManagedActionsEnabled`.
   */
  public optionSettings(): elasticbeanstalk.CfnEnvironment.OptionSettingProperty[] {
    const value = this.role.roleArn;
    const serviceRole = { namespace: 'aws:elasticbeanstalk:environment', optionName: 'ServiceRole', value };
    const updateRole = {
      namespace: 'aws:elasticbeanstalk:managedactions',
      optionName: 'ServiceRoleForManagedUpdates',
      value,
    };
    return this.updates ? [serviceRole, updateRole] : [serviceRole];
  }
}
