import { PrintedPair } from './documents';
import { Conditions } from '../../src/private/statements/documented-statement';
import { arnsIntersect, globContains, globsIntersect } from '../support/globs';
import { Statement } from '../support/policies';
import { fits, ServiceReference } from '../support/service-reference';

export type Verdict = 'covered' | 'narrowed' | 'dropped';

export interface Judgement<S extends Statement> {
  readonly verdict: Verdict;
  /** For a narrowed pair, the statements that grant parts of it. */
  readonly by: readonly S[];
}

/** Resource types that a page grants only as a side effect of its `*`: it means buckets and their objects. */
const NOT_MEANT = /^(?:accesspoint|accesspointobject)$/;

/** Whether our statements grant all, a part or nothing of what a page grants. */
export function judge<S extends Statement>(
  pair: PrintedPair,
  ours: readonly S[],
  reference: ServiceReference,
): Judgement<S> {
  const isDead = isDeadPair(pair, reference);
  const living = ours.filter(({ Action }) => sharesActions(Action, pair)).map(statement => ({
    statement,
    grant: isDead ? statement : withoutDeadResources(statement, pair, reference),
  }));
  const resources = meaningOf(pair, reference);
  if (resources.every(resource => living.some(({ grant }) => contains(grant, pair, resource)))) {
    return { verdict: 'covered', by: [] };
  }
  const by = living.filter(({ grant }) => resources.some(resource => intersects(grant, pair, resource)));
  return { verdict: by.length > 0 ? 'narrowed' : 'dropped', by: by.map(({ statement }) => statement) };
}

/**
 * Whether the pair grants nothing, as some do on pages with several actions on several resources: ours may repeat it.
 */
function isDeadPair({ action, boundResource }: PrintedPair, reference: ServiceReference): boolean {
  const actions = reference.expand(action);
  return actions.length > 0 && !actions.some(known => fits(known, boundResource));
}

/** Removes resources that the action does not support, such as object ARNs for `s3:ListBucket`. */
function withoutDeadResources(statement: Statement, { action }: PrintedPair, reference: ServiceReference): Statement {
  const actions = reference.expand(action);
  const isAlive = (resource: string) => actions.length === 0 || actions.some(known => fits(known, resource));
  return { ...statement, Resource: statement.Resource.filter(isAlive) };
}

/** The resources that `*` means for an action: all that it supports. */
function meaningOf({ action, boundResource }: PrintedPair, reference: ServiceReference): readonly string[] {
  const types = boundResource === '*' && !action.includes('*')
    ? reference.expand(action).flatMap(({ resourceTypes }) => resourceTypes)
    : [];
  const meant = types.filter(({ name }) => !NOT_MEANT.test(name)).map(({ arn }) => arn.replace(/^arn:\?\*/, 'arn:aws'));
  return meant.length > 0 ? meant : [boundResource];
}

function sharesActions(ours: readonly string[], { action }: PrintedPair): boolean {
  return ours.some(other => globsIntersect(other.toLowerCase(), action.toLowerCase()));
}

function contains({ Action, Resource, Condition = {} }: Statement, pair: PrintedPair, resource: string): boolean {
  return (
    Action.some(action => globContains(action.toLowerCase(), pair.action.toLowerCase())) &&
    Resource.some(ours => globContains(ours, resource)) &&
    every(Condition, (operator, key, values) => isImplied(operator, key, values, pair.conditions))
  );
}

/** Whether a statement on some of the same actions grants a part of the pair. */
function intersects({ Resource, Condition = {} }: Statement, pair: PrintedPair, resource: string): boolean {
  return (
    Resource.some(ours => arnsIntersect(ours, resource)) &&
    every(Condition, (operator, key, values) => !excludes(operator, key, values, pair.conditions))
  );
}

/** Whether every request that meets their conditions also meets one of ours. */
function isImplied(operator: string, key: string, values: readonly string[], theirs: Conditions): boolean {
  return some(theirs, (theirOperator, theirKey, theirValues) =>
    theirKey === key &&
    comparison(theirOperator) === comparison(operator) &&
    (operator.endsWith('IfExists') || !theirOperator.endsWith('IfExists')) &&
    theirValues.every(theirValue => values.some(value => globContains(value, theirValue))),
  );
}

/** Whether no request that meets their conditions can meet one of ours. */
function excludes(operator: string, key: string, values: readonly string[], theirs: Conditions): boolean {
  return some(theirs, (theirOperator, theirKey, theirValues) =>
    theirKey === key &&
    comparison(theirOperator) === comparison(operator) &&
    !(operator.endsWith('IfExists') && theirOperator.endsWith('IfExists')) &&
    !theirValues.some(theirValue => values.some(value => globsIntersect(value, theirValue))),
  );
}

/** The comparison behind an operator, without modifiers. */
function comparison(operator: string): string {
  const plain = operator.replace(/IfExists$/, '').replace(/(^|:)(?:String|Arn)(?:Equals|Like)$/, '$1Text');
  if (!['Text', 'ForAllValues:Text', 'Bool', 'Null'].includes(plain)) {
    throw new Error(`the verdict does not know ${operator}`);
  }
  return plain;
}

type Test = (operator: string, key: string, values: readonly string[]) => boolean;

function every(conditions: Conditions, test: Test): boolean {
  return !some(conditions, (...condition) => !test(...condition));
}

function some(conditions: Conditions, test: Test): boolean {
  return Object.entries(conditions).some(([operator, keys]) =>
    Object.entries(keys).some(([key, values]) => test(operator, key, [values].flat())),
  );
}
