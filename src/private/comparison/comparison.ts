import { outcomeOf } from './conditions';
import { Place } from './facts';
import { Need, Needed, needsOf, requestsFor, spelledNeeds } from './needed';
import { actionPatternOf, resourceContains, Variables } from './patterns';
import { PolicyStatement, Selection, statementsIn } from './policy-statement';
import { PrintedRole } from './printed/printed-role';
import { denialOf, nameOf, Pair, Refusal, shareOf, textOfSelection, Verdict, verdictOf } from './verdict';
import { unique } from '../options/unique';
import { globContains } from '../statements/globs';

/** An action on a resource that a role lacks, or has beyond its needs. */
export interface Finding {
  /** @default - the statement has none */
  readonly sid?: string;
  readonly action: string;
  readonly resource: string;
  readonly reason: string;
  /** @default - the reason says all */
  readonly details?: string;
  /** Whether the platform was seen to need it. */
  readonly required: boolean;
}

export interface Comparison {
  /** What the role lacks for certain. */
  readonly missing: readonly Finding[];
  /** What can't be decided. */
  readonly unclear: readonly Finding[];
  readonly beyond: readonly Finding[];
  /** The ARNs of managed policies that are needed, and of which the documents don't show that the role has them. */
  readonly notAttached: readonly string[];
  /** Policies that the documents name only. */
  readonly notPrinted: readonly string[];
  /** Whether the documents have every policy of the role that is not needed itself, and its boundary. */
  readonly isPrinted: boolean;
}

/** Compares what a role has with what it needs. */
export function compare(needed: Needed, printed: PrintedRole): Comparison {
  const { statements, policies } = needed;
  const { variables, notPrinted, attached } = printed;
  const unseen = unseenBoundary(printed);
  const needs = needsOf(statements, variables);
  const others = statementsIn({ Version: '2012-10-17', Statement: needed.others }, 'a needed statement', variables);
  const lacking = [
    ...needs.flatMap(need => lackOf(need, needed, printed)),
    ...policies.filter(policy => attached.includes(policy)).flatMap(policy => refusedOf(policy, needed, printed)),
  ];
  const wholes = others.filter(({ allows }) => allows);
  return {
    missing: lacking.filter(({ kind }) => kind !== 'unclear').map(({ finding }) => finding),
    unclear: [
      ...lacking.filter(({ kind }) => kind === 'unclear').map(({ finding }) => finding),
      ...wholes.flatMap(whole => incomparable(whole, printed)),
    ],
    beyond: beyondOf([...needs, ...spelledNeeds(needs)], others, needed, printed),
    notAttached: policies.filter(policy => !attached.includes(policy)),
    notPrinted: unique([...notPrinted, ...unseen]),
    isPrinted: unseen.length === 0 && notPrinted.every(policy => policies.includes(policy)),
  };
}

interface Lack {
  readonly kind: Refusal['kind'];
  readonly finding: Finding;
}

function lackOf(need: Need, needed: Needed, printed: PrintedRole): readonly Lack[] {
  const { statement: { sid, seen }, action, resource } = need;
  const decide = (called: string) => decided(pairOf(called, need, needed, printed), needed, printed);
  const verdict = decide(action.glob);
  if (verdict.kind === 'granted') {
    return [];
  }
  const { kind, reason, details } = verdict;
  const required = seen === undefined
    || seen.map(called => actionPatternOf(called).glob)
      .some(called => globContains(action.glob, called) && decide(called).kind !== 'granted');
  return [{ kind, finding: { sid, action: action.text, resource: resource.text, reason, details, required } }];
}

function pairOf(
  action: string, need: Omit<Need, 'action'>, { place }: Needed, { variables }: PrintedRole,
): Pair {
  const { resource: { glob: resource }, conditions } = need;
  return { action, resource, requests: requestsFor(action, resource, conditions, need, place, variables) };
}

/** The policies of the role must allow it, and nothing else may deny it. */
function decided(pair: Pair, needed: Needed, printed: PrintedRole): Verdict {
  const verdict = verdictOf(printed.statements, pair);
  if (verdict.kind === 'granted') {
    return limitOf(pair, needed, printed) ?? verdict;
  }
  return verdict.kind === 'lacking' && printed.notPrinted.length > 0
    ? { ...verdict, kind: 'unclear', reason: `${verdict.reason} by what is printed` } : verdict;
}

/** What keeps a role from a permission that its policies grant, or may do so. */
function limitOf(pair: Pair, needed: Needed, printed: PrintedRole): Refusal | undefined {
  const { boundary } = printed;
  const [hidden] = hiddenIn(needed, printed);
  if (boundary?.statements) {
    const within = verdictOf(boundary.statements, pair);
    if (within.kind !== 'granted') {
      return { ...within, reason: `${within.reason} by the permissions boundary` };
    }
  }
  return hidden === undefined ? undefined
    : { kind: 'unclear', reason: 'may be denied', details: `by ${hidden}, which is not printed` };
}

/** What may deny anything, since it is not printed. Needed policies may do so for the construct, too. */
function hiddenIn({ policies }: Needed, printed: PrintedRole): readonly string[] {
  return [
    ...unseenBoundary(printed).map(arn => `the permissions boundary ${arn}`),
    ...printed.notPrinted.filter(policy => !policies.includes(policy) && !OF_AWS.test(policy)),
  ];
}

function unseenBoundary({ boundary }: PrintedRole): readonly string[] {
  return boundary === undefined || boundary.statements ? [] : [boundary.arn];
}

/** Nearly all of them only allow. */
const OF_AWS = /^arn:[^:]*:iam::aws:policy\//;

/** What a needed policy allows, and the role may be denied. */
function refusedOf(policy: string, needed: Needed, printed: PrintedRole): readonly Lack[] {
  const own = printed.statements.filter(statement => statement.policy === policy);
  return own.length === 0 ? refusedUnseen(policy, needed, printed)
    : own.filter(({ allows }) => allows).flatMap(partsOf).flatMap(part => {
      const { actions: { patterns: [action] }, resources: { patterns: [resource] }, conditions } = part;
      const pair = pairOf(
        part.actions.isExcept ? '*' : action.glob,
        { statement: NO_STATEMENT, resource: part.resources.isExcept ? EVERY : resource, conditions }, needed, printed,
      );
      const refusal = denialOf(printed.statements, pair) ?? limitOf(pair, needed, printed);
      return refusal === undefined ? [] : [{
        kind: refusal.kind,
        finding: { ...describe(part), reason: refusal.reason, details: refusal.details, required: true },
      }];
    });
}

const EVERY = { text: '*', glob: '*' };
const NO_STATEMENT = { actions: [], resources: [] };

function refusedUnseen(policy: string, needed: Needed, printed: PrintedRole): readonly Lack[] {
  const deny = printed.statements.find(({ allows }) => !allows);
  const [limit] = [
    ...(deny === undefined ? [] : [nameOf(deny)]),
    ...(printed.boundary ? [`the permissions boundary ${printed.boundary.arn}`] : []),
    ...hiddenIn(needed, printed),
  ];
  return limit === undefined ? [] : [{
    kind: 'unclear',
    finding: {
      action: '*', resource: '*', reason: 'may be denied', details: `by ${limit}: ${policy} is not printed`, required: true,
    },
  }];
}

function beyondOf(
  needs: readonly Need[], others: readonly PolicyStatement[], needed: Needed, printed: PrintedRole,
): readonly Finding[] {
  const allowed = printed.statements.filter(({ allows, policy }) =>
    allows && !(policy !== undefined && needed.policies.includes(policy)));
  return [
    ...allowed.filter(statement => !others.some(other => isSame(other, statement)))
      .flatMap(partsOf).flatMap(part => excessOf(part, needs, needed, printed)),
    ...others.filter(other => !other.allows && !printed.statements.some(statement => isSame(statement, other)))
      .map(other => ({ ...describe(other), reason: 'not denied', required: false })),
  ];
}

function incomparable(other: PolicyStatement, { statements }: PrintedRole): readonly Finding[] {
  return statements.some(statement => isSame(statement, other)) ? []
    : [{ ...describe(other), reason: 'can only be compared as a whole', required: true }];
}

/** Each action of a statement on each resource. */
function partsOf(statement: PolicyStatement): readonly PolicyStatement[] {
  return each(statement.actions).flatMap(actions =>
    each(statement.resources).map(resources => ({ ...statement, actions, resources })));
}

function each({ patterns, isExcept }: Selection): readonly Selection[] {
  return isExcept ? [{ patterns, isExcept }] : patterns.map(pattern => ({ patterns: [pattern], isExcept }));
}

/** What a part of a statement allows beyond the needs. */
function excessOf(
  part: PolicyStatement, needs: readonly Need[], needed: Needed, printed: PrintedRole,
): readonly Finding[] {
  if (needs.some(need => isNeeded(part, need, needed.place, printed.variables))) {
    return [];
  }
  const touches = needs.some(need => shareOf(part, pairOf(need.action.glob, need, needed, printed)) !== 'none');
  return [{ ...describe(part), reason: touches ? 'more than needed' : 'not needed', required: false }];
}

function isNeeded(part: PolicyStatement, need: Need, place: Place, variables: Variables): boolean {
  const { actions: { patterns: [action] }, resources: { patterns: [resource] }, conditions } = part;
  return !part.actions.isExcept && !part.resources.isExcept
    && globContains(need.action.glob, action.glob)
    && (need.resource.glob === resource.glob || resourceContains(need.resource.glob, resource.glob, action.glob))
    && outcomeOf(need.conditions, requestsFor(action.glob, resource.glob, conditions, need, place, variables), false)
      .outcome === 'always';
}

function describe({ sid, actions, resources }: PolicyStatement): Pick<Finding, 'sid' | 'action' | 'resource'> {
  return { sid, action: textOfSelection(actions, Infinity), resource: textOfSelection(resources, Infinity) };
}

function isSame(one: PolicyStatement, other: PolicyStatement): boolean {
  const [left, right] = [one, other].map(({ allows, actions, resources, conditions }) => JSON.stringify(
    [allows, actions, resources, conditions.map(({ operator, key, values }) => [operator, key, values])]));
  return left === right;
}
