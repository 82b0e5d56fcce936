import { ServiceAccountRole } from './read';
import { PolicyFeature, whenPresent } from '../../private/statements/documented-statement';
import { assumableRolesFeature } from '../cluster/role-chaining';
import { veleroPolicy } from '../cluster/velero';
import { SOURCES } from '../sources';

/** Returns one feature for each kind of work of a service account. */
export function serviceAccountPolicy(
  { assumableRoles, tags, velero }: ServiceAccountRole,
): readonly PolicyFeature[] {
  return [
    { name: 'Velero', statements: whenPresent(velero, veleroPolicy) },
    assumableRolesFeature(assumableRoles, { source: SOURCES.eksRoleChaining, tags }),
  ];
}
