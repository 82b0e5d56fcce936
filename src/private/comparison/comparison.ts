import { outcomeOf } from './conditions';
import { Place } from './facts';
import { Need, Needed, needsOf, requestsFor, spelledNeeds } from './needed';
import { actionPatternOf, resourceContains, Variables } from './patterns';
import { PolicyStatement, Selection, statementsIn } from './policy-statement';
import { PrintedRole } from './printed/printed-role';
import { Pair, shareOf, textOfSelection, Verdict, verdictOf } from './verdict';
import { unique } from '../options/reader';
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
}

/** Compares what a role has with what it needs. */
export function compare(needed: Needed, printed: PrintedRole): Comparison {
  const { statements, policies } = needed;
  const { variables, notPrinted, attached } = printed;
  const needs = needsOf(statements, variables);
  const others = statementsIn({ Version: '2012-10-17', Statement: needed.others }, 'a needed statement', variables);
  const lacking = needs.flatMap(need => lackOf(need, needed, printed));
  const allowed = printed.statements.filter(({ allows, policy }) =>
    allows && !(policy !== undefined && policies.includes(policy)));
  const spelled = [...needs, ...spelledNeeds(needs)];
  const ofKind = (kind: Lack['kind']) => lacking.filter(lack => lack.kind === kind).map(({ finding }) => finding);
  const wholes = others.filter(({ allows }) => allows);
  return {
    missing: ofKind('missing'),
    unclear: [...ofKind('unclear'), ...wholes.flatMap(whole => incomparable(whole, printed))],
    beyond: [
      ...allowed.filter(statement => !others.some(other => isSame(other, statement)))
        .flatMap(partsOf).flatMap(part => excessOf(part, spelled, needed, printed)),
      ...others.filter(other => !other.allows && !printed.statements.some(statement => isSame(statement, other)))
        .map(other => ({ ...describe(other), reason: 'not denied', required: false })),
    ],
    notAttached: policies.filter(policy => !attached.includes(policy)),
    notPrinted: unique(notPrinted),
  };
}

interface Lack {
  readonly kind: 'missing' | 'unclear';
  readonly finding: Finding;
}

function lackOf(need: Need, { place }: Needed, printed: PrintedRole): readonly Lack[] {
  const { statement: { sid, seen }, action, resource, conditions } = need;
  const decide = (called: string) => decided({
    action: called,
    resource: resource.glob,
    requests: requestsFor(called, resource.glob, conditions, place, printed.variables),
  }, printed);
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

/** Both the policies of the role and its boundary must allow it. */
function decided(pair: Pair, { statements, boundary, notPrinted }: PrintedRole): Verdict {
  const verdict = verdictOf(statements, pair);
  if (verdict.kind === 'granted') {
    const within = boundary ? verdictOf(boundary, pair) : verdict;
    return within.kind === 'granted' ? within : { ...within, reason: `${within.reason} by the permissions boundary` };
  }
  return verdict.kind === 'missing' && !verdict.reason.startsWith('denied') && notPrinted.length > 0
    ? { ...verdict, kind: 'unclear', reason: `${verdict.reason} by what is printed` } : verdict;
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
  part: PolicyStatement, needs: readonly Need[], { place }: Needed, { variables }: PrintedRole,
): readonly Finding[] {
  if (needs.some(need => isWithin(part, need, place, variables))) {
    return [];
  }
  const touches = needs.some(({ action, resource, conditions }) => shareOf(part, {
    action: action.glob,
    resource: resource.glob,
    requests: requestsFor(action.glob, resource.glob, conditions, place, variables),
  }) !== 'none');
  return [{ ...describe(part), reason: touches ? 'more than needed' : 'not needed', required: false }];
}

function isWithin(part: PolicyStatement, need: Need, place: Place, variables: Variables): boolean {
  const { actions: { patterns: [action] }, resources: { patterns: [resource] }, conditions } = part;
  return !part.actions.isExcept && !part.resources.isExcept
    && globContains(need.action.glob, action.glob)
    && (need.resource.glob === resource.glob || resourceContains(need.resource.glob, resource.glob, action.glob))
    && outcomeOf(need.conditions, requestsFor(action.glob, resource.glob, conditions, place, variables), false)
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
