import { Group } from './groups';
import { Quota } from './model';
import { managedPoliciesOf, trustOf } from './principals';
import { sizeOf } from './sizes';
import { exact, LengthRange, sum } from '../../src/private/synthesis/length-range';
import { LIMITS } from '../../src/private/synthesis/limits';
import { Json } from '../assembly/json';
import { fromText } from '../statements/statement';

/** The sum of the inline policies of a principal, by the type of its resource. */
const INLINE: Readonly<Record<string, number>> = {
  'AWS::IAM::User': 2_048, 'AWS::IAM::Group': 5_120, 'AWS::SSO::PermissionSet': 32_768,
};

const ATTACHED_BY_DEFAULT = 10;

/** How much of the quotas of IAM a subject uses. */
export function quotasOf(group: Group): readonly Quota[] {
  const { principal, policies, names } = group;
  const [inline, managed] = (['inline', 'managed'] as const).map(kind => policies.filter(policy => policy.kind === kind));
  const [trust] = principal ? trustOf(principal) : [];
  const attached = attachedTo(group);
  const size = (document: Json) => sizeOf(fromText(document), names);
  return [
    ...(inline.length === 0 ? []
      : [quota('inline policies', INLINE[principal?.type ?? ''] ?? LIMITS.inlineOfRole, sum(inline.map(({ document }) => size(document))))]),
    ...managed.map(({ name, document }) => quota(`managed policy ${name}`, LIMITS.managedPolicy, size(document))),
    ...(trust === undefined ? [] : [quota('trust policy', LIMITS.trustByDefault, size(trust))]),
    ...(attached === 0 ? [] : [quota('attached policies', ATTACHED_BY_DEFAULT, exact(attached), 'policies')]),
  ];
}

/** The number of managed policies of a principal: those that it lists, and those that name it. */
function attachedTo({ principal, policies, elsewhere }: Group): number {
  if (principal === undefined || principal.type === 'AWS::SSO::PermissionSet') {
    return 0;
  }
  const listed = managedPoliciesOf(principal);
  const naming = [...policies, ...elsewhere].filter(({ kind, resource }) => kind === 'managed'
    && !listed.some(({ references }) => references.includes(resource.logicalId)));
  return new Set(listed.map(({ text }) => text)).size + naming.length;
}

function quota(name: string, limit: number, [min, max]: LengthRange, unit: Quota['unit'] = 'characters'): Quota {
  return { name, unit, used: { min, max }, limit };
}
