import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockedPackage {
  readonly license?: string;
  readonly resolved?: string;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const ROOT = join(__dirname, '..');
const json = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as unknown;
const { dependencies, peerDependencies } = json('package.json') as Readonly<Record<string, Record<string, string>>>;
const { packages } = json('package-lock.json') as { packages: Readonly<Record<string, LockedPackage>> };

const DIRECT = ['Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/** Licences that only transitive dependencies of our development tools may have: users do not install those. */
const TRANSITIVE = [
  ...DIRECT,
  '(MIT OR CC0-1.0)', // type-fest
  '(MIT OR GPL-3.0-or-later)', // case: used under MIT
  '0BSD', // tslib
  'BlueOak-1.0.0', // glob and its like
  'CC-BY-4.0', // caniuse-lite: data
  'CC0-1.0', // spdx-license-list: data
  'Python-2.0', // argparse
];

test('users install only the peer dependencies', () => {
  expect(dependencies).toBeUndefined();
  expect(Object.keys(peerDependencies)).toEqual(['aws-cdk-lib', 'constructs']);
});

test('direct dependencies have accepted licences, also those for development', () => {
  const { devDependencies = {} } = packages[''];
  const others = Object.keys(devDependencies).filter(
    name => !DIRECT.includes(packages[`node_modules/${name}`].license ?? 'none'),
  );
  expect(others).toEqual([]);
});

test('transitive dependencies have licences from the list', () => {
  const found = Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([, { license }]) => license ?? 'none');
  expect([...new Set(found)].filter(license => !TRANSITIVE.includes(license))).toEqual([]);
  expect(TRANSITIVE.filter(license => !found.includes(license))).toEqual([]);
});

test('the lock file contains no URL', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved?.includes('://'))).toEqual([]);
});
