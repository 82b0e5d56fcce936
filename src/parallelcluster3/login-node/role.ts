import { Construct } from 'constructs';
import { loginNodePolicy } from './policy';
import { ParallelClusterLoginNodeRoleProps } from './props';
import { readLoginNode } from './read';
import { OptionReader } from '../../private/options/reader';
import { Ec2RoleConstruct } from '../../private/roles/role-construct';
import { EC2_SERVICES, ec2Trust } from '../../private/statements/services';
import { featuresOf } from '../../private/statements/versions';
import { clusterArns, DEFAULT_PATH } from '../cluster/cluster-arns';
import { readNodePolicies } from '../cluster/read';

/**
 * The role of login nodes, from 3.7 on: `LoginNodes` / `Pools` / `Iam` / `InstanceRole`, or its instance profile as
 * `InstanceProfile`, never both.
 *
 * It grants what a login node calls when it starts and when its pool terminates it. Grant what users do on it yourself:
 * `bucket.grantRead(role)`.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/LoginNodes-v3.html
 */
export class ParallelClusterLoginNodeRole extends Ec2RoleConstruct {
  constructor(scope: Construct, id: string, props: ParallelClusterLoginNodeRoleProps = {}) {
    super(scope, id, self => {
      const read = OptionReader.of(self, props);
      const loginNode = readLoginNode(read);
      const { version, name } = loginNode.cluster;
      return {
        read,
        trust: ec2Trust(),
        features: featuresOf(version, loginNodePolicy(clusterArns(self, name), loginNode)),
        awsPolicies: readNodePolicies(read, { systemsManager: false }),
        defaultPath: DEFAULT_PATH,
        passedTo: EC2_SERVICES,
      };
    });
  }
}
