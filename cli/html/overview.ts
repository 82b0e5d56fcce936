import { code, Content, counted, Element, h, joined, list, part, partLink } from './elements';
import { allStatements, Entry } from './entries';
import { table } from './tables';
import { warningList } from './warnings';
import { openWords } from './wide-notes';
import { Review, SubjectKind } from '../review/model';

/** What a reviewer wants to know first: how much there is, and what needs a look. */
export function overview(review: Review, entries: readonly Entry[]): Element {
  return h('section', { 'id': 'overview', 'aria-labelledby': 'overview-name' },
    h('h2', { id: 'overview-name' }, 'Overview'),
    h('ul', { class: 'counts' }, figures(review).map(({ count, words, anchor }) =>
      h('li', { class: anchor === undefined || count === 0 ? undefined : 'look' },
        partLink(count === 0 ? undefined : anchor, [h('strong', null, count.toLocaleString('en-US')), ' ', words])))),
    folded('wide-grants', 'Open wide grants', openGrants(entries), entries.flatMap(openStatements).length),
    folded('warnings', 'Warnings and notes', warningList(review.warnings), review.warnings.length),
    folded('stacks', 'Stacks', stackTable(review), review.stacks.length));
}

interface Figure {
  readonly count: number;
  readonly words: string;
  /** What to look at, if there is any. */
  readonly anchor?: string;
}

function figures({ subjects, warnings }: Review): readonly Figure[] {
  const statements = subjects.flatMap(subject => subject.statements);
  const open = subjects.flatMap(allStatements).flatMap(({ wide }) => wide).filter(({ isOpen }) => isOpen);
  const figure = (count: number, one: string, more = `${one}s`): Figure => ({ count, words: count === 1 ? one : more });
  const ofKind = (kind: SubjectKind) => subjects.filter(subject => subject.kind === kind).length;
  return [
    figure(ofKind('role'), 'role'),
    ...(['user', 'group'] as const).map(kind => figure(ofKind(kind), kind)).filter(({ count }) => count > 0),
    ...[figure(ofKind('policy'), 'policy of its own', 'policies of their own')].filter(({ count }) => count > 0),
    figure(statements.length, 'statement'),
    { ...figure(open.length, 'open wide grant'), anchor: 'wide-grants' },
    { ...figure(warnings.filter(({ level }) => level !== 'info').length, 'warning'), anchor: 'warnings' },
  ];
}

/** More rows than these fold. */
const UNFOLDED = 10;

function folded(id: string, heading: string, content: Content, rows: number): Content {
  return rows <= UNFOLDED ? part('h3', heading, content, { id }) : h('details', null,
    h('summary', null, h('h3', { id }, heading), ` (${rows.toLocaleString('en-US')})`),
    content);
}

function openGrants(entries: readonly Entry[]): Element | null {
  return table('open-grants', entries.flatMap(entry => openStatements(entry).map(({ words, sid, wide, anchor }) => ({
    cells: [
      partLink(entry.anchor, entry.subject.id),
      [partLink(anchor, words), sid === undefined ? null : [' ', code(sid)]],
      list(openWords(wide)),
    ],
  }))));
}

function openStatements({ subject, anchor, statementAnchors }: Entry) {
  return [
    ...subject.trust.map(statement => ({ ...statement, anchor })),
    ...subject.statements.map(statement => ({ ...statement, anchor: statementAnchors.get(statement) })),
  ].filter(({ wide }) => wide.some(({ isOpen }) => isOpen));
}

function stackTable({ stacks, subjects }: Review): Element | null {
  return table('stacks', stacks.map(({ name, environment, template }) => ({
    cells: [
      name,
      environment === undefined ? 'not set' : code(environment),
      code(template),
      contents(subjects.filter(({ stack }) => stack === name)),
    ],
  })));
}

function contents(subjects: Review['subjects']): string {
  const kinds = [...new Set(subjects.map(({ kind }) => kind))];
  const plural = (kind: SubjectKind) => (kind === 'policy' ? 'policies' : `${kind}s`);
  return kinds.length === 0
    ? 'no IAM resources'
    : joined(kinds.map(kind => counted(subjects.filter(subject => subject.kind === kind).length, kind, plural(kind))));
}
