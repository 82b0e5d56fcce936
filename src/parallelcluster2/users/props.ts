import * as batch from 'aws-cdk-lib/aws-batch';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { PlatformPolicyProps } from '../../common/platform-policy-props';
import { S3Location } from '../../common/s3-location';
import {
  ParallelCluster2PermissionSet, ParallelCluster2ResourceBucket, ParallelCluster2Scheduler,
} from '../cluster/options';

/** The clusters that users create, update and delete. */
export interface ParallelCluster2CreateClustersOptions {
  /** The schedulers of the clusters. Must not be empty. */
  readonly schedulers: ParallelCluster2Scheduler[];

  /**
   * Your own bucket for the artifacts of clusters (`cluster_resource_bucket`): list the bucket, and read, write and
   * delete all of its objects.
   *
   * @default - the buckets that the CLI creates and deletes, which are named `parallelcluster-*`
   */
  readonly resourceBucket?: ParallelCluster2ResourceBucket;

  /**
   * Your own roles for the instances (`ec2_iam_role`), such as that of a `ParallelCluster2InstanceRole`: read them and
   * pass them to EC2. Must not be empty.
   *
   * @default - only roles that the clusters create
   */
  readonly instanceRoles?: iam.IRoleRef[];

  /**
   * Your own roles for the Lambda functions (`iam_lambda_role`), such as that of a `ParallelCluster2LambdaRole`: read
   * them and pass them to Lambda. Must not be empty.
   *
   * @default - only roles that the clusters create
   */
  readonly lambdaRoles?: iam.IRoleRef[];

  /**
   * Whether clusters create their own roles. Anyone who can write the policies of roles can gain administrator access
   * through an instance with such a role, and a warning says so. Clusters of SGE, Slurm and Torque need no other roles
   * than `instanceRoles` and `lambdaRoles`. Clusters of AWS Batch always create some.
   *
   * @default true
   */
  readonly createRoles?: boolean;

  /**
   * Managed policies that the roles of clusters may have in addition to those that the CLI attaches
   * (`additional_iam_policies`). Must not be empty.
   *
   * @default - only those that the CLI attaches
   */
  readonly additionalIamPolicies?: iam.IManagedPolicyRef[];

  /**
   * Whether users can create networks: VPCs and gateways by `pcluster configure`, whose stacks are named
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
   * The customer managed keys of volumes, file systems and encrypted AMIs (`ebs_kms_key_id`, `efs_kms_key_id`,
   * `fsx_kms_key_id`): look them up, use them, and let AWS services use them. Must not be empty.
   *
   * @default - only the keys of AWS, which need no permissions
   */
  readonly keys?: kms.IKeyRef[];

  /**
   * The locations that file systems of Amazon FSx for Lustre import data from and export it to (`import_path`,
   * `export_path`): find their buckets, which the CLI checks. Not with `fsx: false`. Must not be empty.
   *
   * @default - file systems without a data repository
   */
  readonly dataRepositories?: S3Location[];

  /**
   * The scripts in Amazon S3 (`pre_install`, `post_install`, and `--post-install` of `pcluster createami`): read them.
   * If a bucket object has an `encryptionKey`, decrypting with that key is included. Must not be empty.
   *
   * @default - the CLI warns that it can't read the scripts of a cluster
   */
  readonly scripts?: S3Location[];

  /**
   * Whether clusters of Slurm have hosted zones of Amazon Route 53: they have one unless `disable_cluster_dns` is set.
   *
   * @default true
   */
  readonly hostedZones?: boolean;

  /**
   * Whether clusters create log groups of Amazon CloudWatch Logs. They do unless they have none for their instances
   * (`cw_log`) nor for their functions.
   *
   * @default true
   */
  readonly logs?: boolean;

  /**
   * Whether to grant on all resources what the guide grants on all resources, with all actions of the guide: changing
   * the policies of every role of the account (equivalent to an administrator), every stack, table, queue, topic and
   * file system. Reviewers will flag it, and a warning says so.
   *
   * @default false
   */
  readonly unrestrictedAccess?: boolean;
}

/** The clusters that users work with, but can't create, update or delete. */
export interface ParallelCluster2UseClustersOptions {
  /**
   * The names of the clusters, as `pcluster list` prints them. Must not be empty. CloudFormation adds a hyphen and a
   * suffix to the names of nested resources, so `team` also matches the nested stacks of a cluster `team-2`.
   */
  readonly clusterNames: string[];

  /**
   * The compute environments of clusters of AWS Batch (output `BatchComputeEnvironmentArn`): `pcluster start` and
   * `stop` update them. The same call changes the image, the key pair and the launch template of their hosts, so these
   * users can become root on the hosts. Must not be empty.
   *
   * @default - clusters of AWS Batch can't be started and stopped
   */
  readonly computeEnvironments?: batch.IComputeEnvironmentRef[];
}

/** Properties of `ParallelCluster2UserPolicy`. At least one of `createClusters` and `useClusters` must be present. */
export interface ParallelCluster2UserPolicyProps extends PlatformPolicyProps {
  /**
   * Permissions to create, update and delete clusters, and to use all of them.
   *
   * @default - no permissions to create clusters
   */
  readonly createClusters?: ParallelCluster2CreateClustersOptions;

  /**
   * Permissions to use named clusters: `pcluster dcv`, `instances`, `list`, `ssh`, `start`, `status`, `stop` and
   * `version`.
   *
   * @default - no permissions on named clusters
   */
  readonly useClusters?: ParallelCluster2UseClustersOptions;

  /**
   * The version of the guide whose policies are granted with `createClusters`. The guide has only one version of the
   * permissions to use clusters.
   *
   * @default ParallelCluster2PermissionSet.GUIDE_2_11
   */
  readonly permissionSet?: ParallelCluster2PermissionSet;
}
