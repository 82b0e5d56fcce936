// The form of `catalogue.json`. Empty lists and objects are left out.

export interface CatalogueFacts {
  readonly sources: readonly SourceFacts[];
  /** By class name. */
  readonly constructs: Readonly<Record<string, ConstructFacts>>;
}

/** The page, section or file of the vendor that statements come from. */
export interface SourceFacts {
  readonly url: string;
  readonly section: string;
  /** The date of the text. */
  readonly asOf: string;
  /** The API calls, options or versions that the text describes. */
  readonly appliesTo: string;
}

export interface ConstructFacts {
  /** The folder of the platform. */
  readonly platform: string;
  /** The chapter of the documents. */
  readonly documentation: string;
  readonly statements?: readonly StatementFacts[];
}

export interface StatementFacts {
  /** With `<option>` at the end for a user's name. */
  readonly sid: string;
  /** What an option enables together: the name of a policy with `PolicyPlacement.MANAGED`. */
  readonly feature: string;
  /** The index of the source. */
  readonly source: number;
  /**
   * Each of them grants it: `trainingJob.outputs`. Options that grant it together are joined: `imageBuild +
   * storage.keys`. Absent if every construct of the class has the statement.
   */
  readonly options?: readonly string[];
  /** The options that can switch it off. */
  readonly unless?: readonly string[];
  /** The patterns that a loud form of the API brings, by the form: `S3Location.anyBucket()`. */
  readonly loud?: Readonly<Record<string, readonly string[]>>;
  /** More than one, if options or versions change its conditions or its departure from the source. */
  readonly variants: readonly VariantFacts[];
}

export interface VariantFacts {
  /** How it departs from the source, and why. */
  readonly note?: string;
  /** The first version of the platform that needs it. */
  readonly since?: string;
  /** The first version that no longer needs it. */
  readonly until?: string;
  /** Those that each version needs, and those of `actionsSince`. */
  readonly actions: readonly string[];
  /** By the first version that needs them. */
  readonly actionsSince?: Readonly<Record<string, readonly string[]>>;
  /** `P`, `R` and `A` are the partition, region and account of the stack. */
  readonly resources: readonly string[];
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}
