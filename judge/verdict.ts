/** What a judge says. */
export interface Verdict {
  /** What was judged, and how much of it: `129 templates`. */
  readonly judged: string;
  /** Each once, in words that don't depend on names that users choose. */
  readonly findings: readonly string[];
  /** The judge itself broke: what it found before is not known. */
  readonly isBroken?: boolean;
}

/** Judges run in processes of their own, and say their verdict on the last line. */
export function announce({ judged, findings }: Verdict): void {
  console.log(JSON.stringify({ judged, findings: [...new Set(findings)].sort() }));
}

/** `1 row`, `2 rows` */
export function count(number: number, thing: string): string {
  return `${number.toLocaleString('en')} ${thing}${number === 1 ? '' : 's'}`;
}
