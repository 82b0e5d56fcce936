import { COLUMNS, columnsOf, TableKind } from '../columns';

const KINDS = Object.keys(COLUMNS) as readonly TableKind[];

/** The widths of the columns. */
const WIDTHS = KINDS.map(kind =>
  `.${kind} tr{grid-template-columns:${Object.values<number>(COLUMNS[kind]).map(share => `minmax(0,${share}fr)`).join(' ')}}`);

/** The names of the columns in each card. The first one is its heading. */
const LABELS = KINDS.flatMap(kind => columnsOf(kind).map((name, index) =>
  `.${kind} td:nth-child(${index + 1})::before{content:"${name}"}`).slice(1));

/** Tables are grids: of columns, of two columns, or of cards, as there is room. */
export const TABLES = `
table,thead,tbody{display:block}
caption{display:block;height:0;overflow:hidden}
tr{display:grid;gap:.15rem 1.25rem;padding:.6rem 0;border-bottom:1px solid var(--line);align-items:start}
th{font-weight:inherit;text-align:start;padding:0}
td{padding:0}
th,td{min-width:0}
th p,td p{margin:.2rem 0 0;font-size:.85rem;color:var(--quiet)}
thead tr{padding:.3rem 0;border-bottom:2px solid var(--line);font-size:.85rem;color:var(--quiet)}
tr:target{background:var(--raised);box-shadow:-.5rem 0 0 var(--raised),.5rem 0 0 var(--raised)}
tr.run{padding:.9rem 0 .3rem;font-size:.9rem;border-bottom-color:var(--strong)}
tr.run strong{margin-inline-end:.75rem}
@media print,(min-width:60.01rem){
${WIDTHS.join('\n')}
}
:is(.trust,.permissions) td:last-child,tr.run td{grid-column:1/-1}
td details{font-size:.9rem}
@media screen and (max-width:60rem){
thead{display:none}
tbody tr{grid-template-columns:1fr 1fr}
tbody th{grid-column:1/-1}
:is(.changes,.stacks,.open-grants,.subjects,.alternative,.reach) tbody th{font-weight:600}
:is(.trust,.permissions) td:nth-child(2),td:empty{display:block;grid-column:1/-1}
td:empty{display:none}
td::before{display:block;font-size:.8rem;color:var(--quiet)}
${LABELS.join('\n')}
:is(.trust,.permissions) td:nth-child(2)::before,.run td::before{content:none}
}
@media screen and (max-width:30rem){
table:not(.subjects) tbody tr{grid-template-columns:1fr}
}
`;
