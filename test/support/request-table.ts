import { isAllowed, Request } from './evaluate';
import { Statement } from './policies';
import { ActionReference, isOfType, knowsKey, ServiceReference } from './service-reference';

/** The request in words that continue "is allowed to", and its parts as IAM evaluates them. */
export type RequestRow = readonly [
  what: string,
  action: string | readonly string[],
  resource: string,
  context?: Request['context'],
];

/** The requests of a platform that a role must allow, and near misses that it must deny. */
export interface RequestTable {
  readonly name: string;
  readonly statements: () => readonly Statement[];
  readonly allowed: readonly RequestRow[];
  readonly denied: readonly RequestRow[];
  /** In a trust policy the principal takes the place of the resource. */
  readonly isTrust?: boolean;
}

/** The tables of a construct or a workload: at least one. */
export type RequestTables = readonly [RequestTable, ...RequestTable[]];

interface NamedRequest extends Request {
  readonly what: string;
}

/** An ARN without wildcards, with a plausible region and account. The account of AWS managed policies is `aws`. */
const ARN = /^arn:aws[a-z-]*:[a-z0-9-]+:(?:[a-z]{2}(?:-[a-z]+)+-\d)?:(?:\d{12}|aws)?:.+$/;

/** CloudWatch's classic metrics belong to no data set, which is the only resource type of these actions. */
const WITHOUT_RESOURCE = ['cloudwatch:GetMetricData', 'cloudwatch:ListMetrics', 'cloudwatch:PutMetricData'];

/** Keys that policies have as variables: the reference lists them for no action. */
const VARIABLE = /^aws:PrincipalTag\/|^sagemaker:(?:DomainId|UserProfileName)$/;

/** The claims of the token of an OpenID Connect provider: the reference lists only those of known providers. */
const CLAIM = /^[\w.-]+\/[\w/.-]+:(?:aud|sub)$/;

/** Resources that the reference does not list for an action, though AWS requires them: see the exceptions. */
const UNLISTED = [{ action: 'ec2:CreateFleet', resources: /^arn:[^:]+:resource-groups:[^:]+:\d{12}:group\/./ }];

/** Defines the tests for the tables of a platform: call it once in a test file. */
export function testRequests(tables: readonly RequestTable[]): void {
  let reference: ServiceReference;
  beforeAll(async () => {
    reference = await ServiceReference.of(tables.flatMap(requestsOf).map(({ action }) => action));
  });

  describe.each(tables)('$name', table => {
    const [allowed, denied] = [table.allowed, table.denied].map(expand);
    let statements: readonly Statement[];
    beforeAll(() => {
      statements = table.statements();
    });

    test.each(allowed)('is allowed to $what: $action', request => {
      expect({ request, isAllowed: isAllowed(statements, request) }).toEqual({ request, isAllowed: true });
    });

    test.each(denied)('is denied to $what: $action', request => {
      expect({ request, isAllowed: isAllowed(statements, request) }).toEqual({ request, isAllowed: false });
    });

    test('contains only requests that AWS knows', () => {
      const impossible = requestsOf(table).filter(request => !isPossible(request, reference, table.isTrust));
      expect(impossible).toEqual([]);
    });

    test('denies requests that differ in one part from an allowed one', () => {
      expect(denied.filter(request => !allowed.some(other => isOneStepAway(request, other)))).toEqual([]);
    });

    test('grants nothing without a request', () => {
      const parts = statements.filter(({ Effect }) => Effect === 'Allow').flatMap(partsOf);
      const unused = parts.filter(({ part }) => !allowed.some(request => isAllowed([part], request)));
      expect(unused.map(({ name }) => name)).toEqual([]);
    });
  });
}

function requestsOf({ allowed, denied }: RequestTable): NamedRequest[] {
  return [...expand(allowed), ...expand(denied)];
}

function expand(rows: readonly RequestRow[]): NamedRequest[] {
  return rows.flatMap(([what, actions, resource, context = {}]) =>
    [actions].flat().map(action => ({ what, action, resource, context })));
}

export function isPossible(request: Request, reference: ServiceReference, isTrust = false): boolean {
  const { action, resource, context = {} } = request;
  const [known] = reference.expand(action);
  return known !== undefined && known.name === action &&
    (isTrust || isOnOneResource(known, resource)) &&
    Object.keys(context).every(key => knowsKey(known, key) || VARIABLE.test(key) || isClaim(action, key));
}

function isClaim(action: string, key: string): boolean {
  return action === 'sts:AssumeRoleWithWebIdentity' && CLAIM.test(key);
}

function isOnOneResource(action: ActionReference, resource: string): boolean {
  return resource === '*'
    ? action.resourceTypes.length === 0 || WITHOUT_RESOURCE.includes(action.name)
    : ARN.test(resource) && (isListed(action, resource) || isUnlisted(action, resource));
}

function isListed({ resourceTypes }: ActionReference, resource: string): boolean {
  return resourceTypes.some(type => isOfType(resource, type));
}

function isUnlisted({ name }: ActionReference, resource: string): boolean {
  return UNLISTED.some(({ action, resources }) => action === name && resources.test(resource));
}

/** Whether exactly one of action, resource and context differs. */
function isOneStepAway(one: Request, other: Request): boolean {
  const same = [
    one.action === other.action,
    one.resource === other.resource,
    JSON.stringify(one.context) === JSON.stringify(other.context),
  ];
  return same.filter(Boolean).length === 2;
}

interface Part {
  readonly name: string;
  readonly part: Statement;
}

/** Splits the statement by its actions, its resources, and the values of its conditions. */
function partsOf(statement: Statement): Part[] {
  const { Sid, Action, Resource, Condition = {} } = statement;
  const named = (what: string, part: Partial<Statement>) =>
    ({ name: `${Sid}: ${what}`, part: { ...statement, ...part } });
  const values = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).flatMap(([key, all]) => [all].flat().map(value =>
      named(value, { Condition: { ...Condition, [operator]: { ...keys, [key]: value } } }))));
  return [
    ...Action.map(action => named(action, { Action: [action] })),
    ...Resource.map(resource => named(resource, { Resource: [resource] })),
    ...values,
  ];
}
