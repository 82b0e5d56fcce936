import { wrapped } from './columns';
import { Paint } from './paint';
import { Cell, Line, plain, Style, table } from './table';
import { Quota, Reason, StatementReview, Subject } from '../review/model';
import { isNearlyUsed } from '../review/open';
import { acknowledgedWords, attachedWords, durationWords, kindWords, quotaWords, someOptions, sourceWords, versionWords, wideWords } from '../text/words';

const COLUMNS = [
  { name: 'Statement', part: 24 }, { name: 'What it allows', part: 38 }, { name: 'Access', part: 15 }, { name: 'Why', part: 36 },
];

/** A role, user, group or policy: who has it, what it may do and why, and what limits it. */
export function subjectText(subject: Subject, paint: Paint, width: number): string {
  const { id, name, statements } = subject;
  return [
    `${paint.title(id)}  ${kindWords(subject)}${name === undefined ? '' : `, named ${name}`}`,
    ...factLines(subject, paint, width),
    ...(statements.length === 0 ? []
      : [table(COLUMNS, statements.map(statement => cellsOf(statement, paint)), width, paint.heading)]),
    ...quotaLines(subject.quotas, paint, width),
    ...subject.reach.flatMap(({ who, can, advice }) =>
      labelled('Reaches', unmarked(`${who} can ${can}: ${advice}`), width, paint, paint.wide)),
  ].join('\n');
}

function factLines(subject: Subject, paint: Paint, width: number): readonly string[] {
  const { description, trust, attached, boundary, maxSessionDuration } = subject;
  const { groups = [], attachedTo = [], acknowledged = [] } = subject;
  const facts: readonly (readonly [label: string, text: string, style?: Style])[] = [
    ...(description === undefined ? [] : [['Is for', description] as const]),
    ...trust.map(statement => ['Trusts', trustWords(statement), isOpen(statement) ? paint.wide : undefined] as const),
    ...attached.map(policy => ['Has', attachedWords(policy), policy.width === undefined ? undefined : paint.wide] as const),
    ...groups.map(group => ['Is in', group] as const),
    ...attachedTo.map(principal => ['Is had by', principal] as const),
    ...(boundary ? [['Boundary', boundary.policy] as const] : []),
    ...(maxSessionDuration === undefined ? [] : [['Sessions', `up to ${durationWords(maxSessionDuration)}`] as const]),
    ...acknowledged.map(finding => ['Accepted', acknowledgedWords(finding)] as const),
  ];
  return facts.flatMap(([label, text, style]) => labelled(label, text, width, paint, style));
}

const LABEL = 11;

/** Lines after a label. */
export function labelled(
  label: string, text: string, width: number, paint: Paint, style: Style = plain,
): readonly string[] {
  return wrapped(text, Math.max(20, width - LABEL)).map((line, index) =>
    `${paint.heading((index === 0 ? label : '').padEnd(LABEL))}${style(line)}`);
}

function isOpen({ wide }: StatementReview): boolean {
  return wide.some(one => one.isOpen);
}

function trustWords({ effect, words, wide, onlyIf }: StatementReview): string {
  const under = onlyIf === undefined ? [] : [`only if ${onlyIf}`];
  return [`${effect === 'Deny' ? 'Deny: ' : ''}${words}`, ...under, ...wide.map(one => `${one.isOpen ? '! WIDE' : 'wide'}, ${wideWords(one)}`)].join('; ');
}

function cellsOf({ key, effect, words, onlyIf, levels, wide, why }: StatementReview, paint: Paint): readonly Cell[] {
  const marks = wide.map((one): Line => (one.isOpen ? { text: `! WIDE: ${wideWords(one, why)}`, style: paint.wide }
    : { text: `wide: ${wideWords(one, why)}`, style: paint.minor }));
  return [
    [{ text: key }, { text: effect === 'Deny' ? 'Deny' : '', style: paint.good }],
    [{ text: words }, { text: onlyIf === undefined ? '' : `only if ${onlyIf}` }, ...marks],
    [{ text: levels.join(', '), style: levels.includes('permissions') ? paint.wide : undefined }],
    whyLines(why, paint),
  ];
}

/** The source with its date, the departure from it, the versions, and the options that grant it. */
export function whyLines(why: Reason | undefined, { minor }: Paint): readonly Line[] {
  if (why === undefined) {
    return [];
  }
  const { named, others } = someOptions(why);
  return [
    { text: `${sourceWords(why)} (${why.asOf})`, style: minor },
    { text: unmarked(why.note ?? '') },
    { text: [versionWords(why), named.length === 0 ? '' : `by ${unmarked(named.join(', '))}${others}`].filter(Boolean).join(', '), style: minor },
  ];
}

/** What the documents have marked. */
function unmarked(text: string): string {
  return text.replace(/\*\*|`/g, '');
}

const BAR = 20;

function quotaLines(quotas: readonly Quota[], paint: Paint, width: number): readonly string[] {
  const longest = Math.max(0, ...quotas.map(({ name }) => name.length));
  return quotas.flatMap((quota, index) => {
    const full = Math.min(BAR, Math.round((BAR * quota.used.max) / quota.limit));
    const text = `${quota.name.padEnd(longest)} [${'#'.repeat(full)}${'.'.repeat(BAR - full)}] ${quotaWords(quota)}`;
    return labelled(index === 0 ? 'Quotas' : '', text, width, paint, isNearlyUsed(quota) ? paint.wide : plain);
  });
}
