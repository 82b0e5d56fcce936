import { App, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Maker } from '../test/support/arbitraries';
import { Given } from '../test/support/given';
import { randomRow } from '../test/support/grid';
import { Row } from '../test/support/row';

/** An option among random ones. */
export interface Option {
  /** As `trainingJob.outputKey`. */
  readonly path: string;
  readonly name: string;
  readonly value: unknown;
  readonly make: Maker<unknown>;
  /** Which of the sets it is in, in the order in which they are made. */
  readonly set: number;
}

/** What a construct gets. */
export function optionsOf(construct: string, made: Maker<Construct>): readonly Option[] {
  const sets: Record<string, unknown>[] = [];
  const makers: Parameters<Given['bring']>[1][] = [];
  randomRow(construct, made, (set, makersOfSet) => {
    sets.push(set as Record<string, unknown>);
    makers.push(makersOfSet);
    return set;
  }).build(new Stack(new App(), 'Stack'));
  const within = (set: number, path: string): Option[] => makers[set].flatMap(([name, make]) => {
    const value = sets[set][name];
    return [
      { path: path + name, name, value, make, set },
      ...[value].flat().flatMap(part => sets.includes(part as never) ? within(sets.indexOf(part as never), `${path}${name}.`) : []),
    ];
  });
  const nested = new Set(sets.flatMap(set => Object.values(set).flat()));
  return sets.flatMap((set, index) => nested.has(set) ? [] : within(index, ''));
}

/** The construct with one of its sets changed. */
export function withSet(
  construct: string, made: Maker<Construct>, set: number, change: <T extends object>(options: T, given: Given) => T,
): Row {
  return {
    ...randomRow(construct, made),
    build: (stack: Stack) => {
      let index = 0;
      const given: Given = new Given(stack, options => index++ === set ? change(options, given) : options);
      return made(given);
    },
  };
}
