import { Aws } from 'aws-cdk-lib';
import { BeanstalkEc2Role } from '../../../src';
import { synthesize } from '../../support/synthesize';

// A prefix must not include environments that the user does not mean.

const role = (environmentNamePrefix: string) => () =>
  synthesize(stack => new BeanstalkEc2Role(stack, 'Role', { webTier: {}, environmentNamePrefix }));

test.each<[string, string]>([
  ['a name without the last hyphen', 'shop'],
  ['a wildcard', 'shop*-'],
  ['a wildcard after the hyphen', 'shop-*'],
  ['only a hyphen', '-'],
  ['an empty text', ''],
  ['a policy variable', '${aws:PrincipalTag/team}-'],
  ['a token for all of it', Aws.STACK_NAME],
  ['a token without the last hyphen', `shop-${Aws.STACK_NAME}`],
  ['a wildcard after a token', `${Aws.STACK_NAME}*-`],
  ['a prefix that leaves no room for a name', `${'a'.repeat(40)}-`],
])('rejects %s in environmentNamePrefix', (_, environmentNamePrefix) => {
  expect(role(environmentNamePrefix)).toThrow(
    "'environmentNamePrefix' must be what the names of environments start with, up to a hyphen, such as 'shop-': letters, " +
    'digits and hyphens, got',
  );
});

test('accepts a token in environmentNamePrefix', () => {
  expect(role(`${Aws.STACK_NAME}-`)).not.toThrow();
});
