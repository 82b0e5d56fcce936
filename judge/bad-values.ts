import { Lazy, Token } from 'aws-cdk-lib';
import { version } from 'aws-cdk-lib/package.json';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { optionsOf, withSet } from './options';
import { RUNS, SEED } from './seed';
import { unreadable } from './unreadable';
import { announce, count } from './verdict';
import { codeOf, Maker, values } from '../test/support/arbitraries';
import { AWS, fold, JsonObject } from '../test/support/fold';
import { Given } from '../test/support/given';
import { RANDOM_CONSTRUCTS, synthesizeRows } from '../test/support/grid';
import { policiesOf, rolesOf } from '../test/support/policies';
import { Row, SUBJECT } from '../test/support/row';

// One option of random ones gets a value that it should not have, as from a cast or an untyped language. That is
// either an error of the library or of the CDK in words, or a template that holds nothing of it that IAM refuses.

const only = process.argv.slice(2);

const ACTION = /^[\w-]+:[\w*?-]+$/;
const RESOURCE = /^(\*|arn:[\w-]+:[\w-]+:[^:\s]*:[^:\s]*:\S.*)$/;
const WILDCARD = 'q*q';
/** What a token stands for, which nobody looks into. */
const LATE = 'late';
/** Documented to take wildcards. */
const PATTERNS = /(^|\.)(metricNamespaces|models)$/;

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
  ] satisfies [string, (given: Given) => unknown][]).map(([code, make]) =>
    fc.constant(Object.assign((given: Given) => (make as (given: Given) => unknown)(given),
      { [fc.toStringMethod]: () => code }) as Maker<unknown>)),
);

/** As the API of IAM takes them. */
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
  // The first of each kind will do.
  return [...new Map(found.map(({ kind, finding }) => [kind, finding])).values()];
});
announce({
  judged: `${count(RUNS * constructs.length, 'bad value')}, ${refused} of them refused, on aws-cdk-lib ${version}, seed ${SEED}`,
  findings,
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

/** Nothing that IAM refuses, and no wildcard of a user in a name. */
function judgeTemplate(row: Row, path: string): void {
  const template = synthesizeRows([row]).get(row.name)!;
  const folded = fold(template, AWS);
  none(unreadable(folded));
  none(Object.values(folded.Resources).flatMap(({ Type, Properties = {} }) => misnamed(Type, Properties)));
  const ours = policiesOf(template, AWS).filter(({ logicalId }) => logicalId.startsWith(SUBJECT));
  none(ours.flatMap(({ statements }) => statements).filter(statement => {
    const isWider = !PATTERNS.test(path) && JSON.stringify(statement).includes(WILDCARD);
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

/** Properties of IAM's resources that IAM refuses. */
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

/** What JavaScript throws, rather than somebody who thought of it. */
function isAccident(error: unknown): boolean {
  return error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError
    || !(error instanceof Error) || error.message === '';
}
