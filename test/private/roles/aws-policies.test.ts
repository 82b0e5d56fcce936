import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { PlatformRoleProps } from '../../../src';
import { OptionReader } from '../../../src/private/options/reader';
import { isImported, readAwsPolicies } from '../../../src/private/roles/aws-policies';
import { RoleConstruct } from '../../../src/private/roles/role-construct';
import { synthesize } from '../../support/synthesize';

interface Props extends PlatformRoleProps {
  readonly logging?: boolean;
  readonly sessions?: boolean;
}

/** A role with AWS managed policies, one by default and one on request. */
class LoggingRole extends RoleConstruct {
  constructor(scope: Construct, props: Props) {
    super(scope, 'Example', self => {
      const read = OptionReader.of(self, props);
      return {
        read,
        trust: new iam.ServicePrincipal('example.amazonaws.com'),
        features: [],
        awsPolicies: readAwsPolicies(read, [
          { option: 'logging', byDefault: true, policies: ['service-role/Logs', 'Metrics'] },
          { option: 'sessions', byDefault: false, policies: ['Sessions'] },
        ]),
        passedTo: ['example.amazonaws.com'],
      };
    });
  }
}

const create = (props: (stack: Stack) => Props) => {
  const { roles, warnings } = synthesize(stack => new LoggingRole(stack, props(stack)));
  const attached = roles.flatMap(({ properties }) => (properties.ManagedPolicyArns as string[] | undefined) ?? []);
  return { warnings, attached };
};
const imported = (stack: Stack) => iam.Role.fromRoleName(stack, 'Existing', 'worker');
const SERVICE = new iam.ServicePrincipal('example.amazonaws.com');
const ofApp = (stack: Stack) => new iam.Role(stack, 'Existing', { assumedBy: SERVICE });
const arns = (...names: string[]) => names.map(name => `arn:aws:iam::aws:policy/${name}`);

test.each<[string, (stack: Stack) => Props, string[]]>([
  ['the default', () => ({}), arns('service-role/Logs', 'Metrics')],
  ['what is switched on', () => ({ sessions: true }), arns('service-role/Logs', 'Metrics', 'Sessions')],
  ['nothing that is switched off', () => ({ logging: false }), []],
  ['the policies to an existing role of the app', stack => ({ existingRole: ofApp(stack) }), arns('service-role/Logs', 'Metrics')],
  [
    "AWS's policies after those of the user",
    () => ({ additionalManagedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('Own')] }),
    arns('Own', 'service-role/Logs', 'Metrics'),
  ],
])('attaches %s', (_what, props, attached) => {
  expect(create(props)).toEqual({ attached, warnings: [] });
});

test('warns of a default that the CDK can\'t attach to an imported role', () => {
  expect(create(stack => ({ existingRole: imported(stack) })).warnings).toEqual([
    "the imported role 'Stack/Existing' is not given Logs, Metrics, because the CDK can't attach managed policies to an " +
      "imported role: attach it where the role is created, or set 'logging' to false [ack: cdk-platform-iam:awsPolicies:logging]",
  ]);
});

test('does not warn when the default is switched off', () => {
  expect(create(stack => ({ existingRole: imported(stack), logging: false })).warnings).toEqual([]);
});

test.each<[keyof Props, Props]>([
  ['logging', { logging: true }],
  ['sessions', { logging: false, sessions: true }],
])("rejects '%s' for an imported role if the user set it", (option, props) => {
  expect(() => create(stack => ({ ...props, existingRole: imported(stack) })))
    .toThrow(`Stack/Example: '${option}' cannot be combined with the imported role 'Stack/Existing': the CDK can't attach `);
});

test('recognizes imported roles', () => {
  const stack = new Stack();
  expect([undefined, imported(stack), ofApp(new Stack())].map(isImported)).toEqual([false, true, false]);
});
