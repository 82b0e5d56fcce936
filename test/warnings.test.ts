import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './support/readme';
import { WARNINGS } from '../scripts/warnings';

/** Calls that warn, and the names of ids in tables of rules. */
const IDS = [
  /\bwarn(?:Once)?\(\s*(?:scope,\s*)?['`]([A-Za-z]+)(:\$\{)?/g,
  /\bwarning: ['`]([A-Za-z]+)(:\$\{)?/g,
  /'(executionRole[A-Z]\w+)'()/g,
];

test('the guides list every warning, and no others', () => {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => readFileSync(join(ROOT, 'src', file), 'utf8'));
  const inSources = sources.flatMap(text => IDS.flatMap(pattern =>
    [...text.matchAll(pattern)].map(([, id, suffix]) => (suffix ? `${id}:` : id))));
  const listed = Object.values(WARNINGS).flat().map(({ id }) => id.replace(/:.*$/, ':'));
  expect([...new Set(listed)].sort()).toEqual([...new Set(inSources)].sort());
});
