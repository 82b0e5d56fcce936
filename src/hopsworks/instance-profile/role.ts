import { Construct } from 'constructs';
import { instanceProfilePolicy } from './policy';
import { HopsworksInstanceProfileProps } from './props';
import { readCluster } from './read';
import { Arns } from '../../private/options/arns';
import { readAwsPolicies } from '../../private/roles/aws-policies';
import { byRegionalProps } from '../../private/roles/regional-props';
import { Ec2RoleConstruct } from '../../private/roles/role-construct';
import { EC2_SERVICES, ec2Trust } from '../../private/statements/services';
import { addToTrustPolicies } from '../cluster/role-chaining';

const SYSTEMS_MANAGER = ['AmazonSSMManagedInstanceCore', 'AmazonSSMPatchAssociation'];

/**
 * The role and the instance profile of a managed Hopsworks cluster on EC2, up to 3.9. Newer versions run on EKS: see
 * `HopsworksEksNodeRole`.
 *
 * It grants the permissions of the bucket with backups and of the container registries by default, and those of
 * CloudWatch, EKS and role chaining if their options are set.
 *
 * @see https://docs.hopsworks.ai/3.9/setup_installation/aws/getting_started
 */
export class HopsworksInstanceProfile extends Ec2RoleConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.HopsworksInstanceProfile';

  constructor(scope: Construct, id: string, props: HopsworksInstanceProfileProps) {
    let given = props;
    super(scope, id, byRegionalProps(props, (read, self) => {
      given = read.options;
      return {
        trust: ec2Trust(),
        features: instanceProfilePolicy(Arns.of(self), readCluster(read)),
        awsPolicies: readAwsPolicies(read, [{ option: 'systemsManager', byDefault: false, policies: SYSTEMS_MANAGER }]),
        passedTo: EC2_SERVICES,
      };
    }));
    addToTrustPolicies(this, this.role, given, {});
  }
}
