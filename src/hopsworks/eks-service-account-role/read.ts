import { HopsworksEksServiceAccountRoleProps, HopsworksServiceAccountOptions } from './props';
import { OptionReader } from '../../private/options/reader';
import { ASSUMABLE_ROLE, EKS_CLUSTER, OIDC_PROVIDER } from '../../private/options/things/things';
import { matching } from '../../private/options/validators';
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
      "'serviceAccount' must be set: it is the only one that can assume the role. It can be left out for an " +
        "'existingRole' only, which has its own trust policy",
    );
  }
  return {
    serviceAccount,
    assumableRoles: read.arns('assumableRoles', ASSUMABLE_ROLE),
    // The sessions of an existing role may have tags, too.
    passesTags: serviceAccount === undefined || serviceAccount.podIdentityCluster !== undefined,
    velero: read.struct('velero', readVeleroStorage),
  };
}

function readServiceAccount(read: OptionReader<HopsworksServiceAccountOptions>) {
  const account = {
    namespace: read.required('kubernetesNamespace', NAMESPACE),
    name: read.required('name', NAME),
    oidcProvider: read.thing('oidcProvider', OIDC_PROVIDER)?.object,
    podIdentityCluster: read.thing('podIdentityCluster', EKS_CLUSTER)?.arn,
  };
  if (account.oidcProvider === undefined && account.podIdentityCluster === undefined) {
    read.fail(
      `'${read.pathOf('oidcProvider')}' or '${read.pathOf('podIdentityCluster')}' must be set: service accounts of all ` +
        'clusters have such names',
    );
  }
  return account;
}
