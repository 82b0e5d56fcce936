import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');
export const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The programs that the README shows, with the heading that each stands under. */
export const PROGRAMS = [...README.matchAll(/^### (.*)$|^## (.*)$|^```ts\n([\s\S]*?)^```$/gm)]
  .reduce<[string, string][]>((programs, [, section, chapter, program]) => {
    const [title] = programs.slice(-1)[0] ?? [''];
    return program === undefined ? [...programs, [section ?? chapter, '']] : [...programs, [title, program]];
  }, [])
  .filter(([, program]) => program !== '');
