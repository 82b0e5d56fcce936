import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './support/readme';
import { referencePages } from '../scripts/reference/pages';

/** Characters of a line: a longer row of a table does not fit on a screen. */
const LIMIT = 1_300;

const FOLDER = 'docs/reference';
const files = readdirSync(join(ROOT, FOLDER), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.md'))
  .map(file => `${FOLDER}/${file}`);
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

test('the pages of the reference are up to date (generate them with npx projen readme)', async () => {
  const pages = await referencePages();
  expect([...files].sort()).toEqual(pages.map(({ file }) => file).sort());
  expect(Object.fromEntries(files.map(file => [file, textOf(file)])))
    .toEqual(Object.fromEntries(pages.map(({ file, text }) => [file, text])));
});

test.each(files)('the rows of %s fit on a screen', file => {
  const rows = textOf(file).split('\n').filter(line => line.startsWith('|'));
  expect(rows.filter(row => row.length > LIMIT)).toEqual([]);
});

test.each(files)('no wildcard of %s is read as emphasis', file => {
  const outsideCode = textOf(file).replace(/^( *)```[\s\S]*?^\1```$/gm, '').replace(/`[^`]*`/g, '');
  const prose = outsideCode.replace(/(\*\*?)\w[\w ]*\1/g, '');
  expect(prose.split('\n').filter(line => /(^|[^\\])\*/.test(line))).toEqual([]);
});
