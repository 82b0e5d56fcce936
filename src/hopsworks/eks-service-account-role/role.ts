import { Construct } from 'constructs';
import { serviceAccountPolicy } from './policy';
import { HopsworksEksServiceAccountRoleProps } from './props';
import { readServiceAccountRole } from './read';
import { podTrust } from '../../private/roles/pod-trust';
import { byRegionalProps } from '../../private/roles/regional-props';
import { RoleConstruct } from '../../private/roles/role-construct';
import { POD_SERVICE } from '../../private/statements/services';
import { SessionTags } from '../../private/statements/shared/pods';
import { addToTrustPolicies } from '../cluster/role-chaining';

/**
 * The role of one Kubernetes service account of a cluster that Hopsworks runs on: of the Hopsworks instance, which
 * assumes the roles of projects, or of Velero, which backs up Kubernetes objects. Create a role for each service
 * account. Nodes and other pods don't have its permissions.
 *
 * `grantPass()` is for callers who create an association of EKS Pod Identity.
 *
 * @see https://docs.hopsworks.ai/latest/setup_installation/admin/roleChaining
 */
export class HopsworksEksServiceAccountRole extends RoleConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.HopsworksEksServiceAccountRole';

  constructor(scope: Construct, id: string, props: HopsworksEksServiceAccountRoleProps) {
    let given = props;
    let tags: SessionTags | undefined;
    super(scope, id, byRegionalProps(props, (read, self) => {
      const options = readServiceAccountRole(read);
      const { serviceAccount } = options;
      ({ options: given } = read);
      ({ tags } = options);
      return {
        ...podTrust(self, serviceAccount),
        trustOptions: serviceAccount ? ['serviceAccount'] : [],
        features: serviceAccountPolicy(options),
        passedTo: [POD_SERVICE],
      };
    }));
    addToTrustPolicies(this, this.role, given, { tags });
  }
}
