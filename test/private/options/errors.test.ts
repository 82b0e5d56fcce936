import { Lazy, Stack } from 'aws-cdk-lib';
import { Annotations } from 'aws-cdk-lib/assertions';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { S3Location, BeanstalkServiceRole } from '../../../src';
import { fail, format, nameOf, warn } from '../../../src/private/options/errors';
import { ExampleRole } from '../../support/platform-role';

const JSII_RUNTIME_TYPE = Symbol.for('jsii.rtti');
const ITSELF: Record<string, unknown> = {};
ITSELF.itself = ITSELF;

/** A class as in the bundled package: with another name, and the public name that jsii adds. */
class Bundled {
  public static readonly [JSII_RUNTIME_TYPE] = { fqn: 'cdk-platform-iam.S3Location', version: '0.0.0' };
}

const stack = () => new Stack(undefined, 'Stack');

test('an error starts with the path of the construct', () => {
  expect(() => fail(stack(), "'x' must be y")).toThrow("Stack: 'x' must be y");
});

test('an error without a construct is the message', () => {
  expect(() => fail(undefined, 'no')).toThrow(/^no$/);
});

function stackOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return (error as Error).stack!.split('\n').find(line => line.startsWith('    at '))!;
  }
  throw new Error('expected an error');
}

test('the stack trace of an error starts at the line that creates the construct', () => {
  const usersLine = () => new ExampleRole(stack(), { roleName: 'not a name' });
  expect(stackOf(usersLine)).toContain('usersLine');
});

test('the stack trace of an error in a subclass of the app includes its constructor', () => {
  class OwnRole extends BeanstalkServiceRole {
    constructor() {
      super(stack(), 'Role', { roleName: 'not a name' });
    }
  }
  expect(stackOf(() => new OwnRole())).toContain('new OwnRole');
});

test('the stack trace of an error outside of a constructor starts after the file that throws it', () => {
  expect(stackOf(() => fail(stack(), 'later'))).toContain('errors.test.ts');
});

test('a warning can be acknowledged by its id', () => {
  const scope = stack();
  warn(scope, 'tooWide', 'narrow it');
  Annotations.fromStack(scope).hasWarning('/Stack', 'narrow it [ack: cdk-platform-iam:tooWide]');
});

test.each([
  [undefined, 'nothing'],
  [null, 'null'],
  ['text', '"text"'],
  [[], '[]'],
  [{ a: [1] }, '{"a":[1]}'],
  [10n, '"10"'],
  [() => 'text', 'a function'],
  [Symbol('x'), 'Symbol(x)'],
  [Object.create(null), '{}'],
  [Object.create(Object.create(null) as object), 'an object (object)'],
  [ITSELF, 'an object that contains itself'],
  [S3Location.uri('s3://data'), 'an object (S3Location)'],
  [{ a: S3Location.uri('s3://data') }, '{"a":"an object (S3Location)"}'],
  [new s3.Bucket(stack(), 'Bucket'), "the construct 'Stack/Bucket' (s3.Bucket)"],
  [stack(), "the construct 'Stack' (Stack)"],
  [new ExampleRole(stack()), "the construct 'Stack/Example' (ExampleRole)"],
  [Lazy.string({ produce: () => 'later' }), '"<token>"'],
  [`x${Lazy.string({ produce: () => 'later' })}y`, '"x<token>y"'],
  ['x'.repeat(300), `"${'x'.repeat(199)}...`],
])('formats a value as the user would recognize it: %#', (value, text) => {
  expect(format(value)).toBe(text);
});

test.each<[string, object, string]>([
  ['a class of the library', new Bundled(), 'S3Location'],
  ['a subclass, which inherits the public name of its base', new (class Mine extends Bundled {})(), 'Mine'],
  ['a CDK class', new s3.Bucket(stack(), 'Bucket'), 's3.Bucket'],
])('formats the name of %s', (_what, value, name) => {
  expect(nameOf(value)).toBe(name);
});
