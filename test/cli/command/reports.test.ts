import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportsOf } from '../../../cli/command/reports';
import * as api from '../../../cli/index';
import { Assemblies } from '../support/assemblies';
import { catalogue, documented, packageWith } from '../support/packages';

const assemblies = new Assemblies();
afterAll(() => assemblies.remove());

const reports = reportsOf(api);
const FORM = { format: 'terminal', color: false, columns: 100 } as const;

/** An app with one role, and what it allows. */
function appWith(...actions: readonly string[]): string {
  const document = (statement: object) => ({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });
  return assemblies.ofTemplate({
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: 'app',
          AssumeRolePolicyDocument: document({ Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } }),
          Policies: [{ PolicyName: 'Data', PolicyDocument: document({ Action: actions, Resource: 'arn:aws:s3:::data/*' }) }],
        },
      },
    },
  }, { environment: 'aws://111122223333/eu-central-1' });
}

/** A file with a live role, as AWS prints it. */
function liveWith(...actions: readonly string[]): string {
  const file = join(assemblies.directory(), 'role.json');
  writeFileSync(file, JSON.stringify({
    RoleName: 'app',
    PolicyName: 'Data',
    PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: 'arn:aws:s3:::data/*' }] },
  }));
  return file;
}

test('review shows what a role may do', () => {
  const { text, isFailure } = reports.review(appWith('s3:GetObject'), FORM);
  expect(text).toContain('Read objects in the bucket data');
  expect(isFailure).toBe(false);
});

test.each([
  ['fails for a wider role', ['s3:GetObject', 's3:PutObject'], 'wider', true],
  ['is fine for the same role', ['s3:GetObject'], 'wider', false],
  ['fails for a role that changed', [], 'changed', true],
] as const)('review with a base %s', (_, actions, failOn, isFailure) => {
  const base = appWith('s3:GetObject');
  expect(reports.review(appWith(...actions), { ...FORM, base, failOn: [failOn] })).toHaveProperty('isFailure', isFailure);
});

test.each([
  ['fails for a version that grants more', ['s3:GetObject', 's3:PutObject', 's3:PutObjectAcl'], 'wider', true],
  ['is fine for one that grants less', ['s3:GetObject'], 'wider', false],
  ['fails for one that grants something else', ['s3:GetObject'], 'changed', true],
  ['is fine for one that grants the same', ['s3:GetObject', 's3:PutObject'], 'changed', false],
] as const)('review between two versions of the package %s', (_, actions, failOn, isFailure) => {
  const [older, newer] = [['s3:GetObject', 's3:PutObject'], actions].map(granted =>
    packageWith(catalogue({ SlurmdbdRole: [documented('A', { actions: granted })] })));
  expect(reports.between(older, newer, { ...FORM, failOn: [failOn] })).toHaveProperty('isFailure', isFailure);
  expect(reports.between(older, newer, FORM)).toHaveProperty('isFailure', false);
});

test('explain looks at the roles of an app', () => {
  const message = 'User: arn:aws:sts::111122223333:assumed-role/app/i-0 is not authorized to perform: s3:PutObject on resource: ' +
    'arn:aws:s3:::data/a because no identity-based policy allows the s3:PutObject action';
  expect(reports.explain(message, { ...FORM, app: appWith('s3:GetObject') }).text).toContain('the role does not have it');
  expect(reports.explain('s3:PutObject', FORM)).toHaveProperty('isFailure', false);
});

test.each([
  ['fails for a role that lacks something', ['s3:ListBucket'], true],
  ['is fine for a role that has it', ['s3:GetObject'], false],
])('check %s', (_, actions, isFailure) => {
  const live = [liveWith(...actions)];
  expect(reports.check(appWith('s3:GetObject'), { ...FORM, live })).toHaveProperty('isFailure', isFailure);
});

test('check of a construct takes the options of a construct', () => {
  const checkConstruct = jest.fn((_: Parameters<typeof api.checkConstruct>[0]) => api.check({ app: appWith('s3:GetObject'), live: [liveWith('s3:GetObject')] }));
  const options = { construct: 'SageMakerExecutionRole', options: 'options.json', live: ['role.json'], account: '111122223333', region: 'eu-central-1' };
  expect(reportsOf({ ...api, checkConstruct }).check('cdk.out', { ...FORM, ...options }).text).toContain('1 granted');
  expect(checkConstruct).toHaveBeenCalledWith(options);
});
