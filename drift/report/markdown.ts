import { Difference } from '../difference';
import { byConcerns, count, first, grouped, Report } from './report';

const CONCERNS = 4;

/** The most that an issue takes is 65,536 characters. */
const CHARACTERS = 60_000;

/** The report as the text of an issue. */
export function markdownText({ unexplained, explained, stale, looked, today }: Report): string {
  const problems = looked.flatMap(({ watched, problem }) => problem === undefined ? [] : [`\`${watched}\`: ${oneLine(problem)}`]);
  const text = [
    `${count(unexplained.length, 'difference')} that nobody has read, on ${today}. `
      + 'How to read this, and what to do: `docs/drift.md`.',
    ...grouped(unexplained).flatMap(({ title, of }) => [
      `### ${title}`,
      ...of.flatMap(({ name, differences }) => [`**${name}**`, tableOf(differences)]),
    ]),
    ...section('Explanations of differences that no longer exist', stale.map(oneLine)),
    ...section('Not looked at, since it failed', problems),
    ...section('Newer, and the same for the library', looked.flatMap(({ notes }) => notes)),
    ...explained.length === 0 ? [] : [`${count(explained.length, 'difference')} explained in \`drift/explained.json\`.`],
  ].join('\n\n');
  return `${text.length > CHARACTERS ? `${text.slice(0, text.lastIndexOf('\n', CHARACTERS))}\n\nThe rest: \`npm run drift\`.` : text}\n`;
}

function tableOf(differences: readonly Difference[]): string {
  return [
    '| What changed | What it concerns |',
    '| --- | --- |',
    ...byConcerns(differences).map(({ changes, concerns }) =>
      `| ${changes.map(code).join('<br>')} | ${first(concerns, CONCERNS).map(cell).join('<br>')} |`),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`### ${title}`, lines.map(line => `- ${line}`).join('\n')];
}

function code(text: string): string {
  return `\`${cell(text).replaceAll('`', "'")}\``;
}

function cell(text: string): string {
  return oneLine(text).replaceAll('|', '\\|');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
