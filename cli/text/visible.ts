/**
 * Characters that change how a text is shown, or are not shown at all: controls, directions of bidirectional text, zero
 * width, tags, lone surrogates. Line feeds and tabs stay.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const KEPT: readonly string[] = ['\n', '\t'];

/** The text with code points in place of the characters that nobody sees: `⟨U+202E⟩`. */
export function visible(text: string): string {
  return text.replace(UNSEEN, character => (KEPT.includes(character) ? character : codePointOf(character)));
}

/** The same on one line. */
export function visibleLine(text: string): string {
  return text.replace(UNSEEN, codePointOf);
}

/** The same data, with each text in it visible. */
export function allVisible<T>(data: T): T {
  return mapTexts(data) as T;
}

function mapTexts(data: unknown): unknown {
  if (typeof data === 'string') {
    return visible(data);
  }
  if (Array.isArray(data)) {
    return data.map(mapTexts);
  }
  return typeof data === 'object' && data !== null
    ? Object.fromEntries(Object.entries(data).map(([key, value]) => [key, mapTexts(value)]))
    : data;
}

function codePointOf(character: string): string {
  return `⟨U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
