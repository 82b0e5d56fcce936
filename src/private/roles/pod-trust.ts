import { CfnJson, Fn, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { RoleDefinition } from './role-builder';
import { warn } from '../options/errors';
import { resourceOf } from '../options/things/resources';
import { pods } from '../statements/shared/pods';

/** A service account of a cluster. Either way to assume roles may be absent. */
export interface ServiceAccount {
  readonly namespace: string;
  readonly name: string;
  readonly oidcProvider?: iam.IOIDCProviderRef;
  readonly podIdentityCluster?: string;
}

/**
 * Trusts one service account: by the OIDC provider of its cluster, by EKS Pod Identity, or both. Without one, an
 * existing role trusts its own.
 */
export function podTrust(
  scope: Construct, account: ServiceAccount | undefined,
): Pick<RoleDefinition, 'trust' | 'sessionTags' | 'clusterProvider'> {
  const { oidcProvider, podIdentityCluster: clusterArn } = account ?? {};
  return {
    trust: pods(account && {
      clusterArns: clusterArn === undefined ? [] : [clusterArn],
      namespaces: [account.namespace],
      serviceAccount: account.name,
    }),
    sessionTags: true,
    clusterProvider: {
      principal: account && oidcProvider && webIdentity(scope, oidcProvider, account),
      besidesService: clusterArn !== undefined,
    },
  };
}

function webIdentity(
  scope: Construct, provider: iam.IOIDCProviderRef, { namespace, name }: ServiceAccount,
): iam.PrincipalBase {
  const issuer = issuerOf(provider);
  if (!Token.isUnresolved(issuer) && !/^oidc[.-]eks\./.test(issuer)) {
    warn(
      scope,
      'clusterProvider',
      `the OpenID Connect provider of the service account has the issuer ${issuer}, which is not a cluster of Amazon EKS: ` +
        'pass the provider of the cluster. For a self-managed cluster, acknowledge this warning',
    );
  }
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
    return url.replace(/^https:\/\//i, '').replace(/\/+$/, '');
  }
  return inArn ?? Fn.select(1, Fn.split(':oidc-provider/', oidcProviderArn));
}
