import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { ParallelClusterCustomBucket, ParallelClusterNodeRoleProps } from '../cluster/props';

/**
 * Permissions of a head node that schedules with Slurm: it launches and terminates compute nodes, creates their DNS
 * records, and keeps their state in tables. Options that are left out allow every resource of that kind.
 */
export interface ParallelClusterSlurmHeadNodeOptions {
  /**
   * The roles of the queues (`InstanceRole` or `InstanceProfile`): `iam:PassRole` to EC2 only. Must not be empty.
   *
   * @default - the roles under `generatedRolePath`
   */
  readonly computeRoles?: iam.IRoleRef[];

  /**
   * The subnets of the queues. Must not be empty.
   *
   * @default - any subnet
   */
  readonly subnets?: ec2.ISubnetRef[];

  /**
   * The ids of the AMIs of compute nodes, such as `ami-0123456789abcdef0`. Each version of ParallelCluster has its own
   * images. Must not be empty.
   *
   * @default - any AMI
   */
  readonly imageIds?: string[];

  /**
   * The key pair of the cluster.
   *
   * @default - any key pair
   */
  readonly keyPair?: ec2.IKeyPairRef;

  /**
   * The capacity reservations of the queues, from 3.3 on: ids such as `cr-0123456789abcdef0`, or ARNs if another
   * account shares them. A token is treated as an id. Must not be empty.
   *
   * @default - no capacity reservations
   */
  readonly capacityReservations?: string[];

  /**
   * The ARNs of the queues' resource groups of capacity reservations, from 3.3 on. Must not be empty.
   *
   * @default - no resource groups
   */
  readonly capacityReservationGroups?: string[];

  /**
   * The existing hosted zone that the cluster uses (`Dns` / `HostedZoneId`).
   *
   * @default - any hosted zone, since ParallelCluster creates one with the cluster
   */
  readonly hostedZone?: route53.IHostedZoneRef;

  /**
   * Whether nodes keep the names of EC2 (`UseEc2Hostnames`): then no DNS records are written.
   *
   * @default false
   */
  readonly useEc2Hostnames?: boolean;

  /**
   * Whether the cluster has login nodes and a munge key in a secret, from 3.8 on: before it rotates the key, the head
   * node checks whether login nodes are running. Requires `secrets.mungeKey`.
   *
   * @default false
   */
  readonly loginNodes?: boolean;
}

/** Permissions of a head node that schedules with AWS Batch: it submits, watches and terminates jobs. */
export interface ParallelClusterAwsBatchHeadNodeOptions {
  /**
   * The roles of jobs: `iam:PassRole` to AWS Batch and to tasks of Amazon ECS only. Must not be empty.
   *
   * @default - the roles under `/parallelcluster/`, whatever the prefix, and under `generatedRolePath`
   */
  readonly jobRoles?: iam.IRoleRef[];
}

/** The secrets that a head node reads. If a secret object has an `encryptionKey`, that key is included. */
export interface ParallelClusterHeadNodeSecrets {
  /**
   * The password of the directory (`DirectoryService` / `PasswordSecretArn`) in Secrets Manager.
   *
   * @default - none in Secrets Manager
   */
  readonly directoryPassword?: secretsmanager.ISecretRef;

  /**
   * The password of the directory as a parameter of Systems Manager, from 3.5.1 on: `pcluster` takes it in the Region
   * us-isob-east-1 only.
   *
   * @default - none in Systems Manager
   */
  readonly directoryPasswordParameter?: ssm.IParameterRef;

  /**
   * The password of the database of Slurm accounting, from 3.3 on. Requires `slurm`.
   *
   * @default - no accounting
   */
  readonly databasePassword?: secretsmanager.ISecretRef;

  /**
   * The munge key of Slurm, from 3.8 on. Requires `slurm`.
   *
   * @default - the head node generates a key
   */
  readonly mungeKey?: secretsmanager.ISecretRef;
}

/** Properties of `ParallelClusterHeadNodeRole`. At least one scheduler is required. */
export interface ParallelClusterHeadNodeRoleProps extends ParallelClusterNodeRoleProps {
  /**
   * Permissions to schedule with Slurm.
   *
   * @default - the head node can't schedule with Slurm
   */
  readonly slurm?: ParallelClusterSlurmHeadNodeOptions;

  /**
   * Permissions to schedule with AWS Batch.
   *
   * @default - the head node can't schedule with AWS Batch
   */
  readonly awsBatch?: ParallelClusterAwsBatchHeadNodeOptions;

  /**
   * The path of the roles that ParallelCluster creates for queues, and that the head node passes: the path of
   * `ResourcePrefix`, if the cluster has one, and the name of the cluster. Set it together with `computeRoles` if only
   * some queues have their own roles.
   *
   * @default - `/parallelcluster/`, with `clusterName` `/parallelcluster/NAME/`; if roles are listed, only these
   */
  readonly generatedRolePath?: string;

  /**
   * The secrets that the head node reads.
   *
   * @default - none
   */
  readonly secrets?: ParallelClusterHeadNodeSecrets;

  /**
   * The customer managed keys of encrypted AMIs and volumes, which EC2 uses for the head node when it launches compute
   * nodes and attaches shared volumes. The head node can't use them otherwise. Must not be empty.
   *
   * @default - only the keys of AWS, which need no permissions
   */
  readonly keys?: kms.IKeyRef[];

  /**
   * The bucket with the artifacts of the cluster.
   *
   * @default - the bucket that ParallelCluster creates in each Region
   */
  readonly customS3Bucket?: ParallelClusterCustomBucket;
}
