import { Stack, Token } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { checked, checkedList, having, nonEmptyList, OPTIONS, STRING } from '../../../src/private/options/validators';

const stack = new Stack(undefined, 'Stack');
const BUCKET = having<s3.IBucket>('bucketArn', 'a bucket');
const bucket = new s3.Bucket(stack, 'Bucket');

test('a value of the kind is given back', () => {
  expect(checked(stack, 'bucket', bucket, BUCKET)).toBe(bucket);
  expect(checked(stack, 'name', 'data', STRING)).toBe('data');
  expect(checkedList(stack, 'names', ['a', 'b'], STRING)).toEqual(['a', 'b']);
  expect(checkedList(stack, 'names', [], STRING)).toEqual([]);
  expect(nonEmptyList(stack, 'names', ['a'], STRING, 'a reason')).toEqual(['a']);
});

test.each<[string, () => unknown, string]>([
  ['a missing value', () => checked(stack, 'bucket', undefined, BUCKET), "'bucket' must be a bucket, got nothing"],
  ['null', () => checked(stack, 'bucket', null as never, BUCKET), "'bucket' must be a bucket, got null"],
  ['text', () => checked(stack, 'bucket', 'data' as never, BUCKET), '\'bucket\' must be a bucket, got "data"'],
  ['another object', () => checked(stack, 'bucket', {} as never, BUCKET), "'bucket' must be a bucket, got {}"],
  [
    'a list for a struct',
    () => checked(stack, 'job', [] as object, OPTIONS),
    "'job' must be an object of options, got []",
  ],
  [
    'a flag for a struct',
    () => checked(stack, 'job', true as never, OPTIONS),
    "'job' must be an object of options, got true",
  ],
  [
    'a value for a list',
    () => checkedList(stack, 'names', 'a' as never, STRING),
    '\'names\' must be a list, each element a string, got "a"',
  ],
  [
    'no list',
    () => checkedList(stack, 'names', undefined, STRING),
    "'names' must be a list, each element a string, got nothing",
  ],
  [
    'a wrong element',
    () => checkedList(stack, 'names', ['a', 5 as never], STRING),
    "'names[1]' must be a string, got 5",
  ],
  [
    'an empty list',
    () => nonEmptyList(stack, 'names', [], STRING, 'a job has one'),
    "'names' must not be empty: a job has one, got []",
  ],
  [
    'a list whose length is not known',
    () => nonEmptyList(stack, 'names', Token.asList({ Ref: 'Names' }), STRING, 'a reason'),
    "'names' must be a list whose elements are known at synthesis, got an unresolved token list",
  ],
])('fails for %s', (_what, read, message) => {
  expect(read).toThrow(`Stack: ${message}`);
});
