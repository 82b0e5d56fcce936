import { App, CfnResource, Lazy, NestedStack, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { PolicyPlacement } from '../../../src';
import { ExampleRole, feature, statement } from '../../support/platform-role';
import { synthesize } from '../../support/synthesize';

const { INLINE, MANAGED, SEPARATE } = PolicyPlacement;

describe('a circular dependency', () => {
  /** The key's policy allows the readers of the secret to use the key. */
  const secretWithKeyOfBucket = (policyPlacement: PolicyPlacement) =>
    synthesize(stack => {
      const key = new kms.Key(stack, 'Key');
      const bucket = new s3.Bucket(stack, 'Bucket', { encryptionKey: key });
      const { role } = new ExampleRole(stack, {
        policyPlacement,
        features: [feature('Job', statement('JobKey', [bucket.encryptionKey!.keyArn]))],
      });
      new secretsmanager.Secret(stack, 'Secret', { encryptionKey: key }).grantRead(role);
    });

  test.each([INLINE, MANAGED])(
    '%s: rejects a secret that shares the key of the bucket, and says what to do',
    policyPlacement => {
      expect(() => secretWithKeyOfBucket(policyPlacement)).toThrow(
        "[Stack/Example] circular dependency: the permissions of this role refer to 'Stack/Key/Resource', which refers " +
          'back to the role. Set policyPlacement: PolicyPlacement.SEPARATE, and call node.addDependency(construct) on ' +
          "each resource that uses the role, where construct is 'Stack/Example'",
      );
    },
  );

  test('SEPARATE: accepts that secret', () => {
    expect(() => secretWithKeyOfBucket(SEPARATE)).not.toThrow();
  });

  const named = (
    build: (stack: Stack) => CfnResource,
    also: (role: iam.IRole, resource: CfnResource, stack: Stack) => void,
  ) =>
    synthesize(stack => {
      const resource = build(stack);
      const { role } = new ExampleRole(stack, {
        features: [feature('Job', statement('JobOne', [resource.getAtt('Arn').toString()]))],
      });
      also(role, resource, stack);
    });
  const thing = (stack: Stack, id = 'Thing') => new CfnResource(stack, id, { type: 'Custom::Thing' });

  test.each<[string, (role: iam.IRole, resource: CfnResource, stack: Stack) => void, string]>([
    ['by its properties', (role, resource) => resource.addPropertyOverride('Role', role.roleArn), "'Stack/Thing'"],
    ['by a dependency', (role, resource) => resource.node.addDependency(role), "'Stack/Thing'"],
    [
      'through another resource',
      (role, resource, stack) => {
        const between = thing(stack, 'Between');
        between.addPropertyOverride('Role', role.roleName);
        resource.addPropertyOverride('Between', between.ref);
      },
      "'Stack/Thing', which refers to 'Stack/Between'",
    ],
    [
      'inside another token',
      (role, resource) => resource.addPropertyOverride('Role', Lazy.string({ produce: () => `arn/${role.roleArn}` })),
      "'Stack/Thing'",
    ],
  ])('rejects a resource that refers to the role %s', (_how, also, path) => {
    expect(() => named(thing, also)).toThrow(
      `circular dependency: the permissions of this role refer to ${path}, which refers back to the role`,
    );
  });

  test('rejects a resource of a nested stack that has the role as a parameter', () => {
    expect(() =>
      named(
        stack => thing(new NestedStack(stack, 'Nested')),
        (role, resource) => thing(resource.stack, 'User').addPropertyOverride('Role', role.roleArn),
      ),
    ).toThrow("circular dependency: the permissions of this role refer to 'Stack/Nested/Thing'");
  });

  test('rejects a resource that the permissions refer to inside another token', () => {
    expect(() =>
      synthesize(stack => {
        const resource = thing(stack);
        const arn = Lazy.string({ produce: () => `${resource.getAtt('Arn').toString()}/x` });
        const { role } = new ExampleRole(stack, { features: [feature('Job', statement('JobOne', [arn]))] });
        resource.addPropertyOverride('Role', role.roleArn);
      }),
    ).toThrow('circular dependency');
  });

  test('rejects a resource that was added to the document later', () => {
    expect(() => named(thing, (role, _resource, stack) => {
      const later = thing(stack, 'Later');
      later.addPropertyOverride('Role', role.roleArn);
      const [policy] = (role.node.defaultChild as iam.CfnRole).policies as iam.CfnRole.PolicyProperty[];
      (policy.policyDocument as iam.PolicyDocument).addStatements(
        new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [later.ref] }),
      );
    })).toThrow("circular dependency: the permissions of this role refer to 'Stack/Later'");
  });

  test('rejects a resource that the trust policy refers to', () => {
    expect(() => synthesize(stack => {
      const resource = thing(stack);
      const trust = new iam.ServicePrincipal('example.amazonaws.com', {
        conditions: { ArnLike: { 'aws:SourceArn': resource.ref } },
      });
      const { role } = new ExampleRole(stack, { trust });
      resource.addPropertyOverride('Role', role.roleArn);
    })).toThrow(
      "[Stack/Example] circular dependency: the trust policy of this role refers to 'Stack/Thing', which refers back to " +
        'the role. Write out the name of that resource instead of referring to it',
    );
  });

  describe('of a role in a nested stack', () => {
    const nested = (
      policyPlacement: PolicyPlacement,
      refers: (resource: CfnResource, role: iam.IRole, other: CfnResource) => void,
      place: (outer: Stack, inner: Stack) => Stack = outer => outer,
    ) => {
      const outer = new Stack(new App({ analyticsReporting: false }), 'Stack');
      const inner = new NestedStack(outer, 'Nested');
      const resource = thing(place(outer, inner));
      const { role } = new ExampleRole(inner, {
        policyPlacement,
        features: [feature('Job', statement('JobOne', [resource.ref]))],
      });
      refers(resource, role, thing(inner, 'Other'));
      return Template.fromStack(outer);
    };
    const message =
      "circular dependency: the permissions of this role refer to 'Stack/Thing', which refers back to the nested stack of " +
      "the role, 'Stack/Nested'. Create the role in the stack of that resource, or that resource in the nested stack";

    test.each(Object.values(PolicyPlacement))('%s: rejects a resource outside that refers to the role', placement => {
      expect(() => nested(placement, (resource, role) => resource.addPropertyOverride('Role', role.roleArn)))
        .toThrow(message);
    });

    test.each(Object.values(PolicyPlacement))('%s: rejects a resource outside that refers to any resource in the nested stack', placement => {
      expect(() => nested(placement, (resource, _role, other) => resource.addPropertyOverride('Other', other.ref)))
        .toThrow(message);
    });

    test('accepts permissions if nothing outside refers to the nested stack', () => {
      expect(() => nested(INLINE, () => {})).not.toThrow();
    });

    test('SEPARATE: accepts a resource in the nested stack that refers to the role', () => {
      expect(() => nested(
        SEPARATE,
        (resource, role) => resource.addPropertyOverride('Role', role.roleArn),
        (_outer, inner) => inner,
      )).not.toThrow();
    });
  });

  test('accepts resources that refer to each other, but not to the role', () => {
    expect(() =>
      named(thing, (_role, resource, stack) => {
        const [one, two, three] = ['One', 'Two', 'Three'].map(id => thing(stack, id));
        resource.addPropertyOverride('Things', [one.ref, two.ref]);
        one.addPropertyOverride('Thing', three.ref);
        two.addPropertyOverride('Thing', three.ref);
      }),
    ).not.toThrow();
  });

  test('accepts a reference to the role from a resource that the permissions do not refer to', () => {
    expect(() =>
      named(thing, (role, _resource, stack) => thing(stack, 'User').addPropertyOverride('Role', role.roleArn)),
    ).not.toThrow();
  });
});
