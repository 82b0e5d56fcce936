import { PlatformRoleProps } from '../../common/platform-role-props';

/** Properties of `BeanstalkServiceRole`. */
export interface BeanstalkServiceRoleProps extends PlatformRoleProps {
  /**
   * Whether the service monitors the health of environments: attaches AWS's managed policy
   * `AWSElasticBeanstalkEnhancedHealth`, which also allows reading the attributes of the queues of worker environments.
   *
   * @default true
   */
  readonly enhancedHealth?: boolean;

  /**
   * Whether the service updates environments to new platform versions: attaches AWS's managed policy
   * `AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy`, which exceeds the size limit for customer-managed policies.
   * Set it to `false` if managed updates are off, or if they use the service-linked role.
   *
   * @default true
   */
  readonly managedUpdates?: boolean;

  /**
   * Whether environments with this role as their operations role stream logs: creates and deletes the log groups below
   * `/aws/elasticbeanstalk/`, and sets their retention.
   *
   * @default false
   */
  readonly logStreaming?: boolean;

  /**
   * Whether worker environments have this role as their operations role: creates and deletes their queues and tables.
   *
   * @default false
   */
  readonly workerTier?: boolean;

  /**
   * Whether environments with ECS-managed Docker have this role as their operations role: creates and deletes their
   * clusters, and registers task definitions.
   *
   * @default false
   */
  readonly ecsDocker?: boolean;
}
