import { Item, Owner } from './items';
import { documentOf } from './texts';
import { isObject, isString } from '../../options/kinds';
import { JsonObject, listOf, objectsIn } from '../policy-statement';

// The state of Terraform, and what `terraform show -json` prints of a state or a plan.

export function isTerraform(value: JsonObject): boolean {
  return 'terraform_version' in value && ['resources', 'values', 'planned_values'].some(key => key in value);
}

export function terraformItems(subject: string, value: JsonObject): readonly Item[] {
  return resourcesIn(value).flatMap(({ kind, attributes }) => READERS[kind]?.(attributes, subject) ?? []);
}

interface TerraformResource {
  /** The type, after `data.` for what Terraform only reads. */
  readonly kind: string;
  readonly attributes: JsonObject;
}

function resourcesIn({ resources, values, planned_values: planned }: JsonObject): readonly TerraformResource[] {
  return [
    ...objectsIn(resources).flatMap(resource =>
      objectsIn(resource.instances).filter(({ deposed }) => !isText(deposed))
        .map(({ attributes }) => resourceOf(resource, attributes))),
    ...objectsIn(values).flatMap(({ root_module: root }) => objectsIn(root).flatMap(resourcesOfModule)),
    ...objectsIn(planned).flatMap(({ root_module: root }) => objectsIn(root).flatMap(resourcesOfModule)).map(asPlanned),
  ];
}

function resourcesOfModule({ resources, child_modules: children }: JsonObject): readonly TerraformResource[] {
  return [
    ...objectsIn(resources).filter(({ deposed_key: deposed }) => !isText(deposed))
      .map(resource => resourceOf(resource, resource.values)),
    ...objectsIn(children).flatMap(resourcesOfModule),
  ];
}

function resourceOf({ mode, type }: JsonObject, attributes: unknown): TerraformResource {
  return { kind: `${mode === 'data' ? 'data.' : ''}${String(type)}`, attributes: isObject(attributes) ? attributes : {} };
}

/** A plan leaves out what it does not know yet. An option that is not set is null. */
function asPlanned({ kind, attributes }: TerraformResource): TerraformResource {
  return { kind, attributes: { permissions_boundary: UNKNOWN_BOUNDARY, ...attributes } };
}

type Reader = (attributes: JsonObject, subject: string) => readonly Item[];

const UNKNOWN_BOUNDARY = 'a permissions boundary that the plan does not know yet';
const UNKNOWN_POLICY = 'a managed policy that the plan does not know yet';
const OF_UNKNOWN_ROLE = 'a policy of a role that the plan does not know yet';

const READERS: Readonly<Record<string, Reader>> = {
  'aws_iam_role': (role, subject) => {
    const owner = roleNamed(role.name);
    return owner === undefined ? [] : [
      ...ownerItems(role, true),
      { is: 'list', owner },
      ...objectsIn(role.inline_policy).flatMap(({ name, policy }) => inlineItems(owner, name, policy, subject)),
      ...textsIn(role.managed_policy_arns).map((name): Item => ({ is: 'attached', owner, name })),
    ];
  },
  // It says nothing about the policies of the role.
  'data.aws_iam_role': role => ownerItems(role, false),
  'data.aws_iam_policy': policyItems,
  'aws_iam_policy': policyItems,
  'aws_iam_role_policy': ({ role, name, policy }, subject) => textOrNothing(policy) === undefined || !isString(role)
    ? [{ is: 'inline', owner: roleNamed(role), name: isString(role) ? String(name) : OF_UNKNOWN_ROLE }]
    : inlineItems(roleNamed(role), name, policy, subject),
  'aws_iam_role_policy_attachment': ({ role, policy_arn: arn }) => attached(roleNamed(role), arn),
  'aws_iam_role_policy_attachments_exclusive': ({ role_name: role, policy_arns: arns }) =>
    elementsOf(arns).flatMap(arn => attached(roleNamed(role), arn)),
  'aws_iam_policy_attachment': ({ roles, policy_arn: arn }) =>
    elementsOf(roles).flatMap(role => attached(roleNamed(role), arn)),
};

function ownerItems(role: JsonObject, isWhole: boolean): readonly Item[] {
  const owner = roleNamed(role.name);
  return owner === undefined ? []
    : [{ is: 'owner', owner, arn: textOrNothing(role.arn), boundary: textOrNothing(role.permissions_boundary), isWhole }];
}

function policyItems({ arn, policy }: JsonObject, subject: string): readonly Item[] {
  return isString(arn) && isString(policy)
    ? [{ is: 'policy', arn, document: documentOf(subject, policy), isListed: true, subject }] : [];
}

/** What is attached to an unknown role may be attached to any. */
function attached(owner: Owner | undefined, arn: unknown): readonly Item[] {
  return owner === undefined ? [{ is: 'inline', name: OF_UNKNOWN_ROLE }]
    : [{ is: 'attached', owner, name: textOrNothing(arn) ?? UNKNOWN_POLICY }];
}

function inlineItems(owner: Owner | undefined, name: unknown, policy: unknown, subject: string): readonly Item[] {
  return isString(policy) && policy !== ''
    ? [{ is: 'document', owner, name: textOrNothing(name), document: documentOf(subject, policy), isVersion: false, subject }]
    : [];
}

function roleNamed(name: unknown): Owner | undefined {
  return isString(name) ? { kind: 'role', name } : undefined;
}

function textOrNothing(value: unknown): string | undefined {
  return isString(value) && value !== '' ? value : undefined;
}

function isText(value: unknown): boolean {
  return textOrNothing(value) !== undefined;
}

/** The elements of a list. A list that the plan does not know yet may have one. */
function elementsOf(value: unknown): readonly unknown[] {
  return value === null ? [] : listOf(value);
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(isString) : [];
}
