import * as elasticbeanstalk from 'aws-cdk-lib/aws-elasticbeanstalk';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { EXTERNAL_ID, servicePolicy } from './policy';
import { PlatformRoleProps } from '../../common/platform-role-props';
import { Arns } from '../../private/options/arns';
import { fail } from '../../private/options/errors';
import { OptionReader } from '../../private/options/option-reader';
import { isImported } from '../../private/roles/existing-role';
import { grantPass } from '../../private/roles/grant-pass';
import { PlatformRole } from '../../private/roles/role-builder';

const SERVICE = 'elasticbeanstalk.amazonaws.com';

/** Properties of `BeanstalkServiceRole`. */
export interface BeanstalkServiceRoleProps extends PlatformRoleProps {
  /**
   * Whether the service monitors the health of environments: attaches AWS's managed policy
   * `AWSElasticBeanstalkEnhancedHealth`, which includes looking at the queues of worker environments.
   *
   * @default true
   */
  readonly enhancedHealth?: boolean;

  /**
   * Whether the service updates environments to new platform versions: attaches AWS's managed policy
   * `AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy`, which is larger than a policy of one's own can be. Set it to
   * false where managed updates are off, or use the service-linked role for them.
   *
   * @default true
   */
  readonly managedUpdates?: boolean;

  /**
   * Whether environments that work with this role as their operations role stream logs: making and deleting the log
   * groups below `/aws/elasticbeanstalk/`, and how long they keep logs.
   *
   * @default false
   */
  readonly logStreaming?: boolean;

  /**
   * Whether there are worker environments that work with this role as their operations role: making and deleting their
   * queues and tables.
   *
   * @default false
   */
  readonly workerTier?: boolean;

  /**
   * Whether there are environments with ECS-managed Docker that work with this role as their operations role: making
   * and deleting their clusters, and registering tasks.
   *
   * @default false
   */
  readonly ecsDocker?: boolean;
}

/**
 * The role with which Elastic Beanstalk monitors and updates environments.
 *
 * Only the service may assume it, and only with its external id. AWS's managed policies can't be attached to an
 * imported role: there set `enhancedHealth` and `managedUpdates` to false. As an operations role it also needs
 * `service-role/AWSElasticBeanstalkRoleCore` among `additionalManagedPolicies`.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/iam-servicerole.html
 */
export class BeanstalkServiceRole extends Construct implements iam.IGrantable {
  /** The role. */
  public readonly role: iam.IRole;

  /** The principal to grant further permissions to. */
  public readonly grantPrincipal: iam.IPrincipal;

  private readonly updates: boolean;

  constructor(scope: Construct, id: string, props: BeanstalkServiceRoleProps = {}) {
    super(scope, id);
    const read = OptionReader.of(this, '', props);
    const policies = {
      enhancedHealth: read.flag('enhancedHealth', props.enhancedHealth, true),
      managedUpdates: read.flag('managedUpdates', props.managedUpdates, true),
    };
    const needs = {
      logStreaming: read.flag('logStreaming', props.logStreaming, false),
      workerTier: read.flag('workerTier', props.workerTier, false),
      ecsDocker: read.flag('ecsDocker', props.ecsDocker, false),
    };
    checkNeeds(this, props.existingRole, policies, needs);

    this.role = new PlatformRole(this, {
      ...props,
      additionalManagedPolicies: [...managedPolicies(policies), ...[props.additionalManagedPolicies ?? []].flat()],
      trust: new iam.ServicePrincipal(SERVICE, { conditions: { StringEquals: EXTERNAL_ID } }),
      features: servicePolicy(Arns.of(this), needs),
    }).role;
    this.grantPrincipal = this.role.grantPrincipal;
    this.updates = policies.managedUpdates;
  }

  /**
   * Lets somebody create environments with this service role: `iam:PassRole` on it, to Elastic Beanstalk only.
   *
   * @param grantee who passes the role
   */
  public grantPass(grantee: iam.IGrantable): iam.Grant {
    return grantPass(this.role, grantee, SERVICE);
  }

  /**
   * The settings of a `CfnEnvironment` that belong to this role: it as the service role, and with `managedUpdates` as
   * the role for managed updates. These are switched on by a setting of their own, `ManagedActionsEnabled`.
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

type Flags = Readonly<Record<string, boolean>>;

function managedPolicies({ enhancedHealth, managedUpdates }: Flags): iam.IManagedPolicy[] {
  const names = [
    ...(enhancedHealth ? ['service-role/AWSElasticBeanstalkEnhancedHealth'] : []),
    ...(managedUpdates ? ['AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy'] : []),
  ];
  return names.map(name => iam.ManagedPolicy.fromAwsManagedPolicyName(name));
}

function checkNeeds(scope: Construct, existingRole: iam.IRole | undefined, policies: Flags, needs: Flags): void {
  const options = Object.entries({ ...policies, ...needs });
  if (!options.some(([, isOn]) => isOn)) {
    const names = options.map(([name]) => `'${name}'`).join(', ');
    fail(scope, `leave at least one of ${names} on, a role without them can do nothing`);
  }
  const attached = Object.keys(policies).find(name => policies[name]);
  if (attached && isImported(scope, existingRole)) {
    fail(
      scope,
      `'${attached}' must be false with the imported role '${existingRole.node.path}': the CDK can't attach AWS's managed ` +
        'policies to it, attach them where the role is made',
    );
  }
}
