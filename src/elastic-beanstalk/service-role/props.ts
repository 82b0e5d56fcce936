import { PlatformRoleProps } from '../../common/platform-role-props';

/** Permissions to create and delete the queues and tables of worker environments. No options yet: use `{}`. */
export interface BeanstalkServiceWorkerTierOptions {}

/**
 * Permissions to create and delete the clusters of ECS-managed Docker, and to register task definitions. No options
 * yet: use `{}`.
 */
export interface BeanstalkServiceEcsDockerOptions {}

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
   * Permissions for worker environments with this role as their operations role.
   *
   * @default - the role can't create and delete worker environments
   */
  readonly workerTier?: BeanstalkServiceWorkerTierOptions;

  /**
   * Permissions for environments with ECS-managed Docker and this role as their operations role.
   *
   * @default - the role can't create and delete environments with ECS-managed Docker
   */
  readonly ecsDocker?: BeanstalkServiceEcsDockerOptions;
}
