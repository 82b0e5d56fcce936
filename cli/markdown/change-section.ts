import { code, lines, prose, table } from './escape';
import { Sources } from './sources';
import { why } from './why';
import { isWiderIn, SubjectChange } from '../compare/changes';
import { changeRows, Mark, subjectWords } from '../text/change-rows';
import { plural } from '../text/plural';
import { kindWords } from '../text/words';

/** The most entries of a cell. The review has all. */
const MOST = 12;

/** What changed in a role, user, group or policy. */
export function changeSection(subject: SubjectChange, index: number): string {
  const sources = new Sources(index + 1);
  const { id, from, kind, construct, direction, change, statements } = subject;
  const title = `### ${isWiderIn(direction) ? '⚠️ ' : ''}${code(id)}: ${subjectWords(subject)}`;
  const facts = `${prose(kindWords({ kind, construct }))}${from === undefined ? '' : `, was ${code(from)}`}`;
  const rows = changeRows(subject);
  return [
    title,
    change === 'removed' ? `${facts}, with ${plural(statements.length, 'statement')}` : facts,
    change === 'removed' || rows.length === 0 ? ''
      : table(['Statement', 'Change', 'Actions', 'Resources or principals', 'Condition', 'Why'], rows.map(row => [
        [row.part, code(row.key)].filter(Boolean).join(' '),
        `${isWiderIn(row.direction) ? '⚠️ ' : ''}${prose(row.change)}`,
        cell(row.actions, code),
        cell([...row.principals, ...row.resources], prose),
        cell(row.conditions, prose),
        why(row.why, sources),
      ])),
    sources.definitions(),
  ].filter(part => part !== '').join('\n\n');
}

function cell(marks: readonly Mark[], show: (text: string) => string): string {
  const shown = marks.slice(0, marks.length > MOST ? MOST - 1 : MOST).map(({ sign, text, from }) => {
    const bold = sign === '' ? '' : `**${sign === '-' ? '−' : sign === '~' ? '±' : '+'}** `;
    return `${bold}${from === undefined || from === text ? '' : `${show(from)} → `}${show(text)}`;
  });
  return lines([...shown, marks.length > shown.length ? `and ${marks.length - shown.length} others` : '']);
}
