import * as iam from 'aws-cdk-lib/aws-iam';
import { PlatformEc2RoleProps } from '../../common/platform-ec2-role-props';
import { SessionManagerOptions } from '../../common/session-manager-options';
import { HopsworksStorageProps } from '../cluster/storage-props';

/** Where a managed cluster may create ECR repositories. */
export enum HopsworksRepositoryCreation {
  /**
   * Anywhere in the account: `ecr:CreateRepository` on all resources. This matches the vendor's policy; the vendor
   * dropped a narrower scope in 2022.
   */
  ANYWHERE = 'ANYWHERE',

  /**
   * Only repositories whose names start with the id of the cluster. Requires `clusterId`. AWS documents that the action
   * is authorized on the repository; we have not verified that the cluster works with this scope.
   */
  IN_CLUSTER = 'IN_CLUSTER',

  /** Nowhere: create `CLUSTER_ID/IMAGE` for each image before the cluster. */
  NONE = 'NONE',

  /**
   * The cluster uses no container registries, as before 3.1: it has no permissions on them. It can't be combined with
   * other options of the registry.
   */
  NO_REGISTRY = 'NO_REGISTRY',
}

/** The container registries of a managed cluster: it pulls from the vendor's, and pushes to and pulls from your own. */
export interface HopsworksContainerRegistryOptions {
  /**
   * The region of your registry, and of the vendor's unless `vendorRegion` is set: a region of the stack's partition.
   *
   * @default - the region of the stack
   */
  readonly region?: string;

  /**
   * The account of your registry, twelve digits (`ECR AWS Account Id` of the cluster).
   *
   * @default - the account of the stack
   */
  readonly accountId?: string;

  /**
   * The id of the cluster: limits the permissions to the repositories below it. It is known only after the cluster was
   * created.
   *
   * @default - the images of all clusters with this registry
   */
  readonly clusterId?: string;

  /**
   * The names of all images: the list replaces the default. Must not be empty.
   *
   * @default - the images of 3.7 to 3.9: filebeat, base, onlinefs, airflow, git, testconnector, flyingduck
   */
  readonly images?: string[];

  /**
   * The account of the vendor's registry, twelve digits.
   *
   * @default - '822623301872', which is known in the commercial regions only
   */
  readonly vendorAccountId?: string;

  /**
   * The region of the vendor's registry: a region of the stack's partition.
   *
   * @default - the `region` of your registry
   */
  readonly vendorRegion?: string;

  /**
   * Where the cluster may create repositories.
   *
   * @default HopsworksRepositoryCreation.ANYWHERE
   */
  readonly repositoryCreation?: HopsworksRepositoryCreation;
}

/**
 * Logs and metrics that a managed cluster sends to CloudWatch. Without options, it can write to all log groups of the
 * stack's account and region, and publish to all namespaces.
 */
export interface HopsworksCloudWatchOptions {
  /**
   * The prefixes of the names of the log groups. Must not be empty.
   *
   * @default - all log groups of the stack's account and region
   */
  readonly logGroupPrefixes?: string[];

  /**
   * The CloudWatch namespaces of the metrics. They may have the wildcards `*` and `?`. Must not be empty.
   *
   * @default - all namespaces, because the vendor does not document which ones it uses
   */
  readonly metricNamespaces?: string[];
}

/** The EKS cluster on which a managed cluster runs jobs, notebooks and models. */
export interface HopsworksEksOptions {
  /**
   * The name of the EKS cluster, in the account and region of the stack. Also map the role to the group
   * `system:masters` in that cluster.
   */
  readonly clusterName: string;
}

/** Properties of `HopsworksInstanceProfile`. Each part of a managed cluster adds its permissions. */
export interface HopsworksInstanceProfileProps extends PlatformEc2RoleProps, HopsworksStorageProps {
  /**
   * The container registries: logs in, pulls the vendor's images, and pushes, pulls and deletes the cluster's images in
   * your own registry. For a cluster before 3.1 that uses none, set its `repositoryCreation` to `NO_REGISTRY`.
   *
   * @default - the registries of the vendor and of the stack's account in the stack's region, for all clusters
   */
  readonly containerRegistry?: HopsworksContainerRegistryOptions;

  /**
   * Sends logs and metrics of the cluster's services to CloudWatch, and reads the configuration of the CloudWatch
   * agent, which is in parameters whose names start with `AmazonCloudWatch-`.
   *
   * @default - the cluster sends nothing to CloudWatch
   */
  readonly cloudWatch?: HopsworksCloudWatchOptions;

  /**
   * Runs jobs, notebooks and models on an EKS cluster: grants `eks:DescribeCluster` on it.
   *
   * @default - the cluster uses no EKS cluster
   */
  readonly eks?: HopsworksEksOptions;

  /**
   * Roles that projects of Hopsworks use (role chaining): grants `sts:AssumeRole` on them. List them in the profile of
   * the head node only: anyone who can run code on an instance can assume all of them. This role is added to the trust
   * policies of roles in the same stack, and of roles in other stacks of the app if it has a `roleName`; a warning
   * lists the other roles. Each element is one role, without wildcards. Must not be empty. The permission is in a
   * separate policy.
   *
   * @default - the cluster assumes no roles
   */
  readonly assumableRoles?: iam.IRoleRef[];

  /**
   * Allows Session Manager to open a shell. Set it to `{}` for sessions without a KMS key.
   *
   * @default - Session Manager can't connect to the instances
   */
  readonly sessionManager?: SessionManagerOptions;

  /**
   * Whether AWS Systems Manager can open sessions on the instances and patch them: attaches the AWS managed policies
   * `AmazonSSMManagedInstanceCore` and `AmazonSSMPatchAssociation`. They also read all parameters of the account:
   * `sessionManager` does not.
   *
   * @default false
   */
  readonly systemsManager?: boolean;
}
