import { App, Stack, Token } from 'aws-cdk-lib';
import { isOptions, OptionWords } from './option-words';
import { documentedFeaturesOf } from '../src/private/statements/assembly';
import { DocumentedStatement, PolicyFeature, THIS_ROLE } from '../src/private/statements/documented-statement';
import { Platform } from '../test/platforms';
import { Fixtures } from '../test/support/given';
import { Row } from '../test/support/row';

// The statements of real constructs, with option names in place of the user's values. The options come from the rows of
// the test grid, so that a new option or workload needs no change here.

const app = new App({ analyticsReporting: false, treeMetadata: false, stackTraces: false });
const ENVIRONMENT = { region: 'ca-west-1', account: '111122223333' };
let stacks = 0;

type Constructs = readonly (readonly [construct: string, features: readonly PolicyFeature[]])[];

const constructsOf = new Map<Platform, Constructs>();

/** What each construct of a platform grants. Computed once, because it takes long. */
export function allConstructsOf(platform: Platform): Constructs {
  const { constructs, rows } = platform;
  const all = constructsOf.get(platform) ?? Object.keys(constructs).map(name =>
    [name, statementsOf(rows.filter(({ construct }) => construct === name))] as const);
  constructsOf.set(platform, all);
  return all;
}

/** Everything that a construct grants: with every option, in every version, and with the additions of other rows. */
function statementsOf(rows: readonly Row[]): readonly PolicyFeature[] {
  const versions = versionsIn(rows);
  const inVersions = (some: readonly Row[]) =>
    versions.flatMap(version => some.map(row => featuresOf(row, version)));
  const everything = inVersions(largestFirst(rows.filter(isEverything))).reduce(merged(withAll), []);
  const defaults = inVersions(rows.filter(({ difference }) => !difference));
  return [...defaults, ...rows.map(row => featuresOf(row, {}))].reduce(merged(withMore), everything);
}

/** Options that select each version in the class of the option `version`, newest first. */
export function versionsIn(rows: readonly Row[]): readonly object[] {
  const found = rows.map(row => (created(row, {}).options as { version?: object }).version).find(Boolean);
  return found ? [...new Set<unknown>(Object.values(found.constructor))].reverse().map(version => ({ version })) : [{}];
}

/** The row with the most statements determines the order of the features. */
function largestFirst(rows: readonly Row[]): readonly Row[] {
  const count = (row: Row) => created(row, {}).features.flatMap(({ statements }) => statements).length;
  return rows.map(row => [row, count(row)] as const).sort(([, one], [, other]) => other - one).map(([row]) => row);
}

function isEverything({ name }: Row): boolean {
  return /[-/]everything$/.test(name);
}

type Statements = readonly DocumentedStatement[];
type Merge = (known: Statements, statement: DocumentedStatement) => Statements;

function merged(merge: Merge) {
  return (known: readonly PolicyFeature[], more: readonly PolicyFeature[]): readonly PolicyFeature[] => {
    const statementsIn = (features: readonly PolicyFeature[], feature: string) =>
      features.filter(({ name }) => name === feature).flatMap(({ statements }) => statements);
    const names = [...new Set([...known, ...more].map(({ name }) => name))];
    return names.map(name => ({ name, statements: statementsIn(more, name).reduce(merge, statementsIn(known, name)) }));
  };
}

/** Merges statements that differ in their actions or resources. */
function withAll(known: Statements, statement: DocumentedStatement): Statements {
  const alike = known.find(other => identityOf(other) === identityOf(statement));
  return alike ? known.map(other => (other === alike ? together(alike, statement) : other)) : [...known, statement];
}

/**
 * Adds a new Sid, action or condition. Ignores a difference in resources only, since that row has fewer options, and
 * the wide form of a statement, which has another note.
 */
function withMore(known: Statements, statement: DocumentedStatement): Statements {
  const same = known.filter(({ sid }) => sid === statement.sid);
  const isAlike = same.some(other => identityOf(other) === identityOf(statement));
  const adds = (partsOf: (of: DocumentedStatement) => readonly string[]) =>
    partsOf(statement).some(part => !same.flatMap(partsOf).includes(part));
  const isNew = same.length === 0 || adds(conditionsOf) || (isAlike && adds(({ actions }) => actions));
  return isNew ? withAll(known, statement) : known;
}

function together(one: DocumentedStatement, other: DocumentedStatement): DocumentedStatement {
  return {
    ...one,
    actions: [...new Set([...one.actions, ...other.actions])].sort(),
    resources: [...new Set([...one.resources, ...other.resources])],
  };
}

function identityOf(statement: DocumentedStatement): string {
  const { sid, note } = statement;
  return JSON.stringify([sid, note, conditionsOf(statement)]);
}

function conditionsOf({ conditions = {} }: DocumentedStatement): string[] {
  return Object.entries(conditions).flatMap(([operator, keys]) => Object.keys(keys).map(key => `${operator} ${key}`));
}

/** The statements that a row creates in a version. Empty if the version rejects its options. */
function featuresOf(row: Row, version: object): readonly PolicyFeature[] {
  const texts = replaceableTexts(row);
  const made = attempt(() => created(row, version, texts)) ?? attempt(() => created(row, version));
  const { features = [], words } = made ?? {};
  return features.map(({ name, statements }) => ({
    name,
    statements: statements.map(statement => shown(statement, name, words!)),
  }));
}

const replaceable = new Map<Row, readonly string[]>();

/** The paths of the texts in a row's options that can be replaced with any other text. */
function replaceableTexts(row: Row): readonly string[] {
  const known = replaceable.get(row);
  const paths = known ?? created(row, {}).texts.filter(path => attempt(() => created(row, {}, [path])));
  replaceable.set(row, paths);
  return paths;
}

interface Created {
  readonly options: object;
  readonly features: readonly PolicyFeature[];
  readonly words: OptionWords;
  /** The paths of the texts in the options. */
  readonly texts: readonly string[];
}

/** @param replaced the paths of the texts that are replaced with unique ones */
function created(row: Row, version: object, replaced: readonly string[] = []): Created {
  const stack = new Stack(app, `Stack${stacks++}`, { env: ENVIRONMENT });
  const texts: string[] = [];
  let options: object = {};
  const adapt: Fixtures['adapt'] = given => {
    options = mapTexts({ ...given, ...version }, '', (text, path) => {
      texts.push(path);
      return replaced.includes(path) && !Token.isUnresolved(text) ? `name${texts.length}x` : text;
    }) as object;
    return options as typeof given;
  };
  const features = documentedFeaturesOf(row.build(stack, withNames(new Fixtures(stack, adapt))));
  return { options, features, words: new OptionWords(stack, options), texts };
}

export function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

/** Gives each resource a unique name that shows which option it belongs to. */
export function withNames(given: Fixtures): Fixtures {
  let count = 0;
  return new Proxy(given, {
    get: (target, property) => {
      const member: unknown = Reflect.get(target, property);
      const isThing = typeof member === 'function' && property in Fixtures.prototype;
      return !isThing ? member : (name: string | undefined, ...others: unknown[]) =>
        member.call(target, name && `thing${++count}${name}`, ...others) as unknown;
    },
  });
}

function mapTexts(value: unknown, path: string, map: (text: string, path: string) => string): unknown {
  if (typeof value === 'string') {
    return map(value, path);
  }
  if (Array.isArray(value)) {
    return value.map((element, index) => mapTexts(element, `${path}[${index}]`, map));
  }
  return isOptions(value)
    ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, mapTexts(part, `${path}.${name}`, map)]))
    : value;
}

/** The statement with option names in place of the user's values. */
export function shown(statement: DocumentedStatement, feature: string, words: OptionWords): DocumentedStatement {
  const { sid, actions, resources, conditions = {} } = statement;
  return {
    ...statement,
    sid: words.sid(sid, feature),
    actions: [...new Set(actions.map(action => words.action(action, feature)))],
    resources: [...new Set(resources.flatMap(resource =>
      (resource === THIS_ROLE ? ['this role'] : words.lines(resource, feature))))],
    conditions: mapTexts(conditions, '', text => words.within(text, feature)) as DocumentedStatement['conditions'],
  };
}
