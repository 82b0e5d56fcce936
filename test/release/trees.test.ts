import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { directoryOf, goldenWith } from './trees';
import { firstEntry, withEntry } from '../../scripts/release/markdown';
import { newestRelease, treeOf } from '../../scripts/release/trees';

function repository(...tags: readonly string[]): string {
  const directory = directoryOf({ wildcards: ['BatchRole A *'] });
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: directory });
  git('init', '--quiet');
  git('add', '.');
  git('-c', 'user.name=x', '-c', 'user.email=x@example.com', '-c', 'commit.gpgsign=false', 'commit', '--quiet', '-m', 'x');
  tags.forEach(tag => git('-c', 'tag.gpgsign=false', 'tag', tag));
  return directory;
}

test('a tree is that of a directory, or of a commit', () => {
  const directory = repository('v0.1.0');
  const tree = treeOf(directory);
  expect(tree).toMatchObject({ constructs: [{ name: 'BatchRole' }], ledgers: ['BatchRole A *'] });
  expect([...tree.goldens]).toEqual([['sagemaker/batch', goldenWith()]]);
  expect(treeOf('v0.1.0', directory)).toEqual(tree);
});

test('a tree needs the files of the project', () => {
  const empty = mkdtempSync(join(tmpdir(), 'empty-'));
  expect(() => treeOf(empty)).toThrow(`'${empty}' has no cli/facts/catalogue.json and no test/wildcards.json and no test/identity-writes.json`);
});

test('the last release is the highest tag of a version', () => {
  expect(newestRelease(repository('v0.9.0', 'v0.10.0', 'vendors'))).toBe('v0.10.0');
  expect(newestRelease(repository())).toBeUndefined();
});

const LOG = '# Change log\n\nIntroduction.\n\n';

test('an entry is at the top of the change log, and takes the place of what is not released', () => {
  const first = withEntry(LOG, 'Unreleased', '2026-11-28', 'The first.\n');
  expect(first).toBe(`${LOG}## Unreleased\n\nThe first.\n`);
  const released = withEntry(first, '0.1.0', '2026-12-01', 'The first.\n');
  expect(released).toBe(`${LOG}## 0.1.0 (2026-12-01)\n\nThe first.\n`);
  const next = withEntry(released, 'Unreleased', '2026-12-02', 'More.\n');
  expect(next).toBe(`${LOG}## Unreleased\n\nMore.\n\n## 0.1.0 (2026-12-01)\n\nThe first.\n`);
  expect(withEntry(next, 'Unreleased', '2026-12-03', 'More.\n')).toBe(next);
  expect(withEntry(next, '0.10.0', '2026-12-03', 'More.\n')).toContain('## 0.10.0 (2026-12-03)\n\nMore.\n\n## 0.1.0 (2026-12-01)');
});

test('the entry of the first release is up to date (generate it with npm run update)', () => {
  const project = join(__dirname, '..', '..');
  const log = readFileSync(join(project, 'CHANGELOG.md'), 'utf8');
  const isReleased = /^## \d/m.test(log);
  expect(isReleased ? log : withEntry(log, 'Unreleased', '', firstEntry(treeOf(project).constructs))).toBe(log);
});
