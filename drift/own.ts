import { globMatches } from '../test/support/globs';

/** A statement of a construct, with all actions of all versions. */
export interface OwnStatement {
  readonly platform: string;
  readonly construct: string;
  readonly sid: string;
  readonly url: string;
  readonly section: string;
  readonly actions: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly actionsSince?: Readonly<Record<string, readonly string[]>>;
}

/** A source, as far as somebody has to read it again. */
export interface OwnSource {
  readonly name: string;
  readonly url: string;
  readonly section: string;
  readonly kind: string;
  readonly asOf: string;
  readonly readOn: string;
}

/** A version of an AWS managed policy that somebody read, and where the library names it. */
export interface ReadPolicy {
  readonly version: string;
  readonly files: readonly string[];
}

/** What the library knows: everything is compared with it. */
export interface OwnFacts {
  readonly statements: readonly OwnStatement[];
  /** By name with path. */
  readonly policies: Readonly<Record<string, ReadPolicy>>;
  readonly sources: readonly OwnSource[];
  /** The versions of packages that somebody read. */
  readonly packages: Readonly<Record<string, string>>;
}

/** The statements with an action, also within a wildcard. */
export function holdersOf(statements: readonly OwnStatement[], action: string): readonly string[] {
  const found = statements.filter(({ actions }) => actions.some(pattern => globMatches(pattern, action, true)));
  return [...new Set(found.map(nameOf))];
}

/** Those, or that there are none. */
export function holdersOrNone(statements: readonly OwnStatement[], action: string): readonly string[] {
  const found = holdersOf(statements, action);
  return found.length > 0 ? found.map(name => `${name} has it`) : ['no statement has it'];
}

export function nameOf({ construct, sid }: OwnStatement): string {
  return `${construct} ${sid}`;
}
