import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as iam from 'aws-cdk-lib/aws-iam';
import { HopsworksEksServiceAccountRole, HopsworksServiceAccountOptions } from '../../../src';

const ISSUER = 'oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLE';
const HERE = { env: { account: '111122223333', region: 'eu-central-1' } };
const CLAIMS = {
  [`${ISSUER}:aud`]: 'sts.amazonaws.com', [`${ISSUER}:sub`]: 'system:serviceaccount:hopsworks:hopsworks-sa',
};

type By = Pick<HopsworksServiceAccountOptions, 'oidcProvider' | 'podIdentityCluster'>;

interface RoleJson {
  readonly Properties: { readonly AssumeRolePolicyDocument: { readonly Statement: object[] } };
}

const templateOf = (by: (stack: Stack) => By, stack = new Stack(new App(), 'Stack', HERE)) => {
  const serviceAccount = { kubernetesNamespace: 'hopsworks', name: 'hopsworks-sa', ...by(stack) };
  const subject = new HopsworksEksServiceAccountRole(stack, 'Role', { serviceAccount });
  const template = Template.fromStack(stack);
  const resources = template.toJSON().Resources as Record<string, RoleJson>;
  const id = stack.getLogicalId(subject.role.node.defaultChild as iam.CfnRole);
  return { template, trust: resources[id].Properties.AssumeRolePolicyDocument.Statement };
};

const imported = (stack: Stack) => iam.OpenIdConnectProvider.fromOpenIdConnectProviderArn(
  stack, 'Provider', `arn:aws:iam::111122223333:oidc-provider/${ISSUER}`);
const cluster = (stack: Stack) => eks.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'features' });

const BY_TOKEN = {
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: { StringEquals: CLAIMS },
  Effect: 'Allow',
  Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${ISSUER}` },
};
const BY_POD_IDENTITY = {
  Action: ['sts:AssumeRole', 'sts:TagSession'],
  Condition: {
    StringEquals: {
      'aws:RequestTag/eks-cluster-arn': {
        'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':eks:eu-central-1:111122223333:cluster/features']],
      },
      'aws:RequestTag/kubernetes-namespace': 'hopsworks',
      'aws:RequestTag/kubernetes-service-account': 'hopsworks-sa',
    },
  },
  Effect: 'Allow',
  Principal: { Service: 'pods.eks.amazonaws.com' },
};

test.each<[string, (stack: Stack) => By, object[]]>([
  ['its token', stack => ({ oidcProvider: imported(stack) }), [BY_TOKEN]],
  ['EKS Pod Identity', stack => ({ podIdentityCluster: cluster(stack) }), [BY_POD_IDENTITY]],
  ['both', stack => ({ oidcProvider: imported(stack), podIdentityCluster: cluster(stack) }), [BY_TOKEN, BY_POD_IDENTITY]],
])('trusts exactly one service account, by %s', (_what, by, expected) => {
  expect(templateOf(by).trust).toEqual(expected);
});

test.each<[string, (stack: Stack) => iam.IOIDCProviderRef]>([
  ['an L1', stack => new iam.CfnOIDCProvider(stack, 'Provider', { url: `https://${ISSUER}` })],
  ['an L2', stack => new iam.OidcProviderNative(stack, 'Provider', { url: `https://${ISSUER}` })],
])('writes the claims of a provider of the app whose issuer is known: %s', (_what, provider) => {
  const { trust, template } = templateOf(stack => ({ oidcProvider: provider(stack) }));
  expect(trust).toEqual([expect.objectContaining({ Condition: { StringEquals: CLAIMS } })]);
  template.resourceCountIs('Custom::AWSCDKCfnJson', 0);
});

test.each([`https://${ISSUER}/`, `HTTPS://${ISSUER}`])('writes the issuer as tokens have it: %s', url => {
  const { trust } = templateOf(stack => ({ oidcProvider: new iam.CfnOIDCProvider(stack, 'Provider', { url }) }));
  expect(trust).toEqual([expect.objectContaining({ Condition: { StringEquals: CLAIMS } })]);
});

test.each<[string, boolean]>([
  ['token.actions.githubusercontent.com', true],
  ['oidc.example.com/cluster', true],
  [ISSUER, false],
  ['oidc.eks.cn-north-1.amazonaws.com.cn/id/EXAMPLE', false],
  ['oidc-eks.eu-central-1.api.aws/id/EXAMPLE', false],
])('warns of an issuer that is not a cluster of Amazon EKS: %s', (issuer, isWarned) => {
  const stack = new Stack(new App(), 'Stack', HERE);
  templateOf(() => ({ oidcProvider: new iam.CfnOIDCProvider(stack, 'Provider', { url: `https://${issuer}` }) }), stack);
  expect(Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('clusterProvider'))).toHaveLength(isWarned ? 1 : 0);
});

test('leaves the claims of an issuer that is known only at deployment to a custom resource', () => {
  const { trust, template } = templateOf(stack => ({
    oidcProvider: new iam.OpenIdConnectProvider(stack, 'Provider', {
      url: new eks.CfnCluster(stack, 'Cluster', {
        roleArn: 'arn:aws:iam::111122223333:role/eks', resourcesVpcConfig: { subnetIds: ['subnet-1', 'subnet-2'] },
      }).attrOpenIdConnectIssuerUrl,
    }),
  }));
  const [claims] = Object.entries(template.findResources('Custom::AWSCDKCfnJson'));
  expect(trust).toEqual([expect.objectContaining({
    Condition: { StringEquals: { 'Fn::GetAtt': [claims[0], 'Value'] } },
  })]);
  expect(JSON.stringify(claims[1])).toContain(
    ':aud\\":\\"sts.amazonaws.com\\"');
  expect(JSON.stringify(claims[1])).toContain(':sub\\":\\"system:serviceaccount:hopsworks:hopsworks-sa\\"');
});

test('trusts further principals if they are listed', () => {
  const stack = new Stack(new App(), 'Stack', HERE);
  new HopsworksEksServiceAccountRole(stack, 'Role', {
    serviceAccount: { kubernetesNamespace: 'hopsworks', name: 'hopsworks-sa', oidcProvider: imported(stack) },
    additionalPrincipals: [new iam.AccountPrincipal('444455556666')],
  });
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: { Statement: [BY_TOKEN, { Action: 'sts:AssumeRole', Effect: 'Allow' }] },
  });
});

describe('an existing role', () => {
  const withTrust = (assumedBy: iam.IPrincipal) => () => {
    const stack = new Stack(new App(), 'Stack', HERE);
    const existingRole = new iam.Role(stack, 'Existing', { assumedBy });
    new HopsworksEksServiceAccountRole(stack, 'Role', { existingRole });
    Template.fromStack(stack);
  };

  test.each<[string, iam.IPrincipal]>([
    ['an OIDC provider', new iam.WebIdentityPrincipal(`arn:aws:iam::111122223333:oidc-provider/${ISSUER}`)],
    ['EKS Pod Identity', new iam.ServicePrincipal('pods.eks.amazonaws.com').withSessionTags()],
  ])('may trust %s', (_what, principal) => {
    expect(withTrust(principal)).not.toThrow();
  });

  test.each<[string, iam.IPrincipal]>([
    ['Cognito', new iam.WebIdentityPrincipal('cognito-identity.amazonaws.com')],
    ['SAML', new iam.FederatedPrincipal('arn:aws:iam::111122223333:saml-provider/x', {}, 'sts:AssumeRoleWithSAML')],
    ['a provider, with another action', new iam.FederatedPrincipal(
      `arn:aws:iam::111122223333:oidc-provider/${ISSUER}`, {}, 'sts:AssumeRole')],
  ])('may not only trust %s', (_what, principal) => {
    expect(withTrust(principal)).toThrow("'existingRole' (Stack/Existing) can't be assumed by pods.eks.amazonaws.com");
  });

  test.each<[string, iam.IPrincipal]>([
    ['alone', new iam.ServicePrincipal('pods.eks.amazonaws.com')],
    ['and a provider', new iam.CompositePrincipal(new iam.ServicePrincipal('pods.eks.amazonaws.com'),
      new iam.WebIdentityPrincipal(`arn:aws:iam::111122223333:oidc-provider/${ISSUER}`))],
  ])('must let EKS Pod Identity tag its sessions: %s', (_what, principal) => {
    expect(withTrust(principal)).toThrow('does not allow pods.eks.amazonaws.com to tag sessions');
  });

  test('must be a role of pods', () => {
    expect(withTrust(new iam.ServicePrincipal('ec2.amazonaws.com')))
      .toThrow("'existingRole' (Stack/Existing) can't be assumed by pods.eks.amazonaws.com");
  });
});
