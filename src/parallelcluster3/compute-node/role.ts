import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { computeNodePolicy } from './policy';
import { OptionReader } from '../../private/options/option-reader';
import { PlatformRole } from '../../private/roles/role-builder';
import { ClusterArns } from '../cluster/cluster-arns';
import { ParallelClusterNodeRoleProps } from '../cluster/node-props';
import { ec2Trust, grantPassToEc2, nodePolicies } from '../cluster/nodes';
import { commonOptions, featuresOf, readCluster } from '../cluster/read';
import { readEfs, readS3Access } from '../cluster/storage';
import { ParallelClusterS3Access } from '../cluster/storage-props';

/** Properties of `ParallelClusterComputeNodeRole`. */
export interface ParallelClusterComputeNodeRoleProps extends ParallelClusterNodeRoleProps {
  /**
   * Whether the role has AWS's policy `AmazonSSMManagedInstanceCore`: sessions by Systems Manager. An imported role
   * keeps the policies that it has.
   *
   * @default true
   */
  readonly systemsManager?: boolean;

  /**
   * The data that the jobs of the queue work on.
   *
   * @default - none
   */
  readonly s3Access?: ParallelClusterS3Access;
}

/**
 * The role of the compute nodes of a queue of Slurm: `Scheduling` / `SlurmQueues` / `Iam` / `InstanceRole`, or its
 * instance profile as `InstanceProfile`, never both. Make one for each queue whose jobs have data or policies of
 * their own, and name it in `computeRoles` of the head node, which passes it.
 *
 * It grants reading of the artifacts of AWS and of the stack, and the tables in which nodes find themselves and tell
 * how far they are.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam-roles-in-parallelcluster-v3.html
 */
export class ParallelClusterComputeNodeRole extends Construct implements iam.IGrantable {
  /** The role. */
  public readonly role: iam.IRole;

  /** The instance profile with the role in it. */
  public readonly instanceProfile: iam.IInstanceProfile;

  /** The principal to grant further permissions to. */
  public readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, id: string, props: ParallelClusterComputeNodeRoleProps = {}) {
    super(scope, id);
    const read = OptionReader.of(this, '', props);
    const cluster = readCluster(read, props);
    const features = computeNodePolicy(ClusterArns.of(this, cluster.name), {
      s3: read.optionalStruct('s3Access', props.s3Access, readS3Access),
      efs: readEfs(read, props.efs, cluster),
    });

    const { role, instanceProfile } = new PlatformRole(this, {
      ...props,
      ...commonOptions(this, props, nodePolicies(props)),
      trust: ec2Trust(),
      features: featuresOf(cluster.version, features),
      instanceProfile: props,
    });
    this.role = role;
    this.instanceProfile = instanceProfile!;
    this.grantPrincipal = role.grantPrincipal;
  }

  /**
   * Lets somebody launch compute nodes with this role: `iam:PassRole` on it, to EC2 only. The head node needs it, too:
   * name the role in its `computeRoles`.
   *
   * @param grantee who passes the role
   */
  public grantPass(grantee: iam.IGrantable): iam.Grant {
    return grantPassToEc2(this.role, grantee);
  }
}
