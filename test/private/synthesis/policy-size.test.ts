import { App, Aws, CfnParameter, CfnResource, Fn, Lazy, ScopedAws, Stack, Token } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import { measure, measureJson, measureResolved } from '../../../src/private/synthesis/policy-size';

const stack = new Stack(new App(), 'Stack');
/** The size without the quotes. */
const textRange = (text: string) => measure(text).range.map(length => length - 2);

test.each([
  ['text', 'a "quoted" \\ text'],
  ['a number', 12],
  ['a boolean', true],
  ['null', null],
  ['an empty list', []],
  ['a list', ['a', 'b', 'c']],
  ['an empty object', {}],
  ['an object', { a: 'b', c: { d: [1, 2] } }],
  ['undefined, which JSON leaves out,', { a: 'b', c: undefined }],
  [
    'a policy',
    {
      Statement: [
        { Action: 's3:GetObject', Effect: 'Allow', Resource: ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'], Sid: 'Read' },
      ],
      Version: '2012-10-17',
    },
  ],
])('measures %s like JSON.stringify()', (_what, value) => {
  const { length } = JSON.stringify(value);
  expect(measure(value).range).toEqual([length, length]);
  expect(measureResolved(stack, value)).toEqual([length, length]);
  expect(measureJson(JSON.stringify(value)).range).toEqual([length, length]);
});

test('measures JSON like the value, with its tokens', () => {
  const bucket = new s3.Bucket(stack, 'Measured');
  const value = {
    [`aws:ResourceTag/${Lazy.string({ produce: () => 'team' })}`]: 'a "quoted" \\ text\n',
    Resource: [`${bucket.arnForObjects('é/')}`, `arn:${Aws.PARTITION}:sns:${Aws.REGION}:${Aws.ACCOUNT_ID}:topic`, Aws.REGION],
  };
  const { range, tokens } = measureJson(JSON.stringify(value));
  expect({ range, tokens: [...tokens] }).toEqual({ range: measure(value).range, tokens: [...measure(value).tokens] });
  expect(tokens.size).toBe(5);
});

test.each([
  ['the partition', Aws.PARTITION, ['aws'.length, 'aws-us-gov'.length]],
  ['the region', Aws.REGION, ['us-east-1'.length, 'us-isof-south-1'.length]],
  ['the account', Aws.ACCOUNT_ID, [12, 12]],
  ['the URL suffix', Aws.URL_SUFFIX, ['amazonaws.eu'.length, 'amazonaws.com.cn'.length]],
  ['the name of the stack', Aws.STACK_NAME, [1, 128]],
  ['the partition, scoped', new ScopedAws(stack).partition, [3, 10]],
  ['the ID of the stack', stack.stackId, [0, 1024]],
])('returns the length range of %s', (_what, token, range) => {
  expect(textRange(token)).toEqual(range);
  expect(textRange(`a${token}b"`)).toEqual(range.map(length => length + 4));
  expect(measureResolved(stack, token).map(length => length - 2)).toEqual(range);
});

const LONGEST = { partition: 'aws-us-gov', region: 'us-isof-south-1', account: '123456789012' };
const longest = (service: string, resource: string) =>
  `arn:${LONGEST.partition}:${service}:${LONGEST.region}:${LONGEST.account}:${resource}`.length;

test.each([
  [
    'a bucket',
    new s3.Bucket(stack, 'Bucket').bucketArn,
    'arn:aws:s3:::abc'.length,
    `arn:aws-us-gov:s3:::${'b'.repeat(63)}`.length,
  ],
  [
    'a key',
    new kms.Key(stack, 'Key').keyArn,
    `arn:aws:kms:us-east-1:123456789012:key/${'0'.repeat(36)}`.length,
    longest('kms', `key/${'0'.repeat(36)}`),
  ],
  [
    'a role',
    new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() }).roleArn,
    'arn:aws:iam::123456789012:role/r'.length,
    `arn:aws-us-gov:iam::123456789012:role/${'r'.repeat(64)}`.length,
  ],
  [
    'a role with a name and a path',
    new iam.Role(stack, 'Named', { assumedBy: new iam.AccountRootPrincipal(), roleName: 'worker', path: '/team/' })
      .roleArn,
    'arn:aws:iam::123456789012:role/team/worker'.length,
    'arn:aws-us-gov:iam::123456789012:role/team/worker'.length,
  ],
  [
    'a role whose path is known only at deployment',
    new iam.CfnRole(stack, 'Later', {
      assumeRolePolicyDocument: {},
      path: new CfnParameter(stack, 'Path').valueAsString,
    }).attrArn,
    'arn:aws:iam::123456789012:role/r'.length,
    `arn:aws-us-gov:iam::123456789012:role${'p'.repeat(512)}${'r'.repeat(64)}`.length,
  ],
  [
    'a repository',
    new ecr.Repository(stack, 'Repository').repositoryArn,
    'arn:aws:ecr:us-east-1:123456789012:repository/ab'.length,
    longest('ecr', `repository/${'r'.repeat(256)}`),
  ],
  [
    'a topic',
    new sns.Topic(stack, 'Topic').topicArn,
    'arn:aws:sns:us-east-1:123456789012:t'.length,
    longest('sns', 't'.repeat(256)),
  ],
])('returns the length range of the ARN of %s', (_what, token, min, max) => {
  expect(textRange(token)).toEqual([min, max]);
});

test.each([
  [
    'an attribute of an unknown resource',
    new CfnResource(stack, 'Unknown', { type: 'Custom::Thing' }).getAtt('Arn').toString(),
  ],
  ['a parameter', new CfnParameter(stack, 'Parameter').valueAsString],
  ['an import from another stack', Fn.importValue('Name')],
  ['an intrinsic function', Fn.select(0, Fn.getAzs())],
])('assumes at most 1,024 characters for %s', (_what, token) => {
  expect(textRange(token)).toEqual([0, 1024]);
  expect(measureResolved(stack, `x${token}`).map(length => length - 2)).toEqual([1, 1025]);
});

test('counts lazy values exactly once they are resolved', () => {
  const lazy = Lazy.string({ produce: () => 'arn:aws:s3:::"data"' });
  expect(textRange(`${lazy}/*`)).toEqual([2, 1026]);
  expect(measureResolved(stack, [`${lazy}/*`])).toEqual([25, 25].map(length => length + 2));
});

test('counts a token that is a whole value', () => {
  expect(measure(Lazy.any({ produce: () => ['a'] })).range).toEqual([2, 1026]);
  expect(measureResolved(stack, Lazy.any({ produce: () => ['a'] }))).toEqual([5, 5]);
  expect(measureResolved(stack, { a: Token.asAny({ Ref: 'AWS::Region' }) })).toEqual([17, 23]);
});

test('returns the tokens of the value', () => {
  const { tokens } = measure({ a: [`x${Aws.REGION}${Aws.PARTITION}`, Aws.REGION] });
  expect(tokens.size).toBe(2);
});
