import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { ExampleEc2Role, ExamplePolicy, ExampleRole } from '../../support/platform-role';
import { synthesize } from '../../support/synthesize';

const passed = (passedTo?: readonly string[], isLookedUp?: boolean) => {
  const { roles } = synthesize(stack => {
    new ExampleRole(stack, { passedTo, isLookedUp })
      .grantPass(new iam.Role(stack, 'Caller', { assumedBy: new iam.AccountRootPrincipal() }));
  });
  return roles.find(({ logicalId }) => logicalId.startsWith('Caller'))!.all;
};

describe('grantPass()', () => {
  test.each([
    [['a.amazonaws.com'], ['a.amazonaws.com']],
    [['a.amazonaws.com', 'b.amazonaws.com'], ['a.amazonaws.com', 'b.amazonaws.com']],
  ])('grants PassRole on this role for its services only: %j', (services, condition) => {
    expect(passed(services)).toMatchObject([
      { Action: ['iam:PassRole'], Resource: [expect.stringContaining('role/example')] },
    ]);
    expect(passed(services)[0].Condition).toEqual({
      StringEquals: { 'iam:PassedToService': condition.length === 1 ? condition[0] : condition },
    });
  });

  test('grants GetRole without a condition, if the platform looks up the role', () => {
    const resource = [expect.stringContaining('role/example')];
    const statements = passed(['a.amazonaws.com'], true);
    expect(statements).toMatchObject([
      { Action: ['iam:PassRole'], Resource: resource },
      { Action: ['iam:GetRole'], Resource: resource },
    ]);
    expect(statements[1].Condition).toBeUndefined();
  });

  test.each([[undefined, 'nothing'], ['admin', '"admin"'], [null, 'null'], [{}, '{}']])('rejects %j as a grantee', (grantee, text) => {
    expect(() => synthesize(stack => new ExampleRole(stack).grantPass(grantee as never)))
      .toThrow(`Stack/Example: grantPass() takes a role, user or group, got ${text}`);
  });
});

test.each<[string, (scope: Construct, options: object) => Construct]>([
  ['a role', (scope, options) => new ExampleRole(scope, options)],
  ['an instance role', (scope, options) => new ExampleEc2Role(scope, options)],
  ['user policies', (scope, options) => new ExamplePolicy(scope, options)],
])('%s rejects a misspelt option', (_what, create) => {
  expect(() => synthesize(stack => create(stack, { additionalStatement: [] })))
    .toThrow("Stack/Example: unknown option 'additionalStatement', did you mean 'additionalStatements'?");
});

test('a role of instances rejects a misspelt option of the instance profile', () => {
  expect(() => synthesize(stack => new ExampleEc2Role(stack, { instanceProfilename: 'worker' } as never)))
    .toThrow("Stack/Example: unknown option 'instanceProfilename', did you mean 'instanceProfileName'?");
});

test('a role can be granted further permissions', () => {
  const { roles: [{ all }] } = synthesize(stack => {
    const role = new ExampleRole(stack);
    iam.Grant.addToPrincipal({ grantee: role, actions: ['s3:ListAllMyBuckets'], resourceArns: ['*'] });
  });
  expect(all.map(({ Action }) => Action)).toContainEqual(['s3:ListAllMyBuckets']);
});
