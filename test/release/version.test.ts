import { changelogOf } from '../../scripts/release/changelog';
import { Commit, LOG_FORMAT, parseCommits } from '../../scripts/release/commits';
import { mayBreak, nextVersion } from '../../scripts/release/version';

const commit = (header: string): Commit => parseCommits(header)[0];
const END = LOG_FORMAT.replace('%B', '');

describe('commits', () => {
  test.each<[text: string, commit: Commit]>([
    ['fix: roles of China', { type: 'fix', subject: 'roles of China' }],
    ['feat(sagemaker): pipelines', { type: 'feat', scope: 'sagemaker', subject: 'pipelines' }],
    ['feat!: another default', { type: 'feat', subject: 'another default', breaking: 'another default' }],
    ['fix(hopsworks): names\n\nWhy.\n\nBREAKING CHANGE: roles are\nreplaced\n\nMore.',
      { type: 'fix', scope: 'hopsworks', subject: 'names', breaking: 'roles are replaced' }],
  ])('%j is read', (text, expected) => {
    expect(commit(text)).toEqual(expected);
  });

  test('several are read from the output of git', () => {
    expect(parseCommits(`fix: one\n${END}\ndocs: two\n\nWhy.\n${END}\n`).map(({ subject }) => subject)).toEqual(['one', 'two']);
  });

  test('other texts are no commits', () => {
    expect(parseCommits(`Merge branch 'main'${END}Fix roles${END}`)).toEqual([]);
  });
});

describe('the next version', () => {
  test.each([['fix: a', '0.2.0'], ['chore: a', '0.2.0'], ['fix!: a', '0.2.0']])('is no patch after "%s" that grants more', (header, next) => {
    expect(nextVersion('0.1.3', [commit(header)], true)).toBe(next);
  });

  test.each<[last: string | undefined, header: string, next: string | undefined]>([
    [undefined, 'docs: first', '0.1.0'],
    ['0.1.0', 'fix: a', '0.1.1'],
    ['0.1.9', 'perf: a', '0.1.10'],
    ['0.1.1', 'feat: a', '0.2.0'],
    ['0.1.1', 'refactor!: a', '0.2.0'],
    ['1.2.3', 'fix: a', '1.2.4'],
    ['1.2.3', 'feat: a', '1.3.0'],
    ['1.2.3', 'fix!: a', '2.0.0'],
    ['1.2.3', 'docs: a', undefined],
  ])('after %s and "%s" is %s', (last, header, next) => {
    expect(nextVersion(last, [commit('docs: other'), commit(header)])).toBe(next);
  });

  test.each([
    ['0.1.0', '0.1.1', false],
    ['0.1.0', '0.2.0', true],
    ['0.9.0', '1.0.0', true],
    ['1.1.0', '1.2.0', false],
    ['1.1.0', '2.0.0', true],
  ])('from %s to %s something may break: %s', (last, next, breaks) => {
    expect(mayBreak(last, next)).toBe(breaks);
  });
});

test('the changelog has what breaks first, then each kind by scope', () => {
  const commits = ['fix: b', 'fix(hopsworks): c', 'fix: a', 'feat(sagemaker)!: d', 'docs: e', 'fix: b'].map(commit);
  expect(changelogOf('0.2.0', '2026-12-01', commits)).toBe([
    '## 0.2.0 (2026-12-01)', '',
    '### Breaking changes', '', '- **sagemaker:** d', '',
    '### Features', '', '- **sagemaker:** d', '',
    '### Fixes', '', '- b', '- a', '- **hopsworks:** c', '',
  ].join('\n'));
});
