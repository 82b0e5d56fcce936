import * as elasticbeanstalk from 'aws-cdk-lib/aws-elasticbeanstalk';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { EXTERNAL_ID, ServiceNeeds, servicePolicy } from './policy';
import { BeanstalkServiceRoleProps } from './props';
import { Arns } from '../../private/options/arns';
import { OptionReader } from '../../private/options/reader';
import { readAwsPolicies } from '../../private/roles/aws-policies';
import { byRegionalProps } from '../../private/roles/regional-props';
import { RoleConstruct } from '../../private/roles/role-construct';

const SERVICE = 'elasticbeanstalk.amazonaws.com';
const HEALTH_POLICY = 'service-role/AWSElasticBeanstalkEnhancedHealth';
const UPDATE_POLICY = 'AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy';

/**
 * The role with which Elastic Beanstalk monitors and updates environments.
 *
 * Only the service can assume it, and only with its external id. AWS's managed policies can't be attached to an
 * imported role: attach them where the role is created, and set `enhancedHealth` and `managedUpdates` to `false`. As an
 * operations role it also needs `service-role/AWSElasticBeanstalkRoleCore` in `additionalManagedPolicies`.
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
        trust: new iam.ServicePrincipal(SERVICE, { conditions: { StringEquals: EXTERNAL_ID } }),
        features: servicePolicy(Arns.of(self), readNeeds(read)),
        awsPolicies: readAwsPolicies(read, [
          { option: 'enhancedHealth', byDefault: true, policies: [HEALTH_POLICY] },
          { option: 'managedUpdates', byDefault: true, policies: [UPDATE_POLICY] },
        ]),
        passedTo: [SERVICE],
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

function readNeeds(read: OptionReader<BeanstalkServiceRoleProps>): ServiceNeeds {
  const needs = {
    logStreaming: read.flag('logStreaming', false),
    workerTier: read.capability('workerTier'),
    ecsDocker: read.capability('ecsDocker'),
  };
  const policies = [read.flag('enhancedHealth', true), read.flag('managedUpdates', true)];
  if (![...Object.values(needs), ...policies].includes(true)) {
    read.fail(
      "leave at least one of 'enhancedHealth', 'managedUpdates', 'logStreaming', 'workerTier', 'ecsDocker' on: a role " +
        'without any of them has no permissions',
    );
  }
  return needs;
}
