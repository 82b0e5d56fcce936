import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { HopsworksEksNodeRole, HopsworksEksNodeRoleProps, ImageSource } from '../../../src';
import { WITHOUT_LOGIN } from '../../../src/hopsworks/eks-node-role/registry-login';
import { isAllowed } from '../../support/evaluate';
import { managedPolicies } from '../../support/managed-policies';
import { statementsOf } from '../../support/policies';
import { synthesize } from '../../support/synthesize';

const WITH_LOGIN = ['FullAccess', 'PowerUser', 'PullOnly', 'ReadOnly'].map(access => `AmazonEC2ContainerRegistry${access}`);
const NODE_POLICIES = ['AmazonEKSWorkerNodePolicy', 'AmazonEKSWorkerNodeMinimalPolicy', 'AmazonEKS_CNI_Policy'];

const aws = (...names: readonly string[]) => names.map(name => iam.ManagedPolicy.fromAwsManagedPolicyName(name));
const statement = (effect: iam.Effect, ...actions: string[]) =>
  new iam.PolicyStatement({ effect, actions, resources: ['*'] });

const warningsOf = (props: (stack: Stack) => Partial<HopsworksEksNodeRoleProps>) =>
  synthesize(stack => new HopsworksEksNodeRole(stack, 'Nodes', {
    bucket: s3.Bucket.fromBucketName(stack, 'Bucket', 'cluster'),
    projectImages: [ImageSource.anyRepository()],
    awsManagedPolicies: false,
    ...props(stack),
  }), { env: { account: '111122223333', region: 'eu-central-1' } }).warnings;

test.each<[string, (stack: Stack) => Partial<HopsworksEksNodeRoleProps>]>([
  ['no other policies', () => ({})],
  ['other policies for nodes', () => ({ additionalManagedPolicies: aws(...NODE_POLICIES) })],
  ['a statement that pulls images', () => ({ additionalStatements: [statement(iam.Effect.ALLOW, 'ecr:BatchGetImage')] })],
  ['a statement on a repository', () => ({
    additionalStatements: [new iam.PolicyStatement({
      actions: ['ecr:*'], resources: ['arn:aws:ecr:eu-central-1:111122223333:repository/hopsworks/hopsworks-base'],
    })],
  })],
  ['a statement that another denies', () => ({
    additionalStatements: [statement(iam.Effect.ALLOW, 'ecr:*'), statement(iam.Effect.DENY, 'ecr:GetAuth*')],
  })],
  ['a statement that denies logging in', () => ({ additionalStatements: [statement(iam.Effect.DENY, 'ecr:*')] })],
])('warns of a node role that cannot log in to registries: %s', (_what, props) => {
  expect(warningsOf(props)).toEqual([
    expect.stringMatching(/^'awsManagedPolicies' is false, and no additional policy lets the nodes log in.*registryLogin\]$/),
  ]);
});

test.each<[string, (stack: Stack) => Partial<HopsworksEksNodeRoleProps>]>([
  ['the policies of AWS', () => ({ awsManagedPolicies: undefined })],
  ...WITH_LOGIN.map((name): [string, () => Partial<HopsworksEksNodeRoleProps>] =>
    [name, () => ({ additionalManagedPolicies: aws(...NODE_POLICIES, name) })]),
  ['an administrator', () => ({ additionalManagedPolicies: aws('AdministratorAccess') })],
  ['all actions but some', () => ({
    additionalStatements: [new iam.PolicyStatement({ notActions: ['iam:*'], resources: ['*'] })],
  })],
  ['a policy of the app', stack => ({
    additionalManagedPolicies: [new iam.ManagedPolicy(stack, 'Own', { statements: [statement(iam.Effect.ALLOW, 'ecr:Get*')] })],
  })],
  ['a policy of the user, which may allow it', stack => ({
    additionalManagedPolicies: [iam.ManagedPolicy.fromManagedPolicyName(stack, 'Own', 'nodes')],
  })],
  ['a statement', () => ({ additionalStatements: [statement(iam.Effect.ALLOW, 'ecr:GetAuthorizationToken')] })],
  ['a statement with a wildcard', () => ({ additionalStatements: [statement(iam.Effect.ALLOW, 'ECR:Get*')] })],
  ['an imported role', stack => ({ existingRole: iam.Role.fromRoleName(stack, 'Existing', 'nodes') })],
  ['a role of the app', stack => ({
    existingRole: new iam.Role(stack, 'Existing', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }),
  })],
])('does not warn of a node role with %s', (_what, props) => {
  expect(warningsOf(props)).toEqual([]);
});

test.each<[string, (nodes: HopsworksEksNodeRole) => void]>([
  ['a managed policy', nodes => nodes.role.addManagedPolicy(aws(WITH_LOGIN[2])[0])],
  ['a statement', nodes => nodes.role.addToPrincipalPolicy(statement(iam.Effect.ALLOW, 'ecr:GetAuthorizationToken'))],
])('does not warn if %s is added later', (_what, add) => {
  const { warnings } = synthesize(stack => add(new HopsworksEksNodeRole(stack, 'Nodes', {
    bucket: s3.Bucket.fromBucketName(stack, 'Bucket', 'cluster'),
    projectImages: [ImageSource.anyRepository()],
    awsManagedPolicies: false,
  })), { env: { account: '111122223333', region: 'eu-central-1' } });
  expect(warnings).toEqual([]);
});

test('the policies of AWS for registries allow logging in, those for nodes do not', () => {
  const policies = managedPolicies();
  const allow = (name: string) => isAllowed(statementsOf(policies.get(name) as never), {
    action: 'ecr:GetAuthorizationToken', resource: '*',
  });
  expect(WITH_LOGIN.filter(name => !allow(name))).toEqual([]);
  expect([...NODE_POLICIES, ...WITHOUT_LOGIN].filter(allow)).toEqual([]);
});

test('does not warn of a role that Role.customizeRoles() keeps out of the template', () => {
  const { warnings } = synthesize(stack => {
    iam.Role.customizeRoles(stack, { usePrecreatedRoles: { 'Stack/Nodes/Role': 'nodes' } });
    new HopsworksEksNodeRole(stack, 'Nodes', {
      bucket: s3.Bucket.fromBucketName(stack, 'Bucket', 'cluster'),
      projectImages: [ImageSource.anyRepository()],
      awsManagedPolicies: false,
    });
  });
  expect(warnings.filter(warning => warning.includes('log in to registries'))).toEqual([]);
});
