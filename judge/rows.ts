import { Construct } from 'constructs';
import * as fc from 'fast-check';
import * as library from '../src';
import { codeOf, Maker } from '../test/support/arbitraries';
import { GRID, RANDOM_CONSTRUCTS, randomRow } from '../test/support/grid';
import { optionsOf } from '../test/support/options';
import { Row } from '../test/support/row';

/** Number of random sets: at least, and for each option. Only those with a new pair of options are judged. */
const SAMPLES = 700;
const SAMPLES_PER_OPTION = 10;
const SEED = 1;

const EXPORTED = Object.values(library);
const CLASSES = EXPORTED.filter(exported => typeof exported === 'function');
const ENUM_MEMBERS: ReadonlySet<unknown> = new Set(
  EXPORTED.filter(exported => typeof exported === 'object').flatMap(members => Object.values(members)));

export interface OptionSets {
  readonly construct: string;
  readonly rows: readonly Row[];
  /** All options that occur, as `trainingJob.outputKey`, or `trainingJob.vpc=true` for options with few values. */
  readonly options: readonly string[];
  /** Whether a set has both options. */
  readonly meet: (one: string, other: string) => boolean;
}

/** Random options of each construct, with every compatible pair of options. */
export const OPTION_SETS: readonly OptionSets[] = RANDOM_CONSTRUCTS.map(([construct, arbitrary]) => {
  const sample = (numRuns: number) => fc.sample<Maker<Construct>>(arbitrary, { numRuns, seed: SEED });
  const some = optionSets(construct, sample(SAMPLES));
  const all = some.options.length * SAMPLES_PER_OPTION;
  return all > SAMPLES ? optionSets(construct, sample(all)) : some;
});

/** The grid and the random options. */
export const JUDGED_ROWS: readonly Row[] = [...GRID, ...OPTION_SETS.flatMap(({ rows }) => rows)];

function optionSets(construct: string, makers: readonly Maker<Construct>[]): OptionSets {
  const met = new Map<string, Set<string>>();
  const meetsMore = (made: Maker<Construct>) => {
    const options = answersOf(construct, made);
    const more = options.filter(one => options.some(other => !met.get(one)?.has(other)));
    more.forEach(one => met.set(one, new Set([...met.get(one) ?? [], ...options])));
    return more.length > 0;
  };
  const rows = makers.filter(meetsMore).map((made, index) =>
    ({ ...randomRow(construct, made), name: `pairs/${construct}-${index + 1}` }));
  return {
    construct,
    rows,
    options: [...met.keys()].sort(),
    meet: (one, other) => met.get(one)?.has(other) ?? false,
  };
}

/** The options, with their value if there are only a few values. */
function answersOf(construct: string, made: Maker<Construct>): readonly string[] {
  return [...new Set(optionsOf(construct, made).map(({ path, value, make }) => {
    const answer = answerOf(value, codeOf(make));
    return answer === undefined ? path : `${path}=${answer}`;
  }))];
}

/**
 * A boolean, an enum member, or the call that creates an object of the library, as
 * `ParallelClusterIamAccess.restricted`.
 */
function answerOf(value: unknown, code: string): string | undefined {
  if (typeof value === 'boolean' || ENUM_MEMBERS.has(value)) {
    return String(value);
  }
  return CLASSES.some(type => value instanceof type) ? /^[\w.]+/.exec(code)?.[0] : undefined;
}
