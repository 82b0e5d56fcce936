import { CfnParameter, Lazy, Stack, Token } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { PolicyPlacement, S3Location } from '../../../src';
import { Location } from '../../../src/private/options/scoping';
import {
  BOOLEAN, duckType, instanceOf, matching, memberOf, OPTIONS, STRING, validate, validateList, Validator,
} from '../../../src/private/options/validators';

const stack = new Stack(undefined, 'Stack');
const BUCKET = duckType<s3.IBucket>('bucketArn', 'a bucket');
const LOCATION = instanceOf(Location, 'S3Location', 'S3Location.prefix()');
const PLACEMENT = memberOf('PolicyPlacement', PolicyPlacement);
const NAME = matching('a name', /^[a-z]{2,5}$/, /[a-z]/);
const LATER = Lazy.string({ produce: () => 'later' });
const bucket = new s3.Bucket(stack, 'Bucket');
const PARAMETER = new CfnParameter(stack, 'Name');

/** A class instance as if from another copy of the library. */
const OTHER_COPY = Object.create({ constructor: { name: 'S3Location' } }) as object;

test.each<[string, unknown, Validator<unknown>]>([
  ['a CDK object', bucket, BUCKET],
  ['a string', 'data', STRING],
  ['a flag', false, BOOLEAN],
  ['a struct', {}, OPTIONS],
  ['an object of the library', S3Location.anyBucket(), LOCATION],
  ['a member of an enum', PolicyPlacement.MANAGED, PLACEMENT],
  ['text that matches', 'abc', NAME],
  ['a string token', LATER, NAME],
  ['text with a token between valid characters', `ab${LATER}`, NAME],
])('accepts %s', (_what, value, validator) => {
  expect(validate(stack, "'x'", value, validator)).toBe(value);
});

test.each<[string, unknown, Validator<unknown>, string]>([
  ['a missing value', undefined, BUCKET, 'a bucket, got nothing'],
  ['null', null, BUCKET, 'a bucket, got null'],
  ['text in place of an object', 'data', BUCKET, 'a bucket, got "data"'],
  ['another object', {}, BUCKET, 'a bucket, got {}'],
  ['a parameter in place of text', PARAMETER, STRING, "a string, got the construct 'Stack/Name' (CfnParameter): pass its valueAsString"],
  ['a number in place of text', 5, STRING, 'a string, got 5'],
  ['text in place of a flag', 'true', BOOLEAN, 'true or false, got "true"'],
  ['a list in place of a struct', [], OPTIONS, 'an object of options, got []'],
  ['a flag in place of a struct', true, OPTIONS, 'an object of options, got true: use {} for the defaults'],
  ['a bucket in place of a location', bucket, LOCATION,
    "an S3Location, such as S3Location.prefix(), got the construct 'Stack/Bucket'"],
  [
    'an object from another copy of the library', OTHER_COPY, LOCATION,
    'an S3Location, such as S3Location.prefix(), got an object (S3Location): it is of another copy of cdk-platform-iam',
  ],
  ['a value outside of an enum', 'managed', PLACEMENT,
    'one of PolicyPlacement.INLINE, PolicyPlacement.MANAGED, PolicyPlacement.SEPARATE, got "managed"'],
  ['text that does not match', 'A', NAME, 'a name, got "A"'],
  ['a policy variable', '${aws:username}', NAME, 'a name, got "${aws:username}"'],
  ['a wildcard next to a token', `${LATER}*`, NAME, 'a name, got "<token>*"'],
  ['a policy variable next to a token', `\${aws:username}${LATER}`, NAME, 'a name, got "${aws:username}<token>"'],
  ['a token that is not text', Token.asAny({ Ref: 'X' }), NAME, 'a name, got "<unresolved-token>"'],
])('rejects %s', (_what, value, validator, message) => {
  expect(() => validate(stack, "'x'", value, validator)).toThrow(`Stack: 'x' must be ${message}`);
});

test('accepts lists, including empty ones', () => {
  expect(validateList(stack, 'names', ['a', 'b'], STRING)).toEqual(['a', 'b']);
  expect(validateList(stack, 'names', [], STRING)).toEqual([]);
});

test.each<[string, unknown, string]>([
  ['a value in place of a list', 'a', "'names' must be a list, each element a string, got \"a\""],
  ['a missing list', undefined, "'names' must be a list, each element a string, got nothing"],
  ['a wrong element', ['a', 5], "'names[1]' must be a string, got 5"],
  ['a list with a hole', Array(1), "'names[0]' must be a string, got nothing"],
  ['a list of unknown length', Token.asList({ Ref: 'Names' }),
    "'names' must be a list whose elements are known at synthesis, got an unresolved token list: list each element, such as Fn.select(0, LIST)"],
])('rejects %s', (_what, list, message) => {
  expect(() => validateList(stack, 'names', list as string[], STRING)).toThrow(`Stack: ${message}`);
});
