import { Construct } from 'constructs';
import { imageBuilderPolicy } from './builder-policy';
import { ParallelClusterImageBuilderRoleProps } from './builder-props';
import { NO_LOCATIONS } from '../../private/options/reader';
import { unique } from '../../private/options/unique';
import { readAwsPolicies } from '../../private/roles/aws-policies';
import { byRegionalProps } from '../../private/roles/regional-props';
import { Ec2RoleConstruct } from '../../private/roles/role-construct';
import { EC2_SERVICES, ec2Trust } from '../../private/statements/services';
import { clusterArns, DEFAULT_PATH } from '../cluster/cluster-arns';

/**
 * The role of the instance on which EC2 Image Builder builds a custom image: `Build` / `Iam` / `InstanceRole`, or its
 * instance profile as `InstanceProfile`, never both.
 *
 * It grants tagging and sharing AMIs of the Region, and reading the scripts.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam-roles-in-parallelcluster-v3.html
 */
export class ParallelClusterImageBuilderRole extends Ec2RoleConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.ParallelClusterImageBuilderRole';

  constructor(scope: Construct, id: string, props: ParallelClusterImageBuilderRoleProps = {}) {
    super(scope, id, byRegionalProps(props, (read, self) => {
      const scripts = read.struct('scripts', options => {
        const locations = options.locations('locations', 'list the scripts that the build runs');
        return { ...locations, keys: unique([...options.keys('keys'), ...locations.keys]) };
      });
      return {
        trust: ec2Trust(),
        features: imageBuilderPolicy(clusterArns(self), scripts ?? NO_LOCATIONS),
        awsPolicies: readAwsPolicies(read, [
          { option: 'systemsManager', byDefault: true, policies: ['AmazonSSMManagedInstanceCore'] },
          { option: 'imageBuilder', byDefault: true, policies: ['EC2InstanceProfileForImageBuilder'] },
        ]),
        defaultPath: DEFAULT_PATH,
        passedTo: EC2_SERVICES,
      };
    }));
  }
}
