import { visibleLine } from '../text/visible';

// Texts of templates in Markdown. They must not become markup, links, mentions, references or formulas.

/** What GitHub may read as more than a word: markup, addresses, mentions, references, formulas, commits. */
const SPECIAL = /[^\p{L}\p{M}\p{N} .,;()'’"/%…–-]|^www\.|^\.?(?:https?|ftp)|^GH-\d|\b[0-9a-f]{7,40}\b|^-+$|^\d+[.)]$/iu;

/** Brackets and punctuation around a word. */
const AROUND = /^([("']*)(.*?)([)"',.;:]*)$/su;

/** A text in words. What is more than a word becomes code, in which nothing has a meaning. */
export function prose(text: string): string {
  return text.replace(/\*\*([^*]+)\*\*/g, '$1').split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? code(part) : part.split(/\s+/).map(wordOf).join(' '))).join('').trim();
}

function wordOf(word: string): string {
  const [, before, inner, after] = AROUND.exec(word)!;
  if (!SPECIAL.test(inner) && !SPECIAL.test(word.replace(/:$/, ''))) {
    return plain(word);
  }
  return inner === '' ? code(word) : `${plain(before)}${code(inner)}${plain(after)}`;
}

/** Of what can't be markup, invisible characters only. */
function plain(text: string): string {
  return visibleLine(text);
}

/** A text as it is, in a table or out of it. After a backslash, a pipe would end the cell. */
export function code(text: string): string {
  const line = visibleLine(text).replace(/(?<=\\)\|/g, '⟨U+007C⟩').replaceAll('|', '\\|');
  if (line.trim() === '') {
    return '';
  }
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$|^ | $/.test(line) ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** Whether a text is an address that is safe to use as a link. */
export function isOfWeb(url: string): boolean {
  return /^https:\/\/[^\s<>()[\]"'`|\\]+$/.test(visibleLine(url));
}

/** A row of a table. The cells are Markdown. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(columns), row(columns.map(() => '---')), ...rows.map(row)].join('\n');
}

/** Lines in a cell. */
export function lines(parts: readonly string[]): string {
  return parts.filter(part => part !== '').join('<br>');
}
