import { ANY, DocumentedStatement, Source } from '../../private/statements/documented-statement';

/**
 * Allows the login to Amazon ECR Public, as AWS's policies have it. None of them limits the token by
 * `sts:AWSServiceName`, no page says which value Amazon ECR Public sends, and `ecr-public.amazonaws.com` was reported
 * to deny the login. A token needs permissions of its service as well: for AWS CodeArtifact
 * `codeartifact:GetAuthorizationToken`.
 */
export function publicRegistryLogin(sid: string, source: Source): DocumentedStatement {
  return {
    sid,
    source,
    actions: [
      'ecr-public:GetAuthorizationToken',
      'sts:GetServiceBearerToken',
    ],
    resources: ANY,
  };
}
