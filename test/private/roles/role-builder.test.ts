import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, CfnResource, Duration, PhysicalName, Stack, Tags } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { PolicyPlacement } from '../../../src';
import { THIS_ROLE } from '../../../src/private/statements/documented-statement';
import { ExampleEc2Role, ExampleEc2RoleOptions, ExampleRole, ExampleRoleOptions, feature, statement } from '../../support/platform-role';
import { sidsOf, synthesize, synthesizeRole } from '../../support/synthesize';

const exampleRole = (options: ExampleRoleOptions = {}) =>
  synthesizeRole(stack => new ExampleRole(stack, options));

describe('placement', () => {
  test('is in the role by default', () => {
    const { inline, managed, separate, properties } = exampleRole();
    expect(sidsOf(inline)).toEqual(['CommonOne', 'JobOne', 'JobTwo']);
    expect([managed, separate]).toEqual([[], []]);
    expect(properties.Policies).toMatchObject([{ PolicyName: 'Permissions' }]);
  });

  test('MANAGED creates policies that the role lists, under its path, without a name and a description', () => {
    const {
      template,
      roles: [{ inline, managed }],
    } = synthesize(
      stack => new ExampleRole(stack, { policyPlacement: PolicyPlacement.MANAGED, roleName: 'role', path: '/team/' }),
    );
    expect(inline).toEqual([]);
    expect(managed.map(({ logicalId, statements }) => [logicalId, sidsOf(statements)])).toEqual([
      [expect.stringMatching(/^ExampleCommonPolicy/), ['CommonOne']],
      [expect.stringMatching(/^ExampleJobPolicy/), ['JobOne', 'JobTwo']],
    ]);
    expect(template.Resources![managed[0].logicalId].Properties).toEqual({
      Description: '',
      Path: '/team/',
      PolicyDocument: expect.anything(),
    });
  });

  test('another feature leaves the policies of the others alone', () => {
    const logicalIds = (...features: ReturnType<typeof feature>[]) =>
      exampleRole({ features, policyPlacement: PolicyPlacement.MANAGED }).managed.map(({ logicalId }) => logicalId);
    const [common, job] = logicalIds(feature('Common', statement('A')), feature('Job', statement('B')));
    expect(
      logicalIds(feature('Common', statement('A')), feature('Model', statement('C')), feature('Job', statement('B'))),
    ).toEqual(expect.arrayContaining([common, job]));
  });

  test('SEPARATE creates one separate policy', () => {
    const { inline, separate } = exampleRole({ policyPlacement: PolicyPlacement.SEPARATE });
    expect(inline).toEqual([]);
    expect(separate.map(({ statements }) => sidsOf(statements))).toEqual([['CommonOne', 'JobOne', 'JobTwo']]);
  });

  test('puts the statements of the user after those of the library', () => {
    const own = new iam.PolicyStatement({ actions: ['dynamodb:GetItem'], resources: ['*'] });
    expect(sidsOf(exampleRole({ additionalStatements: [own] }).inline)).toEqual([
      'CommonOne',
      'JobOne',
      'JobTwo',
      undefined,
    ]);
  });

  test.each(Object.values(PolicyPlacement))(
    '%s: a resource that refers to the role is created after its permissions, except with SEPARATE',
    placement => {
      const {
        template,
        roles: [{ logicalId }],
      } = synthesize(stack => {
        const { role } = new ExampleRole(stack, { policyPlacement: placement });
        new CfnResource(stack, 'User', { type: 'Custom::User', properties: { Role: role.roleArn } });
      });
      const policyDependsOnRole = Object.values(template.Resources!).some(
        ({ Type, Properties }) => Type === 'AWS::IAM::Policy' && JSON.stringify(Properties).includes(logicalId),
      );
      expect(policyDependsOnRole).toBe(placement === PolicyPlacement.SEPARATE);
    },
  );
});

describe('a statement on the role itself', () => {
  const features = [feature('Job', statement('JobOne'), statement('JobPassItself', [THIS_ROLE]))];

  test('is in the role if the role has a name', () => {
    const { inline, separate } = exampleRole({ features, roleName: 'worker', path: '/team/' });
    expect(separate).toEqual([]);
    expect(inline[1].Resource).toEqual(['arn:aws:iam::111122223333:role/team/worker']);
  });

  test.each([PolicyPlacement.INLINE, PolicyPlacement.MANAGED, PolicyPlacement.SEPARATE])(
    '%s: is in a separate policy if the role has no name, so that there is no cycle',
    policyPlacement => {
      const { separate, logicalId, properties } = exampleRole({ features, policyPlacement });
      const [{ statements }] = separate.slice(-1);
      expect(sidsOf(statements)).toEqual(['JobPassItself']);
      expect(statements[0].Resource).toEqual([`arn:aws:iam::111122223333:role/${logicalId.toLowerCase()}`]);
      expect(JSON.stringify(properties)).not.toContain(logicalId.toLowerCase());
    },
  );

  test('is in a separate policy if the CDK generates the name when another account needs it', () => {
    const { separate } = exampleRole({ features, roleName: PhysicalName.GENERATE_IF_NEEDED });
    expect(sidsOf(separate[0].statements)).toEqual(['JobPassItself']);
  });
});

describe('properties of the role', () => {
  test('come from the options', () => {
    const boundary = iam.ManagedPolicy.fromAwsManagedPolicyName('PowerUserAccess');
    const { properties } = exampleRole({
      roleName: 'worker',
      path: '/team/',
      description: 'Works',
      maxSessionDuration: Duration.hours(2),
      permissionsBoundary: boundary,
      additionalManagedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('ReadOnlyAccess')],
      tags: { team: 'data' },
    });
    expect(properties).toMatchObject({
      RoleName: 'worker',
      Path: '/team/',
      Description: 'Works',
      MaxSessionDuration: 7200,
      PermissionsBoundary: 'arn:aws:iam::aws:policy/PowerUserAccess',
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
      Tags: [{ Key: 'team', Value: 'data' }],
    });
  });

  test('are few by default', () => {
    expect(Object.keys(exampleRole().properties).sort()).toEqual(['AssumeRolePolicyDocument', 'Policies']);
  });

  test('include a boundary and tags that the stack sets', () => {
    const { properties } = synthesizeRole(stack => {
      new ExampleRole(stack);
      iam.PermissionsBoundary.of(stack).apply(iam.ManagedPolicy.fromAwsManagedPolicyName('PowerUserAccess'));
      Tags.of(stack).add('team', 'data');
    });
    expect(properties).toMatchObject({
      PermissionsBoundary: 'arn:aws:iam::aws:policy/PowerUserAccess',
      Tags: [{ Key: 'team', Value: 'data' }],
    });
  });

  test('include further principals in the trust policy', () => {
    const { trust } = exampleRole({ additionalPrincipals: [new iam.AccountPrincipal('444455556666')] });
    expect(trust.map(({ Principal }) => Principal)).toEqual([
      { Service: 'example.amazonaws.com' },
      { AWS: 'arn:aws:iam::444455556666:root' },
    ]);
  });

  test('allow a service that tags its sessions to do so, and further principals not', () => {
    const { trust } = exampleRole({
      sessionTags: true, additionalPrincipals: [new iam.AccountPrincipal('444455556666')],
    });
    expect(trust.map(({ Action }) => Action)).toEqual([['sts:AssumeRole', 'sts:TagSession'], ['sts:AssumeRole']]);
  });
});

describe('the instance profile', () => {
  const profile = (options: ExampleEc2RoleOptions) => {
    const { template } = synthesize(stack => new ExampleEc2Role(stack, options));
    return Object.values(template.Resources!).find(({ Type }) => Type === 'AWS::IAM::InstanceProfile')?.Properties;
  };

  test('has the name of the role, its path and the role', () => {
    const role = { Ref: expect.stringMatching(/^ExampleRole/) as unknown };
    expect(profile({ path: '/team/' })).toEqual({ InstanceProfileName: role, Path: '/team/', Roles: [role] });
  });

  test('has the name of the options', () => {
    expect(profile({ instanceProfileName: 'profile' })).toMatchObject({
      InstanceProfileName: 'profile',
    });
  });

  test('is created for an existing role, too', () => {
    const { template } = synthesize(
      stack =>
        new ExampleEc2Role(stack, {
          existingRole: iam.Role.fromRoleName(stack, 'Existing', 'worker'),
        }),
    );
    expect(Object.values(template.Resources!)).toContainEqual(
      expect.objectContaining({
        Type: 'AWS::IAM::InstanceProfile',
        Properties: { InstanceProfileName: 'worker', Roles: ['worker'] },
      }),
    );
  });

  test('can be an existing one', () => {
    let example!: ExampleEc2Role;
    const { template } = synthesize(stack => {
      example = new ExampleEc2Role(stack, {
        existingRole: iam.Role.fromRoleName(stack, 'Existing', 'worker'),
        existingInstanceProfile: iam.InstanceProfile.fromInstanceProfileName(stack, 'ExistingProfile', 'worker'),
      });
    });
    expect(example.instanceProfile.instanceProfileName).toBe('worker');
    expect(Object.values(template.Resources!).map(({ Type }) => Type)).toEqual(['AWS::IAM::Policy']);
  });

  test.each<[string, (stack: Stack) => ExampleEc2RoleOptions, string]>([
    [
      'an illegal name',
      () => ({ instanceProfileName: 'a b' }),
      "'instanceProfileName' must be 1 to 128",
    ],
    [
      'an existing profile with a new role',
      stack => ({ existingInstanceProfile: iam.InstanceProfile.fromInstanceProfileName(stack, 'P', 'p') }),
      "'existingInstanceProfile' (Stack/P) requires 'existingRole'",
    ],
    [
      'another name for an existing profile',
      stack => ({
        existingRole: iam.Role.fromRoleName(stack, 'R', 'r'),
        existingInstanceProfile: iam.InstanceProfile.fromInstanceProfileName(stack, 'P', 'p'),
        instanceProfileName: 'other',
      }),
      "'instanceProfileName' cannot be combined with 'existingInstanceProfile'",
    ],
  ])('rejects %s', (_what, options, message) => {
    expect(() => synthesize(stack => new ExampleEc2Role(stack, options(stack)))).toThrow(`Stack/Example: ${message}`);
  });
});

describe('a role with a name, whose permissions refer to the role itself', () => {
  const features = [feature('Job', statement('JobPassItself', [THIS_ROLE]))];
  const renamed = (change: (resource: iam.CfnRole) => void) =>
    synthesizeRole(stack => {
      const { role } = new ExampleRole(stack, { roleName: 'worker', features });
      change(role.node.defaultChild as iam.CfnRole);
    }, { env: { account: '111122223333', region: 'eu-central-1' } }).inline;

  test('uses the name and path that an aspect or an escape hatch sets', () => {
    const [{ Resource }] = renamed(resource => {
      resource.roleName = 'corp-worker';
      resource.path = '/corp/';
    });
    expect(JSON.stringify(Resource)).toContain(':iam::111122223333:role/corp/corp-worker');
  });

  test('rejects the removal of the name', () => {
    expect(() => renamed(resource => {
      resource.roleName = undefined;
    })).toThrow("Stack/Example: 'roleName' was removed from the role after it was created");
  });
});

describe('Role.customizeRoles()', () => {
  const customized = (
    options: ExampleRoleOptions,
    build = (stack: Stack, props: ExampleRoleOptions): ExampleRole | ExampleEc2Role => new ExampleRole(stack, props),
  ) => {
    const app = new App({ analyticsReporting: false });
    const stack = new Stack(app, 'Stack');
    iam.Role.customizeRoles(stack, { usePrecreatedRoles: { 'Example/Role': 'precreated' } });
    const example = build(stack, options);
    new CfnResource(stack, 'User', { type: 'Custom::User', properties: { Role: example.role.roleArn } });
    const assembly = app.synth();
    return {
      example,
      report: readFileSync(join(assembly.directory, 'iam-policy-report.json'), 'utf8'),
      resources: (assembly.getStackByName('Stack').template as { Resources: Record<string, { Type: string }> })
        .Resources,
    };
  };

  test.each(Object.values(PolicyPlacement))(
    '%s: uses the precreated role, and creates nothing',
    policyPlacement => {
      const features = [feature('Job', statement('JobOne'), statement('JobPassItself', [THIS_ROLE]))];
      const { resources, example } = customized({ policyPlacement, features });
      expect(Object.values(resources).map(({ Type }) => Type)).toEqual(['Custom::User']);
      expect(example.role.roleName).toBe('precreated');
    },
  );

  test('includes the precreated role in the report', () => {
    const features = [feature('Job', statement('JobPassItself', [THIS_ROLE]))];
    const { report } = customized({ roleName: 'worker', features });
    expect(report).toContain('role/precreated');
    expect(report).not.toContain('role/worker');
  });

  test('puts the precreated role into the instance profile', () => {
    const { resources } = customized({}, (stack, options) => new ExampleEc2Role(stack, options));
    expect(Object.values(resources)).toContainEqual(
      expect.objectContaining({
        Type: 'AWS::IAM::InstanceProfile',
        Properties: { InstanceProfileName: 'precreated', Roles: ['precreated'] },
      }),
    );
  });

  test('leaves an existing role alone', () => {
    const app = new App({ analyticsReporting: false });
    iam.Role.customizeRoles(app, { usePrecreatedRoles: { 'Stack/Existing': 'precreated' } });
    const stack = new Stack(app, 'Stack');
    new ExampleRole(stack, { existingRole: iam.Role.fromRoleName(stack, 'Existing', 'worker') });
    expect((app.synth().getStackByName('Stack').template as { Resources?: unknown }).Resources).toBeUndefined();
  });
});

test('creates the same role and policies with and without feature flags of the app', () => {
  const without = exampleRole();
  const flagged = synthesizeRole(stack => new ExampleRole(stack), {
    context: { '@aws-cdk/aws-iam:minimizePolicies': true },
  });
  expect(flagged).toEqual(without);
});
