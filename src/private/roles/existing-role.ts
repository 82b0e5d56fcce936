import { Stack, Token, TokenComparison } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct, IConstruct } from 'constructs';
import { EXISTING_ROLE } from './role-validation';
import { PlatformRoleProps } from '../../common/platform-role-props';
import { PolicyPlacement } from '../../common/policy-placement';
import { compareAccounts } from '../options/accounts';
import { fail, shown, warn } from '../options/errors';
import { optional } from '../options/validators';

/** Where CDK keeps what `Role.customizeRoles()` was told. */
const CUSTOMIZED_ROLES = '@aws-cdk/iam:customizeRoles';

/** What only a new role can honour, and what to do about it on one that exists. */
const ONLY_NEW_ROLES: Partial<Record<keyof PlatformRoleProps, string>> = {
  roleName: 'its name is fixed',
  path: 'its path is fixed',
  description: 'change it where the role is made',
  maxSessionDuration: 'change it where the role is made',
  permissionsBoundary: 'set it where the role is made',
  tags: 'tag it where the role is made',
  additionalPrincipals: 'change its trust policy where the role is made',
};

/** Whether there is a role, which the CDK attaches no managed policies to. */
export function isImported(scope: IConstruct, role: iam.IRole | undefined): role is iam.IRole {
  optional(scope, 'existingRole', role, EXISTING_ROLE);
  return role !== undefined && !iam.Role.isRole(role);
}

/** Fails for every option that would be dropped silently on an existing role. */
export function checkExistingRole(
  scope: Construct,
  props: PlatformRoleProps,
  trustOptions: readonly [string, unknown][],
): void {
  const role = props.existingRole!;
  checkDropped(scope, role, props, trustOptions);
  if (props.policyPlacement !== undefined && props.policyPlacement !== PolicyPlacement.SEPARATE) {
    fail(
      scope,
      `'policyPlacement' must be SEPARATE together with 'existingRole', got ${shown(props.policyPlacement)}: ` +
        'the permissions of an existing role stand in a policy beside it',
    );
  }
  if (props.additionalManagedPolicies?.length && isImported(scope, role)) {
    fail(
      scope,
      `'additionalManagedPolicies' can't be attached to the imported role '${role.node.path}': ` +
        'attach them where the role is made',
    );
  }
  checkAccount(scope, role);
}

function checkDropped(
  scope: Construct,
  role: iam.IRole,
  props: PlatformRoleProps,
  trustOptions: readonly [string, unknown][],
): void {
  const options: [string, unknown, string][] = [
    ...Object.entries(ONLY_NEW_ROLES).map(([option, wayOut]): [string, unknown, string] => [
      option,
      props[option as keyof PlatformRoleProps],
      wayOut,
    ]),
    ...trustOptions.map(([option, value]): [string, unknown, string] => [
      option,
      value,
      ONLY_NEW_ROLES.additionalPrincipals!,
    ]),
  ];
  for (const [option, value, wayOut] of options) {
    if (value !== undefined) {
      fail(
        scope,
        `'${option}' can't be set together with 'existingRole' (${role.node.path}): ${wayOut}, ` +
          "or leave 'existingRole' out",
      );
    }
  }
}

function checkAccount(scope: Construct, role: iam.IRole): void {
  const { account } = role.env;
  switch (compareAccounts(scope, account)) {
    case TokenComparison.DIFFERENT:
      return fail(
        scope,
        `'existingRole' (${role.node.path}) is of account ${account}, the stack of ${Stack.of(scope).account}: ` +
          'a stack can attach policies only to roles of its own account, make this construct in a stack of that account',
      );
    case TokenComparison.ONE_UNRESOLVED:
      if (!Token.isUnresolved(account)) {
        warn(
          scope,
          'existingRoleAccount',
          `'existingRole' (${role.node.path}) is of account ${account}, and the account of the stack ` +
            "is not known: deployed to another account, the permissions go to the role of that name there; give the stack an 'env'",
        );
      }
  }
}

/** Attaches the document to an existing role, or fails where CDK would leave it out without a word. */
export function attachToExistingRole(scope: Construct, role: iam.IRole, policy: iam.Policy): void {
  role.attachInlinePolicy(policy);
  const attachedTo = Stack.of(scope).resolve((policy.node.defaultChild as iam.CfnPolicy).roles) as
    unknown[] | undefined;
  if (!attachedTo?.length && !isCustomized(scope)) {
    fail(
      scope,
      `'existingRole' (${role.node.path}) takes no policies: it was imported with 'mutable: false', made by ` +
        "'withoutPolicyUpdates()', or is of another account; pass the role itself, or import it as mutable",
    );
  }
}

/** Whether the trust policy of a role of the app lets the service in; nothing where the app doesn't know the policy. */
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

/** Also in the form of a partition: `ec2.amazonaws.com.cn`. What a token stands for nobody knows. */
function isService(name: unknown, service: string): boolean {
  return typeof name === 'string' ? ['*', service].includes(name) || name.startsWith(`${service}.`) : name !== undefined;
}

/** `Role.customizeRoles()` writes the policies of roles into a report instead of the template. */
function isCustomized(scope: Construct): boolean {
  const config = scope.node.tryGetContext(CUSTOMIZED_ROLES) as { preventSynthesis?: boolean } | undefined;
  return config !== undefined && config.preventSynthesis !== false;
}
