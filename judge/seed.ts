/**
 * The same options each time, so that a change fails for what it does. Another `JUDGE_SEED` judges others, and a
 * failure says which it was.
 */
export function judgeSeed(): number {
  return Number(process.env.JUDGE_SEED ?? 1);
}
