import { Construct } from 'constructs';
import { computeNodePolicy } from './policy';
import { ParallelClusterComputeNodeRoleProps } from './props';
import { byRegionalProps } from '../../private/roles/regional-props';
import { Ec2RoleConstruct } from '../../private/roles/role-construct';
import { nodeRole, readNode } from '../cluster/node';

/**
 * The role of the compute nodes of a Slurm queue: `Scheduling` / `SlurmQueues` / `Iam` / `InstanceRole`, or its
 * instance profile as `InstanceProfile`, never both. Create one for each queue whose jobs have their own data or
 * policies, and list it in `computeRoles` of the head node, which passes it.
 *
 * It grants reading the artifacts of AWS and the stack, and the tables in which nodes look themselves up and report
 * their progress.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam-roles-in-parallelcluster-v3.html
 */
export class ParallelClusterComputeNodeRole extends Ec2RoleConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.ParallelClusterComputeNodeRole';

  constructor(scope: Construct, id: string, props: ParallelClusterComputeNodeRoleProps = {}) {
    super(scope, id, byRegionalProps(props, read => {
      const node = readNode(read);
      return nodeRole(node, computeNodePolicy(node.arns));
    }));
  }
}
