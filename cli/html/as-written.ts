import { ConditionReview, Item, Selection, StatementReview } from '../review/model';
import { visibleLine } from '../text/visible';

/**
 * What a statement has in the template, line by line: nothing is put into other words, and nothing is left out. Its Sid
 * and its policy stand above it, and it allows unless it says that it denies.
 */
export function asWritten(statement: StatementReview): string {
  const { sid, key, effect, principals, actions, resources, conditions, onlyIf, version } = statement;
  return [
    ...(sid === key ? [] : field('Position', key)),
    ...field('Only if', onlyIf),
    ...field('Version', version),
    ...(effect === 'Deny' ? ['Effect: Deny'] : []),
    ...selection('Principal', principals),
    ...selection('Action', actions),
    ...selection('Resource', resources),
    ...conditions.flatMap(condition),
  ].join('\n');
}

function field(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${name}: ${visibleLine(value)}`];
}

function selection(name: string, patterns: Selection | undefined): string[] {
  return patterns === undefined || patterns.items.length === 0
    ? []
    : listed(`${patterns.isExcept ? 'Not' : ''}${name}`, patterns.items.map(item));
}

/** One on the line of the name, more below it. */
function listed(name: string, texts: readonly string[]): string[] {
  return texts.length === 1 ? [`${name}: ${texts[0]}`] : [`${name}:`, ...texts.map(text => `\t${text}`)];
}

function item({ text, words, constructs, onlyIf }: Item): string {
  const notes = [
    ...constructs.filter(path => !words.includes(path)).map(visibleLine),
    ...field('only if', onlyIf),
  ];
  return [visibleLine(text), ...notes].join('   # ');
}

function condition({ operator, key, values }: ConditionReview): string[] {
  return listed(`Condition ${visibleLine(operator)} ${visibleLine(key)}`, values.map(visibleLine));
}
