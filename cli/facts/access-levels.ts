import json from './access-levels.json';
import { ACCESS_LEVELS, Verbs } from './verbs';
import { globsIntersect } from '../../src/private/statements/globs';
import { AccessLevel } from '../review/model';

// The access levels of all actions of the service authorization reference. Most follow from the verb of the name; each
// service lists its verbs, the verbs that have another level there, and the actions that have another level than others
// with their verb.

type Words = Readonly<Partial<Record<AccessLevel, string>>>;

/** Texts are words with a space between them. A verb that has another level in a service ends in `*`. */
export interface AccessLevelFacts {
  readonly verbs: Words;
  /** By the prefix of the service. */
  readonly services: Readonly<Record<string, Words & { readonly verbs?: string }>>;
}

interface Service {
  /** The verbs of the actions whose level is that of their verb. */
  readonly verbs: readonly string[];
  /** The level of each other action, by its name in lower case, or of all with a verb: `describe*`. */
  readonly others: ReadonlyMap<string, AccessLevel>;
}

const FACTS: AccessLevelFacts = json;

const VERBS = new Verbs(byWord(FACTS.verbs));

const services = new Map<string, Service>();

/** Whether the service authorization reference has the service. */
export function isService(prefix: string): boolean {
  return Object.hasOwn(FACTS.services, prefix.toLowerCase());
}

/** The access level of an action. Of an action that the reference does not have, that of its verb: at worst `write`. */
export function levelOf(action: string): AccessLevel {
  const [prefix, name = ''] = action.toLowerCase().split(':');
  const other = isService(prefix) ? otherLevelOf(name, serviceOf(prefix)) : undefined;
  return other ?? VERBS.levelOf(VERBS.of(name) ?? '') ?? 'write';
}

function otherLevelOf(name: string, { others }: Service): AccessLevel | undefined {
  return others.get(name) ?? others.get(`${VERBS.of(name)}*`);
}

/** The levels that actions which match a pattern may have: at least those that they have. */
export function levelsOf(pattern: string): readonly AccessLevel[] {
  const [prefix, name = prefix] = pattern.toLowerCase().split(':');
  const found = isPattern(name) ? levelsOfPattern(prefix, name) : levelsOfName(prefix, name);
  return ACCESS_LEVELS.filter(level => found.has(level));
}

function levelsOfPattern(prefix: string, name: string): ReadonlySet<AccessLevel> {
  const matching = matchingServices(prefix);
  const verbs = matching.length > 0 ? matching.flatMap(service => service.verbs) : VERBS.all();
  return new Set([
    ...verbs.filter(verb => globsIntersect(name, `${verb}*`)).map(verb => VERBS.levelOf(verb)!),
    ...matching.flatMap(({ others }) => [...others].filter(([other]) => globsIntersect(name, other)))
      .map(([, level]) => level),
  ]);
}

/** The service may be a pattern. */
function levelsOfName(prefix: string, name: string): ReadonlySet<AccessLevel> {
  return new Set([
    levelOf(`${prefix}:${name}`),
    ...isPattern(prefix) ? matchingServices(prefix).flatMap(service => otherLevelOf(name, service) ?? []) : [],
  ]);
}

function matchingServices(prefix: string): readonly Service[] {
  return Object.keys(FACTS.services).filter(service => globsIntersect(prefix, service)).map(serviceOf);
}

function serviceOf(prefix: string): Service {
  const { verbs = '', ...words } = FACTS.services[prefix];
  const service = services.get(prefix) ?? { verbs: verbs.split(' ').filter(Boolean), others: byWord(words) };
  services.set(prefix, service);
  return service;
}

function byWord(words: Words): ReadonlyMap<string, AccessLevel> {
  return new Map(ACCESS_LEVELS.flatMap(level =>
    (words[level] ?? '').split(' ').filter(Boolean).map(word => [word.toLowerCase(), level] as const)));
}

function isPattern(text: string): boolean {
  return /[*?]/.test(text);
}
