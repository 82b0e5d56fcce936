import { plural } from './plural';
import {
  Acknowledgement, AttachedPolicy, Quota, Reason, Review, StatementReview, Subject, SubjectKind, Wide,
} from '../review/model';
import { isNearlyUsed, isOpen } from '../review/open';

// Parts of a review in words, for every format.

const KINDS: readonly SubjectKind[] = ['role', 'user', 'group', 'policy'];

/** `4 roles and 1 group in 2 stacks; 3 wide statements to look at; 1 warning` */
export function summaryOf({ subjects, stacks, warnings }: Review): string {
  const shown = warnings.filter(({ level }) => level !== 'info');
  const counts = KINDS.map(kind => ({ kind, count: subjects.filter(subject => subject.kind === kind).length }))
    .filter(({ count }) => count > 0).map(({ kind, count }) => plural(count, kind));
  const open = subjects.flatMap(statementsOf).filter(isOpen).length;
  const near = subjects.flatMap(({ quotas }) => quotas).filter(isNearlyUsed).length;
  return [
    `${counts.length === 0 ? 'no roles and policies' : counts.join(', ')} in ${plural(stacks.length, 'stack')}`,
    open === 0 ? 'nothing wide to look at' : `${plural(open, 'wide statement')} to look at`,
    ...(near === 0 ? [] : [`${plural(near, 'quota')} almost used up`]),
    ...(shown.length === 0 ? [] : [plural(shown.length, 'warning')]),
  ].join('; ');
}

export function statementsOf({ trust, statements }: Subject): readonly StatementReview[] {
  return [...trust, ...statements];
}

/**
 * `every resource: arn:aws:s3:::*, by S3Location.anyBucket(); the actions have no narrower resources`
 *
 * @param why the reason of the statement, which is shown with it
 */
export function wideWords({ kind, text, because, option }: Wide, why?: Reason): string {
  const [what, by] = [text === '*' ? kind : `${kind}: ${text}`, option === undefined ? '' : `, by ${option}`];
  return `${what}${by}${because === undefined || because === why?.note ? '' : `; ${because}`}`;
}

/** The most options that are named. */
const MOST_OPTIONS = 3;

/** The options that grant a statement: the first of them, and how many others there are. */
export function someOptions({ options }: Reason): { readonly named: readonly string[]; readonly others: string } {
  const count = options.length - MOST_OPTIONS;
  return { named: options.slice(0, MOST_OPTIONS), others: count > 0 ? ` and ${plural(count, 'other')}` : '' };
}

const OWNERS: Readonly<Record<AttachedPolicy['owner'], string>> = { aws: 'AWS', account: 'the account', app: 'the app' };

/** `ReadOnlyAccess of AWS: reads everything` */
export function attachedWords({ name, owner, width, onlyIf }: AttachedPolicy): string {
  return `${name} of ${OWNERS[owner]}${width === undefined ? '' : `: ${width}`}${onlyIf === undefined ? '' : ` (if ${onlyIf})`}`;
}

/** `12 hours`, `90 minutes` */
export function durationWords(duration: number | string): string {
  return typeof duration === 'string' ? duration
    : duration % 3600 === 0 ? plural(duration / 3600, 'hour')
      : duration % 60 === 0 ? plural(duration / 60, 'minute') : plural(duration, 'second');
}

/** `AwsSolutions-IAM5: the vendor asks for it` */
export function acknowledgedWords({ id, reason }: Acknowledgement): string {
  return reason === '' ? id : `${id}: ${reason}`;
}

/** `3,834 to 5,047 of 10,240 characters (49 %)` */
export function quotaWords({ used: { min, max }, limit, unit }: Quota): string {
  const number = (value: number) => value.toLocaleString('en-US');
  const state = min > limit ? ', above the limit' : max > limit ? ', may be above the limit' : '';
  const range = min === max ? number(max) : `${number(min)} to ${number(max)}`;
  return `${range} of ${number(limit)} ${unit} (${Math.round((100 * max) / limit)} %${state})`;
}

/** The page that a statement follows, or the part of it. */
export function sourceWords({ title, section }: Reason): string {
  return section === '' ? title : section;
}

/** `since 3.2.0, before 3.9.0` */
export function versionWords({ since, until }: Reason): string {
  return [since && `since ${since}`, until && `before ${until}`].filter(Boolean).join(', ');
}

/** `role, SageMakerExecutionRole of cdk-platform-iam 1.2.0` */
export function kindWords({ kind, construct, onlyIf }: Pick<Subject, 'kind' | 'construct' | 'onlyIf'>): string {
  const made = construct ? `, ${construct.name} of cdk-platform-iam ${construct.version}` : '';
  return `${kind}${made}${onlyIf === undefined ? '' : `, only if ${onlyIf}`}`;
}
