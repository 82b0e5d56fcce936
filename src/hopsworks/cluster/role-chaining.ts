import { PhysicalName, Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { PlatformRoleProps } from '../../common/platform-role-props';
import { Arns } from '../../private/options/arns';
import { warn } from '../../private/options/errors';
import { newRoleL2Of } from '../../private/options/things/resources';
import { PolicyFeature, Source, whenPresent } from '../../private/statements/documented-statement';
import { onlyTagsOfPods, SessionTags } from '../../private/statements/shared/pods';
import { SOURCES } from '../sources';

/** How a role assumes those of projects. */
export interface Chaining {
  readonly source: Source;
  /**
   * What is known of the tags that its sessions pass on, and the assumed roles must accept.
   *
   * @default - its sessions have no tags to pass on
   */
  readonly tags?: SessionTags;
}

interface ChainingProps extends PlatformRoleProps {
  /** @default - it assumes no roles */
  readonly assumableRoles?: iam.IRoleRef[];
}

/** Grants assuming the roles of projects. */
export function assumableRolesFeature(roles: readonly string[], { source, tags }: Chaining): PolicyFeature {
  return {
    name: 'AssumableRoles',
    statements: whenPresent(roles, resources => [
      { sid: 'AssumableRolesAssume', source, actions: ['sts:AssumeRole'], resources },
      ...whenPresent(tags, known => ({
        sid: 'AssumableRolesPassTags',
        source: SOURCES.sessionTags,
        note: 'added: the page of role chaining has no EKS Pod Identity, whose tags are passed on to the assumed roles; ' +
          'no tags of other names, and no others of the cluster, the namespace and the service account that are known',
        actions: ['sts:TagSession'],
        resources,
        conditions: onlyTagsOfPods(known),
      })),
    ]),
    isSeparate: true,
  };
}

/**
 * Adds our role to the trust policies of the roles that it assumes, if these are in the app. A warning lists the roles
 * whose trust policies are outside of the app.
 */
export function addToTrustPolicies(
  scope: Construct, role: iam.IRoleRef, props: ChainingProps, { tags }: Pick<Chaining, 'tags'>,
): void {
  const others = (props.assumableRoles ?? []).filter(target => {
    const trust = newRoleL2Of(target)?.assumeRolePolicy;
    const principal = trust && principalFor(scope, target, role, props);
    if (trust && principal) {
      const isHere = Stack.of(target) === Stack.of(scope);
      trust.addStatements(...trustStatements(principal, isHere ? tags : tags && withoutReferences(tags)));
    }
    return !principal;
  });
  if (others.length > 0) {
    warn(
      scope,
      'assumableRoles',
      `'assumableRoles' has roles whose trust policies can't be changed from here: ${others.map(nameOf).join(', ')}. ` +
        `Add this role to them as a principal, for ${tags ? 'sts:AssumeRole and sts:TagSession' : 'sts:AssumeRole'}, ` +
        "by the ARN of the role itself; for roles in other stacks of the app a 'roleName' suffices",
    );
  }
}

/** In the same account, a trust policy that names a role suffices: it has the same conditions on tags as our policy. */
function trustStatements(principal: iam.IPrincipal, tags: SessionTags | undefined): readonly iam.PolicyStatement[] {
  const principals = [principal];
  return [
    new iam.PolicyStatement({ actions: ['sts:AssumeRole'], principals }),
    ...tags ? [new iam.PolicyStatement({ actions: ['sts:TagSession'], principals, conditions: onlyTagsOfPods(tags) })] : [],
  ];
}

/** A stack that ours refers to can't refer back to a cluster whose name is a token. */
function withoutReferences({ 'eks-cluster-arn': arn, 'eks-cluster-name': name, ...others }: SessionTags): SessionTags {
  return Token.isUnresolved(name) ? others : { 'eks-cluster-arn': arn, 'eks-cluster-name': name, ...others };
}

/**
 * Returns our role itself in the same stack. A stack that ours refers to can't refer back: there the principal is the
 * account, with a condition on the ARN, which is known in advance for a role with a name.
 */
function principalFor(
  scope: Construct, target: iam.IRoleRef, role: iam.IRoleRef, { roleName, path }: ChainingProps,
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
