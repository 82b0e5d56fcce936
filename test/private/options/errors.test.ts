import { Lazy, Stack } from 'aws-cdk-lib';
import { Annotations } from 'aws-cdk-lib/assertions';
import { S3Location } from '../../../src';
import { fail, shown, warn } from '../../../src/private/options/errors';

const ITSELF: Record<string, unknown> = {};
ITSELF.itself = ITSELF;

const stack = () => new Stack(undefined, 'Stack');

test('an error starts with the path of the construct', () => {
  expect(() => fail(stack(), "'x' must be y")).toThrow("Stack: 'x' must be y");
});

test('a warning can be acknowledged by its id', () => {
  const scope = stack();
  warn(scope, 'tooWide', 'narrow it');
  Annotations.fromStack(scope).hasWarning('/Stack', 'narrow it [ack: cdk-platform-iam:tooWide]');
});

test.each([
  [undefined, 'nothing'],
  ['text', '"text"'],
  [[], '[]'],
  [{ a: [1] }, '{"a":[1]}'],
  [Symbol('x'), 'Symbol(x)'],
  [Object.create(Object.create(null) as object), '"<object>"'],
  [ITSELF, 'an object that holds itself'],
  [{ a: S3Location.uri('s3://data') }, '{"a":"<S3Location>"}'],
  [Lazy.string({ produce: () => 'later' }), '"<token>"'],
  ['x'.repeat(300), `"${'x'.repeat(199)}...`],
])('a value is shown as the user wrote it: %#', (value, text) => {
  expect(shown(value)).toBe(text);
});
