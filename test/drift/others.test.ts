import { libraryOf, READS } from './own-facts';
import { OwnSource } from '../../drift/own';
import { cdkDrift } from '../../drift/watch/cdk';
import { handlerDrift } from '../../drift/watch/handlers';
import { sourceDrift } from '../../drift/watch/sources';
import { witnessDrift } from '../../drift/watch/witnesses';
import { inOrder } from '../../judge/vendors/releases';

test('permissions of handlers that differ are reported, with the policies of users that have them', () => {
  const user = { ...READS, construct: 'SageMakerUserPolicy', sid: 'UseTables', actions: ['dynamodb:TagResource'] };
  const library = libraryOf([{ ...user, construct: 'SageMakerExecutionRole' }, user]);
  const { differences } = handlerDrift(library,
    { 'AWS::DynamoDB::Table': { 'dynamodb:CreateTable': ['create'] }, 'AWS::IAM::Role': { 'iam:GetRole': ['update'] } },
    { 'AWS::DynamoDB::Table': { 'dynamodb:CreateTable': ['create', 'update'], 'dynamodb:TagResource': ['create'] } },
    '1.2');
  expect(differences.map(({ of, change, concerns }) => [of, change, ...concerns])).toEqual([
    ['AWS::DynamoDB::Table (cfn-lint 1.2)', '+ dynamodb:CreateTable to update', 'no statement has it'],
    ['AWS::DynamoDB::Table (cfn-lint 1.2)', '+ dynamodb:TagResource to create', 'SageMakerUserPolicy UseTables has it'],
    ['AWS::IAM::Role (cfn-lint 1.2)', '- iam:GetRole to update', 'no statement has it'],
  ]);
});

test('feature flags of the CDK that differ, and what no longer compiles, are reported', () => {
  const read = { version: '2.1.0', flags: { 'aws-iam:minimize': true, 'core:old': true } };
  const newest = { version: '2.2.0', flags: { 'aws-iam:minimize': true, 'aws-iam:new': true } };
  const { differences } = cdkDrift(read, newest, ['src/a.ts: Property x does not exist']);
  expect(differences.map(({ of, change }) => `${of}: ${change}`)).toEqual([
    'aws-cdk-lib 2.2.0: + feature flag aws-iam:new: true',
    'aws-cdk-lib 2.2.0: - feature flag core:old: true',
    'aws-cdk-lib 2.2.0: - src/a.ts: Property x does not exist',
  ]);
  expect(cdkDrift(read, { ...read, version: '2.2.0' }, [])).toEqual({
    differences: [], notes: ['aws-cdk-lib 2.2.0 has the flags of 2.1.0, which was read, and the library compiles with it'],
  });
});

describe('sources', () => {
  const source = (kind: string, readOn: string): OwnSource =>
    ({ name: 'platform.page', url: 'https://docs.example.com', section: 'Roles', kind, asOf: '2020-01', readOn });
  const faults = (...sources: OwnSource[]) => sourceDrift(libraryOf([], { sources }), '2026-11-28').differences.map(({ change }) => change);

  test('that nobody read for a year are reported', () => {
    expect(faults(source('page', '2025-11'), source('commit', '2024-10-01')))
      .toEqual(["~ 'Roles' was last read on 2025-11", "~ 'Roles' was last read on 2024-10-01"]);
  });

  test.each([['page', '2025-12'], ['release', '2020-01-01'], ['managed policy', '2020-01-01'], ['authorization', '2020-01-01']])(
    'of the kind %s, read on %s, need no reading', (kind, readOn) => {
      expect(faults(source(kind, readOn))).toEqual([]);
    });
});

test('packages with old facts are reported', () => {
  const { differences, notes } = witnessDrift({ policies: '2026-08-01', schemas: '2026-11-01' }, '2026-11-28');
  expect(differences.map(({ of, change }) => `${of}: ${change}`))
    .toEqual(['policies: ~ its facts end on 2026-08-01: look for a package that goes on']);
  expect(notes).toEqual(['policies has facts up to 2026-08-01', 'schemas has facts up to 2026-11-01']);
});

test('releases are in the order of their numbers, also if one has more of them', () => {
  expect(inOrder(['3.27.5', '3.9.1', '3.27', '3.27.10', '2.0'])).toEqual(['2.0', '3.9.1', '3.27', '3.27.5', '3.27.10']);
});
