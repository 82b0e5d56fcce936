import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { MANIFEST } from './project';
import { loadProject, manifestIn } from '../../../../cli/check/construct/project';
import { filesIn } from '../printed-app';

/** Whether no package can be found. */
let mockIsEmpty = false;

jest.mock('node:module', () => ({
  createRequire: (file: string) => (mockIsEmpty
    ? { resolve: () => { throw new Error('not found'); } }
    : jest.requireActual<typeof import('node:module')>('node:module').createRequire(file)),
}));

const ROOT = join(__dirname, '..', '..', '..', '..');

/** A project with this library and the CDK. Jest gives the tests the sources of the library. */
function projectWith(files: Readonly<Record<string, unknown>>): string {
  const library = 'node_modules/cdk-platform-iam';
  const directory = filesIn({
    'package.json': {},
    [`${library}/package.json`]: { name: 'cdk-platform-iam', exports: { '.': './index.js', './.jsii': './.jsii' } },
    [`${library}/index.js`]: '',
    ...files,
  });
  mkdirSync(join(directory, 'node_modules'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules', 'aws-cdk-lib'), join(directory, 'node_modules', 'aws-cdk-lib'));
  return directory;
}

test('loads the packages of the project', () => {
  const { library, manifest, cdk } = loadProject(projectWith({ 'node_modules/cdk-platform-iam/.jsii': MANIFEST }));
  expect(library).toHaveProperty('SageMakerExecutionRole');
  expect(manifest).toEqual(MANIFEST);
  expect([typeof cdk('core').Stack, typeof cdk('aws-s3').Bucket]).toEqual(['function', 'function']);
});

test('reads a manifest that is compressed in another file', () => {
  const directory = filesIn({ '.jsii': { schema: 'jsii/file-redirect', compression: 'gzip', filename: '.jsii.gz' } });
  writeFileSync(join(directory, '.jsii.gz'), gzipSync(JSON.stringify(MANIFEST)));
  expect(manifestIn(join(directory, '.jsii'))).toEqual(MANIFEST);
});

test('rejects a project without the packages', () => {
  mockIsEmpty = true;
  expect(() => loadProject('/somewhere')).toThrow(
    "'--construct' makes the construct, which takes cdk-platform-iam and aws-cdk-lib, and '/somewhere' has not both: run it in the directory of the app, or after 'npm install cdk-platform-iam aws-cdk-lib constructs'");
});
