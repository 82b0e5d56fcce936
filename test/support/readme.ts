import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');

/** The README, and the chapter of each platform. */
export const DOCUMENTS = ['README.md', ...readdirSync(join(ROOT, 'docs')).map(file => `docs/${file}`)].map(file => ({
  file,
  text: readFileSync(join(ROOT, file), 'utf8'),
}));

/** The programs that the documents show, with the heading that each stands under. */
export const PROGRAMS = DOCUMENTS.flatMap(({ file, text }) =>
  [...text.matchAll(/^#+ (.*)$|^```ts\n([\s\S]*?)^```$/gm)].reduce<[string, string][]>(
    (programs, [, heading, program]) => {
      const [title] = programs.slice(-1)[0] ?? [''];
      return program === undefined ? [...programs, [`${file}: ${heading}`, '']] : [...programs, [title, program]];
    }, []))
  .filter(([, program]) => program !== '');
