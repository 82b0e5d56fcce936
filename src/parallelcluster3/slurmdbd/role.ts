import { Construct } from 'constructs';
import { slurmdbdPolicy } from './policy';
import { ParallelClusterSlurmdbdRoleProps } from './props';
import { readSlurmdbd } from './read';
import { Arns } from '../../private/options/arns';
import { byRegionalProps } from '../../private/roles/regional-props';
import { Ec2RoleConstruct } from '../../private/roles/role-construct';
import { EC2_SERVICES, ec2Trust } from '../../private/statements/services';
import { DEFAULT_PATH } from '../cluster/cluster-arns';

/**
 * The role of an instance that runs the Slurm database daemon for several clusters, from 3.10 on.
 *
 * It grants reading the two secrets, writing the logs of the daemon under `/aws/parallelcluster/external-slurmdbd/`,
 * assigning a second address in the subnet, and using the bucket.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/external-slurmdb-accounting.html
 */
export class ParallelClusterSlurmdbdRole extends Ec2RoleConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.ParallelClusterSlurmdbdRole';

  constructor(scope: Construct, id: string, props: ParallelClusterSlurmdbdRoleProps) {
    super(scope, id, byRegionalProps(props, (read, self) => {
      return {
        trust: ec2Trust(),
        features: slurmdbdPolicy(Arns.of(self), readSlurmdbd(read)),
        defaultPath: DEFAULT_PATH,
        passedTo: EC2_SERVICES,
      };
    }));
  }
}
