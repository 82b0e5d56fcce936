import { Item, Owner } from './items';
import { documentOf } from './texts';
import { STRING } from '../../options/validators';
import { isObject, JsonObject, listOf } from '../policy-statement';

// The state of Terraform, and what `terraform show -json` prints of a state or a plan.

export function isTerraform(value: JsonObject): boolean {
  return 'terraform_version' in value && ['resources', 'values', 'planned_values'].some(key => key in value);
}

export function terraformItems(subject: string, value: JsonObject): readonly Item[] {
  return resourcesIn(value).flatMap(({ type, attributes }) => READERS[type]?.(attributes, subject) ?? []);
}

interface TerraformResource {
  readonly type: string;
  readonly attributes: JsonObject;
}

function resourcesIn({ resources, values, planned_values: planned }: JsonObject): readonly TerraformResource[] {
  const modules = [values, planned].filter(isObject).map(({ root_module: root }) => root).filter(isObject);
  return [
    ...objectsIn(resources).flatMap(({ type, instances }) =>
      objectsIn(instances).map(({ attributes }) => resourceOf(type, attributes))),
    ...modules.flatMap(resourcesOfModule),
  ];
}

function resourcesOfModule({ resources, child_modules: children }: JsonObject): readonly TerraformResource[] {
  return [
    ...objectsIn(resources).map(({ type, values }) => resourceOf(type, values)),
    ...objectsIn(children).flatMap(resourcesOfModule),
  ];
}

function resourceOf(type: unknown, attributes: unknown): TerraformResource {
  return { type: String(type), attributes: isObject(attributes) ? attributes : {} };
}

type Reader = (attributes: JsonObject, subject: string) => readonly Item[];

const UNKNOWN_POLICY = 'a managed policy that the plan does not know yet';
const OF_UNKNOWN_ROLE = 'a policy of a role that the plan does not know yet';

const READERS: Readonly<Record<string, Reader>> = {
  aws_iam_role: (role, subject) => {
    const owner = roleNamed(role.name);
    return owner === undefined ? [] : [
      { is: 'owner', owner, arn: textOrNothing(role.arn), boundary: textOrNothing(role.permissions_boundary), isWhole: true },
      { is: 'list', owner },
      ...objectsIn(role.inline_policy).flatMap(({ name, policy }) => inlineItems(owner, name, policy, subject)),
      ...textsIn(role.managed_policy_arns).map((name): Item => ({ is: 'attached', owner, name })),
    ];
  },
  aws_iam_role_policy: ({ role, name, policy }, subject) => textOrNothing(policy) === undefined || !STRING.is(role)
    ? [{ is: 'inline', owner: roleNamed(role), name: STRING.is(role) ? String(name) : OF_UNKNOWN_ROLE }]
    : inlineItems(roleNamed(role), name, policy, subject),
  aws_iam_policy: ({ arn, policy }, subject) => STRING.is(arn) && STRING.is(policy)
    ? [{ is: 'policy', arn, document: documentOf(subject, policy), isListed: true, subject }] : [],
  aws_iam_role_policy_attachment: ({ role, policy_arn: arn }) => attached(roleNamed(role), arn),
  aws_iam_role_policy_attachments_exclusive: ({ role_name: role, policy_arns: arns }) =>
    textsIn(arns).flatMap(arn => attached(roleNamed(role), arn)),
  aws_iam_policy_attachment: ({ roles, policy_arn: arn }) =>
    textsIn(roles).flatMap(role => attached(roleNamed(role), arn)),
};

function attached(owner: Owner | undefined, arn: unknown): readonly Item[] {
  return [{ is: 'attached', owner, name: textOrNothing(arn) ?? UNKNOWN_POLICY }];
}

function inlineItems(owner: Owner | undefined, name: unknown, policy: unknown, subject: string): readonly Item[] {
  return STRING.is(policy) && policy !== ''
    ? [{ is: 'document', owner, name: textOrNothing(name), document: documentOf(subject, policy), isVersion: false, subject }]
    : [];
}

function roleNamed(name: unknown): Owner | undefined {
  return STRING.is(name) ? { kind: 'role', name } : undefined;
}

function textOrNothing(value: unknown): string | undefined {
  return STRING.is(value) && value !== '' ? value : undefined;
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(STRING.is) : [];
}

function objectsIn(value: unknown): readonly JsonObject[] {
  return value === undefined || value === null ? [] : listOf(value).filter(isObject);
}
