import { isWiderIn, ReviewChanges, together } from './changes';
import { subjectChange } from './compare-subjects';
import { subjectPairs, withStackOf } from './match-subjects';
import { inOneLine } from './one-line';
import { Review } from '../review/model';

/**
 * What changed between two reviews of an app.
 *
 * @param base the review before the change
 * @param head the review after it
 */
export function compareReviews(base: Review, head: Review): ReviewChanges {
  const sides = { base: withStackOf(head, base), head };
  const subjects = subjectPairs(sides.base, head)
    .map(pair => subjectChange(pair, sides))
    .filter(change => change !== undefined);
  return {
    line: inOneLine(subjects),
    direction: together(subjects.map(({ direction }) => direction)),
    subjects,
  };
}

/** Whether some role may do more, or more principals may use it, unless it is certain that they don't. */
export function isWider({ direction }: Pick<ReviewChanges, 'direction'>): boolean {
  return isWiderIn(direction);
}
