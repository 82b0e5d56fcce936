import { deedsOf, isAllOfServices, isEverything, levelsOfAction, servicesOf, sorted, withoutResource } from './action-words';
import { conditionsOf } from './condition-words';
import { clauses, listed, some } from './lists';
import { hasPolicyVariable } from './policy-variables';
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
        statementsOf(statement.value, names, { policy, onlyIf: statement.onlyIf })).map(inVersion(known.Version))
      : [notReadable(value, { policy, onlyIf }, names)];
  });
}

/** In another version than the newest one, policy variables are plain text. */
function inVersion(version: Json): (statement: PlainStatement) => PlainStatement {
  return statement => (version === '2012-10-17' || !hasPolicyVariable(statement) ? statement : {
    ...statement,
    version: version === undefined ? '2008-10-17' : textOf(version).text,
    words: `${statement.words}, where policy variables are plain text: the policy is not of Version 2012-10-17`,
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

function wordsOf(statement: Readable): string {
  const { effect, actions, conditions } = statement;
  if (!actions.isExcept && actions.items.length === 0) {
    return `${effect === 'Allow' ? 'Allows' : 'Denies'} nothing: it has no actions`;
  }
  const { start, where, end } = partsOf(statement);
  const limits = conditions.length > 0 ? `, if ${clauses(conditions.map(({ words }) => words))}` : '';
  return `${start}${where}${end}${limits}`;
}

/** The start of the sentence, up to the resources: who may do what. */
export function startOf(statement: Pick<StatementReview, 'effect' | 'principals' | 'actions' | 'resources'>): string {
  return partsOf(statement).start;
}

interface Parts {
  readonly start: string;
  readonly where: string;
  readonly end: string;
}

function partsOf({ effect, principals, actions, resources }: Parameters<typeof startOf>[0]): Parts {
  const { verbs, end } = actions.isExcept ? { verbs: `do ${wordsIn(actions, 'anything').join('')} with`, end: '' } : whatOf(actions);
  const who = principals ? whoMay(effect, wordsIn(principals, 'everybody')) : effect === 'Allow' ? '' : 'never ';
  const whole = isOfAll(resources) ? wholeOf(actions) : undefined;
  return whole !== undefined ? { start: capital(`${who}${whole}`), where: '', end: '' }
    : { start: capital(`${who}${verbs}`), where: ` ${whereIn(resources, actions, principals !== undefined)}`, end };
}

/** A Deny for everybody is for nobody: `everybody may not` would leave some out. */
function whoMay(effect: PlainStatement['effect'], principals: readonly string[]): string {
  const all = some(principals);
  const isForAll = effect === 'Deny' && /^(?:anybody$|everybody but )/.test(all);
  return isForAll ? `${all.replace(/^\w+/, 'nobody')} may ` : `${all} ${effect === 'Allow' ? 'may' : 'may not'} `;
}

/** What actions do with all resources, where it need not be said. */
function wholeOf(actions: Selection): string | undefined {
  const texts = actions.items.map(({ text }) => asPattern(text));
  if (actions.isExcept) {
    return `do ${wordsIn(actions, 'anything').join('')}`;
  }
  return actions.items.some(({ onlyIf }) => onlyIf !== undefined) ? undefined
    : isEverything(texts) ? 'do anything'
      : isAllOfServices(texts) ? `do anything in ${some(servicesOf(texts))}` : withoutResource(texts);
}

function isOfAll({ isExcept, items }: Selection): boolean {
  return !isExcept && items.some(({ text, onlyIf }) => text === '*' && onlyIf === undefined);
}

/** What actions do, with those of each condition of CloudFormation together. */
function whatOf({ items }: Selection): ReturnType<typeof deedsOf> {
  const shown = withoutCopies(items);
  const conditions = [...new Set(shown.map(({ onlyIf }) => onlyIf))];
  const deeds = conditions.map(condition =>
    deedsOf(shown.filter(({ onlyIf }) => onlyIf === condition).map(({ text }) => asPattern(text))));
  return {
    verbs: listed(deeds.map(({ verbs }, index) => underCondition(verbs, conditions[index]))),
    end: [...new Set(deeds.map(({ end }) => end))].join(''),
  };
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
  const any = anyResource(actions);
  if (isExcept) {
    return items.some(({ text }) => text === '*') ? 'no resource' : wordsIn({ isExcept, items }, any).join('');
  }
  const all = items.find(({ text, onlyIf }) => text === '*' && onlyIf === undefined);
  const shown = (all ? [all] : items).map(item => (item.text === '*' ? { ...item, words: any } : item));
  return some(wordsIn({ isExcept, items: shown }, ''));
}

function wordsIn({ isExcept, items }: Selection, all: string): readonly string[] {
  const each = withoutCopies(items).map(({ words, onlyIf }) => underCondition(words, onlyIf));
  return isExcept ? [`${all} but ${some(each)}`] : each;
}

/** What the only kind of resources of some actions is called. */
const ONLY_KINDS: readonly (readonly [actions: RegExp, words: string])[] = [
  [/^iam:createservicelinkedrole$/i, 'any service-linked role'],
  [/^(?:iam:passrole|sts:assumerole\w*)$/i, 'any role'],
  [/^kms:/i, 'any KMS key'],
  [/^lambda:invokefunction$/i, 'any Lambda function'],
  [/^secretsmanager:/i, 'any secret'],
  [/^sns:publish/i, 'any SNS topic'],
  [/^sqs:/i, 'any SQS queue'],
];

/** Where the resources don't tell the service, the sentence does. */
function anyResource({ isExcept, items }: Selection): string {
  const texts = items.map(({ text }) => asPattern(text));
  const services = servicesOf(texts);
  const [, only] = ONLY_KINDS.find(([pattern]) => texts.every(text => pattern.test(text))) ?? [];
  return isExcept || services.some(service => /^\*+$/.test(service)) ? 'any resource'
    : only ?? (services.length > 3 ? `any resource of ${some(services).replace(/ others$/, ' other services')}`
      : `any ${listed(services, 'or')} resource`);
}

/** Names at the start stay as they are. */
function capital(text: string): string {
  return text.replace(/^[a-z]+(?=,? |$)/, word => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`);
}
