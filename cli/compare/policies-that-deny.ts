import names from '../facts/policies-that-deny.json';
import { AttachedPolicy, Review } from '../review/model';

/** The AWS managed policies with a statement that denies. */
const OF_AWS: ReadonlySet<string> = new Set(names);

/** Whether an attached policy may deny something, so that more is allowed without it. */
export function mayDenySomething({ owner, name, subject }: AttachedPolicy, { subjects }: Review): boolean {
  const statements = subjects.find(({ id }) => id === subject)?.statements;
  return owner === 'aws' ? OF_AWS.has(name)
    : statements === undefined || statements.some(({ effect }) => effect === 'Deny');
}
