import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PLATFORMS } from './platforms';
import { DOCUMENTS, PROGRAMS, PYTHON_PROGRAMS } from './support/readme';
import { runProgram, templatesOf } from './support/run-program';
import catalogue from '../cli/facts/catalogue.json';
import { REPOSITORY } from '../cli/facts/documents';
import reach from '../cli/facts/reach.json';
import { catalogueFacts } from '../scripts/facts/catalogue';
import { reachFacts } from '../scripts/facts/reach';
import { grantedLine } from '../scripts/granted';
import { generated } from '../scripts/readme-tables';

test.each(PLATFORMS)('the chapters of $folder lead to the reference of its constructs', ({ constructs }) => {
  for (const name of Object.keys(constructs)) {
    expect(DOCUMENTS.filter(({ text }) => text.includes(`/${name}.md)`)).map(({ file }) => file)).toHaveLength(1);
  }
});

/** The guides, and what they have in common: the pages with a program in each language. */
const IN_BOTH = DOCUMENTS.filter(({ text }) => text.includes('<details><summary>Python</summary>')).map(({ file }) => file);

test.each(IN_BOTH)('%s shows each program in TypeScript and, below it, in Python', file => {
  const of = (programs: typeof PROGRAMS) => programs.map(([section]) => section).filter(section => section.startsWith(`${file}:`));
  expect(of(PYTHON_PROGRAMS)).toEqual(of(PROGRAMS));
});

test('the guides of all platforms show their programs in both languages', () => {
  const guides = DOCUMENTS.filter(({ text }) => /<!-- BEGIN [\w-]+-reference -->/.test(text)).map(({ file }) => file);
  expect(IN_BOTH).toEqual(expect.arrayContaining([...guides, 'docs/roles.md']));
});

test.each(DOCUMENTS)(
  'the tables of $file are up to date (generate them with npx projen readme)',
  async ({ text }) => {
    expect(text).toBe(await generated(text));
  },
);

// Here, because the tables need the same statements, which take longest.
test('the catalogue of the command is up to date (generate it with npm run update)', () => {
  expect(catalogue).toEqual(catalogueFacts());
});

test('what the command says that statements can reach is up to date (generate it with npm run update)', () => {
  expect(reach).toEqual(reachFacts());
});

test('the command finds each row of the tables of what constructs can reach', () => {
  const tables = PLATFORMS.flatMap(({ attacked }) => Object.values(attacked.reach));
  const rows = tables.flatMap(table => Object.values(table));
  expect(reach.map(({ who, can, advice }) => ({ who, can, advice }))).toEqual(rows);
  expect(reach.filter(({ ways }) => Object.keys(ways).length === 0)).toEqual([]);
});

test('links of the README are absolute, since package registries show it, and lead to files that exist', () => {
  const { text } = DOCUMENTS.find(({ file }) => file === 'README.md')!;
  const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => link);
  const inRepository = links.filter(link => link.startsWith(`${REPOSITORY}/`)).map(link => link.slice(REPOSITORY.length + 1));
  expect(links.filter(link => !link.startsWith('https://'))).toEqual([]);
  expect(inRepository).toContain('docs/sagemaker.md');
  expect(inRepository.filter(file => !existsSync(join(__dirname, '..', file)))).toEqual([]);
});

test.each(PROGRAMS)('the program under "%s" runs, and creates a role or a policy', (section, program) => {
  const templates = Object.values(templatesOf(runProgram(program).synth()));
  const types = templates.flatMap(({ Resources = {} }) => Object.values(Resources)).map(({ Type }) => Type);
  expect(types).toEqual(expect.arrayContaining([expect.stringMatching(/^AWS::IAM::/)]));
  // A guide says below each program what it grants.
  const [file] = section.split(':');
  const { text } = DOCUMENTS.find(document => document.file === file)!;
  const line = grantedLine(program, templates);
  expect(text.includes('**Granted:**') && line !== undefined ? text.split('\n') : [line]).toContain(line);
});
