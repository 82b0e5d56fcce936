/** The characters that a terminal shows in two columns. */
const DOUBLE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{3fffd}]/u;

/** The columns that a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    width += DOUBLE.test(character) ? 2 : 1;
  }
  return width;
}

/** The lines of a text in a width, broken between words, and in a word if it is longer than a line. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let [line, used] = ['', 0];
  for (const piece of text.split(' ').flatMap(word => pieces(word, width))) {
    const length = widthOf(piece);
    if (line !== '' && used + 1 + length > width) {
      lines.push(line);
      [line, used] = [piece, length];
    } else {
      [line, used] = line === '' ? [piece, length] : [`${line} ${piece}`, used + 1 + length];
    }
  }
  return [...lines, line];
}

/** Up to the last place in a word where a reader expects a part to end: `TrainingJob` of `TrainingJobRead`. */
const PARTS = /^.*(?:[a-z0-9](?=[A-Z])|[/:._-](?=.))/su;

function pieces(word: string, width: number): readonly string[] {
  const found: string[] = [];
  let [piece, used] = ['', 0];
  for (const character of word) {
    const length = widthOf(character);
    if (used + length > width) {
      const [whole = piece] = PARTS.exec(piece + character) ?? [];
      found.push(whole);
      piece = piece.slice(whole.length);
      used = widthOf(piece);
    }
    piece += character;
    used += length;
  }
  return [...found, piece];
}

/** The widths of columns that share a width as these parts do. Each has at least a few characters. */
export function shared(width: number, parts: readonly number[], gap: number): readonly number[] {
  const room = width - gap * (parts.length - 1);
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map(part => Math.max(8, Math.floor((room * part) / sum)));
}
