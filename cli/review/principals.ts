import { AssemblyStack, Resource } from '../assembly/assembly';
import { Json, listOf } from '../assembly/json';
import { alternativesOf, Text, textOf } from '../statements/text';

/** The kinds of principals, by the type of their resource. */
export const PRINCIPALS = {
  'AWS::IAM::Role': 'role',
  'AWS::IAM::User': 'user',
  'AWS::IAM::Group': 'group',
  // IAM Identity Center makes a role of it in each account.
  'AWS::SSO::PermissionSet': 'role',
} as const;

export type PrincipalType = keyof typeof PRINCIPALS;

export function isPrincipal({ type }: Resource): boolean {
  return Object.hasOwn(PRINCIPALS, type);
}

/** The principals of a stack, by what policies name them with. */
export class Principals {
  private readonly byId: ReadonlyMap<string, Resource>;
  private readonly byName: ReadonlyMap<string, Resource>;
  private readonly lists = new Map<string, string[]>();

  constructor({ resources }: AssemblyStack) {
    const principals = resources.filter(isPrincipal);
    this.byId = new Map(principals.map(principal => [principal.logicalId, principal]));
    this.byName = new Map(principals.flatMap(principal => {
      const name = physicalName(principal);
      return name === undefined ? [] : [[`${principal.type} ${textOf(name).text}`, principal] as const];
    }));
    principals.forEach(principal => new Set(managedPoliciesOf(principal).flatMap(({ references }) => references))
      .forEach(policy => this.lists.set(policy, [...this.listing(policy), principal.logicalId])));
  }

  /** The principal by reference, or by its name. */
  public find({ text, references }: Text, type: string): Resource | undefined {
    const found = references.map(id => this.byId.get(id)).find(principal => principal?.type === type);
    return found ?? this.byName.get(`${type} ${text}`);
  }

  /** The logical ids of the principals that list a managed policy of the stack. */
  public listing(policy: string): readonly string[] {
    return this.lists.get(policy) ?? [];
  }
}

/** The physical name, if the template chooses it. */
export function physicalName({ properties: { RoleName, UserName, GroupName } }: Resource): Json {
  return RoleName ?? UserName ?? GroupName;
}

/** A managed policy that a principal lists, and the condition of CloudFormation under which it does. */
export type Listed = Text & { readonly onlyIf?: string };

/** The managed policies that a principal lists. */
export function managedPoliciesOf({ properties }: Resource): readonly Listed[] {
  return alternativesOf(properties.ManagedPolicyArns).map(({ value, onlyIf }) => ({ ...textOf(value), onlyIf }));
}

/** The longest session of a role, unless it is that of every role: `PT8H` of a permission set, and seconds. */
export function maxSessionOf({ properties: { MaxSessionDuration: given } }: Resource): number | string | undefined {
  if (given === undefined) {
    return undefined;
  }
  const { text } = textOf(given);
  const [, hours = 0, minutes = 0, seconds = 0] = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text) ?? [];
  const duration = text.startsWith('PT') ? 3600 * Number(hours) + 60 * Number(minutes) + Number(seconds) : Number(text);
  return Number.isNaN(duration) || duration === 0 ? text : duration === DEFAULT_SESSION ? undefined : duration;
}

/** An hour. */
export const DEFAULT_SESSION = 3600;

/** The documents of a principal that say who may assume it. */
export function trustOf({ properties: { AssumeRolePolicyDocument: document } }: Resource): readonly Json[] {
  return listOf(document);
}
