import { PrintedPair } from './documents';
import { judge, Verdict } from './verdict';
import { Statement } from '../support/policies';
import { ServiceReference } from '../support/service-reference';

const OBJECTS = 'arn:aws:s3:::inputs/train/*';
const TO_SAGEMAKER = { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } };
const TO_SAGEMAKER_OR_EC2 = { StringEquals: { 'iam:PassedToService': ['sagemaker.amazonaws.com', 'ec2.amazonaws.com'] } };
const TO_SAGEMAKER_IF_EXISTS = { StringEqualsIfExists: TO_SAGEMAKER.StringEquals };
const TO_EC2 = { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } };

type Grant = [action: string, resource: string, condition?: Statement['Condition']];

const CASES: [name: string, printed: Grant, ours: Grant, verdict: Verdict][] = [
  ['the same', ['s3:GetObject', OBJECTS], ['s3:GetObject', OBJECTS], 'covered'],
  ['an action in another case', ['s3:getobject', OBJECTS], ['s3:GetObject', OBJECTS], 'covered'],
  ['a part of the action', ['s3:Get*', OBJECTS], ['s3:GetObject', OBJECTS], 'narrowed'],
  ['more than the action', ['s3:GetObject', OBJECTS], ['s3:Get*', OBJECTS], 'covered'],
  ['another action', ['s3:PutObject', OBJECTS], ['s3:GetObject', OBJECTS], 'dropped'],
  ['more than the resource', ['s3:GetObject', OBJECTS], ['s3:GetObject', 'arn:aws:s3:::inputs/*'], 'covered'],
  ['a part of the resource', ['s3:GetObject', OBJECTS], ['s3:GetObject', 'arn:aws:s3:::inputs/train/a*'], 'narrowed'],
  ['resources that overlap', ['s3:GetObject', OBJECTS], ['s3:GetObject', 'arn:aws:s3:::inputs/*/a'], 'narrowed'],
  ['another resource', ['s3:GetObject', OBJECTS], ['s3:GetObject', 'arn:aws:s3:::outputs/*'], 'dropped'],
  ['a part of a wildcard', ['s3:GetObject', '*'], ['s3:GetObject', OBJECTS], 'narrowed'],
  ['all objects for a wildcard', ['s3:GetObject', '*'], ['s3:GetObject', 'arn:aws:s3:::*/*'], 'covered'],
  ['objects for an action on buckets', ['s3:ListBucket', '*'], ['s3:ListBucket', 'arn:aws:s3:::a/*'], 'dropped'],
  ['the same grant without an effect', ['s3:ListBucket', OBJECTS], ['s3:ListBucket', OBJECTS], 'covered'],
  ['a valid resource for a grant without an effect', ['s3:ListBucket', OBJECTS],
    ['s3:ListBucket', 'arn:aws:s3:::inputs'], 'dropped'],
  ['another kind in any region', ['ecr:PutImage', 'arn:aws:ecr:*:1:repository/*'],
    ['ecr:PutImage', 'arn:aws:ecr:*:1:other/*'], 'dropped'],
  ['one account for a wildcard', ['ecr:PutImage', '*'], ['ecr:PutImage', 'arn:aws:ecr:*:1:repository/*'], 'narrowed'],
  ['a wildcard for an action without resources', ['ec2:DescribeVpcs', '*'], ['ec2:DescribeVpcs', '*'], 'covered'],
  ['a wildcard with an action pattern', ['s3:*', '*'], ['s3:*', 'arn:aws:s3:::*/*'], 'narrowed'],
  ['the same condition', ['iam:PassRole', '*', TO_SAGEMAKER], ['iam:PassRole', '*', TO_SAGEMAKER], 'covered'],
  ['a condition of ours', ['iam:PassRole', '*'], ['iam:PassRole', '*', TO_SAGEMAKER], 'narrowed'],
  ['a condition of theirs', ['iam:PassRole', '*', TO_SAGEMAKER], ['iam:PassRole', '*'], 'covered'],
  ['fewer values', ['iam:PassRole', '*', TO_SAGEMAKER_OR_EC2], ['iam:PassRole', '*', TO_SAGEMAKER], 'narrowed'],
  ['more values', ['iam:PassRole', '*', TO_SAGEMAKER], ['iam:PassRole', '*', TO_SAGEMAKER_OR_EC2], 'covered'],
  ['other values', ['iam:PassRole', '*', TO_SAGEMAKER], ['iam:PassRole', '*', TO_EC2], 'dropped'],
  ['no absent key', ['iam:PassRole', '*', TO_SAGEMAKER_IF_EXISTS], ['iam:PassRole', '*', TO_SAGEMAKER], 'narrowed'],
  ['an absent key', ['iam:PassRole', '*', TO_SAGEMAKER], ['iam:PassRole', '*', TO_SAGEMAKER_IF_EXISTS], 'covered'],
];

test.each(CASES)('judges %s', async (_name, printed, ours, verdict) => {
  const [action, resource, conditions = {}] = printed;
  const [Action, Resource, Condition] = ours;
  const pair: PrintedPair = { action, resource, boundResource: resource, conditions };
  const reference = await ServiceReference.of([action]);
  const allow = statement({ Action: [Action], Resource: [Resource], Condition });
  expect(judge(pair, [allow], reference).verdict).toBe(verdict);
});

test('one statement for each part of a star covers it', async () => {
  const pair: PrintedPair = { action: 'sagemaker:CreateEndpoint', resource: '*', boundResource: '*', conditions: {} };
  const on = (type: string) =>
    statement({ Action: ['sagemaker:CreateEndpoint'], Resource: [`arn:aws:sagemaker:*:*:${type}/*`] });
  const reference = await ServiceReference.of([pair.action]);
  expect(judge(pair, [on('endpoint'), on('endpoint-config')], reference).verdict).toBe('covered');
  expect(judge(pair, [on('endpoint')], reference).verdict).toBe('narrowed');
});

test('rejects a condition operator that it cannot compare', async () => {
  const pair: PrintedPair = {
    action: 's3:GetObject',
    resource: OBJECTS,
    boundResource: OBJECTS,
    conditions: { NumericLessThan: { 's3:max-keys': '10' } },
  };
  const ours = statement({
    Action: [pair.action],
    Resource: [OBJECTS],
    Condition: { NumericLessThan: { 's3:max-keys': '9' } },
  });
  expect(() => judge(pair, [ours], reference)).toThrow('the verdict does not know NumericLessThan');
});

let reference: ServiceReference;
beforeAll(async () => {
  reference = await ServiceReference.of(['s3:GetObject']);
});

function statement(part: Omit<Statement, 'Effect'>): Statement {
  return { Effect: 'Allow', ...part };
}
