import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OwnFacts, OwnSource, OwnStatement, ReadPolicy } from './own';
import { PROJECT } from './registries/output';
import { CatalogueFacts } from '../cli/facts/catalogue-facts';
import { ParallelClusterVersion } from '../src';
import { Source } from '../src/private/statements/documented-statement';
import { READ_VERSIONS } from '../test/documented/aws-policy-versions';

// What the library knows, from its own files.

const SRC = join(PROJECT, 'src');
const SOURCES = 'sources.ts';

/** It lists most policies of AWS. */
const GENERATED = 'unlimited-policies.ts';

/** The versions of packages and policies that somebody read, and that nothing else records. */
interface Read {
  readonly packages: Readonly<Record<string, { readonly version: string; readonly on: string }>>;
  readonly policies: Readonly<Record<string, string>>;
}

export function readJson<T>(...path: readonly string[]): T {
  return JSON.parse(readFileSync(resolve(PROJECT, ...path), 'utf8')) as T;
}

export function ownFacts(): OwnFacts {
  const { packages, policies } = readJson<Read>('drift', 'read.json');
  const sources = ownSources();
  return {
    statements: ownStatements(readJson<CatalogueFacts>('cli', 'facts', 'catalogue.json')),
    policies: readPolicies({ ...policies, ...citedVersions(sources), ...attachedVersions() }),
    sources,
    packages: {
      ...Object.fromEntries(Object.entries(packages).map(([name, { version }]) => [name, version])),
      'aws-parallelcluster': ParallelClusterVersion.LATEST.version,
    },
  };
}

function ownStatements({ sources, constructs }: CatalogueFacts): readonly OwnStatement[] {
  return Object.entries(constructs).flatMap(([construct, { platform, statements = [] }]) =>
    statements.flatMap(({ sid, source, variants }) => {
      const { url, section } = sources[source];
      return variants.map(({ actions, since, until, actionsSince }) =>
        ({ platform, construct, sid, url, section, actions, since, until, actionsSince }));
    }));
}

/** All sources of all platforms, also those of trust policies. */
export function ownSources(): readonly OwnSource[] {
  return readdirSync(SRC).filter(folder => existsSync(join(SRC, folder, SOURCES))).flatMap(folder => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const tables = require(join(SRC, folder, SOURCES)) as Readonly<Record<string, Readonly<Record<string, Source>>>>;
    return Object.values(tables).flatMap(table => Object.entries(table).map(([name, source]) =>
      ({ ...source, name: `${folder}.${name}` })));
  });
}

/** Of the policies that statements come from: the version is the last word of the section. */
function citedVersions(sources: readonly OwnSource[]): Readonly<Record<string, string>> {
  return Object.fromEntries(sources.filter(({ kind }) => kind === 'managed policy').map(({ url, section }) =>
    [/([\w-]+)\.html$/.exec(url)![1], section.split(' ').at(-1)!]));
}

function attachedVersions(): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(READ_VERSIONS).map(([name, version]) => [name, version.split(' ')[0]]));
}

function readPolicies(versions: Readonly<Record<string, string>>): Readonly<Record<string, ReadPolicy>> {
  return Object.fromEntries(Object.entries(versions).map(([name, version]) =>
    [name, { version, files: filesNaming(name) }]));
}

const texts = new Map<string, string>();

/** The files of the library with the name of a policy. */
function filesNaming(name: string): readonly string[] {
  if (texts.size === 0) {
    readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts') && !file.endsWith(GENERATED))
      .forEach(file => texts.set(`src/${file}`, readFileSync(join(SRC, file), 'utf8')));
  }
  return [...texts].filter(([, text]) => text.includes(`'${name}'`)).map(([file]) => file);
}
