import { Stack, Token, TokenComparison } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { isImported } from './aws-policies';
import { PlatformRoleProps } from '../../common/platform-role-props';
import { PolicyPlacement } from '../../common/policy-placement';
import { fail, format, warn } from '../options/errors';
import { compareAccounts } from '../options/things/accounts';
import { roleInApp } from '../options/things/resources';

/** The context key in which the CDK keeps the options of `Role.customizeRoles()`. */
const CUSTOMIZED_ROLES = '@aws-cdk/iam:customizeRoles';

const TRUST = 'change its trust policy where the role is created';

/** Props that apply to new roles only, with the advice for the error. */
const ONLY_NEW_ROLES: Partial<Record<keyof PlatformRoleProps, string>> = {
  roleName: 'an existing role keeps its name',
  path: 'an existing role keeps its path',
  description: 'describe the role where it is created',
  maxSessionDuration: 'set it where the role is created',
  permissionsBoundary: 'set it where the role is created',
  tags: 'tag the role where it is created',
  additionalPrincipals: TRUST,
};

/**
 * Fails for every option that would be dropped silently on an existing role.
 *
 * @param trustOptions options of the platform that change the trust policy, as far as they are set
 */
export function checkExistingRole(
  scope: Construct, role: iam.IRoleRef, props: PlatformRoleProps, isSet: (option: keyof PlatformRoleProps) => boolean,
  trustOptions: readonly string[],
): void {
  const onlyNew = Object.entries(ONLY_NEW_ROLES).filter(([option]) => isSet(option as keyof PlatformRoleProps));
  for (const [option, reason] of [...onlyNew, ...trustOptions.map(name => [name, TRUST])]) {
    fail(scope, `'${option}' cannot be combined with 'existingRole' (${role.node.path}): ${reason}. Remove one of them`);
  }
  const { policyPlacement, additionalManagedPolicies = [] } = props;
  if (policyPlacement !== undefined && policyPlacement !== PolicyPlacement.SEPARATE) {
    fail(
      scope,
      `'policyPlacement' must be SEPARATE together with 'existingRole', got ${format(policyPlacement)}: ` +
        'the permissions of an existing role are always in a separate policy',
    );
  }
  if (additionalManagedPolicies.length > 0 && isImported(role)) {
    fail(
      scope,
      `'additionalManagedPolicies' can't be attached to the imported role '${role.node.path}': ` +
        'attach them where the role is created',
    );
  }
  checkAccount(scope, role);
}

function checkAccount(scope: Construct, role: iam.IRoleRef): void {
  const { account } = roleInApp(role).env;
  switch (compareAccounts(scope, account)) {
    case TokenComparison.DIFFERENT:
      return fail(
        scope,
        `'existingRole' (${role.node.path}) is in account ${account}, the stack in ${Stack.of(scope).account}: a stack can ` +
          'attach policies only to roles of its own account. Create this construct in a stack of that account',
      );
    case TokenComparison.ONE_UNRESOLVED:
      if (!Token.isUnresolved(account)) {
        warn(
          scope,
          'existingRoleAccount',
          `'existingRole' (${role.node.path}) is in account ${account}, and the account of the stack is not known: ` +
            "deployed to another account, the permissions go to the role of that name there. Give the stack an 'env'",
        );
      }
  }
}

/** Attaches the document to an existing role, or fails where the CDK would silently attach nothing. */
export function attachToExistingRole(scope: Construct, role: iam.IRole, policy: iam.Policy): void {
  role.attachInlinePolicy(policy);
  const attachedTo = Stack.of(scope).resolve((policy.node.defaultChild as iam.CfnPolicy).roles) as
    unknown[] | undefined;
  if (!attachedTo?.length && !isCustomized(scope)) {
    fail(
      scope,
      `'existingRole' (${role.node.path}) accepts no policies: it was imported with 'mutable: false', created by ` +
        "'withoutPolicyUpdates()', or is in another account. Pass the role itself, or import it as mutable",
    );
  }
}

/** `Role.customizeRoles()` writes the policies of roles into a report instead of the template. */
function isCustomized(scope: Construct): boolean {
  const config = scope.node.tryGetContext(CUSTOMIZED_ROLES) as { preventSynthesis?: boolean } | undefined;
  return config !== undefined && config.preventSynthesis !== false;
}
