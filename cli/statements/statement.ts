import { actionWords, levelsOfAction, listed, servicesOf, some, sorted } from './action-words';
import { conditionsOf } from './condition-words';
import { principalsOf } from './principals';
import { resourceWords } from './resource-words';
import { StackNames } from './stack-names';
import { alternativesOf, asPattern, both, isIntrinsic, Text, textOf } from './text';
import { isObject, Json, jsonIn, JsonObject } from '../assembly/json';
import { Selection, StatementReview } from '../review/model';

/** A statement as a template has it, before anything is known of its reason. */
export type PlainStatement = Omit<StatementReview, 'key' | 'wide' | 'why'>;

/**
 * The statements of a policy document in a template.
 *
 * @param onlyIf the condition of CloudFormation under which the policy exists
 */
export function statementsIn(
  document: Json, names: StackNames, { policy, onlyIf: outer }: Where = {},
): readonly PlainStatement[] {
  return alternativesOf(document, outer).flatMap(({ value, onlyIf }) => {
    const known = fromText(value);
    return isObject(known) && known.Statement !== undefined
      ? alternativesOf(known.Statement, onlyIf).flatMap(statement =>
        statementsOf(statement.value, names, { policy, onlyIf: statement.onlyIf }))
      : [notReadable(value, { policy, onlyIf }, names)];
  });
}

type Where = Pick<StatementReview, 'policy' | 'onlyIf'>;

/** Some resources take a document as text. */
export function fromText(document: Json): Json {
  return typeof document === 'string' ? jsonIn(document) ?? document : document;
}

const ELEMENTS = ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'];

/** Usually one: the effect may depend on a condition of CloudFormation. */
function statementsOf(value: Json, names: StackNames, where: Where): readonly PlainStatement[] {
  if (!isObject(value) || !isWellFormed(value)) {
    return [notReadable(value, where, names)];
  }
  return alternativesOf(value.Effect).map(effect => {
    const onlyIf = effect.onlyIf === undefined ? where.onlyIf : both(where.onlyIf, effect.onlyIf);
    // An effect that a parameter chooses may allow.
    const isDeny = effect.value === 'Deny';
    const chosen = isObject(effect.value) ? both(onlyIf, `${textOf(effect.value).text} is Allow`) : onlyIf;
    return statementOf(value, names, { ...where, effect: isDeny ? 'Deny' : 'Allow', onlyIf: chosen });
  });
}

/** Whether each part is one that IAM knows, and none excludes another. */
function isWellFormed(statement: JsonObject): boolean {
  const effects = alternativesOf(statement.Effect).map(({ value }) => value);
  return Object.keys(statement).every(key => ELEMENTS.includes(key))
    && effects.length > 0 && effects.every(effect => effect === 'Allow' || effect === 'Deny' || isObject(effect))
    && ['Principal', 'Action', 'Resource'].every(key => statement[key] === undefined || statement[`Not${key}`] === undefined);
}

function statementOf(value: JsonObject, names: StackNames, where: Where & Pick<PlainStatement, 'effect'>): PlainStatement {
  const actions = selection(value, 'Action', text => text.text, names);
  const resources = selection(value, 'Resource', text => resourceWords(text, names), names);
  const principals = principalsOf(value, names);
  const plain = {
    ...where,
    sid: value.Sid === undefined ? undefined : textOf(value.Sid).text,
    ...(principals && { principals }),
    actions,
    resources,
    conditions: conditionsOf(value.Condition, names),
    levels: levelsOfActions(actions),
  } as const;
  return { ...plain, words: wordsOf(plain) };
}

/** What can't be read is shown as it is: it may allow anything. */
function notReadable(value: Json, where: Where, names: StackNames): PlainStatement {
  const { text, references } = textOf(value);
  return {
    ...where,
    effect: 'Allow',
    actions: { isExcept: false, items: [{ text: '?', words: 'not known', constructs: [] }] },
    resources: { isExcept: false, items: [{ text, words: text, constructs: names.constructs(references) }] },
    conditions: [],
    levels: [],
    words: `${isObject(value) && isIntrinsic(value) ? 'Is not known before the deployment' : 'Can\'t be read as a statement'}: ${text}`,
  };
}

function selection(
  statement: JsonObject, name: 'Action' | 'Resource', words: (text: Text) => string, names: StackNames,
): Selection {
  const isExcept = statement[name] === undefined && statement[`Not${name}`] !== undefined;
  return {
    isExcept,
    items: alternativesOf(statement[isExcept ? `Not${name}` : name]).map(({ value, onlyIf }) => {
      const text = textOf(value);
      const constructs = names.constructs(text.references);
      return { text: text.text, words: words(text), constructs, ...(onlyIf && { onlyIf }) };
    }),
  };
}

/** An action that is known at the deployment only may have every level. */
function levelsOfActions({ isExcept, items }: Selection): StatementReview['levels'] {
  return sorted(isExcept ? levelsOfAction('*') : items.flatMap(({ text }) => [...levelsOfAction(asPattern(text))]));
}

type Readable = Omit<PlainStatement, 'words'>;

function wordsOf({ effect, principals, actions, resources, conditions }: Readable): string {
  if (!actions.isExcept && actions.items.length === 0) {
    return `${effect === 'Allow' ? 'Allows' : 'Denies'} nothing: it has no actions`;
  }
  const what = actions.isExcept ? `do ${wordsIn(actions, 'anything').join('')} with` : whatOf(actions);
  const subject = principals ? `${some(wordsIn(principals, 'everybody'))} ` : '';
  const verb = effect === 'Allow' ? (principals ? 'may ' : '') : (principals ? 'may not ' : 'never ');
  const limits = conditions.length > 0 ? `, if ${listed(conditions.map(({ words }) => words))}` : '';
  return capital(`${subject}${verb}${what} ${whereIn(resources, actions, principals !== undefined)}${limits}`);
}

/** What actions do, with those of each condition of CloudFormation together. */
function whatOf({ items }: Selection): string {
  const shown = withoutCopies(items);
  return listed([...new Set(shown.map(({ onlyIf }) => onlyIf))].map(condition => {
    const texts = shown.filter(({ onlyIf }) => onlyIf === condition).map(({ text }) => asPattern(text));
    return underCondition(actionWords(texts), condition);
  }));
}

/** Without what is there in any case, too. */
function withoutCopies(items: Selection['items']): Selection['items'] {
  const always = new Set(items.filter(({ onlyIf }) => onlyIf === undefined).map(({ text }) => text));
  return items.filter(({ text, onlyIf }) => onlyIf === undefined || !always.has(text));
}

function underCondition(words: string, onlyIf: string | undefined): string {
  return onlyIf === undefined ? words : `${words} (if ${onlyIf})`;
}

function whereIn({ isExcept, items }: Selection, actions: Selection, isTrust: boolean): string {
  if (items.length === 0) {
    return isTrust ? 'this role' : 'no resource';
  }
  const service = serviceIn(actions);
  if (isExcept) {
    return `${wordsIn({ isExcept, items }, 'anything').join('')}${service}`;
  }
  const all = items.find(({ text, onlyIf }) => text === '*' && onlyIf === undefined);
  const shown = (all ? [all] : items).map(item => (item.text === '*' ? { ...item, words: `${item.words}${service}` } : item));
  return some(wordsIn({ isExcept, items: shown }, ''));
}

function wordsIn({ isExcept, items }: Selection, all: string): readonly string[] {
  const each = withoutCopies(items).map(({ words, onlyIf }) => underCondition(words, onlyIf));
  return isExcept ? [`${all} but ${some(each)}`] : each;
}

/** Where the resources don't tell the service, the sentence does. */
function serviceIn({ isExcept, items }: Selection): string {
  const services = servicesOf(items.map(({ text }) => asPattern(text)));
  return isExcept || services.some(service => /^\*+$/.test(service)) ? '' : ` of ${some(services)}`;
}

/** Names at the start stay as they are. */
function capital(text: string): string {
  return text.replace(/^[a-z]+(?=,? )/, word => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`);
}
