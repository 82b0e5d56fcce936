import './newest-cdk';
import { report } from './children';
import { RivalName } from './rivals';
import { timeOf } from './synthesize';

// A process for each sample: the CDK keeps the tokens of a process, and with them every app that it has synthesized.

export const SIZES = [1, 10, 100, 1_000] as const;

export interface Sample {
  /** Milliseconds, by the number of roles. */
  readonly times: Record<number, number>;
  readonly peakMegabytes: number;
}

if (require.main === module) {
  report(sample(process.argv[2] as RivalName));
}

function sample(rival: RivalName): Sample {
  const warmUp = 100;
  timeOf(rival, warmUp);
  const times = SIZES.map(roles => {
    global.gc!();
    return [roles, timeOf(rival, roles)];
  });
  return { times: Object.fromEntries(times), peakMegabytes: process.resourceUsage().maxRSS / 1_024 };
}
