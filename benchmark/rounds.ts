import { median, runChild } from './children';
import { LoadTimes } from './load';
import { RIVAL_NAMES, RivalName } from './rivals';
import { Sample } from './sample';

const ROUNDS = 9;
const LOADS = 15;

/** Samples of each rival, one in each round. */
export class Rounds {
  public static run(): Rounds {
    const samples = new Map(RIVAL_NAMES.map(rival => [rival, [] as Sample[]]));
    for (let round = 0; round < ROUNDS; round++) {
      // Another one goes first in each round.
      const first = round % RIVAL_NAMES.length;
      for (const rival of [...RIVAL_NAMES.slice(first), ...RIVAL_NAMES.slice(0, first)]) {
        samples.get(rival)!.push(runChild<Sample>('sample.js', rival));
      }
    }
    return new Rounds(samples);
  }

  private constructor(private readonly samples: ReadonlyMap<RivalName, readonly Sample[]>) {}

  public median(rival: RivalName, figure: (sample: Sample) => number): number {
    return median(this.samples.get(rival)!.map(figure));
  }

  /** Compares what ran next to each other, since the speed of a machine changes with what else it does. */
  public ratio(rival: RivalName, other: RivalName, figure: (sample: Sample) => number): number {
    const others = this.samples.get(other)!;
    return median(this.samples.get(rival)!.map((sample, round) => figure(sample) / figure(others[round])));
  }
}

export function medianLoadTimes(): LoadTimes {
  const times = Array.from({ length: LOADS }, () => runChild<LoadTimes>('load.js'));
  return { cdk: median(times.map(({ cdk }) => cdk)), library: median(times.map(({ library }) => library)) };
}
