import { ChangeKind, Direction, ItemChange, PartChange, StatementChange, SubjectChange } from '../compare/changes';
import { ConditionReview, Item, Reason, Selection, StatementReview } from '../review/model';

// What a change changes, in the rows of a table, for every format.

/** A row of the table of a role. */
export interface ChangeRow {
  /** What differs: `trust`, `attached policy`. Nothing for a statement of a policy. */
  readonly part: string;
  /** The statement. */
  readonly key: string;
  /** `added, wider` */
  readonly change: string;
  readonly direction: Direction;
  readonly principals: readonly Mark[];
  readonly actions: readonly Mark[];
  /** Resources, or what differs that is no statement: an attached policy, a boundary. */
  readonly resources: readonly Mark[];
  readonly conditions: readonly Mark[];
  readonly why?: Reason;
}

/** Something in a cell. */
export interface Mark {
  /** Nothing for what did not change. */
  readonly sign: '' | '+' | '-' | '~';
  readonly text: string;
  /** What it replaces. */
  readonly from?: string;
}

const SIGNS: Readonly<Record<ChangeKind, Mark['sign']>> = { added: '+', removed: '-', changed: '~', moved: '~' };

/** The rows of a subject: who has it, what it may do, and what limits it. */
export function changeRows(subject: SubjectChange): readonly ChangeRow[] {
  const { trust, statements, attached, attachedTo, groups, boundary, maxSession, onlyIf } = subject;
  return [
    ...(onlyIf ? [partRow('condition of CloudFormation', onlyIf, text => text)] : []),
    ...trust.map(change => statementRow(change, 'trust')),
    ...statements.map(change => statementRow(change, '')),
    ...attached.map(change => partRow('attached policy', change, policy => withCondition(policy.name, policy.onlyIf))),
    ...groups.map(change => partRow('group', change, text => text)),
    ...attachedTo.map(change => partRow('attached to', change, text => text)),
    ...(boundary ? [partRow('boundary', boundary, ({ policy }) => policy)] : []),
    ...(maxSession ? [partRow('longest session', maxSession, text => text)] : []),
  ];
}

/** `renamed and changed, wider` */
export function subjectWords({ change, direction, from }: SubjectChange): string {
  const words = changeWords({ change, direction });
  return from === undefined ? words : words.replace(/^\w+/, change === 'moved' ? 'renamed' : 'renamed and changed');
}

/** `added, wider` */
export function changeWords({ change, direction }: PartChange<unknown>, isDeny = false): string {
  if (direction !== 'same meaning') {
    return `${change}, ${direction === 'both' ? 'wider and narrower' : direction}`;
  }
  const verb = isDeny ? 'denied' : 'allowed';
  return change === 'added' ? `added, ${verb} before`
    : change === 'removed' ? `removed, still ${verb}` : `${change}, same meaning`;
}

function partRow<T>(label: string, part: PartChange<T>, textOf: (value: T) => string): ChangeRow {
  const [before, after] = [part.base, part.head].map(value => (value === undefined ? undefined : textOf(value)));
  return {
    part: label,
    key: '',
    change: changeWords(part),
    direction: part.direction,
    principals: [],
    actions: [],
    resources: [markOf(part.change, before, after)],
    conditions: [],
  };
}

function markOf(change: ChangeKind, before: string | undefined, after: string | undefined): Mark {
  const from = after === undefined ? undefined : before;
  return { sign: SIGNS[change], text: after ?? before ?? '', ...(from !== undefined && { from }) };
}

function statementRow(change: StatementChange, part: string): ChangeRow {
  const { key, base, head, direction } = change;
  const statement = head ?? base!;
  const cells = change.change === 'changed' ? differences(change) : wholes(statement);
  return {
    part: [key.startsWith(`${part}[`) ? '' : part, statement.effect === 'Deny' ? 'Deny' : ''].filter(Boolean).join(' '),
    key,
    change: `${changeWords(change, statement.effect === 'Deny')}${places(change)}`,
    direction,
    ...cells,
    ...(statement.why && { why: statement.why }),
  };
}

/** What a statement is called, and where it stands. */
const PLACES: readonly (readonly [place: keyof StatementReview, name: string, otherwise?: string])[] = [
  ['effect', 'effect'], ['sid', 'Sid'], ['policy', 'policy'], ['onlyIf', 'condition of CloudFormation'],
  ['version', 'Version', '2012-10-17'],
];

/** Where it was before. */
function places({ base, head }: StatementChange): string {
  return !base || !head ? '' : PLACES.filter(([place]) => base[place] !== head[place])
    .map(([place, name, otherwise = 'none']) => `, ${name} was ${base[place] ?? otherwise}`).join('');
}

type Cells = Pick<ChangeRow, 'principals' | 'actions' | 'resources' | 'conditions'>;

function wholes({ principals, actions, resources, conditions }: StatementReview): Cells {
  const marks = (selection: Selection | undefined, isText: boolean) => (selection?.items ?? []).map(item =>
    ({ sign: '' as const, text: itemText(item, selection!.isExcept, isText) }));
  return {
    principals: marks(principals, false),
    actions: marks(actions, true),
    resources: marks(resources, false),
    conditions: conditions.map(({ words }) => ({ sign: '' as const, text: words })),
  };
}

function differences({ principals, actions, resources, conditions }: StatementChange): Cells {
  return {
    principals: principals.map(change => itemMark(change, false)),
    actions: actions.map(change => itemMark(change, true)),
    resources: resources.map(change => itemMark(change, false)),
    conditions: conditions.map(({ change, base, head }) =>
      markOf(change, base && conditionText(base), head && conditionText(head))),
  };
}

function itemMark({ change, base, head, isExcept }: ItemChange, isText: boolean): Mark {
  // Two that have the same words differ in their texts.
  const asText = isText || base?.words === head?.words;
  const [before, after] = [base, head].map(item => item && itemText(item, isExcept, asText));
  return markOf(change, before, after);
}

function itemText({ text, words, onlyIf }: Item, isExcept: boolean, isText: boolean): string {
  return withCondition(`${isExcept ? 'not ' : ''}${isText ? text : words}`, onlyIf);
}

function conditionText({ words, onlyIf }: ConditionReview): string {
  return withCondition(words, words.includes(`(if ${onlyIf})`) ? undefined : onlyIf);
}

function withCondition(text: string, onlyIf: string | undefined): string {
  return onlyIf === undefined ? text : `${text} (if ${onlyIf})`;
}
