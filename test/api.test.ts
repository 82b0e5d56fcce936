import { version } from 'aws-cdk-lib/package.json';
import { devDependencies } from '../package.json';
import * as library from '../src';
import { API_LAWS } from './support/api-laws';
import { Compiled, compilePackage, ManifestType } from './support/manifest';

jest.setTimeout(120_000);

/** The compiler takes seconds, and reads the oldest CDK in any case. */
const COMPILES = version === devDependencies['aws-cdk-lib'];

if (COMPILES) {
  describe('each type of the API', () => {
    let compiled: Compiled;
    let types: readonly ManifestType[];
    beforeAll(() => {
      compiled = compilePackage();
      types = Object.values(compiled.manifest.types);
    });

    test.each(API_LAWS)('%s', (_, law) => {
      expect(types.flatMap(type => law(type, types).map(finding => `${type.name}: ${finding}`))).toEqual([]);
    });

    test('is what the index exports', () => {
      const values = types.filter(({ kind }) => kind !== 'interface').map(({ name }) => name);
      expect(values.sort()).toEqual(Object.keys(library).sort());
    });

    test('is what the package gives to those who require or import it', () => {
      const names = Object.keys(library);
      expect([...compiled.required].sort()).toEqual(names.sort());
      expect(compiled.imported).toEqual(expect.arrayContaining(names));
    });
  });
}

test('the index exports no internal name', () => {
  expect(Object.keys(library).filter(name => !/^[A-Z][A-Za-z0-9]+$/.test(name))).toEqual([]);
});
