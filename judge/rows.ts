import { App, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { Maker } from '../test/support/arbitraries';
import { GRID, RANDOM_CONSTRUCTS, randomRow } from '../test/support/grid';
import { Row } from '../test/support/row';

/** Of which those are judged that bring options together that no other row does. */
const SAMPLES = 300;
const SEED = 1;

/** The grid, and random options in which each pair of options of a construct meets that can meet. */
export const JUDGED_ROWS: readonly Row[] = [...GRID, ...RANDOM_CONSTRUCTS.flatMap(([construct, arbitrary]) =>
  pairRows(construct, fc.sample<Maker<Construct>>(arbitrary, { numRuns: SAMPLES, seed: SEED })))];

function pairRows(construct: string, makers: readonly Maker<Construct>[]): readonly Row[] {
  const met = new Set<string>();
  const meetsMore = (made: Maker<Construct>) => {
    const before = met.size;
    pairsOf(optionsOf(construct, made)).forEach(pair => met.add(pair));
    return met.size > before;
  };
  return makers.filter(meetsMore).map((made, index) =>
    ({ ...randomRow(construct, made), name: `pairs/${construct}-${index + 1}` }));
}

/** The options that are there, as `trainingJob.outputKey`, with the answer to those that are yes or no. */
export function optionsOf(construct: string, made: Maker<Construct>): readonly string[] {
  const sets: object[] = [];
  randomRow(construct, made, options => {
    sets.push(options);
    return options;
  }).build(new Stack(new App(), 'Stack'));
  const pathsOf = (value: object): string[] => Object.entries(value).flatMap(([key, option]) => [
    typeof option === 'boolean' ? `${key}=${option}` : key,
    ...[option].flat().flatMap(part => sets.includes(part) ? pathsOf(part).map(path => `${key}.${path}`) : []),
  ]);
  const nested = new Set(sets.flatMap(set => Object.values(set).flat()));
  return sets.filter(set => !nested.has(set)).flatMap(pathsOf);
}

function pairsOf(options: readonly string[]): readonly string[] {
  const sorted = [...new Set(options)].sort();
  return sorted.flatMap((one, index) => sorted.slice(index).map(other => `${one} ${other}`));
}
