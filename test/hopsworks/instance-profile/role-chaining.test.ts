import { App, PhysicalName, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { HopsworksInstanceProfile, HopsworksInstanceProfileProps, PolicyPlacement } from '../../../src';
import { fold, TemplateJson } from '../../support/fold';

const HERE = { account: '111122223333', region: 'eu-central-1' };

type Props = Partial<HopsworksInstanceProfileProps>;

const headNode = (stack: Stack, props: Props) =>
  new HopsworksInstanceProfile(stack, 'Head', { bucket: s3.Bucket.fromBucketName(stack, 'Bucket', 'cluster'), ...props });
const dataRole = (stack: Stack, id = 'Data', roleName?: string) =>
  new iam.Role(stack, id, { roleName, assumedBy: new iam.ServicePrincipal('glue.amazonaws.com') });

const resourcesOf = (stack: Stack) => fold(Template.fromStack(stack).toJSON() as TemplateJson).Resources;
const trustOf = (stack: Stack, id = 'Data') => {
  const [, { Properties }] = Object.entries(resourcesOf(stack)).find(([logicalId, { Type }]) =>
    Type === 'AWS::IAM::Role' && logicalId.startsWith(id))!;
  return (Properties!.AssumeRolePolicyDocument as { Statement: object[] }).Statement.slice(1);
};
const warningsOf = (stack: Stack) =>
  Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('cdk-platform-iam')).map(({ entry }) => String(entry.data));

const nothingElse = { Action: 'sts:AssumeRole', Effect: 'Allow' };

describe('a role of the same stack', () => {
  test.each(Object.values(PolicyPlacement))('allows the role by its ARN, without a cycle: %s', policyPlacement => {
    const stack = new Stack(new App(), 'Stack', { env: HERE });
    const { role } = headNode(stack, { assumableRoles: [dataRole(stack)], policyPlacement });
    const id = stack.getLogicalId(role.node.defaultChild as iam.CfnRole);
    expect(trustOf(stack)).toEqual([
      { ...nothingElse, Principal: { AWS: `arn:aws:iam::111122223333:role/${id.toLowerCase()}` } },
    ]);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('allows the role once, even if it is listed twice', () => {
    const stack = new Stack(new App(), 'Stack');
    const data = dataRole(stack);
    headNode(stack, { assumableRoles: [data, data] });
    expect(trustOf(stack)).toHaveLength(1);
  });

  test('allows an existing role', () => {
    const stack = new Stack(new App(), 'Stack', { env: HERE });
    const existingRole = iam.Role.fromRoleArn(stack, 'Existing', 'arn:aws:iam::111122223333:role/team/head');
    headNode(stack, { assumableRoles: [dataRole(stack)], existingRole });
    expect(trustOf(stack)).toEqual([{ ...nothingElse, Principal: { AWS: 'arn:aws:iam::111122223333:role/team/head' } }]);
  });
});

describe('a role of another stack of the app', () => {
  const apart = (props: Props, dataAccount = HERE.account) => {
    const app = new App();
    const [lake, cluster] = [['Lake', dataAccount] as const, ['Cluster', HERE.account] as const]
      .map(([id, account]) => new Stack(app, id, { env: { ...HERE, account } }));
    headNode(cluster, { assumableRoles: [dataRole(lake, 'Data', 'data')], ...props });
    app.synth();
    return { lake, cluster };
  };

  test.each([['of the account', HERE.account], ['of another account', '444455556666']])(
    'allows a role with a known name: %s', (_what, account) => {
      const { lake, cluster } = apart({ roleName: 'head', path: '/team/' }, account);
      expect(trustOf(lake)).toEqual([{
        ...nothingElse,
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Condition: { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/team/head' } },
      }]);
      expect(warningsOf(cluster)).toEqual([]);
    });

  test.each([undefined, PhysicalName.GENERATE_IF_NEEDED])('causes a warning if the name is unknown: %s', roleName => {
    const { lake, cluster } = apart({ roleName });
    expect(trustOf(lake)).toEqual([]);
    expect(warningsOf(cluster)).toEqual([
      expect.stringMatching(/^'assumableRoles' has roles whose trust policies can't be changed from here: .*a 'roleName' suffices.*assumableRoles\]$/),
    ]);
  });
});

test('warns once of all roles that are imported by name', () => {
  const stack = new Stack(new App(), 'Stack', { env: HERE });
  headNode(stack, {
    assumableRoles: [
      dataRole(stack),
      iam.Role.fromRoleArn(stack, 'Sales', 'arn:aws:iam::444455556666:role/sales'),
      iam.Role.fromRoleName(stack, 'Features', 'features'),
      dataRole(stack, 'Immutable').withoutPolicyUpdates(),
    ],
  });
  expect(trustOf(stack)).toHaveLength(1);
  expect(warningsOf(stack)).toEqual([
    expect.stringContaining('from here: arn:aws:iam::444455556666:role/sales, Stack/Features, Stack/Immutable'),
  ]);
});
