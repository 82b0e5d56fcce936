import { asWritten } from './as-written';
import { TableKind } from './columns';
import { badge, capitalized, code, Content, Element, h, list, prose, webLink } from './elements';
import { Entry } from './entries';
import { grouped } from './grouped';
import { dataRow, tableOf } from './tables';
import { commonReason, hasPlainWidth, wideNotes } from './wide-notes';
import { Reason, Selection, StatementReview } from '../review/model';
import { startOf } from '../statements/statement';

/** Who may assume a role. */
export function trustTable({ subject }: Entry): Content {
  return statementTable('trust', subject.trust.map(statement => ({
    statement, selection: statement.principals, anchor: undefined,
  })));
}

/** What a principal may do. */
export function permissionsTable({ subject, statementAnchors }: Entry): Content {
  return statementTable('permissions', subject.statements.map(statement => ({
    statement, selection: statement.resources, anchor: statementAnchors.get(statement),
  })));
}

interface Shown {
  readonly statement: StatementReview;
  /** The content of the third column. */
  readonly selection: Selection | undefined;
  readonly anchor: string | undefined;
}

function statementTable(kind: TableKind, statements: readonly Shown[]): Content {
  if (statements.length === 0) {
    return null;
  }
  const common = commonReason(statements.map(({ statement }) => statement));
  const runs = [...grouped(statements, ({ statement }) => headingOf(statement)).values()];
  return [
    common === undefined ? null : h('p', { class: 'note' }, badge('wide', 'Wide'), ' ', capitalized(common)),
    tableOf(kind, runs.map(run =>
      h('tbody', null, runRow(run[0].statement), run.map(shown => row(shown, common))))),
  ];
}

/** What is shown once for all statements of a policy that have the same source: their order means nothing to IAM. */
function headingOf({ policy, why }: StatementReview): string {
  return JSON.stringify([policy, why?.title, why?.url, why?.section, why?.asOf]);
}

/** The policy, and why its next statements are there. */
function runRow({ policy, why }: StatementReview): Element | null {
  const source = why === undefined ? null : ['Source: ', sourceWords(why)];
  return policy === undefined && why === undefined ? null : h('tr', { class: 'run' },
    h('td', { colSpan: 5 }, policy === undefined ? null : h('strong', null, policy), ' ', source));
}

function sourceWords({ title, url, section, asOf }: Reason): Content {
  return [webLink(url, title), section === '' ? null : `, ${section}`, ` (${asOf})`];
}

function row({ statement, selection, anchor }: Shown, common: string | undefined): Element {
  const { sid, levels, conditions, why, effect } = statement;
  return dataRow({
    attributes: { id: anchor },
    cells: [
      whatItAllows(statement, common),
      [
        effect === 'Deny' ? badge('deny', 'Deny') : null,
        levels.map(level => badge(level, capitalized(level))),
        hasPlainWidth(statement, common) ? badge('wide', 'Wide') : null,
      ],
      selectionWords(selection),
      list(conditions.map(({ words }) => words)),
      why === undefined ? null : notes(why),
      h('details', null, h('summary', null, sid ?? 'As written'), h('p', null, asWritten(statement))),
    ],
  });
}

function whatItAllows(statement: StatementReview, common: string | undefined): Content {
  const { onlyIf } = statement;
  return [
    beginningOf(statement),
    onlyIf === undefined ? null : h('p', null, 'Only if ', code(onlyIf), ' is true in the template'),
    wideNotes(statement, common),
  ];
}

/** The sentence up to the resources or conditions that have a column of their own. */
function beginningOf(statement: StatementReview): string {
  const { words, resources: { isExcept, items }, conditions } = statement;
  const start = isExcept || items.length === 0 || items.some(({ text }) => text === '*') ? undefined : startOf(statement);
  const end = conditions.length === 0 ? -1 : words.indexOf(`, if ${conditions[0].words}`);
  return start !== undefined && words.startsWith(`${start} `) ? start : end > 0 ? words.slice(0, end) : words;
}

function selectionWords(selection: Selection | undefined): Content {
  const items = list((selection?.items ?? []).map(({ words, onlyIf }) =>
    [words, onlyIf === undefined ? null : [' (only if ', code(onlyIf), ')']]));
  return selection?.isExcept ? [h('p', null, 'All except'), items] : items;
}

/** How a statement departs from its source, in which versions of the platform it is needed, and what asks for it. */
function notes({ note, since, until, options }: Reason): Content {
  const versions = [since && `since ${since}`, until && `before ${until}`].filter(Boolean).join(', ');
  return [
    note === undefined ? null : h('p', null, prose(capitalized(note))),
    versions === '' ? null : h('p', null, capitalized(versions)),
    options.length === 0 ? null : h('p', null, 'By ', options.map((option, index) => [index === 0 ? null : ', ', prose(option)])),
  ];
}
