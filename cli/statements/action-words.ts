import { own } from './own';
import { serviceName } from './services';
import { globsIntersect } from '../../src/private/statements/globs';
import { levelsOf } from '../facts/access-levels';
import { AccessLevel } from '../review/model';

/** Actions whose name says more than their access level. The resource follows. */
const VERBS: Readonly<Record<string, string>> = {
  'ecr:batchgetimage': 'pull images from',
  'ecr:getauthorizationtoken': 'get a login token for',
  'iam:createservicelinkedrole': 'create service-linked roles among',
  'iam:passrole': 'pass',
  'kms:creategrant': 'create grants on',
  'kms:decrypt': 'decrypt with',
  'kms:encrypt': 'encrypt with',
  'kms:generatedatakey': 'encrypt with',
  'lambda:invokefunction': 'invoke',
  's3:deleteobject': 'delete',
  's3:getobject': 'read',
  's3:listbucket': 'list',
  's3:putobject': 'write',
  'secretsmanager:getsecretvalue': 'read the value of',
  'sns:publish': 'publish to',
  'sqs:deletemessage': 'delete messages of',
  'sqs:receivemessage': 'receive messages of',
  'sqs:sendmessage': 'send messages to',
  'sts:assumerole': 'assume',
  'sts:assumerolewithsaml': 'assume',
  'sts:assumerolewithwebidentity': 'assume',
  'sts:setsourceidentity': 'set the source identity for sessions of',
  'sts:tagsession': 'tag sessions of',
};

const LEVELS: Readonly<Record<AccessLevel, string>> = {
  list: 'list', read: 'read', write: 'change', tagging: 'tag', permissions: 'change permissions of',
};

const ORDER: readonly AccessLevel[] = ['list', 'read', 'write', 'tagging', 'permissions'];

/** Actions that are named in each sentence, since their access level hides what they are for. */
const NOTABLE = [
  'iam:createservicelinkedrole', 'iam:passrole', 'kms:creategrant', 'sts:assumerole', 'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
];

/** What actions do, as the start of a sentence: `Read and list`. */
export function actionWords(actions: readonly string[]): string {
  const isEverything = actions.some(action => /^\*+(?::\*+)?$/.test(action))
    || (actions.length > 0 && actions.every(action => /^(?!sts:)[^:]+:\*+$/i.test(action)));
  if (isEverything) {
    return 'do anything with';
  }
  const verbs = actions.map(action => own(VERBS, action.toLowerCase()));
  if (verbs.every((verb): verb is string => verb !== undefined)) {
    return together(verbs);
  }
  const notable = NOTABLE.filter(action => actions.some(pattern => globsIntersect(pattern.toLowerCase(), action)));
  const others = actions.filter(action => !NOTABLE.includes(action.toLowerCase()));
  const levels = sorted(others.flatMap(action => [...levelsOfAction(action)]));
  return together([...notable.map(action => VERBS[action]), ...levels.map(level => LEVELS[level])]);
}

/** Joins verbs whose preposition is the same: `decrypt and encrypt with`. */
function together(words: readonly string[]): string {
  const [last] = words.map(verb => / (?:among|from|of|on|to|with)$/.exec(verb)?.[0] ?? '');
  return words.every(verb => verb.endsWith(last))
    ? `${listed(words.map(verb => verb.slice(0, verb.length - last.length)))}${last}` : listed(words);
}

/** The services of actions, in words. */
export function servicesOf(actions: readonly string[]): readonly string[] {
  return [...new Set(actions.map(action => serviceName(action.split(':')[0])))];
}

export function listed(words: readonly string[]): string {
  const unique = [...new Set(words)];
  return unique.length < 2 ? unique.join('') : `${unique.slice(0, -1).join(', ')} and ${unique[unique.length - 1]}`;
}

/** Words of patterns, which match more than one name. */
const OF_MANY = /[*?]|\bany(?:body|thing)?\b/;

/** The first of some words, and how many others there are: patterns before names. */
export function some(words: readonly string[], limit = 3): string {
  const all = [...new Set(words)];
  const unique = all.length <= limit ? all
    : [...all].sort((one, other) => Number(OF_MANY.test(other)) - Number(OF_MANY.test(one)));
  return unique.length <= limit ? listed(withoutRepetition(unique))
    : `${withoutRepetition(unique.slice(0, limit - 1)).join(', ')} and ${unique.length - limit + 1} others`;
}

/** `log groups A` and `log groups B` as `log groups A` and `B`. */
function withoutRepetition(words: readonly string[]): readonly string[] {
  const [start] = words.map(text => text.slice(0, text.lastIndexOf(' ') + 1));
  const isRepeated = (text: string) => !text.includes(' (if ') && text.startsWith(start) && !text.slice(start.length).includes(' ');
  return words.every(isRepeated) ? words.map((text, index) => (index === 0 ? text : text.slice(start.length))) : words;
}

const known = new Map<string, readonly AccessLevel[]>();

/** The access levels that an action or a pattern may have. An app repeats most of its actions. */
export function levelsOfAction(pattern: string): readonly AccessLevel[] {
  const levels = known.get(pattern) ?? levelsOf(pattern);
  known.set(pattern, levels);
  return levels;
}

export function sorted(levels: Iterable<AccessLevel>): readonly AccessLevel[] {
  const found = new Set(levels);
  return ORDER.filter(level => found.has(level));
}
