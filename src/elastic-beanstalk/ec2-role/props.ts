import {
  BeanstalkApplicationLogOptions, BeanstalkCloudWatchAgentOptions, BeanstalkContainerImageOptions,
  BeanstalkEnvironmentSecretOptions, BeanstalkHealthAnalysisOptions,
} from './extras-props';
import { BeanstalkEcsDockerOptions, BeanstalkStorageOptions, BeanstalkWorkerTierOptions } from './tier-props';
import { PlatformEc2RoleProps } from '../../common/platform-ec2-role-props';
import { SessionManagerOptions } from '../../common/session-manager-options';
import { BeanstalkInstanceOptions } from '../tiers/instance-options';

/** Properties of `BeanstalkEc2Role`. Each tier adds its permissions; set at least one. */
export interface BeanstalkEc2RoleProps extends PlatformEc2RoleProps, BeanstalkInstancePermissions {}

/** The permissions of the instances of environments. */
export interface BeanstalkInstancePermissions extends BeanstalkInstanceOptions {
  /**
   * Serves worker environments. Set it to `{}` for the queues that Elastic Beanstalk creates.
   *
   * @default - no permissions for queues, periodic tasks and metrics
   */
  readonly workerTier?: BeanstalkWorkerTierOptions;

  /**
   * Runs containers with Amazon ECS, in addition to `webTier` or `workerTier`.
   *
   * @default - no permissions for Amazon ECS
   */
  readonly ecsDocker?: BeanstalkEcsDockerOptions;

  /**
   * The bucket of application versions and logs.
   *
   * @default - all of the bucket `elasticbeanstalk-REGION-ACCOUNT`, without a KMS key
   */
  readonly storage?: BeanstalkStorageOptions;

  /**
   * Whether to use the wide resource scope of AWS's managed policies: buckets, log groups, tables and environments of
   * every region and account, all queues, all ECS clusters. Causes a warning. Options that narrow the scope are
   * rejected.
   *
   * @default false
   */
  readonly unrestrictedResources?: boolean;

  /**
   * Whether to attach AWS's managed policies of the tiers (`AWSElasticBeanstalkWebTier`, ...) instead of the library's
   * statements. AWS keeps them current. They are as wide as `unrestrictedResources`, and since 2026 they also call
   * models of Amazon Bedrock in every region, and subscribe to any product in AWS Marketplace. Causes a warning.
   * Options that narrow them are rejected, and so is an imported role, to which the CDK can't attach them.
   *
   * @default false
   */
  readonly awsManagedPolicies?: boolean;

  /**
   * Pulls container images.
   *
   * @default - the instances pull no private images
   */
  readonly containerImages?: BeanstalkContainerImageOptions;

  /**
   * Reads the secrets and parameters of environment variables.
   *
   * @default - environment variables can't hold secrets
   */
  readonly environmentSecrets?: BeanstalkEnvironmentSecretOptions;

  /**
   * Runs the CloudWatch agent. Set it to `{}` for the agent's default namespace and log groups.
   *
   * @default - the instances run no CloudWatch agent
   */
  readonly cloudWatchAgent?: BeanstalkCloudWatchAgentOptions;

  /**
   * Lets the application write to log groups of its own.
   *
   * @default - the application writes only the log groups of `logStreaming` and `cloudWatchAgent`
   */
  readonly applicationLogs?: BeanstalkApplicationLogOptions;

  /**
   * Allows Session Manager to open a shell. Set it to `{}` for sessions without a KMS key.
   *
   * @default - Session Manager can't connect to the instances
   */
  readonly sessionManager?: SessionManagerOptions;

  /**
   * Analyzes the health of the environment with a model. Set it to `{}` for the models that Elastic Beanstalk uses.
   *
   * @default - no analysis with a model
   */
  readonly healthAnalysis?: BeanstalkHealthAnalysisOptions;
}
