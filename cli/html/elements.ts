import { ComponentChildren, createElement, VNode } from 'preact';

export type Element = VNode;

/** What an element may contain: all text is escaped. */
export type Content = ComponentChildren;

/** Values of attributes are escaped, too. Markup as an attribute, which would not be, does not compile. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element of HTML or SVG. */
export function h(name: string, attributes: Attributes | null, ...content: readonly Content[]): Element {
  return createElement<Attributes>(name, attributes, ...content) as Element;
}

/** A link to a page of the web. Other addresses are shown, and never followed. */
export function webLink(url: string, text: string): Content {
  if (isOfTheWeb(url)) {
    return h('a', { href: url }, text);
  }
  return url === '' ? text : [text, ' (', code(url), ')'];
}

function isOfTheWeb(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}

/** A link to a part of the page, or the text alone if the page has no such part. */
export function partLink(anchor: string | undefined, text: Content): Content {
  return anchor === undefined ? text : h('a', { href: `#${anchor}` }, text);
}

export function code(text: string): Element {
  return h('code', null, text);
}

/** A sentence of this library's documents: what they print as code, or strong, is so here, too. */
export function prose(text: string): Content {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((piece, index) => {
    if (index % 2 === 0) {
      return piece;
    }
    return piece.startsWith('`') ? code(piece.slice(1, -1)) : h('strong', null, piece.slice(2, -2));
  });
}

/** A page has hundreds of labels, mostly of these kinds. An element takes less room than a class. */
const ELEMENTS: Readonly<Record<string, 'b' | 'i'>> = { list: 'i', read: 'i', write: 'b', tagging: 'b', wide: 'b' };

/** A label that says in words what its color says. */
export function badge(kind: string, text: string): Element {
  const element = ELEMENTS[kind];
  return element === undefined ? h('b', { class: kind }, text) : h(element, null, text);
}

/** How many entries of a list are shown. The others are folded. */
const UNFOLDED = 8;

/** The entry alone, or a list, the end of which folds if it is long. */
export function list(items: readonly Content[]): Content {
  if (items.length <= 1) {
    return items[0] ?? null;
  }
  const plain = (entries: readonly Content[]) => h('ul', null, entries.map(item => h('li', null, item)));
  if (items.length <= UNFOLDED) {
    return plain(items);
  }
  const shown = UNFOLDED - 2;
  return [
    plain(items.slice(0, shown)),
    h('details', null, h('summary', null, `and ${items.length - shown} more`), plain(items.slice(shown))),
  ];
}

/** A part of a page with its heading. Nothing if there is nothing in it. */
export function part(level: 'h3' | 'h4', heading: string, content: Content, attributes: { readonly id?: string } = {}): Content {
  return content === null ? null : [h(level, attributes, heading), content];
}

/** `1 role`, `2 roles` */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? singular : plural}`;
}

/** `a, b and c` */
export function joined(words: readonly string[]): string {
  return words.length <= 1 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

/** `Write` */
export function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
