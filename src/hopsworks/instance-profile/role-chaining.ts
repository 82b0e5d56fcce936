import { PhysicalName, Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { Arns } from '../../private/options/arns';
import { fail, warn } from '../../private/options/errors';
import { OptionReader, unique } from '../../private/options/option-reader';
import { having } from '../../private/options/validators';

const ROLE = having<iam.IRole>('roleArn', 'a role');
const ROLE_ARN = /^arn:[^:]+:iam::[^:]+:role\/./;

/** The ARNs of the roles to assume. Fails for what is no role, or more than one: an instance profile, a wildcard. */
export function rolesToAssume(read: OptionReader, roles: readonly iam.IRole[] | undefined): readonly string[] {
  const option = 'assumableRoles';
  return unique(read.optionalList(option, roles, ROLE).map(({ roleArn: arn }, index) => {
    if (/[*?]/.test(arn) || !(Token.isUnresolved(arn) || ROLE_ARN.test(arn))) {
      fail(
        read.scope,
        `'${read.pathOf(option)}[${index}]' must be one role, got '${arn}': name each by an ARN ` +
          'arn:PARTITION:iam::ACCOUNT:role/NAME without wildcards',
      );
    }
    return arn;
  }));
}

/** What the trust policies of other roles know our role by. */
export interface ChainingRole {
  readonly role: iam.IRole;
  readonly roleName?: string;
  readonly path?: string;
}

/**
 * Lets our role into the trust policies of the roles that it assumes, as far as they are of this app. A warning names
 * those whose trust policies stand elsewhere.
 */
export function letIn(scope: Construct, chaining: ChainingRole, targets: readonly iam.IRole[]): void {
  const others = targets.filter(target => {
    const trust = iam.Role.isRole(target) ? (target as iam.Role).assumeRolePolicy : undefined;
    const principal = trust && principalFor(target, scope, chaining);
    if (trust && principal) {
      trust.addStatements(new iam.PolicyStatement({ actions: ['sts:AssumeRole'], principals: [principal] }));
    }
    return !principal;
  });
  if (others.length > 0) {
    warn(
      scope,
      'assumableRoles',
      `'assumableRoles' names roles whose trust policies can't be changed from here: ${others.map(nameOf).join(', ')}. ` +
        "The role of this instance profile must stand in them as a principal, by the role's ARN, not that of the " +
        "profile; for roles in other stacks of the app a 'roleName' suffices",
    );
  }
}

/**
 * In the same stack, our role itself. A stack that ours refers to can't refer back: there the account is the principal,
 * on condition of the ARN, which a role with a name has before it exists.
 */
function principalFor(target: iam.IRole, scope: Construct, chaining: ChainingRole): iam.IPrincipal | undefined {
  const { role, roleName, path } = chaining;
  if (!iam.Role.isRole(role) || Stack.of(role) === Stack.of(target)) {
    return new iam.ArnPrincipal(role.roleArn);
  }
  if (roleName === undefined || roleName === PhysicalName.GENERATE_IF_NEEDED) {
    return undefined;
  }
  const arns = Arns.of(scope);
  return new iam.AccountPrincipal(arns.account).withConditions({
    ArnEquals: { 'aws:PrincipalArn': arns.role(path, roleName) },
  });
}

function nameOf({ node, roleArn }: iam.IRole): string {
  return Token.isUnresolved(roleArn) ? node.path : roleArn;
}
