import * as fc from 'fast-check';

// Random policies and requests from few texts, so that many of them nearly match.

export interface RandomStatement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: string[];
  readonly NotAction?: string[];
  readonly Resource?: string[];
  readonly NotResource?: string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string[]>>>>;
}

/** By service: an action has resources of its own service. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  s3: ['s3:GetObject', 's3:GetBucketAcl', 's3:PutObject', 's3:Get*', 's3:Get?bject', 's3:*'],
  logs: ['logs:PutLogEvents', 'logs:CreateLogStream', 'logs:PutRetentionPolicy', 'logs:TagResource', 'logs:Put*'],
  ecs: ['ecs:Poll', 'ecs:P*'],
};

const S3 = 'arn:aws:s3:::';
const LOGS = 'arn:aws:logs:eu-central-1:111122223333:log-group:';
const ECS = 'arn:aws:ecs:eu-central-1:111122223333:';

const RESOURCES: Readonly<Record<string, readonly string[]>> = {
  s3: [
    `${S3}b/*`, `${S3}b`, `${S3}b*`, `${S3}b/a?`, `${S3}b/a*`, `${S3}b-111122223333/*`, `${S3}b-\${aws:PrincipalAccount}/*`,
    `${S3}b/\${aws:username}/*`, `${S3}b-eu-central-1/*`, `${S3}*`, 'arn:aws:s3',
  ],
  logs: [
    `${LOGS}/a/*`, `${LOGS}/a/*:*`, `${LOGS}/a/*:log-stream:*`, `${LOGS}/a/b`, `${LOGS}/a/b:*`, `${LOGS}*`, 'arn:aws:logs:*:*:log-group:/a/*',
    'arn:aws:logs:us-east-1:*:*',
  ],
  ecs: [`${ECS}task/*`, `${ECS}task/a/*`, 'arn:aws:ecs:*:*:*/a*', 'arn:aws:ecs:*', `${ECS}cluster/a`],
};

/** The values of each key, in policies. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'aws:SecureTransport': ['true', 'false'],
  'aws:RequestedRegion': ['eu-central-1', 'us-east-1', 'eu-*'],
  'aws:ResourceAccount': ['111122223333', '444455556666', '${aws:PrincipalAccount}'],
  'AWS:PrincipalAccount': ['111122223333', '444455556666'],
  'aws:SourceIp': ['10.0.0.0/8', '10.1.0.0/16', '10.1.2.3', '::1/128'],
  'ecs:cluster': [
    'arn:aws:ecs:eu-central-1:111122223333:cluster/a', 'arn:aws:ecs:eu-central-1:111122223333:cluster/a*',
    'arn:aws:ecs:eu-central-1:*/a*', 'arn:aws:ecs:*', '*', 'arn:aws:ecs:*:*:cluster/a?',
  ],
  's3:prefix': ['a', 'a*', 'A', '${aws:username}', 'a?', ''],
  'aws:TagKeys': ['team', 'cost', 't*'],
  's3:max-keys': ['1', '10', '100'],
  'aws:CurrentTime': ['2026-01-01T00:00:00Z', '2026-06-01T00:00:00Z'],
};

const TEXT = ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'];
const ARN = ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike', 'StringLike', 'StringEquals', 'StringNotLike'];
const ORDER = ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'];

const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  'aws:SecureTransport': ['Bool'],
  'aws:SourceIp': ['IpAddress', 'NotIpAddress'],
  'ecs:cluster': ARN,
  'aws:TagKeys': TEXT,
  's3:max-keys': ORDER.map(order => `Numeric${order}`),
  'aws:CurrentTime': ORDER.map(order => `Date${order}`),
};

const conditionOn = (key: string) => fc.record({
  operator: fc.oneof({ weight: 1, arbitrary: fc.constant('Null') }, {
    weight: 8,
    arbitrary: fc.tuple(
      fc.constantFrom('', '', '', '', 'ForAllValues:', 'ForAnyValue:'),
      fc.constantFrom(...OPERATORS[key] ?? TEXT),
      fc.constantFrom('', '', '', 'IfExists'),
    ).map(parts => parts.join('')),
  }),
  values: fc.subarray([...VALUES[key]], { minLength: 1, maxLength: 2 }),
  isAbsent: fc.boolean(),
}).map(({ operator, values, isAbsent }) => ({ [operator]: { [key]: operator === 'Null' ? [String(isAbsent)] : values } }));

const condition = fc.constantFrom(...Object.keys(VALUES)).chain(conditionOn);

const conditions = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) }, { weight: 4, arbitrary: condition },
  { weight: 1, arbitrary: fc.tuple(condition, condition).map(([one, other]) => ({ ...one, ...other })) },
);

const service = fc.constantFrom(...Object.keys(ACTIONS));

const oneOrTwo = (texts: readonly string[]) => fc.subarray([...texts], { minLength: 1, maxLength: 2 });
const sometimes = <T>(often: fc.Arbitrary<T>, seldom: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: often }, { weight: 1, arbitrary: seldom });

const EVERY: fc.Arbitrary<string[]> = fc.constant(['*']);

/** Statements of all forms. Most allow something. */
const STATEMENT: fc.Arbitrary<RandomStatement> = service.chain(name => fc.record({
  Effect: fc.constantFrom('Allow' as const, 'Allow' as const, 'Deny' as const),
  isExcept: fc.tuple(fc.nat(7), fc.nat(7)).map(drawn => drawn.map(one => one === 0)),
  actions: sometimes(oneOrTwo(ACTIONS[name]), EVERY),
  resources: sometimes(oneOrTwo(RESOURCES[name]), EVERY),
  Condition: conditions,
})).map(({ Effect, isExcept: [exceptActions, exceptResources], actions, resources, Condition }) => ({
  Effect,
  ...(exceptActions ? { NotAction: actions } : { Action: actions }),
  ...(exceptResources ? { NotResource: resources } : { Resource: resources }),
  ...(Condition && { Condition }),
}));

/** What a role needs: one action on one resource. */
const NEED: fc.Arbitrary<RandomStatement> = service.chain(name => fc.record({
  action: fc.constantFrom(...ACTIONS[name]),
  resource: fc.constantFrom(...RESOURCES[name]),
  Condition: conditions,
})).map(({ action, resource, Condition }) => ({ Effect: 'Allow', Action: [action], Resource: [resource], ...(Condition && { Condition }) }));

/** A statement on what is needed, with a condition on the same key: often it grants the need, or nearly. */
function nearTo({ Action, Resource, Condition = {} }: RandomStatement): fc.Arbitrary<RandomStatement> {
  const keys = Object.values(Condition).flatMap(of => Object.keys(of));
  return fc.record({
    Effect: fc.constantFrom('Allow' as const, 'Allow' as const, 'Deny' as const),
    Action: fc.constantFrom(Action!, ['*']),
    Resource: fc.constantFrom(Resource!, ['*']),
    Condition: keys.length > 0 ? fc.constantFrom(...keys).chain(conditionOn) : conditions,
  }).map(({ Condition: drawn, ...statement }) => ({ ...statement, ...(drawn && { Condition: drawn }) }));
}

/** A need, and the policies of a role. */
export const SET = NEED.chain(need => fc.record({
  need: fc.constant(need),
  statements: fc.array(fc.oneof(STATEMENT, nearTo(need)), { minLength: 1, maxLength: 4 }),
}));

/** Values that keys have in requests. */
export const ACTUAL: Readonly<Record<string, readonly (string | readonly string[] | undefined)[]>> = {
  'aws:SourceIp': [undefined, '10.1.2.3', '10.2.0.1', '192.168.0.1', '::1'],
  'ecs:cluster': [
    undefined, 'arn:aws:ecs:eu-central-1:111122223333:cluster/a', 'arn:aws:ecs:eu-central-1:111122223333:cluster/ab', 'arn:aws:ecs:us-east-1:1:cluster/x',
  ],
  's3:prefix': [undefined, 'a', 'ab', 'A', 'abc', 'anna', '', '*'],
  'aws:TagKeys': [undefined, ['team'], ['cost'], ['team', 'cost'], ['x']],
  's3:max-keys': [undefined, '1', '5', '10', '100'],
  'aws:CurrentTime': [undefined, '2025-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-03-01T00:00:00Z', '2027-01-01T00:00:00Z'],
  'aws:username': [undefined, 'anna', 'a'],
};
