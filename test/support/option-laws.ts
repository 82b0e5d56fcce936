import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { Maker } from './given';
import { Option, optionsOf, withSet } from './options';
import { passingStack } from './passing-stack';
import { Row } from './row';
import { UnsafeValue, unsafeValuesFor } from './unsafe-values';
import { nearestName } from '../../src/private/options/near-misses';

// Laws over single options: one option of a random set is made invalid.

/** An option, and a random set that contains it. */
export interface Occurrence extends Option {
  readonly construct: string;
  readonly made: Maker<Construct>;
}

/** Names of resources that users may narrow by a pattern. */
export const PATTERNS =
  /^(?:(?:jobs|deployment|pipelineAccess|notebooks)\.(?:names|models)|invocation\.endpoints|modelRegistry\.groups)$/;

/** Options that are documented to accept wide texts: by path, the texts as findings show them. */
const WIDE: readonly (readonly [path: RegExp, codes: RegExp])[] = [
  [/(^|\.)metricNamespaces$/, /a\*|a\?b|x\*TOKEN/],
  [PATTERNS, /\*|\?/],
  [/^description$/, /./],
];

const SAMPLES = 150;
const SEED = 1;

/** Each option of a construct, in the smallest of some random sets. */
export function occurrencesOf(construct: string, random: fc.Arbitrary<Maker<Construct>>): readonly Occurrence[] {
  const sets = fc.sample(random, { numRuns: SAMPLES, seed: SEED })
    .map(made => ({ made, options: optionsOf(construct, made) }));
  const occurrences = new Map<string, Occurrence>();
  for (const { made, options } of [...sets].sort((one, other) => one.options.length - other.options.length)) {
    options.filter(({ path }) => !occurrences.has(path))
      .forEach(option => occurrences.set(option.path, { ...option, construct, made }));
  }
  return [...occurrences.values()];
}

/** Finds unsafe values that an option accepts, or rejects without its path. @param isTried which of them are tried */
export function unsafeValuesTaken(
  occurrence: Occurrence, isTried: (unsafe: UnsafeValue, index: number) => boolean = () => true,
): readonly string[] {
  const { construct, path, name, value, made, set } = occurrence;
  return unsafeValuesFor(value).filter(isTried).flatMap(({ code, of }) => {
    const isWide = WIDE.some(([paths, codes]) => paths.test(path) && codes.test(code));
    const row = withSet(construct, made, set, (options, given) => ({
      ...options, [name]: of((options as Record<string, unknown>)[name], given),
    }));
    const message = errorOf(row);
    if (isWide ? message === undefined : message !== undefined && inWords(path).test(message)) {
      return [];
    }
    return [`${construct} ${path} = ${code}: ${message ?? 'is taken'}`];
  });
}

/** Finds misspellings of an option that are not rejected. @param limit how many are tried */
export function misspellingsTaken(occurrence: Occurrence, limit = Infinity): readonly string[] {
  const { construct, path, name, made, set } = occurrence;
  return misspellingsOf(name).slice(0, limit).flatMap(misspelt => {
    const row = withSet(construct, made, set, options => renamed(options, name, misspelt));
    const [wrong, right] = [misspelt, name].map(other => path.slice(0, path.length - name.length) + other);
    const message = errorOf(row)?.replaceAll(/\[\d+\]/g, '');
    return message?.includes(`unknown option '${wrong}', did you mean '${right}'?`)
      ? [] : [`${construct} ${wrong} for ${name}: ${message ?? 'is taken'}`];
  });
}

/** Finds options of other constructs that are not ignored in a shared object. */
export function foreignOptionsRejected(own: readonly Occurrence[], all: readonly Occurrence[]): readonly string[] {
  const isOwn = (name: string) => own.some(({ path }) => path === name);
  const foreign = all.map(({ path }) => path).filter(path => !path.includes('.') && !isOwn(path));
  const [{ construct, made, set }] = own.filter(({ path, name }) => path === name);
  return [...new Set(foreign)].flatMap(name => {
    const message = errorOf(withSet(construct, made, set, options => ({ ...options, [name]: 'shared' })));
    return message === undefined ? [] : [`${construct} with ${name} of another construct: ${message}`];
  });
}

/** Misspells a name: in another case, without a letter, with two letters swapped, as far as its length allows. */
export function misspellingsOf(name: string): readonly string[] {
  const middle = Math.floor(name.length / 2);
  const misspelt = [
    name.toLowerCase(),
    name.slice(0, middle) + name.slice(middle + 1),
    name.slice(0, middle - 1) + name[middle] + name[middle - 1] + name.slice(middle + 1),
    name[0].toUpperCase() + name.slice(1),
    name.slice(0, -1),
    name.slice(1),
  ];
  return [...new Set(misspelt)].filter(other => other !== name && nearestName(other, [name]) === name);
}

/** Matches the path in an error: each part may be an element of a list. */
function inWords(path: string): RegExp {
  return new RegExp(`'${path.replaceAll('.', '(\\[\\d+\\])?\\.')}\\b`);
}

function renamed<T extends object>(options: T, name: string, other: string): T {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(options);
  return Object.fromEntries(entries.map(([key, value]) => [key === name ? other : key, value])) as T;
}

/** Returns the message of an error of the library or of the CDK. */
function errorOf(row: Row): string | undefined {
  try {
    row.build(passingStack({ env: { account: '111122223333', region: 'eu-central-1' } }));
    return undefined;
  } catch (error) {
    return error instanceof Error && error.constructor !== TypeError ? error.message : String(error);
  }
}
