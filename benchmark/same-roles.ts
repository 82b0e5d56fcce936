import { deepStrictEqual } from 'node:assert/strict';
import { BASELINE_NAMES } from './baselines';
import { templatesOf } from './synthesize';

interface Template {
  readonly Resources: Record<string, { readonly Type: string; readonly Properties: Properties }>;
}

interface Properties {
  readonly AssumeRolePolicyDocument?: unknown;
  readonly Policies?: readonly { readonly PolicyDocument: unknown }[];
  readonly PolicyDocument?: unknown;
  readonly Roles?: readonly { readonly Ref: string }[];
}

/** Fails unless all baselines create the same roles, in whichever policies the statements are. */
export function checkSameRoles(): void {
  const [first, ...others] = BASELINE_NAMES.map(baseline => ({ baseline, roles: rolesOf(templatesOf(baseline, 110)) }));
  for (const { baseline, roles } of others) {
    deepStrictEqual(roles, first.roles, `the roles of '${baseline}' are not those of '${first.baseline}'`);
  }
}

function rolesOf(templates: readonly unknown[]): unknown[] {
  return templates.flatMap(template => {
    const resources = Object.entries((template as Template).Resources);
    const ofType = (type: string) => resources.filter(([, { Type }]) => Type === type);
    return ofType('AWS::IAM::Role').map(([logicalId, { Properties: { Policies = [], ...properties } }]) => ({
      ...properties,
      documents: [
        ...Policies.map(policy => policy.PolicyDocument),
        ...ofType('AWS::IAM::Policy')
          .filter(([, policy]) => policy.Properties.Roles?.some(role => role.Ref === logicalId))
          .map(([, policy]) => policy.Properties.PolicyDocument),
      ],
    }));
  });
}
