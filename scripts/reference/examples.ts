import { anchorOf } from './markdown';
import { DOCUMENTS } from '../../test/support/readme';

/** A program of a guide that creates a construct. */
export interface Example {
  /** The heading above it. */
  readonly title: string;
  /** From a page of the reference. */
  readonly target: string;
  readonly program: string;
  /** The same in Python. */
  readonly python?: string;
}

/** The programs of the guides that create a construct, the shortest first. */
export function examplesOf(construct: string): readonly Example[] {
  const all = DOCUMENTS.filter(({ file }) => file.startsWith('docs/')).flatMap(({ file, text }) => examplesIn(file, text));
  const own = all.filter(({ program }) => program.includes(`new ${construct}(`));
  const titles = own.map(({ target }) => target);
  return own
    .filter(({ target }, index) => titles.indexOf(target) === index)
    .sort((one, other) => one.program.length - other.program.length);
}

function examplesIn(file: string, text: string): readonly Example[] {
  const found: Example[] = [];
  let title = '';
  for (const [, heading, language, program] of text.matchAll(/^#+ (.*)$|^```(\w*)\n([\s\S]*?)^```$/gm)) {
    const last = found.at(-1);
    if (heading !== undefined) {
      title = heading;
    } else if (language === 'ts') {
      found.push({ title, target: `../../${file.slice('docs/'.length)}#${anchorOf(title)}`, program });
    } else if (language === 'python' && last && !last.python) {
      found[found.length - 1] = { ...last, python: program };
    }
  }
  return found;
}
