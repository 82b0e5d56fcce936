import { literalPatternOf, Pattern, patternOf, Variables } from './patterns';
import {
  areDisjoint, arnSet, asKindOf, dateOf, foldedSet, networkSet, numberOf, rangeSet, setContains, textSet, ValueSet,
} from './value-sets';

/** A key of a condition, with its operator. */
export interface Condition {
  /** The operator as the statement has it. */
  readonly operator: string;
  readonly qualifier: '' | 'ForAllValues' | 'ForAnyValue';
  /** @default - an operator that this library does not know */
  readonly base?: string;
  readonly isNegated: boolean;
  readonly ifExists: boolean;
  /** The key as the statement has it. */
  readonly name: string;
  /** The key in lower case: IAM ignores its case. */
  readonly key: string;
  readonly values: readonly Pattern[];
  readonly sets: readonly ValueSet[];
}

/** What is known of the requests that a condition is evaluated for. */
export interface Requests {
  /** Conditions that all of them meet. */
  readonly conditions: readonly Condition[];
  /** Keys of one value that all of them have, by name in lower case, with the values they may have. */
  readonly facts: ReadonlyMap<string, readonly ValueSet[]>;
}

/** Whether a condition holds for all requests, for none, for some and not for others, or nobody knows. */
export type Outcome = 'always' | 'never' | 'part' | 'unknown';

type ToSet = (text: string, variables: Variables | undefined) => ValueSet;

const literal: ToSet = (text, variables) => textSet(literalPatternOf(text, variables));
const folded: ToSet = (text, variables) => foldedSet(literalPatternOf(text, variables));
const like: ToSet = (text, variables) => textSet(patternOf(text, variables));
const arn: ToSet = (text, variables) => arnSet(patternOf(text, variables));

const COMPARISONS = ['Equals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'];

const ranges = (prefix: string, parse: (text: string) => number): Readonly<Record<string, ToSet>> =>
  Object.fromEntries(COMPARISONS.map(comparison => [`${prefix}${comparison}`, text => rangeSet(parse(text), comparison)]));

/** The values that an operator matches. Negated operators are those with `Not` in their names. */
const OPERATORS: Readonly<Record<string, ToSet>> = {
  ...ranges('Numeric', numberOf),
  ...ranges('Date', dateOf),
  StringEquals: literal,
  StringEqualsIgnoreCase: folded,
  StringLike: like,
  ArnEquals: arn,
  ArnLike: arn,
  Bool: folded,
  BinaryEquals: literal,
  IpAddress: networkSet,
  Null: folded,
};

const NEGATED: ReadonlySet<string> = new Set([
  'StringNotEquals', 'StringNotEqualsIgnoreCase', 'StringNotLike', 'ArnNotEquals', 'ArnNotLike', 'NumericNotEquals',
  'DateNotEquals', 'NotIpAddress',
]);

export function conditionsOf(
  conditions: Readonly<Record<string, object>>, variables: Variables | undefined,
): readonly Condition[] {
  return Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) =>
      conditionOf(operator, key, [values as unknown].flat().map(String), variables)));
}

function conditionOf(
  operator: string, key: string, values: readonly string[], variables: Variables | undefined,
): Condition {
  const [, qualifier = '', plain = '', ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  const isNegated = NEGATED.has(plain);
  const base = isNegated ? plain.replace('Not', '') : plain;
  const isKnown = Object.hasOwn(OPERATORS, base);
  return {
    operator,
    qualifier: qualifier as Condition['qualifier'],
    base: isKnown ? base : undefined,
    isNegated,
    ifExists: ifExists !== undefined,
    name: key,
    key: key.toLowerCase(),
    values: values.map(value => patternOf(value, variables)),
    sets: isKnown ? values.map(value => OPERATORS[base](value, variables)) : [],
  };
}

/** The condition in words: `StringEquals aws:SourceVpc vpc-1`. */
export function textOf({ operator, name, values }: Condition): string {
  return `${operator} ${name} ${values.map(({ text }) => text).join(', ')}`;
}

/** Whether all conditions of a statement hold, and the first of which that is not certain. */
export function outcomeOf(
  conditions: readonly Condition[], requests: Requests, isDeny: boolean,
): { readonly outcome: Outcome; readonly open?: Condition } {
  const outcomes = conditions.map(open => ({ open, outcome: outcomeOfOne(open, requests, isDeny) }));
  return (['never', 'unknown', 'part'] as const).flatMap(wanted => outcomes.filter(({ outcome }) => outcome === wanted))[0]
    ?? { outcome: 'always' };
}

function outcomeOfOne(condition: Condition, requests: Requests, isDeny: boolean): Outcome {
  if (requests.conditions.some(given => implies(given, condition))) {
    return 'always';
  }
  const { base, key, qualifier } = condition;
  const presence = presenceOf(key, requests);
  if (base === 'Null') {
    return outcomeOfNull(condition, presence);
  }
  if (base === undefined) {
    return 'unknown';
  }
  if (presence === 'no') {
    return holdsWithoutKey(condition) ? 'always' : 'never';
  }
  const known = knownValues(key, requests);
  if (known === undefined || (qualifier !== '' && !requests.facts.has(key))) {
    return 'unknown';
  }
  // If the key has a list of values, the given condition says only that one of them matches. The others may match, too.
  const matched = match(condition, known, isDeny);
  const certain = hasOneValue(key) || matched === 'always' ? matched : 'unknown';
  return withPresence(condition.isNegated ? NEGATION[certain] : certain, presence, condition);
}

/** Keys of which a request has one value. Others may be lists. */
const OF_ONE_VALUE: ReadonlySet<string> = new Set([
  'cloudwatch:namespace', 'ec2:createaction', 'ecs:cluster', 'ecs:createaction', 'iam:awsservicename',
  'iam:passedtoservice', 'iam:permissionsboundary', 'iam:policyarn', 'kms:viaservice', 's3:prefix', 's3:max-keys',
]);

const LISTS = /^aws:(?:calledvia|principalorgpaths|principalservicenameslist|resourceorgpaths|sourceorgpaths|tagkeys)$/;

function hasOneValue(key: string): boolean {
  return OF_ONE_VALUE.has(key) || (key.startsWith('aws:') && !LISTS.test(key));
}

const NEGATION: Readonly<Record<Outcome, Outcome>> = { always: 'never', never: 'always', part: 'part', unknown: 'unknown' };

type Presence = 'yes' | 'no' | 'maybe';

function withPresence(outcome: Outcome, presence: Presence, condition: Condition): Outcome {
  const without: Outcome = holdsWithoutKey(condition) ? 'always' : 'never';
  return presence === 'yes' || outcome === without ? outcome : 'unknown';
}

/** For a request that has no such key, negated operators hold. */
function holdsWithoutKey({ qualifier, ifExists, isNegated }: Condition): boolean {
  return ifExists || qualifier === 'ForAllValues' || (isNegated && qualifier === '');
}

function outcomeOfNull({ values }: Condition, presence: Presence): Outcome {
  const wanted = new Set(values.map(({ text }) => text.toLowerCase()));
  const [absent, present] = ['true', 'false'].map(value => wanted.has(value));
  if (absent && present) {
    return 'always';
  }
  return presence === 'maybe' ? 'unknown' : (presence === 'no' ? absent : present) ? 'always' : 'never';
}

function presenceOf(key: string, { conditions, facts }: Requests): Presence {
  if (facts.has(key)) {
    return 'yes';
  }
  const onKey = conditions.filter(condition => condition.key === key && condition.base !== undefined);
  const nulls = onKey.filter(({ base }) => base === 'Null').flatMap(({ values }) =>
    (values.length === 1 ? [values[0].text.toLowerCase()] : []));
  if (nulls.includes('true')) {
    return 'no';
  }
  return nulls.includes('false') || onKey.some(condition => condition.base !== 'Null' && !holdsWithoutKey(condition))
    ? 'yes' : 'maybe';
}

function knownValues(key: string, { conditions, facts }: Requests): readonly ValueSet[] | undefined {
  return facts.get(key) ?? conditions.find(({ base, isNegated, qualifier, ...condition }) =>
    condition.key === key && base !== undefined && base !== 'Null' && !isNegated && qualifier === '')?.sets;
}

/** Whether the operator, without its negation, matches the values that requests have. */
function match({ base, sets, isNegated }: Condition, known: readonly ValueSet[], isDeny: boolean): Outcome {
  const legal = sets.filter(({ kind }) => kind !== 'illegal');
  // What IAM does with an illegal value is not known: it must neither grant nor lift a Deny.
  const isOpen = legal.length < sets.length && isDeny !== isNegated;
  const isDate = base!.startsWith('Date');
  const compare = (relation: (one: ValueSet, other: ValueSet) => boolean, given: ValueSet) =>
    (set: ValueSet) => relation(set, asKindOf(given, set, isDate));
  const outcomes = known.map((given): Outcome => {
    if (legal.some(compare(setContains, given))) {
      return 'always';
    }
    return !isOpen && legal.every(compare(areDisjoint, given)) ? 'never' : 'unknown';
  });
  const distinct = new Set(outcomes);
  if (distinct.size === 1) {
    return outcomes[0];
  }
  return distinct.has('always') && distinct.has('never') ? 'part' : 'unknown';
}

/** Whether each request that meets the given condition meets the other, too. */
function implies(given: Condition, other: Condition): boolean {
  if (given.key !== other.key || given.qualifier !== other.qualifier || given.isNegated !== other.isNegated) {
    return false;
  }
  const mayLackKey = given.ifExists && !other.ifExists && !holdsWithoutKey({ ...other, ifExists: false });
  const [inner, outer] = given.isNegated ? [other, given] : [given, other];
  return !mayLackKey && (hasValuesOf(inner, outer) || hasSetsOf(inner, outer));
}

/** An operator that this library does not know means the same with the same values only. */
function hasValuesOf(inner: Condition, outer: Condition): boolean {
  const isSameOperator = inner.base === undefined
    ? inner.operator === outer.operator && hasValues(outer, inner) : inner.base === outer.base;
  return isSameOperator && hasValues(inner, outer);
}

function hasValues(inner: Condition, outer: Condition): boolean {
  return inner.values.every(({ glob }) => outer.values.some(value => value.glob === glob));
}

function hasSetsOf(inner: Condition, outer: Condition): boolean {
  if (inner.base === undefined || outer.base === undefined || (inner.base === 'Null') !== (outer.base === 'Null')) {
    return false;
  }
  const isDate = outer.base.startsWith('Date');
  return inner.sets.every(set => outer.sets.some(outerSet => setContains(outerSet, asKindOf(set, outerSet, isDate))));
}
