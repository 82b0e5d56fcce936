import { compare } from '../../../src/private/comparison/comparison';
import { neededStatements } from '../../../src/private/comparison/needed';
import { readPrintedRole } from '../../../src/private/comparison/printed/printed-role';

const PLACE = { partition: 'aws', account: '111122223333', regions: ['eu-central-1'] };
const CLUSTER = 'arn:aws:ecs:eu-central-1:111122223333:cluster/shop-*';

type Conditions = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The verdict on an action that is needed under a condition, for a role that allows it under another. */
function verdict(needed: Conditions | undefined, has: Conditions | undefined, rest: object[] = [], resource = 'arn:aws:sqs:eu-central-1:111122223333:jobs'): string {
  const statement = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: resource };
  const printed = readPrintedRole([JSON.stringify({
    Version: '2012-10-17', Statement: [{ ...statement, ...(has && { Condition: onTag(has) }) }, ...rest],
  })], PLACE, { kinds: ['role'] });
  const { missing, unclear } = compare({
    place: PLACE, policies: [], ...neededStatements([{ ...statement, ...(needed && { Condition: onTag(needed) }) }]),
  }, printed);
  return [...missing, ...unclear].map(({ reason }) => reason)[0] ?? 'granted';
}

/** In place of `k`, a key that has one value in each request. */
function onTag(conditions: Conditions): Conditions {
  return JSON.parse(JSON.stringify(conditions).replaceAll('"k":', '"aws:RequestTag/k":')) as Conditions;
}

const UNDER = 'granted under a condition';

describe('a needed condition proves the condition of the role', () => {
  test.each<[Conditions, Conditions, string]>([
    // Each operator by its own rules
    [{ StringEquals: { 'aws:TagKeys': 'a' } }, { StringEquals: { 'AWS:tagkeys': ['a', 'b'] } }, 'granted'],
    [{ StringEquals: { k: ['a', 'b'] } }, { StringEquals: { k: 'a' } }, 'granted in part'],
    [{ StringEquals: { k: 'a*' } }, { StringLike: { k: 'a*' } }, 'granted'],
    [{ StringLike: { k: 'a*' } }, { StringEquals: { k: 'a*' } }, UNDER],
    [{ StringLike: { k: 'a' } }, { StringEquals: { k: 'a' } }, 'granted'],
    [{ StringLike: { k: 'ab*' } }, { StringLike: { k: 'a*' } }, 'granted'],
    [{ StringLike: { k: 'a*' } }, { StringLike: { k: 'ab*' } }, UNDER],
    [{ StringEquals: { k: 'a' } }, { StringEquals: { k: 'b' } }, 'not granted'],
    [{ StringEquals: { k: 'Abc' } }, { StringEqualsIgnoreCase: { k: 'aBC' } }, 'granted'],
    [{ StringEqualsIgnoreCase: { k: 'a' } }, { StringEquals: { k: 'a' } }, UNDER],
    [{ StringEquals: { k: 'a' } }, { StringNotEquals: { k: 'b' } }, 'granted'],
    [{ StringEquals: { k: 'a' } }, { StringNotLike: { k: 'a*' } }, 'not granted'],
    [{ StringNotLike: { k: 'a*' } }, { StringNotEquals: { k: 'ab' } }, 'granted'],
    [{ StringNotEquals: { k: 'ab' } }, { StringNotLike: { k: 'a*' } }, UNDER],
    [{ ArnEquals: { k: CLUSTER } }, { ArnLike: { k: CLUSTER } }, 'granted'],
    [{ ArnLike: { k: CLUSTER } }, { ArnEquals: { k: CLUSTER } }, 'granted'],
    [{ ArnLike: { k: CLUSTER } }, { ArnLike: { k: 'arn:aws:ecs:*:*:cluster/*' } }, 'granted'],
    [{ ArnLike: { k: CLUSTER } }, { ArnLike: { k: '*' } }, 'not granted'],
    [{ ArnLike: { k: CLUSTER } }, { ArnLike: { k: 'arn:aws:ecs:*' } }, 'not granted'],
    [{ ArnLike: { k: CLUSTER } }, { ArnLike: { k: 'arn:aws:ecs:eu-central-1:*/shop-*' } }, 'not granted'],
    [{ ArnLike: { k: CLUSTER } }, { StringLike: { k: 'arn:aws:ecs:eu-central-1:*/shop-*' } }, 'granted'],
    [{ StringLike: { k: CLUSTER } }, { ArnLike: { k: CLUSTER } }, 'granted'],
    [{ StringLike: { k: 'arn:aws:ecs:*/shop' } }, { ArnLike: { k: 'arn:aws:ecs:*:*:cluster/*' } }, UNDER],
    [{ ArnLike: { k: CLUSTER } }, { ArnNotLike: { k: 'arn:aws:ecs:us-*:*:*' } }, 'granted'],
    [{ ArnLike: { k: CLUSTER } }, { ArnNotLike: { k: '*' } }, UNDER],
    [{ Bool: { k: 'true' } }, { Bool: { k: 'TRUE' } }, 'granted'],
    [{ Bool: { k: true } }, { Bool: { k: 'false' } }, 'not granted'],
    [{ BinaryEquals: { k: 'QmluYXJ5' } }, { BinaryEquals: { k: 'QmluYXJ5' } }, 'granted'],
    [{ NumericLessThan: { k: '10' } }, { NumericLessThanEquals: { k: '10' } }, 'granted'],
    [{ NumericLessThan: { k: '10' } }, { NumericLessThan: { k: 'ten' } }, 'not granted'],
    [{}, { Null: { k: ['true', 'false'] } }, 'granted'],
    [{ NumericLessThanEquals: { k: '10' } }, { NumericLessThan: { k: '10' } }, UNDER],
    [{ NumericGreaterThan: { k: '10' } }, { NumericGreaterThanEquals: { k: '10' } }, 'granted'],
    [{ NumericGreaterThanEquals: { k: '10' } }, { NumericGreaterThan: { k: '10' } }, UNDER],
    [{ NumericLessThan: { k: '10' } }, { NumericGreaterThanEquals: { k: '10' } }, 'not granted'],
    [{ NumericLessThanEquals: { k: '10' } }, { NumericGreaterThanEquals: { k: '10' } }, UNDER],
    [{ NumericEquals: { k: '9' } }, { NumericLessThan: { k: '10' } }, 'granted'],
    [{ StringEquals: { k: '9' } }, { NumericGreaterThan: { k: '10' } }, 'not granted'],
    [{ NumericEquals: { k: '9' } }, { NumericNotEquals: { k: '10' } }, 'granted'],
    [{ DateLessThan: { k: '2026-01-01T00:00:00Z' } }, { DateLessThan: { k: '2026-06-01' } }, 'granted'],
    [{ DateGreaterThan: { k: '2026-01-01T00:00:00Z' } }, { DateGreaterThan: { k: '1790000000' } }, UNDER],
    [{ IpAddress: { k: '10.1.0.0/16' } }, { IpAddress: { k: ['192.168.0.0/16', '10.0.0.0/8'] } }, 'granted'],
    [{ IpAddress: { k: '10.0.0.0/8' } }, { IpAddress: { k: '10.1.0.0/16' } }, UNDER],
    [{ IpAddress: { k: '10.1.2.3' } }, { NotIpAddress: { k: '10.0.0.0/8' } }, 'not granted'],
    [{ IpAddress: { k: '2001:db8::/48' } }, { IpAddress: { k: '2001:db8::/32' } }, 'granted'],
    [{ IpAddress: { k: '10.1.2.3' } }, { IpAddress: { k: '::/0' } }, 'not granted'],
    [{ IpAddress: { k: '10.1.2.300' } }, { IpAddress: { k: '10.0.0.0/8' } }, UNDER],
    // The presence of the key
    [{ StringEquals: { k: 'a' } }, { Null: { k: 'false' } }, 'granted'],
    [{ StringEquals: { k: 'a' } }, { Null: { k: 'true' } }, 'not granted'],
    [{ Null: { k: 'true' } }, { StringNotEquals: { k: 'a' } }, 'granted'],
    [{ Null: { k: 'true' } }, { StringEqualsIfExists: { k: 'a' } }, 'granted'],
    [{ Null: { k: 'true' } }, { StringEquals: { k: 'a' } }, 'not granted'],
    [{ StringNotEquals: { k: 'a' } }, { Null: { k: 'false' } }, UNDER],
    [{ StringEqualsIfExists: { k: 'a' } }, { StringEquals: { k: 'a' } }, UNDER],
    [{ StringEquals: { k: 'a' } }, { StringEqualsIfExists: { k: 'a' } }, 'granted'],
    [{ StringEqualsIfExists: { k: 'a' } }, { StringNotEquals: { k: 'b' } }, 'granted'],
    [{ Null: { k: ['true', 'false'] } }, { Null: { k: ['false', 'true'] } }, 'granted'],
    // Lists
    [{ 'ForAllValues:StringEquals': { k: ['a'] } }, { 'ForAllValues:StringLike': { k: ['*'] } }, 'granted'],
    [{ 'ForAllValues:StringEquals': { k: ['a', 'b'] } }, { 'ForAllValues:StringEquals': { k: ['a'] } }, UNDER],
    [{ 'ForAllValues:StringEquals': { k: ['a'] } }, { 'ForAnyValue:StringEquals': { k: ['a'] } }, UNDER],
    [{ 'ForAnyValue:StringEquals': { k: ['a'] } }, { 'ForAnyValue:StringEquals': { k: ['a', 'b'] } }, 'granted'],
    [{ 'ForAnyValue:StringEquals': { k: ['a'] } }, { Null: { k: 'false' } }, 'granted'],
    [{ StringEquals: { k: 'a' } }, { 'ForAnyValue:StringEquals': { k: 'a' } }, UNDER],
    [{ StringEquals: { 'aws:TagKeys': 'a' } }, { StringLike: { 'aws:TagKeys': 'a*' } }, 'granted'],
    [{ StringEquals: { 'aws:TagKeys': 'a' } }, { StringEquals: { 'aws:TagKeys': 'b' } }, UNDER],
    [{ StringEquals: { 'aws:TagKeys': 'a' } }, { StringNotEquals: { 'aws:TagKeys': 'b' } }, UNDER],
    [{ StringEquals: { 'aws:TagKeys': 'a' } }, { StringNotEquals: { 'aws:TagKeys': 'a' } }, 'not granted'],
    [{ StringEquals: { 'kms:GrantOperations': 'a' } }, { StringNotEquals: { 'kms:GrantOperations': 'b' } }, UNDER],
    // Variables
    [{ StringEquals: { k: '111122223333' } }, { StringEquals: { k: '${aws:PrincipalAccount}' } }, 'granted'],
    [{ StringEquals: { k: '${aws:username}' } }, { StringEquals: { k: '${AWS:Username}' } }, 'granted'],
    [{ StringLike: { k: '${aws:username}/*' } }, { StringLike: { k: '*/*' } }, 'granted'],
    [{ StringLike: { k: '${aws:username}/*' } }, { StringLike: { k: '?/*' } }, UNDER],
    [{ StringEquals: { k: 'anna' } }, { StringEquals: { k: '${aws:username}' } }, UNDER],
    [{ StringEquals: { k: 'a*' } }, { StringLike: { k: 'a${*}' } }, 'granted'],
    [{ StringEquals: { k: 'ab' } }, { StringLike: { k: 'a${*}' } }, 'not granted'],
    // Operators that the library does not know
    [{ FutureEquals: { k: 'a' } }, { FutureEquals: { k: 'a' } }, 'granted'],
    [{ FutureEquals: { k: 'a' } }, { FutureEquals: { k: ['a', 'b'] } }, UNDER],
    [{ FutureEquals: { k: ['a', 'a'] } }, { FutureEquals: { k: ['a', 'b'] } }, UNDER],
    [{ FutureEquals: { k: ['a', 'b'] } }, { FutureEquals: { k: ['b', 'a', 'a'] } }, 'granted'],
    [{ StringEquals: { k: 'a' } }, { FutureEquals: { k: 'a' } }, UNDER],
    // Other keys
    [{ StringEquals: { k: 'a' } }, { StringEquals: { other: 'a' } }, UNDER],
    [{ StringEquals: { k: 'a', other: 'b' } }, { StringEquals: { other: 'b' } }, 'granted'],
    [{ StringEquals: { 's3:prefix': 'b' } }, { StringEquals: { 'k': 'a', 's3:prefix': 'c' } }, 'not granted'],
  ])('%j -> %j: %s', (needed, has, expected) => {
    expect(verdict(needed, has)).toBe(expected);
  });
});

describe('what each request of the role has', () => {
  test.each<[Conditions, string]>([
    [{ Bool: { 'aws:SecureTransport': 'true' } }, 'granted'],
    [{ StringEquals: { 'aws:PrincipalAccount': '111122223333' } }, 'granted'],
    [{ StringEquals: { 'aws:PrincipalAccount': '444455556666' } }, 'not granted'],
    [{ 'ForAnyValue:StringEquals': { 'aws:PrincipalAccount': '111122223333' } }, 'granted'],
    [{ StringEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } }, 'granted'],
    [{ StringLike: { 'aws:RequestedRegion': 'eu-*' } }, 'granted'],
    [{ StringLike: { 'aws:RequestedRegion': 'us-*' } }, 'not granted'],
    [{ Bool: { 'aws:PrincipalIsAWSService': 'false' } }, 'granted'],
    [{ Null: { 'aws:PrincipalAccount': 'false' } }, 'granted'],
    [{ StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }, UNDER],
    [{ Bool: { 'aws:ViaAWSService': 'false' } }, UNDER],
  ])('proves %j: %s', (has, expected) => {
    expect(verdict(undefined, has)).toBe(expected);
  });

  test.each(['arn:aws:s3:::data/*', '*', 'arn:aws:sqs:*:111122223333:jobs'])('is not known for %s', resource => {
    const region = { StringEquals: { 'aws:RequestedRegion': 'eu-central-1' } };
    const owner = { StringEquals: { 'aws:ResourceAccount': '111122223333' } };
    expect([verdict(undefined, region, [], resource), verdict(undefined, owner, [], resource)]).toEqual({
      '*': ['granted', UNDER], 'arn:aws:s3:::data/*': [UNDER, UNDER], 'arn:aws:sqs:*:111122223333:jobs': [UNDER, 'granted'],
    }[resource]);
  });
});

describe('a Deny', () => {
  const deny = (rest: object) => [{ Effect: 'Deny', Action: 'sqs:*', Resource: '*', ...rest }];
  const JOBS = 'arn:aws:sqs:eu-central-1:111122223333:jobs';

  test.each<[object, string]>([
    [{}, 'denied'],
    [{ Resource: 'arn:aws:sqs:eu-central-1:111122223333:other' }, 'granted'],
    [{ Action: 'sqs:Receive*' }, 'granted'],
    [{ Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } }, 'denied under a condition'],
    [{ Condition: { FutureEquals: { k: 'a' } } }, 'denied under a condition'],
    [{ Condition: { ArnLike: { 'aws:PrincipalArn': '*' } } }, 'denied under a condition'],
    [{ Condition: { Bool: { 'aws:SecureTransport': 'false' } } }, 'granted'],
    [{ Condition: { StringNotEquals: { 'aws:ResourceAccount': '111122223333' } } }, 'granted'],
    [{ Resource: 'arn:aws:sqs:*:*:${aws:username}' }, 'denied on some resources'],
    [{ Resource: undefined, NotResource: JOBS }, 'granted'],
    [{ Resource: undefined, NotResource: 'arn:aws:sqs:*:*:${aws:username}' }, 'denied on some resources'],
    [{ Action: undefined, NotAction: 'sqs:Send*' }, 'granted'],
  ])('%j: %s', (rest, expected) => {
    expect(verdict(undefined, undefined, deny(rest))).toBe(expected);
  });

  test('on a part of a pattern denies a part', () => {
    expect(verdict(undefined, undefined, deny({ Resource: JOBS }), 'arn:aws:sqs:eu-central-1:111122223333:*')).toBe('denied in part');
  });
});

describe('an Allow with a variable', () => {
  test.each<[string, string]>([
    ['arn:aws:sqs:eu-central-1:${aws:PrincipalAccount}:jobs', 'granted'],
    ['arn:aws:sqs:eu-central-1:111122223333:${aws:username}', 'granted by a policy variable'],
    ['arn:aws:sqs:eu-central-1:111122223333:${aws:username}-jobs', 'not granted'],
  ])('on %s: %s', (resource, expected) => {
    const printed = readPrintedRole([JSON.stringify({
      Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'sqs:*', Resource: resource },
    })], PLACE, { kinds: ['role'] });
    const needed = neededStatements([{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-central-1:111122223333:jobs' }]);
    const { missing, unclear } = compare({ place: PLACE, policies: [], ...needed }, printed);
    expect([...missing, ...unclear].map(({ reason }) => reason)[0] ?? 'granted').toBe(expected);
  });

  test('does not count in a document of the version without variables', () => {
    const statement = { Effect: 'Allow', Action: 'sqs:*', Resource: 'arn:aws:sqs:eu-central-1:${aws:PrincipalAccount}:jobs' };
    const needed = neededStatements([{ ...statement, Resource: 'arn:aws:sqs:eu-central-1:111122223333:jobs' }]);
    const printed = readPrintedRole([JSON.stringify({ Statement: statement })], PLACE, { kinds: ['role'] });
    expect(compare({ place: PLACE, policies: [], ...needed }, printed).unclear).toHaveLength(1);
  });
});
