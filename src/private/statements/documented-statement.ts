/**
 * What a source is. A `release` is a package on PyPI, a `commit` a file of a repository at a commit or tag, or a merged
 * pull request. The `authorization` data is the service authorization reference of AWS.
 */
export type SourceKind = 'authorization' | 'commit' | 'managed policy' | 'page' | 'release';

/** The page, section or file of the vendor that a statement comes from. */
export interface Source {
  readonly kind: SourceKind;
  readonly url: string;
  readonly section: string;
  /** The date of the text. */
  readonly asOf: string;
  /** When it was last read. `npm run drift` reads packages again, and lists pages that nobody read for a year. */
  readonly readOn: string;
  /** The API calls, options or versions that the text describes. */
  readonly appliesTo: string;
}

/** Condition operator -> condition key -> value or values. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** An `Allow` statement with its source. */
export interface DocumentedStatement {
  /** Unique in the role: feature + capability (`ModelReadData`). Stable: overrides and audits refer to it. */
  readonly sid: string;
  readonly source: Source;
  /** All differences from the source, with their reasons. */
  readonly note?: string;
  /** The first version of the platform that needs it: `3.8.0`. */
  readonly since?: string;
  /** The first version that no longer needs it, because another statement replaces it. */
  readonly until?: string;
  /** Sorted by code unit. */
  readonly actions: readonly string[];
  /** Further actions, by the first version of the platform that needs them. */
  readonly actionsSince?: Readonly<Record<string, readonly string[]>>;
  /** In the order of the user's options. */
  readonly resources: readonly string[];
  readonly conditions?: Conditions;
  /**
   * The actions that the platform was seen to call.
   *
   * @default - all of them
   */
  readonly seen?: readonly string[];
  /**
   * What the names of the buckets start with that the platform makes in each region: `NAME-REGION-ACCOUNT`.
   *
   * @default - the region of a bucket is not known
   */
  readonly regionalBuckets?: string;
  /** Wildcards of the source in place of the actions, which match nothing else that applies to these resources. */
  readonly sourceActions?: readonly string[];
  /** The policy variables of the source, such as the name of the caller. Any other variable is an error. */
  readonly variables?: readonly string[];
}

export type Statements = readonly DocumentedStatement[];

/** Statements that an option enables together: one customer-managed policy with `PolicyPlacement.MANAGED`. */
export interface PolicyFeature {
  readonly name: string;
  readonly statements: readonly DocumentedStatement[];
  /**
   * Whether the policies of the resources refer back to the role. Such statements are in a separate policy with every
   * placement: in the role, or in a managed policy that it lists, they would be a circular dependency.
   */
  readonly isSeparate?: boolean;
}

/** For actions without resource-level permissions, and for resources whose names can't be predicted. */
export const ANY: readonly string[] = ['*'];

/** Placeholder for the ARN of the role that has the statement. */
export const THIS_ROLE = '<this role>';

type Present<T> = T extends undefined | null | false ? never : T;

/** The statements of an optional value: none for `undefined`, `null`, `false` and an empty list. */
export function whenPresent<T>(
  option: T,
  statements: (option: Present<T>) => DocumentedStatement | readonly DocumentedStatement[],
): readonly DocumentedStatement[] {
  if (option === undefined || option === null || option === false || (Array.isArray(option) && option.length === 0)) {
    return [];
  }
  return [statements(option as Present<T>)].flat();
}
