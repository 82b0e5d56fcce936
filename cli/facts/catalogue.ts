import { CatalogueFacts, ConstructFacts, SourceFacts, StatementFacts, VariantFacts } from './catalogue-facts';
import json from './catalogue.json';
import { inAnyPlace } from './places';
import { globContains } from '../../src/private/statements/globs';

// What the package knows about each statement of its constructs: where it comes from, and which options grant it.

export type { SourceFacts, VariantFacts };

/** A construct of the library. */
export interface KnownConstruct {
  readonly name: string;
  /** The folder of the platform: `sagemaker`. */
  readonly platform: string;
  /** The chapter of the documents: `docs/sagemaker.md`. */
  readonly documentation: string;
  readonly statements: readonly KnownStatement[];
}

/** A statement of a construct. */
export interface KnownStatement extends Omit<Required<StatementFacts>, 'source'> {
  readonly construct: string;
  readonly source: SourceFacts;
}

/** A statement in a template. */
export interface EmittedStatement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Operators and keys: `StringEquals aws:SourceAccount`. */
  readonly conditionKeys: readonly string[];
}

/** A statement that grants an action. */
export interface Grant {
  readonly statement: KnownStatement;
  readonly variant: VariantFacts;
  /** The first version of the platform that has the action in it. */
  readonly since?: string;
}

const FACTS = json as unknown as CatalogueFacts;

let known: ReadonlyMap<string, KnownConstruct> | undefined;

/** All constructs of the library, platform by platform. */
export function allConstructs(): readonly KnownConstruct[] {
  return [...constructs().values()];
}

/** The construct of a class. */
export function constructOf(name: string): KnownConstruct | undefined {
  return constructs().get(name);
}

/** The statement with a Sid, which may end in a user's name. */
export function statementOf(construct: string, sid: string): KnownStatement | undefined {
  const statements = constructOf(construct)?.statements ?? [];
  return statements.find(statement => statement.sid === sid)
    ?? statements.find(statement => statement.sid.endsWith('*') && globContains(statement.sid, sid));
}

/** The form of a statement that a template has, if options or versions change its departure from the source. */
export function variantOf({ variants }: KnownStatement, emitted: EmittedStatement): VariantFacts {
  return variants.reduce((best, variant) => (likeness(variant, emitted) > likeness(best, emitted) ? variant : best));
}

function likeness({ actions, resources, conditions = {} }: VariantFacts, emitted: EmittedStatement): number {
  const share = (some: readonly string[], others: readonly string[]) =>
    some.filter(one => others.includes(one)).length / Math.max(some.length, others.length, 1);
  const keys = Object.entries(conditions).flatMap(([operator, of]) => Object.keys(of).map(key => `${operator} ${key}`));
  const sameKeys = keys.length + emitted.conditionKeys.length === 0 ? 1 : share(keys, emitted.conditionKeys);
  return 4 * sameKeys + 2 * share(resources, emitted.resources.map(inAnyPlace)) + share(actions, emitted.actions);
}

/** The form of the API that brings a wide pattern: `S3Location.anyBucket()`. */
export function loudFormOf({ loud }: KnownStatement, pattern: string): string | undefined {
  const texts = [pattern, inAnyPlace(pattern)];
  return Object.entries(loud).find(([, patterns]) => texts.some(text => patterns.includes(text)))?.[0];
}

/** The statements that grant an action, or what matches a pattern of actions, in any case. */
export function grantsOf(action: string): readonly Grant[] {
  return allConstructs().flatMap(({ statements }) => statements.flatMap(statement =>
    statement.variants.filter(({ actions }) => actions.some(pattern => matches(pattern, action))).map(variant => ({
      statement, variant, since: sinceOf(variant, action),
    }))));
}

/** Every action that some statement names. */
export function allActions(): readonly string[] {
  const variants = allConstructs().flatMap(({ statements }) => statements).flatMap(statement => statement.variants);
  return [...new Set(variants.flatMap(({ actions }) => actions))].filter(action => /^[^*?<>]+$/.test(action)).sort();
}

function matches(pattern: string, action: string): boolean {
  return globContains(pattern.toLowerCase(), action.toLowerCase());
}

function sinceOf({ since, actionsSince = {} }: VariantFacts, action: string): string | undefined {
  return Object.entries(actionsSince).find(([, actions]) => actions.some(one => matches(one, action)))?.[0] ?? since;
}

function constructs(): ReadonlyMap<string, KnownConstruct> {
  known ??= new Map(constructsIn(FACTS).map(construct => [construct.name, construct]));
  return known;
}

/** The constructs of a catalogue, which may be that of another version of the package. */
export function constructsIn({ sources, constructs: all }: CatalogueFacts): readonly KnownConstruct[] {
  return Object.entries(all).map(([name, facts]) => knownConstruct(name, facts, sources));
}

function knownConstruct(
  name: string, { statements = [], ...facts }: ConstructFacts, sources: readonly SourceFacts[],
): KnownConstruct {
  return {
    name,
    ...facts,
    statements: statements.map(statement => ({
      options: [], unless: [], loud: {}, ...statement, construct: name, source: sources[statement.source],
    })),
  };
}
