import { execFileSync } from 'node:child_process';
import { Commit, LOG_FORMAT, parseCommits } from './commits';

export interface History {
  /** The version of the last release, if there is one. */
  readonly last?: string;
  /** The commits after it, the newest first. */
  readonly commits: readonly Commit[];
}

/** What git knows of the releases of a repository. Their tags are `v1.2.3`. */
export function historyOf(directory: string): History {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: directory, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const tags = git('tag', '--merged', 'HEAD', '--sort', '-version:refname', '--list', 'v*').split('\n');
  const tag = tags.find(name => /^v\d+\.\d+\.\d+$/.test(name));
  const log = git('log', '--no-merges', `--format=${LOG_FORMAT}`, tag ? `${tag}..HEAD` : 'HEAD');
  return { ...tag && { last: tag.slice(1) }, commits: parseCommits(log) };
}
