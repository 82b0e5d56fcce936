import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { newRoleL2Of, resourceOf } from '../options/things/resources';
import { globContains } from '../statements/globs';
import { POD_SERVICE } from '../statements/services';

interface TrustStatement {
  readonly Effect: string;
  readonly Action?: unknown;
  readonly Principal?: { readonly Service?: unknown; readonly Federated?: unknown } | string;
}

/**
 * Whether the trust policy of a role allows the service; `undefined` if the app does not contain the policy.
 *
 * @param action what it must allow, if that matters
 */
export function trusts(role: iam.IRoleRef, service: string, action?: string): boolean | undefined {
  const resource = resourceOf(role) as iam.CfnRole | undefined;
  const trust: unknown = newRoleL2Of(role)?.assumeRolePolicy ?? resource?.assumeRolePolicyDocument;
  if (!trust) {
    return undefined;
  }
  const { Statement: statements } = Stack.of(role).resolve(trust) as {
    Statement: TrustStatement | readonly TrustStatement[];
  };
  return [statements].flat().some(({ Effect, Action, Principal }) => {
    const { Service: services, Federated: provider } = typeof Principal === 'object' ? Principal : { Service: Principal };
    // Pods may also assume it by the provider of their cluster, without tags.
    const isProvider = service === POD_SERVICE && provider !== undefined;
    const allows = action === undefined || [Action].flat().some(name => typeof name !== 'string' || globContains(name, action));
    return Effect === 'Allow' && (isProvider || (allows && [services].flat().some(name => isService(name, service))));
  });
}

/** Accepts the name of any partition, such as `ec2.amazonaws.com.cn`. A token may be any service. */
function isService(name: unknown, service: string): boolean {
  return typeof name === 'string' ? ['*', service].includes(name) || name.startsWith(`${service}.`) : name !== undefined;
}
