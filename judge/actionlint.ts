import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './environments';
import { ACTIONLINT } from './names';
import { announce, count } from './verdict';

// actionlint reads the workflows of this repository, and the one that users copy.

interface Finding {
  readonly message: string;
  readonly filepath: string;
  readonly line: number;
}

/** actionlint must find this, otherwise it does not work. */
const BROKEN = 'on: push\njobs:\n  broken:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.nothing }}\n';

const FOLDERS = [join('.github', 'workflows'), join('examples', 'github')];

function lint(files: readonly string[], input?: string): readonly Finding[] {
  const { stdout, stderr, status } = spawnSync('go', ['run', ACTIONLINT, '-format', '{{json .}}', ...files], {
    cwd: PROJECT, encoding: 'utf8', input, env: { ...process.env, GOFLAGS: '-mod=mod' },
  });
  // go run exits with 1 for every status of the program.
  if (status !== 0 && !stdout.startsWith('[')) {
    throw new Error(stderr);
  }
  return JSON.parse(stdout) as readonly Finding[];
}

if (spawnSync('go', ['version']).status !== 0) {
  announce({ judged: 'skipped: it needs Go', findings: [] });
} else {
  if (lint(['-'], BROKEN).length === 0) {
    throw new Error('actionlint finds nothing in a broken workflow');
  }
  const files = FOLDERS.flatMap(folder => readdirSync(join(PROJECT, folder)).map(file => join(folder, file)));
  announce({
    judged: count(files.length, 'workflow'),
    findings: lint(files).map(({ filepath, line, message }) => `${filepath}:${line} ${message}`),
  });
}
