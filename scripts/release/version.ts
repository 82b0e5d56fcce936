import { Commit } from './commits';

/** Types of commits that users notice. */
const RELEASED = ['feat', 'fix', 'perf', 'revert'];

const FIRST = '0.1.0';

/**
 * The version after the last one, or nothing if users would notice no change. Before 1.0.0, the minor version says that
 * there are features, or that something breaks.
 *
 * @param grantsMore whether a construct grants more than before: that is no patch, whatever the commits say
 */
export function nextVersion(
  last: string | undefined, commits: readonly Commit[], grantsMore = false,
): string | undefined {
  if (last === undefined) {
    return FIRST;
  }
  const [major, minor, patch] = last.split('.').map(Number);
  const breaks = commits.some(({ breaking }) => breaking);
  if (breaks && major > 0) {
    return `${major + 1}.0.0`;
  }
  if (breaks || grantsMore || commits.some(({ type }) => type === 'feat')) {
    return `${major}.${minor + 1}.0`;
  }
  return commits.some(({ type }) => RELEASED.includes(type)) ? `${major}.${minor}.${patch + 1}` : undefined;
}

/** Whether users expect that something breaks. */
export function mayBreak(last: string, next: string): boolean {
  const [[major, minor], [nextMajor, nextMinor]] = [last, next].map(version => version.split('.'));
  return major !== nextMajor || (major === '0' && minor !== nextMinor);
}
