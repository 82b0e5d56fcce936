import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allConstructs } from '../../../cli/facts/catalogue';
import json from '../../../cli/facts/catalogue.json';
import { readPackage } from '../../../cli/facts/packages';
import { catalogue, documented, packageWith } from '../support/packages';

test('reads the version and the constructs of a package', () => {
  const { version, constructs } = readPackage(packageWith(catalogue({ SlurmdbdRole: [documented('A')] }), '1.2.3'));
  expect(version).toBe('1.2.3');
  expect(constructs).toMatchObject([{
    name: 'SlurmdbdRole', statements: [{ sid: 'A', source: { section: 'Permissions' }, options: [] }],
  }]);
});

test('reads its own catalogue', () => {
  expect(readPackage(packageWith(json)).constructs).toEqual(allConstructs());
});

test('rejects what is no version of the package', () => {
  const empty = mkdtempSync(join(tmpdir(), 'empty-'));
  expect(() => readPackage(empty)).toThrow(
    `'${empty}' is no version of cdk-platform-iam: name the directory that npm installs, node_modules/cdk-platform-iam`);
  expect(() => readPackage(join(empty, 'none'))).toThrow('is no version of cdk-platform-iam');
  expect(() => readPackage(packageWith({}, '1.0.0', 'left-pad'))).toThrow('is no version of cdk-platform-iam');
});

test('rejects a package without facts', () => {
  expect(() => readPackage(packageWith(undefined))).toThrow('facts.json.br does not exist: name a directory with the whole package');
});

test('rejects a tarball, and says how to unpack it', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'tarball-')), 'cdk-platform-iam-1.0.0.tgz');
  writeFileSync(file, '');
  expect(() => readPackage(file)).toThrow(`'${file}' is a file: unpack it with 'tar xzf', and name the directory 'package' that is in it`);
});

test.each([[[]], [{ constructs: {} }], [{ sources: [] }], [{ sources: [], constructs: [] }]])('rejects the form %j', facts => {
  expect(() => readPackage(packageWith(facts))).toThrow(/has another form than this version|must be a JSON object/);
});
