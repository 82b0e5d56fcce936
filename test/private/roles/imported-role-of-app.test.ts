import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { THIS_ROLE } from '../../../src/private/statements/documented-statement';
import { ExampleEc2Role, ExampleRole, ExampleRoleOptions, feature, statement } from '../../support/platform-role';
import { synthesize, Synthesized } from '../../support/synthesize';

const ACCOUNT = '111122223333';
const OTHER_ACCOUNT = '444455556666';
const KNOWN = { env: { account: ACCOUNT, region: 'eu-central-1' } };
const SERVICE = new iam.ServicePrincipal('example.amazonaws.com');

const withExisting = (existing: (stack: Stack) => iam.IRole, options: ExampleRoleOptions = {}): Synthesized =>
  synthesize(stack => new ExampleRole(stack, { existingRole: existing(stack), ...options }), KNOWN);

/** Imports of a role of the app by its tokens. */
const IMPORTS: readonly (readonly [string, (stack: Stack, role: iam.Role) => iam.IRole])[] = [
  ['by its ARN', (stack, role) => iam.Role.fromRoleArn(stack, 'Again', role.roleArn)],
  ['by its name', (stack, role) => iam.Role.fromRoleName(stack, 'Again', role.roleName)],
  ['by the ARN of its L1', (stack, role) => iam.Role.fromRoleArn(stack, 'Again', (role.node.defaultChild as iam.CfnRole).attrArn)],
];

describe.each(IMPORTS)('a role of the app that is imported %s', (_how, imported) => {
  const mine = (stack: Stack) => new iam.Role(stack, 'Mine', { assumedBy: SERVICE, path: '/team/' });

  test('gets the same policies as the role itself', () => {
    const additionalManagedPolicies = [iam.ManagedPolicy.fromAwsManagedPolicyName('ReadOnlyAccess')];
    const { template } = withExisting(stack => imported(stack, mine(stack)), { additionalManagedPolicies });
    expect(template).toEqual(withExisting(mine, { additionalManagedPolicies }).template);
  });

  test('has the reference, the resource and the statements on itself of that role', () => {
    synthesize(stack => {
      const role = mine(stack);
      const existingRole = imported(stack, role);
      const construct = new ExampleRole(stack, {
        existingRole, features: [feature('Job', statement('JobPassItself', [THIS_ROLE]))],
      });
      expect(construct.node.defaultChild).toBe(role.node.defaultChild);
      expect(stack.resolve(construct.roleRef)).toEqual(stack.resolve(role.roleRef));
      Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
        PolicyDocument: { Statement: [{ Resource: stack.resolve(role.roleArn) as object }] },
      });
    });
  });

  test('is in the instance profile of an instance role', () => {
    const { template } = synthesize(stack => new ExampleEc2Role(stack, { existingRole: imported(stack, mine(stack)) }));
    const profiles = Object.values(template.Resources ?? {}).filter(({ Type }) => Type === 'AWS::IAM::InstanceProfile');
    expect(profiles).toMatchObject([{ Properties: { Roles: [{ Ref: expect.stringMatching(/^Mine/) as unknown }] } }]);
  });

  test('receives later grants where it is imported, so that its stack does not refer back', () => {
    const app = new App({ analyticsReporting: false });
    const [base, stack] = ['Base', 'Stack'].map(id => new Stack(app, id));
    const construct = new ExampleRole(stack, { existingRole: imported(stack, mine(base)) });
    new s3.Bucket(stack, 'Bucket').grantRead(construct);
    expect(() => app.synth()).not.toThrow();
    Template.fromStack(stack).resourceCountIs('AWS::IAM::Policy', 2);
  });

  test('must trust the service', () => {
    expect(() => withExisting(stack => imported(stack, new iam.Role(stack, 'Mine', { assumedBy: new iam.AccountRootPrincipal() }))))
      .toThrow("[Stack/Example] 'existingRole' (Stack/Mine) can't be assumed by example.amazonaws.com, ");
  });

  test('counts with its own policies', () => {
    const holding = (stack: Stack) => {
      const role = mine(stack);
      role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [`arn:aws:s3:::${'b'.repeat(6_000)}`] }));
      return imported(stack, role);
    };
    expect(() => withExisting(holding, { features: [feature('Job', statement('Job', ['r'.repeat(5_000)]))] }))
      .toThrow(/the inline policies of the role together take 11\d{3} characters/);
  });

  test('can be in no other account', () => {
    expect(() => synthesize(stack => {
      const other = new Stack(stack.node.root as App, 'Other', { env: { account: OTHER_ACCOUNT, region: 'eu-central-1' } });
      const role = new iam.Role(other, 'Mine', { assumedBy: SERVICE, roleName: 'worker' });
      new ExampleRole(stack, { existingRole: imported(stack, role) });
    }, KNOWN)).toThrow(`is in account ${OTHER_ACCOUNT}, the stack in ${ACCOUNT}: `);
  });
});

describe('a role of the app that is imported by a literal name', () => {
  const IMPORTED: readonly (readonly [string, (stack: Stack) => iam.IRole])[] = [
    ['name', stack => iam.Role.fromRoleName(stack, 'Again', 'worker')],
    ['ARN', stack => iam.Role.fromRoleArn(stack, 'Again', `arn:aws:iam::${ACCOUNT}:role/team/worker`)],
  ];
  const inApp = (imported: (stack: Stack) => iam.IRole, account: string, assumedBy: iam.IPrincipal) => () =>
    synthesize(stack => {
      const env = { account, region: 'eu-central-1' };
      const other = new Stack(stack.node.root as App, 'Other', { env });
      new ExampleRole(stack, { existingRole: imported(stack) });
      new iam.Role(other, 'Mine', { assumedBy, path: '/team/', roleName: 'worker' });
    }, KNOWN);

  test.each(IMPORTED)('must trust the service: %s', (_what, imported) => {
    expect(inApp(imported, ACCOUNT, SERVICE)).not.toThrow();
    expect(inApp(imported, ACCOUNT, new iam.AccountRootPrincipal()))
      .toThrow("[Stack/Example] 'existingRole' (Other/Mine) can't be assumed by example.amazonaws.com, ");
  });

  test.each(IMPORTED)('is another role than that of the same name in another account: %s', (_what, imported) => {
    expect(inApp(imported, OTHER_ACCOUNT, new iam.AccountRootPrincipal())).not.toThrow();
  });
});

test('policies are attached to the L1 that an import names', () => {
  const synthesized = withExisting(stack => {
    const assumeRolePolicyDocument = {
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'example.amazonaws.com' } }],
    };
    const resource = new iam.CfnRole(stack, 'Mine', { assumeRolePolicyDocument });
    return iam.Role.fromRoleArn(stack, 'Again', resource.attrArn);
  });
  expect(Object.values(synthesized.template.Resources ?? {}).filter(({ Type }) => Type === 'AWS::IAM::Policy'))
    .toMatchObject([{ Properties: { Roles: [{ Ref: 'Mine' }] } }]);
});
