import { byConcerns, count, first, grouped, Report } from './report';

const CONCERNS = 6;

/** The report for a terminal. */
export function terminalText(report: Report): string {
  const { unexplained, explained, stale, looked } = report;
  const problems = looked.filter(({ problem }) => problem !== undefined);
  return [
    ...grouped(unexplained).flatMap(({ title, of }) => [
      title,
      ...of.flatMap(({ name, differences }) => [
        `  ${name}`,
        ...byConcerns(differences).flatMap(({ changes, concerns }) =>
          [...changes.map(change => `    ${change}`), ...first(concerns, CONCERNS).map(concern => `        ${concern}`)]),
      ]),
      '',
    ]),
    ...section('Explanations of differences that no longer exist: remove them from drift/explained.json', stale),
    ...section('Not looked at, since it failed', problems.map(({ watched, problem }) => `${watched}: ${problem}`)),
    ...section('Newer, and the same for the library', looked.flatMap(({ notes }) => notes)),
    `${count(unexplained.length, 'unexplained difference')}, ${explained.length} explained`,
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map(line => `  ${line}`), ''];
}
