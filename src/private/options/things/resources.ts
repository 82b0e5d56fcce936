import { CfnResource, Reference, Tokenization } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct, IConstruct } from 'constructs';
import { Arns } from '../arns';
import { literalsOf, TOKEN } from '../literals';

/** The L1 of a construct: the construct itself, or the one that it wraps; nothing for an import. */
export function resourceOf(construct: IConstruct): CfnResource | undefined {
  const resource = CfnResource.isCfnResource(construct) ? construct : construct.node.defaultChild;
  return CfnResource.isCfnResource(resource) ? resource : undefined;
}

/** The L2 of a role: the reference itself, or the role of a construct of this library; nothing for an L1. */
export function roleL2Of(reference: iam.IRoleRef): iam.IRole | undefined {
  const { role } = reference as { readonly role?: iam.IRole };
  return [reference as iam.IRole, role].find(candidate => candidate !== undefined && 'attachInlinePolicy' in candidate);
}

/** The L2 of a role that the app creates; nothing for imports and L1s. */
export function newRoleL2Of(reference: iam.IRoleRef): iam.Role | undefined {
  const role = roleL2Of(reference);
  return role && iam.Role.isRole(role) ? role as iam.Role : undefined;
}

/**
 * The role of the app that a mutable import names by a token of its ARN or its name; any other reference as it is. The
 * import itself doesn't know the trust policy and the other policies of the role, nor its name if the role has a path.
 */
export function roleInApp(reference: iam.IRoleRef): iam.IRoleRef {
  const l2 = roleL2Of(reference);
  // Immutable roles don't keep track of attached policies: they stay as they are, so that nothing changes them.
  const resource = l2 && !iam.Role.isRole(l2) && 'attachedPolicies' in l2 ? roleNamedBy(l2) : undefined;
  return resource ? l2OrL1Of(resource) : reference;
}

/** The L2 that creates the L1 of a role, or the L1 if nothing does. */
export function l2OrL1Of(resource: iam.CfnRole): iam.IRoleRef {
  const { scope } = resource.node;
  return scope && iam.Role.isRole(scope) && resourceOf(scope) === resource ? scope as iam.Role : resource;
}

function roleNamedBy({ roleRef: { roleArn, roleName } }: iam.IRoleRef): iam.CfnRole | undefined {
  const named = referenceIn(roleArn, 'Arn') ?? referenceIn(roleName, 'Ref');
  return CfnResource.isCfnResource(named) && named.cfnResourceType === iam.CfnRole.CFN_RESOURCE_TYPE_NAME
    ? named as iam.CfnRole : undefined;
}

/** What a text refers to that is nothing else than a reference to an attribute. */
function referenceIn(text: string, attribute: string): IConstruct | undefined {
  const { length, firstToken } = Tokenization.reverseString(text);
  return length === 1 && Reference.isReference(firstToken) && firstToken.displayName === attribute
    ? firstToken.target : undefined;
}

/** The L2 of a role, imported below the scope for an L1. It has the path only if that is literal. */
export function roleOf(scope: Construct, reference: iam.IRoleRef): iam.IRole {
  const { roleName, roleArn } = reference.roleRef;
  const { path } = (resourceOf(reference) ?? {}) as Partial<iam.CfnRole>;
  const arn = literalsOf(roleArn) === TOKEN ? Arns.of(reference).role(path, roleName) : roleArn;
  return roleL2Of(reference) ?? imported(scope, reference, (...place) => iam.Role.fromRoleArn(...place, arn));
}

/** The L2 of a managed policy. */
export function managedPolicyOf(scope: Construct, reference: iam.IManagedPolicyRef): iam.IManagedPolicy {
  return 'managedPolicyArn' in reference ? reference as iam.IManagedPolicy
    : imported(scope, reference, (...place) =>
      iam.ManagedPolicy.fromManagedPolicyArn(...place, reference.managedPolicyRef.policyArn));
}

/** The import of a construct, which several options may name. Its id depends on the path of the construct alone. */
function imported<T extends IConstruct>(
  scope: Construct, { node: { addr } }: IConstruct, create: (scope: Construct, id: string) => T,
): T {
  const id = `Referenced${addr.slice(-8)}`;
  return scope.node.tryFindChild(id) as T | undefined ?? create(scope, id);
}
