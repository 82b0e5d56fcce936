import { PLATFORMS } from './platforms';
import { isWritable } from '../cli/check/construct/values';
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

  test('is known to jsii at run time', () => {
    expect([...compiled.fqns].sort()).toEqual(types.filter(({ kind }) => kind === 'class').map(({ fqn }) => fqn).sort());
  });
});

test('the index exports no internal name', () => {
  expect(Object.keys(library).filter(name => !/^[A-Z][A-Za-z0-9]+$/.test(name))).toEqual([]);
});

/** The CDK can import none of these, so that JSON has no form for them: `check --construct` says so. */
const NOT_IN_JSON = ['aws_aps.IWorkspaceRef', 'aws_sagemaker.IMlflowTrackingServerRef', 'aws_sagemaker.IModelPackageGroupRef', 'aws_sagemaker.IModelRef'];

test('every type of the CDK in options can be written in JSON', () => {
  const names = types.flatMap(({ datatype, properties = [], methods = [] }) => [
    ...(datatype ? properties.map(({ type }) => type) : []),
    ...methods.filter(method => 'static' in method).flatMap(({ parameters = [] }) => parameters.map(({ type }) => type)),
  ]).map(type => type?.collection?.elementtype.fqn ?? type?.fqn ?? '').filter(fqn => fqn.startsWith('aws-cdk-lib.'));
  const missing = [...new Set(names)].filter(fqn => !isWritable(fqn)).map(fqn => fqn.replace('aws-cdk-lib.interfaces.', ''));
  expect(missing.sort()).toEqual(NOT_IN_JSON);
});
