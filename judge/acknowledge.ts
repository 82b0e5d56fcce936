import { Validations } from 'aws-cdk-lib-newest';
import { IConstruct } from 'constructs';

/** An entry as in docs/cdk-nag.json and as cdk-nag 2 accepts it. */
export interface KnownFinding {
  /** The name of the construct's class. */
  readonly construct: string;
  readonly id: string;
  readonly appliesTo: readonly { readonly regex: string }[];
  readonly reason: string;
}

/** The part of a rule pack of cdk-nag 3 that is used here. */
export interface RulePack {
  validateScope(scope: IConstruct): { readonly violations: readonly { readonly ruleName: string }[] };
}

/**
 * Acknowledges the known findings of a construct of the library, also for the user's statements on the same resources.
 */
export function acknowledge(construct: IConstruct, pack: RulePack, known: readonly KnownFinding[]): void {
  for (const { ruleName } of pack.validateScope(construct).violations) {
    const finding = findingOf(construct.constructor.name, ruleName, known);
    if (finding) {
      Validations.of(construct as never).acknowledge({ id: ruleName, reason: finding.reason });
    }
  }
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
