import { libraryOf, READS } from './own-facts';
import { lastChange, ManagedPolicies, withWitness } from '../../drift/facts/managed-policies';
import { policyDrift } from '../../drift/watch/managed-policies';

const allow = (Action: string | string[], Resource: string | string[], others = {}) =>
  ({ Effect: 'Allow', Action, Resource, ...others });
const version = (id: string, ...statements: object[]) =>
  ({ id, document: { Version: '2012-10-17', Statement: statements } });

const LIBRARY = libraryOf([READS], { policies: { Reader: { version: 'v1', files: ['src/reader.ts'] } } });

function driftOf(...versions: ManagedPolicies[string]) {
  return policyDrift(LIBRARY, { Reader: versions }).differences
    .map(({ of, change, concerns }) => [of, change, ...concerns]);
}

test('each later version has the rights that it adds and removes, with the statements that have them', () => {
  expect(driftOf(
    version('v1', allow('s3:GetObject', '*')),
    version('v2', allow(['s3:GetObject', 's3:ListBucket'], '*')),
    version('v3', allow(['s3:ListBucket', 'kms:Decrypt'], ['arn:aws:s3:::b', 'arn:aws:s3:::a'])),
  )).toEqual([
    ['Reader v2', '+ s3:ListBucket on *', 'SageMakerExecutionRole ReadInputs has it'],
    ['Reader v3', '+ kms:Decrypt on arn:aws:s3:::a, arn:aws:s3:::b',
      'SageMakerExecutionRole: none of its statements from this policy has it', 'src/reader.ts'],
    ['Reader v3', '+ s3:ListBucket on arn:aws:s3:::a, arn:aws:s3:::b', 'SageMakerExecutionRole ReadInputs has it'],
    ['Reader v3', '- s3:GetObject on *', 'SageMakerExecutionRole ReadInputs has it'],
    ['Reader v3', '- s3:ListBucket on *', 'SageMakerExecutionRole ReadInputs has it'],
  ]);
});

test('conditions, denials and exceptions are parts of a right', () => {
  const condition = { Condition: { Bool: { 'aws:SecureTransport': 'true' } } };
  const [added] = [driftOf(
    version('v1'),
    version('v2', allow('s3:GetObject', '*', condition), { Effect: 'Deny', NotAction: ['iam:GetRole'], NotResource: ['arn:aws:s3:::a'] }),
  )].map(rows => rows.map(([, change]) => change));
  expect(added).toEqual([
    '+ denied: all but iam:GetRole on all but arn:aws:s3:::a',
    '+ s3:GetObject on * if {"Bool":{"aws:SecureTransport":"true"}}',
  ]);
});

test.each([
  ['a version with the same rights', [version('v1'), version('v2')], 'the same rights under other Sids'],
  ['a version that nobody publishes', [version('v2')], 'there is no version v1, which was read'],
])('%s is reported', (_, versions, change) => {
  expect(driftOf(...versions).map(([, text]) => text)).toEqual([change]);
});

test('a policy that is gone is reported, and one with a path is found without it', () => {
  expect(policyDrift(LIBRARY, {}).differences.map(({ change }) => change)).toEqual(['AWS no longer has this policy']);
  expect(policyDrift(LIBRARY, { 'service-role/Reader': [version('v1')] }).differences).toEqual([]);
});

test('a witness adds the versions that are newer than the newest known', () => {
  const all = withWitness(
    { Reader: [version('v1'), { ...version('v2'), date: '2026-01-02' }] },
    { Reader: [{ ...version('v4'), date: '2026-03-04' }], Other: [version('v1')] },
  );
  expect(Object.fromEntries(Object.entries(all).map(([name, versions]) => [name, versions.map(({ id }) => id)])))
    .toEqual({ Reader: ['v1', 'v2', 'v4'], Other: ['v1'] });
  expect(lastChange(all)).toBe('2026-03-04');
});
