import { createColors } from 'picocolors';
import { CheckResult } from './model';
import { adviceOf, figuresOf, FindingGroup, printable, reasonOf, Section, sectionsOf, verdictOf } from './sections';

type Colors = ReturnType<typeof createColors>;

export function terminalTextOf(result: CheckResult, color: boolean, columns: number): string {
  const colors = createColors(color);
  const verdict = result.isSufficient ? colors.green : colors.red;
  const { account, region, construct } = result.expected;
  return [
    [colors.bold(verdict(printable(verdictOf(result)))), `${figuresOf(result)}${construct === undefined ? '' : ` (${construct})`}`,
      colors.dim(`Account ${account}, region ${region}`)],
    ...sectionsOf(result).map(section => linesOfSection(section, colors, columns)),
    ...adviceOf(result).map(({ title, items, commands }) => [
      colors.bold(title),
      ...items.map(item => `  ${printable(item)}`),
      ...commands.map(command => colors.dim(`  $ ${printable(command)}`)),
    ]),
    ...result.notes.map(note => [colors.dim(printable(note))]),
  ].map(lines => `${lines.join('\n')}\n`).join('\n');
}

const COLORS = { missing: 'red', unclear: 'yellow', beyond: 'cyan' } as const;

function linesOfSection({ title, kind, groups }: Section, colors: Colors, columns: number): readonly string[] {
  return [colors.bold(colors[COLORS[kind]](title)), ...groups.flatMap(group => linesOfGroup(group, colors, columns))];
}

function linesOfGroup(group: FindingGroup, colors: Colors, columns: number): readonly string[] {
  const { sid, actions, resource, details } = group;
  return [
    `  ${colors.bold(printable(sid ?? 'a statement without a Sid'))}: ${reasonOf(group)}`,
    ...wrapped(actions.map(printable), columns - 4).map(line => `    ${line}`),
    `    on ${printable(resource)}`,
    ...(details === undefined ? [] : [colors.dim(`    ${printable(details)}`)]),
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
