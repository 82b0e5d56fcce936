import { columnsOf, TableKind } from './columns';
import { Attributes, Content, Element, h } from './elements';

/** A row with a cell for each column. The first one is its heading. */
export interface Row {
  readonly cells: readonly Content[];
  readonly attributes?: Attributes;
}

/** A table that becomes a list of cards where there is no room. Null without rows. */
export function table(kind: TableKind, rows: readonly Row[]): Element | null {
  return rows.length === 0 ? null : tableOf(kind, h('tbody', null, rows.map(dataRow)));
}

/** The heading above it is its caption: the script tells screen readers so. */
export function tableOf(kind: TableKind, bodies: Content): Element {
  return h('table', { class: kind },
    h('thead', null, h('tr', null, columnsOf(kind).map(column => h('th', null, column)))),
    bodies);
}

export function dataRow({ cells: [first, ...others], attributes = {} }: Row): Element {
  return h('tr', attributes, h('th', null, first), others.map(cell => h('td', null, cell)));
}
