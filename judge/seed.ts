/**
 * Uses the same options in each run, so that a failure is caused by the change under test. Set `JUDGE_SEED` to try
 * other options; a failure prints the seed.
 */
export const SEED = wholeNumber('JUDGE_SEED', 1);

/** The minimum number of random option sets for each construct. */
export const RUNS = wholeNumber('JUDGE_RUNS', 1_000);

function wholeNumber(name: string, byDefault: number): number {
  const value = Number(process.env[name] ?? byDefault);
  if (!Number.isInteger(value)) {
    throw new Error(`${name} must be a whole number, got '${process.env[name]}'`);
  }
  return value;
}
