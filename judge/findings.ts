import { IConstruct } from 'constructs';

/** An entry as in docs/cdk-nag.json and as cdk-nag 2 accepts it. */
export interface KnownFinding {
  /** The name of the construct's class. */
  readonly construct: string;
  readonly id: string;
  readonly appliesTo: readonly { readonly regex: string }[];
  readonly reason: string;
}

export interface Violation {
  readonly ruleName: string;
  readonly violatingResources: readonly { readonly constructPath: string }[];
}

/** The part of a rule pack of cdk-nag 3 that is used here. */
export interface RulePack {
  validateScope(scope: IConstruct): { readonly violations: readonly Violation[] };
}

/** Finds the entry for a violation such as `AwsSolutions-IAM5[Resource::*]`. */
export function findingOf(
  construct: string, ruleName: string, known: readonly KnownFinding[],
): KnownFinding | undefined {
  const [rule, evidence] = partsOf(ruleName);
  return known.find(({ construct: name, id, appliesTo }) =>
    name === construct && id === rule && appliesTo.some(({ regex }) => new RegExp(regex.slice(1, -2)).test(evidence)));
}

export function partsOf(ruleName: string): readonly [rule: string, evidence: string] {
  const [, rule, evidence = ''] = /^([^[]+)(?:\[(.*)\])?$/.exec(ruleName)!;
  return [rule, evidence];
}
