import { isPrincipal, Principals } from './principals';
import { Resource } from '../assembly/assembly';
import { Json, objectOf, stringOf } from '../assembly/json';
import { StackNames } from '../statements/stack-names';
import { alternativesOf, Text, textOf } from '../statements/text';

/** A policy of a template, with the principals that have it. */
export interface Policy {
  readonly resource: Resource;
  readonly name: string;
  readonly document: Json;
  readonly kind: 'inline' | 'managed';
  /** The condition of CloudFormation under which it exists. */
  readonly onlyIf?: string;
  /** The logical ids of principals of the stack. */
  readonly owners: readonly string[];
  /** Other principals, as the template names them. */
  readonly others: readonly Text[];
}

/** Properties with which a policy names its principals, and the type of these. */
const OF_POLICY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'AWS::IAM::Policy': { Roles: 'AWS::IAM::Role', Users: 'AWS::IAM::User', Groups: 'AWS::IAM::Group' },
  'AWS::IAM::ManagedPolicy': { Roles: 'AWS::IAM::Role', Users: 'AWS::IAM::User', Groups: 'AWS::IAM::Group' },
  'AWS::IAM::RolePolicy': { RoleName: 'AWS::IAM::Role' },
  'AWS::IAM::UserPolicy': { UserName: 'AWS::IAM::User' },
  'AWS::IAM::GroupPolicy': { GroupName: 'AWS::IAM::Group' },
};

export function isPolicy({ type }: Resource): boolean {
  return Object.hasOwn(OF_POLICY, type);
}

/** All policies of a stack, in the order of the template. */
export function policiesOf(names: StackNames, principals: Principals): readonly Policy[] {
  return names.stack.resources.flatMap(resource => (isPrincipal(resource) ? inlineOf(resource)
    : isPolicy(resource) ? [policyOf(resource, names, principals)] : []));
}

function inlineOf(resource: Resource): readonly Policy[] {
  return alternativesOf(resource.properties.Policies).map(({ value, onlyIf }) => {
    const { PolicyName: name, PolicyDocument: document } = objectOf(value);
    return {
      resource,
      name: name === undefined ? 'inline' : textOf(name).text,
      document: document ?? value,
      kind: 'inline',
      onlyIf,
      owners: [resource.logicalId],
      others: [],
    };
  });
}

function policyOf(resource: Resource, names: StackNames, principals: Principals): Policy {
  const { properties, type, logicalId } = resource;
  const named = Object.entries(OF_POLICY[type]).flatMap(([property, ofType]) =>
    alternativesOf(properties[property]).map(({ value }) => ({ text: textOf(value), ofType })));
  const owners = named.map(({ text, ofType }) => principals.find(text, ofType)?.logicalId);
  const isManaged = type === 'AWS::IAM::ManagedPolicy';
  const listing = isManaged ? principals.listing(logicalId) : [];
  return {
    resource,
    name: nameOf(resource, names),
    document: properties.PolicyDocument,
    kind: isManaged ? 'managed' : 'inline',
    onlyIf: resource.condition,
    owners: [...new Set([...owners.filter(owner => owner !== undefined), ...listing])],
    others: named.filter((_, index) => owners[index] === undefined).map(({ text }) => text),
  };
}

function nameOf({ properties, logicalId }: Resource, names: StackNames): string {
  const { ManagedPolicyName, PolicyName } = properties;
  return stringOf(ManagedPolicyName ?? PolicyName) ?? names.nameOf(logicalId).split('/').slice(-1)[0];
}
