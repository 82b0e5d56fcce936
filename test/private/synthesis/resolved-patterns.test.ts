import { Aws, Fn, Lazy, Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { THIS_ROLE } from '../../../src/private/statements/documented-statement';
import { resolvedPatterns } from '../../../src/private/synthesis/resolved-patterns';
import { ExamplePolicy, ExampleRole, feature, statement } from '../../support/platform-role';
import { synthesize } from '../../support/synthesize';

const role = (resource: string, options = {}) => () => synthesize(stack =>
  new ExampleRole(stack, { features: [feature('Job', statement('JobOne', [resource]))], ...options }));
/** Not known at synthesis: the CDK itself evaluates functions of literals. */
const INDEX = Token.asNumber(Fn.ref('Index'));
const ROLE = 'arn:aws:iam::111122223333:role/';

test.each([
  ['Fn.join()', Fn.join('', [ROLE, '*'])],
  ['nested Fn.join()', Fn.join('', [ROLE, Fn.join('/', ['team', 'a?'])])],
  ['Fn.sub()', Fn.sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*')],
  ['a literal of Fn.sub()', Fn.sub(`${ROLE}\${!aws:username}`)],
  ['a variable of Fn.sub()', Fn.sub(`${ROLE}\${Name}`, { Name: '*' })],
  ['a policy variable in a variable of Fn.sub()', Fn.sub(`${ROLE}\${Name}`, { Name: '${aws:username}' })],
  ['a branch of Fn.conditionIf()', `${ROLE}${Fn.conditionIf('IsTest', '*', 'a').toString()}`],
  ['an element of Fn.select()', `${ROLE}${Fn.select(INDEX, ['a', '*'])}`],
  ['a part of Fn.split()', `${ROLE}${Fn.select(INDEX, Fn.split('/', Fn.join('', ['a/*', Aws.STACK_NAME])))}`],
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

test.each([
  ['references of Fn.sub()', Fn.sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${AWS::StackName}')],
  ['variables of Fn.sub()', Fn.sub(`${ROLE}\${Name}`, { Name: Aws.STACK_NAME })],
  ['branches of Fn.conditionIf()', `${ROLE}${Fn.conditionIf('IsTest', 'a', 'b').toString()}`],
])('accepts %s', (_what, resource) => {
  const features = [feature('Job', statement('JobOne', [resource]))];
  expect(resolvedPatterns(new ExampleRole(new Stack(), { features }))).toEqual([]);
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
