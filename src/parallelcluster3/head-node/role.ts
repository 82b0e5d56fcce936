import { Construct } from 'constructs';
import { headNodePolicy } from './policy';
import { ParallelClusterHeadNodeRoleProps } from './props';
import { readHeadNode } from './read';
import { byRegionalProps } from '../../private/roles/regional-props';
import { Ec2RoleConstruct } from '../../private/roles/role-construct';
import { nodeRole } from '../cluster/node';

/**
 * The role of the head node of a cluster: `HeadNode` / `Iam` / `InstanceRole`, or its instance profile as
 * `InstanceProfile`, never both.
 *
 * It grants what the scheduler calls, reading the stack and the artifacts of the cluster and of AWS, and tagging
 * instances and attaching volumes.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam-roles-in-parallelcluster-v3.html
 */
export class ParallelClusterHeadNodeRole extends Ec2RoleConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.ParallelClusterHeadNodeRole';

  constructor(scope: Construct, id: string, props: ParallelClusterHeadNodeRoleProps) {
    super(scope, id, byRegionalProps(props, read => {
      const headNode = readHeadNode(read);
      return nodeRole(headNode, headNodePolicy(headNode));
    }));
  }
}
