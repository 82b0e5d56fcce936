import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { namedClasses } from './class-names';
import { removeUnreachableDeclarations } from './declarations';

// Bundles the modules into one file in which a module runs on first access: opening many files and running the code of
// other platforms would slow down every start. Then deletes the declarations that the package does not need.

export interface Manifest {
  readonly types: Readonly<Record<string, ManifestType>>;
  readonly version: string;
}

interface ManifestType {
  readonly fqn: string;
  readonly name: string;
  readonly kind: string;
  readonly symbolId: string;
}

const project = process.argv[2] ?? join(__dirname, '..');
const lib = join(project, 'lib');
const manifest = JSON.parse(readFileSync(join(project, '.jsii'), 'utf8')) as Manifest;

void bundle();

async function bundle(): Promise<void> {
  await bundleLibrary(Object.values(manifest.types).filter(({ kind }) => kind !== 'interface'));

  removeUnreachableDeclarations(lib, join(lib, 'index.d.ts'));

  // jsii writes white space, and the lines of the sources, which the package does not have.
  const withoutLines = (key: string, value: unknown) => (key === 'locationInModule' ? undefined : value);
  writeFileSync(join(project, '.jsii'), JSON.stringify(manifest, withoutLines));
}

/** @param values the types that exist at run time */
async function bundleLibrary(values: readonly ManifestType[]): Promise<void> {
  await build({
    stdin: {
      resolveDir: project,
      contents: [
        "Object.defineProperty(exports, '__esModule', { value: true });",
        'const lazy = (name, load) => Object.defineProperty(exports, name, {',
        '  enumerable: true,',
        '  configurable: true,',
        '  get: () => {',
        '    const value = load()[name];',
        '    Object.defineProperty(exports, name, { enumerable: true, value });',
        '    return value;',
        '  },',
        '});',
        ...values.map(({ name, symbolId }) => `lazy('${name}', () => require('./${symbolId.replace(/:.*/, '')}'));`),
      ].join('\n'),
    },
    outfile: join(lib, 'bundle.js'),
    // Functions are at the top level of the bundle.
    banner: { js: "'use strict';" },
    // Node.js reads this line to find the names that ES modules can import.
    footer: { js: `0 && (module.exports = { ${values.map(({ name }) => name).join(', ')} });` },
    bundle: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    tsconfigRaw: {},
    // Identifiers stay: stack traces and profiles show them. For an error that nobody catches, Node.js prints the line.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 500,
    logLevel: 'warning',
    plugins: [namedClasses(manifest, project)],
  });
}
