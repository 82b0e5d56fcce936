import { managedPolicies } from '../../test/support/managed-policies';

/** The AWS managed policies that deny something. Nobody can attach those of service-linked roles. */
export function policiesThatDeny(): readonly string[] {
  return [...managedPolicies()]
    .filter(([name, document]) => !name.startsWith('aws-service-role/') && /"Effect":"Deny"/.test(JSON.stringify(document)))
    .map(([name]) => name.replace(/^.*\//, ''))
    .sort();
}
