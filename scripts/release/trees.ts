import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { constructsIn, KnownConstruct } from '../../cli/facts/catalogue';
import { catalogueOf } from '../../cli/facts/packages';

// What a version of the project grants, from its committed files.

/** The files of a version. */
interface Files {
  /** Their paths below the project. */
  readonly paths: readonly string[];
  read(path: string): string;
}

/** What a version of the project grants. */
export interface Tree {
  readonly constructs: readonly KnownConstruct[];
  /** The resources of each construct with its defaults, by platform and name, as JSON. */
  readonly goldens: ReadonlyMap<string, Resources>;
  /** The rows of the ledgers: construct, Sid and pattern. */
  readonly ledgers: readonly string[];
}

/** By logical id. */
export type Resources = Readonly<Record<string, Resource>>;

export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

const PROJECT = join(__dirname, '..', '..');

const CATALOGUE = 'cli/facts/catalogue.json';
const LEDGERS = ['test/wildcards.json', 'test/identity-writes.json'];
const GOLDEN = /^test\/([^/]+)\/__goldens__\/([^/]+)\.json$/;

/**
 * @param where a directory, or a commit or tag
 * @param repository where commits and tags are
 */
export function treeOf(where: string, repository = PROJECT): Tree {
  const isDirectory = existsSync(where) && statSync(where).isDirectory();
  const { paths, read } = isDirectory ? filesIn(where) : filesAt(where, repository);
  const missing = [CATALOGUE, ...LEDGERS].filter(path => !paths.includes(path));
  if (missing.length > 0) {
    throw new Error(`'${where}' has no ${missing.join(' and no ')}: name a directory with the project, or a commit or tag of it`);
  }
  const goldens = paths.flatMap(path => {
    const [, platform, name] = GOLDEN.exec(path) ?? [];
    return name === undefined ? [] : [[`${platform}/${name}`, JSON.parse(read(path)) as Resources] as const];
  });
  return {
    constructs: constructsIn(catalogueOf(JSON.parse(read(CATALOGUE)), CATALOGUE)),
    goldens: new Map(goldens),
    ledgers: LEDGERS.flatMap(path => JSON.parse(read(path)) as readonly string[]),
  };
}

function filesIn(directory: string): Files {
  const below = (folder: string) => !existsSync(join(directory, folder)) ? []
    : readdirSync(join(directory, folder), { recursive: true, encoding: 'utf8' })
      .map(file => `${folder}/${file.replaceAll('\\', '/')}`);
  return {
    paths: ['test', 'cli/facts'].flatMap(below),
    read: path => readFileSync(join(directory, path), 'utf8'),
  };
}

function filesAt(commit: string, repository: string): Files {
  return {
    paths: git(repository, 'ls-tree', '-r', '--name-only', commit, '--', 'test', 'cli/facts').split('\n'),
    read: path => git(repository, 'show', `${commit}:${path}`),
  };
}

/** The newest release that the commit comes after. Nothing before the first one. */
export function newestRelease(repository = PROJECT): string | undefined {
  const [tag] = git(repository, 'tag', '--merged', 'HEAD', '--list', 'v[0-9]*', '--sort', '-version:refname').split('\n');
  return tag || undefined;
}

const MOST_BYTES = 64 * 1024 * 1024;

function git(repository: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { encoding: 'utf8', maxBuffer: MOST_BYTES, cwd: repository });
}
