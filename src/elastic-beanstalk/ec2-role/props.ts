import {
  BeanstalkCloudWatchAgentOptions,
  BeanstalkContainerImageOptions,
  BeanstalkEnvironmentSecretOptions,
  BeanstalkHealthAnalysisOptions,
  BeanstalkSessionManagerOptions,
} from './extras-props';
import { BeanstalkEcsDockerOptions, BeanstalkStorageOptions, BeanstalkWorkerTierOptions } from './tier-props';
import { PlatformEc2RoleProps } from '../../common/platform-ec2-role-props';

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
