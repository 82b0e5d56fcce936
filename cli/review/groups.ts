import { ConstructSummary, SubjectKind } from './model';
import { isPolicy, Policy, policiesOf } from './policies';
import { isPrincipal, PRINCIPALS, Principals, PrincipalType } from './principals';
import { Assembly, Resource } from '../assembly/assembly';
import { constructAround, ConstructInfo } from '../assembly/constructs';
import { Json } from '../assembly/json';
import { StackNames } from '../statements/stack-names';
import { alternativesOf, Text, textOf } from '../statements/text';

/** The class names of this library in the construct tree. */
const OF_LIBRARY = /^cdk-platform-iam\.(\w+)$/;

/** A principal as the template names it, and its resource if it is in the app. */
export interface Named {
  readonly text: string;
  readonly resource?: Resource;
}

/** The resources of a subject of the review. */
export interface Group {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly names: StackNames;
  /** The role, user or group. */
  readonly principal?: Resource;
  readonly resources: readonly Resource[];
  readonly policies: readonly Policy[];
  /** Policies of the stack that the principal has, and that another subject shows. */
  readonly elsewhere: readonly Policy[];
  /** Others that have the policies of the subject. */
  readonly holders: readonly Named[];
  /** The groups of a user. */
  readonly memberOf: readonly Named[];
  readonly construct?: Pick<ConstructSummary, 'name' | 'version'>;
}

/** The subjects of a stack: constructs of this library, other principals, and policies that no principal has. */
export function groupsIn(names: StackNames, { tree }: Pick<Assembly, 'tree'>): readonly Group[] {
  const { resources } = names.stack;
  const principals = new Principals(names.stack);
  const policies = policiesOf(names, principals);
  const ownerOf: OwnerOf = ({ path = '' }) => constructAround(tree, path, ({ className }) => OF_LIBRARY.test(className));
  const policiesBy = new Policies(policies, ownerOf);
  const groups = new Map<string, Mutable>();
  resources.filter(found => isPrincipal(found) || isPolicy(found))
    .map(resource => ({ resource, owner: ownerOf(resource) }))
    .filter(({ resource, owner }) => owner || isPrincipal(resource) || !policiesBy.isShownElsewhere(resource))
    .forEach(({ resource, owner }) => {
      // A construct of the app may create roles of its own in one of this library.
      const isSecond = isPrincipal(resource) && groups.get(owner?.path ?? '')?.resources.some(isPrincipal);
      const { path, info } = isSecond || !owner ? { path: idOf(resource, names), info: undefined } : owner;
      const group = groups.get(path) ?? { id: path, names, resources: [], construct: info && summaryOf(info) };
      group.resources.push(resource);
      groups.set(path, group);
    });
  const stack = {
    policies: policiesBy,
    profiles: profilesOf(names, principals),
    memberships: membershipsOf(names, principals),
    members: membersOf(names, principals),
  };
  return [...groups.values()].map(group => complete(group, stack));
}

type OwnerOf = (resource: Resource) => { readonly path: string; readonly info: ConstructInfo } | undefined;

interface Mutable extends Pick<Group, 'id' | 'names' | 'construct'> {
  readonly resources: Resource[];
}

/** The policies of a stack, by the resource that holds them and by the principal that has them. */
class Policies {
  private readonly byResource: ReadonlyMap<Resource, readonly Policy[]>;
  private readonly byOwner: ReadonlyMap<string, readonly Policy[]>;
  private readonly order: ReadonlyMap<Policy, number>;

  constructor(policies: readonly Policy[], private readonly ownerOf: OwnerOf) {
    this.byResource = collected(policies.map(policy => [policy.resource, policy]));
    this.byOwner = collected(policies.flatMap(policy => policy.owners.map(owner => [owner, policy])));
    this.order = new Map(policies.map((policy, index) => [policy, index]));
  }

  /** Whether all principals of a policy are in the stack, and show its statements. */
  public isShownElsewhere(resource: Resource): boolean {
    return this.in(resource).every(({ owners, others }) => owners.length > 0 && others.length === 0);
  }

  public in(resource: Resource): readonly Policy[] {
    return this.byResource.get(resource) ?? [];
  }

  /** The policies whose statements a subject shows, in the order of the template, and others that its principal has. */
  public of(resources: readonly Resource[], principal: Resource | undefined): Pick<Group, 'policies' | 'elsewhere'> {
    const all = principal ? this.byOwner.get(principal.logicalId) ?? [] : [];
    const isShown = ({ resource }: Policy) => resources.includes(resource) || this.ownerOf(resource) === undefined;
    const policies = new Set([...resources.flatMap(resource => this.in(resource)), ...all.filter(isShown)]);
    return {
      policies: [...policies].sort((one, other) => this.order.get(one)! - this.order.get(other)!),
      elsewhere: all.filter(policy => !policies.has(policy)),
    };
  }
}

interface OfStack {
  readonly policies: Policies;
  /** Instance profiles, by the logical id of their role. */
  readonly profiles: ReadonlyMap<string, readonly Resource[]>;
  /** The groups of users, by the logical id of the user. */
  readonly memberships: ReadonlyMap<string, readonly Named[]>;
  /** The users of groups, by the logical id of the group. */
  readonly members: ReadonlyMap<string, readonly Named[]>;
}

function complete(group: Mutable, stack: OfStack): Group {
  const principal = group.resources.find(isPrincipal);
  const { policies, elsewhere } = stack.policies.of(group.resources, principal);
  return {
    ...group,
    kind: principal ? PRINCIPALS[principal.type as PrincipalType] : 'policy',
    principal,
    policies,
    elsewhere,
    holders: [
      ...policies.filter(({ resource }) => group.resources.includes(resource))
        .flatMap(policy => holdersOf(policy, group.names))
        .filter(({ resource }) => !resource || resource !== principal),
      ...stack.members.get(principal?.logicalId ?? '') ?? [],
    ],
    memberOf: stack.memberships.get(principal?.logicalId ?? '') ?? [],
    resources: [...new Set([
      ...(principal ? [principal] : []), ...group.resources, ...policies.map(({ resource }) => resource),
      ...stack.profiles.get(principal?.logicalId ?? '') ?? [],
    ])],
  };
}

function holdersOf({ owners, others }: Policy, names: StackNames): readonly Named[] {
  return [...owners.map(text => ({ text, resource: names.own(text) })), ...others.map(text => named(text, names))];
}

/** A principal of another stack, or a name. */
function named({ text, references }: Text, names: StackNames): Named {
  const resource = references.map(reference => names.resource(reference)).find(found => found && isPrincipal(found));
  return { text, ...(resource && { resource }) };
}

function profilesOf({ stack }: StackNames, principals: Principals): OfStack['profiles'] {
  return collected(stack.resources.filter(({ type }) => type === 'AWS::IAM::InstanceProfile').flatMap(profile =>
    alternativesOf(profile.properties.Roles).flatMap(({ value }) => {
      const role = principals.find(textOf(value), 'AWS::IAM::Role');
      return role ? [[role.logicalId, profile] as const] : [];
    })));
}

/** The groups that users list, and those to which the stack adds them. */
function membershipsOf(names: StackNames, principals: Principals): OfStack['memberships'] {
  const groupOf = (value: Json): Named => {
    const text = textOf(value);
    return { ...named(text, names), resource: principals.find(text, 'AWS::IAM::Group') };
  };
  return collected(names.stack.resources.flatMap(({ type, logicalId, properties: { Groups, GroupName, Users } }) => (
    type === 'AWS::IAM::User' ? alternativesOf(Groups).map(({ value }) => [logicalId, groupOf(value)] as const)
      : type !== 'AWS::IAM::UserToGroupAddition' ? [] : alternativesOf(Users).flatMap(({ value }) => {
        const user = principals.find(textOf(value), 'AWS::IAM::User');
        return user ? [[user.logicalId, groupOf(GroupName)] as const] : [];
      }))));
}

/** The users of each group of the stack, also those that are not in the app. */
function membersOf(names: StackNames, principals: Principals): OfStack['members'] {
  const inGroup = (group: Json, user: Named): readonly (readonly [string, Named])[] => {
    const found = principals.find(textOf(group), 'AWS::IAM::Group');
    return found ? [[found.logicalId, user]] : [];
  };
  const userOf = (value: Json): Named => {
    const text = textOf(value);
    return { ...named(text, names), resource: principals.find(text, 'AWS::IAM::User') };
  };
  return collected(names.stack.resources.flatMap(resource => {
    const { type, logicalId: text, properties: { Groups, GroupName, Users } } = resource;
    return type === 'AWS::IAM::User' ? alternativesOf(Groups).flatMap(({ value }) => inGroup(value, { text, resource }))
      : type !== 'AWS::IAM::UserToGroupAddition' ? []
        : alternativesOf(Users).flatMap(({ value }) => inGroup(GroupName, userOf(value)));
  }));
}

function collected<K, T>(entries: readonly (readonly [key: K, value: T])[]): ReadonlyMap<K, readonly T[]> {
  const found = new Map<K, T[]>();
  entries.forEach(([key, value]) => {
    const values = found.get(key) ?? [];
    values.push(value);
    found.set(key, values);
  });
  return found;
}

/** The path, or the logical id in an app without paths. */
function idOf({ logicalId, path }: Resource, { stack }: StackNames): string {
  return path?.replace(/\/(?:Resource|Default)$/, '') ?? `${stack.name}.${logicalId}`;
}

function summaryOf({ className, version }: ConstructInfo): Group['construct'] {
  return { name: OF_LIBRARY.exec(className)![1], version };
}
