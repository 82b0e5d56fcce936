import { assemblyOf, filesIn } from './printed-app';
import { allow, compared, details, templateOf } from './templates';
import { check } from '../../../cli/check/check';
import { withFileNames } from '../../../cli/check/live';
import { InputError } from '../../../cli/input-error';
import { TemplateJson } from '../../support/fold';

const DATA = 'arn:aws:s3:::data';
const APP = templateOf([allow('s3:GetObject', DATA)]);
const LIVE = details([allow('s3:GetObject', DATA)]);

test('reads the UTF-16 that PowerShell writes, and the state of Terraform', () => {
  const files = filesIn({});
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(JSON.stringify(LIVE), 'utf16le')]);
  const state = {
    terraform_version: '1.9.0',
    resources: [{
      type: 'aws_iam_role',
      instances: [{
        attributes: {
          name: 'churn-jobs', arn: LIVE.Arn, inline_policy: [{ name: 'P', policy: JSON.stringify(LIVE.RolePolicyList[0].PolicyDocument) }],
        },
      }],
    }],
  };
  const { writeFileSync } = jest.requireActual<typeof import('node:fs')>('node:fs');
  writeFileSync(`${files}/utf16.json`, utf16);
  writeFileSync(`${files}/terraform.tfstate`, JSON.stringify(state));
  const app = assemblyOf(APP, 'Churn');
  for (const file of ['utf16.json', 'terraform.tfstate']) {
    expect(check({ app, live: [`${files}/${file}`] })).toMatchObject({ isSufficient: true, live: { arn: LIVE.Arn } });
  }
});

test('reads several files, one for each command', () => {
  const files = filesIn({
    'role.json': { Role: { RoleName: 'churn-jobs', Arn: LIVE.Arn, AssumeRolePolicyDocument: {} } },
    'policy.json': { RoleName: 'churn-jobs', PolicyName: 'P', PolicyDocument: LIVE.RolePolicyList[0].PolicyDocument },
    'attached.json': { AttachedPolicies: [] },
  });
  const live = ['role.json', 'policy.json', 'attached.json'].map(name => `${files}/${name}`);
  expect(check({ app: assemblyOf(APP, 'Churn'), live }).isSufficient).toBe(true);
});

test('chooses one of several roles', () => {
  const RoleDetailList = [LIVE, { ...LIVE, RoleName: 'other', RolePolicyList: [] }];
  expect(compared(APP, { RoleDetailList }, { options: { liveRole: 'churn-jobs' } }).isSufficient).toBe(true);
  expect(compared(APP, { RoleDetailList }, { options: { liveRole: 'other' } }).isSufficient).toBe(false);
  expect(() => compared(APP, { RoleDetailList })).toThrow(
    "the files of '--live' must be of one role, got the role \"churn-jobs\" and the role \"other\": compare one at a time, or choose it with '--live-role'");
});

test.each<[string, unknown, RegExp]>([
  ['text that is no JSON', 'Role:', /^'.*\/live\.json' must be a policy document in JSON, percent-encoded or not$/],
  ['something else', { Buckets: [] }, /^'.*\/live\.json' must hold a policy document, an object with a 'Statement'$/],
  ['a trust policy', { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: '*' }] },
    /^'.*\/live\.json' is the policy of a resource, or says who can assume the role/],
  ['what get-role prints', { Role: { RoleName: 'r', AssumeRolePolicyDocument: {} } },
    /^the role 'r' has no policies in these files: print them too, as 'aws iam get-account-authorization-details [^{}]*$/],
  ['no roles', { RoleDetailList: [] }, /^the files of '--live' have no role: print one with its policies, as 'aws iam [^{}]*$/],
  ['another account', { ...LIVE, Arn: 'arn:aws:iam::444455556666:role/churn-jobs' },
    /^the files of '--live' are of arn:aws:iam::444455556666:role\/churn-jobs, but the comparison is for account 111122223333/],
])('rejects %s as a live role, in one line', (_, live, message) => {
  const run = () => compared(APP, live);
  expect(run).toThrow(message);
  expect(run).toThrow(InputError);
});

test('rejects a check without a live role, or with a file that is not there', () => {
  expect(() => compared(APP, {}, { options: { live: [] } })).toThrow("'--live' must name a file with the live role");
  expect(() => compared(APP, {}, { options: { live: ['/none.json'] } })).toThrow(/^'--live \/none\.json' can't be read: it does not exist$/);
  expect(() => compared(APP, {}, { options: { live: ['/'] } })).toThrow(/^'--live \/' can't be read: it is a directory$/);
});

test.each<[string, unknown]>([
  ['text', '"text"'], ['a list of texts', ['a']], ['a map of objects', { Data: {} }], ['entries without names', [{ Value: 'x' }]],
])('rejects %s as resources', (_, resources) => {
  expect(() => compared(APP, LIVE, { resources })).toThrow(
    /^the file of '--resources' must be what 'aws cloudformation describe-stack-resources' or 'describe-stacks' prints, or a map/);
});

test('says what to do with YAML', () => {
  const files = filesIn({ 'live.yaml': 'Role:\n  RoleName: r\n', 'resources.yml': 'Data: data' });
  expect(() => compared(APP, LIVE, { options: { live: [`${files}/live.yaml`] } }))
    .toThrow(/^'.*\/live\.yaml' must be JSON: convert it to JSON$/);
  expect(() => compared(APP, LIVE, { options: { resources: [`${files}/resources.yml`] } }))
    .toThrow(/^the file of '--resources' must be JSON, got .*\/resources\.yml: convert it to JSON$/);
});

test('rejects resources that are no JSON', () => {
  expect(() => compared(APP, LIVE, { resources: 'Data: data' })).toThrow(/^the file of '--resources' must be JSON, got .*resources\.json: /);
});

test('reads parameters as describe-stacks prints them', () => {
  const app = templateOf([allow('s3:GetObject', { Ref: 'Name' })]);
  const Stacks = [{ StackName: 'Churn', Parameters: [{ ParameterKey: 'Name', ParameterValue: '/name', ResolvedValue: DATA }] }, { StackName: 'Shop' }];
  expect(compared(app, LIVE, { parameters: { Stacks } }).isSufficient).toBe(true);
});

test('rejects a role that grants nothing, and an app without roles', () => {
  expect(() => compared(templateOf([]), LIVE)).toThrow("'Churn/Jobs' grants nothing, so there is nothing to compare");
  expect(() => compared({ Resources: {} } as TemplateJson, LIVE)).toThrow('has no roles and policies to compare with');
});

test('faults of this program are no input errors', () => {
  const run = () => withFileNames([], () => (undefined as unknown as { x: () => never }).x());
  expect(run).toThrow(TypeError);
});
