import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What `import/no-restricted-paths` forbids: imports of `from` in `target`. */
export interface ImportZone {
  readonly target: string;
  readonly from: string;
  readonly except?: readonly string[];
  readonly message: string;
}

/** Folders of `src` that are not platforms. */
const KERNEL = ['common', 'private'];

/** Folders of a platform that hold what its constructs share. */
const SHARED = ['cluster', 'tiers', 'workloads'];

/** Folders of a shared folder, each of which may import those before it: what options name, and the API. */
const PARTS = ['things', 'api'];

/** The only file of a platform outside its folders. */
const SOURCES = 'sources.ts';

/** The files of a construct: each may import those before it. */
const LAYERS = [
  { name: 'props', files: '{props,*-props}.ts' },
  { name: 'read', files: 'read.ts' },
  { name: 'policy', files: '{policy,trust,!(user)-policy}.ts' },
  { name: 'role', files: '{role,*-role,user-policy,permissions-boundary}.ts' },
];

/** Folders of the command that make data, and those that show it. */
const DATA = ['assembly', 'compare', 'facts', 'review', 'statements'];
const FORMS = ['command', 'html', 'markdown', 'sarif', 'terminal'];

/** The directions of the imports in `src` and `cli`, from the folders that exist. */
export function importZones(): readonly ImportZone[] {
  return [
    ...foldersOf('src').filter(folder => !KERNEL.includes(folder)).flatMap(zonesOfPlatform),
    ...LAYERS.flatMap(({ name, files }, index) => LAYERS.slice(index + 1).map(later => ({
      target: `./src/!(private)/{*,*/*}/${files}`,
      from: `./src/!(private)/{*,*/*}/${later.files}`,
      message: `${name} never imports ${later.name}`,
    }))),
    onlyImports('common', ['common', 'private/options', 'private/comparison'],
      'common imports private/options and private/comparison only'),
    onlyImports('private/comparison', ['private/comparison', 'private/options', 'private/statements'],
      'private/comparison imports private/options and private/statements only'),
    onlyImports('private/options', ['private/options'], 'private/options imports itself only'),
    onlyImports('private/statements', ['private/statements', 'private/options', 'common/policy-placement.ts'],
      'private/statements imports private/options and the placement only'),
    onlyImports('private/synthesis', ['private/synthesis', 'private/options', 'private/statements'],
      'private/synthesis imports private/options and private/statements only'),
    onlyImports('private/roles', KERNEL, 'private imports no platform'),
    ...zonesOfCommand(),
  ];
}

/** The command reads what the library wrote. Its data knows nothing of the forms that show it. */
function zonesOfCommand(): readonly ImportZone[] {
  return [
    { target: './src', from: './cli', message: 'the library does not load the command' },
    { target: './cli', from: './src', except: ['./private', './common'], message: 'the command imports no platform' },
    ...DATA.flatMap(data => FORMS.map(form => ({
      target: `./cli/${data}`, from: `./cli/${form}`, message: `${data} knows nothing of ${form}`,
    }))),
  ];
}

function zonesOfPlatform(platform: string): readonly ImportZone[] {
  const folders = foldersOf(join('src', platform));
  const shared = folders.filter(folder => SHARED.includes(folder));
  return [
    onlyImports(platform, [platform, ...KERNEL], 'platforms never import each other'),
    onlyImports(`${platform}/${SOURCES}`, ['private/statements'], 'sources import the type of a source only'),
    ...shared.flatMap(folder => PARTS.filter(part => foldersOf(join('src', platform, folder)).includes(part)).map((part, index, parts) => ({
      target: `./src/${platform}/${folder}/${part}`,
      from: `./src/${platform}`,
      except: [...parts.slice(0, index + 1).map(earlier => `./${folder}/${earlier}`), `./${SOURCES}`],
      message: `${part} imports no other part of ${folder}`,
    }))),
    ...folders.map(folder => ({
      target: `./src/${platform}/${folder}`,
      from: `./src/${platform}`,
      except: [...new Set([folder, ...shared, SOURCES])].map(path => `./${path}`),
      message: `constructs of a platform share code in ${shared.join() || SHARED.join(' or ')} only`,
    })),
  ];
}

function onlyImports(target: string, allowed: readonly string[], message: string): ImportZone {
  return { target: `./src/${target}`, from: './src', except: allowed.map(path => `./${path}`), message };
}

function foldersOf(path: string): readonly string[] {
  return readdirSync(join(__dirname, '..', path), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
