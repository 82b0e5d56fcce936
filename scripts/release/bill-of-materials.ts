import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { componentsOf, CycloneDx } from './components';

// Writes dist/bill-of-materials.cdx.json: the libraries that the bundle of the command contains, and the peers that
// users install. npm lists neither, since both are dependencies for development here.

const PROJECT = join(__dirname, '..', '..');
const FILE = join(PROJECT, 'dist', 'bill-of-materials.cdx.json');

const sbom = JSON.parse(execFileSync(
  'npm', ['sbom', '--package-lock-only', '--omit', 'dev', '--sbom-format', 'cyclonedx'],
  { cwd: PROJECT, encoding: 'utf8' },
)) as CycloneDx;
const { peerDependencies } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
  peerDependencies: Readonly<Record<string, string>>;
};
const components = componentsOf(readFileSync(join(PROJECT, 'lib', 'cli', 'NOTICES.txt'), 'utf8'), peerDependencies);
const { component } = sbom.metadata;
mkdirSync(join(PROJECT, 'dist'), { recursive: true });
writeFileSync(FILE, `${JSON.stringify({
  ...sbom,
  // npm names it after the folder.
  metadata: { ...sbom.metadata, component: { ...component, name: component['bom-ref'].replace(/@[^@]+$/, '') } },
  components,
  dependencies: [{ ref: component['bom-ref'], dependsOn: components.map(other => other['bom-ref']) }],
}, undefined, 2)}\n`);
console.log(`${components.length} components in the bill of materials`);
