import { badge, capitalized, code, Element, h } from './elements';
import { Warning } from '../review/model';

/** Warnings and errors that nobody acknowledged. */
export function warningList(warnings: readonly Warning[]): Element | null {
  return warnings.length === 0 ? null : h('ul', { class: 'warnings' }, warnings.map(({ path, level, id, message }) =>
    h('li', null,
      badge(level === 'info' ? 'read' : level === 'error' ? 'open' : 'wide', capitalized(level)), ' ', code(path),
      h('p', { class: 'message' }, message),
      id === undefined ? null : h('p', { class: 'note' }, code(id)))));
}
