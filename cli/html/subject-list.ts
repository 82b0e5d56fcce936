import { badge, capitalized, Content, Element, partLink } from './elements';
import { allStatements, classOf, Entry } from './entries';
import { fullest, percent, shareVerdict } from './quotas';
import { table } from './tables';
import { ACCESS_LEVELS } from '../facts/verbs';

/** All subjects in a line each, with links to their pages. */
export function subjectList(entries: readonly Entry[]): Element | null {
  return table('subjects', entries.map(entry => ({ attributes: { 'data-subject': entry.index }, cells: cells(entry) })));
}

function cells({ subject, anchor }: Entry): readonly Content[] {
  const levels = new Set(subject.statements.filter(({ effect }) => effect === 'Allow').flatMap(statement => statement.levels));
  const open = allStatements(subject).flatMap(({ wide }) => wide).filter(({ isOpen }) => isOpen).length;
  const share = fullest(subject.quotas);
  return [
    partLink(anchor, subject.id),
    classOf(subject),
    subject.statements.length.toLocaleString('en-US'),
    ACCESS_LEVELS.filter(level => levels.has(level)).map(level => badge(level, capitalized(level))),
    open === 0 ? 'none' : [badge('open', 'Open'), ` ${open}`],
    subject.quotas.length === 0 ? 'none' : [percent(share), ' ', shareVerdict(share)],
  ];
}
