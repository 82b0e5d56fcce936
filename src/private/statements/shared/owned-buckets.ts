import { DocumentedStatement, Statements, whenPresent } from '../documented-statement';

// ARNs of buckets have no account: a bucket with a name of the vendor may belong to another one.

/** A statement whose resources follow. */
export type WithoutResources = Omit<DocumentedStatement, 'resources' | 'conditions'>;

const OWNED = "only in buckets of this account, since others may take the vendor's names";

/** Limits a statement to the buckets of an account, unless any may own them. */
export function ownedBy<T extends DocumentedStatement>(account: string | undefined, statement: T): T {
  return account === undefined ? statement : {
    ...statement,
    note: statement.note === undefined ? `narrowed: ${OWNED}` : `${statement.note}; ${OWNED}`,
    conditions: { StringEquals: { 'aws:ResourceAccount': account } },
  };
}

/** A statement on buckets with names of the vendor, and the same on those of the user, which any account may own. */
export function onBuckets(
  statement: WithoutResources, account: string, named: readonly string[], ofUser: readonly string[],
): Statements {
  return [
    ...whenPresent(named, resources => ownedBy(account, { ...statement, resources })),
    ...whenPresent(ofUser, resources => ({ ...statement, sid: `${statement.sid}OfUser`, resources })),
  ];
}
