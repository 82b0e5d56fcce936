import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Maker } from './arbitraries';
import { Fixtures } from './given';
import { randomRow } from './grid';
import { passingStack } from './passing-stack';
import { Row, SUBJECT } from './row';

/** An option in a random set. */
export interface Option {
  /** The path, as `trainingJob.outputKey`. */
  readonly path: string;
  readonly name: string;
  readonly value: unknown;
  readonly make: Maker<unknown>;
  /** The index of its set, in the order in which the sets are created. */
  readonly set: number;
}

/** The options that a construct gets. Does not create the construct, which would take longer. */
export function optionsOf(construct: string, made: Maker<Construct>): readonly Option[] {
  const sets: Record<string, unknown>[] = [];
  const makers: Parameters<Fixtures['adapt']>[1][] = [];
  const row = randomRow(construct, made, (set, makersOfSet) => {
    sets.push(set as Record<string, unknown>);
    makers.push(makersOfSet);
    return set;
  });
  buildUntilSubject(row);
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

let taken: Stack | undefined;

/** A stack for all rows, in which the id of their construct is taken: they share what users pass to constructs. */
function takenStack(): Stack {
  if (taken === undefined) {
    taken = passingStack();
    new Construct(taken, SUBJECT);
  }
  return taken;
}

/** Builds the row up to its construct, which fails because its id is taken. */
function buildUntilSubject(row: Row): void {
  try {
    row.build(takenStack());
  } catch (error) {
    if (!(error as Error).message.includes(`There is already a Construct with name '${SUBJECT}'`)) {
      throw error;
    }
  }
}

/** Creates the construct with one of its sets changed. */
export function withSet(
  construct: string, made: Maker<Construct>, set: number, change: <T extends object>(options: T, given: Fixtures) => T,
): Row {
  return {
    ...randomRow(construct, made),
    build: (stack: Stack) => {
      let index = 0;
      const given: Fixtures = new Fixtures(stack, options => index++ === set ? change(options, given) : options);
      return made(given);
    },
  };
}
