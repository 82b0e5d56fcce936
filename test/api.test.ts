import { PLATFORMS } from './platforms';
import * as library from '../src';
import { API_LAWS } from './support/api-laws';
import { Compiled, compilePackage, ManifestType } from './support/manifest';
import { PLATFORM_LAWS } from './support/platform-laws';

jest.setTimeout(120_000);

let compiled: Compiled;
let types: readonly ManifestType[];
beforeAll(() => {
  compiled = compilePackage();
  types = Object.values(compiled.manifest.types);
});

describe('the list of platforms', () => {
  test.each(PLATFORM_LAWS)('%s', (_, law) => {
    expect(law(types, PLATFORMS)).toEqual([]);
  });
});

describe('each type of the API', () => {
  test.each(API_LAWS)('%s', (_, law) => {
    expect(types.flatMap(type => law(type, types).map(finding => `${type.name}: ${finding}`))).toEqual([]);
  });

  test('is exported by the index', () => {
    const values = types.filter(({ kind }) => kind !== 'interface').map(({ name }) => name);
    expect(values.sort()).toEqual(Object.keys(library).sort());
  });

  test('can be required and imported from the package', () => {
    const names = Object.keys(library);
    expect([...compiled.required].sort()).toEqual(names.sort());
    expect(compiled.imported).toEqual(expect.arrayContaining(names));
  });
});

test('the index exports no internal name', () => {
  expect(Object.keys(library).filter(name => !/^[A-Z][A-Za-z0-9]+$/.test(name))).toEqual([]);
});
