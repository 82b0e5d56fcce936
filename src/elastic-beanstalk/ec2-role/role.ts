import * as elasticbeanstalk from 'aws-cdk-lib/aws-elasticbeanstalk';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { checkTogether } from './conflicts';
import { grantExecution } from './execution-role';
import { ec2Policy } from './policy';
import { BeanstalkEc2RoleProps } from './props';
import { ec2Needs } from './read';
import { Arns } from '../../private/options/arns';
import { OptionReader } from '../../private/options/option-reader';
import { grantPass } from '../../private/roles/grant-pass';
import { PlatformRole } from '../../private/roles/role-builder';

/**
 * The role of the instances of Elastic Beanstalk environments, with its instance profile.
 *
 * It grants what AWS's managed policies of the chosen tiers grant, on the resources that Elastic Beanstalk makes in the
 * region and the account of the stack, or on those that the options name. Elastic Beanstalk no longer makes its default
 * profile `aws-elasticbeanstalk-ec2-role`: this is one. The name of the profile is that of the role, as `.ebextensions`
 * that read private files expect.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/iam-instanceprofile.html
 */
export class BeanstalkEc2Role extends Construct implements iam.IGrantable {
  /** The role. */
  public readonly role: iam.IRole;

  /** The instance profile that the role stands in. */
  public readonly instanceProfile: iam.IInstanceProfile;

  /** The principal to grant further permissions to. */
  public readonly grantPrincipal: iam.IPrincipal;

  private readonly reportsHealth: boolean;

  constructor(scope: Construct, id: string, props: BeanstalkEc2RoleProps) {
    super(scope, id);
    const needs = ec2Needs(OptionReader.of(this, '', props), props);
    checkTogether(this, props);

    const { role, instanceProfile } = new PlatformRole(this, {
      ...props,
      additionalManagedPolicies: managedPolicies(props),
      trust: new iam.ServicePrincipal('ec2.amazonaws.com'),
      features: ec2Policy(Arns.of(this), needs),
      instanceProfile: props,
    });
    this.role = role;
    this.instanceProfile = instanceProfile!;
    this.grantPrincipal = role.grantPrincipal;
    this.reportsHealth = props.enhancedHealth ?? true;
    if (props.ecsDocker) {
      grantExecution(this, props.ecsDocker, needs);
    }
  }

  /**
   * Lets somebody create environments whose instances have this role: `iam:PassRole` on it, to Amazon EC2 only.
   *
   * @param grantee who passes the role
   */
  public grantPass(grantee: iam.IGrantable): iam.Grant {
    return grantPass(this.role, grantee, 'ec2.amazonaws.com', 'ec2.amazonaws.com.cn');
  }

  /**
   * The settings of a `CfnEnvironment` that belong to this role: its instance profile, and whether reports of health
   * are authorized by it.
   */
  public optionSettings(): elasticbeanstalk.CfnEnvironment.OptionSettingProperty[] {
    const instanceProfile = {
      namespace: 'aws:autoscaling:launchconfiguration',
      optionName: 'IamInstanceProfile',
      value: this.instanceProfile.instanceProfileName,
    };
    const unauthorizedHealth = {
      namespace: 'aws:elasticbeanstalk:healthreporting:system',
      optionName: 'EnhancedHealthAuthEnabled',
      value: 'false',
    };
    return this.reportsHealth ? [instanceProfile] : [instanceProfile, unauthorizedHealth];
  }
}

/** AWS's own of the tiers, before those of the user. */
function managedPolicies(props: BeanstalkEc2RoleProps): iam.IManagedPolicy[] | undefined {
  if (!props.awsManagedPolicies) {
    return props.additionalManagedPolicies;
  }
  const names = [
    ...(props.webTier ? ['AWSElasticBeanstalkWebTier'] : []),
    ...(props.workerTier ? ['AWSElasticBeanstalkWorkerTier'] : []),
    ...(props.ecsDocker ? ['AWSElasticBeanstalkMulticontainerDocker'] : []),
  ];
  return [
    ...names.map(name => iam.ManagedPolicy.fromAwsManagedPolicyName(name)),
    ...[props.additionalManagedPolicies ?? []].flat(),
  ];
}
