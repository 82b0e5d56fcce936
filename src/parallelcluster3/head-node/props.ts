import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';

/**
 * Permissions of a head node that schedules with Slurm: it launches and ends compute nodes, gives them names, and keeps
 * their state in tables. What is not named stays within the kind of resource that launching needs.
 */
export interface ParallelClusterSlurmHeadNodeOptions {
  /**
   * The roles of queues that have one of their own (`InstanceRole` or `InstanceProfile`), passed to EC2 only. Must not
   * be empty.
   *
   * @default - the roles under `generatedRolePath`
   */
  readonly computeRoles?: iam.IRole[];

  /**
   * The subnets of the queues. Must not be empty.
   *
   * @default - any subnet
   */
  readonly subnets?: ec2.ISubnet[];

  /**
   * The ids of the AMIs that compute nodes start from, such as `ami-0123456789abcdef0`. Each version of ParallelCluster
   * has images of its own. Must not be empty.
   *
   * @default - any AMI
   */
  readonly imageIds?: string[];

  /**
   * The key pair of the cluster.
   *
   * @default - any key pair
   */
  readonly keyPair?: ec2.IKeyPair;

  /**
   * The capacity reservations that queues name, from 3.3 on: ids such as `cr-0123456789abcdef0`, or ARNs where another
   * account shares them. A token is taken for an id. Must not be empty.
   *
   * @default - queues name no capacity reservations
   */
  readonly capacityReservations?: string[];

  /**
   * The ARNs of the resource groups of capacity reservations that queues name, from 3.3 on. Must not be empty.
   *
   * @default - queues name no resource groups
   */
  readonly capacityReservationGroups?: string[];

  /**
   * The hosted zone that the cluster has instead of one of its own (`Dns` / `HostedZoneId`).
   *
   * @default - any hosted zone, since ParallelCluster makes one with the cluster
   */
  readonly hostedZone?: route53.IHostedZone;

  /**
   * Whether nodes keep the names of EC2 (`UseEc2Hostnames`): then no records are written.
   *
   * @default false
   */
  readonly useEc2Hostnames?: boolean;

  /**
   * Whether the cluster has login nodes beside a munge key in a secret, from 3.8 on: before it changes the key, the
   * head node looks whether login nodes run. Needs `secrets.mungeKey`.
   *
   * @default false
   */
  readonly loginNodes?: boolean;
}

/** Permissions of a head node that schedules with AWS Batch: it submits, watches and ends jobs. */
export interface ParallelClusterAwsBatchHeadNodeOptions {
  /**
   * The roles of jobs, passed to AWS Batch and to the tasks of Amazon ECS only. Must not be empty.
   *
   * @default - the roles under `generatedRolePath`
   */
  readonly jobRoles?: iam.IRole[];
}

/** The secrets that a head node reads. A secret brings its key along. */
export interface ParallelClusterHeadNodeSecrets {
  /**
   * The password of the directory (`DirectoryService` / `PasswordSecretArn`) in Secrets Manager.
   *
   * @default - none in Secrets Manager
   */
  readonly directoryPassword?: secretsmanager.ISecret;

  /**
   * The password of the directory as a parameter of Systems Manager, from 3.5.1 on.
   *
   * @default - none in Systems Manager
   */
  readonly directoryPasswordParameter?: ssm.IParameter;

  /**
   * The password of the database of Slurm accounting, from 3.3 on. Needs `slurm`.
   *
   * @default - no accounting
   */
  readonly databasePassword?: secretsmanager.ISecret;

  /**
   * The munge key of Slurm, from 3.8 on. Needs `slurm`.
   *
   * @default - the head node makes the key up
   */
  readonly mungeKey?: secretsmanager.ISecret;
}
