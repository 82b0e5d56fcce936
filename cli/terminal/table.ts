import { shared, widthOf, wrapped } from './columns';

/** A line in a cell, and how it is colored. */
export interface Line {
  readonly text: string;
  readonly style?: Style;
}

export type Style = (text: string) => string;
export type Cell = readonly Line[];

export interface Column {
  readonly name: string;
  /** Its part of the width. */
  readonly part: number;
}

const GAP = '  ';

/** A table without frames, below a line of headings. */
export function table(
  columns: readonly Column[], rows: readonly (readonly Cell[])[], width: number, heading: Style,
): string {
  const headings = columns.map(({ name }) => [{ text: name, style: heading }]);
  const all = [headings, ...rows].map(cells => cells.map(cell => cell.filter(({ text }) => text !== '')));
  const widths = fitted(all, shared(width, columns.map(({ part }) => part), GAP.length));
  return all.flatMap(cells => rowLines(cells, widths)).join('\n');
}

/** No column is wider than its longest text. Those that lack the least get what that leaves. */
function fitted(rows: readonly (readonly Cell[])[], widths: readonly number[]): readonly number[] {
  const needed = widths.map((_, index) =>
    Math.max(...rows.flatMap(cells => cells[index].map(({ text }) => widthOf(text)))));
  const lacking = needed.map((need, index) => need - widths[index]);
  let room = lacking.reduce((sum, lack) => sum + Math.max(0, -lack), 0);
  const wider = [...widths];
  for (const index of [...lacking.keys()].sort((one, other) => lacking[one] - lacking[other])) {
    const added = Math.min(Math.max(0, lacking[index]), room);
    wider[index] += added;
    room -= added;
  }
  return wider.map((width, index) => Math.min(width, needed[index]));
}

/** The lines of a row. Each line of a cell resets its color, because the next cell follows on the same line. */
function rowLines(cells: readonly Cell[], widths: readonly number[]): readonly string[] {
  const columns = cells.map((cell, index) =>
    cell.flatMap(({ text, style }) => wrapped(text, widths[index]).map(line => ({ text: line, style }))));
  const height = Math.max(...columns.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => columns.map((column, index) => {
    const { text, style = plain } = column[line] ?? { text: '' };
    return `${style(text)}${' '.repeat(widths[index] - widthOf(text))}`;
  }).join(GAP).trimEnd());
}

export function plain(text: string): string {
  return text;
}
