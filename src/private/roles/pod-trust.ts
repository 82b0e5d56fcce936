import { CfnJson, Fn, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { resourceOf } from '../options/things/resources';
import { POD_SERVICE } from '../statements/services';

/** A service account of a cluster. Either way to assume roles may be absent. */
export interface ServiceAccount {
  readonly namespace: string;
  readonly name: string;
  readonly oidcProvider?: iam.IOIDCProviderRef;
  readonly podIdentityCluster?: string;
}

/** Trusts one service account: by the OIDC provider of its cluster, by EKS Pod Identity, or both. */
export function podTrust(scope: Construct, account: ServiceAccount): iam.PrincipalBase & { readonly service: string } {
  const { oidcProvider, podIdentityCluster } = account;
  const principals = [
    ...oidcProvider ? [webIdentity(scope, oidcProvider, account)] : [],
    ...podIdentityCluster !== undefined ? [podIdentity(podIdentityCluster, account)] : [],
  ];
  return Object.assign(new iam.CompositePrincipal(...principals), { service: POD_SERVICE });
}

function webIdentity(
  scope: Construct, provider: iam.IOIDCProviderRef, { namespace, name }: ServiceAccount,
): iam.PrincipalBase {
  const issuer = issuerOf(provider);
  const claims = {
    [`${issuer}:aud`]: 'sts.amazonaws.com',
    [`${issuer}:sub`]: `system:serviceaccount:${namespace}:${name}`,
  };
  // The keys of an object in a template are literals: a custom resource of the CDK writes those that are tokens.
  const condition = Token.isUnresolved(issuer) ? new CfnJson(scope, 'ServiceAccountClaims', { value: claims }) : claims;
  return new iam.WebIdentityPrincipal(provider.oidcProviderRef.oidcProviderArn, { StringEquals: condition });
}

/** The issuer, without `https://`: a literal wherever it is known. */
function issuerOf(provider: iam.IOIDCProviderRef): string {
  const { oidcProviderArn } = provider.oidcProviderRef;
  const { url } = (resourceOf(provider) ?? {}) as Partial<iam.CfnOIDCProvider>;
  const [, inArn] = oidcProviderArn.split(':oidc-provider/');
  if (typeof url === 'string' && !Token.isUnresolved(url)) {
    return url.replace(/^https:\/\//, '');
  }
  return inArn ?? Fn.select(1, Fn.split(':oidc-provider/', oidcProviderArn));
}

/** Associations with disabled session tags don't meet the conditions. */
function podIdentity(clusterArn: string, { namespace, name }: ServiceAccount): iam.PrincipalBase {
  return new iam.ServicePrincipal(POD_SERVICE, {
    conditions: {
      StringEquals: {
        'aws:RequestTag/eks-cluster-arn': clusterArn,
        'aws:RequestTag/kubernetes-namespace': namespace,
        'aws:RequestTag/kubernetes-service-account': name,
      },
    },
  }).withSessionTags();
}
