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
  // Programs in other languages are skipped as a whole: their comments look like headings.
  const headingOrProgram = /^#+ (.*)$|^```(\w*)\n([\s\S]*?)^```$/gm;
  return DOCUMENTS.flatMap(({ file, text }) => {
    let section = `${file}:`;
    return [...text.matchAll(headingOrProgram)].flatMap(([, heading, name, program]): Program[] => {
      section = heading === undefined ? section : `${file}: ${heading}`;
      return name === language ? [[section, program]] : [];
    });
  });
}
