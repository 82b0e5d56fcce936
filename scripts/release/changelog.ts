import { Commit } from './commits';

const SECTIONS: Readonly<Record<string, string>> = {
  feat: 'Features', fix: 'Fixes', perf: 'Performance', revert: 'Reverted',
};

/** The changes of a version as Markdown: what breaks first, then by the kind of change and by scope. */
export function changelogOf(version: string, date: string, commits: readonly Commit[]): string {
  const breaking = commits.flatMap(commit => commit.breaking ? [{ ...commit, subject: commit.breaking }] : []);
  return [
    `## ${version} (${date})\n`,
    ...section('Breaking changes', breaking),
    ...Object.entries(SECTIONS).flatMap(([type, title]) =>
      section(title, commits.filter(commit => commit.type === type))),
  ].join('\n');
}

function section(title: string, commits: readonly Commit[]): readonly string[] {
  const lines = commits.map(({ scope, subject }) => `- ${scope ? `**${scope}:** ` : ''}${subject}`);
  // Scopes together; commits without one come first.
  const sorted = [...new Set(lines)].sort((a, b) => scopeOf(a).localeCompare(scopeOf(b)));
  return lines.length > 0 ? [`### ${title}\n`, ...sorted, ''] : [];
}

function scopeOf(line: string): string {
  return /^- \*\*(.+?):\*\*/.exec(line)?.[1] ?? '';
}
