import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';

/** Load balancers of the environments: classic, application and network ones. No options yet: use `{}`. */
export interface BeanstalkUserLoadBalancers {}

/** Databases that are a part of the environments. No options yet: use `{}`. */
export interface BeanstalkUserDatabases {}

/** Queues and tables of worker environments. No options yet: use `{}`. */
export interface BeanstalkUserWorkerTier {}

/** Clusters and task definitions of ECS-managed Docker. No options yet: use `{}`. */
export interface BeanstalkUserEcsDocker {}

/**
 * Resources of environments on Amazon EC2, which Elastic Beanstalk creates, changes and deletes with the permissions of
 * the user. Launch configurations are not included: move older environments to launch templates first.
 */
export interface BeanstalkUserInfrastructure {
  /**
   * The roles of the instance profiles of the environments, such as a `BeanstalkEc2Role`. Users who start instances use
   * their permissions. Must not be empty.
   */
  readonly instanceRoles: iam.IRoleRef[];

  /**
   * The service roles of the environments, such as a `BeanstalkServiceRole`. Must not be empty.
   *
   * @default - users can't set the service role of an environment
   */
  readonly serviceRoles?: iam.IRoleRef[];

  /**
   * The VPC of the environments. It must be in each region of `regions`.
   *
   * @default - instances and security groups in every VPC
   */
  readonly vpc?: ec2.IVPCRef;

  /**
   * Whether users change and delete only launch templates with the tags of their environments, which requires that the
   * environments propagate their tags (`LaunchTemplateTagPropagationEnabled`). Otherwise, they can change every launch
   * template without the tag of another environment.
   *
   * @default false
   * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/applications-tagging-resources.launch-templates.html
   */
  readonly taggedLaunchTemplates?: boolean;

  /**
   * Load balancers of the environments.
   *
   * @default - users create, change and delete no load balancers; deployments register instances with existing ones
   */
  readonly loadBalancers?: BeanstalkUserLoadBalancers;

  /**
   * Databases of the environments.
   *
   * @default - users create, change and delete no databases
   */
  readonly databases?: BeanstalkUserDatabases;

  /**
   * Queues and tables of worker environments.
   *
   * @default - users create, change and delete no worker environments
   */
  readonly workerTier?: BeanstalkUserWorkerTier;

  /**
   * Clusters and task definitions of ECS-managed Docker.
   *
   * @default - users create, change and delete no environments with ECS-managed Docker
   */
  readonly ecsDocker?: BeanstalkUserEcsDocker;

  /**
   * Whether users switch log streaming on and off: creates and deletes the log groups of the environments, and sets
   * their retention.
   *
   * @default false
   */
  readonly logStreaming?: boolean;
}

/**
 * The roles of environments on Amazon EKS (Beanstalk Cluster), which users pass to Elastic Beanstalk and the services
 * that assume them.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/beanstalk-cluster-permissions.html
 */
export interface BeanstalkUserClusterEnvironments {
  /**
   * The roles of clusters. Must not be empty.
   *
   * @default - users can't create environments on Amazon EKS
   */
  readonly clusterRoles?: iam.IRoleRef[];

  /**
   * The roles of nodes. Must not be empty.
   *
   * @default - users can't create environments on Amazon EKS
   */
  readonly nodeRoles?: iam.IRoleRef[];

  /**
   * The roles that publish metrics, logs and traces. Must not be empty.
   *
   * @default - users can't create environments on Amazon EKS
   */
  readonly observabilityRoles?: iam.IRoleRef[];

  /**
   * The roles of applications. Must not be empty.
   *
   * @default - users set no role of the application
   */
  readonly applicationRoles?: iam.IRoleRef[];

  /**
   * The roles with which AWS CodeBuild builds images of application versions. Must not be empty.
   *
   * @default - users deploy images that exist
   */
  readonly imageBuildRoles?: iam.IRoleRef[];
}
