import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { headNodePolicy } from './policy';
import {
  ParallelClusterAwsBatchHeadNodeOptions, ParallelClusterHeadNodeSecrets, ParallelClusterSlurmHeadNodeOptions,
} from './props';
import { readHeadNode } from './read';
import { PlatformRole } from '../../private/roles/role-builder';
import { ClusterArns } from '../cluster/cluster-arns';
import { ParallelClusterNodeRoleProps } from '../cluster/node-props';
import { ec2Trust, grantPassToEc2, nodePolicies } from '../cluster/nodes';
import { commonOptions, featuresOf } from '../cluster/read';
import { ParallelClusterCustomBucket, ParallelClusterS3Access } from '../cluster/storage-props';

/** Properties of `ParallelClusterHeadNodeRole`. At least one scheduler must be present. */
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
   * Whether the role has AWS's policy `AmazonSSMManagedInstanceCore`: sessions by Systems Manager. An imported role
   * keeps the policies that it has.
   *
   * @default true
   */
  readonly systemsManager?: boolean;

  /**
   * The path of the roles that ParallelCluster makes for queues and jobs, which the head node passes on: the path of
   * `ResourcePrefix`, where the cluster has one, and the name of the cluster. Name it beside `computeRoles` where only
   * some queues have roles of their own.
   *
   * @default - `/parallelcluster/`, with `clusterName` `/parallelcluster/NAME/`; where roles are named, no others
   */
  readonly generatedRolePath?: string;

  /**
   * The secrets that the head node reads.
   *
   * @default - none
   */
  readonly secrets?: ParallelClusterHeadNodeSecrets;

  /**
   * The bucket with the artifacts of the cluster.
   *
   * @default - the one that ParallelCluster makes in each region
   */
  readonly customS3Bucket?: ParallelClusterCustomBucket;

  /**
   * The data that jobs on the head node work on.
   *
   * @default - none
   */
  readonly s3Access?: ParallelClusterS3Access;
}

/**
 * The role of the head node of a cluster: `HeadNode` / `Iam` / `InstanceRole`, or its instance profile as
 * `InstanceProfile`, never both.
 *
 * It grants what the scheduler calls, reading of the stack, of the artifacts of the cluster and of AWS, tags and
 * volumes of instances.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam-roles-in-parallelcluster-v3.html
 */
export class ParallelClusterHeadNodeRole extends Construct implements iam.IGrantable {
  /** The role. */
  public readonly role: iam.IRole;

  /** The instance profile with the role in it. */
  public readonly instanceProfile: iam.IInstanceProfile;

  /** The principal to grant further permissions to. */
  public readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, id: string, props: ParallelClusterHeadNodeRoleProps) {
    super(scope, id);
    const headNode = readHeadNode(this, props);
    const { version, name } = headNode.cluster;

    const { role, instanceProfile } = new PlatformRole(this, {
      ...props,
      ...commonOptions(this, props, nodePolicies(props)),
      trust: ec2Trust(),
      features: featuresOf(version, headNodePolicy(ClusterArns.of(this, name), headNode)),
      instanceProfile: props,
    });
    this.role = role;
    this.instanceProfile = instanceProfile!;
    this.grantPrincipal = role.grantPrincipal;
  }

  /**
   * Lets somebody create clusters with this role: `iam:PassRole` on it, to EC2 only.
   *
   * @param grantee who passes the role
   */
  public grantPass(grantee: iam.IGrantable): iam.Grant {
    return grantPassToEc2(this.role, grantee);
  }
}
