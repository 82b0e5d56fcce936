// The form of `reach.json`: what the statements of constructs lead to that is not obvious.

export interface ReachFacts {
  /** The option or the role that it comes with. */
  readonly who: string;
  /** Continues "can". */
  readonly can: string;
  readonly advice: string;
  /** By construct. Each of them is enough. */
  readonly ways: Readonly<Record<string, readonly Way[] | undefined>>;
}

/** The statements of each step, of which one is enough. */
export type Way = readonly (readonly Opener[])[];

/** What allows a step: a statement, or an AWS managed policy. */
export interface Opener {
  readonly sid?: string;
  /** One of these, because options narrow them. `P`, `R` and `A` are the partition, region and account. */
  readonly resources?: readonly string[];
  /** Options may add these conditions, which deny the step: `StringEquals aws:ResourceAccount`. */
  readonly without?: readonly string[];
  /** The name with its path: `service-role/AmazonEC2RoleforSSM`. */
  readonly policy?: string;
}
