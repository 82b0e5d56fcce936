import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import * as manifest from '../package.json';

interface Job {
  readonly permissions?: object;
  readonly steps?: readonly { readonly run?: string; readonly with?: Readonly<Record<string, unknown>> }[];
  readonly strategy?: { readonly matrix: { readonly node?: readonly string[] } };
}

interface Workflow {
  readonly permissions?: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

// The judge actionlint knows the language of workflows. This is what it can't know.

const FOLDER = join(__dirname, '..', '.github', 'workflows');
const SOURCES = readdirSync(FOLDER).map(name => [name, readFileSync(join(FOLDER, name), 'utf8')] as const);
const WORKFLOWS = SOURCES.map(([name, text]) => [name, load(text) as Workflow] as const);

const REGISTRY = /\b(?:registry|repo|upload|central|api|pypi|nuget|npm)[\w-]*(?:\.[\w-]+)*\.(?:org|com|io)\b/;
const SCRIPTS = Object.keys(manifest.scripts);

test.each(WORKFLOWS)('%s runs tasks of the project', (_, { jobs }) => {
  const commands = Object.values(jobs).flatMap(({ steps = [] }) => steps).map(({ run = '' }) => run).join('\n');
  const named = [...commands.matchAll(/\b(?:npx projen|npm run) ([\w:-]+)/g)].map(([, name]) => name)
    .filter(name => !name.startsWith('--'));
  expect(named.filter(name => !SCRIPTS.includes(name))).toEqual([]);
});

test.each(WORKFLOWS)('%s states the permissions of each job', (_, { permissions, jobs }) => {
  expect(Object.entries(jobs).filter(([, job]) => !(job.permissions ?? permissions)).map(([name]) => name)).toEqual([]);
});

test.each(SOURCES)('%s names no registry: its client knows the address', (_, text) => {
  expect(text).not.toMatch(REGISTRY);
});

test('pull requests are tested on each long-term version of Node.js that is supported', () => {
  const { jobs } = WORKFLOWS.find(([name]) => name === 'build.yml')![1];
  const older = jobs.test.strategy!.matrix.node!.map(Number);
  const newest = Number(jobs.build.steps!.flatMap(step => step.with?.['node-version'] ?? [])[0]);
  const oldest = Number(/\d+/.exec(manifest.engines.node)![0]);
  // Even versions have long-term support.
  const all = Array.from({ length: (newest - oldest) / 2 + 1 }, (_, index) => oldest + 2 * index);
  expect([...older, newest]).toEqual(all);
});

test('releases publish to npm and PyPI without a token, and to npm with provenance', () => {
  const { jobs } = WORKFLOWS.find(([name]) => name === 'release.yml')![1];
  const text = (job: string) => JSON.stringify(jobs[job]);
  ['release_npm', 'release_pypi', 'release_nuget'].forEach(job =>
    expect(jobs[job].permissions).toMatchObject({ 'id-token': 'write' }));
  expect(text('release_npm')).toContain('"NPM_CONFIG_PROVENANCE":"true"');
  expect(text('release_npm')).not.toContain('NPM_TOKEN');
  expect(text('release_pypi')).not.toContain('TWINE_PASSWORD');
});
