/** The columns of each kind of table, with their shares of the width. */
export const COLUMNS = {
  'changes': { 'Statement': 4, 'Change': 4, 'Actions': 5, 'Resources and principals': 6, 'Conditions': 5 },
  'stacks': { Stack: 2, Environment: 2, Template: 3, Has: 3 },
  'open-grants': { 'Subject': 3, 'Statement': 4, 'What is wide': 5 },
  'subjects': { 'Subject': 11, 'What it is': 10, 'Statements': 4.5, 'Access': 12, 'Open': 4, 'Fullest quota': 5 },
  'alternative': {
    'Subject': 1, 'May be assumed by': 1, 'Changes permissions of': 1, 'Writes or tags': 1, 'Lists or reads': 1,
  },
  'reach': { 'With': 3, 'Its principal can': 5, 'Minimum precaution': 5, 'Statements': 3 },
  'trust': { 'Who and how': 9, 'Access': 3.2, 'Principals': 7, 'Conditions': 5, 'Notes': 7 },
  'permissions': { 'What it allows': 9, 'Access': 3.2, 'Resources': 7, 'Conditions': 5, 'Notes': 7 },
} as const satisfies Readonly<Record<string, Readonly<Record<string, number>>>>;

export type TableKind = keyof typeof COLUMNS;

export function columnsOf(kind: TableKind): readonly string[] {
  return Object.keys(COLUMNS[kind]);
}
