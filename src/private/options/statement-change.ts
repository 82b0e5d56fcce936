/** The resources and conditions of a statement, as far as a change names them. */
export interface ChangedScope {
  readonly resources?: readonly string[];
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/**
 * The base of `StatementOverride`, so that statements do not import `common`.
 *
 * @internal
 */
export abstract class StatementChange {
  /** @internal */
  public abstract readonly _kind: 'omit' | 'narrow' | 'replace';

  /** @internal */
  public abstract readonly _scope: ChangedScope;
}
