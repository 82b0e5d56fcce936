import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expectCommitted } from './support/committed';
import { AWS, fold, TemplateJson } from './support/fold';
import { GRID, synthesizeRows } from './support/grid';
import { Statement } from './support/policies';
import { Emitted, emittedBy } from './support/rendered';
import { Row, SUBJECT } from './support/row';

jest.setTimeout(120_000);

const DEFAULTS = GRID.filter(({ difference, unionOf }) => !difference && !unionOf);
const DIFFERENCES = GRID.flatMap(({ name, difference }) => difference ? [{ name, ...difference }] : []);
const UNIONS = GRID.flatMap(({ name, unionOf }) => unionOf ? [{ name, unionOf }] : []);
const PLATFORMS = [...new Set(GRID.map(({ name }) => name.split('/')[0]))];

let templates: ReadonlyMap<string, TemplateJson>;
let emitted: ReadonlyMap<string, Emitted>;

beforeAll(() => {
  templates = synthesizeRows(GRID, { validation: false });
  emitted = new Map(emittedBy(GRID, templates, AWS).map(row => [row.row.name, row]));
});

test.each(DEFAULTS)('the default of $name is what its golden file says', ({ name }) => {
  // With the logical ids: another one would replace the role.
  const resources = Object.entries(fold(templates.get(name)!).Resources);
  expectCommitted(goldenFile(name), Object.fromEntries(resources.filter(([id]) => id.startsWith(SUBJECT))));
});

test.each(DIFFERENCES)('$name differs from $from in $sids', ({ name, from, sids }) => {
  expect(differences(emitted.get(from)!, emitted.get(name)!)).toEqual([...sids].sort());
});

test.each(UNIONS)('$name may do what $unionOf may do, and nothing else', ({ name, unionOf }) => {
  const together = unionOf.flatMap(part => [...statementsOf(emitted.get(part)!)]);
  expect(Object.fromEntries(statementsOf(emitted.get(name)!))).toEqual(Object.fromEntries(together));
});

test('no golden file is left over', () => {
  const files = PLATFORMS.map(platform => join(__dirname, platform, '__goldens__'))
    .flatMap(folder => existsSync(folder) ? readdirSync(folder).map(file => join(folder, file)) : []);
  expect(files.sort()).toEqual(DEFAULTS.map(({ name }) => goldenFile(name)).sort());
});

function goldenFile(name: Row['name']): string {
  const [platform, what] = name.split('/');
  return join(__dirname, platform, '__goldens__', `${what}.json`);
}

function statementsOf({ trust, statements }: Emitted): ReadonlyMap<string, Statement | readonly Statement[]> {
  return new Map<string, Statement | readonly Statement[]>([
    ...(trust.length > 0 ? [['trust', trust] as const] : []),
    ...statements.map(statement => [statement.Sid!, statement] as const),
  ]);
}

/** `+Sid` for a statement more, `-Sid` for one less, `~Sid` for one that says something else. */
function differences(from: Emitted, to: Emitted): readonly string[] {
  const [before, after] = [statementsOf(from), statementsOf(to)];
  return [
    ...[...after.keys()].filter(sid => !before.has(sid)).map(sid => `+${sid}`),
    ...[...before.keys()].filter(sid => !after.has(sid)).map(sid => `-${sid}`),
    ...[...after].filter(([sid, statement]) =>
      before.has(sid) && JSON.stringify(before.get(sid)) !== JSON.stringify(statement)).map(([sid]) => `~${sid}`),
  ].sort();
}
