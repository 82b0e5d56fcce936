import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';

/** Whether the trust policy of a role allows the service; `undefined` if the app does not contain the policy. */
export function trusts(role: iam.IRole, service: string): boolean | undefined {
  const trust = iam.Role.isRole(role) ? (role as iam.Role).assumeRolePolicy : undefined;
  if (!trust) {
    return undefined;
  }
  const { Statement: statements } = Stack.of(role).resolve(trust) as {
    Statement: readonly { Effect: string; Principal?: { Service?: unknown } | string }[];
  };
  return statements.some(({ Effect, Principal }) => {
    const services = typeof Principal === 'object' ? [Principal.Service].flat() : [Principal];
    return Effect === 'Allow' && services.some(name => isService(name, service));
  });
}

/** Accepts the name of any partition, such as `ec2.amazonaws.com.cn`. A token may be any service. */
function isService(name: unknown, service: string): boolean {
  return typeof name === 'string' ? ['*', service].includes(name) || name.startsWith(`${service}.`) : name !== undefined;
}
