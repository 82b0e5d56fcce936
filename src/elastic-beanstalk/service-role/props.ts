import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { PlatformRoleProps } from '../../common/platform-role-props';

/** Permissions to create and delete the queues and tables of worker environments. No options yet: use `{}`. */
export interface BeanstalkServiceWorkerTierOptions {}

/**
 * Permissions to create and delete the clusters of ECS-managed Docker, and to register task definitions. No options
 * yet: use `{}`.
 */
export interface BeanstalkServiceEcsDockerOptions {}

/**
 * Permissions to create, change and delete the databases of environments, and their subnet and security groups. No
 * options yet: use `{}`.
 */
export interface BeanstalkServiceDatabaseOptions {}

/**
 * Permissions to send the notifications of environments: creates, configures and deletes the topics that Elastic
 * Beanstalk names (`ElasticBeanstalkNotifications-*`), and publishes to them.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.managing.sns.html
 */
export interface BeanstalkServiceNotificationOptions {
  /**
   * Topics with other names (`Notification Topic ARN`): publishes to them, and subscribes to them. If a topic has a
   * `masterKey`, grants `kms:Decrypt` and `kms:GenerateDataKey` on that key, through Amazon SNS only. Must not be
   * empty.
   *
   * @default - only the topics that Elastic Beanstalk names
   */
  readonly topics?: sns.ITopicRef[];

  /**
   * Customer-managed keys that encrypt the messages of topics: grants `kms:Decrypt` and `kms:GenerateDataKey` on them,
   * through Amazon SNS only, in addition to the keys of `topics`. An imported topic has no key, unless its attributes
   * name one. Must not be empty.
   *
   * @default - only the keys that the topics have
   */
  readonly keys?: kms.IKeyRef[];
}

/** The bucket of Elastic Beanstalk, whose objects a key encrypts. */
export interface BeanstalkServiceStorageOptions {
  /** The key of the bucket: grants `kms:Decrypt` and `kms:GenerateDataKey` on it, through Amazon S3 only. */
  readonly encryptionKey: kms.IKeyRef;
}

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
   * Whether the role is the operations role of environments, which creates and updates them: attaches AWS's managed
   * policy `AWSElasticBeanstalkRoleCore`. It passes only roles named `aws-elasticbeanstalk-*`: allow it to pass others
   * with `grantPass(role)` of `BeanstalkEc2Role`. The environment names the role in its property `operationsRole`.
   *
   * @default false
   */
  readonly operationsRole?: boolean;

  /**
   * The key of the bucket that Elastic Beanstalk creates. Updates read and write the objects in that bucket.
   *
   * @default - the role can't read and write objects that a customer-managed key encrypts
   */
  readonly storage?: BeanstalkServiceStorageOptions;

  /**
   * Permissions for databases in environments with this role as their operations role.
   *
   * @default - the role can't create, change and delete databases
   */
  readonly database?: BeanstalkServiceDatabaseOptions;

  /**
   * Permissions for the notifications of environments with this role as their operations role. Set it to `{}` for the
   * topics that Elastic Beanstalk creates.
   *
   * @default - only what AWS's policies of `enhancedHealth` and `managedUpdates` allow
   */
  readonly notifications?: BeanstalkServiceNotificationOptions;

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
