import { Lazy, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { S3Location } from '../../src';

const inStack = () => new Stack(undefined, 'Stack', { env: { account: '111122223333', region: 'eu-central-1' } });
const bucket = (stack: Stack) => s3.Bucket.fromBucketName(stack, 'Bucket', 'data');
const bound = (location: (stack: Stack) => S3Location) => {
  const stack = inStack();
  return stack.resolve(location(stack)._bind(stack, 'inputs')) as object;
};
const P = { Ref: 'AWS::Partition' };
const join = (rest: string) => ({ 'Fn::Join': ['', ['arn:', P, rest]] });

test.each<[string, (stack: Stack) => S3Location, string, string]>([
  ['a prefix', stack => S3Location.prefix(bucket(stack), 'train/'), 'data', 'data/train/*'],
  ['a prefix without a slash', stack => S3Location.prefix(bucket(stack), 'train'), 'data', 'data/train*'],
  ['one object', stack => S3Location.exactObject(bucket(stack), 'train/a.csv'), 'data', 'data/train/a.csv'],
  ['a bucket', stack => S3Location.bucket(bucket(stack)), 'data', 'data/*'],
  ['a URI of a bucket', () => S3Location.uri('s3://data'), 'data', 'data/*'],
  ['a URI of a bucket with a slash', () => S3Location.uri('s3://data/'), 'data', 'data/*'],
  ['a URI of a prefix', () => S3Location.uri('s3://data/train/2026'), 'data', 'data/train/2026*'],
  ['any bucket', () => S3Location.anyBucket(), '*', '*/*'],
])('%s covers the expected bucket and objects', (_what, location, bucketName, objects) => {
  expect(bound(location)).toEqual({
    bucketArn: join(`:s3:::${bucketName}`), objectArn: join(`:s3:::${objects}`), keys: [],
  });
});

test('includes the encryption key of the bucket', () => {
  const stack = inStack();
  const encryptionKey = new kms.Key(stack, 'Key');
  const location = S3Location.bucket(new s3.Bucket(stack, 'Bucket', { encryptionKey }));
  expect(location._bind(stack, 'inputs').keys).toEqual([encryptionKey.keyArn]);
});

test('accepts a token as a prefix', () => {
  const prefix = Lazy.string({ produce: () => 'later/' });
  expect(bound(stack => S3Location.prefix(bucket(stack), prefix))).toMatchObject({
    objectArn: join(':s3:::data/later/*'),
  });
});

test.each<[string, (stack: Stack) => S3Location, string]>([
  [
    'a leading slash',
    stack => S3Location.prefix(bucket(stack), '/train/'),
    "the prefix of S3Location.prefix() in 'inputs' must not start with '/', got '/train/': S3 keys have no leading slash, use 'train/'",
  ],
  [
    'a wildcard',
    stack => S3Location.prefix(bucket(stack), 'train/*'),
    "the prefix of S3Location.prefix() in 'inputs' must not hold a wildcard (* or ?) or a policy variable, got \"train/*\": use S3Location.bucket() for the whole bucket",
  ],
  [
    'a question mark',
    stack => S3Location.exactObject(bucket(stack), 'part-?.csv'),
    "the key of S3Location.exactObject() in 'inputs' must not hold a wildcard (* or ?) or a policy variable, got \"part-?.csv\": use S3Location.prefix()",
  ],
  // eslint-disable-next-line no-template-curly-in-string
  ['a policy variable', stack => S3Location.prefix(bucket(stack), '${aws:username}/'), "the prefix of S3Location.prefix() in 'inputs' must not hold a wildcard"],
  [
    'a wildcard next to a token',
    stack => S3Location.prefix(bucket(stack), `${Lazy.string({ produce: () => 'later' })}/*`),
    "the prefix of S3Location.prefix() in 'inputs' must not hold a wildcard (* or ?) or a policy variable, got \"<token>/*\"",
  ],
  [
    'the arguments in the wrong order',
    stack => S3Location.prefix('train/' as never, bucket(stack) as never),
    "the prefix of S3Location.prefix() in 'inputs' must be a string, got the construct 'Stack/Bucket' ",
  ],
  ['a string as a bucket', () => S3Location.bucket('data' as never), "'inputs' must be a bucket, got \"data\": pass s3.Bucket.fromBucketName"],
  [
    'an empty prefix',
    stack => S3Location.prefix(bucket(stack), ''),
    "the prefix of S3Location.prefix() in 'inputs' must not be empty: use S3Location.bucket() for the whole bucket",
  ],
  [
    'an empty key',
    stack => S3Location.exactObject(bucket(stack), ''),
    "the key of S3Location.exactObject() in 'inputs' must not be empty: use S3Location.prefix()",
  ],
  [
    'a URI of another scheme',
    () => S3Location.uri('https://data.s3.amazonaws.com/train'),
    "'inputs' must be a URI of the form s3://BUCKET/PREFIX, got 'https://data.s3.amazonaws.com/train'",
  ],
  ['a URI without a bucket', () => S3Location.uri('s3:///train'), "'inputs' must be a URI of the form s3://BUCKET/PREFIX"],
  ['a URI with a wildcard', () => S3Location.uri('s3://data/train/*'), "the prefix of S3Location.uri() in 'inputs' must not hold a wildcard"],
  ['a URI with two slashes', () => S3Location.uri('s3://data//train'), "the prefix of S3Location.uri() in 'inputs' must not start with '/'"],
  [
    'a URI that is a token',
    () => S3Location.uri(Lazy.string({ produce: () => 's3://data/' })),
    "'inputs' holds a URI that is a token, which can't be parsed: use S3Location.prefix()",
  ],
])('rejects %s', (_what, location, message) => {
  expect(() => bound(location)).toThrow(`Stack: ${message}`);
});

test('warns of a bucket in another account', () => {
  const stack = inStack();
  const foreign = s3.Bucket.fromBucketAttributes(stack, 'Bucket', { bucketName: 'data', account: '444455556666' });
  S3Location.bucket(foreign)._bind(stack, 'inputs');
  Annotations.fromStack(stack).hasWarning(
    '/Stack',
    Match.stringLikeRegexp(
      "'inputs' names a resource of account 444455556666: the bucket policy there must allow this role, too: .*otherAccount",
    ),
  );
});
