import { Place, placeOfSubject, placeOfWarning, Places } from './places';
import { ATTACHED_RULE, QUOTA_RULE, Rule, WARNING_RULE, WIDE_RULES } from './rules';
import { AttachedPolicy, Quota, Review, StatementReview, Subject, Warning, Wide } from '../review/model';
import { isNearlyUsed } from '../review/open';
import { isOpenPolicy } from '../review/open-policies';

/** Something that a reviewer has to look at. */
export interface Finding {
  readonly rule: Rule;
  readonly level: Rule['level'];
  readonly message: string;
  readonly place: Place;
  /** The construct or the stack. */
  readonly path: string;
  /** What tells it from others of its rule, the same in the next synthesis. */
  readonly identity: readonly string[];
}

/** What is open in a review, the most important first. */
export function findingsOf(review: Review, places: Places): readonly Finding[] {
  const found = [
    ...review.subjects.flatMap(subject => ofSubject(subject, placeOfSubject(subject, places))),
    ...review.warnings.filter(({ level }) => level !== 'info').map(warning => ofWarning(warning, places)),
  ];
  return found.sort((one, other) => (other.rule.severity ?? 0) - (one.rule.severity ?? 0));
}

function ofSubject(subject: Subject, place: Place): readonly Finding[] {
  const at = { place, path: subject.id };
  return [
    ...(['trust', 'statements'] as const).flatMap(part => subject[part].flatMap(statement =>
      statement.wide.filter(({ isOpen }) => isOpen)
        .map(wide => ({ ...at, ...ofWide(wide, statement, subject, part) })))),
    ...subject.attached.filter(isOpenPolicy)
      .map(policy => ({ ...at, ...ofAttached(policy, subject) })),
    ...subject.quotas.filter(isNearlyUsed)
      .map(quota => ({ ...at, ...ofQuota(quota, subject) })),
  ];
}

type AtSubject = Omit<Finding, 'place' | 'path'>;

function ofWide(
  { kind, text, because, option }: Wide, { key, words }: StatementReview, { id }: Subject, part: 'trust' | 'statements',
): AtSubject {
  const rule = WIDE_RULES[kind];
  const reasons = [option && `the app chose ${option}`, because].filter(reason => reason !== undefined);
  const reason = reasons.length > 0 ? ` (${reasons.join('; ')})` : '';
  return {
    rule,
    level: rule.level,
    message: `${id}: the ${part === 'trust' ? 'trust ' : ''}statement ${key} allows ${kind}: ${text}${reason}. ${words}.`,
    identity: [id, part, key, text],
  };
}

function ofAttached({ arn, name, width, onlyIf }: AttachedPolicy, { id }: Subject): AtSubject {
  return {
    rule: ATTACHED_RULE,
    level: width === 'everything' ? 'error' : ATTACHED_RULE.level,
    message: `${id}: the AWS policy ${name} is attached, which allows much: ${width}${onlyIf ? ` (if ${onlyIf})` : ''}.`,
    identity: [id, arn, ...onlyIf === undefined ? [] : [onlyIf]],
  };
}

function ofQuota({ name, unit, used: { min, max }, limit }: Quota, { id }: Subject): AtSubject {
  const used = min === max ? `${min}` : `between ${min} and ${max}`;
  return {
    rule: QUOTA_RULE,
    level: min > limit ? 'error' : 'warning',
    message: `${id}: the quota of ${name} is ${limit} ${unit}, and the app uses ${used}.`,
    identity: [id, name],
  };
}

function ofWarning(warning: Warning, places: Places): Finding {
  const { path, level, id, message } = warning;
  return {
    rule: WARNING_RULE,
    level: level === 'error' ? 'error' : 'warning',
    message: `${path}: ${message}`,
    place: placeOfWarning(warning, places),
    path,
    // Numbers in the text may change, the id does not.
    identity: [path, id ?? message],
  };
}
