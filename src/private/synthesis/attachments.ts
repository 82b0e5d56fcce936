import { CfnElement, CfnResource, Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';
import { referencedElements } from './references';
import { resourceOf } from '../options/things/resources';

/** A role, user or group that policies are attached to. */
export type Identity = iam.IRoleRef | iam.IUserRef | iam.IGroupRef;

type AttachedPolicy = iam.CfnPolicy | iam.CfnManagedPolicy;

/** The properties of policies that list identities. */
const LISTS = ['roles', 'users', 'groups'] as const;
type List = (typeof LISTS)[number];

/** The policies of a type that list roles, users or groups, by these identities. */
export class Attachments<T extends AttachedPolicy> {
  private readonly byElement = new Map<CfnElement, T[]>();
  /** By `LIST NAME`, such as `roles worker`, where the name is literal. */
  private readonly byName = new Map<string, T[]>();

  public add(policy: T): void {
    for (const list of LISTS) {
      const identities = policy[list];
      if (identities === undefined) {
        continue;
      }
      referencedElements(policy, identities).forEach(element => push(this.byElement, element, policy));
      const names = (policy.stack.resolve(identities) as unknown[] | undefined) ?? [];
      names.forEach(name => typeof name === 'string' && push(this.byName, `${list} ${name}`, policy));
    }
  }

  public to(identity: Identity): readonly T[] {
    const resource = resourceOf(identity);
    return [...(resource && this.byElement.get(resource)) ?? [], ...this.toNameOf(identity)];
  }

  /** The same name in another account is another identity: compares accounts, too. */
  private toNameOf(identity: Identity): readonly T[] {
    if (this.byName.size === 0) {
      return []; // The CDK creates a token each time that the name of a role is read.
    }
    const stack = Stack.of(identity);
    return namesOf(identity)
      .flatMap(name => this.byName.get(name) ?? [])
      .filter(policy => policy.stack === stack || isSameAccount(policy.stack.account, stack.account));
  }
}

/** All policies under the root. */
export function findAttachments(root: IConstruct) {
  const policies = new Attachments<iam.CfnPolicy>();
  const managedPolicies = new Attachments<iam.CfnManagedPolicy>();
  for (const resource of root.node.findAll().filter(construct => CfnResource.isCfnResource(construct))) {
    if (isPolicy(resource)) {
      policies.add(resource);
    } else if (isManagedPolicy(resource)) {
      managedPolicies.add(resource);
    }
  }
  return { policies, managedPolicies };
}

function push<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}

/** The names of the construct and of its resource: that of the construct is a token. */
function namesOf(identity: Identity): readonly string[] {
  const named = (list: List, property: 'roleName' | 'userName' | 'groupName', name: string) => {
    const ofResource = (resourceOf(identity) as { [property]?: string } | undefined)?.[property];
    return [...new Set([ofResource, name])].filter(text => text !== undefined).map(text => `${list} ${text}`);
  };
  if ('roleRef' in identity) {
    return named('roles', 'roleName', identity.roleRef.roleName);
  }
  return 'userRef' in identity
    ? named('users', 'userName', identity.userRef.userName)
    : named('groups', 'groupName', identity.groupRef.groupName);
}

export function isSameAccount(one: string, other: string): boolean {
  return one === other && !Token.isUnresolved(one);
}

// By type name: resources of a CfnInclude, or of another copy of the CDK, have other classes.
function isPolicy(resource: CfnResource): resource is iam.CfnPolicy {
  return resource.cfnResourceType === iam.CfnPolicy.CFN_RESOURCE_TYPE_NAME;
}

function isManagedPolicy(resource: CfnResource): resource is iam.CfnManagedPolicy {
  return resource.cfnResourceType === iam.CfnManagedPolicy.CFN_RESOURCE_TYPE_NAME;
}
