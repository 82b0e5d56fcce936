import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as iam from 'aws-cdk-lib/aws-iam';
import { HopsworksEksServiceAccountRole, HopsworksEksServiceAccountRoleProps, PolicyPlacement } from '../../../src';
import { fold, TemplateJson } from '../../support/fold';

const HERE = { account: '111122223333', region: 'eu-central-1' };
const ACCOUNT = { kubernetesNamespace: 'hopsworks', name: 'hopsworks-sa' };
const TAGS = [
  'eks-cluster-arn', 'eks-cluster-name', 'kubernetes-namespace', 'kubernetes-pod-name', 'kubernetes-pod-uid',
  'kubernetes-service-account',
];
const ONLY_TAGS_OF_PODS = {
  'ForAllValues:StringEquals': { 'aws:TagKeys': TAGS },
  'StringEqualsIfExists': {
    'aws:RequestTag/eks-cluster-arn': 'arn:aws:eks:eu-central-1:111122223333:cluster/features',
    'aws:RequestTag/eks-cluster-name': 'features',
    'aws:RequestTag/kubernetes-namespace': 'hopsworks',
    'aws:RequestTag/kubernetes-service-account': 'hopsworks-sa',
  },
};

type Props = Partial<HopsworksEksServiceAccountRoleProps>;

const byToken = (stack: Stack): Props => ({
  serviceAccount: {
    ...ACCOUNT,
    oidcProvider: iam.OpenIdConnectProvider.fromOpenIdConnectProviderArn(
      stack, 'Provider', 'arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLE'),
  },
});
const byPodIdentity = (stack: Stack): Props => ({
  serviceAccount: {
    ...ACCOUNT, podIdentityCluster: eks.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'features' }),
  },
});

const pods = (stack: Stack, props: Props) => new HopsworksEksServiceAccountRole(stack, 'Pods', props);
const dataRole = (stack: Stack, roleName?: string) =>
  new iam.Role(stack, 'Data', { roleName, assumedBy: new iam.ServicePrincipal('glue.amazonaws.com') });

const trustOf = (stack: Stack) => {
  const { Resources } = fold(Template.fromStack(stack).toJSON() as TemplateJson);
  const [, { Properties }] = Object.entries(Resources).find(([logicalId, { Type }]) =>
    Type === 'AWS::IAM::Role' && logicalId.startsWith('Data'))!;
  return (Properties!.AssumeRolePolicyDocument as { Statement: object[] }).Statement.slice(1);
};
const warningsOf = (stack: Stack) => Annotations.fromStack(stack)
  .findWarning('*', Match.stringLikeRegexp('cdk-platform-iam')).map(({ entry }) => String(entry.data));

describe.each(Object.values(PolicyPlacement))('a role of a project in the same stack: %s', policyPlacement => {
  const chained = (by: (stack: Stack) => Props) => {
    const stack = new Stack(new App(), 'Stack', { env: HERE });
    const { role } = pods(stack, { ...by(stack), assumableRoles: [dataRole(stack)], policyPlacement });
    const id = stack.getLogicalId(role.node.defaultChild as iam.CfnRole);
    return { stack, principal: { AWS: `arn:aws:iam::111122223333:role/${id.toLowerCase()}` } };
  };

  test('trusts the role of the service account', () => {
    const { stack, principal } = chained(byToken);
    expect(trustOf(stack)).toEqual([{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: principal }]);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('also accepts the tags of EKS Pod Identity, and no others', () => {
    const { stack, principal } = chained(byPodIdentity);
    expect(trustOf(stack)).toEqual([
      { Action: 'sts:AssumeRole', Effect: 'Allow', Principal: principal },
      { Action: 'sts:TagSession', Condition: ONLY_TAGS_OF_PODS, Effect: 'Allow', Principal: principal },
    ]);
  });
});

test('a role of a project in another stack trusts a role with a known name, which passes its tags on', () => {
  const app = new App();
  const [lake, cluster] = ['Lake', 'Cluster'].map(id => new Stack(app, id, { env: HERE }));
  pods(cluster, { ...byPodIdentity(cluster), roleName: 'hopsworks-sa', assumableRoles: [dataRole(lake, 'data')] });
  app.synth();
  const principal = { AWS: 'arn:aws:iam::111122223333:root' };
  const isOurs = { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/hopsworks-sa' };
  expect(trustOf(lake)).toEqual([
    { Action: 'sts:AssumeRole', Condition: { ArnEquals: isOurs }, Effect: 'Allow', Principal: principal },
    {
      Action: 'sts:TagSession', Condition: { ...ONLY_TAGS_OF_PODS, ArnEquals: isOurs }, Effect: 'Allow', Principal: principal,
    },
  ]);
  expect(warningsOf(cluster)).toEqual([]);
});

test('a role of a project in another stack does not refer back to a new cluster', () => {
  const app = new App();
  const [lake, cluster] = ['Lake', 'Cluster'].map(id => new Stack(app, id, { env: HERE }));
  const podIdentityCluster = new eks.CfnCluster(cluster, 'Eks', {
    roleArn: 'arn:aws:iam::111122223333:role/eks', resourcesVpcConfig: { subnetIds: ['subnet-1', 'subnet-2'] },
  });
  pods(cluster, {
    serviceAccount: { ...ACCOUNT, podIdentityCluster }, roleName: 'hopsworks-sa', assumableRoles: [dataRole(lake, 'data')],
  });
  app.synth();
  expect(trustOf(lake)[1]).toMatchObject({
    Condition: {
      StringEqualsIfExists: {
        'aws:RequestTag/kubernetes-namespace': 'hopsworks', 'aws:RequestTag/kubernetes-service-account': 'hopsworks-sa',
      },
    },
  });
});

test.each([
  ['by its token', byToken, /Add this role to them as a principal, for sts:AssumeRole, by the ARN/],
  ['by EKS Pod Identity', byPodIdentity, /as a principal, for sts:AssumeRole and sts:TagSession, by the ARN/],
])('warns of imported roles of projects, with the actions that they must allow %s', (_what, by, message) => {
  const stack = new Stack(new App(), 'Stack', { env: HERE });
  pods(stack, { ...by(stack), assumableRoles: [iam.Role.fromRoleName(stack, 'Sales', 'sales')] });
  expect(warningsOf(stack)).toEqual([expect.stringMatching(message)]);
});

describe('the tags of EKS Pod Identity with an existing role', () => {
  const passesTags = (existing: (stack: Stack) => iam.IRoleRef) => {
    const stack = new Stack(new App(), 'Stack', { env: HERE });
    pods(stack, { existingRole: existing(stack), assumableRoles: [dataRole(stack)] });
    return JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Policy')).includes('sts:TagSession');
  };
  const PROVIDER = 'arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLE';
  const trusting = (assumedBy: iam.IPrincipal) => (stack: Stack) => new iam.Role(stack, 'Existing', { assumedBy });

  test.each<[string, (stack: Stack) => iam.IRoleRef, boolean]>([
    ['of the app that trusts EKS Pod Identity',
      trusting(new iam.ServicePrincipal('pods.eks.amazonaws.com').withSessionTags()), true],
    ['of the app that trusts a provider only', trusting(new iam.WebIdentityPrincipal(PROVIDER)), false],
    ['outside of the app', stack => iam.Role.fromRoleName(stack, 'Existing', 'pods'), true],
  ])('%s', (_what, existing, expected) => {
    expect(passesTags(existing)).toBe(expected);
  });
});
