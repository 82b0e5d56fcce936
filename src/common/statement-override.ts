import { StatementChange } from '../private/options/statement-change';

/** Conditions of a statement: operator -> condition key -> values. */
export interface StatementScope {
  /**
   * ARNs, with or without wildcards, in the partition of the stack: use `stack.partition` or the ARN of a resource.
   * Policy variables are errors: `omit()` the statement, and write your own.
   *
   * @default - the documented resources
   */
  readonly resources?: string[];

  /**
   * Conditions: from an operator, such as `StringEquals`, to a condition key, to its values.
   *
   * @default - the documented conditions
   */
  readonly conditions?: { [operator: string]: { [key: string]: string[] } };
}

/**
 * A change of a documented statement. The actions always remain: `omit()` the statement, and write your own in
 * `additionalStatements`, for other actions.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export class StatementOverride extends StatementChange {
  /** Leaves the statement out. The platform may fail without it. */
  public static omit(): StatementOverride {
    return new StatementOverride('omit');
  }

  /**
   * Narrows the statement. Resources must be among the documented ones, and conditions apply in addition.
   *
   * @param scope the narrower resources, and further conditions
   */
  public static narrow(scope: StatementScope): StatementOverride {
    return new StatementOverride('narrow', scope);
  }

  /**
   * Replaces the resources or the conditions of the statement, also by wider ones.
   *
   * @param scope the new resources, and the new conditions
   */
  public static replace(scope: StatementScope): StatementOverride {
    return new StatementOverride('replace', scope);
  }

  private constructor(
    /** @internal */
    public readonly _kind: 'omit' | 'narrow' | 'replace',
    /** @internal */
    public readonly _scope: StatementScope = {},
  ) {
    super();
  }
}
