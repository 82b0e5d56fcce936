import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

// Bundles the compiled modules into one file in which a module runs on first access: opening many files and running the
// code of other platforms would slow down every start.

interface Manifest {
  readonly types: Readonly<Record<string, { readonly name: string; readonly kind: string; readonly symbolId: string }>>;
}

const project = process.argv[2] ?? join(__dirname, '..');
const { types } = JSON.parse(readFileSync(join(project, '.jsii'), 'utf8')) as Manifest;
/** The names that exist at run time, with their modules. */
const values = Object.values(types)
  .filter(({ kind }) => kind !== 'interface')
  .map(({ name, symbolId }) => ({ name, module: symbolId.replace(/^src\/|:.*/g, '') }));

buildSync({
  stdin: {
    resolveDir: join(project, 'lib'),
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
  keepNames: true,
  logLevel: 'warning',
  outfile: join(project, 'lib', 'bundle.js'),
});
