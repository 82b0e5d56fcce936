import { Difference, Watched } from './difference';
import { daysBetween } from './watch/sources';
import { globMatches } from '../test/support/globs';

const DAYS = 365;

/** Why differences may stay. */
export interface Explained {
  readonly watched: Watched;
  /** What changed; `*` stands for any version. */
  readonly of: readonly string[];
  /** The changes, in which `*` stands for anything. */
  readonly changes: readonly string[];
  readonly because: string;
  /** When somebody decided it. It holds for a year. */
  readonly on: string;
}

export interface Explanation {
  readonly unexplained: readonly Difference[];
  readonly explained: readonly (readonly [Difference, Explained])[];
  /** Changes of rows that match nothing any more. */
  readonly stale: readonly string[];
}

/** What a watch found, or why it could not look. */
interface Look {
  readonly watched: Watched;
  readonly differences: readonly Difference[];
  readonly problem?: string;
}

/** Divides differences by whether a row explains them. Rows of a watch that could not look are not stale. */
export function explain(looked: readonly Look[], rows: readonly Explained[], today: string): Explanation {
  const differences = looked.flatMap(each => each.differences);
  const failed = looked.filter(({ problem }) => problem !== undefined).map(({ watched }) => watched);
  const valid = rows.filter(({ on }) => daysBetween(on, today) <= DAYS);
  const known = differences.map(difference => [difference, valid.find(row => explains(row, difference))] as const);
  return {
    unexplained: known.filter(([, row]) => row === undefined).map(([difference]) => difference),
    explained: known.flatMap(([difference, row]) => (row ? [[difference, row] as const] : [])),
    stale: rows.filter(({ watched }) => !failed.includes(watched)).flatMap(row => row.of.flatMap(of =>
      row.changes.map(change => ({ ...row, of: [of], changes: [change] }))))
      .filter(row => !differences.some(difference => explains(row, difference)))
      .map(({ watched, of, changes }) => `${watched}, ${of}: ${changes}`),
  };
}

function explains({ watched, of, changes }: Explained, difference: Difference): boolean {
  return watched === difference.watched && of.some(name => globMatches(name, difference.of))
    && changes.some(change => globMatches(change, difference.change));
}
