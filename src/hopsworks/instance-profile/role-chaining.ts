import { PhysicalName, Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { HopsworksInstanceProfileProps } from './props';
import { Arns } from '../../private/options/arns';
import { warn } from '../../private/options/errors';
import { newRoleL2Of } from '../../private/options/things/resources';

/**
 * Adds our role to the trust policies of the roles that it assumes, if these are in the app. A warning lists the roles
 * whose trust policies are outside of the app.
 */
export function addToTrustPolicies(scope: Construct, role: iam.IRoleRef, props: HopsworksInstanceProfileProps): void {
  const others = (props.assumableRoles ?? []).filter(target => {
    const trust = newRoleL2Of(target)?.assumeRolePolicy;
    const principal = trust && principalFor(scope, target, role, props);
    if (trust && principal) {
      trust.addStatements(new iam.PolicyStatement({ actions: ['sts:AssumeRole'], principals: [principal] }));
    }
    return !principal;
  });
  if (others.length > 0) {
    warn(
      scope,
      'assumableRoles',
      `'assumableRoles' has roles whose trust policies can't be changed from here: ${others.map(nameOf).join(', ')}. ` +
        'Add the role of this instance profile to them as a principal, by the ARN of the role, not that of the ' +
        "profile; for roles in other stacks of the app a 'roleName' suffices",
    );
  }
}

/**
 * Returns our role itself in the same stack. A stack that ours refers to can't refer back: there the principal is the
 * account, with a condition on the ARN, which is known in advance for a role with a name.
 */
function principalFor(
  scope: Construct, target: iam.IRoleRef, role: iam.IRoleRef, { roleName, path }: HopsworksInstanceProfileProps,
): iam.IPrincipal | undefined {
  if (!newRoleL2Of(role) || Stack.of(role) === Stack.of(target)) {
    return new iam.ArnPrincipal(role.roleRef.roleArn);
  }
  if (roleName === undefined || roleName === PhysicalName.GENERATE_IF_NEEDED) {
    return undefined;
  }
  const arns = Arns.of(scope);
  return new iam.AccountPrincipal(arns.account).withConditions({
    ArnEquals: { 'aws:PrincipalArn': arns.role(path, roleName) },
  });
}

function nameOf({ node, roleRef: { roleArn } }: iam.IRoleRef): string {
  return Token.isUnresolved(roleArn) ? node.path : roleArn;
}
