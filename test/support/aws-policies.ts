import { Builder } from './builder';
import { AWS, Json } from './fold';
import { newestVersions } from './managed-policies';
import { Statement, statementsOf } from './policies';
import { Row } from './row';
import { ServiceReference } from './service-reference';

/** AWS managed policies for the work that a platform's roles are for. */
export interface ComparedPolicies {
  /** The prefixes of the platform's own actions. */
  readonly services: readonly string[];
  /** With their paths. */
  readonly names: readonly string[];
  /** Whether the actions of a row are in its options. */
  readonly isOfUsers?: (row: Row) => boolean;
}

/** Actions that some option grants, and those that none does. */
export interface Share {
  readonly granted: readonly string[];
  readonly leftOut: readonly string[];
}

/** The newest version of a policy, compared with the options of a platform. */
export interface ComparedPolicy {
  readonly name: string;
  readonly version: string;
  readonly date: string;
  readonly all: Share;
  /** Of the platform's own actions. */
  readonly own: Share;
}

export interface Comparison {
  /** The platform's own actions that some option grants. */
  readonly granted: readonly string[];
  readonly policies: readonly ComparedPolicy[];
}

/** Compares policies with all that some row grants, whatever the resources. */
export async function compareWithRows(
  { services, names, isOfUsers }: ComparedPolicies, rows: readonly Row[],
): Promise<Comparison> {
  const builder = new Builder(AWS);
  const ours = rows.filter(row => !isOfUsers?.(row))
    .flatMap(row => builder.statementsOf(stack => row.build(stack))).filter(isOfSomeActions);
  const versions = newestVersions();
  const policies = names.map(name => {
    const version = versions.get(name);
    if (!version) {
      throw new Error(`there is no AWS managed policy ${name}`);
    }
    return { name, ...version, statements: statementsOf(version.document as Json) };
  });
  const reference = await ServiceReference.of(
    [...ours, ...policies.flatMap(({ statements }) => statements)].flatMap(({ Action }) => Action));
  const granted = new Set(allowedBy(ours, reference));
  const isOwn = (action: string) => services.includes(action.split(':')[0]);
  return {
    granted: [...granted].filter(isOwn).sort(),
    policies: policies.map(({ name, id, date, statements }) => {
      const actions = allowedBy(statements, reference);
      return { name, version: id, date, all: shareOf(actions, granted), own: shareOf(actions.filter(isOwn), granted) };
    }),
  };
}

/** A statement that allows all actions of a service on all resources says nothing about the other options. */
function isOfSomeActions({ Action, Resource }: Statement): boolean {
  return !Resource.includes('*') || !Action.some(action => action.endsWith(':*'));
}

function allowedBy(statements: readonly Statement[], reference: ServiceReference): readonly string[] {
  const patterns = statements.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => Action);
  return [...new Set(patterns.flatMap(pattern => reference.expand(pattern)).map(({ name }) => name))].sort();
}

function shareOf(actions: readonly string[], granted: ReadonlySet<string>): Share {
  return {
    granted: actions.filter(action => granted.has(action)),
    leftOut: actions.filter(action => !granted.has(action)),
  };
}
