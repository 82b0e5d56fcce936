import { Environment } from './fold';
import { globMatches } from './globs';
import { Law, LAWS, missingResources, Surroundings, uniqueSids } from './laws';
import { Emitted, wildcardsOf } from './rendered';
import { ServiceReference } from './service-reference';
import EXCEPTIONS from '../exceptions.json';
import WILDCARDS from '../wildcards.json';

/** What is wrong with the statements of a row. */
export type Finder = (row: Emitted) => readonly string[];

/** Every finding once: `CONSTRUCT SID FINDING`. */
export function allFindings(rows: readonly Emitted[], find: Finder): readonly string[] {
  return [...new Set(rows.flatMap(row => find(row).map(finding => `${row.row.construct} ${finding}`)))];
}

/** Those that no exception knows. */
export function findings(rows: readonly Emitted[], find: Finder): readonly string[] {
  return allFindings(rows, find).filter(finding => !EXCEPTIONS.some(known => globMatches(known.finding, finding)));
}

export function broken(law: Law, surroundings: Surroundings): Finder {
  return ({ statements }) => statements.flatMap(statement =>
    law(statement, surroundings).map(finding => `${statement.Sid} ${finding}`));
}

/** What is wrong with the statements of random options: all laws, and wildcards that the ledger doesn't know. */
export function statementFindings(
  rows: readonly Emitted[], environment: Environment, reference: ServiceReference,
): readonly string[] {
  const wildcards = rows.flatMap(emitted => wildcardsOf(emitted, environment));
  return [
    ...LAWS.flatMap(([, law]) => findings(rows, broken(law, { environment, reference }))),
    ...findings(rows, ({ statements }) => uniqueSids(statements)),
    ...findings(rows, ({ statements }) => missingResources(statements, reference)),
    ...wildcards.filter(wildcard => !(WILDCARDS as readonly string[]).includes(wildcard)),
  ];
}
