import { BASELINE_NAMES, BaselineName } from './baselines';
import { median, runChild } from './children';
import { ForeignFigures, Places } from './foreign';
import { LoadTimes } from './load';
import { Sample } from './sample';

const ROUNDS = 9;
const LOADS = 15;
const FOREIGN_ROUNDS = 3;

/** Collects one sample of each baseline in each round. */
export class Rounds {
  public static run(): Rounds {
    const samples = new Map(BASELINE_NAMES.map(baseline => [baseline, [] as Sample[]]));
    for (let round = 0; round < ROUNDS; round++) {
      // Each round starts with another baseline.
      const first = round % BASELINE_NAMES.length;
      for (const baseline of [...BASELINE_NAMES.slice(first), ...BASELINE_NAMES.slice(0, first)]) {
        samples.get(baseline)!.push(runChild<Sample>('sample.js', baseline));
      }
    }
    return new Rounds(samples);
  }

  private constructor(private readonly samples: ReadonlyMap<BaselineName, readonly Sample[]>) {}

  public median(baseline: BaselineName, figure: (sample: Sample) => number): number {
    return median(this.samples.get(baseline)!.map(figure));
  }

  /** Compares samples that ran next to each other, because the load on a machine changes over time. */
  public ratio(baseline: BaselineName, other: BaselineName, figure: (sample: Sample) => number): number {
    const others = this.samples.get(other)!;
    return median(this.samples.get(baseline)!.map((sample, round) => figure(sample) / figure(others[round])));
  }
}

export function medianLoadTimes(): LoadTimes {
  const times = Array.from({ length: LOADS }, () => runChild<LoadTimes>('load.js'));
  const of = (figure: keyof LoadTimes) => median(times.map(time => time[figure]));
  return { cdk: of('cdk'), cdkCpu: of('cdkCpu'), library: of('library'), libraryCpu: of('libraryCpu') };
}

/** The share of the synthesis that the checks of one role take in a large app, in percent. */
export function foreignPercent(places: Places): number {
  const shares = Array.from({ length: FOREIGN_ROUNDS }, () => runChild<ForeignFigures>('foreign.js', places).share);
  return 100 * median(shares);
}
