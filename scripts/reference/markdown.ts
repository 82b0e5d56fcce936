export { code } from '../tables';

// Small parts of Markdown that the generated pages share.

export function link(text: string, target: string): string {
  return `[${text}](${target})`;
}

/** A list with an `and` before the last. */
export function listed(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join() : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
}

/** A text outside code, in which Markdown would read some characters as marks. */
export function escaped(text: string): string {
  return text.split(/(`[^`]*`)/).map((part, index) => (index % 2 === 1 ? part : part.replace(/[*_<>|[\]]/g, '\\$&'))).join('');
}

/** The anchor that GitHub gives to a heading. */
export function anchorOf(heading: string): string {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replace(/ /g, '-');
}

interface Heading {
  readonly title: string;
  readonly level: number;
  readonly anchor: string;
}

/** The headings of a page outside its programs, with their anchors: a repeated one gets a number. */
export function headingsOf(text: string): readonly Heading[] {
  const seen = new Map<string, number>();
  return [...text.replace(/^( *)```[\s\S]*?^\1```$/gm, '').matchAll(/^(#{1,6}) (.+)$/gm)].map(([, marks, title]) => {
    const anchor = anchorOf(title);
    const count = seen.get(anchor) ?? 0;
    seen.set(anchor, count + 1);
    return { title, level: marks.length, anchor: count > 0 ? `${anchor}-${count}` : anchor };
  });
}

/** Joins the lines of a page: one empty line between its parts. */
export function page(parts: readonly string[]): string {
  return `${parts.filter(part => part !== '').map(part => part.trim()).join('\n\n')}\n`;
}

/** Links from a page of a platform to its guides: `Guide`, or `Guide: roles` and `Guide: user policy`. */
export function guideLinks(chapters: readonly string[]): readonly string[] {
  return chapters.map(chapter => {
    const file = chapter.replace('docs/', '');
    const part = file.replace(/^\w+-|\.md$/g, '').replaceAll('-', ' ');
    return link(chapters.length === 1 ? 'Guide' : `Guide: ${part}`, `../../${file}`);
  });
}
