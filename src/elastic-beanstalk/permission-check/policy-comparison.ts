import { PrintedConditions, printedConditions, PrintedStatement, Selection } from './cli-policy-parser';
import { DocumentedStatement } from '../../private/statements/documented-statement';
import { globContains, globsIntersect } from '../../private/statements/globs';

/** An action on a resource, in the patterns of a statement. */
export interface Pair {
  /** @default - the statement has none */
  readonly sid?: string;
  readonly action: string;
  readonly resource: string;
  readonly conditions: PrintedConditions;
}

export interface Finding extends Pair {
  readonly reason: string;
}

export function pairsOf(statements: readonly DocumentedStatement[]): readonly Pair[] {
  return statements.flatMap(({ sid, actions, resources, conditions = {} }) =>
    actions.flatMap(action =>
      resources.map(resource => ({ sid, action, resource, conditions: printedConditions(conditions) }))));
}

/** Pairs that no single statement grants as a whole. */
export function missingPairs(needed: readonly Pair[], statements: readonly PrintedStatement[]): readonly Finding[] {
  return needed.flatMap(pair => {
    const reason = whyMissing(pair, statements);
    return reason === undefined ? [] : [{ ...pair, reason }];
  });
}

function whyMissing(pair: Pair, statements: readonly PrintedStatement[]): string | undefined {
  const denying = statements.filter(statement => !statement.allows && touches(statement, pair));
  if (denying.length > 0) {
    return denying.some(({ conditions }) => conditions.size === 0) ? 'denied' : 'denied under a condition';
  }
  const granting = statements.filter(statement => statement.allows && covers(statement, pair));
  if (granting.some(({ conditions }) => areMet(conditions, pair.conditions))) {
    return undefined;
  }
  if (granting.length > 0) {
    return 'granted under a condition only';
  }
  return statements.some(statement => statement.allows && touches(statement, pair)) ? 'granted in part' : 'not granted';
}

/** Pairs that statements allow and that are not needed. */
export function pairsBeyond(needed: readonly Pair[], statements: readonly PrintedStatement[]): readonly Finding[] {
  const granted = statements.filter(({ allows }) => allows).flatMap(partsOf);
  return granted
    .filter(part => !isSinglePair(part) || !needed.some(need => contains(need, pairOf(part))))
    .map(part => ({
      ...pairOf(part),
      reason: needed.some(need => touches(part, need)) ? 'more than needed' : 'not needed',
    }));
}

/** Each action of a statement on each resource. */
function partsOf(statement: PrintedStatement): readonly PrintedStatement[] {
  return each(statement.actions).flatMap(actions =>
    each(statement.resources).map(resources => ({ ...statement, actions, resources })));
}

function each({ patterns, isExcept }: Selection): readonly Selection[] {
  return isExcept ? [{ patterns, isExcept }] : patterns.map(pattern => ({ patterns: [pattern], isExcept }));
}

function isSinglePair({ actions, resources }: PrintedStatement): boolean {
  return !actions.isExcept && !resources.isExcept;
}

function pairOf({ sid, actions, resources, conditions }: PrintedStatement): Pair {
  const text = ({ patterns, isExcept }: Selection) => `${isExcept ? 'all but ' : ''}${patterns.join(', ')}`;
  return { sid, action: text(actions), resource: text(resources), conditions };
}

function covers({ actions, resources }: PrintedStatement, { action, resource }: Pair): boolean {
  return selects(actions, action, actionContains, actionsIntersect)
    && selects(resources, resource, resourceContains, resourcesIntersect);
}

function touches({ actions, resources }: PrintedStatement, { action, resource }: Pair): boolean {
  return selects(actions, action, actionsIntersect, actionContains)
    && selects(resources, resource, resourcesIntersect, resourceContains);
}

type Compare = (outer: string, inner: string) => boolean;

function selects({ patterns, isExcept }: Selection, text: string, included: Compare, excluded: Compare): boolean {
  return isExcept
    ? !patterns.some(pattern => excluded(pattern, text))
    : patterns.some(pattern => included(pattern, text));
}

function contains(need: Pair, pair: Pair): boolean {
  return actionContains(need.action, pair.action)
    && resourceContains(need.resource, pair.resource)
    && areMet(need.conditions, pair.conditions);
}

/** Whether a request that meets the given conditions also meets the others. */
function areMet(conditions: PrintedConditions, given: PrintedConditions): boolean {
  return [...conditions].every(([key, values]) =>
    given.get(key)?.every(text => values.some(value => globContains(value, text))) ?? false);
}

const actionContains: Compare = (outer, inner) => globContains(outer.toLowerCase(), inner.toLowerCase());
const actionsIntersect: Compare = (one, other) => globsIntersect(one.toLowerCase(), other.toLowerCase());
const resourceContains: Compare = (outer, inner) => everyPart(outer, inner, globContains);
const resourcesIntersect: Compare = (one, other) => everyPart(one, other, globsIntersect);

/** A wildcard matches no colon between the parts of an ARN. An ARN that ends early matches all that may follow. */
function everyPart(one: string, other: string, compare: Compare): boolean {
  if (one === '*' || other === '*') {
    return compare(one, other);
  }
  const [ours, theirs] = [parts(one), parts(other)];
  return ours.every((part, index) => compare(part, theirs[index]));
}

function parts(arn: string): readonly string[] {
  const all = arn.split(':');
  return [...Array.from({ length: 5 }, (_, index) => all[index] ?? '*'), all.length > 5 ? all.slice(5).join(':') : '*'];
}
