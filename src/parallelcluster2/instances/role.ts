import { Construct } from 'constructs';
import { instancePolicy } from './policy';
import { ParallelCluster2InstanceRoleProps } from './props';
import { readInstanceCluster } from './read';
import { Arns } from '../../private/options/arns';
import { byRegionalProps } from '../../private/roles/regional-props';
import { Ec2RoleConstruct } from '../../private/roles/role-construct';
import { EC2_SERVICES, ec2Trust } from '../../private/statements/services';

/**
 * The role of the instances of an AWS ParallelCluster 2 cluster, with its instance profile: set the role as
 * `ec2_iam_role` in the configuration. The CLI creates its own instance profile for that role.
 *
 * It grants what the scheduler requires, on the stacks, tables, queues, logs and buckets with the names that the CLI
 * gives them, for one cluster or for all.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam.html#parallelclusterinstancepolicy
 */
export class ParallelCluster2InstanceRole extends Ec2RoleConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.ParallelCluster2InstanceRole';

  constructor(scope: Construct, id: string, props: ParallelCluster2InstanceRoleProps) {
    super(scope, id, byRegionalProps(props, (read, self) => {
      return {
        trust: ec2Trust(),
        features: instancePolicy(Arns.of(self), readInstanceCluster(read)),
        passedTo: EC2_SERVICES,
      };
    }));
  }
}
