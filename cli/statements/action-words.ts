import { listed } from './lists';
import { own } from './own';
import { VERBS, WITHOUT_RESOURCE } from './phrases';
import { serviceName } from './services';
import { globsIntersect } from '../../src/private/statements/globs';
import { levelsOf } from '../facts/access-levels';
import { ACCESS_LEVELS } from '../facts/verbs';
import { AccessLevel } from '../review/model';

const LEVELS: Readonly<Record<AccessLevel, string>> = {
  list: 'list', read: 'read', write: 'change', tagging: 'tag', permissions: 'change permissions of',
};

/** Actions that are named in each sentence, since their access level hides what they are for. */
const NOTABLE = [
  'iam:createservicelinkedrole', 'iam:passrole', 'kms:creategrant', 'sts:assumerole', 'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
];

/** What actions do, around the resources of a sentence: `list and change` ROLES `, including permissions`. */
export interface Deeds {
  readonly verbs: string;
  readonly end: string;
}

/** What actions do: `read and list`. */
export function deedsOf(actions: readonly string[]): Deeds {
  if (isEverything(actions) || isAllOfServices(actions)) {
    return { verbs: 'do anything with', end: '' };
  }
  const verbs = actions.map(action => own(VERBS, action.toLowerCase()));
  if (verbs.every((verb): verb is string => verb !== undefined)) {
    return { verbs: together(verbs), end: '' };
  }
  const notable = NOTABLE.filter(action => actions.some(pattern => globsIntersect(pattern.toLowerCase(), action)));
  const others = actions.filter(action => !NOTABLE.includes(action.toLowerCase()));
  const levels = sorted(others.flatMap(action => [...levelsOfAction(action)]));
  const plain = levels.filter(level => level !== 'permissions');
  const isMixed = plain.length > 0 && plain.length < levels.length;
  return {
    verbs: together([
      ...notable.map(action => VERBS[action]), ...(isMixed ? plain : levels).map(level => LEVELS[level]),
    ]),
    end: !isMixed ? '' : plain.includes('write') ? ', including permissions' : ', and change permissions',
  };
}

/** Whether actions are all of all services. */
export function isEverything(actions: readonly string[]): boolean {
  return actions.some(action => /^\*+(?::\*+)?$/.test(action));
}

/** Whether actions are all of some services. Those of STS are what trust policies allow. */
export function isAllOfServices(actions: readonly string[]): boolean {
  return actions.length > 0 && actions.every(action => /^(?!sts:)[^:]+:\*+$/i.test(action));
}

/** What actions do, if none of them has a resource. */
export function withoutResource(actions: readonly string[]): string | undefined {
  const phrases = actions.map(action => own(WITHOUT_RESOURCE, action.toLowerCase()));
  return phrases.length > 0 && phrases.every(phrase => phrase !== undefined) ? listed(phrases) : undefined;
}

/** Verbs that a reader expects in this order, before all others. */
const FIRST = ['describe', 'list', 'read', 'create', 'write', 'change', 'delete', 'tag'];

/** Joins verbs, those that need a preposition last, and what they end with once: `receive and delete messages from`. */
function together(verbs: readonly string[]): string {
  const all = [...new Set([...FIRST.filter(verb => verbs.includes(verb)), ...verbs])];
  const [plain, others] = [false, true].map(isLonger => all.filter(verb => verb.includes(' ') === isLonger));
  const words = others.map(verb => verb.split(' '));
  const shared = Math.max(0, ...words.slice(0, 1).map(first => first.findIndex((_, index) => words.every(other =>
    other.length > first.length - index && other.slice(index - first.length).join(' ') === first.slice(index).join(' ')))));
  const [end] = words.map(first => (shared > 0 ? ` ${first.slice(shared).join(' ')}` : ''));
  return `${listed([...plain, ...others.map(verb => verb.slice(0, verb.length - (end ?? '').length))])}${end ?? ''}`;
}

/** The services of actions, in words. */
export function servicesOf(actions: readonly string[]): readonly string[] {
  return [...new Set(actions.map(action => serviceName(action.split(':')[0])))];
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
  return ACCESS_LEVELS.filter(level => found.has(level));
}
