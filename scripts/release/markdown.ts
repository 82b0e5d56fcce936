import { isWider, ReleaseChanges, TemplateChange } from './changes';
import { Direction, ItemChange, PartChange, StatementChange, SubjectChange } from '../../cli/compare/changes';
import { KnownConstruct } from '../../cli/facts/catalogue';
import { ConditionReview } from '../../cli/review/model';
import { code, table } from '../tables';

// The entry of a release in the change log.

/** What the first release has. */
export function firstEntry(constructs: readonly KnownConstruct[]): string {
  const rows = constructs.map(({ name, documentation, statements }) =>
    [`[${code(name)}](${documentation})`, String(statements.length), String(actionsIn(statements))]);
  return [
    'The first release. Constructs without statements attach AWS managed policies.',
    '',
    table(['Construct', 'Statements', 'Actions'], rows),
  ].join('\n');
}

/** The different actions and patterns of actions. */
function actionsIn(statements: KnownConstruct['statements']): number {
  return new Set(statements.flatMap(({ variants }) => variants.flatMap(({ actions }) => actions))).size;
}

/** What a release changes in comparison with the one before. */
export function entryOf(changes: ReleaseChanges): string {
  const { statements, templates, wildcards } = changes;
  const parts = [
    section('Permissions', statements.subjects.map(constructText)),
    section('Templates that change without an option', templates.map(templateText)),
    section(
      'Statements that have a wildcard, or change an identity, and did not before',
      wildcards.map(row => `- ${code(row)}`),
    ),
  ].filter(part => part !== '');
  const summary = isWider(changes) ? 'This release grants more, or may do so.' : 'This release grants nothing more.';
  return [parts.length === 0 ? 'No permission and no template changes.' : summary, ...parts, ''].join('\n\n').trimEnd() + '\n';
}

function section(title: string, texts: readonly string[]): string {
  return texts.length === 0 ? '' : `### ${title}\n\n${texts.join('\n')}`;
}

function constructText({ id, from, change, statements }: SubjectChange): string {
  const of = { added: ', new', removed: ', gone', changed: '', moved: '' }[change];
  const before = from === undefined ? '' : `, was ${code(from)}`;
  return [`- ${code(id)}${of}${before}`, ...statements.map(statement => `  - ${statementText(statement)}`)].join('\n');
}

/** What a change does to permissions, if it does something. */
const WORDS: Readonly<Partial<Record<Direction, string>>> = { wider: 'wider', narrower: 'narrower', both: 'wider and narrower' };

function statementText(statement: StatementChange): string {
  const { key, change, direction, base, head, actions, resources, conditions } = statement;
  if (change === 'added' || change === 'removed') {
    const [word, { actions: granted, resources: on }] = change === 'added' ? ['gained', head!] : ['lost', base!];
    const [what, where] = [granted, on].map(({ items }) => items.map(({ text }) => code(text)).join(', '));
    return `${word} ${code(key)}: ${what} on ${where}`;
  }
  const parts = [...[...actions, ...resources].map(itemText), ...conditions.map(conditionText)];
  return `${WORDS[direction] ?? 'only the form of'} ${code(key)}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`;
}

function itemText({ base, head }: ItemChange): string {
  const [before, after] = [base, head].map(item =>
    item && `${code(item.text)}${item.onlyIf === undefined ? '' : ` if ${item.onlyIf}`}`);
  return partText(before, after);
}

function conditionText({ base, head }: PartChange<ConditionReview>): string {
  const [before, after] = [base, head].map(condition =>
    condition && `if ${code(`${condition.operator} ${condition.key} = ${condition.values.join(', ')}`)}`);
  return partText(before, after);
}

function partText(before: string | undefined, after: string | undefined): string {
  return before === undefined ? `+ ${after}` : after === undefined ? `- ${before}` : `${before} → ${after}`;
}

function templateText({ name, direction, replaced }: TemplateChange): string {
  const words = direction === undefined ? 'only its form' : WORDS[direction] ?? 'the same permissions';
  const gone = replaced.length === 0 ? '' : `; CloudFormation replaces ${replaced.map(code).join(', ')}`;
  return `- ${code(name)}: ${words}${gone}`;
}

const UNRELEASED = 'Unreleased';

/** The change log with an entry at its top, in place of what is not released and of the same version. */
export function withEntry(log: string, version: string, date: string, entry: string): string {
  const [intro, ...entries] = log.split(/^(?=## )/m);
  const isOther = (text: string) => ![UNRELEASED, version].includes(/^## (\S+)/.exec(text)?.[1] ?? '');
  const title = version === UNRELEASED ? UNRELEASED : `${version} (${date})`;
  return [intro, `## ${title}\n\n${entry}`, ...entries.filter(isOther).map(text => `\n${text.trimEnd()}\n`)].join('');
}
