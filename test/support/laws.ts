import { Environment } from './fold';
import { Statement } from './policies';
import { fits, isOfType, knowsKey, ServiceReference } from './service-reference';

/** Where the statements stand, and what is known about actions. */
export interface Surroundings {
  readonly environment: Environment;
  readonly reference: ServiceReference;
}

/** What is wrong with a statement: nothing, or a sentence for each finding. */
export type Law = (statement: Statement, surroundings: Surroundings) => readonly string[];

/** Laws over each statement that the library emits, by what they prove. */
export const LAWS: readonly (readonly [name: string, law: Law])[] = [
  ['has a legal Sid', hasLegalSid],
  ['allows, and names actions and resources rather than exceptions', allowsByName],
  ['sorts its actions by code unit and repeats nothing', isSorted],
  ['names actions that exist, in the spelling of the reference', namesActions],
  ['has a resource for each action', hasResourceForEachAction],
  ['has an action for each resource', hasActionForEachResource],
  ['has only condition keys that each of its actions knows', knowsItsKeys],
  ['names resources of the partition that it is deployed to', staysInPartition],
  ['names the type of what is in IAM', namesTypesOfIam],
  ['passes named roles to named services', passesNamedRoles],
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
    // By code unit, as sort() does without a function.
    ...([...Action].sort().join() === Action.join() ? [] : [`${Action.join()} is not sorted`]),
    ...[Action, Resource].flatMap(repeated).map(value => `repeats ${value}`),
    ...(Resource.includes('*') && Resource.length > 1 ? ['names resources beside *'] : []),
  ];
}

function namesActions({ Action }: Statement, { reference }: Surroundings): readonly string[] {
  return Action.filter(action => reference.expand(action).length === 0).map(action => `${action} does not exist`);
}

/** Each action that a wildcard stands for counts: what no resource can serve is not meant. */
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

/** IAM refuses a document with an ARN of its own that leaves the type open. */
export function namesTypesOfIam({ Resource }: Statement): readonly string[] {
  return Resource.filter(resource => /^arn:[^:]*:iam:/.test(resource) && !/:(group|instance-profile|policy|role|user)\//.test(resource))
    .map(resource => `${resource} has no type`);
}

/** `StringEqualsIfExists` would pass where the key is absent, and a list without one to every service. */
export function passesNamedRoles({ Action, Resource, Condition = {} }: Statement): readonly string[] {
  if (!Action.includes('iam:PassRole')) {
    return [];
  }
  const services = [Condition.StringEquals?.['iam:PassedToService'] ?? []].flat();
  return [
    ...(services.length > 0 ? [] : ['passes roles to any service']),
    ...services.filter(service => !/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(service))
      .map(service => `${service} is no service`),
    ...Resource.filter(resource => resource === '*' || /:role\/\*$/.test(resource)).map(() => 'passes every role'),
    ...(Action.length > 1 ? ['does more than to pass roles'] : []),
  ];
}

/** SageMaker checks the network actions without context: any condition refuses the workload. */
export function hasUnconditionedNetwork({ Action, Condition }: Statement): readonly string[] {
  return Action.some(action => /^ec2:.*NetworkInterface/.test(action)) && Condition !== undefined
    ? ['puts a condition on network interfaces']
    : [];
}

/** What is wrong with all statements of a role together. */
export function uniqueSids(statements: readonly Statement[]): readonly string[] {
  return repeated(statements.map(({ Sid = '' }) => Sid)).map(sid => `${sid} stands twice`);
}

/**
 * What an action asks for beside what its statement is on: `sagemaker:CreateEndpoint` the endpoint and its
 * configuration. The reference marks as required some that exclude each other, so its word is not law.
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
