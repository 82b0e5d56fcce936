import { DocumentedStatement, PolicyFeature, Statements } from './documented-statement';

/** The statements that a version needs. They keep `actionsSince` for tables; `actions` holds all actions. */
export function ofVersion(version: string, statements: Statements): Statements {
  return statements
    .filter(
      ({ since = version, until }) => !isBefore(version, since) && (until === undefined || isBefore(version, until)),
    )
    .map(statement =>
      statement.actionsSince
        ? { ...statement, actions: actionsOf(version, statement.actions, statement.actionsSince) }
        : statement,
    );
}

function actionsOf(
  version: string,
  actions: readonly string[],
  actionsSince: NonNullable<DocumentedStatement['actionsSince']>,
): readonly string[] {
  const added = Object.entries(actionsSince).filter(([since]) => !isBefore(version, since));
  return [...actions, ...added.flatMap(([, later]) => later)].sort();
}

/** Whether a version, `MAJOR.MINOR.PATCH`, is older than the other. */
export function isBefore(version: string, other: string): boolean {
  const [one, two] = [version, other].map(text => text.split('.').map(Number));
  const difference = one.map((part, index) => part - two[index]).find(part => part !== 0);
  return difference !== undefined && difference < 0;
}

/** The features with the statements of a version. */
export function featuresOf(version: string, features: readonly PolicyFeature[]): readonly PolicyFeature[] {
  return features.map(feature => ({ ...feature, statements: ofVersion(version, feature.statements) }));
}
