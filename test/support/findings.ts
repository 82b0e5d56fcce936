import { globMatches } from './globs';
import { Law, Surroundings } from './laws';
import { Emitted } from './rendered';
import EXCEPTIONS from '../exceptions.json';

/** Returns the problems with the statements of a row. */
export type Finder = (row: Emitted) => readonly string[];

/** All findings without duplicates: `CONSTRUCT SID FINDING`. */
export function allFindings(rows: readonly Emitted[], find: Finder): readonly string[] {
  return [...new Set(rows.flatMap(row => find(row).map(finding => `${row.row.construct} ${finding}`)))];
}

/** The findings without those in the list of exceptions. */
export function findings(rows: readonly Emitted[], find: Finder): readonly string[] {
  return allFindings(rows, find).filter(finding => !EXCEPTIONS.some(known => globMatches(known.finding, finding)));
}

export function broken(law: Law, surroundings: Surroundings): Finder {
  return ({ statements }) => statements.flatMap(statement =>
    law(statement, surroundings).map(finding => `${statement.Sid} ${finding}`));
}
