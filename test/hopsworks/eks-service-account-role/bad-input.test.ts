import { Stack } from 'aws-cdk-lib';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { HopsworksEksServiceAccountRole, HopsworksEksServiceAccountRoleProps } from '../../../src';
import { synthesize } from '../../support/synthesize';

const ISSUER = 'oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLE';
const providerOf = (stack: Stack, arn = `arn:aws:iam::111122223333:oidc-provider/${ISSUER}`) =>
  iam.OpenIdConnectProvider.fromOpenIdConnectProviderArn(stack, 'Provider', arn);

type Props = (stack: Stack) => Partial<HopsworksEksServiceAccountRoleProps>;
const account = (change: (stack: Stack) => object): Props => stack => ({
  serviceAccount: { kubernetesNamespace: 'hopsworks', name: 'hopsworks-sa', oidcProvider: providerOf(stack), ...change(stack) },
});
const velero = (change: (stack: Stack) => object): Props => stack => ({
  ...account(() => ({}))(stack), velero: { bucket: s3.Bucket.fromBucketName(stack, 'Bucket', 'cluster'), ...change(stack) },
});

const pods = (props: Props) => synthesize(stack => new HopsworksEksServiceAccountRole(stack, 'Pods', props(stack)),
  { env: { account: '111122223333', region: 'eu-central-1' } });

test.each<[string, Props, string]>([
  ['no service account', () => ({}), "'serviceAccount' must be set: set the service account that assumes the role, with 'oidcProvider'"],
  ['a name in place of a service account', () => ({ serviceAccount: 'hopsworks-sa' as never }),
    "'serviceAccount' must be an object of options, got \"hopsworks-sa\""],
  ['a service account of any cluster', account(() => ({ oidcProvider: undefined })),
    "set 'serviceAccount.oidcProvider' (IAM roles for service accounts) or 'serviceAccount.podIdentityCluster' (EKS Pod"],
  ['a service account without namespace', account(() => ({ kubernetesNamespace: undefined })),
    "'serviceAccount.kubernetesNamespace' must be a Kubernetes namespace"],
  ['every namespace', account(() => ({ kubernetesNamespace: '*' })),
    "'serviceAccount.kubernetesNamespace' must be a Kubernetes namespace: 1 to 63 lower-case letters, digits and -, got \"*\""],
  ['every service account', account(() => ({ name: '*' })),
    "'serviceAccount.name' must be the name of a Kubernetes service account"],
  ['a service account with its namespace', account(() => ({ name: 'hopsworks:hopsworks-sa' })),
    "'serviceAccount.name' must be the name of a Kubernetes service account: lower-case letters, digits, - and ., got"],
  ['the ARN of a provider', account(() => ({ oidcProvider: `arn:aws:iam::111122223333:oidc-provider/${ISSUER}` })),
    "'serviceAccount.oidcProvider' must be an OpenID Connect provider of IAM, got \"arn:aws:iam"],
  ['a provider of SAML', account(stack => ({
    oidcProvider: iam.SamlProvider.fromSamlProviderArn(stack, 'Saml', 'arn:aws:iam::111122223333:saml-provider/x'),
  })), "'serviceAccount.oidcProvider' must be an OpenID Connect provider of IAM"],
  ['a wildcard for all providers', account(stack => ({
    oidcProvider: iam.OpenIdConnectProvider.fromOpenIdConnectProviderArn(
      stack, 'Any', 'arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/*'),
  })), "'serviceAccount.oidcProvider' must be an OpenID Connect provider of IAM, without wildcards and policy variables"],
  ['a provider of another account', account(stack => ({
    oidcProvider: iam.OpenIdConnectProvider.fromOpenIdConnectProviderArn(
      stack, 'Other', `arn:aws:iam::444455556666:oidc-provider/${ISSUER}`),
  })), "'serviceAccount.oidcProvider' must be an OpenID Connect provider of IAM of the stack's account 111122223333"],
  ['a name in place of a cluster', account(() => ({ podIdentityCluster: 'features' })),
    "'serviceAccount.podIdentityCluster' must be a cluster of Amazon EKS, got \"features\": pass eks.Cluster.from"],
  ['a wildcard for all clusters', account(stack => ({
    podIdentityCluster: eks.Cluster.fromClusterAttributes(stack, 'Any', { clusterName: '*' }),
  })), "'serviceAccount.podIdentityCluster' must be a cluster of Amazon EKS, without wildcards"],
  ['a service account of an existing role', stack => ({
    ...account(() => ({}))(stack), existingRole: iam.Role.fromRoleName(stack, 'Existing', 'pods'),
  }), "'serviceAccount' cannot be combined with 'existingRole' (Stack/Existing): change its trust policy where the role is"],
  ['no roles of projects', stack => ({ ...account(() => ({}))(stack), assumableRoles: [] }), "'assumableRoles' must not be empty"],
  ['every role', stack => ({
    ...account(() => ({}))(stack),
    assumableRoles: [iam.Role.fromRoleArn(stack, 'Every', 'arn:aws:iam::111122223333:role/*')],
  }), "'assumableRoles[0]' must be a role, without wildcards and policy variables"],
  ['Velero without a bucket', velero(() => ({ bucket: undefined })), "'velero.bucket' must be a bucket, got nothing"],
  ['Velero with every prefix', velero(() => ({ prefix: '*' })),
    "'velero.prefix' must be a prefix such as 'k8s_backup', without a slash at its ends, got \"*\""],
  ['a prefix that ends with a slash', velero(() => ({ prefix: 'k8s_backup/' })), "'velero.prefix' must be a prefix"],
  ['a misspelt cluster', account(() => ({ podIdentityClusters: {} })),
    "unknown option 'serviceAccount.podIdentityClusters', did you mean 'serviceAccount.podIdentityCluster'?"],
])('rejects %s', (_what, props, message) => {
  expect(() => pods(props)).toThrow(`Stack/Pods: ${message}`);
});

test('warns of a bucket of another account, whose policy must allow the role', () => {
  const { warnings } = pods(velero(stack => ({
    bucket: s3.Bucket.fromBucketAttributes(stack, 'Other', { bucketName: 'other', account: '444455556666' }),
  })));
  expect(warnings).toEqual([expect.stringMatching(/^'velero.bucket' names a resource of account 444455556666/)]);
});
