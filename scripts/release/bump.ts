import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changelogOf } from './changelog';
import { nextRelease } from './next-release';

// Writes the next version to package.json, and to dist the files that a release reads: version, tag and changelog.

const PROJECT = process.cwd();
const PACKAGE = join(PROJECT, 'package.json');
const DIST = join(PROJECT, 'dist');

const { last, version, commits, permissions } = nextRelease(PROJECT);
if (version === undefined) {
  throw new Error(`there is nothing to release: no feat, fix, perf or revert since ${last}`);
}
const manifest = JSON.parse(readFileSync(PACKAGE, 'utf8')) as object;
writeFileSync(PACKAGE, `${JSON.stringify({ ...manifest, version }, undefined, 2)}\n`);
mkdirSync(DIST, { recursive: true });
writeFileSync(join(DIST, 'version.txt'), version);
writeFileSync(join(DIST, 'releasetag.txt'), `v${version}`);
// Before the first release there is no user to break.
const changes = last === undefined ? commits.map(({ breaking: _, ...commit }) => commit) : commits;
writeFileSync(join(DIST, 'changelog.md'), `${changelogOf(version, new Date().toISOString().slice(0, 10), changes)}\n${permissions}`);
console.log(`${last ?? 'nothing is released yet'} -> ${version}`);
