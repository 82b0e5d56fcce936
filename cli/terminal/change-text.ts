import { Paint, styleOf } from './paint';
import { whyLines } from './subject-text';
import { Cell, Line, table } from './table';
import { SubjectChange } from '../compare/changes';
import { ChangeRow, changeRows, Mark, subjectWords } from '../text/change-rows';
import { plural } from '../text/plural';
import { kindWords } from '../text/words';

const COLUMNS = [
  { name: 'Statement', part: 24 }, { name: 'Change', part: 16 }, { name: 'What', part: 40 }, { name: 'Why', part: 30 },
];

/** What changed in a role, user, group or policy. */
export function changeText(subject: SubjectChange, paint: Paint, width: number): string {
  const { id, from, kind, construct, direction, change, statements } = subject;
  const state = styleOf(direction, paint)(subjectWords(subject));
  const lost = change === 'removed' ? `, with ${plural(statements.length, 'statement')}` : '';
  const rows = change === 'removed' ? [] : changeRows(subject);
  return [
    `${paint.title(id)}  ${state}  ${kindWords({ kind, construct })}${from === undefined ? '' : `, was ${from}`}${lost}`,
    ...(rows.length === 0 ? [] : [table(COLUMNS, rows.map(row => cellsOf(row, paint)), width, paint.heading)]),
  ].join('\n');
}

function cellsOf(row: ChangeRow, paint: Paint): readonly Cell[] {
  const { part, key, change, direction, principals, actions, resources, conditions, why } = row;
  return [
    [{ text: [part, key].filter(Boolean).join(' ') }],
    [{ text: change, style: styleOf(direction, paint) }],
    [
      ...actions.map(mark => lineOf(mark, '', paint)),
      ...principals.map(mark => lineOf(mark, 'for ', paint)),
      ...resources.map(mark => lineOf(mark, key === '' ? '' : 'on ', paint)),
      ...conditions.map(mark => lineOf(mark, 'if ', paint)),
    ],
    whyLines(why, paint),
  ];
}

function lineOf({ sign, text, from }: Mark, prefix: string, paint: Paint): Line {
  const styles = { '': undefined, '+': paint.wide, '-': paint.good, '~': paint.wide } as const;
  const before = from === undefined || from === text ? '' : `${from} -> `;
  return { text: `${sign === '' ? '' : `${sign} `}${prefix}${before}${text}`, style: styles[sign] };
}
