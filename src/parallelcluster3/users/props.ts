import * as batch from 'aws-cdk-lib/aws-batch';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { ParallelClusterIamAccess } from './iam-access';
import { PlatformPolicyProps } from '../../common/platform-policy-props';
import { S3Location } from '../../common/s3-location';
import { StatementOverride } from '../../common/statement-override';
import { ParallelClusterVersion } from '../cluster/version';

/** Permissions on clusters whose jobs AWS Batch runs. No options yet: `{}` grants them. */
export interface ParallelClusterAwsBatchPolicyOptions {}

/**
 * The secrets in cluster configurations, which `pcluster` checks before it creates a cluster. At least one.
 */
export interface ParallelClusterSecretsOptions {
  /**
   * Passwords of directories and of Slurm's database (`PasswordSecretArn`): `pcluster` checks that they exist, and does
   * not read them.
   *
   * @default - pcluster skips the check of passwords, with a warning
   */
  readonly passwords?: secretsmanager.ISecretRef[];

  /**
   * Passwords of directories in the Parameter Store, which `pcluster` takes in the Region us-isob-east-1 only: it
   * checks that they exist, and does not decrypt them. Since version 3.5.1.
   *
   * @default - pcluster skips the check of passwords, with a warning
   */
  readonly passwordParameters?: ssm.IParameterRef[];

  /**
   * Munge keys (`MungeKeySecretArn`): `pcluster` reads them to check their size and encoding. If a secret object has an
   * `encryptionKey`, decrypting with that key is included. Since version 3.8.0.
   *
   * @default - pcluster rejects configurations with a munge key
   */
  readonly mungeKeys?: secretsmanager.ISecretRef[];
}

/** Your own buckets and keys in cluster configurations. At least one. */
export interface ParallelClusterStorageOptions {
  /**
   * Buckets for the artifacts of clusters and images (`CustomS3Bucket`), not those that pcluster creates: it changes no
   * settings of your buckets. If a bucket object has an `encryptionKey`, that key is included.
   *
   * @default - the buckets that pcluster creates, whose names start with `parallelcluster-`
   */
  readonly buckets?: s3.IBucketRef[];

  /**
   * Keys of encrypted volumes and file systems (`KmsKeyId`).
   *
   * @default - only the keys of AWS, which need no permissions
   */
  readonly keys?: kms.IKeyRef[];
}

/** The file systems of Amazon EFS that clusters mount. */
export interface ParallelClusterUserEfs {
  /** Existing file systems. Clusters mount only these, and create none. Must not be empty. */
  readonly fileSystems: efs.IFileSystemRef[];
}

/** File systems of Amazon FSx for Lustre that clusters create. No options are required. */
export interface ParallelClusterUserFsxForLustre {
  /**
   * Locations that the file systems import data from and export it to (`ImportPath`, `ExportPath` and data repository
   * associations).
   *
   * @default - file systems without a data repository
   */
  readonly dataRepositories?: S3Location[];
}

/** The clusters that users create, update and delete. `{}` grants clusters with Slurm. */
export interface ParallelClusterCreateClustersOptions {
  /**
   * Clusters with login nodes. Since version 3.7.0.
   *
   * @default false
   */
  readonly loginNodes?: boolean;

  /**
   * The only file systems of Amazon EFS that clusters mount.
   *
   * @default - clusters create file systems of Amazon EFS, and mount any of the account
   */
  readonly efs?: ParallelClusterUserEfs;

  /**
   * File systems of Amazon FSx for Lustre that clusters create, change and delete, and mount.
   *
   * @default - clusters create no file systems of Amazon FSx
   */
  readonly fsxForLustre?: ParallelClusterUserFsxForLustre;

  /**
   * Clusters that mount existing file systems, volumes and file caches of Amazon FSx: looking them up. Included in
   * `fsxForLustre`.
   *
   * @default false
   */
  readonly existingFsx?: boolean;

  /**
   * Files in your own buckets that configurations name: scripts of custom actions, and
   * `CustomSlurmSettingsIncludeFile`. `pcluster` checks that they exist, which needs the permission to read them.
   *
   * @default - pcluster warns of files that it can't check
   */
  readonly configurationFiles?: S3Location[];
}

/** The clusters that users work with, but can't create, update or delete. `{}` grants all clusters. */
export interface ParallelClusterUseClustersOptions {
  /**
   * The names of the clusters. Must not be empty. A policy has room for some 15 names.
   *
   * @default - all clusters of the account
   */
  readonly clusterNames?: string[];

  /**
   * The compute environments of clusters with AWS Batch (`PclusterComputeEnviron...` in the stack of the cluster):
   * `update-compute-fleet` enables and disables them. The same call changes the image, the key pair and the launch
   * template of their hosts, so these users can become root on the hosts. Requires `awsBatch`. Must not be empty.
   *
   * @default - the fleets of clusters with AWS Batch can't be started and stopped
   */
  readonly computeEnvironments?: batch.IComputeEnvironmentRef[];
}

/** Logs that `pcluster` lists, reads and exports. */
export interface ParallelClusterUserLogRetrieval {
  /**
   * Locations of exports (`--bucket` and `--bucket-prefix`). The bucket policy must allow CloudWatch Logs to write
   * there: you write that of your own bucket, and `pcluster` that of its bucket from 3.12 on.
   *
   * @default - users who create clusters export to their buckets; others can't export logs
   */
  readonly exportLocations?: S3Location[];
}

/**
 * The path and the prefix of the names of the roles and instance profiles that clusters create: the two parts of
 * `Iam/ResourcePrefix` in the configuration of a cluster. Images ignore it. At least one part is required.
 */
export interface ParallelClusterResourcePrefix {
  /**
   * The path: starts and ends with `/`, names something in between and has no wildcards, at most 512 characters.
   *
   * @default '/parallelcluster/', and the name of the cluster below it
   */
  readonly path?: string;

  /**
   * The prefix of the names: at most 30 characters of letters, digits and `_+=,.@-`.
   *
   * @default - any name
   */
  readonly namePrefix?: string;
}

/** The options that `ParallelClusterUserPolicy` and `ParallelClusterPermissionsBoundary` share. */
export interface ParallelClusterPolicyOptions {
  /**
   * The version of ParallelCluster that users and roles have. Users can delete only clusters created by 3.2 or newer:
   * older ones lack the tag of clusters.
   *
   * @default ParallelClusterVersion.LATEST
   */
  readonly version?: ParallelClusterVersion;

  /**
   * Clusters whose jobs AWS Batch runs, up to version 3.15. They create roles, so `iamAccess` of users must allow that.
   * With `useClusters`, users submit, follow and end jobs.
   *
   * @default - no clusters with AWS Batch
   */
  readonly awsBatch?: ParallelClusterAwsBatchPolicyOptions;

  /**
   * Building, describing and deleting images, and cleaning up after a build. From version 3.14 on, the first
   * `pcluster build-image` in an account creates a role for its cleanup without a permissions boundary. Only
   * `ParallelClusterIamAccess.privileged()` allows that. Other users need that role, or configure an existing
   * `CleanupLambdaRole`, such as a `ParallelClusterImageCleanupRole`: always for functions in a VPC.
   *
   * @default false
   */
  readonly imageBuild?: boolean;

  /**
   * The secrets in the configurations of clusters that users create. A boundary needs no passwords in the Parameter
   * Store: it allows reading all parameters, since the agent of Systems Manager reads parameters.
   *
   * @default - no permissions on secrets
   */
  readonly secrets?: ParallelClusterSecretsOptions;

  /**
   * Your own buckets (`CustomS3Bucket`, and for a boundary `S3Access`), and keys of volumes and file systems.
   *
   * @default - the buckets that pcluster creates, and no permissions on keys
   */
  readonly storage?: ParallelClusterStorageOptions;

  /**
   * The Regions that users and roles work in. They limit the ARNs, and actions that have to be granted on all resources
   * by a condition (`aws:RequestedRegion`). Regions of another partition than the stack's are an error.
   *
   * @default - all Regions
   */
  readonly regions?: string[];

  /**
   * The path and the prefix of the names of the roles and instance profiles of clusters. Since version 3.4.0.
   *
   * @default - the path `/parallelcluster/`, and any name
   */
  readonly resourcePrefix?: ParallelClusterResourcePrefix;
}

/**
 * Properties of `ParallelClusterUserPolicy`. At least one of `createClusters`, `useClusters`, `imageBuild` and
 * `logRetrieval` is required.
 */
export interface ParallelClusterUserPolicyProps extends PlatformPolicyProps, ParallelClusterPolicyOptions {
  /**
   * The permissions of the users on the roles of clusters and images.
   *
   * @default ParallelClusterIamAccess.restricted(): they pass roles under `/parallelcluster/`, and create none
   */
  readonly iamAccess?: ParallelClusterIamAccess;

  /**
   * Creating, updating and deleting clusters, and using all of them.
   *
   * @default - the users can't create clusters
   */
  readonly createClusters?: ParallelClusterCreateClustersOptions;

  /**
   * Using existing clusters: the commands `list-clusters`, `describe-cluster`, `describe-cluster-instances`,
   * `describe-compute-fleet`, `update-compute-fleet`, `dcv-connect` and `ssh`. With `awsBatch` also submitting,
   * following and ending jobs by the AWS Batch CLI of ParallelCluster.
   *
   * @default - the users can't use clusters, unless they can create them
   */
  readonly useClusters?: ParallelClusterUseClustersOptions;

  /**
   * Listing, reading and exporting the logs of clusters and images.
   *
   * @default - the users can't read logs
   */
  readonly logRetrieval?: ParallelClusterUserLogRetrieval;
}

/** Properties of `ParallelClusterPermissionsBoundary`. */
export interface ParallelClusterPermissionsBoundaryProps extends ParallelClusterPolicyOptions {
  /**
   * The name of the policy: 1 to 128 characters of letters, digits and `_+=,.@-`. Changing it replaces the policy.
   *
   * @default - generated by CloudFormation
   */
  readonly managedPolicyName?: string;

  /**
   * The path of the policy: starts and ends with `/`, at most 512 characters. Changing it replaces the policy.
   *
   * @default '/'
   */
  readonly path?: string;

  /**
   * Changes of documented statements, by Sid: the Sids are in the reference of the construct, and in the template. Each
   * change causes a warning, so that a reviewer sees it. A Sid that the boundary does not have is an error.
   *
   * @default - the documented statements
   */
  readonly statementOverrides?: { [sid: string]: StatementOverride };

  /**
   * Further statements that jobs need, such as reading data. They are in the same policy, since a role has one
   * boundary.
   *
   * @default - none
   */
  readonly additionalStatements?: iam.PolicyStatement[];
}
