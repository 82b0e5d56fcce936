import { Attributes, Content, Element, h } from '../elements';
import { allStatements, Entry, widthOf } from '../entries';
import { grouped } from '../grouped';
import { Node, Strength, STRENGTHS } from './graph';
import { Column, COLUMNS, Curve, Layout, Placed, ROW, WIDTH } from './layout';

/** Room at the edges, for marks of the keyboard's focus. */
const MARGIN = 4;

/** The picture. Each subject is a link to its page; the other texts and the lines are for the eyes only. */
export function svg({ height, principals, subjects, targets, assumes, reaches }: Layout): Element {
  const assumed = linesOf({ name: 'principals', column: principals, curves: assumes });
  const reached = linesOf({ name: 'targets', column: targets, curves: reaches });
  return h('svg', {
    'viewBox': `${-MARGIN} ${-MARGIN} ${WIDTH + 2 * MARGIN} ${height + 2 * MARGIN}`,
    'role': 'group',
    'aria-labelledby': 'picture-title',
    'aria-describedby': 'picture-description',
  },
  h('title', { id: 'picture-title' }, 'Who may assume which role, and what it reaches'),
  h('desc', { id: 'picture-description' },
    `${principals.items.length} principals, ${subjects.items.length} roles, users, groups and policies, and `
    + `${targets.items.length} resources and services. Below the picture is a table that says the same.`),
  nodes(principals, 'principals'),
  nodes(targets, 'targets'),
  h('g', { class: 'heads' }, heads(subjects, COLUMNS.subjects.left + ROW / 2)),
  subjects.items.map(placed => subject(placed, [assumed, reached].map(lines => lines(placed.of.index)))));
}

/** The attributes with the positions of nodes. */
const NUMBERS = { principals: 'data-from', targets: 'data-to' } as const;

/** What is between two columns. The name is that of the column of nodes, whose positions the lines have. */
interface Lines {
  readonly name: 'principals' | 'targets';
  readonly column: Column<Node>;
  readonly curves: readonly Curve[];
}

/** The lines of each subject, the strongest on top. */
function linesOf({ name, column, curves }: Lines): (index: number) => readonly Element[] {
  const positions = new Map(column.items.map(({ of }, index) => [of.key, index]));
  const bySubject = grouped(curves, ({ subject: of }) => of);
  return index => [...bySubject.get(index) ?? []]
    .sort((one, other) => STRENGTHS.indexOf(one.strength) - STRENGTHS.indexOf(other.strength))
    .map(({ node, strength, path }) => h('path', {
      [NUMBERS[name]]: positions.get(node), class: name === 'principals' ? undefined : strength, d: path,
    }));
}

function subject({ of: entry, y }: Placed<Entry>, lines: Content): Element {
  const { left, right } = COLUMNS.subjects;
  const { id, stack } = entry.subject;
  const open = allStatements(entry.subject).some(statement => widthOf(statement) === 'open');
  const label = id.startsWith(`${stack}/`) ? id.slice(stack.length + 1) : id;
  return h('g', { 'class': 'subject', 'data-subject': entry.index },
    lines,
    h('a', { href: `#${entry.anchor}` },
      h('rect', { x: left, y: y - ROW / 2 + 1 }),
      textIn({ x: left + ROW / 2, y: y + 4 }, label, open ? 34 : 40),
      open ? h('text', { class: 'open', x: right - ROW / 2, y: y + 4 }, 'open') : null));
}

function nodes(column: Column<Node>, name: 'principals' | 'targets'): Element {
  const x = name === 'principals' ? COLUMNS.principals.right - 8 : COLUMNS.targets.left + 8;
  return h('g', { 'class': name, 'aria-hidden': 'true' },
    heads(column, x),
    column.items.map(({ of: { label }, y }, index) => textIn({ [NUMBERS[name]]: index, x, y: y + 4 }, label, 35)));
}

function heads({ headings }: Column<unknown>, x: number): readonly Element[] {
  return headings.map(({ of, y }) => textIn({ class: 'head', x, y: y + 4 }, of, 38));
}

/** A text that has room for some characters. The whole of it appears when it is pointed at. */
function textIn(attributes: Attributes, whole: string, length: number): Element {
  const short = shortened(whole, length);
  return h('text', attributes, short, short === whole ? null : h('title', null, whole));
}

/** The end of a path tells more than its middle. */
function shortened(text: string, length: number): string {
  const characters = [...text];
  const head = Math.floor(length / 3);
  return characters.length <= length ? text : [...characters.slice(0, head), '…', ...characters.slice(head + 1 - length)].join('');
}

/** What the lines mean. */
export const LINES: Readonly<Record<Strength | 'assumes', string>> = {
  assumes: 'may assume',
  reads: 'lists or reads',
  writes: 'writes or tags',
  permissions: 'changes permissions',
};

export function legend(): Element {
  return h('ul', { class: 'legend' }, (['assumes', ...STRENGTHS] as const).map(name => h('li', null,
    h('svg', { 'viewBox': '0 0 40 10', 'aria-hidden': 'true' }, h('path', { class: name === 'assumes' ? undefined : name, d: 'M0 5H40' })), LINES[name])));
}
