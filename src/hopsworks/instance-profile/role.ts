import { Construct } from 'constructs';
import { instanceProfilePolicy } from './policy';
import { HopsworksInstanceProfileProps } from './props';
import { readCluster } from './read';
import { addToTrustPolicies } from './role-chaining';
import { Arns } from '../../private/options/arns';
import { OptionReader } from '../../private/options/reader';
import { readAwsPolicies } from '../../private/roles/aws-policies';
import { Ec2RoleConstruct } from '../../private/roles/role-construct';
import { EC2_SERVICES, ec2Trust } from '../../private/statements/services';

const SESSION_MANAGER = ['AmazonSSMManagedInstanceCore', 'AmazonSSMPatchAssociation'];

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
  constructor(scope: Construct, id: string, props: HopsworksInstanceProfileProps) {
    super(scope, id, self => {
      const read = OptionReader.of(self, props);
      return {
        read,
        trust: ec2Trust(),
        features: instanceProfilePolicy(Arns.of(self), readCluster(read)),
        awsPolicies: readAwsPolicies(read, [{ option: 'sessionManager', byDefault: false, policies: SESSION_MANAGER }]),
        passedTo: EC2_SERVICES,
      };
    });
    addToTrustPolicies(this, this.role, props);
  }
}
