import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { refusalOf, releaseChanges } from './release/changes';
import { entryOf, firstEntry, withEntry } from './release/markdown';
import { nextRelease } from './release/next-release';
import { newestRelease, treeOf } from './release/trees';


// Prints what a release changes in permissions and templates, and fails if its version does not say so:
//
//   release-changes [VERSION | --next] [--from TREE] [--to TREE] [--write]
//
// A tree is a commit, a tag, or a directory with the project: by default the last release, and this directory. `--next`
// takes the version that follows from the commits. With `--write` the entry is in CHANGELOG.md, too. Nothing is checked
// without a version.

const PROJECT = join(__dirname, '..');
const LOG = join(PROJECT, 'CHANGELOG.md');

function main(): void {
  const { positionals: [named], values } = parseArgs({
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      next: { type: 'boolean', default: false },
      to: { type: 'string', default: PROJECT },
      write: { type: 'boolean', default: false },
    },
  });
  const { from = newestRelease(), next, to, write } = values;
  const version = (next ? nextRelease(PROJECT).version : named) ?? 'Unreleased';
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
