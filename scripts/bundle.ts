import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { rolledUp } from './declarations';
import { packedModules } from './packed-modules';

// Bundles the modules into one file in which a module runs on first access: opening many files and running the code of
// other platforms would slow down every start. Then does the same with the declarations.

export interface Manifest {
  readonly types: Readonly<Record<string, ManifestType>>;
  readonly version: string;
  readonly dependencyClosure: Readonly<Record<string, Dependency>>;
}

interface Dependency {
  readonly submodules?: Readonly<Record<string, object>>;
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

  const index = join(lib, 'index.d.ts');
  writeFileSync(index, rolledUp(index));
  removeDeclarations(index);
  writeFileSync(join(project, '.jsii'), JSON.stringify({ ...manifest, dependencyClosure: namedModules() }, asPacked));
}

/** The dependencies with the modules that our types name: their names in other languages are of use. */
function namedModules(): Manifest['dependencyClosure'] {
  const types = JSON.stringify(manifest.types);
  const named = ({ submodules = {}, ...dependency }: Dependency) => ({
    ...dependency,
    submodules: Object.fromEntries(Object.entries(submodules).filter(([name]) => types.includes(`"${name}.`))),
  });
  return Object.fromEntries(Object.entries(manifest.dependencyClosure).map(([name, found]) => [name, named(found)]));
}

/** Removes white space, and the lines of the sources, which the package does not have. The index declares all types. */
function asPacked(key: string, value: unknown): unknown {
  return key === 'locationInModule' ? undefined
    : key === 'symbolId' ? (value as string).replace(/^.*:/, 'src/index:')
      : value;
}

/** Deletes the declarations of single modules, also of those that no longer exist. */
function removeDeclarations(index: string): void {
  readdirSync(lib, { recursive: true, encoding: 'utf8' })
    .map(file => join(lib, file))
    .filter(file => file.endsWith('.d.ts') && file !== index && !file.startsWith(join(lib, 'cli')))
    .forEach(file => rmSync(file));
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
    minify: true,
    // For an error that nobody catches, Node.js prints the line.
    lineLimit: 500,
    logLevel: 'warning',
    plugins: [packedModules(manifest, project)],
  });
}
