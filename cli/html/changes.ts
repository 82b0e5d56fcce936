import { badge, capitalized, code, Content, Element, h, list, partLink } from './elements';
import { Entry } from './entries';
import { table } from './tables';
import { isWiderIn, ReviewChanges, SubjectChange, WIDER_FIRST } from '../compare/changes';
import { ChangeRow, changeRows, Mark, subjectWords } from '../text/change-rows';
import { plural } from '../text/plural';
import { kindWords } from '../text/words';

/** What changed since another review: in one line, then role by role. What is new is on the page of its role. */
export function changesSection({ line, subjects }: ReviewChanges, entries: readonly Entry[]): Element {
  const anchors = new Map(entries.map(({ subject, anchor }) => [subject.id, anchor]));
  return h('section', { 'id': 'changes', 'aria-labelledby': 'changes-name' },
    h('h2', { id: 'changes-name' }, 'What changed'),
    h('p', null, h('strong', null, capitalized(line)), '.'),
    WIDER_FIRST.flatMap(wanted => subjects.filter(({ direction }) => direction === wanted))
      .map(subject => subjectChanges(subject, anchors.get(subject.id))));
}

function subjectChanges(subject: SubjectChange, anchor: string | undefined): Content {
  const { id, from, kind, construct, change, statements } = subject;
  const isWhole = change === 'added' || change === 'removed';
  return [
    h('h3', null, partLink(anchor, id)),
    h('p', null, label(subject, subjectWords(subject)), ' ', kindWords({ kind, construct }),
      from === undefined ? null : [', was ', code(from)],
      isWhole ? `, with ${plural(statements.length, 'statement')}` : null),
    isWhole ? null : table('changes', changeRows(subject).map(row => ({ cells: cells(row) }))),
  ];
}

/** Says in words what its color says. */
function label({ direction }: Pick<SubjectChange, 'direction'>, words: string): Element {
  return badge(isWiderIn(direction) ? 'open' : 'read', capitalized(words));
}

function cells(row: ChangeRow): readonly Content[] {
  const { part, key, change, actions, principals, resources, conditions } = row;
  return [
    [part, part !== '' && key !== '' ? ' ' : '', key],
    label(row, change),
    marks(actions, code),
    marks([...principals, ...resources], text => text),
    marks(conditions, text => text),
  ];
}

function marks(all: readonly Mark[], show: (text: string) => Content): Content {
  return list(all.map(({ sign, text, from }) => {
    switch (sign) {
      case '': return show(text);
      case '+': return h('ins', null, '+ ', show(text));
      case '-': return h('del', null, '− ', show(text));
      case '~': return [from === undefined || from === text ? null : [h('del', null, show(from)), ' → '], h('ins', null, show(text))];
    }
  }));
}
