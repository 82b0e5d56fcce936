import { App, CfnParameter, Lazy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { PolicyPlacement } from '../../../src';
import { ExampleRole, ExampleRoleOptions, feature, statement } from '../../support/platform-role';
import { synthesize } from '../../support/synthesize';

const { INLINE, MANAGED, SEPARATE } = PolicyPlacement;

/** A feature whose document has a given number of characters. */
function featureOf(name: string, characters: number) {
  const overhead = JSON.stringify({
    Statement: [{ Action: 'example:Do', Effect: 'Allow', Resource: '', Sid: name }],
    Version: '2012-10-17',
  }).length;
  return feature(name, statement(name, ['r'.repeat(characters - overhead)]));
}

const grant = (characters: number, sid = 'Grant') =>
  new iam.PolicyStatement({
    sid,
    actions: ['s3:GetObject'],
    resources: [`arn:aws:s3:::${'b'.repeat(characters)}`],
  });

const example = (options: ExampleRoleOptions, also: (role: iam.Role, stack: Stack) => void = () => {}) =>
  synthesize(stack => also(new ExampleRole(stack, options).role as iam.Role, stack));

describe('the inline policies of a role', () => {
  test.each([INLINE, SEPARATE])('%s: accepts 10,240 characters', policyPlacement => {
    expect(example({ policyPlacement, features: [featureOf('One', 10_240)] }).warnings).toEqual([]);
  });

  test.each([INLINE, SEPARATE])('%s: rejects more, with both numbers and what to do', policyPlacement => {
    expect(() => example({ policyPlacement, features: [featureOf('One', 10_241)] })).toThrow(
      '[Stack/Example] the inline policies of the role together take 10241 characters, IAM allows 10240: ' +
        'set policyPlacement: PolicyPlacement.MANAGED, list fewer locations and resources, or create a role for each workload',
    );
  });

  test.each<[string, (role: iam.Role, stack: Stack) => void]>([
    ['later grants', role => role.addToPrincipalPolicy(grant(5_000))],
    [
      'statements in the document of the role',
      role => {
        const [{ policyDocument }] = (role.node.defaultChild as iam.CfnRole).policies as iam.CfnRole.PolicyProperty[];
        (policyDocument as iam.PolicyDocument).addStatements(grant(5_000));
      },
    ],
    [
      'a document that an aspect adds to the role',
      role => {
        const resource = role.node.defaultChild as iam.CfnRole;
        const policyDocument = new iam.PolicyDocument({ statements: [grant(5_000)] });
        resource.policies = [...(resource.policies as unknown[]), { policyName: 'More', policyDocument }] as never;
      },
    ],
    [
      'a policy that is attached to the role',
      role => new iam.Policy(role, 'More', { statements: [grant(5_000)], roles: [role] }),
    ],
    [
      'a policy of another stack',
      (role, stack) => {
        const other = new Stack(stack.node.root as App, 'Other');
        new iam.Policy(other, 'More', { statements: [grant(5_000)], roles: [role] });
      },
    ],
    [
      'a policy that lists the name of the role',
      (_role, stack) => {
        new iam.Policy(stack, 'More', {
          statements: [grant(5_000)],
          roles: [iam.Role.fromRoleName(stack, 'Same', 'worker')],
        });
      },
    ],
  ])('rejects policies if the limit is exceeded by %s', (_what, also) => {
    expect(() => example({ features: [featureOf('One', 5_300)], roleName: 'worker' }, also)).toThrow(
      /the inline policies of the role together take 10\d{3} characters, IAM allows 10240/,
    );
  });

  test('rejects a policy with many statements that differ only in names generated during deployment', () => {
    const naming = (buckets: number) => () =>
      example({ features: [featureOf('One', 6_000)] }, (role, stack) => {
        const statements = Array.from(
          { length: buckets },
          (_, index) =>
            new iam.PolicyStatement({
              actions: ['s3:GetObject'],
              resources: [new s3.Bucket(stack, `Bucket${index}`).bucketArn],
            }),
        );
        new iam.Policy(stack, 'More', { statements, roles: [role] });
      });
    expect(naming(5)).not.toThrow();
    expect(naming(90)).toThrow(
      /the inline policies of the role together take \d{5} to \d{5} characters, IAM allows 10240/,
    );
  });

  test.each([true, false])('counts equal statements once, as in the template (minimizePolicies: %p)', minimize => {
    const build = (make: (stack: Stack) => iam.IRole) => () => synthesize(stack => {
      const existingRole = make(stack);
      const bucket = new s3.Bucket(stack, 'Bucket');
      new ExampleRole(stack, { existingRole });
      Array.from({ length: 60 }).forEach(() => bucket.grantReadWrite(existingRole));
    }, { context: { '@aws-cdk/aws-iam:minimizePolicies': minimize } });
    expect(build(stack => iam.Role.fromRoleName(stack, 'Role', 'worker'))).not.toThrow();
    const assumedBy = new iam.ServicePrincipal('example.amazonaws.com');
    expect(build(stack => new iam.Role(stack, 'Role', { assumedBy }))).not.toThrow();
    expect(() => example({}, role => {
      const statements = () => Array.from({ length: 150 }, () => new iam.PolicyStatement({
        actions: ['s3:GetObject'],
        resources: ['arn:aws:s3:::bucket/*'],
      }));
      new iam.Policy(role, 'Policy', { statements: statements(), roles: [role] });
      new iam.ManagedPolicy(role, 'Managed', { statements: statements(), roles: [role] });
    })).not.toThrow();
  });

  test('rejects a role that was below the limit at an earlier synthesis', () => {
    const app = new App({ analyticsReporting: false });
    const { role } = new ExampleRole(new Stack(app, 'Stack'), { features: [featureOf('One', 5_300)] });
    expect(() => app.synth()).not.toThrow();
    new iam.Policy(role.stack, 'More', { statements: [grant(5_000)], roles: [role] });
    expect(() => app.synth({ force: true })).toThrow('the inline policies of the role together take');
  });

  test('warns if the size depends on the names of resources', () => {
    const { warnings } = synthesize(
      stack =>
        new ExampleRole(stack, {
          features: [
            featureOf('One', 9_000),
            feature(
              'Two',
              statement('Two', [
                new CfnParameter(stack, 'P').valueAsString,
                new CfnParameter(stack, 'Q').valueAsString,
              ]),
            ),
          ],
        }),
    );
    expect(warnings).toEqual([
      expect.stringMatching(
        /the inline policies of the role together take \d+ to 1\d{4} characters, depending on names that are not known at synthesis; IAM allows 10240.*\[ack: cdk-platform-iam:policySize\]/,
      ),
    ]);
  });

  test('resolves tokens before it warns', () => {
    const lazy = Lazy.string({ produce: () => 'short' });
    const { warnings } = example({ features: [featureOf('One', 9_500), feature('Two', statement('Two', [lazy]))] });
    expect(warnings).toEqual([]);
  });

  test('gives no warning for ten inputs and ten outputs in encrypted buckets', () => {
    const { warnings } = synthesize(stack => {
      const arns = Array.from({ length: 20 }, (_, index) => {
        const bucket = new s3.Bucket(stack, `Bucket${index}`, { encryption: s3.BucketEncryption.KMS });
        return [bucket.bucketArn, bucket.arnForObjects('prefix/*'), bucket.encryptionKey!.keyArn];
      });
      const statements = [0, 1, 2].map(kind =>
        statement(
          `S${kind}`,
          arns.map(three => three[kind]),
        ),
      );
      new ExampleRole(stack, { features: [feature('Job', ...statements)] });
    });
    expect(warnings).toEqual([]);
  });
});

describe('the managed policies of a role', () => {
  test('accepts 6,144 characters in each', () => {
    const features = [featureOf('One', 6_144), featureOf('Two', 6_144)];
    expect(example({ policyPlacement: MANAGED, features }).warnings).toEqual([]);
  });

  test('rejects more, and reports the feature', () => {
    const features = [featureOf('One', 1_000), featureOf('Two', 6_145)];
    expect(() => example({ policyPlacement: MANAGED, features })).toThrow(
      '[Stack/Example] the managed policy of Two takes 6145 characters, IAM allows 6144: list fewer locations',
    );
  });

  test('do not count as inline policies', () => {
    const features = [featureOf('One', 6_000), featureOf('Two', 6_000)];
    expect(() =>
      example({ policyPlacement: MANAGED, features }, role => role.addToPrincipalPolicy(grant(9_000))),
    ).not.toThrow();
    expect(() =>
      example({ policyPlacement: MANAGED, features }, (role, stack) => {
        new iam.Policy(stack, 'More', { statements: [grant(5_500, 'A'), grant(5_500, 'B')], roles: [role] });
      }),
    ).toThrow(/IAM allows 10240: list fewer/);
  });

  test('rejects one that the CDK creates when grants overflow the inline policies', () => {
    expect(() => example({}, role => role.addToPrincipalPolicy(grant(13_000)))).toThrow(
      /the managed policy 'Stack\/Example\/Role\/OverflowPolicy1\/Resource', which is attached to the role, takes 13\d{3} characters/,
    );
  });

  const awsManaged = (count: number) =>
    Array.from({ length: count }, (_, index) => iam.ManagedPolicy.fromAwsManagedPolicyName(`Policy${index}`));

  test.each([
    [10, []],
    [11, [expect.stringContaining('11 managed policies are attached to the role, and an account allows 10')]],
  ])('warns if more than ten are attached: %i', (count, warnings) => {
    expect(example({ additionalManagedPolicies: awsManaged(count) }).warnings).toEqual(warnings);
  });

  test('counts those of the library, of the user, and those that list the role', () => {
    const { warnings } = example(
      { policyPlacement: MANAGED, additionalManagedPolicies: awsManaged(8) },
      (role, stack) => {
        new iam.ManagedPolicy(stack, 'More', { statements: [grant(10)], roles: [role] });
      },
    );
    expect(warnings).toEqual([expect.stringContaining('11 managed policies')]);
  });

  test('rejects more than 25', () => {
    expect(() => example({ additionalManagedPolicies: awsManaged(26) })).toThrow(
      '[Stack/Example] 26 managed policies are attached to the role, IAM allows at most 25',
    );
  });
});

describe('the trust policy', () => {
  const trusted = (count: number) => ({
    additionalPrincipals: Array.from(
      { length: count },
      (_, index) => new iam.ArnPrincipal(`arn:aws:iam::111122223333:role/${'x'.repeat(50)}${index}`),
    ),
  });

  test.each([
    [5, []],
    [15, [expect.stringMatching(/the trust policy of the role takes 2386 characters, and an account allows 2048/)]],
  ])('warns above 2,048 characters: %i principals', (count, warnings) => {
    expect(example(trusted(count)).warnings).toEqual(warnings);
  });

  test('rejects more than 8,192 characters', () => {
    expect(() => example(trusted(60))).toThrow(
      /\[Stack\/Example\] the trust policy of the role takes \d+ characters, IAM allows 8192/,
    );
  });
});

test('gives each warning once, even if the app is synthesized again', () => {
  const app = new App({ analyticsReporting: false });
  const stack = new Stack(app, 'Stack');
  new ExampleRole(stack, {
    additionalManagedPolicies: Array.from({ length: 11 }, (_, i) =>
      iam.ManagedPolicy.fromAwsManagedPolicyName(`P${i}`),
    ),
  });
  app.synth();
  const messages = app.synth({ force: true }).getStackByName('Stack').messages;
  expect(messages.filter(({ entry }) => String(entry.data).includes('managed policies'))).toHaveLength(1);
});
