import { CfnResource, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { ExamplePolicy, ExamplePolicyOptions, feature, statement } from '../../support/platform-role';
import { synthesize, Synthesized } from '../../support/synthesize';

const KNOWN = { env: { account: '111122223333', region: 'eu-central-1' } };

const policiesOf = ({ template }: Synthesized) =>
  Object.entries(template.Resources ?? {})
    .filter(([, { Type }]) => Type === 'AWS::IAM::ManagedPolicy')
    .map(([logicalId, { Properties }]) => ({ logicalId, ...Properties }));

const examplePolicies = (options: (stack: Stack) => ExamplePolicyOptions = () => ({})) =>
  policiesOf(synthesize(stack => new ExamplePolicy(stack, options(stack)), KNOWN));

describe('the policies', () => {
  test('are one for each feature, without names', () => {
    expect(examplePolicies()).toEqual([
      {
        logicalId: expect.stringMatching(/^ExampleCommonPolicy/),
        Description: '',
        Path: '/',
        PolicyDocument: expect.objectContaining({ Statement: [expect.objectContaining({ Sid: 'CommonOne' })] }),
      },
      expect.objectContaining({ logicalId: expect.stringMatching(/^ExampleJobPolicy/) }),
    ]);
  });

  test('have the name prefix and the path of the options', () => {
    expect(examplePolicies(() => ({ managedPolicyNamePrefix: 'team-', path: '/team/' }))).toMatchObject([
      { ManagedPolicyName: 'team-Common', Path: '/team/' },
      { ManagedPolicyName: 'team-Job', Path: '/team/' },
    ]);
  });

  test('include one for the statements of the user', () => {
    const own = new iam.PolicyStatement({ actions: ['dynamodb:GetItem'], resources: ['*'] });
    expect(examplePolicies(() => ({ additionalStatements: [own] })).map(({ logicalId }) => logicalId)).toEqual([
      expect.stringMatching(/^ExampleCommonPolicy/),
      expect.stringMatching(/^ExampleJobPolicy/),
      expect.stringMatching(/^ExampleAdditionalPolicy/),
    ]);
  });
});

describe('are attached to', () => {
  test('users, groups and roles of the app', () => {
    const policies = examplePolicies(stack => ({
      users: [new iam.User(stack, 'User')],
      groups: [new iam.Group(stack, 'Group')],
      roles: [new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() })],
    }));
    const ref = (name: string) => [{ Ref: expect.stringMatching(new RegExp(`^${name}`)) }];
    policies.forEach(policy =>
      expect(policy).toMatchObject({ Users: ref('User'), Groups: ref('Group'), Roles: ref('Role') }));
  });

  test('imported users, groups and roles', () => {
    const policies = examplePolicies(stack => ({
      users: [iam.User.fromUserName(stack, 'User', 'ann')],
      groups: [iam.Group.fromGroupName(stack, 'Group', 'team')],
      roles: [
        iam.Role.fromRoleName(stack, 'Role', 'admin'),
        iam.Role.fromRoleArn(stack, 'Fixed', 'arn:aws:iam::111122223333:role/x/fixed', { mutable: false }),
      ],
    }));
    policies.forEach(policy =>
      expect(policy).toMatchObject({ Users: ['ann'], Groups: ['team'], Roles: ['admin', 'fixed'] }));
  });

  test('roles of the app with a path that are imported by their ARN', () => {
    const { template } = synthesize(stack => {
      const assumedBy = new iam.AccountRootPrincipal();
      const [given, later] = ['Given', 'Later'].map(id =>
        iam.Role.fromRoleArn(stack, `${id}Again`, new iam.Role(stack, id, { assumedBy, path: '/team/' }).roleArn));
      new ExamplePolicy(stack, { roles: [given] }).attachToRole(later);
    });
    policiesOf({ template } as Synthesized).forEach(policy => expect(policy).toMatchObject({
      Roles: ['Given', 'Later'].map(id => ({ Ref: expect.stringMatching(new RegExp(`^${id}(?!Again)`)) as unknown })),
    }));
  });

  test('users, groups and roles that are attached later', () => {
    const { template } = synthesize(stack => {
      const policy = new ExamplePolicy(stack);
      policy.attachToUser(iam.User.fromUserName(stack, 'User', 'ann'));
      policy.attachToGroup(iam.Group.fromGroupName(stack, 'Group', 'team'));
      policy.attachToRole(iam.Role.fromRoleName(stack, 'Role', 'admin'));
    });
    policiesOf({ template } as Synthesized).forEach(policy =>
      expect(policy).toMatchObject({ Users: ['ann'], Groups: ['team'], Roles: ['admin'] }));
  });

  test('rejects a user in another account: the CDK would attach to a user of that name in the stack account', () => {
    expect(() => examplePolicies(stack => ({
      users: [iam.User.fromUserArn(stack, 'User', 'arn:aws:iam::444455556666:user/ann')],
    }))).toThrow(
      "Stack/Example: the user 'Stack/User' is in account 444455556666, the stack in 111122223333: policies can " +
        'only be attached in their own account. Create this construct in a stack of that account',
    );
  });
});

describe('bad input', () => {
  test.each<[Partial<Record<keyof ExamplePolicyOptions, unknown>>, string]>([
    [{ managedPolicyNamePrefix: 'a b' }, "'managedPolicyNamePrefix' must be 1 to 100 characters of letters"],
    [{ path: 'team' }, "'path' must be '/', or start and end with '/', without"],
    [{ path: `/${'a'.repeat(511)}/` }, "'path' must be '/', or start and end with '/', without the wildcards * and ?, and without $, at most 512 characters"],
    [{ users: ['ann'] }, "'users[0]' must be a user, got \"ann\": pass iam.User.fromUserName(scope, id, NAME)"],
    [{ groups: 'team' }, "'groups' must be a list, each element a group, got \"team\""],
    [{ roles: [undefined] }, "'roles[0]' must be a role, got nothing"],
    [{ additionalStatements: [{}] }, "'additionalStatements[0]' must be an iam.PolicyStatement, got {}"],
  ])('rejects %j', (options, message) => {
    expect(() => examplePolicies(() => options as ExamplePolicyOptions)).toThrow(message);
  });

  test('rejects a string in attachToRole()', () => {
    expect(() => synthesize(stack => new ExamplePolicy(stack).attachToRole('admin' as never))).toThrow(
      "Stack/Example: 'role' must be a role, got \"admin\"",
    );
  });
});

describe('limits', () => {
  test('rejects more than 6,144 characters, with the feature and what to do', () => {
    const long = statement('JobOne', Array.from({ length: 70 }, (_, index) => `${'r'.repeat(90)}${index}`));
    expect(() => examplePolicies(() => ({ features: [feature('Job', long)] }))).toThrow(
      /the managed policy of Job takes \d+ characters, IAM allows 6144: name fewer resources/,
    );
  });

  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => feature(`F${index}`, statement(`F${index}`)));
  const attached = (count: number, options: (stack: Stack) => ExamplePolicyOptions) =>
    synthesize(stack => new ExamplePolicy(stack, { features: many(count), ...options(stack) }));
  const user = (stack: Stack) => ({ users: [iam.User.fromUserName(stack, 'User', 'ann')] });
  const group = (stack: Stack) => ({ groups: [iam.Group.fromGroupName(stack, 'Group', 'team')] });
  const role = (stack: Stack) => ({ roles: [iam.Role.fromRoleName(stack, 'Role', 'admin')] });

  test.each([[user], [group], [role]])('does not warn of ten policies', options => {
    expect(attached(10, options).warnings).toEqual([]);
  });

  test.each([
    [user, 11, "11 managed policies are attached to the user 'Stack/User', and an account allows 10"],
    [role, 25, "25 managed policies are attached to the role 'Stack/Role', and an account allows 10"],
  ])('warns of more than ten', (options, count, message) => {
    expect(attached(count, options).warnings).toEqual([expect.stringContaining(message)]);
  });

  test.each([
    [user, 21, 20],
    [group, 11, 10],
    [role, 26, 25],
  ])('rejects more policies than IAM allows', (options, count, most) => {
    expect(() => attached(count, options)).toThrow(new RegExp(`IAM allows at most ${most}: leave features out`));
  });

  test('counts the policies that the user already has, and those that others attach', () => {
    const { warnings } = synthesize(stack => {
      const ann = new iam.User(stack, 'Ann', {
        userName: 'ann',
        managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('ReadOnlyAccess')],
      });
      new iam.ManagedPolicy(stack, 'Other', {
        users: [ann],
        statements: [new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] })],
      });
      new CfnResource(stack, 'Named', {
        type: 'AWS::IAM::ManagedPolicy',
        properties: { PolicyDocument: {}, Users: ['ann'] },
      });
      new ExamplePolicy(stack, { features: many(9), users: [ann] });
    });
    expect(warnings).toEqual([expect.stringContaining("11 managed policies are attached to the user 'Stack/Ann'")]);
  });
});
