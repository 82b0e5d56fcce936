/**
 * The same options each time, so that a change fails for what it does. Another `JUDGE_SEED` judges others, and a
 * failure says which it was.
 */
export const SEED = wholeNumber('JUDGE_SEED', 1);

/** Random option sets of each construct, at least. */
export const RUNS = wholeNumber('JUDGE_RUNS', 1_000);

function wholeNumber(name: string, byDefault: number): number {
  const value = Number(process.env[name] ?? byDefault);
  if (!Number.isInteger(value)) {
    throw new Error(`${name} must be a whole number, got '${process.env[name]}'`);
  }
  return value;
}
