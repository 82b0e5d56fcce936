import { Lazy, Token } from 'aws-cdk-lib';
import { version } from 'aws-cdk-lib/package.json';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { artifactsIn } from './artifacts-in-template';
import { RUNS, SEED } from './seed';
import { announce, count } from './verdict';
import { codeOf, Maker, values } from '../test/support/arbitraries';
import { AWS, fold, JsonObject } from '../test/support/fold';
import { Fixtures } from '../test/support/given';
import { RANDOM_CONSTRUCTS, synthesizeRows } from '../test/support/grid';
import { misspellingsOf, misspellingsTaken, Occurrence, occurrencesOf, unsafeValuesTaken, PATTERNS } from '../test/support/option-laws';
import { optionsOf, withSet } from '../test/support/options';
import { policiesOf, rolesOf } from '../test/support/policies';
import { Row, SUBJECT } from '../test/support/row';
import { unsafeValuesFor } from '../test/support/unsafe-values';

// One option of a random set gets an invalid value, as from a cast or an untyped language. The result must be a
// readable error of the library or of the CDK, or a template without anything that IAM refuses. Each option also gets
// each unsafe value and each misspelling: these must be errors that refer to the option.

const only = process.argv.slice(2);

const ACTION = /^[\w-]+:[\w*?-]+$/;
const RESOURCE = /^(\*|arn:[\w-]+:[\w-]+:[^:\s]*:[^:\s]*:\S.*)$/;
const WILDCARD = 'q*q';
/** The value of a token, which the library cannot check. */
const LATE = 'late';
/** Options that are documented to accept wildcards. */
const WIDE = /(^|\.)(metricNamespaces|models)$/;

const bad: fc.Arbitrary<Maker<unknown>> = fc.oneof(
  values<unknown>(null, '', ' ', 'x', '*', WILDCARD, [WILDCARD], 'a/b:c?', 'ü', 0, -1, 1.5, true, false, [], {}, [null], [''], [5], [[]], [{}],
    { a: 1 }, { vpc: 'yes' }, ['x', 'x'], 'x'.repeat(2_000)),
  ...([
    ['undefined', () => undefined],
    ['[undefined]', () => [undefined]],
    ['NaN', () => NaN],
    ['a function', () => () => 1],
    ['a date', () => new Date(0)],
    ['a symbol', () => Symbol('x')],
    ['a token', () => Lazy.string({ produce: () => LATE })],
    ['a token list', () => Token.asList(Lazy.any({ produce: () => [LATE] }))],
    ['a token number', () => Token.asNumber(Lazy.any({ produce: () => 7 }))],
    ['a resolvable', () => Lazy.any({ produce: () => ({ a: 1 }) })],
    ['an object without prototype', () => Object.create(null)],
    ['a stack', given => given.stack],
    ['a bucket', given => given.bucket('bad')],
    ['a role', given => given.role('bad')],
    ['a key', given => given.key('bad')],
  ] satisfies [string, (given: Fixtures) => unknown][]).map(([code, make]) =>
    fc.constant(Object.assign((given: Fixtures) => (make as (given: Fixtures) => unknown)(given),
      { [fc.toStringMethod]: () => code }) as Maker<unknown>)),
);

/** The name patterns of the IAM API. */
const NAMES: Readonly<Record<string, RegExp>> = {
  RoleName: /^[\w+=,.@-]{1,64}$/,
  InstanceProfileName: /^[\w+=,.@-]{1,128}$/,
  ManagedPolicyName: /^[\w+=,.@-]{1,128}$/,
  PolicyName: /^[\w+=,.@-]{1,128}$/,
  Path: /^(\/|\/[!-~]+\/)$/,
  Description: /^[\t\n\r -~\u00a1-\u00ff]{0,1000}$/,
  PermissionsBoundary: /^arn:/,
};

class Unfit extends Error {}

const constructs = RANDOM_CONSTRUCTS.filter(([construct]) => only.length === 0 || only.includes(construct));
let refused = 0;
const findings = constructs.flatMap(([construct, arbitrary]) => {
  const spoiled = fc.tuple(arbitrary as fc.Arbitrary<Maker<Construct>>, fc.nat(), bad);
  const cases = fc.sample(spoiled, { numRuns: RUNS, seed: SEED });
  const found = cases.flatMap(([made, choice, value]) => accidentOf(construct, made, choice, value));
  // The first option of each kind is enough.
  return [...new Map(found.map(({ kind, finding }) => [kind, finding])).values()];
});
const occurrences = constructs.map(([construct, random]) => occurrencesOf(construct, random));
const each = (law: (option: Occurrence) => readonly string[]) => occurrences.flat().flatMap(law);
const unsafe = occurrences.flat().flatMap(({ value }) => unsafeValuesFor(value)).length;
const misspellings = occurrences.flat().flatMap(({ name }) => misspellingsOf(name)).length;

announce({
  judged: `${count(RUNS * constructs.length, 'bad value')}, ${refused} of them refused, ${count(unsafe, 'unsafe value')} and ` +
    `${count(misspellings, 'misspelling')} of ${count(occurrences.flat().length, 'option')}, on aws-cdk-lib ${version}, seed ${SEED}`,
  findings: [
    ...findings,
    ...each(option => unsafeValuesTaken(option)),
    ...each(option => misspellingsTaken(option)),
  ],
});

function accidentOf(
  construct: string, made: Maker<Construct>, choice: number, value: Maker<unknown>,
): readonly { readonly kind: string; readonly finding: string }[] {
  const options = optionsOf(construct, made);
  if (options.length === 0) {
    return [];
  }
  const { path, name, set } = options[choice % options.length];
  try {
    judgeTemplate(withSet(construct, made, set, (others, given) => ({ ...others, [name]: value(given) })), path);
    return [];
  } catch (error) {
    if (!(error instanceof Unfit) && !isAccident(error)) {
      refused++;
      return [];
    }
    const words = error instanceof Error ? error.stack!.split('\n').slice(0, 3).join(' ') : String(error);
    return [{ kind: `${construct} ${path} ${words}`, finding: `${construct} ${path} = ${codeOf(value)}: ${words}` }];
  }
}

/** Rejects templates that IAM would refuse, and names with a wildcard from the user. */
function judgeTemplate(row: Row, path: string): void {
  const template = synthesizeRows([row]).get(row.name)!;
  const folded = fold(template, AWS);
  none(artifactsIn(folded));
  none(Object.values(folded.Resources).flatMap(({ Type, Properties = {} }) => misnamed(Type, Properties)));
  const ours = policiesOf(template, AWS).filter(({ logicalId }) => logicalId.startsWith(SUBJECT));
  none(ours.flatMap(({ statements }) => statements).filter(statement => {
    const isWider = !WIDE.test(path) && !PATTERNS.test(path) && JSON.stringify(statement).includes(WILDCARD);
    return isWider || !areTexts(statement.Action, ACTION) || !areTexts(statement.Resource, RESOURCE);
  }).map(statement => `the template holds ${JSON.stringify(statement)}`));
  none(rolesOf(template, AWS).flatMap(({ trust }) => trust)
    .filter(({ Action, Principal = {} }) =>
      !areTexts(Action, ACTION) || !areTexts(Object.values(Principal).flat(), /^[^*]+$/))
    .map(statement => `the trust policy holds ${JSON.stringify(statement)}`));
}

function none(faults: readonly string[]): void {
  if (faults.length > 0) {
    throw new Unfit(faults.join(', '));
  }
}

/** Finds properties of IAM resources that IAM would refuse. */
function misnamed(type: string, properties: JsonObject): readonly string[] {
  const tags = Object.entries((properties.Tags ?? []) as JsonObject[]).map(([, { Key, Value }]) => [Key, Value]);
  const named = Object.entries(NAMES).map(([name, pattern]) => [`${type} ${name}`, properties[name], pattern] as const);
  return type.startsWith('AWS::IAM::') ? [
    ...named.filter(([, value, pattern]) => value !== undefined && value !== LATE && !areTexts([value], pattern))
      .map(([name, value]) => `${name} is ${JSON.stringify(value)}`),
    ...tags.filter(tag => !tag.every(text => typeof text === 'string' && text.length <= 256)).map(tag => `a tag is ${JSON.stringify(tag)}`),
  ] : [];
}

function areTexts(list: readonly unknown[], pattern: RegExp): boolean {
  return list.length > 0 && list.every(entry => typeof entry === 'string' && pattern.test(entry));
}

/** Whether JavaScript threw the error, rather than a check of the library or of the CDK. */
function isAccident(error: unknown): boolean {
  return error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError
    || !(error instanceof Error) || error.message === '';
}
