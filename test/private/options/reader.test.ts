import { Lazy, Stack, Token } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import { ImageSource, S3Location } from '../../../src';
import { OptionReader, ReaderOf, readerOf } from '../../../src/private/options/reader';
import { TOPIC } from '../../../src/private/options/things/things';
import { unique } from '../../../src/private/options/unique';
import { STRING } from '../../../src/private/options/validators';

interface Common {
  readonly description?: string;
}

interface Nested extends Common {
  readonly size: string;
  readonly images?: string[];
}

interface Options extends Common {
  readonly enabled?: boolean;
  readonly clusterName: string;
  readonly zone?: string;
  readonly nested?: Nested;
  readonly network: Nested;
  readonly subnets: string[];
  readonly regions?: string[];
  readonly topic?: sns.ITopic;
  readonly alarms: sns.ITopic;
  readonly topics?: sns.ITopic[];
  readonly targets: sns.ITopic[];
  readonly inputs?: S3Location[];
  readonly outputs: S3Location[];
  readonly images?: ImageSource[];
  readonly baseImages: ImageSource[];
  readonly volumeKey?: kms.IKey;
  readonly masterKey: kms.IKey;
  readonly dataKeys?: kms.IKey[];
}

type Read = OptionReader<Options>;

const ENV = { account: '111122223333', region: 'eu-central-1' };
const stack = new Stack(undefined, 'Stack', { env: ENV });
const topicArn = (name: string) => `arn:aws:sns:eu-central-1:111122223333:${name}`;
const keyArn = (id: string) => `arn:aws:kms:eu-central-1:111122223333:key/${id}`;
const [topicA, topicB] = ['a', 'b'].map(name => sns.Topic.fromTopicArn(stack, `Topic-${name}`, topicArn(name)));
const [keyA, keyB] = ['a', 'b'].map(id => kms.Key.fromKeyArn(stack, `Key-${id}`, keyArn(id)));
const repository = ecr.Repository.fromRepositoryArn(stack, 'Repository', 'arn:aws:ecr:eu-central-1:111122223333:repository/r');
const bucket = s3.Bucket.fromBucketAttributes(stack, 'Bucket', { bucketArn: 'arn:aws:s3:::data', encryptionKey: keyA });
const LIST_TOKEN = Token.asList({ Ref: 'List' });

const reader = (options: object): Read => OptionReader.of(stack, options as Options);
const LEAVE_OUT = 'leave it out instead';

describe('an option that is left out is', () => {
  test.each<[string, (read: Read) => unknown, unknown]>([
    ['the default of a flag', read => [read.flag('enabled', true), read.flag('enabled', false)], [true, false]],
    ['no value', read => read.value('zone', STRING), undefined],
    ['no struct', read => read.struct('nested', () => 'read'), undefined],
    ['the default of a struct', read => read.structOr('nested', { size: 'l' }, nested => nested.required('size', STRING)), 'l'],
    ['an empty list', read => read.list('regions', STRING), []],
    ['an empty list of any length', read => read.anyNumberOf('regions', STRING), []],
    ['no resource', read => read.thing('topic', TOPIC), undefined],
    ['an empty list of resources', read => read.things('topics', TOPIC), []],
    ['an empty list of resources that apps compute', read => read.anyNumberOfThings('topics', TOPIC), []],
    ['no ARNs', read => read.arns('topics', TOPIC), []],
    ['no locations', read => read.locations('inputs'), { buckets: [], objects: [], keys: [], accounts: [] }],
    ['no images', read => read.images('images'), []],
    ['no key', read => read.key('volumeKey'), []],
    ['no keys', read => read.keys('dataKeys'), []],
    ['reported as absent', read => [read.has('zone'), read.raw('zone')], [false, undefined]],
  ])('%s', (_what, read, value) => {
    expect(read(reader({}))).toEqual(value);
  });
});

describe('reads', () => {
  const location = S3Location.prefix(bucket, 'train/');
  test.each<[string, Partial<Options>, (read: Read) => unknown, unknown]>([
    ['a flag', { enabled: false }, read => read.flag('enabled', true), false],
    ['a value', { zone: 'a' }, read => read.value('zone', STRING), 'a'],
    ['a required value', { clusterName: 'a' }, read => read.required('clusterName', STRING), 'a'],
    ['a struct', { nested: { size: 's' } }, read => read.struct('nested', nested => nested.required('size', STRING)), 's'],
    ['a required struct', { network: { size: 's' } },
      read => read.requiredStruct('network', nested => nested.required('size', STRING)), 's'],
    ['a list', { regions: ['b', 'a', 'b'] }, read => read.list('regions', STRING), ['b', 'a', 'b']],
    ['a required list', { subnets: ['a'] }, read => read.list('subnets', STRING, 'reason'), ['a']],
    ['an empty list that apps compute', { regions: [] }, read => read.anyNumberOf('regions', STRING), []],
    ['a resource', { topic: topicA }, read => read.thing('topic', TOPIC),
      { object: topicA, arn: topicArn('a'), keys: [] }],
    ['a required resource', { alarms: topicA }, read => read.requiredThing('alarms', TOPIC).arn, topicArn('a')],
    ['resources', { topics: [topicB, topicA] }, read => read.things('topics', TOPIC).map(({ arn }) => arn),
      ['b', 'a'].map(topicArn)],
    ['required resources', { targets: [topicB] }, read => read.things('targets', TOPIC, 'reason').length, 1],
    ['resources that apps compute', { topics: [topicB] }, read => read.anyNumberOfThings('topics', TOPIC)[0].object,
      topicB],
    ['an empty list of resources that apps compute', { topics: [] }, read => read.anyNumberOfThings('topics', TOPIC),
      []],
    ['ARNs without duplicates', { topics: [topicB, topicA, topicB] }, read => read.arns('topics', TOPIC),
      ['b', 'a'].map(topicArn)],
    ['required ARNs', { targets: [topicA, topicA] }, read => read.arns('targets', TOPIC, 'reason'), [topicArn('a')]],
    [
      'locations without duplicates', { inputs: [location, location] }, read => read.locations('inputs'),
      { buckets: ['arn:aws:s3:::data'], objects: ['arn:aws:s3:::data/train/*'], keys: [keyArn('a')], accounts: ['111122223333'] },
    ],
    ['required locations', { outputs: [location] }, read => read.locations('outputs', 'reason').keys, [keyArn('a')]],
    ['images without duplicates',
      { images: [repository, repository].map(ImageSource.repository) }, read => read.images('images'),
      ['arn:aws:ecr:eu-central-1:111122223333:repository/r']],
    ['required images', { baseImages: [ImageSource.repository(repository)] },
      read => read.images('baseImages', 'reason').length, 1],
    ['a key', { volumeKey: keyA }, read => read.key('volumeKey'), [keyArn('a')]],
    ['a required key', { masterKey: keyA }, read => read.requiredKey('masterKey'), keyArn('a')],
    ['keys without duplicates', { dataKeys: [keyB, keyA, keyB] }, read => read.keys('dataKeys'),
      [keyArn('b'), keyArn('a')]],
    ['an option unchanged', { zone: 5 as never }, read => [read.has('zone'), read.raw('zone')], [true, 5]],
  ])('%s', (_what, options, read, value) => {
    expect(read(reader(options))).toEqual(value);
  });

  test('the shared options of structs', () => {
    const readCommon = (common: ReaderOf<Common>) => readerOf(common).value('description', STRING);
    const read = reader({ description: 'outer', nested: { size: 's', description: 'inner' } });
    expect([readCommon(read), read.struct('nested', nested => [readCommon(nested), nested.required('size', STRING)])])
      .toEqual(['outer', ['inner', 's']]);
  });
});

describe('rejects', () => {
  test.each<[string, object, (read: Read) => unknown, string]>([
    ['text in place of a flag', { enabled: 'false' }, read => read.flag('enabled', true),
      "'enabled' must be true or false, got \"false\""],
    ['null in place of a flag', { enabled: null }, read => read.flag('enabled', true),
      "'enabled' must be true or false, got null"],
    ['an invalid value', { zone: 5 }, read => read.value('zone', STRING), "'zone' must be a string, got 5"],
    ['a missing value', {}, read => read.required('clusterName', STRING), "'clusterName' must be a string, got nothing"],
    ['a flag in place of a struct', { nested: true }, read => read.struct('nested', () => 0),
      "'nested' must be an object of options, got true"],
    ['a list in place of a struct', { nested: [] }, read => read.structOr('nested', { size: 's' }, () => 0),
      "'nested' must be an object of options"],
    ['a missing struct', {}, read => read.requiredStruct('network', () => 0), "'network' must be an object of options, got nothing"],
    ['an invalid value in a struct',
      { nested: { size: 5 } }, read => read.struct('nested', nested => nested.required('size', STRING)),
      "'nested.size' must be a string, got 5"],
    ['an empty list in a struct', { nested: { size: 's', images: [] } },
      read => read.struct('nested', nested => nested.list('images', STRING)),
      `'nested.images' must not be empty: ${LEAVE_OUT}, got []`],
    ['an empty list', { regions: [] }, read => read.list('regions', STRING), `'regions' must not be empty: ${LEAVE_OUT}, got []`],
    ['an empty required list', { subnets: [] }, read => read.list('subnets', STRING, 'a node needs one'),
      "'subnets' must not be empty: a node needs one, got []"],
    ['a missing list', {}, read => read.list('subnets', STRING, 'reason'),
      "'subnets' must be a list, each element a string, got nothing"],
    ['a value in place of a list', { regions: 'a' }, read => read.anyNumberOf('regions', STRING),
      "'regions' must be a list, each element a string, got \"a\""],
    ['a list that is a token', { regions: LIST_TOKEN }, read => read.list('regions', STRING),
      "'regions' must be a list whose elements are known at synthesis"],
    ['an invalid element', { regions: ['a', 5] }, read => read.list('regions', STRING),
      "'regions[1]' must be a string, got 5"],
    ['a hole in a list', { regions: Array(1) }, read => read.anyNumberOf('regions', STRING), "'regions[0]' must be a string, got nothing"],
    ['a string in place of a resource', { topic: topicArn('a') }, read => read.thing('topic', TOPIC),
      `'topic' must be a topic, got "${topicArn('a')}": pass sns.Topic.fromTopicArn(scope, id, ARN)`],
    ['a missing resource', {}, read => read.requiredThing('alarms', TOPIC), "'alarms' must be a topic, got nothing"],
    ['an empty list of resources', { topics: [] }, read => read.things('topics', TOPIC),
      `'topics' must not be empty: ${LEAVE_OUT}, got []`],
    ['an empty list of ARNs', { topics: [] }, read => read.arns('topics', TOPIC), `'topics' must not be empty: ${LEAVE_OUT}, got []`],
    ['an empty required list of ARNs', { targets: [] }, read => read.arns('targets', TOPIC, 'jobs end somewhere'),
      "'targets' must not be empty: jobs end somewhere, got []"],
    ['a resource of another kind in a list', { topics: [topicA, repository] }, read => read.arns('topics', TOPIC),
      "'topics[1]' must be a topic, got the construct 'Stack/Repository'"],
    ['a resource of another kind in a list that apps compute', { topics: [repository] },
      read => read.anyNumberOfThings('topics', TOPIC), "'topics[0]' must be a topic"],
    ['an empty list of locations', { inputs: [] }, read => read.locations('inputs'), `'inputs' must not be empty: ${LEAVE_OUT}, got []`],
    ['an empty list of outputs', { outputs: [] }, read => read.locations('outputs', 'jobs write'), "'outputs' must not be empty: jobs write, got []"],
    ['a bucket in place of a location', { inputs: [bucket] }, read => read.locations('inputs'),
      "'inputs[0]' must be an S3Location, such as S3Location.prefix(), got the construct 'Stack/Bucket'"],
    ['an invalid location', { inputs: [S3Location.uri('data')] }, read => read.locations('inputs'),
      "'inputs[0]' must be a URI of the form s3://BUCKET/PREFIX, got 'data'"],
    ['an empty list of images', { images: [] }, read => read.images('images'), `'images' must not be empty: ${LEAVE_OUT}, got []`],
    ['a URI in place of an image', { baseImages: ['python'] }, read => read.images('baseImages', 'reason'),
      "'baseImages[0]' must be an ImageSource, such as ImageSource.repository(), got \"python\""],
    ['an ARN in place of a key', { volumeKey: keyArn('a') }, read => read.key('volumeKey'),
      `'volumeKey' must be a key, got "${keyArn('a')}"`],
    ['a missing key', {}, read => read.requiredKey('masterKey'), "'masterKey' must be a key, got nothing"],
    ['an empty list of keys', { dataKeys: [] }, read => read.keys('dataKeys'), `'dataKeys' must not be empty: ${LEAVE_OUT}, got []`],
    ['another resource in place of a key', { dataKeys: [keyA, bucket] }, read => read.keys('dataKeys'),
      "'dataKeys[1]' must be a key, got the construct"],
  ])('%s', (_what, options, read, message) => {
    expect(() => read(reader(options))).toThrow(`Stack: ${message}`);
  });

  test.each([[undefined], [null], ['text'], [[]]])('%j as the properties of a construct', props => {
    expect(() => OptionReader.of(stack, props as never)).toThrow("Stack: 'props' must be an object of options, got");
  });
});

describe('a misspelt option', () => {
  const CLUSTER_NAME = "Stack: unknown option 'clustername', did you mean 'clusterName'?";

  test('is the error when all options are read', () => {
    const read = reader({ enable: true });
    read.flag('enabled', true);
    expect(() => read.finish()).toThrow("Stack: unknown option 'enable', did you mean 'enabled'?");
  });

  test('is the error where a required option is missing', () => {
    expect(() => reader({ clustername: 'a' }).required('clusterName', STRING)).toThrow(CLUSTER_NAME);
  });

  test('is the error before any other', () => {
    const read = reader({ clustername: 'a' });
    read.has('clusterName');
    expect(() => read.fail('other')).toThrow(CLUSTER_NAME);
  });

  test('is the error in a struct', () => {
    const read = reader({ nested: { size: 's', image: ['a'] } });
    expect(() => read.struct('nested', nested => [nested.required('size', STRING), nested.list('images', STRING)]))
      .toThrow("Stack: unknown option 'nested.image', did you mean 'nested.images'?");
  });

  test.each<[string, object]>([
    ['it has no value', { enable: undefined }],
    ['it is far from all options', { bucket: 'data' }],
  ])('is not an error if %s', (_what, options) => {
    const read = reader(options);
    read.flag('enabled', true);
    expect(() => read.finish()).not.toThrow();
  });

  test('is not an error if it was read', () => {
    const read = reader({ enabled: true, enable: true });
    read.flag('enabled', true);
    read.raw('enable' as never);
    expect(() => read.finish()).not.toThrow();
  });
});

test('fails with the path of the construct', () => {
  expect(() => reader({}).fail("'a' needs 'b'")).toThrow(/^Stack: 'a' needs 'b'$/);
});

test('warns with an id', () => {
  const scope = new Stack(undefined, 'Stack');
  OptionReader.of(scope, {}).warn('late', 'too late');
  Annotations.fromStack(scope).hasWarning('/Stack', 'too late [ack: cdk-platform-iam:late]');
});

test('warns of a resource in another account by the path of the option', () => {
  const scope = new Stack(undefined, 'Stack', { env: ENV });
  const topic = sns.Topic.fromTopicArn(scope, 'Topic', 'arn:aws:sns:eu-central-1:444455556666:jobs');
  OptionReader.of<{ topic?: sns.ITopic }>(scope, { topic }).thing('topic', TOPIC);
  Annotations.fromStack(scope).hasWarning('/Stack', Match.stringLikeRegexp("^'topic' names a resource of account 444455556666: the topic policy"));
});

describe('the arguments of a function outside of any app', () => {
  const read = OptionReader.ofArguments<{ name?: string; topic?: sns.ITopic }>({ name: 5 as never, topic: topicA });

  test('are rejected without the path of a construct', () => {
    expect(() => read.value('name', STRING)).toThrow(/^'name' must be a string, got 5$/);
    expect(() => read.fail('no')).toThrow(/^no$/);
  });

  test('cannot be resources, which need a stack', () => {
    expect(() => read.thing('topic', TOPIC)).toThrow('is read outside of an app');
  });
});

test('keeps tokens', () => {
  const later = Lazy.string({ produce: () => 'later' });
  expect(reader({ clusterName: later }).required('clusterName', STRING)).toBe(later);
});

test('keeps the first of equal values', () => {
  expect(unique(['b', 'a', 'b'])).toEqual(['b', 'a']);
});
