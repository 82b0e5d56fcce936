import { HopsworksEksServiceAccountRoleProps, HopsworksServiceAccountOptions } from './props';
import { OptionReader } from '../../private/options/reader';
import { roleInApp } from '../../private/options/things/resources';
import { ASSUMABLE_ROLE, EKS_CLUSTER, OIDC_PROVIDER } from '../../private/options/things/things';
import { matching } from '../../private/options/validators';
import { POD_SERVICE } from '../../private/statements/services';
import { SessionTags } from '../../private/statements/shared/pods';
import { trusts } from '../../private/synthesis/trust-check';
import { readVeleroStorage } from '../cluster/velero';

export type ServiceAccountRole = ReturnType<typeof readServiceAccountRole>;

const NAMESPACE = matching('a Kubernetes namespace: 1 to 63 lower-case letters, digits and -',
  /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, /[a-z0-9-]/);
const NAME = matching('the name of a Kubernetes service account: lower-case letters, digits, - and .',
  /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/, /[a-z0-9.-]/);

/** Reads and checks the options of the role of a service account. */
export function readServiceAccountRole(read: OptionReader<HopsworksEksServiceAccountRoleProps>) {
  const serviceAccount = read.struct('serviceAccount', readServiceAccount);
  if (serviceAccount === undefined && !read.has('existingRole')) {
    read.fail(
      "'serviceAccount' must be set: set the service account that assumes the role, with 'oidcProvider' (IAM roles for " +
        "service accounts) or 'podIdentityCluster' (EKS Pod Identity). Leave it out only with an 'existingRole', which " +
        'has its own trust policy',
    );
  }
  return {
    serviceAccount,
    assumableRoles: read.arns('assumableRoles', ASSUMABLE_ROLE),
    tags: serviceAccount ? serviceAccount.tags : tagsOfExisting(read),
    velero: read.struct('velero', readVeleroStorage),
  };
}

/** An existing role may trust pods of any cluster. Nobody knows whether an unknown import trusts EKS Pod Identity. */
function tagsOfExisting(read: OptionReader<HopsworksEksServiceAccountRoleProps>): SessionTags | undefined {
  const { object: role } = read.thing('existingRole', ASSUMABLE_ROLE)!;
  return trusts(roleInApp(role), POD_SERVICE) === false ? undefined : {};
}

function readServiceAccount(read: OptionReader<HopsworksServiceAccountOptions>) {
  const [namespace, name] = [read.required('kubernetesNamespace', NAMESPACE), read.required('name', NAME)];
  const cluster = read.thing('podIdentityCluster', EKS_CLUSTER);
  const account = {
    namespace,
    name,
    oidcProvider: read.thing('oidcProvider', OIDC_PROVIDER)?.object,
    podIdentityCluster: cluster?.arn,
    tags: cluster && {
      'eks-cluster-arn': cluster.arn,
      'eks-cluster-name': cluster.object.clusterRef.clusterName,
      'kubernetes-namespace': namespace,
      'kubernetes-service-account': name,
    },
  };
  if (account.oidcProvider === undefined && account.podIdentityCluster === undefined) {
    read.fail(
      `set '${read.pathOf('oidcProvider')}' (IAM roles for service accounts) or '${read.pathOf('podIdentityCluster')}' ` +
        '(EKS Pod Identity): without a cluster, the role would trust this service account in every cluster',
    );
  }
  return account;
}
