import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { breakingChanges } from '../../scripts/release/breaking-changes';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assemblies-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('an option that is added breaks nobody', () => {
  expect(breakingChanges(library('released', ['bucket?', 'key?']), library('added', ['bucket?', 'key?', 'topic?']))).toEqual([]);
});

test('an option that is removed, or becomes required, breaks users', () => {
  expect(breakingChanges(library('before', ['bucket?', 'key?']), library('after', ['bucket']))).toEqual([
    expect.stringContaining('[removed:library.Props.key]'),
    expect.stringContaining('[strengthened:library.Props]'),
  ]);
});

test('a folder without an assembly is an error', () => {
  expect(() => breakingChanges(join(folder, 'none'), join(folder, 'none'))).toThrow('jsii-diff did not compare the assemblies');
});

/** Writes an assembly with a class that takes these options. */
function library(name: string, options: readonly string[]): string {
  const directory = join(folder, name);
  const docs = { stability: 'stable' };
  const type = { primitive: 'string' };
  const properties = options.map(option =>
    ({ name: option.replace('?', ''), optional: option.endsWith('?'), type, abstract: true, immutable: true, docs }));
  const assembly = 'library';
  const initializer = { parameters: [{ name: 'props', type: { fqn: 'library.Props' } }] };
  const common = { name: assembly, version: '0.1.0', license: 'Apache-2.0' };
  mkdirSync(directory);
  writeFileSync(join(directory, 'package.json'), JSON.stringify({ ...common, jsii: { targets: {} } }));
  writeFileSync(join(directory, '.jsii'), JSON.stringify({
    ...common,
    schema: 'jsii/0.10.0',
    jsiiVersion: '6.0.0',
    targets: { js: { npm: assembly } },
    docs,
    types: {
      'library.Props': { assembly, fqn: 'library.Props', name: 'Props', kind: 'interface', datatype: true, properties, docs },
      'library.Role': { assembly, fqn: 'library.Role', name: 'Role', kind: 'class', initializer, docs },
    },
  }));
  return directory;
}
