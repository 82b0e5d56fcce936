/** The releases of a program that the judge runs: the oldest, the newest, and each that needs something else. */
export interface Program {
  readonly name: string;
  readonly judged: readonly string[];
  /** All others, which need the same as the judged one before them. */
  readonly others: readonly string[];
}

export const PROGRAMS: readonly Program[] = [
  {
    name: 'parallelcluster2',
    judged: ['2.11.9'],
    others: [],
  },
];

/** In the order of their publication. */
export function inOrder(releases: readonly string[]): readonly string[] {
  const numbers = (release: string) => release.split('.').map(Number);
  return [...releases].sort((one, other) => {
    const [ones, others] = [one, other].map(numbers);
    return ones.map((number, index) => number - others[index]).find(difference => difference !== 0) ?? 0;
  });
}
