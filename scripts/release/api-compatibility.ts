import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { breakingChanges } from './breaking-changes';
import { historyOf } from './history';
import { mayBreak, nextVersion } from './version';

// Fails if the API breaks users of the last release, and the next version does not say so.

const PROJECT = join(__dirname, '..', '..');
const RELEASED = join(PROJECT, 'dist', 'last-release');
const NAME = 'cdk-platform-iam';

const { last, commits } = historyOf(PROJECT);
if (last === undefined) {
  console.log('skipped: nothing is released yet, so that no user can break');
} else {
  rmSync(RELEASED, { recursive: true, force: true });
  mkdirSync(RELEASED, { recursive: true });
  execFileSync('npm', ['pack', '--silent', `${NAME}@${last}`], { cwd: RELEASED, stdio: 'inherit' });
  execFileSync('tar', ['-xzf', `${NAME}-${last}.tgz`], { cwd: RELEASED, stdio: 'inherit' });
  const breaking = breakingChanges(join(RELEASED, 'package'), PROJECT);
  const next = nextVersion(last, commits) ?? last;
  console.log([`${breaking.length} changes break users of ${last}`, ...breaking].join('\n'));
  if (breaking.length > 0 && !mayBreak(last, next)) {
    throw new Error(`${next} must not break the API of ${last}: mark the commit with '!', or keep what is above`);
  }
}
