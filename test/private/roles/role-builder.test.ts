import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, CfnResource, Duration, PhysicalName, Stack, Tags } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { PolicyPlacement } from '../../../src';
import { PlatformRoleOptions } from '../../../src/private/roles/role-builder';
import { THIS_ROLE } from '../../../src/private/statements/documented-statement';
import { ExampleRole, feature, statement } from '../../support/platform-role';
import { sidsOf, synthesize, synthesizeRole } from '../../support/synthesize';

const exampleRole = (options: Partial<PlatformRoleOptions> = {}) =>
  synthesizeRole(stack => new ExampleRole(stack, options));

describe('placement', () => {
  test('permissions stand in the role by default', () => {
    const { inline, managed, separate, properties } = exampleRole();
    expect(sidsOf(inline)).toEqual(['CommonOne', 'JobOne', 'JobTwo']);
    expect([managed, separate]).toEqual([[], []]);
    expect(properties.Policies).toMatchObject([{ PolicyName: 'Permissions' }]);
  });

  test('MANAGED makes policies that the role lists, without a name, a path and a description', () => {
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
      Path: '/',
      PolicyDocument: expect.anything(),
    });
  });

  test('a feature more leaves the policies of the others alone', () => {
    const logicalIds = (...features: ReturnType<typeof feature>[]) =>
      exampleRole({ features, policyPlacement: PolicyPlacement.MANAGED }).managed.map(({ logicalId }) => logicalId);
    const [common, job] = logicalIds(feature('Common', statement('A')), feature('Job', statement('B')));
    expect(
      logicalIds(feature('Common', statement('A')), feature('Model', statement('C')), feature('Job', statement('B'))),
    ).toEqual(expect.arrayContaining([common, job]));
  });

  test('SEPARATE makes one policy beside the role', () => {
    const { inline, separate } = exampleRole({ policyPlacement: PolicyPlacement.SEPARATE });
    expect(inline).toEqual([]);
    expect(separate.map(({ statements }) => sidsOf(statements))).toEqual([['CommonOne', 'JobOne', 'JobTwo']]);
  });

  test('statements of the user follow those of the library', () => {
    const mine = new iam.PolicyStatement({ actions: ['dynamodb:GetItem'], resources: ['*'] });
    expect(sidsOf(exampleRole({ additionalStatements: [mine] }).inline)).toEqual([
      'CommonOne',
      'JobOne',
      'JobTwo',
      undefined,
    ]);
  });

  test.each(Object.values(PolicyPlacement))(
    '%s: a resource that refers to the role waits for its permissions, but with SEPARATE',
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

  test('stands in the role where the role has a name', () => {
    const { inline, separate } = exampleRole({ features, roleName: 'worker', path: '/team/' });
    expect(separate).toEqual([]);
    expect(inline[1].Resource).toEqual(['arn:aws:iam::111122223333:role/team/worker']);
  });

  test.each([PolicyPlacement.INLINE, PolicyPlacement.MANAGED, PolicyPlacement.SEPARATE])(
    '%s: stands beside a role without a name, and closes no cycle',
    policyPlacement => {
      const { separate, logicalId, properties } = exampleRole({ features, policyPlacement });
      const [{ statements }] = separate.slice(-1);
      expect(sidsOf(statements)).toEqual(['JobPassItself']);
      expect(statements[0].Resource).toEqual([`arn:aws:iam::111122223333:role/${logicalId.toLowerCase()}`]);
      expect(JSON.stringify(properties)).not.toContain(logicalId.toLowerCase());
    },
  );

  test('stands beside a role whose name is made up when another account asks for it', () => {
    const { separate } = exampleRole({ features, roleName: PhysicalName.GENERATE_IF_NEEDED });
    expect(sidsOf(separate[0].statements)).toEqual(['JobPassItself']);
  });
});

describe('properties of the role', () => {
  test('are those of the options', () => {
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

  test('principals of the user may assume the role beside the service', () => {
    const { trust } = exampleRole({ additionalPrincipals: [new iam.AccountPrincipal('444455556666')] });
    expect(trust.map(({ Principal }) => Principal)).toEqual([
      { Service: 'example.amazonaws.com' },
      { AWS: 'arn:aws:iam::444455556666:root' },
    ]);
  });
});

describe('the instance profile', () => {
  const profile = (options: Partial<PlatformRoleOptions>) => {
    const { template } = synthesize(stack => new ExampleRole(stack, { instanceProfile: {}, ...options }));
    return Object.values(template.Resources!).find(({ Type }) => Type === 'AWS::IAM::InstanceProfile')?.Properties;
  };

  test('has the name of the role, its path and the role', () => {
    const role = { Ref: expect.stringMatching(/^ExampleRole/) as unknown };
    expect(profile({ path: '/team/' })).toEqual({ InstanceProfileName: role, Path: '/team/', Roles: [role] });
  });

  test('has a name of its own on request', () => {
    expect(profile({ instanceProfile: { instanceProfileName: 'profile' } })).toMatchObject({
      InstanceProfileName: 'profile',
    });
  });

  test('is made for an existing role, too', () => {
    const { template } = synthesize(
      stack =>
        new ExampleRole(stack, {
          instanceProfile: {},
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

  test('may exist already', () => {
    let example!: ExampleRole;
    const { template } = synthesize(stack => {
      example = new ExampleRole(stack, {
        existingRole: iam.Role.fromRoleName(stack, 'Existing', 'worker'),
        instanceProfile: {
          existingInstanceProfile: iam.InstanceProfile.fromInstanceProfileName(stack, 'ExistingProfile', 'worker'),
        },
      });
    });
    expect(example.instanceProfile?.instanceProfileName).toBe('worker');
    expect(Object.values(template.Resources!).map(({ Type }) => Type)).toEqual(['AWS::IAM::Policy']);
  });

  test.each<[string, (stack: Stack) => Partial<PlatformRoleOptions>, string]>([
    [
      'with an illegal name',
      () => ({ instanceProfile: { instanceProfileName: 'a b' } }),
      "'instanceProfileName' must be 1 to 128",
    ],
    [
      'that exists, around a new role',
      stack => ({
        instanceProfile: { existingInstanceProfile: iam.InstanceProfile.fromInstanceProfileName(stack, 'P', 'p') },
      }),
      "'existingInstanceProfile' needs 'existingRole'",
    ],
    [
      'that exists, with another name',
      stack => ({
        existingRole: iam.Role.fromRoleName(stack, 'R', 'r'),
        instanceProfile: {
          existingInstanceProfile: iam.InstanceProfile.fromInstanceProfileName(stack, 'P', 'p'),
          instanceProfileName: 'other',
        },
      }),
      "'instanceProfileName' can't be set together with 'existingInstanceProfile'",
    ],
  ])('fails %s', (_what, options, message) => {
    expect(() => synthesize(stack => new ExampleRole(stack, options(stack)))).toThrow(`Stack/Example: ${message}`);
  });
});

describe('a role with a name, whose permissions name the role itself', () => {
  const features = [feature('Job', statement('JobPassItself', [THIS_ROLE]))];
  const renamed = (change: (resource: iam.CfnRole) => void) =>
    synthesizeRole(stack => {
      const { role } = new ExampleRole(stack, { roleName: 'worker', features });
      change(role.node.defaultChild as iam.CfnRole);
    }, { env: { account: '111122223333', region: 'eu-central-1' } }).inline;

  test('follows the name and path that an aspect or an escape hatch gives it', () => {
    const [{ Resource }] = renamed(resource => {
      resource.roleName = 'corp-worker';
      resource.path = '/corp/';
    });
    expect(JSON.stringify(Resource)).toContain(':iam::111122223333:role/corp/corp-worker');
  });

  test('fails without the name', () => {
    expect(() => renamed(resource => {
      resource.roleName = undefined;
    })).toThrow("Stack/Example: 'roleName' was removed from the role after it was made");
  });
});

describe('Role.customizeRoles()', () => {
  const customized = (options: Partial<PlatformRoleOptions>, precreated = 'made-by-the-security-team') => {
    const app = new App({ analyticsReporting: false });
    const stack = new Stack(app, 'Stack');
    iam.Role.customizeRoles(stack, { usePrecreatedRoles: { 'Example/Role': precreated } });
    const example = new ExampleRole(stack, options);
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
    '%s: the role that somebody else makes is used, and nothing of ours is made',
    policyPlacement => {
      const features = [feature('Job', statement('JobOne'), statement('JobPassItself', [THIS_ROLE]))];
      const { resources, example } = customized({ policyPlacement, features });
      expect(Object.values(resources).map(({ Type }) => Type)).toEqual(['Custom::User']);
      expect(example.role.roleName).toBe('made-by-the-security-team');
    },
  );

  test('the report names the role that somebody else makes', () => {
    const features = [feature('Job', statement('JobPassItself', [THIS_ROLE]))];
    const { report } = customized({ roleName: 'worker', features });
    expect(report).toContain('role/made-by-the-security-team');
    expect(report).not.toContain('role/worker');
  });

  test('the instance profile holds that role', () => {
    const { resources } = customized({ instanceProfile: {} });
    expect(Object.values(resources)).toContainEqual(
      expect.objectContaining({
        Type: 'AWS::IAM::InstanceProfile',
        Properties: { InstanceProfileName: 'made-by-the-security-team', Roles: ['made-by-the-security-team'] },
      }),
    );
  });

  test('an existing role is left alone', () => {
    const app = new App({ analyticsReporting: false });
    iam.Role.customizeRoles(app, { usePrecreatedRoles: { 'Stack/Existing': 'precreated' } });
    const stack = new Stack(app, 'Stack');
    new ExampleRole(stack, { existingRole: iam.Role.fromRoleName(stack, 'Existing', 'worker') });
    expect((app.synth().getStackByName('Stack').template as { Resources?: unknown }).Resources).toBeUndefined();
  });
});

test('the role and its policies are the same with and without feature flags of the app', () => {
  const without = exampleRole();
  const flagged = synthesizeRole(stack => new ExampleRole(stack), {
    context: { '@aws-cdk/aws-iam:minimizePolicies': true },
  });
  expect(flagged).toEqual(without);
});
