import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { removeUnreachableDeclarations } from './declarations';

// Bundles the compiled modules into one file in which a module runs on first access: opening many files and running the
// code of other platforms would slow down every start. Then deletes the declarations that the package does not need.

interface Manifest {
  readonly types: Readonly<Record<string, { readonly name: string; readonly kind: string; readonly symbolId: string }>>;
}

const project = process.argv[2] ?? join(__dirname, '..');
const lib = join(project, 'lib');
const manifest = JSON.parse(readFileSync(join(project, '.jsii'), 'utf8')) as Manifest;
const { types } = manifest;
/** The names that exist at run time, with their modules. */
const values = Object.values(types)
  .filter(({ kind }) => kind !== 'interface')
  .map(({ name, symbolId }) => ({ name, module: symbolId.replace(/^src\/|:.*/g, '') }));

const { outputFiles: [{ text }] } = buildSync({
  stdin: {
    resolveDir: lib,
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
      ...values.map(({ name, module }) => `lazy('${name}', () => require('./${module}'));`),
    ].join('\n'),
  },
  // Node.js reads this line to find the names that ES modules can import.
  footer: { js: `0 && (module.exports = { ${values.map(({ name }) => name).join(', ')} });` },
  bundle: true,
  platform: 'node',
  target: 'node20',
  packages: 'external',
  // Identifiers stay: stack traces and profiles show them. For an error that nobody catches, Node.js prints the line.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 500,
  logLevel: 'warning',
  write: false,
});
writeFileSync(join(lib, 'bundle.js'), withNamesOfClasses(text));

removeUnreachableDeclarations(lib, join(lib, 'index.d.ts'));

// jsii writes white space, and the lines of the sources, which the package does not have.
const withoutLines = (key: string, value: unknown) => (key === 'locationInModule' ? undefined : value);
writeFileSync(join(project, '.jsii'), JSON.stringify(manifest, withoutLines));

/** Names classes as in the source. The bundler renames those that refer to themselves: `Arns=class _Arns`. */
function withNamesOfClasses(code: string): string {
  return [...code.matchAll(/\b([A-Z]\w*)=class _\1\b/g)]
    .reduce((renamed, [, name]) => renamed.replaceAll(new RegExp(`\\b_${name}\\b`, 'g'), name), code);
}
