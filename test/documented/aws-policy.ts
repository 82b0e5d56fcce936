import { VendorDocument } from './documents';
import { Json } from '../support/fold';
import { managedPolicyVersion } from '../support/managed-policies';
import { statementsOf } from '../support/policies';

/** A version of an AWS managed policy as a vendor document. Its ARNs are for every partition. */
export function awsPolicyDocument(id: string, name: string, version: string): VendorDocument {
  const printed = JSON.stringify(managedPolicyVersion(name, version)).replaceAll('arn:aws:', 'arn:${Partition}:');
  return {
    id,
    section: `${name.split('/').slice(-1)[0]} ${version}`,
    kind: 'permissions',
    repairs: [],
    statements: statementsOf(JSON.parse(printed) as Json).map(({ Action, Resource, Condition }) =>
      ({ actions: Action, resources: Resource, conditions: Condition })),
  };
}
