import { Construct } from 'constructs';
import { headNodePolicy } from './policy';
import { ParallelClusterHeadNodeRoleProps } from './props';
import { readHeadNode } from './read';
import { OptionReader } from '../../private/options/reader';
import { Ec2RoleConstruct } from '../../private/roles/role-construct';
import { EC2_SERVICES, ec2Trust } from '../../private/statements/services';
import { featuresOf } from '../../private/statements/versions';
import { clusterArns, DEFAULT_PATH } from '../cluster/cluster-arns';
import { readNodePolicies } from '../cluster/read';

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
  constructor(scope: Construct, id: string, props: ParallelClusterHeadNodeRoleProps) {
    super(scope, id, self => {
      const read = OptionReader.of(self, props);
      const headNode = readHeadNode(read);
      const { version, name } = headNode.cluster;
      return {
        read,
        trust: ec2Trust(),
        features: featuresOf(version, headNodePolicy(clusterArns(self, name), headNode)),
        awsPolicies: readNodePolicies(read, { systemsManager: true }),
        defaultPath: DEFAULT_PATH,
        passedTo: EC2_SERVICES,
      };
    });
  }
}
