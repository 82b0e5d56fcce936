import { Construct } from 'constructs';
import { loginNodePolicy } from './policy';
import { ParallelClusterLoginNodeRoleProps } from './props';
import { readLoginNode } from './read';
import { byRegionalProps } from '../../private/roles/regional-props';
import { Ec2RoleConstruct } from '../../private/roles/role-construct';
import { nodeRole } from '../cluster/node';

/**
 * The role of login nodes, from 3.7 on: `LoginNodes` / `Pools` / `Iam` / `InstanceRole`, or its instance profile as
 * `InstanceProfile`, never both.
 *
 * It grants what a login node calls when it starts and when its pool terminates it.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/LoginNodes-v3.html
 */
export class ParallelClusterLoginNodeRole extends Ec2RoleConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.ParallelClusterLoginNodeRole';

  constructor(scope: Construct, id: string, props: ParallelClusterLoginNodeRoleProps = {}) {
    super(scope, id, byRegionalProps(props, read => {
      const loginNode = readLoginNode(read);
      return nodeRole(loginNode, loginNodePolicy(loginNode));
    }));
  }
}
