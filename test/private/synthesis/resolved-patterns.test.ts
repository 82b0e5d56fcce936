import { Aws, Fn, Lazy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { THIS_ROLE } from '../../../src/private/statements/documented-statement';
import { resolvedPatterns } from '../../../src/private/synthesis/resolved-patterns';
import { ExamplePolicy, ExampleRole, feature, statement } from '../../support/platform-role';
import { synthesize } from '../../support/synthesize';

const role = (resource: string, options = {}) => () => synthesize(stack =>
  new ExampleRole(stack, { features: [feature('Job', statement('JobOne', [resource]))], ...options }));
const ROLE = 'arn:aws:iam::111122223333:role/';

test.each([
  ['Fn.join()', Fn.join('', [ROLE, '*'])],
  ['nested Fn.join()', Fn.join('', [ROLE, Fn.join('/', ['team', 'a?'])])],
  ['Fn.sub()', Fn.sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*')],
  ['a literal of Fn.sub()', Fn.sub(`${ROLE}\${!aws:username}`)],
  ['a lazy value', `${ROLE}${Lazy.string({ produce: () => 'a*' })}`],
  ['a policy variable in a lazy value', Lazy.string({ produce: () => `${ROLE}\${aws:username}` })],
])('rejects a wildcard or policy variable in %s', (_what, resource) => {
  expect(role(resource)).toThrow(/\[Stack\/Example\] statement 'JobOne' has a token that resolves to '.*': options accept no/);
});

test.each([
  ['Fn.join()', Fn.join('', [ROLE, 'team/', Aws.STACK_NAME])],
  ['a lazy value', Lazy.string({ produce: () => `${ROLE}a` })],
  ['an import', Fn.importValue('Role')],
])('accepts a name in %s', (_what, resource) => {
  expect(role(resource)).not.toThrow();
});

test('accepts references in Fn.sub()', () => {
  const stack = new Stack();
  const subject = new ExampleRole(stack, {
    features: [feature('Job', statement('JobOne', [Fn.sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${AWS::StackName}')]))],
  });
  expect(resolvedPatterns(subject)).toEqual([]);
});

test('accepts wildcards around a token, which the library writes', () => {
  expect(role(`arn:aws:s3:::data/${Lazy.string({ produce: () => 'a' })}/*`)).not.toThrow();
});

test('accepts the role itself, and statements of the user', () => {
  const own = new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [Fn.join('', [ROLE, '*'])] });
  expect(role(THIS_ROLE, { roleName: 'worker', additionalStatements: [own] })).not.toThrow();
});

test('looks into the policies of users, too', () => {
  const features = [feature('Job', statement('JobOne', [Fn.join('', [ROLE, '*'])]))];
  expect(() => synthesize((stack: Stack) => new ExamplePolicy(stack, { features }))).toThrow("statement 'JobOne' has a token");
});
