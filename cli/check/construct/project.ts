import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Cdk } from './imports';
import { Manifest } from './manifest';
import { InputError } from '../../input-error';

/** The packages of a user's project: this library, its types, and the CDK that it uses. */
export interface Project {
  readonly library: Readonly<Record<string, unknown>>;
  readonly manifest: Manifest;
  readonly cdk: Cdk;
}

const LIBRARY = 'cdk-platform-iam';

/** Loads the packages from a directory, or from where this command is installed. */
export function loadProject(directory: string): Project {
  const require = [join(resolve(directory), 'package.json'), __filename].map(file => createRequire(file)).find(hasPackages);
  if (require === undefined) {
    throw new InputError(
      `'--construct' makes the construct, which takes ${LIBRARY} and aws-cdk-lib, and '${directory}' has not both: run it in ` +
        `the directory of the app, or after 'npm install ${LIBRARY} aws-cdk-lib constructs'`);
  }
  // The CDK of the library, if the project has several.
  const ofLibrary = createRequire(require.resolve(LIBRARY));
  return {
    library: require(LIBRARY) as Project['library'],
    manifest: manifestIn(require.resolve(`${LIBRARY}/.jsii`)),
    cdk: (module => ofLibrary(module === 'core' ? 'aws-cdk-lib' : `aws-cdk-lib/${module}`) as unknown) as Cdk,
  };
}

function hasPackages(require: NodeJS.Require): boolean {
  try {
    return createRequire(require.resolve(LIBRARY)).resolve('aws-cdk-lib') !== '';
  } catch {
    return false;
  }
}

/** The file may say that another one has it, compressed. */
export function manifestIn(file: string): Manifest {
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest | { readonly filename: string };
  return 'filename' in manifest
    ? JSON.parse(gunzipSync(readFileSync(join(dirname(file), manifest.filename))).toString('utf8')) as Manifest : manifest;
}
