import './newest-cdk';
import { BaselineName } from './baselines';
import { report } from './children';
import { timeOf } from './synthesize';

// Each sample runs in its own process: the CDK keeps all tokens of a process, and every synthesized app with them.

export const SIZES = [1, 10, 100, 1_000] as const;

export interface Sample {
  /** Milliseconds by the number of roles. */
  readonly times: Record<number, number>;
  readonly peakMegabytes: number;
}

if (require.main === module) {
  report(sample(process.argv[2] as BaselineName));
}

function sample(baseline: BaselineName): Sample {
  const warmUp = 100;
  timeOf(baseline, warmUp);
  const times = SIZES.map(roles => {
    global.gc!();
    return [roles, timeOf(baseline, roles)];
  });
  return { times: Object.fromEntries(times), peakMegabytes: process.resourceUsage().maxRSS / 1_024 };
}
