import { ClusterNames } from './names';
import { GUIDE_2_11 } from './options';
import { ANY, Conditions, PolicyFeature, DocumentedStatement, whenPresent } from '../../private/statements/documented-statement';
import { featuresOf } from '../../private/statements/versions';
import { SOURCES } from '../sources';

/** The parts of the guide's statement that differ from a narrower one of the library. */
interface Printed {
  /** @default - the actions of the statement */
  readonly actions?: readonly string[];
  /** @default - no conditions */
  readonly conditions?: Conditions;
}

/** A statement, and the guide's form on all resources if that is wider. */
export interface ClusterStatement extends DocumentedStatement {
  /** @default - the guide has no wider form */
  readonly printed?: Printed;
}

export type ClusterStatements = readonly ClusterStatement[];

export const ON_ALL: Printed = {};

const AS_PRINTED = 'extended: the wide form of the guide, because unrestrictedAccess is set';

/**
 * The features of a version of the guide, in the order of the object.
 *
 * @param isUnrestricted whether to use the wide form that the guide prints
 */
export function clusterFeatures(
  version: string, isUnrestricted: boolean, features: Readonly<Record<string, ClusterStatements>>,
): readonly PolicyFeature[] {
  const scoped = ({ printed, ...statement }: ClusterStatement): DocumentedStatement => isUnrestricted && printed
    ? { ...statement, conditions: undefined, ...printed, resources: ANY, note: AS_PRINTED }
    : statement;
  return featuresOf(
    version, Object.entries(features).map(([name, statements]) => ({ name, statements: statements.map(scoped) })),
  );
}

/** The key of the user's own bucket. */
export function artifactKey(sid: string, { keys }: ClusterNames, actions: readonly string[]): ClusterStatements {
  return whenPresent(keys, resources => ({
    sid,
    source: SOURCES.templates,
    note: 'added: objects in an encrypted bucket require its key',
    actions,
    resources,
  }));
}

/** Marks statements that the guide grants up to version 2.9 only, if `isOutdated`. */
export function untilGuide29(isOutdated: boolean, statements: ClusterStatements): ClusterStatements {
  return isOutdated ? statements.map(statement => ({ ...statement, until: GUIDE_2_11 })) : statements;
}
