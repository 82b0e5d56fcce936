import { capitalized, counted, Element, h } from './elements';
import { Entry, platformOf } from './entries';
import { ACCESS_LEVELS } from '../facts/verbs';

type Choice = readonly [value: string, label: string];

/** Search and filters. The script shows them: without it, all is visible. */
export function filters(entries: readonly Entry[]): Element {
  const platforms = [...new Set(entries.map(({ subject }) => platformOf(subject)))].sort();
  return h('form', { 'id': 'filters', 'role': 'search', 'aria-label': 'Filter the roles and statements', 'hidden': true },
    h('div', { class: 'control search' },
      h('label', { for: 'filter-text' }, 'Search'),
      h('input', {
        id: 'filter-text', type: 'search', autocomplete: 'off', spellcheck: false, placeholder: 'role, resource, action, reason …',
      })),
    select('filter-width', 'Width', [['', 'All'], ['wide', 'Wide only'], ['open', 'Open wide only']]),
    select('filter-level', 'Access level', [['', 'All'], ...ACCESS_LEVELS.map((level): Choice => [level, capitalized(level)])]),
    select('filter-platform', 'Platform', [['', 'All'], ...platforms.map((platform): Choice => [platform, platform])]),
    h('button', { type: 'submit' }, 'Apply'),
    h('button', { type: 'reset' }, 'Reset'),
    h('p', { 'id': 'filter-result', 'role': 'status', 'aria-live': 'polite' },
      `${counted(entries.length, 'entry', 'entries')}, ${counted(entries.flatMap(({ subject }) => subject.statements).length, 'statement')}`));
}

function select(id: string, label: string, choices: readonly Choice[]): Element {
  return h('div', { class: 'control' },
    h('label', { for: id }, label),
    h('select', { id }, choices.map(([value, text]) => h('option', { value, selected: value === '' }, text))));
}
