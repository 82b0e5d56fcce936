import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { optionsOf } from './options';
import { Maker } from '../test/support/arbitraries';
import { GRID, RANDOM_CONSTRUCTS, randomRow } from '../test/support/grid';
import { Row } from '../test/support/row';

/** Of which those are judged that bring options together that no set before them does. */
const SAMPLES = 400;
const SEED = 1;

export interface OptionSets {
  readonly construct: string;
  readonly rows: readonly Row[];
  /** All options that occur, as `trainingJob.outputKey`, with the answer to those that are yes or no. */
  readonly options: readonly string[];
  /** Whether a set has both. */
  readonly meet: (one: string, other: string) => boolean;
}

/** Random options of each construct, in which each pair of options meets that can meet. */
export const OPTION_SETS: readonly OptionSets[] = RANDOM_CONSTRUCTS.map(([construct, arbitrary]) =>
  optionSets(construct, fc.sample<Maker<Construct>>(arbitrary, { numRuns: SAMPLES, seed: SEED })));

/** The grid, and random options. */
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

function answersOf(construct: string, made: Maker<Construct>): readonly string[] {
  return [...new Set(optionsOf(construct, made).map(({ path, value }) =>
    typeof value === 'boolean' ? `${path}=${value}` : path))];
}
