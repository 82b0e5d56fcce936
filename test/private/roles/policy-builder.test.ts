import { CfnResource, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { PlatformPolicy, PlatformPolicyOptions } from '../../../src/private/roles/policy-builder';
import { feature, statement } from '../../support/platform-role';
import { synthesize, Synthesized } from '../../support/synthesize';

const KNOWN = { env: { account: '111122223333', region: 'eu-central-1' } };

/** The policies of a platform that does not exist, as a platform would make them. */
class ExamplePolicy extends Construct {
  public readonly policy: PlatformPolicy;

  constructor(stack: Stack, options: Partial<PlatformPolicyOptions> = {}, id = 'Example') {
    super(stack, id);
    this.policy = new PlatformPolicy(this, {
      features: [feature('Common', statement('CommonOne')), feature('Job', statement('JobOne'), statement('JobTwo'))],
      wayOut: 'name less',
      ...options,
    });
  }
}

const policiesOf = ({ template }: Synthesized) =>
  Object.entries(template.Resources ?? {})
    .filter(([, { Type }]) => Type === 'AWS::IAM::ManagedPolicy')
    .map(([logicalId, { Properties }]) => ({ logicalId, ...Properties }));

const examplePolicies = (options: (stack: Stack) => Partial<PlatformPolicyOptions> = () => ({})) =>
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

  test('take names and a path', () => {
    expect(examplePolicies(() => ({ managedPolicyNamePrefix: 'team-', path: '/team/' }))).toMatchObject([
      { ManagedPolicyName: 'team-Common', Path: '/team/' },
      { ManagedPolicyName: 'team-Job', Path: '/team/' },
    ]);
  });

  test('hold statements of the user in one of its own', () => {
    const mine = new iam.PolicyStatement({ actions: ['dynamodb:GetItem'], resources: ['*'] });
    expect(examplePolicies(() => ({ additionalStatements: [mine] })).map(({ logicalId }) => logicalId)).toEqual([
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

  test('imported ones', () => {
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

  test('those that come later', () => {
    const { template } = synthesize(stack => {
      const { policy } = new ExamplePolicy(stack);
      policy.attachToUser(iam.User.fromUserName(stack, 'User', 'ann'));
      policy.attachToGroup(iam.Group.fromGroupName(stack, 'Group', 'team'));
      policy.attachToRole(iam.Role.fromRoleName(stack, 'Role', 'admin'));
    });
    policiesOf({ template } as Synthesized).forEach(policy =>
      expect(policy).toMatchObject({ Users: ['ann'], Groups: ['team'], Roles: ['admin'] }));
  });

  test('fails for one of another account: CDK would take its own of that name', () => {
    expect(() => examplePolicies(stack => ({
      users: [iam.User.fromUserArn(stack, 'User', 'arn:aws:iam::444455556666:user/ann')],
    }))).toThrow(
      "Stack/Example: the user 'Stack/User' is of account 444455556666, the stack of 111122223333: policies are " +
        'attached only in their own account, make this construct in a stack of that account',
    );
  });
});

describe('bad input', () => {
  test.each<[Partial<Record<keyof PlatformPolicyOptions, unknown>>, string]>([
    [{ managedPolicyNamePrefix: 'a b' }, "'managedPolicyNamePrefix' must be 1 to 100 characters of letters"],
    [{ path: 'team' }, "'path' must be '/', or start and end with '/', got \"team\""],
    [{ path: `/${'a'.repeat(511)}/` }, "'path' must hold at most 512 characters, got 513"],
    [{ users: ['ann'] }, "'users[0]' must be a user, got \"ann\""],
    [{ groups: 'team' }, "'groups' must be a list, each element a group, got \"team\""],
    [{ roles: [undefined] }, "'roles[0]' must be a role, got nothing"],
    [{ additionalStatements: [{}] }, "'additionalStatements[0]' must be an iam.PolicyStatement, got {}"],
  ])('fails for %j', (options, message) => {
    expect(() => examplePolicies(() => options as Partial<PlatformPolicyOptions>)).toThrow(message);
  });

  test('fails for attaching to what is none', () => {
    expect(() => synthesize(stack => new ExamplePolicy(stack).policy.attachToRole('admin' as never))).toThrow(
      "Stack/Example: 'role' must be a role, got \"admin\"",
    );
  });
});

describe('limits', () => {
  test('fails above 6,144 characters, and names the feature and the way out', () => {
    const long = statement('JobOne', Array.from({ length: 70 }, (_, index) => `${'r'.repeat(90)}${index}`));
    expect(() => examplePolicies(() => ({ features: [feature('Job', long)] }))).toThrow(
      /the managed policy of Job takes \d+ characters, IAM allows 6144: name less/,
    );
  });

  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => feature(`F${index}`, statement(`F${index}`)));
  const attached = (count: number, options: (stack: Stack) => Partial<PlatformPolicyOptions>) =>
    synthesize(stack => new ExamplePolicy(stack, { features: many(count), ...options(stack) }));
  const user = (stack: Stack) => ({ users: [iam.User.fromUserName(stack, 'User', 'ann')] });
  const group = (stack: Stack) => ({ groups: [iam.Group.fromGroupName(stack, 'Group', 'team')] });
  const role = (stack: Stack) => ({ roles: [iam.Role.fromRoleName(stack, 'Role', 'admin')] });

  test.each([[user], [group], [role]])('ten policies are attached without a word', options => {
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
  ])('fails for more than IAM takes', (options, count, most) => {
    expect(() => attached(count, options)).toThrow(new RegExp(`IAM allows at most ${most}: leave features out`));
  });

  test('counts what the user has already, and what others attach', () => {
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
