import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULTS, expectCommitted, goldenFile, goldenFolder, goldenOf } from './support/committed';
import { AWS, TemplateJson } from './support/fold';
import { GRID, synthesizeRows } from './support/grid';
import { Statement } from './support/policies';
import { Emitted, emittedBy } from './support/rendered';

jest.setTimeout(120_000);

const DIFFERENCES = GRID.flatMap(({ name, difference }) => difference ? [{ name, ...difference }] : []);
const UNIONS = GRID.flatMap(({ name, unionOf }) => unionOf ? [{ name, unionOf }] : []);
const PLATFORMS = [...new Set(GRID.map(({ name }) => name.split('/')[0]))];

let templates: ReadonlyMap<string, TemplateJson>;
let emitted: ReadonlyMap<string, Emitted>;

beforeAll(() => {
  templates = synthesizeRows(GRID, { validation: false });
  emitted = new Map(emittedBy(GRID, templates, AWS).map(row => [row.row.name, row]));
});

test.each(DEFAULTS)('the default of $name equals its golden file', row => {
  expectCommitted(goldenFile(row), goldenOf(templates.get(row.name)!));
});

test.each(DIFFERENCES)('$name differs from $from in $sids', ({ name, from, sids }) => {
  expect(differences(emitted.get(from)!, emitted.get(name)!)).toEqual([...sids].sort());
});

test.each(UNIONS)('$name grants exactly what $unionOf grant together', ({ name, unionOf }) => {
  const together = unionOf.flatMap(part => [...statementsOf(emitted.get(part)!)]);
  expect(Object.fromEntries(statementsOf(emitted.get(name)!))).toEqual(Object.fromEntries(together));
});

test('every golden file belongs to a row', () => {
  const files = PLATFORMS.map(goldenFolder)
    .flatMap(folder => existsSync(folder) ? readdirSync(folder).map(file => join(folder, file)) : []);
  expect(files.sort()).toEqual(DEFAULTS.map(goldenFile).sort());
});

function statementsOf({ trust, statements }: Emitted): ReadonlyMap<string, Statement | readonly Statement[]> {
  return new Map<string, Statement | readonly Statement[]>([
    ...(trust.length > 0 ? [['trust', trust] as const] : []),
    ...statements.map(statement => [statement.Sid!, statement] as const),
  ]);
}

/** Lists the differences: `+Sid` for an added statement, `-Sid` for a missing one, `~Sid` for a changed one. */
function differences(from: Emitted, to: Emitted): readonly string[] {
  const [before, after] = [statementsOf(from), statementsOf(to)];
  return [
    ...[...after.keys()].filter(sid => !before.has(sid)).map(sid => `+${sid}`),
    ...[...before.keys()].filter(sid => !after.has(sid)).map(sid => `-${sid}`),
    ...[...after].filter(([sid, statement]) =>
      before.has(sid) && JSON.stringify(before.get(sid)) !== JSON.stringify(statement)).map(([sid]) => `~${sid}`),
  ].sort();
}
