import { Construct } from 'constructs';
import { UnusedRow } from './granted';
import { Fixtures } from '../support/given';
import { globMatches } from '../support/globs';
import { Statement } from '../support/policies';
import { ServiceReference } from '../support/service-reference';

/** Our construct for a role that a program makes by itself. */
export interface OurRole {
  readonly build: (given: Fixtures) => Construct;
  /** Actions that the program gives to its role and ours lacks, with wildcards. */
  readonly lacks: readonly UnusedRow[];
}

/** What a role of ours lacks, and which rows explain nothing. */
export interface Lacking {
  readonly unexplained: readonly string[];
  readonly unneeded: readonly UnusedRow[];
}

/** Compares the actions of a role with ours, whatever their resources: programs that make roles have no narrow ones. */
export function lacking(
  actions: readonly string[], ours: readonly Statement[], rows: readonly UnusedRow[], reference: ServiceReference,
): Lacking {
  const granted = ours.flatMap(({ Action }) => Action);
  const missing = actions.flatMap(action => reference.expand(action)).map(({ name }) => name)
    .filter(action => !granted.some(pattern => globMatches(pattern, action, true)));
  const explains = (row: UnusedRow, action: string) => row.actions.some(pattern => globMatches(pattern, action));
  return {
    unexplained: missing.filter(action => !rows.some(row => explains(row, action))).sort(),
    unneeded: rows.filter(row => row.actions.some(pattern => !missing.some(action => globMatches(pattern, action)))),
  };
}
