import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { PolicyPlacement } from '../../../src';
import { THIS_ROLE } from '../../../src/private/statements/documented-statement';
import { ExampleRole, ExampleRoleOptions, feature, statement } from '../../support/platform-role';
import { sidsOf, synthesize, Synthesized } from '../../support/synthesize';

const ACCOUNT = '111122223333';
const OTHER_ACCOUNT = '444455556666';
const KNOWN = { env: { account: ACCOUNT, region: 'eu-central-1' } };
const SERVICE = new iam.ServicePrincipal('example.amazonaws.com');
const arn = (account: string) => `arn:aws:iam::${account}:role/team/worker`;

const withExisting = (
  existing: (stack: Stack) => iam.IRole,
  options: ExampleRoleOptions = {},
  props = KNOWN as object,
): Synthesized => synthesize(stack => new ExampleRole(stack, { existingRole: existing(stack), ...options }), props);

const policiesOf = ({ template }: Synthesized) =>
  Object.values(template.Resources ?? {})
    .filter(({ Type }) => Type === 'AWS::IAM::Policy')
    .map(({ Properties }) => Properties);

describe('attaches a separate policy to', () => {
  test('a role that is imported by its name', () => {
    const synthesized = withExisting(stack => iam.Role.fromRoleName(stack, 'Existing', 'worker'));
    expect(policiesOf(synthesized)).toMatchObject([
      {
        Roles: ['worker'],
        PolicyDocument: { Statement: [{ Sid: 'CommonOne' }, { Sid: 'JobOne' }, { Sid: 'JobTwo' }] },
      },
    ]);
    expect(synthesized.roles).toEqual([]);
    expect(synthesized.warnings).toEqual([]);
  });

  test('a role that is imported by its ARN', () => {
    const synthesized = withExisting(stack => iam.Role.fromRoleArn(stack, 'Existing', arn(ACCOUNT)));
    expect(policiesOf(synthesized)).toMatchObject([{ Roles: ['worker'] }]);
    expect(synthesized.warnings).toEqual([]);
  });

  test('a role that the app creates', () => {
    const {
      roles: [{ separate }],
    } = withExisting(stack => new iam.Role(stack, 'Mine', { assumedBy: SERVICE }));
    expect(separate.map(({ statements }) => sidsOf(statements))).toEqual([['CommonOne', 'JobOne', 'JobTwo']]);
  });

  test('a role of another stack of the app', () => {
    const app = new App({ analyticsReporting: false });
    const existing = new iam.Role(new Stack(app, 'Other'), 'Mine', { assumedBy: SERVICE });
    new ExampleRole(new Stack(app, 'Stack'), { existingRole: existing });
    const { Resources } = app.synth().getStackByName('Stack').template as {
      Resources: Record<string, { Properties: object }>;
    };
    expect(Object.values(Resources)).toMatchObject([
      { Properties: { Roles: [{ 'Fn::ImportValue': expect.anything() as unknown }] } },
    ]);
  });
});

test('is the role and the grant principal of the construct', () => {
  synthesize(stack => {
    const existingRole = iam.Role.fromRoleName(stack, 'Existing', 'worker');
    const { role, grantPrincipal } = new ExampleRole(stack, { existingRole });
    expect(role).toBe(existingRole);
    expect(grantPrincipal).toBe(existingRole.grantPrincipal);
  });
});

test('a statement on the role itself has its ARN', () => {
  const synthesized = withExisting(stack => iam.Role.fromRoleArn(stack, 'Existing', arn(ACCOUNT)), {
    features: [feature('Job', statement('JobPassItself', [THIS_ROLE]))],
  });
  expect(policiesOf(synthesized)).toMatchObject([{ PolicyDocument: { Statement: [{ Resource: arn(ACCOUNT) }] } }]);
});

test('accepts the placement SEPARATE', () => {
  const existing = (stack: Stack) => iam.Role.fromRoleName(stack, 'Existing', 'worker');
  expect(policiesOf(withExisting(existing, { policyPlacement: PolicyPlacement.SEPARATE }))).toHaveLength(1);
});

describe('managed policies', () => {
  const additionalManagedPolicies = [iam.ManagedPolicy.fromAwsManagedPolicyName('ReadOnlyAccess')];

  test('are attached to a role that the app creates', () => {
    const {
      roles: [{ properties }],
    } = withExisting(stack => new iam.Role(stack, 'Mine', { assumedBy: SERVICE }), {
      additionalManagedPolicies,
    });
    expect(properties.ManagedPolicyArns).toEqual(['arn:aws:iam::aws:policy/ReadOnlyAccess']);
  });

  test("are rejected for an imported role, because the CDK can't attach them", () => {
    expect(() =>
      withExisting(stack => iam.Role.fromRoleName(stack, 'Existing', 'worker'), { additionalManagedPolicies }),
    ).toThrow("Stack/Example: 'additionalManagedPolicies' can't be attached to the imported role 'Stack/Existing'");
  });
});

test.each<[string, ExampleRoleOptions]>([
  ['roleName', { roleName: 'other' }],
  ['path', { path: '/team/' }],
  ['description', { description: 'Works' }],
  ['maxSessionDuration', { maxSessionDuration: Duration.hours(2) }],
  ['permissionsBoundary', { permissionsBoundary: iam.ManagedPolicy.fromAwsManagedPolicyName('PowerUserAccess') }],
  ['tags', { tags: { team: 'data' } }],
  ['additionalPrincipals', { additionalPrincipals: [new iam.AccountRootPrincipal()] }],
  ['trustOption', { trustOptions: ['trustOption'] }],
])("rejects '%s', which applies to new roles only", (option, options) => {
  expect(() => withExisting(stack => iam.Role.fromRoleName(stack, 'Existing', 'worker'), options)).toThrow(
    `Stack/Example: '${option}' cannot be combined with 'existingRole' (Stack/Existing): `,
  );
});

test.each([PolicyPlacement.INLINE, PolicyPlacement.MANAGED])('rejects the placement %s', policyPlacement => {
  expect(() => withExisting(stack => iam.Role.fromRoleName(stack, 'Existing', 'worker'), { policyPlacement })).toThrow(
    `Stack/Example: 'policyPlacement' must be SEPARATE together with 'existingRole', got "${policyPlacement}"`,
  );
});

test('names the policy differently in each stack and region that imports the role', () => {
  const app = new App({ analyticsReporting: false });
  const policyNames = [
    ['Dev', 'eu-central-1'],
    ['Prod', 'eu-central-1'],
    ['Prod', 'us-east-1'],
    ['Anywhere', undefined],
  ].map(([stackName, region]) => {
    const stack = new Stack(app, `${stackName}-${region}`, { stackName, env: { region } });
    new ExampleRole(stack, { existingRole: iam.Role.fromRoleName(stack, 'Existing', 'worker') });
    return stack;
  }).map(stack => {
    const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy')) as [
      { Properties: { PolicyName: unknown } },
    ];
    return Properties.PolicyName;
  });
  expect(policyNames).toEqual([
    expect.stringMatching(/^DevExample\w+-eu-central-1$/),
    expect.stringMatching(/^ProdExample\w+-eu-central-1$/),
    expect.stringMatching(/^ProdExample\w+-us-east-1$/),
    { 'Fn::Join': ['', [expect.stringMatching(/^AnywhereExample/), { Ref: 'AWS::Region' }]] },
  ]);
});

describe('never attaches permissions to the wrong role, or to no role', () => {
  test.each<[string, (stack: Stack) => iam.IRole]>([
    ['imported by its ARN', stack => iam.Role.fromRoleArn(stack, 'Existing', arn(OTHER_ACCOUNT))],
    [
      'created in another stack',
      stack =>
        new iam.Role(
          new Stack(stack.node.root as App, 'Other', { env: { account: OTHER_ACCOUNT, region: 'eu-central-1' } }),
          'Existing',
          { assumedBy: SERVICE, roleName: 'worker' },
        ),
    ],
  ])('rejects a role in another account, %s', (_how, existing) => {
    expect(() => withExisting(existing)).toThrow(
      new RegExp(
        `^Stack/Example: 'existingRole' \\(.*Existing\\) is in account ${OTHER_ACCOUNT}, the stack in ${ACCOUNT}: `,
      ),
    );
  });

  test.each<[string, (stack: Stack) => iam.IRole]>([
    [
      'imported as immutable, by a token of a role of the app',
      stack => {
        const { roleArn } = new iam.Role(stack, 'Mine', { assumedBy: SERVICE });
        return iam.Role.fromRoleArn(stack, 'Existing', roleArn, { mutable: false });
      },
    ],
    ['imported as immutable', stack => iam.Role.fromRoleArn(stack, 'Existing', arn(ACCOUNT), { mutable: false })],
    [
      'created as immutable',
      stack => new iam.Role(stack, 'Existing', { assumedBy: SERVICE }).withoutPolicyUpdates(),
    ],
  ])('rejects a role that accepts no policies, %s', (_how, existing) => {
    expect(() => withExisting(existing)).toThrow(
      /^Stack\/Example: 'existingRole' \(.*\) accepts no policies: it was imported with 'mutable: false'/,
    );
  });

  test('warns when the account of the stack is not known', () => {
    const { warnings } = withExisting(stack => iam.Role.fromRoleArn(stack, 'Existing', arn(ACCOUNT)), {}, {});
    expect(warnings).toEqual([
      expect.stringMatching(
        new RegExp(
          `'existingRole' \\(Stack/Existing\\) is in account ${ACCOUNT}, and the account of the stack is not known: .*existingRoleAccount`,
        ),
      ),
    ]);
  });

  test('does not warn when neither account is known', () => {
    expect(withExisting(stack => iam.Role.fromRoleName(stack, 'Existing', 'worker'), {}, {}).warnings).toEqual([]);
  });
});

describe('sizes', () => {
  const big = (sid: string, length: number) => feature(sid, statement(sid, ['r'.repeat(length)]));
  const message =
    /\[Stack\/Example\] the inline policies of the role together take 1\d{4} characters, IAM allows 10240: list fewer/;

  test('rejects permissions that alone are too large for an imported role', () => {
    expect(() =>
      withExisting(stack => iam.Role.fromRoleName(stack, 'Existing', 'worker'), { features: [big('Job', 10_300)] }),
    ).toThrow(message);
  });

  test('rejects permissions that are too large together with those of another construct for the same imported role', () => {
    const two = (length: number) =>
      synthesize(stack => {
        for (const id of ['One', 'Two']) {
          const existingRole = iam.Role.fromRoleName(stack, `${id}Existing`, 'worker');
          new ExampleRole(stack, { existingRole, features: [big('Job', length)] }, id);
        }
      });
    expect(() => two(4_900)).not.toThrow();
    expect(() => two(5_200)).toThrow(/\[Stack\/One\] the inline policies of the role together take 10\d{3} characters/);
  });

  test('does not count the policies of a role with the same name in another account', () => {
    const app = new App({ analyticsReporting: false });
    for (const account of [ACCOUNT, OTHER_ACCOUNT]) {
      const stack = new Stack(app, `In${account}`, { env: { account, region: 'eu-central-1' } });
      const existingRole = iam.Role.fromRoleName(stack, 'Existing', 'worker');
      new ExampleRole(stack, { existingRole, features: [big('Job', 6_000)] });
    }
    expect(() => app.synth()).not.toThrow();
  });

  test('rejects permissions that are too large together with the policies of a role of the app', () => {
    const holding = (stack: Stack) =>
      new iam.Role(stack, 'Mine', {
        assumedBy: SERVICE,
        inlinePolicies: {
          Own: new iam.PolicyDocument({
            statements: [
              new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [`arn:aws:s3:::${'b'.repeat(5_000)}`] }),
            ],
          }),
        },
      });
    expect(() => withExisting(holding, { features: [big('Job', 4_000)] })).not.toThrow();
    expect(() => withExisting(holding, { features: [big('Job', 5_200)] })).toThrow(message);
  });
});
