/** The vendor page, section or file that a statement comes from. */
export interface Source {
  readonly url: string;
  readonly section: string;
  /** The date of the text that was read. */
  readonly asOf: string;
  /** The API calls, options or versions that it speaks of. */
  readonly appliesTo: string;
}

/** Condition operator -> condition key -> value or values. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** One `Allow` statement, with the reason for its existence. */
export interface DocumentedStatement {
  /** Unique in the role, `[A-Za-z0-9]+`: the feature, then the capability. A contract with overrides and auditors. */
  readonly sid: string;
  readonly source: Source;
  /** Every departure from the source, with its reason. */
  readonly note?: string;
  /** The first version of the platform that needs it: `3.8.0`. */
  readonly since?: string;
  /** The first version that needs it no more, since another statement replaces it. */
  readonly until?: string;
  /** Sorted by code unit. */
  readonly actions: readonly string[];
  /** Further actions, by the first version of the platform that needs them. */
  readonly actionsSince?: Readonly<Record<string, readonly string[]>>;
  /** In the order of the user's options. */
  readonly resources: readonly string[];
  readonly conditions?: Conditions;
}

/** Statements that a user switches on together. One customer-managed policy under `PolicyPlacement.MANAGED`. */
export interface PolicyFeature {
  readonly name: string;
  readonly statements: readonly DocumentedStatement[];
  /**
   * Whether the statements are on resources whose own policies name the role. They stand in a policy beside it under
   * every placement: in the role, or in a policy that it lists, they would close a cycle.
   */
  readonly standsBeside?: boolean;
}

/** What a version of the platform needs. */
export function ofVersion(
  version: string,
  statements: readonly DocumentedStatement[],
): readonly DocumentedStatement[] {
  return statements
    .filter(
      ({ since = version, until }) => !isBefore(version, since) && (until === undefined || isBefore(version, until)),
    )
    .map(({ actionsSince, ...statement }) =>
      actionsSince ? { ...statement, actions: actionsOf(version, statement.actions, actionsSince) } : statement,
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

/** Whether one version, `MAJOR.MINOR.PATCH`, is older than the other. */
export function isBefore(version: string, other: string): boolean {
  const [one, two] = [version, other].map(text => text.split('.').map(Number));
  const difference = one.map((part, index) => part - two[index]).find(part => part !== 0);
  return difference !== undefined && difference < 0;
}

/** For actions without resource-level permissions, and for those whose resources nobody can name. */
export const ANY: readonly string[] = ['*'];

/** Stands for the ARN of the role that carries the statement. */
export const THIS_ROLE = '<this role>';

type Given<T> = T extends undefined | null | false ? never : T;

/**
 * Statements of an option that may be absent: nothing for `undefined`, `false` and an empty list.
 */
export function given<T>(
  option: T,
  statements: (option: Given<T>) => DocumentedStatement | readonly DocumentedStatement[],
): readonly DocumentedStatement[] {
  if (option === undefined || option === null || option === false || (Array.isArray(option) && option.length === 0)) {
    return [];
  }
  return [statements(option as Given<T>)].flat();
}
