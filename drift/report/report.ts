import { Difference, WATCHED, Watched } from '../difference';
import { Explanation } from '../explained';
import { Looked } from '../watches';

/** All that the job found. */
export interface Report extends Explanation {
  readonly looked: readonly Looked[];
  readonly today: string;
}

/** Whether somebody has to read something. */
export function isQuiet({ unexplained, stale, looked }: Report): boolean {
  return unexplained.length === 0 && stale.length === 0 && looked.every(({ problem }) => problem === undefined);
}

/** Differences by what is watched, and by what changed. */
export function grouped(differences: readonly Difference[]) {
  return (Object.keys(WATCHED) as Watched[]).map(watched => {
    const own = differences.filter(difference => difference.watched === watched);
    const names = [...new Set(own.map(({ of }) => of))];
    const of = names.map(name => ({ name, differences: own.filter(difference => difference.of === name) }));
    return { watched, title: WATCHED[watched], of };
  }).filter(({ of }) => of.length > 0);
}

/** Differences that concern the same, together. */
export function byConcerns(differences: readonly Difference[]) {
  const all = [...new Set(differences.map(({ concerns }) => JSON.stringify(concerns)))];
  return all.map(text => ({
    concerns: JSON.parse(text) as readonly string[],
    changes: differences.filter(({ concerns }) => JSON.stringify(concerns) === text).map(({ change }) => change),
  }));
}

export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/** The first of some texts, and how many follow. */
export function first(texts: readonly string[], length: number): readonly string[] {
  return texts.length <= length ? texts : [...texts.slice(0, length), `${texts.length - length} more`];
}
