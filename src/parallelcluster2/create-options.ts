import * as iam from 'aws-cdk-lib/aws-iam';
import { ClusterNames } from './cluster-names';
import { clusterNames, roleArns, unrestricted } from './cluster-options';
import { ParallelCluster2ResourceBucket } from './resource-bucket';
import { ParallelCluster2Scheduler, SCHEDULER } from './scheduler';
import { fail } from '../private/errors';
import { OptionReader } from '../private/option-reader';
import { having } from '../private/options';

/** What clusters somebody creates, updates and deletes. */
export interface ParallelCluster2CreateOptions {
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
   * by way of an instance that has one: with `instanceRoles` and `lambdaRoles` clusters of SGE, Slurm and Torque need
   * none. Clusters of AWS Batch always make some.
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
   * Whether networks can be made: VPCs and gateways by `pcluster configure`, subnets by `compute_subnet_cidr`.
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

/** The options, checked. */
export interface CreatedClusters {
  readonly hasSlurm: boolean;
  /** SGE or Torque. */
  readonly hasGroups: boolean;
  readonly hasBatch: boolean;
  readonly names: ClusterNames;
  readonly instanceRoles: readonly string[];
  readonly lambdaRoles: readonly string[];
  readonly createsRoles: boolean;
  readonly additionalPolicies: readonly string[];
  readonly hasNetworks: boolean;
  readonly hasEfs: boolean;
  readonly hasFsx: boolean;
  readonly hasZones: boolean;
  readonly hasLogs: boolean;
  readonly isUnrestricted: boolean;
}

const MANAGED_POLICY = having<iam.IManagedPolicy>('managedPolicyArn', 'a managed policy');
const { AWSBATCH, SGE, SLURM, TORQUE } = ParallelCluster2Scheduler;

export function createdClusters(read: OptionReader, options: ParallelCluster2CreateOptions): CreatedClusters {
  const schedulers = read.list('schedulers', options.schedulers, SCHEDULER, 'each scheduler asks for other permissions');
  const clusters = {
    hasSlurm: schedulers.includes(SLURM),
    hasGroups: schedulers.includes(SGE) || schedulers.includes(TORQUE),
    hasBatch: schedulers.includes(AWSBATCH),
    names: clusterNames(read, options),
    instanceRoles: roleArns(read, 'instanceRoles', options.instanceRoles),
    lambdaRoles: roleArns(read, 'lambdaRoles', options.lambdaRoles),
    createsRoles: read.flag('createRoles', options.createRoles, true),
    additionalPolicies: read
      .optionalList('additionalIamPolicies', options.additionalIamPolicies, MANAGED_POLICY)
      .map(({ managedPolicyArn }) => managedPolicyArn),
    hasNetworks: read.flag('networks', options.networks, true),
    hasEfs: read.flag('efs', options.efs, true),
    hasFsx: read.flag('fsx', options.fsx, true),
    hasZones: read.flag('hostedZones', options.hostedZones, true),
    hasLogs: read.flag('logs', options.logs, true),
    isUnrestricted: unrestricted(read, options.unrestrictedAccess),
  };
  if (!clusters.createsRoles) {
    checkOwnRoles(read, clusters);
  }
  return clusters;
}

/** Where clusters make no roles, they need some, and nothing is attached. */
function checkOwnRoles(read: OptionReader, clusters: CreatedClusters): void {
  const { scope } = read;
  const option = `'${read.pathOf('createRoles')}'`;
  if (clusters.hasBatch) {
    fail(scope, `${option} must be true with the scheduler awsbatch, got false: the Batch stack makes roles of its own`);
  }
  for (const [name, roles] of [['instanceRoles', clusters.instanceRoles], ['lambdaRoles', clusters.lambdaRoles]] as const) {
    if (roles.length === 0) {
      fail(scope, `${option} is false, so clusters need roles of yours: name them in '${read.pathOf(name)}'`);
    }
  }
  if (clusters.additionalPolicies.length > 0) {
    fail(
      scope,
      `'${read.pathOf('additionalIamPolicies')}' is for roles that clusters make, and ${option} is false: give the ` +
        'policies to your roles',
    );
  }
}
