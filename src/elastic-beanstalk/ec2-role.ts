import * as elasticbeanstalk from 'aws-cdk-lib/aws-elasticbeanstalk';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import {
  BeanstalkCloudWatchAgentOptions,
  BeanstalkContainerImageOptions,
  BeanstalkEnvironmentSecretOptions,
  BeanstalkHealthAnalysisOptions,
  BeanstalkSessionManagerOptions,
} from './addition-options';
import { checkTogether } from './ec2-conflicts';
import { ec2Needs } from './ec2-needs';
import { ec2Policy } from './ec2-policy';
import { grantExecution } from './execution-role';
import { BeanstalkEcsDockerOptions, BeanstalkStorageOptions, BeanstalkWorkerTierOptions } from './tier-options';
import { PlatformEc2RoleProps } from '../common/platform-ec2-role-props';
import { Arns } from '../private/arns';
import { grantPass } from '../private/grant-pass';
import { OptionReader } from '../private/option-reader';
import { PlatformRole } from '../private/platform-role';

/**
 * Properties of `BeanstalkEc2Role`. Each tier that is present gets its permissions; at least one must be.
 */
export interface BeanstalkEc2RoleProps extends PlatformEc2RoleProps {
  /**
   * Whether the instances serve web environments: reading application versions, writing logs, traces and health.
   *
   * @default false
   */
  readonly webTier?: boolean;

  /**
   * Permissions of the instances of worker environments. `{}` is enough for the queues that Elastic Beanstalk makes.
   *
   * @default - no permissions for queues, periodic tasks and metrics
   */
  readonly workerTier?: BeanstalkWorkerTierOptions;

  /**
   * Permissions to run containers with Amazon ECS, beside one of the tiers.
   *
   * @default - no permissions for Amazon ECS
   */
  readonly ecsDocker?: BeanstalkEcsDockerOptions;

  /**
   * The application that the environments belong to.
   *
   * @default - all applications of this region
   */
  readonly applicationName?: string;

  /**
   * The environment that the instances belong to. A name in a literal: the environment itself refers to this role.
   *
   * @default - all environments of the application
   */
  readonly environmentName?: string;

  /**
   * Where application versions and logs are kept.
   *
   * @default - all of the bucket `elasticbeanstalk-REGION-ACCOUNT`, without a key of its own
   */
  readonly storage?: BeanstalkStorageOptions;

  /**
   * Whether the instances send traces to AWS X-Ray (`XRayEnabled`).
   *
   * @default true
   */
  readonly xray?: boolean;

  /**
   * Whether the instances stream their logs to CloudWatch Logs (`StreamLogs`), below `/aws/elasticbeanstalk/`.
   *
   * @default true
   */
  readonly logStreaming?: boolean;

  /**
   * Whether the instances report their health with this role. Without it `optionSettings()` sets
   * `EnhancedHealthAuthEnabled` to false: an environment that authorizes reports would show "No Data".
   *
   * @default true
   */
  readonly enhancedHealth?: boolean;

  /**
   * Whether the tiers get the resources that AWS's managed policies name: buckets, log groups, tables and environments
   * of every region and account, all queues, all ECS clusters. A warning says so. Options that narrow these are errors.
   *
   * @default false
   */
  readonly unrestrictedResources?: boolean;

  /**
   * Whether AWS's managed policies of the tiers are attached (`AWSElasticBeanstalkWebTier`, ...) in place of
   * statements: always current, and as wide as `unrestrictedResources`. Options that narrow or switch off what they
   * grant are errors, and so is an imported role, to which the CDK can't attach them.
   *
   * @default false
   */
  readonly awsManagedPolicies?: boolean;

  /**
   * The container images that the instances pull.
   *
   * @default - the instances pull no private images
   */
  readonly containerImages?: BeanstalkContainerImageOptions;

  /**
   * The secrets and parameters that environment variables hold.
   *
   * @default - environment variables hold no secrets
   */
  readonly environmentSecrets?: BeanstalkEnvironmentSecretOptions;

  /**
   * Permissions of the CloudWatch agent. `{}` is enough for its defaults.
   *
   * @default - the instances run no CloudWatch agent
   */
  readonly cloudWatchAgent?: BeanstalkCloudWatchAgentOptions;

  /**
   * Permissions to open a shell with Session Manager. `{}` is enough without a key for the sessions.
   *
   * @default - Session Manager can't connect to the instances
   */
  readonly sessionManager?: BeanstalkSessionManagerOptions;

  /**
   * Permissions to analyze the health of the environment by a model. `{}` is enough for the usual models.
   *
   * @default - health can't be analyzed by a model
   */
  readonly healthAnalysis?: BeanstalkHealthAnalysisOptions;
}

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
