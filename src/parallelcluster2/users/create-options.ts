import * as iam from 'aws-cdk-lib/aws-iam';
import { ParallelCluster2ResourceBucket } from '../cluster/resource-bucket';
import { ParallelCluster2Scheduler } from '../cluster/scheduler';

/** What clusters somebody creates, updates and deletes. */
export interface ParallelCluster2CreateClustersOptions {
  /** The schedulers of the clusters. Must not be empty. */
  readonly schedulers: ParallelCluster2Scheduler[];

  /**
   * The bucket of yours that clusters keep their artifacts in (`cluster_resource_bucket`): the bucket is listed, and
   * all of its objects are read, written and deleted.
   *
   * @default - the buckets that the CLI makes and removes, which are named `parallelcluster-*`
   */
  readonly resourceBucket?: ParallelCluster2ResourceBucket;

  /**
   * Roles of yours for the instances (`ec2_iam_role`), such as that of a `ParallelCluster2InstanceRole`: they are
   * looked at and passed to EC2. Must not be empty.
   *
   * @default - only roles that the clusters make
   */
  readonly instanceRoles?: iam.IRole[];

  /**
   * Roles of yours for the Lambda functions (`iam_lambda_role`), such as that of a `ParallelCluster2LambdaRole`: they
   * are looked at and passed to Lambda. Must not be empty.
   *
   * @default - only roles that the clusters make
   */
  readonly lambdaRoles?: iam.IRole[];

  /**
   * Whether clusters make roles of their own. Whoever writes the policies of roles can get every right of the account
   * by way of an instance that has one, and a warning says so: with `instanceRoles` and `lambdaRoles` clusters of SGE,
   * Slurm and Torque need none. Clusters of AWS Batch always make some.
   *
   * @default true
   */
  readonly createRoles?: boolean;

  /**
   * Managed policies that the roles of clusters may have beside those that the CLI attaches
   * (`additional_iam_policies`). Must not be empty.
   *
   * @default - only those that the CLI attaches
   */
  readonly additionalIamPolicies?: iam.IManagedPolicy[];

  /**
   * Whether networks can be made: VPCs and gateways by `pcluster configure`, whose stacks are named
   * `parallelclusternetworking-*`, and subnets by `compute_subnet_cidr`.
   *
   * @default true
   */
  readonly networks?: boolean;

  /**
   * Whether clusters have file systems of Amazon EFS.
   *
   * @default true
   */
  readonly efs?: boolean;

  /**
   * Whether clusters have file systems of Amazon FSx for Lustre.
   *
   * @default true
   */
  readonly fsx?: boolean;

  /**
   * Whether clusters have hosted zones of Amazon Route 53, with Slurm and AWS Batch. Clusters of Slurm have one unless
   * `disable_cluster_dns` is set.
   *
   * @default true
   */
  readonly hostedZones?: boolean;

  /**
   * Whether clusters make log groups of Amazon CloudWatch Logs. They do unless they have none for their instances
   * (`cw_log`) nor for their functions.
   *
   * @default true
   */
  readonly logs?: boolean;

  /**
   * Whether what the guide prints on all resources is granted on all resources, with all actions that it prints: to
   * change the policies of every role of the account (which is to be its administrator), every stack, table, queue,
   * topic and file system. Security reviews ask about it, and a warning says so.
   *
   * @default false
   */
  readonly unrestrictedAccess?: boolean;
}
