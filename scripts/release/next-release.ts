import { isWider, releaseChanges } from './changes';
import { Commit } from './commits';
import { historyOf } from './history';
import { entryOf, firstEntry } from './markdown';
import { newestRelease, treeOf } from './trees';
import { nextVersion } from './version';

/** What a repository would release now. */
export interface NextRelease {
  /** The version of the last release, if there is one. */
  readonly last?: string;
  /** Nothing if users would notice no change. */
  readonly version?: string;
  /** The commits since the last release, the newest first. */
  readonly commits: readonly Commit[];
  /** What it changes in permissions and templates, as Markdown. */
  readonly permissions: string;
}

export function nextRelease(directory: string): NextRelease {
  const { last, commits } = historyOf(directory);
  const head = treeOf(directory);
  const tag = newestRelease(directory);
  const changes = tag === undefined ? undefined : releaseChanges(treeOf(tag, directory), head);
  return {
    last,
    commits,
    version: nextVersion(last, commits, changes !== undefined && isWider(changes)),
    permissions: changes ? entryOf(changes) : firstEntry(head.constructs),
  };
}
