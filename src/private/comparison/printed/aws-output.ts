import { Item, Owner } from './items';
import { isTerraform, terraformItems } from './terraform';
import { documentOf, noDocument, parsed } from './texts';
import { isObject, isString } from '../../options/kinds';
import { formatJson, reject } from '../../options/plain-errors';
import { JsonObject, listOf, objectsIn } from '../policy-statement';

/** What a text says: policy documents, what the AWS CLI and the SDKs print, and the state of Terraform. */
export function itemsIn(subject: string, text: string): readonly Item[] {
  return itemsOf(subject, parsed(subject, text));
}

function itemsOf(subject: string, value: unknown): readonly Item[] {
  if (Array.isArray(value)) {
    return value.flatMap(element => itemsOf(subject, element));
  }
  if (isString(value)) {
    return itemsOf(subject, parsed(subject, value));
  }
  if (!isObject(value)) {
    return noDocument(subject, value);
  }
  if (value.IsTruncated === true || isString(value.NextToken)) {
    reject(`${subject} is the first page of a longer output: print all of it, without '--max-items'`);
  }
  return isTerraform(value) ? terraformItems(subject, value)
    : (SHAPES.find(({ keys }) => keys.every(key => key in value)) ?? UNKNOWN_SHAPE).items(subject, value);
}

/** An output by the keys that only it has. */
interface Shape {
  readonly keys: readonly string[];
  readonly items: (subject: string, value: JsonObject) => readonly Item[];
}

const UNKNOWN_SHAPE: Shape = { keys: [], items: noDocument };
const NOTHING = (): readonly Item[] => [];

const SHAPES: readonly Shape[] = [
  { keys: ['Statement'], items: (subject, document) => [{ is: 'document', document, isVersion: false, subject }] },
  // get-account-authorization-details
  { keys: ['RoleDetailList'], items: accountItems },
  { keys: ['UserDetailList'], items: accountItems },
  { keys: ['GroupDetailList'], items: accountItems },
  { keys: ['Policies'], items: (subject, { Policies }) => listOf(Policies).flatMap(policy => policyItems(subject, policy, true)) },
  // One role, user, group or policy of it
  { keys: ['RoleName', 'RolePolicyList'], items: roleItems },
  { keys: ['UserName', 'GroupList'], items: (subject, user) => userItems(subject, user, []) },
  { keys: ['GroupName', 'GroupPolicyList'], items: groupItems },
  { keys: ['PolicyVersionList'], items: (subject, policy) => policyItems(subject, policy, false) },
  // get-role-policy, get-user-policy, get-group-policy
  {
    keys: ['PolicyDocument'],
    items: (subject, value) => [inlineItem(subject, ownerOf(value), value)],
  },
  // get-policy-version
  { keys: ['PolicyVersion'], items: (subject, { PolicyVersion }) => itemsOf(subject, PolicyVersion) },
  { keys: ['Document', 'IsDefaultVersion'], items: versionItems },
  { keys: ['Document'], items: (subject, { Document }) => itemsOf(subject, Document) },
  // get-role
  { keys: ['Role'], items: (subject, { Role }) => itemsOf(subject, Role) },
  { keys: ['RoleName', 'AssumeRolePolicyDocument'], items: (_, role) => [ownerItem(role, false)] },
  // list-attached-role-policies, list-role-policies
  { keys: ['AttachedPolicies'], items: (_, { AttachedPolicies }) => [{ is: 'list' }, ...attachedItems(AttachedPolicies)] },
  {
    keys: ['PolicyNames'],
    items: (_, { PolicyNames }) => listOf(PolicyNames).map(name => ({ is: 'inline', name: String(name) })),
  },
  // get-policy, list-policy-versions, get-instance-profile: without documents
  ...['Policy', 'Versions', 'InstanceProfile'].map(key => ({ keys: [key], items: NOTHING })),
];

/** The policies of the account count only if they are attached. */
function accountItems(subject: string, value: JsonObject): readonly Item[] {
  const [roles, users, groups, policies] = ['RoleDetailList', 'UserDetailList', 'GroupDetailList', 'Policies']
    .map(key => objectsIn(value[key]));
  return [
    ...policies.flatMap(policy => policyItems(subject, policy, true)),
    ...roles.flatMap(role => roleItems(subject, role)),
    ...users.flatMap(user => userItems(subject, user, groups)),
    ...groups.flatMap(group => groupItems(subject, group)),
  ];
}

function ownerOf({ RoleName, UserName, GroupName }: JsonObject): Owner | undefined {
  return isString(RoleName) ? { kind: 'role', name: RoleName }
    : isString(UserName) ? { kind: 'user', name: UserName }
      : isString(GroupName) ? { kind: 'group', name: GroupName } : undefined;
}

function ownerItem(value: JsonObject, isWhole: boolean): Item {
  const { Arn, PermissionsBoundary } = value;
  const boundary = isObject(PermissionsBoundary) ? PermissionsBoundary.PermissionsBoundaryArn : undefined;
  return {
    is: 'owner',
    owner: ownerOf(value)!,
    arn: isString(Arn) ? Arn : undefined,
    boundary: isString(boundary) ? boundary : undefined,
    isWhole,
  };
}

function roleItems(subject: string, role: JsonObject): readonly Item[] {
  return [ownerItem(role, true), ...policiesOfOwner(subject, ownerOf(role), role, 'RolePolicyList')];
}

function groupItems(subject: string, group: JsonObject): readonly Item[] {
  return [ownerItem(group, true), ...policiesOfOwner(subject, ownerOf(group), group, 'GroupPolicyList')];
}

/** A user has the policies of its groups, too. */
function userItems(subject: string, user: JsonObject, groups: readonly JsonObject[]): readonly Item[] {
  const owner = ownerOf(user);
  const names = objectsOrTexts(user.GroupList);
  const printed = groups.filter(({ GroupName }) => names.includes(String(GroupName)));
  return [
    ownerItem(user, true),
    ...policiesOfOwner(subject, owner, user, 'UserPolicyList'),
    ...printed.flatMap(group => policiesOfOwner(subject, owner, group, 'GroupPolicyList')),
    ...names.filter(name => !printed.some(({ GroupName }) => GroupName === name))
      .map((name): Item => ({ is: 'inline', owner, name: `the policies of the group ${name}` })),
  ];
}

function objectsOrTexts(value: unknown): readonly string[] {
  return value === undefined ? [] : listOf(value).map(String);
}

function policiesOfOwner(
  subject: string, owner: Owner | undefined, value: JsonObject, inline: string,
): readonly Item[] {
  return [
    { is: 'list', owner },
    ...objectsIn(value[inline]).map(policy => inlineItem(subject, owner, policy)),
    ...attachedItems(value.AttachedManagedPolicies, owner),
  ];
}

function inlineItem(subject: string, owner: Owner | undefined, { PolicyName, PolicyDocument }: JsonObject): Item {
  return {
    is: 'document',
    owner,
    name: isString(PolicyName) ? PolicyName : undefined,
    document: documentOf(subject, PolicyDocument),
    isVersion: false,
    subject,
  };
}

function attachedItems(attached: unknown, owner?: Owner): readonly Item[] {
  return objectsIn(attached).map(({ PolicyArn }) => ({ is: 'attached', owner, name: String(PolicyArn) }));
}

function policyItems(subject: string, policy: unknown, isListed: boolean): readonly Item[] {
  if (!isObject(policy)) {
    return noDocument(subject, policy);
  }
  const { Arn, PolicyVersionList } = policy;
  const version = objectsIn(PolicyVersionList).find(({ IsDefaultVersion }) => IsDefaultVersion === true);
  return version?.Document === undefined ? []
    : isString(Arn) ? [{ is: 'policy', arn: Arn, document: documentOf(subject, version.Document), isListed, subject }]
      : isListed ? [] : [{ is: 'document', document: documentOf(subject, version.Document), isVersion: true, subject }];
}

function versionItems(subject: string, { Document, IsDefaultVersion, VersionId }: JsonObject): readonly Item[] {
  if (IsDefaultVersion === false) {
    reject(
      `${subject} is the version ${formatJson(VersionId)} of a policy, which is not the default: no role has its permissions. ` +
        "Print the default version, or pass the 'Document' alone to compare this one",
    );
  }
  return [{ is: 'document', document: documentOf(subject, Document), isVersion: true, subject }];
}
