import { differencesOf, Finding, without } from '../difference';

/** A version of `aws-cdk-lib`. */
export interface Cdk {
  readonly version: string;
  /** Recommended values of feature flags. */
  readonly flags: Readonly<Record<string, unknown>>;
}

const MEANING = 'all templates: the meaning must stay the same';

/**
 * The feature flags of the newest CDK, and its API where the library uses it.
 *
 * @param problems what the compiler says about the library on the newest CDK
 */
export function cdkDrift(read: Cdk, newest: Cdk, problems: readonly string[]): Finding {
  const difference = differencesOf('cdk', `aws-cdk-lib ${newest.version}`);
  const [before, after] = [read, newest].map(({ flags }) =>
    Object.entries(flags).map(([flag, value]) => `${flag}: ${JSON.stringify(value)}`));
  const differences = [
    ...without(after, before).map(flag => difference(`+ feature flag ${flag}`, [MEANING])),
    ...without(before, after).map(flag => difference(`- feature flag ${flag}`, [MEANING])),
    ...problems.map(problem => difference(`- ${problem}`)),
  ];
  const notes = [`aws-cdk-lib ${newest.version} has the flags of ${read.version}, which was read, and the library compiles with it`];
  return { differences, notes: differences.length === 0 ? notes : [] };
}
