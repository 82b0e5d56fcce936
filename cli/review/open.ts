import { Quota, StatementReview } from './model';

// What somebody has to look at.

/** The share of a quota from which it is nearly used up. */
export const NEARLY = 0.9;

export function isNearlyUsed({ used: { min, max }, limit }: Quota): boolean {
  return min >= NEARLY * limit || max > limit;
}

export function isOpen({ wide }: StatementReview): boolean {
  return wide.some(found => found.isOpen);
}
