import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { refusalOf, releaseChanges } from './release/changes';
import { entryOf, firstEntry, withEntry } from './release/markdown';
import { newestRelease, treeOf } from './release/trees';

// Prints what a release changes in permissions and templates, and fails if its version does not say so:
//
//   release-changes [VERSION] [--from TREE] [--to TREE] [--write]
//
// A tree is a commit, a tag, or a directory with the project: by default the last release, and this directory. With
// `--write` the entry is in CHANGELOG.md, too. Nothing is checked without a version.

const PROJECT = join(__dirname, '..');
const LOG = join(PROJECT, 'CHANGELOG.md');

function main(): void {
  const { positionals: [version = 'Unreleased'], values } = parseArgs({
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      to: { type: 'string', default: PROJECT },
      write: { type: 'boolean', default: false },
    },
  });
  const { from = newestRelease(), to, write } = values;
  const head = treeOf(to);
  const changes = from === undefined ? undefined : releaseChanges(treeOf(from), head);
  const entry = changes ? entryOf(changes) : firstEntry(head.constructs);
  console.log(entry);
  const refusal = changes && version !== 'Unreleased' ? refusalOf(changes, from!, version) : undefined;
  if (refusal !== undefined) {
    console.error(refusal);
    process.exitCode = 1;
  } else if (write) {
    const date = new Date().toISOString().slice(0, 10);
    writeFileSync(LOG, withEntry(readFileSync(LOG, 'utf8'), version, date, entry));
  }
}

main();
