import { Denial, principalOf } from './denial';
import { subjectsNamed } from './role-names';
import { globContains, globsIntersect } from '../../src/private/statements/globs';
import { Review, Selection, StatementReview, Subject } from '../review/model';

// Whether a role of an app should already have a permission.

export type AppVerdict =
  /** No role of the app has the name. */
  | 'not found'
  | 'denied'
  /** A statement allows it: something else denies it. */
  | 'allowed'
  /** A statement allows it, if its conditions are met or what is known at the deployment only is the resource. */
  | 'possible'
  /** Statements allow the action on other resources. */
  | 'other resources'
  /** No statement that the review shows allows it, and attached policies that it does not show may do so. */
  | 'attached'
  | 'missing';

export interface RoleInApp {
  readonly verdict: AppVerdict;
  /** The path of the construct. */
  readonly subject?: string;
  /** Others that may have the same name, in other stacks: the message does not say which one it is. */
  readonly others?: readonly string[];
  /** The class of the construct of this library that made it. */
  readonly construct?: string;
  /** The statements that the verdict is about. */
  readonly statements: readonly StatementReview[];
  /** Attached policies whose statements are not in the app. */
  readonly attached?: readonly string[];
  /** Statements that deny it if their conditions are met, or on a resource that is known at the deployment only. */
  readonly mayDeny?: readonly StatementReview[];
  readonly boundary?: string;
  /** The region of the role's stack, if it is not that of the resource. */
  readonly otherRegion?: string;
}

/** The role of the message in the app; nothing if the message names no role. */
export function roleInApp(denial: Denial, review: Review): RoleInApp | undefined {
  const principal = principalOf(denial.principal);
  if (!principal) {
    return undefined;
  }
  const { isRole, ...wanted } = principal;
  const [subject, ...others] = subjectsNamed(review, { ...wanted, kind: isRole ? 'role' : 'user' });
  if (!subject) {
    return { verdict: 'not found', statements: [] };
  }
  const { shown, attached } = attachedTo(subject, review);
  const found = verdictOf([...subject.statements, ...shown], denial);
  return {
    ...found,
    verdict: found.verdict === 'missing' && attached.length > 0 ? 'attached' : found.verdict,
    attached: ['missing', 'other resources'].includes(found.verdict) && attached.length > 0 ? attached : undefined,
    subject: subject.id,
    ...(others.length > 0 && { others: others.map(({ id }) => id) }),
    construct: subject.construct?.name,
    boundary: subject.boundary?.policy,
    otherRegion: otherRegionOf(denial, subject, review),
  };
}

/** The statements of attached policies that the app has, and the names of other policies. */
function attachedTo(
  { attached }: Subject, { subjects }: Review,
): { readonly shown: readonly StatementReview[]; readonly attached: readonly string[] } {
  const found = attached.map(({ name, subject }) =>
    ({ name, policy: subjects.find(({ id, kind }) => id === subject && kind === 'policy') }));
  return {
    shown: found.flatMap(({ policy }) => policy?.statements ?? []),
    attached: found.filter(({ policy }) => policy === undefined).map(({ name }) => name),
  };
}

function verdictOf(
  statements: readonly StatementReview[], { action = '', resource }: Denial,
): Pick<RoleInApp, 'verdict' | 'statements' | 'mayDeny'> {
  const onAction = statements.filter(({ actions }) => matches(actions, action.toLowerCase(), true) !== 'no');
  const at = (statement: StatementReview) => resource === undefined ? 'maybe' : matches(statement.resources, resource, false);
  const isCertain = (statement: StatementReview) =>
    at(statement) === 'yes' && statement.conditions.length === 0 && statement.onlyIf === undefined;
  const [allows, denies] = ['Allow', 'Deny'].map(wanted => onAction.filter(({ effect }) => effect === wanted));
  const found: readonly (readonly [AppVerdict, readonly StatementReview[]])[] = [
    ['denied', denies.filter(isCertain)],
    ['allowed', allows.filter(isCertain)],
    ['possible', allows.filter(statement => at(statement) !== 'no')],
    ['other resources', allows],
  ];
  const [verdict, relevant] = found.find(([, some]) => some.length > 0) ?? ['missing' as const, []];
  const mayDeny = denies.filter(statement => !isCertain(statement) && at(statement) !== 'no');
  return { verdict, statements: relevant, ...(mayDeny.length > 0 && { mayDeny }) };
}

type Match = 'yes' | 'maybe' | 'no';

/** What is known at the deployment only may have any value. */
function matches({ isExcept, items }: Selection, text: string, ignoresCase: boolean): Match {
  const each = items.map(({ text: pattern }): Match => {
    const known = ignoresCase ? pattern.toLowerCase() : pattern;
    return globContains(known, text) ? 'yes' : globsIntersect(known.replace(/\$\{[^}]*\}/g, '*'), text) ? 'maybe' : 'no';
  });
  const best = each.includes('yes') ? 'yes' : each.includes('maybe') ? 'maybe' : 'no';
  return !isExcept || best === 'maybe' ? best : best === 'yes' ? 'no' : 'yes';
}

function otherRegionOf({ resource = '' }: Denial, { stack }: Subject, { stacks }: Review): string | undefined {
  const environment = stacks.find(({ name }) => name === stack)?.environment;
  const [region, ofResource] = [environment?.split('/').pop(), resource.split(':')[3]];
  return region && ofResource && !/unknown/.test(region) && region !== ofResource ? region : undefined;
}
