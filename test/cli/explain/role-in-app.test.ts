import { allows, reviewOf, selection } from './review-of';
import { denialIn } from '../../../cli/explain/denial';
import { roleInApp } from '../../../cli/explain/role-in-app';
import { AttachedPolicy, StatementReview, Subject } from '../../../cli/review/model';
import { attached } from '../support/reviews';

const OBJECT = 'arn:aws:s3:::data/train/part-0';
const denied = (role: string, resource = ` on resource: ${OBJECT}`) =>
  denialIn(`User: arn:aws:sts::111122223333:assumed-role/${role}/SageMaker is not authorized to perform: s3:GetObject${resource}`);
const verdict = (statements: readonly StatementReview[], resource?: string) =>
  roleInApp(denied('Trainer', resource), reviewOf({ name: 'Trainer', statements }))!.verdict;

const READS = allows('Reads', ['s3:Get*'], ['arn:aws:s3:::data/train/*']);
const CONDITION = { operator: 'StringEquals', key: 'aws:ResourceAccount', values: ['1'], words: 'only in this account' };

test.each<readonly [string, Partial<Subject>, string, boolean]>([
  ['its name', { name: 'Trainer' }, 'Trainer', true],
  ['another name', { name: 'Trainer' }, 'Trainer2', false],
  ['a name that CloudFormation made', {}, 'Churn-TrainingRole1A2B3C4D-AbCdEfGhIjKl', true],
  ['a shortened name', {}, 'Churn-TrainingRole1A2B3-AbCdEfGhIjKl', true],
  ['a name with a stack that has a hyphen', { stack: 'Churn-Prod' }, 'Churn-Prod-TrainingRole1A2B3C4D-AbCdEfGhIjKl', true],
  ['a name of another stack', { stack: 'Prices' }, 'Churn-TrainingRole1A2B3C4D-AbCdEfGhIjKl', false],
  ['a name of another resource', {}, 'Churn-ServingRole1A2B3C4D-AbCdEfGhIjKl', false],
  ['a name of no stack', {}, 'TrainingRole1A2B3C4D', false],
  ['a name of a stack in a stage', { stack: 'P/Churn' }, 'P-Churn-TrainingRole1A2B3C4D-AbCdEfGhIjKl', true],
  ['a name with a logical id that begins the same', { resources: [{ logicalId: 'Role2', type: 'AWS::IAM::Role' }] }, 'Churn-Role-ABC', false],
  ['a name with a stack that begins the same', { stack: 'Churn2' }, 'Churn-TrainingRole1A2B3C4D-AbCdEfGhIjKl', false],
  ['the name of a user', { kind: 'user', name: 'Trainer' }, 'Trainer', false],
])('a role is compared with the app by %s', (_, subject, role, isFound) => {
  expect(roleInApp(denied(role), reviewOf(subject))!.verdict).toBe(isFound ? 'missing' : 'not found');
});

test('a user is found by its name', () => {
  const denial = denialIn(`User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:GetObject on resource: ${OBJECT}`);
  expect(roleInApp(denial, reviewOf({ kind: 'user', name: 'ana', statements: [READS] }))).toMatchObject({ verdict: 'allowed' });
});

describe('roles of several stacks with the same name', () => {
  const inStack = (stack: string, account: string, stackName?: string) => ({
    stack: { name: stack, template: 'x.json', environment: `aws://${account}/eu-central-1`, ...(stackName && { stackName }) },
    subject: reviewOf({ id: `${stack}/Training`, stack, name: 'Trainer' }).subjects[0],
  });
  const found = (...all: readonly ReturnType<typeof inStack>[]) => roleInApp(denied('Trainer'), {
    ...reviewOf({}), stacks: all.map(({ stack }) => stack), subjects: all.map(({ subject }) => subject),
  })!;

  test('the one in the account of the message is meant', () => {
    expect(found(inStack('Test', '444455556666'), inStack('Live', '111122223333'))).toMatchObject({ subject: 'Live/Training' });
    expect(found(inStack('Test', '444455556666'), inStack('Live', '111122223333')).others).toBeUndefined();
  });

  test('all are named, if the message does not say which', () => {
    expect(found(inStack('Test', '444455556666'), inStack('Live', '444455556666')))
      .toMatchObject({ subject: 'Test/Training', others: ['Live/Training'] });
  });
});

test('a role is found by the name that the app chooses for its stack', () => {
  const review = reviewOf({});
  const stacks = review.stacks.map(stack => ({ ...stack, stackName: 'prod-churn' }));
  expect(roleInApp(denied('prod-churn-TrainingRole1A2B3C4D-AbCdEfGhIjKl'), { ...review, stacks })).toMatchObject({ subject: 'Churn/Training' });
});

test('a whole name wins over a shortened one', () => {
  const roleOf = (id: string, logicalId: string) => reviewOf({ id, resources: [{ logicalId, type: 'AWS::IAM::Role' }] }).subjects[0];
  const subjects = [roleOf('Long', 'TrainingJobsRoleOfOthers'), roleOf('Short', 'TrainingJobsRole')];
  const found = (role: string) => roleInApp(denied(role), { ...reviewOf({}), subjects })!.subject;
  expect([found('Churn-TrainingJobsRole-ABC'), found('Churn-TrainingJobsRoleOf-ABC')]).toEqual(['Short', 'Long']);
});

test.each<[string, readonly AttachedPolicy[], readonly StatementReview[], string, readonly string[] | undefined]>([
  ['a policy of AWS', [attached('AdministratorAccess', { width: 'everything' })], [], 'attached', ['AdministratorAccess']],
  ['a policy of the account', [attached('Own', { owner: 'account' })], [], 'attached', ['Own']],
  ['a policy of AWS, beside a statement on other resources', [attached('Own')], [allows('Other', ['s3:*'], ['arn:aws:s3:::other'])], 'other resources', ['Own']],
  ['a policy of AWS, beside a statement', [attached('Own')], [READS], 'allowed', undefined],
  ['no policy', [], [], 'missing', undefined],
])('a role with %s', (_, policies, statements, verdict_, names) => {
  expect(roleInApp(denied('Trainer'), reviewOf({ name: 'Trainer', attached: policies, statements })))
    .toMatchObject({ verdict: verdict_, attached: names });
});

test('the statements of an attached policy of the app count', () => {
  const [trainer] = reviewOf({ name: 'Trainer', attached: [attached('Data', { owner: 'app', subject: 'Churn/Data' })] }).subjects;
  const [policy] = reviewOf({ id: 'Churn/Data', kind: 'policy', statements: [READS] }).subjects;
  expect(roleInApp(denied('Trainer'), { ...reviewOf({}), subjects: [trainer, policy] })).toMatchObject({ verdict: 'allowed', statements: [READS] });
});

test.each<readonly [string, Partial<StatementReview>, boolean]>([
  ['with a condition', { conditions: [CONDITION] }, true],
  ['that the template may leave out', { onlyIf: 'IsProd' }, true],
  ['on other resources', { conditions: [CONDITION], resources: selection(['arn:aws:s3:::other']) }, false],
])('mentions a Deny %s: %#', (_, others, isMentioned) => {
  const denies: StatementReview = { ...READS, key: 'No', effect: 'Deny', ...others };
  const app = roleInApp(denied('Trainer'), reviewOf({ name: 'Trainer', statements: [READS, denies] }));
  expect(app).toMatchObject({ verdict: 'allowed', statements: [READS] });
  expect(app!.mayDeny).toEqual(isMentioned ? [denies] : undefined);
});

test('a message without a principal is about no role', () => {
  expect(roleInApp(denialIn('s3:GetObject'), reviewOf({}))).toBeUndefined();
});

test.each<readonly [string, readonly StatementReview[], string]>([
  ['allowed', [READS], 'allowed'],
  ['allowed by every action but some', [{ ...READS, actions: selection(['iam:*'], true) }], 'allowed'],
  ['missing among every action but some', [{ ...READS, actions: selection(['S3:*'], true) }], 'missing'],
  ['allowed on every resource but some', [{ ...READS, resources: selection(['arn:aws:s3:::logs/*'], true) }], 'allowed'],
  ['possible, if a condition is met', [{ ...READS, conditions: [CONDITION] }], 'possible'],
  ['possible, if the template has the statement', [{ ...READS, onlyIf: 'IsProd' }], 'possible'],
  ['possible, if the bucket is the one', [allows('Reads', ['s3:GetObject'], ['${Data.Arn}/train/*'])], 'possible'],
  ['possible, if it is none of some', [{ ...READS, resources: selection(['${Data.Arn}/*'], true) }], 'possible'],
  ['allowed elsewhere', [allows('Reads', ['s3:GetObject'], ['arn:aws:s3:::models/*'])], 'other resources'],
  ['missing', [allows('Reads', ['s3:PutObject'], ['*'])], 'missing'],
  ['denied', [READS, { ...READS, key: 'No', effect: 'Deny' }], 'denied'],
  ['allowed unless a condition denies it', [READS, { ...READS, key: 'No', effect: 'Deny', conditions: [CONDITION] }], 'allowed'],
])('a permission is %s', (_, statements, expected) => {
  expect(verdict(statements)).toBe(expected);
});

test('without a resource in the message, a permission is possible', () => {
  expect(verdict([READS], '')).toBe('possible');
});

test('the verdict names the role, its construct, its statements and its boundary', () => {
  const review = reviewOf({
    name: 'Trainer',
    statements: [READS],
    construct: { name: 'SageMakerExecutionRole', platform: 'sagemaker', version: '1.0.0', documentation: '' },
    boundary: { policy: 'arn:aws:iam::111122223333:policy/limit' },
  });
  expect(roleInApp(denied('Trainer'), review)).toMatchObject({
    subject: 'Churn/Training',
    construct: 'SageMakerExecutionRole',
    statements: [READS],
    boundary: 'arn:aws:iam::111122223333:policy/limit',
  });
});

test.each([
  ['aws://111122223333/eu-central-1', 'arn:aws:sqs:us-east-1:111122223333:jobs', 'eu-central-1'],
  ['aws://111122223333/us-east-1', 'arn:aws:sqs:us-east-1:111122223333:jobs', undefined],
  ['aws://unknown-account/unknown-region', 'arn:aws:sqs:us-east-1:111122223333:jobs', undefined],
  [undefined, 'arn:aws:sqs:us-east-1:111122223333:jobs', undefined],
  ['aws://111122223333/eu-central-1', OBJECT, undefined],
])('a stack in %s and the resource %s: the other region is %s', (environment, resource, region) => {
  const app = roleInApp(denied('Trainer', ` on resource: ${resource}`), reviewOf({ name: 'Trainer' }, environment));
  expect(app!.otherRegion).toBe(region);
});
