import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');

/** The pages in `docs` that are not for users. */
const FOR_MAINTAINERS = ['architecture.md', 'drift.md'];

const CHAPTERS = readdirSync(join(ROOT, 'docs'))
  .filter(file => file.endsWith('.md') && !FOR_MAINTAINERS.includes(file));

/** The README, and the chapter of each platform. */
export const DOCUMENTS = ['README.md', ...CHAPTERS.map(file => `docs/${file}`)].map(file => ({
  file,
  text: readFileSync(join(ROOT, file), 'utf8'),
}));

/** A program, and the heading above it. */
type Program = readonly [section: string, program: string];

/** The programs in the documents. */
export const PROGRAMS = programsIn('ts');
export const PYTHON_PROGRAMS = programsIn('python');

function programsIn(language: string): readonly Program[] {
  const headingOrProgram = new RegExp(`^#+ (.*)$|^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm');
  return DOCUMENTS.flatMap(({ file, text }) =>
    [...text.matchAll(headingOrProgram)].reduce<Program[]>((programs, [, heading, program]) => {
      const [title] = programs.slice(-1)[0] ?? [''];
      return program === undefined ? [...programs, [`${file}: ${heading}`, '']] : [...programs, [title, program]];
    }, []))
    .filter(([, program]) => program !== '');
}
