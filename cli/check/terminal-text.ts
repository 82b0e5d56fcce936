import { createColors } from 'picocolors';
import { CheckResult } from './model';
import { adviceOf, figuresOf, FindingGroup, reasonOf, Section, sectionsOf, verdictOf } from './sections';
import { visibleLine } from '../text/visible';

type Colors = ReturnType<typeof createColors>;

export function terminalTextOf(result: CheckResult, color: boolean, columns: number): string {
  const colors = createColors(color);
  const verdict = result.isSufficient ? colors.green : colors.red;
  const { account, region, construct } = result.expected;
  return [
    [colors.bold(verdict(visibleLine(verdictOf(result)))), `${figuresOf(result)}${construct === undefined ? '' : ` (${construct})`}`,
      colors.dim(`Account ${account}, region ${region}`)],
    ...sectionsOf(result).map(section => linesOfSection(section, colors, columns)),
    ...adviceOf(result).map(({ title, items, commands }) => [
      colors.bold(title),
      ...items.map(item => `  ${visibleLine(item)}`),
      ...commands.map(command => colors.dim(`  $ ${visibleLine(command)}`)),
    ]),
    ...result.notes.map(note => [colors.dim(visibleLine(note))]),
  ].map(lines => `${lines.join('\n')}\n`).join('\n');
}

const COLORS = { missing: 'red', unclear: 'yellow', beyond: 'cyan' } as const;

function linesOfSection({ title, kind, groups }: Section, colors: Colors, columns: number): readonly string[] {
  return [colors.bold(colors[COLORS[kind]](title)), ...groups.flatMap(group => linesOfGroup(group, colors, columns))];
}

function linesOfGroup(group: FindingGroup, colors: Colors, columns: number): readonly string[] {
  const { sid, actions, resource, details } = group;
  return [
    `  ${colors.bold(visibleLine(sid ?? 'a statement without a Sid'))}: ${reasonOf(group)}`,
    ...wrapped(actions.map(visibleLine), columns - 4).map(line => `    ${line}`),
    `    on ${visibleLine(resource)}`,
    ...(details === undefined ? [] : [colors.dim(`    ${visibleLine(details)}`)]),
  ];
}

/** The texts with commas, in lines of this width. */
function wrapped(texts: readonly string[], width: number): readonly string[] {
  return texts.reduce<string[]>((lines, text, index) => {
    const item = index < texts.length - 1 ? `${text},` : text;
    const last = lines.at(-1);
    return last === undefined || last.length + item.length >= width ? [...lines, item]
      : [...lines.slice(0, -1), `${last} ${item}`];
  }, []);
}
