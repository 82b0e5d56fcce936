import { Denial, PolicyType, principalOf } from './denial';

// What in a message hints at another cause than a missing permission of the role.

/** What to do about a policy that no construct of the library writes. */
const ADVICE: Readonly<Record<PolicyType, string>> = {
  'identity-based policy': 'look for a statement with the effect Deny in the policies of the role or user',
  'permissions boundary': "the boundary of the role or user limits it: add the action to the policy in 'permissionsBoundary'",
  'session policy': 'the call that assumed the role passed a policy, which limits the session: change that policy',
  'resource-based policy':
    'the policy of the resource (bucket, key, repository, queue) decides: change it where the resource is made',
  'VPC endpoint policy': 'the policy of the VPC endpoint that the request went through limits it: change that policy',
  'service control policy': 'the organization of the account limits it: ask its administrators',
  'resource control policy': 'the organization of the account that owns the resource limits it: ask its administrators',
  'trust policy': 'the trust policy of the role must name the caller of sts:AssumeRole, a service or another role',
};

/** In the order in which to look at them. */
export function causesOf(denial: Denial): readonly string[] {
  return [...policyCause(denial), ...placeCauses(denial), ...messageCauses(denial)];
}

function policyCause({ policyType, isExplicit, policy }: Denial): readonly string[] {
  if (!policyType || (policyType === 'identity-based policy' && !isExplicit)) {
    return isExplicit && !policyType ? ['a statement with the effect Deny matches the request: no permission outweighs it'] : [];
  }
  const what = isExplicit ? `the ${policyType}${policy ? ` ${policy}` : ''} denies the request` : `no ${policyType} allows the request`;
  return [`${what}, whatever the role grants: ${ADVICE[policyType]}`];
}

function placeCauses({ principal, resource = '' }: Denial): readonly string[] {
  const caller = principalOf(principal);
  const [prefix, partition, service, , account] = resource.split(':');
  if (!caller || prefix !== 'arn') {
    return [];
  }
  return [
    ...partition !== caller.partition
      ? [`the resource is in the partition ${partition}, the role in ${caller.partition}: no policy allows that`] : [],
    ...account && account !== caller.account && /^\d+$/.test(account)
      ? [`the resource is in the account ${account}, the role in ${caller.account}: the policy of the resource must allow it, too`] : [],
    ...service === 's3'
      ? ['an ARN of S3 has no account: if the bucket is in another account, its policy must allow the request, too'] : [],
  ];
}

const DECODE = 'aws sts decode-authorization-message --query DecodedMessage --output text --encoded-message';

type Hint = readonly [cause: string, applies: (denial: Denial) => boolean];

const isOn = (denial: Denial, action: string) => denial.action?.toLowerCase() === action;

const HINTS: readonly Hint[] = [
  ['the request had no credentials', ({ principal }) => principal === 'anonymous'],
  ['the message names no action: look up the event in AWS CloudTrail', ({ action, encoded }) => !action && !encoded],
  ["the call passes a role to a service: compare the role with the option that names it, and the service with the condition on 'iam:PassedToService'",
    denial => isOn(denial, 'iam:passrole')],
  ['the trust policy of the role that is assumed must allow it, too', denial => isOn(denial, 'sts:assumerole')],
  ['the message names no key: the key may be in another region, and its key policy must allow the request',
    ({ principal, action = '', resource }) => principal !== undefined && resource === undefined && /^kms:/i.test(action)],
  ['the resource is a bucket, not an object: without s3:ListBucket, S3 also denies access to objects that do not exist',
    denial => isOn(denial, 's3:getobject') && !(denial.resource ?? '/').includes('/')],
];

function messageCauses(denial: Denial): readonly string[] {
  return [
    ...denial.encoded ? [`the details are encoded: decode them with \`${DECODE} ${denial.encoded}\`, and explain the result`] : [],
    ...HINTS.filter(([, applies]) => applies(denial)).map(([cause]) => cause),
  ];
}
