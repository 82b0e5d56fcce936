/** What a browser makes of a page, as far as tests look at it. */
export interface Page {
  /** Each start and end tag in its order, with the names of its attributes: what markup in data would change. */
  readonly skeleton: readonly string[];
  readonly attributes: readonly Attribute[];
  /** All text, without that of styles and scripts. */
  readonly text: string;
}

export interface Attribute {
  readonly element: string;
  readonly name: string;
  readonly value: string;
}

const ATTRIBUTE = /\s([A-Za-z][\w:-]*)(?:="([^"<]*)"|=([\w#.-]+))?/;
const TAG = new RegExp(`^<(/?)([A-Za-z][A-Za-z0-9]*)((?:${ATTRIBUTE.source})*)\\s*/?>`);
/** Tags within a sentence. */
const INLINE = /^<\/?(?:code|strong)>/;
const RAW = /^<(style|script)>[^]*?<\/\1>/;

/** Reads a page. Throws at all but plain tags with plain attributes, and at an ampersand that escapes nothing. */
export function readPage(html: string): Page {
  const skeleton: string[] = [];
  const attributes: Attribute[] = [];
  const texts: string[] = [];
  let rest = html.replace(/^<!DOCTYPE html>\n/, '');
  while (rest !== '') {
    const [token, found] = nextToken(rest);
    rest = rest.slice(token.length);
    skeleton.push(...found.tag === undefined ? [] : [found.tag]);
    attributes.push(...found.attributes ?? []);
    texts.push(found.text ?? (INLINE.test(token) ? '' : ' '));
  }
  return { skeleton, attributes, text: texts.join('') };
}

interface Found {
  readonly tag?: string;
  readonly attributes?: readonly Attribute[];
  readonly text?: string;
}

function nextToken(html: string): readonly [token: string, found: Found] {
  const raw = RAW.exec(html);
  if (raw) {
    return [raw[0], { tag: raw[1] }];
  }
  if (!html.startsWith('<')) {
    const [text] = /^[^<]+/.exec(html)!;
    return [text, { text: unescaped(text) }];
  }
  const tag = TAG.exec(html);
  if (!tag) {
    throw new Error(`not a plain tag: ${html.slice(0, 80)}`);
  }
  const [token, end, element, list] = tag;
  const attributes = [...list.matchAll(new RegExp(ATTRIBUTE, 'g'))]
    .map(([, name, quoted = '', plain = '']) => ({ element, name, value: unescaped(quoted + plain) }));
  return [token, { tag: [`${end}${element}`, ...attributes.map(({ name }) => name)].join(' '), attributes }];
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

function unescaped(text: string): string {
  return text.replace(/&[^;]{0,8};?/g, entity => {
    if (ENTITIES[entity] === undefined) {
      throw new Error(`not escaped: ${text.slice(0, 80)}`);
    }
    return ENTITIES[entity];
  });
}

/** All texts in data, whatever property has them. */
export function textsOf(data: unknown): readonly string[] {
  if (typeof data === 'string') {
    return [data];
  }
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(textsOf) : [];
}

/** The same data with other texts, where the property is not a choice between some words. */
export function withTexts<T>(data: T, change: (text: string) => string, property?: string): T {
  return mapped(data, change, property) as T;
}

const CHOICES: readonly (string | undefined)[] = ['kind', 'effect', 'levels', 'level', 'owner', 'unit'];

function mapped(data: unknown, change: (text: string) => string, property?: string): unknown {
  if (typeof data === 'string') {
    return CHOICES.includes(property) ? data : change(data);
  }
  if (Array.isArray(data)) {
    return data.map(element => mapped(element, change, property));
  }
  return typeof data === 'object' && data !== null
    ? Object.fromEntries(Object.entries(data).map(([name, value]) => [name, mapped(value, change, name)]))
    : data;
}
