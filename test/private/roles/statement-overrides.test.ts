import { Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import {
  ParallelClusterPermissionsBoundary, PolicyPlacement, S3Location, SageMakerExecutionRole, StatementOverride,
} from '../../../src';
import { documentedFeaturesOf } from '../../../src/private/statements/assembly';
import { ExamplePolicy, ExampleRole, feature, SOURCE, statement } from '../../support/platform-role';
import { synthesize } from '../../support/synthesize';

type Overrides = Readonly<Record<string, StatementOverride>>;

const BUCKET = 'arn:aws:s3:::data';
const FEATURES = [
  feature('Common', { ...statement('CommonRead', [`${BUCKET}/*`]), conditions: { StringEquals: { 'aws:RequestedRegion': 'eu-central-1' } } }),
  feature('Job', statement('JobWrite', ['*']), statement('JobLog', ['*'])),
];

function roleWith(statementOverrides: Overrides, props = {}) {
  return synthesize(stack => new ExampleRole(stack, { features: FEATURES, statementOverrides, ...props }));
}

const statementsOf = ({ roles: [{ inline }] }: ReturnType<typeof roleWith>) => inline;
const changed = (override: StatementOverride, sid = 'CommonRead') =>
  statementsOf(roleWith({ [sid]: override })).find(({ Sid }) => Sid === sid);

const OF_TEAM = { StringEquals: { 'aws:PrincipalTag/team': ['ml'] } };

describe('omit()', () => {
  test('leaves out the statement alone', () => {
    expect(statementsOf(roleWith({ JobLog: StatementOverride.omit() })).map(({ Sid }) => Sid)).toEqual(['CommonRead', 'JobWrite']);
  });
});

describe('narrow()', () => {
  test('takes resources among the documented ones', () => {
    expect(changed(StatementOverride.narrow({ resources: [`${BUCKET}/train/*`, `${BUCKET}/test/*`] }))).toMatchObject({
      Action: ['example:Do'],
      Resource: [`${BUCKET}/train/*`, `${BUCKET}/test/*`],
      Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-central-1' } },
    });
  });

  test('adds conditions to the documented ones', () => {
    expect(changed(StatementOverride.narrow({ conditions: OF_TEAM }))).toMatchObject({
      Resource: [`${BUCKET}/*`],
      Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-central-1', 'aws:PrincipalTag/team': ['ml'] } },
    });
  });

  test('compares resources with tokens by their text', () => {
    const { roles } = synthesize(stack => {
      const bucket = new s3.Bucket(stack, 'Bucket');
      new SageMakerExecutionRole(stack, 'Role', {
        trainingJob: { outputs: [S3Location.bucket(bucket)] },
        statementOverrides: { TrainingJobWriteOutputs: StatementOverride.narrow({ resources: [bucket.arnForObjects('models/*')] }) },
      });
    });
    expect(JSON.stringify(roles[0].inline)).toContain('/models/*');
  });
});

describe('replace()', () => {
  test('takes other resources and keeps the conditions', () => {
    expect(changed(StatementOverride.replace({ resources: ['arn:aws:s3:::other/*'] }))).toMatchObject({
      Resource: ['arn:aws:s3:::other/*'], Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-central-1' } },
    });
  });

  test('takes other conditions and keeps the resources', () => {
    expect(changed(StatementOverride.replace({ conditions: OF_TEAM }))).toMatchObject({ Resource: [`${BUCKET}/*`], Condition: OF_TEAM });
  });
});

test.each([
  ['omit', StatementOverride.omit(), 'left out'],
  ['narrow', StatementOverride.narrow({ conditions: OF_TEAM }), 'narrowed'],
  ['replace', StatementOverride.replace({ conditions: OF_TEAM }), 'given other conditions'],
  ['replace', StatementOverride.replace({ resources: ['*'], conditions: OF_TEAM }), 'given other resources and conditions'],
])('%s() causes a warning with an id of its own', (_name, override, said) => {
  expect(roleWith({ CommonRead: override }).warnings).toEqual([
    `statement 'CommonRead' is ${said} by 'statementOverrides' [ack: cdk-platform-iam:statementOverride:CommonRead]`,
  ]);
});

describe('overrides apply', () => {
  const omitted = { statementOverrides: { JobLog: StatementOverride.omit() } };

  test.each(Object.values(PolicyPlacement))('with PolicyPlacement.%s', policyPlacement => {
    const text = JSON.stringify(roleWith(omitted.statementOverrides, { policyPlacement }).template);
    expect([text.includes('JobWrite'), text.includes('JobLog')]).toEqual([true, false]);
  });

  test('to the policies of users', () => {
    const { template } = synthesize(stack => new ExamplePolicy(stack, { features: FEATURES, ...omitted }));
    expect(JSON.stringify(template)).not.toContain('JobLog');
  });

  test('to a permissions boundary', () => {
    const { template, warnings } = synthesize(stack => new ParallelClusterPermissionsBoundary(stack, 'Boundary', {
      statementOverrides: { BoundaryOnAll: StatementOverride.omit() },
    }));
    expect(JSON.stringify(template)).not.toContain('BoundaryOnAll');
    expect(warnings).toHaveLength(1);
  });

  test('to sizes: a statement with many resources may be too large', () => {
    const resources = Array.from({ length: 300 }, (_, index) => `arn:aws:s3:::bucket-with-a-long-name-${index}/*`);
    expect(() => roleWith({ JobWrite: StatementOverride.narrow({ resources }) })).toThrow('IAM allows 10240');
  });
});

test.each<[string, Overrides, string]>([
  ['an unknown Sid, and lists the nearest', { JobWirte: StatementOverride.omit() },
    "'statementOverrides' has the Sid 'JobWirte', which no documented statement has: the nearest are 'JobWrite', 'JobLog', 'CommonRead'"],
  ['a wider resource', { CommonRead: StatementOverride.narrow({ resources: ['arn:aws:s3:::*'] }) },
    "'statementOverrides.CommonRead' has the resource 'arn:aws:s3:::*', which the statement does not grant: its resources are " +
      `'${BUCKET}/*'. Use StatementOverride.replace() for others`],
  ['a second condition on a key', { CommonRead: StatementOverride.narrow({ conditions: { StringEquals: { 'aws:RequestedRegion': ['x'] } } }) },
    "'statementOverrides.CommonRead' has the condition StringEquals on 'aws:RequestedRegion', which the statement has, too"],
  ['nothing', { CommonRead: StatementOverride.narrow({}) }, "'statementOverrides.CommonRead' names neither 'resources' nor 'conditions'"],
  ['no conditions', { CommonRead: StatementOverride.replace({ conditions: {} }) },
    "'statementOverrides.CommonRead.conditions' must be an object such as"],
  ['an operator without conditions', { CommonRead: StatementOverride.narrow({ conditions: { StringEquals: {} } }) },
    "'statementOverrides.CommonRead.conditions' must be an object such as"],
  ['an unknown operator', { CommonRead: StatementOverride.narrow({ conditions: { StringEqual: { a: ['b'] } } }) },
    "'statementOverrides.CommonRead.conditions' must be an object such as"],
  ['a second condition in another case', { CommonRead: StatementOverride.narrow({ conditions: { StringEquals: { 'AWS:requestedregion': ['x'] } } }) },
    "has the condition StringEquals on 'AWS:requestedregion', which the statement has, too"],
  ['a resource that is no ARN', { CommonRead: StatementOverride.replace({ resources: ['my-bucket'] }) },
    "'statementOverrides.CommonRead.resources[0]' must be an ARN, with or without wildcards, or '*', got \"my-bucket\""],
  ['a policy variable', { JobLog: StatementOverride.narrow({ resources: ['arn:aws:s3:::data/${aws:username}'] }) },
    "leave it out with StatementOverride.omit(), and use 'additionalStatements' for statements with variables"],
  ['the omission of everything', Object.fromEntries(['CommonRead', 'JobWrite', 'JobLog'].map(sid => [sid, StatementOverride.omit()])),
    "'statementOverrides' leaves out every documented statement: nothing remains"],
  ['no resources', { CommonRead: StatementOverride.replace({ resources: [] }) }, "'statementOverrides.CommonRead.resources' must not be empty"],
  ['a misspelt option', { CommonRead: StatementOverride.replace({ resource: ['*'] } as never) },
    "unknown option 'statementOverrides.CommonRead.resource', did you mean 'statementOverrides.CommonRead.resources'?"],
  ['a condition without a list', { CommonRead: StatementOverride.narrow({ conditions: { StringEquals: { 'aws:PrincipalTag/team': 'ml' } } } as never) },
    "'statementOverrides.CommonRead.conditions' must be an object such as"],
  ['another object', { CommonRead: {} as never }, "'statementOverrides.CommonRead' must be a StatementOverride, such as StatementOverride.narrow(), got {}"],
  ['a list', [] as never, "'statementOverrides' must be an object of Sids, each with a StatementOverride, got []"],
  ['an argument that is no struct', { CommonRead: StatementOverride.narrow('arn:aws:s3:::data' as never) },
    "'statementOverrides.CommonRead' must be an object of options, got \"arn:aws:s3:::data\""],
])('rejects %s', (_what, overrides, message) => {
  expect(() => roleWith(overrides)).toThrow(message);
});

test('a changed statement keeps its source, and its note says so', () => {
  const role = new ExampleRole(new Stack(), {
    features: FEATURES, statementOverrides: { JobLog: StatementOverride.narrow({ conditions: OF_TEAM }) },
  });
  const [, { statements }] = documentedFeaturesOf(role);
  expect(statements.find(({ sid }) => sid === 'JobLog')).toMatchObject({ source: SOURCE, note: 'narrowed by the app' });
});
