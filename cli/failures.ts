import { isWiderIn, ReviewChanges } from './compare/changes';
import { Finding } from './report';
import { Review } from './review/model';
import { isNearlyUsed, isOpen } from './review/open';
import { isOpenPolicy } from './review/open-policies';

/** What a pipeline may fail for: the findings of a review, and of what changed since another one. */
export function failures(review: Review, changes?: ReviewChanges): readonly Finding[] {
  const { subjects, warnings } = review;
  const found: Readonly<Record<Finding, boolean>> = {
    wider: changes !== undefined && isWiderIn(changes.direction),
    changed: changes !== undefined && changes.subjects.length > 0,
    wide: subjects.some(({ statements, trust, attached }) =>
      [...statements, ...trust].some(isOpen) || attached.some(isOpenPolicy)),
    warnings: warnings.some(({ level }) => level !== 'info'),
    quotas: subjects.some(({ quotas }) => quotas.some(isNearlyUsed)),
  };
  return (Object.keys(found) as Finding[]).filter(finding => found[finding]);
}
