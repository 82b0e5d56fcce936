import { askedFigures, AskedFigures } from './denied';
import { Outcome } from './inquiry';
import { ComparedVendor } from './vendors';

/** The actions that our constructs grant, by who asks for them, and the reasons for those that nobody asks for. */
export interface GrantedFigures {
  readonly granted: number;
  readonly used: number;
  readonly printed: number;
  readonly rows: number;
}

export interface Figures {
  /** At the oldest release, one in the middle, and the newest. */
  readonly asked: Readonly<Record<string, AskedFigures>>;
  readonly granted: GrantedFigures;
}

/** Both directions of the comparison as numbers. */
export function figuresOf(vendor: ComparedVendor, { data: { releases }, requests, roles, grants }: Outcome): Figures {
  const shown = [0, Math.floor((releases.length - 1) / 2), releases.length - 1].map(index => releases[index]);
  const rows = [...vendor.denied, ...vendor.narrower];
  const answers = [...requests, ...roles];
  const sum = (size: 'granted' | 'used' | 'printed') =>
    [...grants.values()].reduce((total, each) => total + each[size].size, 0);
  return {
    asked: Object.fromEntries([...new Set(shown)].map(release => [release, askedFigures(answers, rows, release)])),
    granted: {
      granted: sum('granted'),
      used: sum('used'),
      printed: sum('printed'),
      rows: Object.values(vendor.unused).flat().length,
    },
  };
}
