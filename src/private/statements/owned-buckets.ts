import { ownedBy } from './conditions';
import { DocumentedStatement, Statements, whenPresent } from './documented-statement';
import { Arns } from '../options/arns';

/** A statement whose resources follow. */
export type WithoutResources = Omit<DocumentedStatement, 'resources' | 'conditions'>;

/**
 * A statement on buckets with names of the vendor, which must belong to the account, and the same statement on buckets
 * of the user, which may belong to another one.
 */
export function onBuckets(
  statement: WithoutResources, arns: Arns, named: readonly string[], ofUser: readonly string[],
): Statements {
  return [
    ...whenPresent(named, resources => ({ ...statement, resources, conditions: ownedBy(arns.account) })),
    ...whenPresent(ofUser, resources => ({ ...statement, sid: `${statement.sid}OfUser`, resources })),
  ];
}
