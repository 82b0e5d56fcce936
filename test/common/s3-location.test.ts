import { Fn, Lazy, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as s3express from 'aws-cdk-lib/aws-s3express';
import * as s3outposts from 'aws-cdk-lib/aws-s3outposts';
import { S3Location, SageMakerExecutionRole } from '../../src';

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
  [
    'the default bucket of the SageMaker SDK',
    () => S3Location.sageMakerDefaultBucket(),
    'sagemaker-eu-central-1-111122223333', 'sagemaker-eu-central-1-111122223333/*',
  ],
  [
    'a prefix in the default bucket of the SageMaker SDK',
    () => S3Location.sageMakerDefaultBucket('churn/'),
    'sagemaker-eu-central-1-111122223333', 'sagemaker-eu-central-1-111122223333/churn/*',
  ],
])('%s covers the expected bucket and objects', (_what, location, bucketName, objects) => {
  expect(bound(location)).toMatchObject({
    bucketArn: join(`:s3:::${bucketName}`), objectArn: join(`:s3:::${objects}`), keys: [],
  });
});

test('the default bucket of the SageMaker SDK is in the region and account that the stack is deployed to', () => {
  const stack = new Stack(undefined, 'Stack');
  const { objectArn } = S3Location.sageMakerDefaultBucket()._bind(stack, 'inputs');
  expect(stack.resolve(objectArn)).toEqual({
    'Fn::Join': ['', ['arn:', P, ':s3:::sagemaker-', { Ref: 'AWS::Region' }, '-', { Ref: 'AWS::AccountId' }, '/*']],
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
  [
    'an empty prefix in the default bucket of the SageMaker SDK',
    () => S3Location.sageMakerDefaultBucket(''),
    "the prefix of S3Location.sageMakerDefaultBucket() in 'inputs' must not be empty: use S3Location.sageMakerDefaultBucket() for the whole bucket",
  ],
  [
    'a wildcard in the default bucket of the SageMaker SDK',
    () => S3Location.sageMakerDefaultBucket('churn/*'),
    "the prefix of S3Location.sageMakerDefaultBucket() in 'inputs' must not hold a wildcard (* or ?) or a policy variable, got \"churn/*\"",
  ],
  [
    'a bucket as the prefix in the default bucket of the SageMaker SDK',
    stack => S3Location.sageMakerDefaultBucket(bucket(stack) as never),
    "the prefix of S3Location.sageMakerDefaultBucket() in 'inputs' must be a string, got the construct 'Stack/Bucket' ",
  ],
  ['a URI with two slashes', () => S3Location.uri('s3://data//train'), "the prefix of S3Location.uri() in 'inputs' must not start with '/'"],
  [
    'a URI that is a token',
    () => S3Location.uri(Lazy.string({ produce: () => 's3://data/' })),
    "'inputs' holds a URI that is a token, which can't be parsed: use S3Location.prefix()",
  ],
])('rejects %s', (_what, location, message) => {
  expect(() => bound(location)).toThrow(`Stack: ${message}`);
});

const EXPRESS = "use a general purpose bucket, or grant 's3express:CreateSession' in 'additionalStatements'";
const BEHIND = "name the bucket behind it, here and in requests, or grant its own ARN in 'additionalStatements'";

test.each<[string, string, string]>([
  ['train--use1-az4--x-s3', 'a directory bucket', EXPRESS],
  ['train--use1-az4--xa-s3', 'an access point of a directory bucket', EXPRESS],
  ['recipes-hrzrlukc5m36ft7okagglf3gmwluquse1b-s3alias', 'an access point', BEHIND],
  ['files-hrzrlukc5m36ft7okagglf3gmwluq-ext-s3alias', 'an access point', BEHIND],
  ['mfzwi23gnjvgw.mrap', 'a Multi-Region Access Point', BEHIND],
  ['recipes-hrzrlukc5m36ft7okagglf3gmwluquse1b--ol-s3', 'an Object Lambda access point', BEHIND],
  [
    'recipes-o01ac5d28a6a232904e8xz5w8ijx1qzlbp3i3kuse10--op-s3', 'a resource of S3 on Outposts',
    "use a bucket in a region, or grant actions of 's3-outposts' in 'additionalStatements'",
  ],
  [
    '96076612-1454-4a44-iqsfrnqtwwi8jasgxsj5i4wmikrneuse1b--table-s3', 'a resource of S3 Tables',
    "use a general purpose bucket, or grant actions of 's3tables' in 'additionalStatements'",
  ],
])('rejects %s, which S3 does not authorize as a bucket', (name, what, wayOut) => {
  const reason = `: it is ${what}, and permissions on a bucket have no effect on requests to it: ${wayOut}`;
  expect(() => bound(stack => S3Location.bucket(s3.Bucket.fromBucketName(stack, 'Bucket', name))))
    .toThrow(`Stack: 'inputs' must be a bucket, got 'arn:<token>:s3:::${name}'${reason}`);
  expect(() => bound(stack => S3Location.exactObject(s3.Bucket.fromBucketArn(stack, 'Bucket', `arn:aws:s3:::${name}`), 'a')))
    .toThrow(`Stack: 'inputs' must be a bucket, got 'arn:aws:s3:::${name}'${reason}`);
  expect(() => bound(() => S3Location.uri(`s3://${name}/data/`)))
    .toThrow(`Stack: 'inputs' must be a URI of the form s3://BUCKET/PREFIX, got 's3://${name}/data/'${reason}`);
});

const PLACE = 'eu-central-1:111122223333';

test.each([
  [`arn:aws:s3express:${PLACE}:bucket/train--euc1-az1--x-s3`, 'a directory bucket'],
  [`arn:aws:s3express:${PLACE}:accesspoint/train--euc1-az1--xa-s3`, 'an access point of a directory bucket'],
  [`arn:aws:s3:${PLACE}:accesspoint/recipes`, 'an access point'],
  [`arn:aws-cn:s3:${PLACE}:accesspoint/recipes/object/a`, 'an access point'],
  [`arn:aws:s3:${PLACE}:accesspoint:recipes`, 'an access point'],
  ['arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap', 'a Multi-Region Access Point'],
  [`arn:aws:s3-object-lambda:${PLACE}:accesspoint/recipes`, 'an Object Lambda access point'],
  [`arn:aws:s3-outposts:${PLACE}:outpost/op-01ac5d28a6a232904/bucket/recipes`, 'a resource of S3 on Outposts'],
  [`arn:aws:s3tables:${PLACE}:bucket/recipes`, 'a resource of S3 Tables'],
])('rejects %s, as a bucket and in a URI', (bucketArn, what) => {
  const imported = (stack: Stack) => s3.Bucket.fromBucketAttributes(stack, 'Bucket', { bucketArn, bucketName: 'data' });
  expect(() => bound(stack => S3Location.prefix(imported(stack), 'train/')))
    .toThrow(`Stack: 'inputs' must be a bucket, got '${bucketArn}': it is ${what}, and permissions`);
  expect(() => bound(() => S3Location.uri(`s3://${bucketArn}/train/`)))
    .toThrow(`Stack: 'inputs' must be a URI of the form s3://BUCKET/PREFIX, got 's3://${bucketArn}/train/': it is ${what}, and`);
});

test.each<[string, (stack: Stack) => object, string]>([
  [
    'a directory bucket',
    stack => new s3express.CfnDirectoryBucket(stack, 'X', { dataRedundancy: 'SingleAvailabilityZone', locationName: 'euc1-az1' }),
    'directory bucket',
  ],
  ['an access point', stack => new s3.CfnAccessPoint(stack, 'X', { bucket: 'data' }), 'access point'],
  [
    'a bucket on an Outpost',
    stack => new s3outposts.CfnBucket(stack, 'X', { bucketName: 'data', outpostId: 'op-01ac5d28a6a232904' }),
    'resource of S3 on Outposts',
  ],
])('rejects the L1 of %s', (_what, resource, what) => {
  expect(() => bound(stack => S3Location.bucket(resource(stack) as never)))
    .toThrow(new RegExp(`^Stack: 'inputs' must be a bucket, got the construct 'Stack/X' .*: it is an? ${what}, and permissions`));
});

test('rejects a name with a token before a reserved suffix', () => {
  expect(() => bound(stack => S3Location.bucket(s3.Bucket.fromBucketName(stack, 'Bucket', `train-${stack.urlSuffix}--x-s3`))))
    .toThrow("'inputs' must be a bucket, got 'arn:<token>:s3:::train-<token>--x-s3': it is a directory bucket, and");
});

test.each([
  'data-x-s3', 'data--x-s3-old', 's3alias', 'mrap', 'data-mrap', 'data-111122223333-eu-central-1-an', 'accesspoint',
])('accepts the bucket %s, whose name only resembles a reserved one', name => {
  const objectArn = join(`:s3:::${name}/*`);
  expect(bound(stack => S3Location.bucket(s3.Bucket.fromBucketName(stack, 'Bucket', name)))).toMatchObject({ objectArn });
  expect(bound(() => S3Location.uri(`s3://${name}`))).toMatchObject({ objectArn });
});

test('accepts buckets whose names are tokens', () => {
  expect(bound(stack => S3Location.bucket(new s3.Bucket(stack, 'Bucket'))))
    .toMatchObject({ bucketArn: { 'Fn::GetAtt': [expect.stringMatching(/^Bucket/), 'Arn'] } });
  expect(bound(stack => S3Location.bucket(s3.Bucket.fromBucketName(stack, 'Bucket', Fn.importValue('Name')))))
    .toMatchObject({ bucketArn: { 'Fn::Join': ['', ['arn:', P, ':s3:::', { 'Fn::ImportValue': 'Name' }]] } });
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

test('the default bucket of the SageMaker SDK is in each region of the role', () => {
  const stack = inStack();
  new SageMakerExecutionRole(stack, 'Role', {
    trainingJob: { outputs: [S3Location.sageMakerDefaultBucket('churn/')] }, regions: ['eu-central-1', 'us-east-1'],
  });
  const names = ['eu-central-1', 'us-east-1'].map(region => `sagemaker-${region}-111122223333`);
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', {
    Policies: Match.arrayWith([Match.objectLike({
      PolicyDocument: Match.objectLike({
        Statement: Match.arrayWith([
          Match.objectLike({ Sid: 'TrainingJobListBuckets', Resource: names.map(name => join(`:s3:::${name}`)) }),
          Match.objectLike({ Sid: 'TrainingJobWriteOutputs', Resource: names.map(name => join(`:s3:::${name}/churn/*`)) }),
        ]),
      }),
    })]),
  });
});
