/** Where a managed cluster may create ECR repositories. */
export enum HopsworksRepositoryCreation {
  /**
   * Anywhere in the account: `ecr:CreateRepository` on all resources. So the vendor grants it, who gave up a narrower
   * scope in 2022.
   */
  ANYWHERE = 'ANYWHERE',

  /**
   * Only repositories whose names start with the id of the cluster, which must be given. AWS documents that the action
   * is authorized on the repository; that the cluster works with it, nobody has shown.
   */
  IN_CLUSTER = 'IN_CLUSTER',

  /** Nowhere: `CLUSTER_ID/IMAGE` is created for each image before the cluster is. */
  NONE = 'NONE',
}

/** The container registries that a managed cluster uses: the vendor's to pull, one of yours to push and pull. */
export interface HopsworksContainerRegistryOptions {
  /**
   * The region of your registry, and of the vendor's where `vendorRegion` names no other: one of the stack's partition.
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
   * The id of the cluster. The images stand in repositories below it. It is known once the cluster exists.
   *
   * @default - the images of all clusters with this registry
   */
  readonly clusterId?: string;

  /**
   * The names of the images. Must not be empty. Name all: the list replaces the default.
   *
   * @default - those of 3.7 to 3.9: filebeat, base, onlinefs, airflow, git, testconnector, flyingduck
   */
  readonly images?: string[];

  /**
   * The account of the vendor's registry, twelve digits.
   *
   * @default - '822623301872', which is known in the commercial regions only
   */
  readonly vendorAccountId?: string;

  /**
   * The region of the vendor's registry: one of the stack's partition.
   *
   * @default - the `region` of yours
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
 * Logs and metrics that a managed cluster sends to CloudWatch. Without any option: to all log groups of the stack's
 * account and region, and into all namespaces.
 */
export interface HopsworksCloudWatchOptions {
  /**
   * What the names of the log groups start with. Must not be empty.
   *
   * @default - all log groups of the stack's account and region
   */
  readonly logGroupPrefixes?: string[];

  /**
   * The CloudWatch namespaces of the metrics. They may hold the wildcards `*` and `?`. Must not be empty.
   *
   * @default - all namespaces: the vendor does not say which it uses
   */
  readonly metricNamespaces?: string[];
}

/** The EKS cluster that a managed cluster runs jobs, notebooks and models on. */
export interface HopsworksEksOptions {
  /**
   * The name of the EKS cluster, in the account and region of the stack. The role must also be mapped to the group
   * `system:masters` in it.
   */
  readonly clusterName: string;
}
