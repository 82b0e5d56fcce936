import { CheckResult } from './model';
import { adviceOf, figuresOf, FindingGroup, reasonOf, sectionsOf, verdictOf } from './sections';
import { visibleLine } from '../text/visible';

export function markdownOf(result: CheckResult): string {
  const { expected: { account, region }, isSufficient, notes } = result;
  return [
    `## ${isSufficient ? '✅' : '❌'} ${plain(verdictOf(result))}`,
    `${figuresOf(result)}. Account ${account}, region ${region}.`,
    ...sectionsOf(result).flatMap(({ title, groups }) => [`### ${title}`, tableOf(groups)]),
    ...adviceOf(result).flatMap(({ title, items, commands }) => [
      `### ${title}`,
      items.map(item => `- ${code(item)}`).join('\n'),
      `\`\`\`sh\n${commands.map(visibleLine).join('\n')}\n\`\`\``,
    ]),
    ...notes.map(plain),
  ].map(part => `${part}\n`).join('\n');
}

function tableOf(groups: readonly FindingGroup[]): string {
  return [
    '| Statement | Actions | Resource | Why |',
    '| --- | --- | --- | --- |',
    ...groups.map(group => `| ${[
      group.sid === undefined ? '' : code(group.sid),
      group.actions.map(code).join(' '),
      code(group.resource),
      group.details === undefined ? reasonOf(group) : `${reasonOf(group)}: ${code(group.details)}`,
    ].map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`),
  ].join('\n');
}

/** Text in a code span, where Markdown and HTML mean nothing. */
function code(text: string): string {
  const line = visibleLine(text);
  const fence = '`'.repeat(Math.max(0, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length)) + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

function plain(text: string): string {
  return visibleLine(text).replace(/[\\`*_{}[\]<>#|@&~]/g, '\\$&');
}
