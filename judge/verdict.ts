/** The verdict of a judge. */
export interface Verdict {
  /** What was judged, with the count: `129 templates`. */
  readonly judged: string;
  /** Each finding once, in words that do not depend on names that users choose. */
  readonly findings: readonly string[];
  /** Whether the judge itself failed: its findings are then unknown. */
  readonly isBroken?: boolean;
}

/** Prints the verdict on the last line of the output. Each judge runs in its own process. */
export function announce({ judged, findings }: Verdict): void {
  console.log(JSON.stringify({ judged, findings: [...new Set(findings)].sort() }));
}

/** Formats a count: `1 row`, `2 rows`. */
export function count(number: number, thing: string): string {
  return `${number.toLocaleString('en')} ${thing}${number === 1 ? '' : 's'}`;
}
