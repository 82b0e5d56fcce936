import { Environment } from './fold';
import { globMatches } from './globs';
import { Statement } from './policies';
import { fits, isOfType, knowsKey, ServiceReference } from './service-reference';

/** The context of a statement: where it is deployed, and the reference of its actions. */
export interface Surroundings {
  readonly environment: Environment;
  readonly reference: ServiceReference;
}

/** Returns a sentence for each problem with a statement. */
export type Law = (statement: Statement, surroundings: Surroundings) => readonly string[];

/** Laws over each statement of the library, by what they prove. */
export const LAWS: readonly (readonly [name: string, law: Law])[] = [
  ['has a legal Sid', hasLegalSid],
  ['allows listed actions and resources, without NotAction or NotResource', allowsByName],
  ['sorts its actions by code unit, and has no duplicates', isSorted],
  ['has existing actions, spelled as in the reference', namesActions],
  ['has a resource for each action', hasResourceForEachAction],
  ['has an action for each resource', hasActionForEachResource],
  ['has only condition keys that each of its actions supports', knowsItsKeys],
  ['has resources in the partition of the stack only', staysInPartition],
  ['has the resource type in IAM ARNs', namesTypesOfIam],
  ['passes specific roles to specific services', passesNamedRoles],
  ['lets AWS services use keys, and nobody else', grantsKeysToServices],
  ['has no condition that passes when its key is absent', failsClosed],
];

function hasLegalSid({ Sid }: Statement): readonly string[] {
  return Sid !== undefined && /^[A-Za-z0-9]+$/.test(Sid) ? [] : [`'${Sid}' is no Sid`];
}

function allowsByName(statement: Statement): readonly string[] {
  const known = ['Sid', 'Effect', 'Action', 'Resource', 'Condition'];
  return [
    ...Object.keys(statement).filter(key => !known.includes(key)).map(key => `has ${key}`),
    ...(statement.Effect === 'Allow' ? [] : [`is ${statement.Effect}`]),
    ...(statement.Action.length > 0 ? [] : ['has no action']),
    ...(statement.Resource.length > 0 ? [] : ['has no resource']),
  ];
}

function isSorted({ Action, Resource }: Statement): readonly string[] {
  return [
    // Sorts by code unit, as sort() does without a comparator.
    ...([...Action].sort().join() === Action.join() ? [] : [`${Action.join()} is not sorted`]),
    ...[Action, Resource].flatMap(repeated).map(value => `repeats ${value}`),
    ...(Resource.includes('*') && Resource.length > 1 ? ['names resources beside *'] : []),
  ];
}

function namesActions({ Action }: Statement, { reference }: Surroundings): readonly string[] {
  return Action.filter(action => reference.expand(action).length === 0).map(action => `${action} does not exist`);
}

/** Every action that a wildcard matches must apply to some resource. */
function hasResourceForEachAction({ Action, Resource }: Statement, { reference }: Surroundings): readonly string[] {
  return Action.flatMap(action => reference.expand(action))
    .filter(action => !Resource.some(resource => fits(action, resource)))
    .map(({ name, resourceTypes }) =>
      `${name} is on ${resourceTypes.map(type => type.name).join() || 'no resource but *'}`);
}

function hasActionForEachResource({ Action, Resource }: Statement, { reference }: Surroundings): readonly string[] {
  const actions = Action.flatMap(action => reference.expand(action));
  return Resource.filter(resource => !actions.some(action => fits(action, resource)))
    .map(resource => `no action is on ${resource}`);
}

function knowsItsKeys({ Action, Condition = {} }: Statement, { reference }: Surroundings): readonly string[] {
  const actions = Action.flatMap(action => reference.expand(action));
  return conditionKeys(Condition).flatMap(key =>
    actions.filter(action => !knowsKey(action, key)).map(({ name }) => `${name} ${key} is not listed`));
}

function staysInPartition({ Resource }: Statement, { environment: { partition } }: Surroundings): readonly string[] {
  return Resource.filter(resource => resource !== '*' && !resource.startsWith(`arn:${partition}:`))
    .map(resource => `${resource} is not in ${partition}`);
}

/** IAM refuses a document with an IAM ARN that has no literal resource type. */
export function namesTypesOfIam({ Resource }: Statement): readonly string[] {
  return Resource.filter(resource => /^arn:[^:]*:iam:/.test(resource) && !/:(group|instance-profile|policy|role|user)\//.test(resource))
    .map(resource => `${resource} has no type`);
}

/** Wildcards of roles: below a path that is named, or after the prefix of the vendor. */
const NAMED_ROLES = /:role\/(?:[\w+=,.@-]+\/|parallelcluster-\*$)/;

/** `StringEqualsIfExists` allows requests without the key, and a list with it any service. */
export function passesNamedRoles({ Action, Resource, Condition = {} }: Statement): readonly string[] {
  if (!Action.some(action => globMatches(action, 'iam:PassRole', true))) {
    return [];
  }
  const services = [Condition.StringEquals?.['iam:PassedToService'] ?? []].flat();
  return [
    ...(services.length > 0 ? [] : ['passes roles to any service']),
    ...services.filter(service => !/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(service))
      .map(service => `${service} is no service`),
    ...Resource.filter(resource => resource === '*' || /:role\/\*$/.test(resource)).map(() => 'passes every role'),
    ...Resource.filter(resource => /[*?]/.test(resource) && resource !== '*' && !/:role\/\*$/.test(resource))
      .filter(resource => !NAMED_ROLES.test(resource)).map(resource => `passes roles by the wildcard ${resource}`),
    ...(Action.length > 1 ? ['does more than to pass roles'] : []),
  ];
}

/** With any other grant, a role could give a key to itself. */
function grantsKeysToServices({ Action, Condition = {} }: Statement, { reference }: Surroundings): readonly string[] {
  const grants = Action.flatMap(action => reference.expand(action)).some(({ name }) => name === 'kms:CreateGrant');
  return !grants || Condition.Bool?.['kms:GrantIsForAWSResource'] === 'true' ? [] : ['grants keys to anybody'];
}

/** These operators, and negated ones, hold for a request without the key, unless a second condition asks for it. */
export function failsClosed({ Condition = {} }: Statement): readonly string[] {
  return Object.entries(Condition).filter(([operator]) => /IfExists$|^ForAllValues:|Not/.test(operator))
    .flatMap(([operator, keys]) => Object.keys(keys).filter(key => Condition.Null?.[key] !== 'false')
      .map(key => `${operator} ${key} also holds without the key`));
}

/** SageMaker checks the network actions without context: any condition would deny the workload. */
export function hasUnconditionedNetwork({ Action, Condition }: Statement): readonly string[] {
  return Action.some(action => /^ec2:.*NetworkInterface/.test(action)) && Condition !== undefined
    ? ['puts a condition on network interfaces']
    : [];
}

/** Finds duplicate Sids in all statements of a role. */
export function uniqueSids(statements: readonly Statement[]): readonly string[] {
  return repeated(statements.map(({ Sid = '' }) => Sid)).map(sid => `${sid} stands twice`);
}

/**
 * Finds resource types that an action needs in addition to those of its statement: `sagemaker:CreateEndpoint` needs the
 * endpoint and its configuration. The reference marks some types as required that exclude each other, so exceptions are
 * possible.
 */
export function missingResources(statements: readonly Statement[], reference: ServiceReference): readonly string[] {
  const resourcesOf = (name: string) =>
    statements.filter(({ Action }) => Action.includes(name)).flatMap(({ Resource }) => Resource);
  return statements.flatMap(({ Sid, Action }) => Action
    .flatMap(action => /[*?]/.test(action) ? [] : reference.expand(action))
    .flatMap(({ name, resourceTypes }) => resourceTypes
      .filter(type => type.required && !resourcesOf(name).some(resource => resource === '*' || isOfType(resource, type)))
      .map(type => `${Sid} ${name} ${type.name}`)));
}

export function conditionKeys(conditions: NonNullable<Statement['Condition']>): readonly string[] {
  return Object.values(conditions).flatMap(keys => Object.keys(keys));
}

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
