import * as iam from 'aws-cdk-lib/aws-iam';
import { BeanstalkUserClusterEnvironments, BeanstalkUserInfrastructure } from './infrastructure-props';
import { BeanstalkUserStorage } from './storage-props';
import { PlatformPolicyProps } from '../../common/platform-policy-props';

/** An application, and its environments. Set at least one of `environmentNames` and `environmentNamePrefix`. */
export interface BeanstalkUserApplication {
  /** The name of the application. */
  readonly applicationName: string;

  /**
   * The names of the environments, such as `shop-live`. The names of environments are unique in an account and region.
   * Must not be empty.
   *
   * @default - only the environments with `environmentNamePrefix`
   */
  readonly environmentNames?: string[];

  /**
   * What the names of the environments start with, up to a hyphen: `shop-`. Includes **every** environment of such a
   * name, also later ones, in addition to `environmentNames`. The hyphen is required, so that `shop` does not include
   * `shopfront-live`. The resources of an environment have its name as a tag, not that of its application: no
   * environment of another application should have such a name.
   *
   * @default - only the environments in `environmentNames`
   */
  readonly environmentNamePrefix?: string;
}

/**
 * Application versions that users create and deploy to the environments: in place, all at once or in batches. Other
 * deployments and changed settings replace resources, which `infrastructure` allows. No options are required.
 */
export interface BeanstalkUserDeployment {
  /**
   * Whether users delete versions, and their source bundles.
   *
   * @default false
   */
  readonly deleteVersions?: boolean;

  /**
   * Whether the environments have operations roles, with which Elastic Beanstalk calls other services: users then need
   * no permissions for the stacks, groups, topics and folders of the environments. They still upload source bundles to
   * the bucket of Elastic Beanstalk. Can't be combined with `infrastructure`.
   *
   * @default false
   * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/api/API_AssociateEnvironmentOperationsRole.html
   */
  readonly usesOperationsRole?: boolean;
}

/**
 * Environments that users create, tag, rebuild and terminate, whose CNAMEs they swap, and whose configurations they
 * save. No options are required.
 */
export interface BeanstalkUserManagement {
  /**
   * Operations roles that users associate with environments. Elastic Beanstalk then calls other services with this role
   * instead of the permissions of the user, so `infrastructure` is not required. A user who updates such an environment
   * acts with its operations role. Must not be empty.
   *
   * @default - users can't associate operations roles, or remove them from environments
   * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/api/API_AssociateEnvironmentOperationsRole.html
   */
  readonly operationsRoles?: iam.IRoleRef[];

  /**
   * Whether users create the applications, and change their descriptions and lifecycle settings.
   *
   * @default false
   */
  readonly createApplications?: boolean;

  /**
   * Whether users delete the applications, which **terminates all their environments**, including those that
   * `environmentNames` does not list, and deletes their versions.
   *
   * @default false
   */
  readonly deleteApplications?: boolean;
}

/** Properties of `BeanstalkUserPolicy`. Users always watch the environments; each option adds what else they do. */
export interface BeanstalkUserPolicyProps extends PlatformPolicyProps {
  /** The applications and environments of the users. Must not be empty. */
  readonly applications: BeanstalkUserApplication[];

  /**
   * Versions that users create and deploy. `{}` is enough for deployments in place.
   *
   * @default - users deploy no versions
   */
  readonly deployment?: BeanstalkUserDeployment;

  /**
   * Environments that users create, rebuild and terminate. Requires `infrastructure`, `clusterEnvironments` or
   * `management.operationsRoles`.
   *
   * @default - users create and terminate no environments
   */
  readonly management?: BeanstalkUserManagement;

  /**
   * Instances, groups, stacks and other resources of environments on Amazon EC2, which Elastic Beanstalk creates and
   * changes with the permissions of the user. Requires `deployment` or `management`.
   *
   * @default - deployments in place only: no immutable and traffic-splitting ones, no new platform versions, and no
   * changed settings of instances, groups and load balancers
   */
  readonly infrastructure?: BeanstalkUserInfrastructure;

  /**
   * Roles of environments on Amazon EKS (Beanstalk Cluster), which users pass. Requires `deployment` or `management`.
   * These environments use the service-linked role of Elastic Beanstalk: without `infrastructure`, users get no
   * permissions for stacks, groups and folders of environments on Amazon EC2. Use a second construct for those.
   *
   * @default - users create no environments on Amazon EKS
   */
  readonly clusterEnvironments?: BeanstalkUserClusterEnvironments;

  /**
   * The bucket of Elastic Beanstalk, and where users upload source bundles. Requires `deployment`, `management` or
   * `readLogs`.
   *
   * @default - the folders of the applications in the bucket `elasticbeanstalk-REGION-ACCOUNT`, without a KMS key, and
   * the folders of all environments in it
   */
  readonly storage?: BeanstalkUserStorage;

  /**
   * Whether users request and read the log files of instances, and read the log groups of the environments.
   *
   * @default false
   */
  readonly readLogs?: boolean;

  /**
   * The regions in which users work. Must not be empty, and in the partition of the stack.
   *
   * @default - the region of the stack
   */
  readonly regions?: string[];
}
