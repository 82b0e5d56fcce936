import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import {
  BeanstalkEksApplicationRole, BeanstalkServiceRole, HopsworksInstanceProfile, ImageSource, ParallelClusterUserPolicy,
  PermissionCheck, PolicyPlacement, S3Location, SageMakerExecutionRole, StatementOverride,
} from '../../src';
import { policiesOf, Statement } from '../support/policies';
import { synthesize } from '../support/synthesize';

const PLACE = { account: '111122223333', region: 'eu-central-1' };
const ROLE = 'arn:aws:iam::111122223333:role/shop';

type Build = (stack: Stack) => Construct;

const place = () => new Stack(new App(), 'Shop', { env: PLACE });
const bucket = (stack: Stack) => (stack.node.tryFindChild('Data') as s3.IBucket | undefined) ?? s3.Bucket.fromBucketName(stack, 'Data', 'data');

/** What the construct has, as the account details print it. */
function printed(build: Build, rest: object = {}): string {
  const policies = policiesOf(synthesize(stack => void build(stack), { env: PLACE }).template);
  return JSON.stringify({
    RoleName: 'shop',
    Arn: ROLE,
    RolePolicyList: policies.map(({ statements }, index) =>
      ({ PolicyName: `P${index}`, PolicyDocument: { Version: '2012-10-17', Statement: statements.map(withoutEmpty) } })),
    AttachedManagedPolicies: [],
    ...rest,
  });
}

/** Tests read a statement with NotAction as one with an empty list of actions. */
function withoutEmpty({ Action, ...statement }: Statement): object {
  return { ...statement, ...(Action.length > 0 && { Action }) };
}

const compare = (documents: string[], build: Build) => PermissionCheck.compare(documents, build(place()));

const training: Build = stack => new SageMakerExecutionRole(stack, 'Role', {
  trainingJob: { inputs: [S3Location.bucket(bucket(stack))], outputs: [S3Location.prefix(bucket(stack), 'out/')] },
});
const others = (props: object): Build => stack => new SageMakerExecutionRole(stack, 'Role', {
  trainingJob: { inputs: [S3Location.bucket(bucket(stack))], outputs: [S3Location.prefix(bucket(stack), 'out/')] }, ...props,
});

test.each<[string, Build]>([
  ['documented statements', training],
  ['managed policies', others({ policyPlacement: PolicyPlacement.MANAGED })],
  ['a separate policy', others({ policyPlacement: PolicyPlacement.SEPARATE })],
  ['a changed statement', others({ statementOverrides: { TrainingJobPutMetrics: StatementOverride.omit() } })],
  ['an existing role', stack => new HopsworksInstanceProfile(stack, 'Profile', {
    bucket: bucket(stack), existingRole: iam.Role.fromRoleName(stack, 'Existing', 'shop'),
  })],
  ['policies of users', stack => new ParallelClusterUserPolicy(stack, 'Users', { useClusters: {} })],
  ['later grants', stack => {
    const role = new SageMakerExecutionRole(stack, 'Role', { trainingJob: { inputs: [S3Location.bucket(bucket(stack))], outputs: [S3Location.bucket(bucket(stack))] } });
    bucket(stack).grantDelete(role);
    return role;
  }],
])('a construct with %s has what it grants, and nothing beyond', (_, build) => {
  const { missing, unclear, beyond, notAttached, notPrinted, isSufficient } = compare([printed(build)], build);
  expect({ missing, unclear, beyond, notAttached, notPrinted, isSufficient })
    .toEqual({ missing: [], unclear: [], beyond: [], notAttached: [], notPrinted: [], isSufficient: true });
});

test('a role lacks what only the construct grants', () => {
  const narrower: Build = stack => new SageMakerExecutionRole(stack, 'Role', {
    trainingJob: { inputs: [S3Location.prefix(bucket(stack), 'in/')], outputs: [S3Location.prefix(bucket(stack), 'out/')] },
  });
  const found = compare([printed(narrower)], training);
  expect(found.missing.map(({ sid, action, resource, reason }) => [sid, action, resource, reason])).toContainEqual(
    [expect.any(String), 's3:GetObject', 'arn:aws:s3:::data/*', 'granted in part']);
  expect(found.isSufficient).toBe(false);
  const wider = compare([printed(training)], narrower);
  expect([wider.missing, wider.beyond.map(({ reason }) => reason)]).toEqual([[], expect.arrayContaining(['more than needed'])]);
});

test('permissions on the role itself are on the role of the documents', () => {
  const passing: Build = others({
    autoMlJob: {
      inputs: [S3Location.uri('s3://inputs/a')], outputs: [S3Location.uri('s3://outputs/a')], images: [ImageSource.anyRepository()],
    },
  });
  const onItself = JSON.parse(printed(passing).replaceAll(/arn:aws:iam::111122223333:role\/role[0-9a-z]+/g, ROLE)) as object;
  expect(JSON.stringify(onItself).split(`"${ROLE}"`).length).toBeGreaterThan(2);
  const { missing, unclear, beyond } = compare([JSON.stringify(onItself)], passing);
  expect([missing, unclear, beyond]).toEqual([[], [], []]);
});

test('statements that deny, or name what they are not on, are compared as a whole', () => {
  const withOwn = others({
    additionalStatements: [
      new iam.PolicyStatement({ sid: 'AllButIam', notActions: ['iam:*'], resources: ['*'] }),
      new iam.PolicyStatement({ sid: 'NoDelete', effect: iam.Effect.DENY, actions: ['s3:DeleteBucket'], resources: ['*'] }),
    ],
  });
  const same = compare([printed(withOwn)], withOwn);
  expect([same.missing, same.unclear, same.beyond]).toEqual([[], [], []]);
  const without = compare([printed(training)], withOwn);
  expect(without.unclear.map(({ sid, reason }) => [sid, reason])).toEqual([['AllButIam', 'can only be compared as a whole']]);
  expect(without.beyond.map(({ sid, reason }) => [sid, reason])).toEqual([['NoDelete', 'not denied']]);
});

describe('managed policies of AWS', () => {
  const HEALTH = 'arn:aws:iam::aws:policy/service-role/AWSElasticBeanstalkEnhancedHealth';
  const UPDATES = 'arn:aws:iam::aws:policy/AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy';
  const service: Build = stack => new BeanstalkServiceRole(stack, 'Role', { logStreaming: true });

  test('are named if the documents do not show that the role has them', () => {
    const { missing, notAttached, isSufficient } = compare([printed(service)], service);
    expect([missing, notAttached, isSufficient]).toEqual([[], [HEALTH, UPDATES], false]);
  });

  test('are neither missing nor beyond if the role has them', () => {
    const attached = printed(service, { AttachedManagedPolicies: [HEALTH, UPDATES].map(PolicyArn => ({ PolicyArn })) });
    const policy = JSON.stringify({
      Arn: HEALTH, PolicyVersionList: [{ IsDefaultVersion: true, Document: { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } } }],
    });
    const { missing, beyond, notAttached, notPrinted, isSufficient } = compare([attached, policy], service);
    expect([missing, beyond, notAttached, notPrinted, isSufficient]).toEqual([[], [], [], [UPDATES], true]);
  });
});

test('chooses the role by its name', () => {
  const bank = JSON.stringify({ RoleName: 'bank', PolicyDocument: { Statement: { Effect: 'Allow', Action: 'sqs:*', Resource: '*' } } });
  const role = training(place());
  expect(PermissionCheck.compare([printed(training), bank], role, { roleName: 'shop' }).isSufficient).toBe(true);
  expect(PermissionCheck.compare([printed(training), bank], role, { roleName: 'bank' }).isSufficient).toBe(false);
  expect(() => PermissionCheck.compare([printed(training), bank], role)).toThrow("choose it with 'roleName'");
});

const agnostic = (env?: { account?: string; region?: string }) => training(new Stack(new App(), 'Shop', { env }));

test.each<[string, unknown, unknown, unknown, string]>([
  ['no documents', [], training(place()), {}, "'documents' must not be empty: a role without policies has nothing to compare, got []"],
  ['a document that is no text', [{}], training(place()), {}, "'documents[0]' must be a string, got {}"],
  ['a construct of others', ['{}'], new iam.Role(place(), 'Role', { assumedBy: new iam.AccountRootPrincipal() }), {},
    "'construct' must be a role or a policy of this library, got the construct 'Shop/Role' (iam.Role)"],
  ['text in place of a construct', ['{}'], 'shop', {}, "'construct' must be a role or a policy of this library, got \"shop\""],
  ['nothing in place of a construct', ['{}'], undefined, {}, "'construct' must be a role or a policy of this library, got nothing"],
  ['a stack without an environment', ['{}'], agnostic(), {}, 'Shop/Role: PermissionCheck needs the account and the region of the stack'],
  ['a stack without an account', ['{}'], agnostic({ region: 'eu-central-1' }), {}, 'PermissionCheck needs the account and the region of the stack'],
  ['a role name that is no text', ['{}'], training(place()), { roleName: 1 }, "'options.roleName' must be a string, got 1"],
  ['a misspelt option', ['{}'], training(place()), { rolename: 'shop' }, "unknown option 'options.rolename', did you mean 'options.roleName'?"],
])('rejects %s', (_, documents, construct, options, message) => {
  expect(() => PermissionCheck.compare(documents as never, construct as never, options as never)).toThrow(message);
});

test('rejects what has no name before the deployment', () => {
  const stack = place();
  const role = new SageMakerExecutionRole(stack, 'Role', {
    trainingJob: { inputs: [S3Location.bucket(new s3.Bucket(stack, 'New'))], outputs: [S3Location.bucket(bucket(stack))] },
  });
  expect(() => PermissionCheck.compare([printed(training)], role)).toThrow(
    /^Shop\/Role: the statement '\w+' has .*"New.*, which has no value before the deployment: import what the option names by its name or ARN to compare it$/);
});

test('rejects a construct that grants nothing', () => {
  expect(() => PermissionCheck.compare([printed(training)], new BeanstalkEksApplicationRole(place(), 'Role'))).toThrow(
    'the construct grants nothing, so there is nothing to compare');
});

test('compares statements with values that are no text', () => {
  const secure = (stack: Stack) => new SageMakerExecutionRole(stack, 'Role', {
    trainingJob: { outputs: [S3Location.bucket(bucket(stack))] },
    additionalStatements: [new iam.PolicyStatement({
      actions: ['s3:GetObject'], resources: ['arn:aws:s3:::open/*'], conditions: { Bool: { 'aws:SecureTransport': true } },
    })],
  });
  expect(PermissionCheck.compare([printed(secure)], secure(place())).isSufficient).toBe(true);
});

test('reads a document that was encoded twice, and rejects a list of policies without policies', () => {
  expect(PermissionCheck.compare([JSON.stringify(printed(training))], training(place())).isSufficient).toBe(true);
  expect(() => PermissionCheck.compare([JSON.stringify({ Policies: ['shop'] })], training(place()))).toThrow('documents[0]');
});
