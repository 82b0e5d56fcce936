import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { fail } from '../../private/options/errors';
import { isImported } from '../../private/roles/existing-role';
import { DocumentedStatement, Source } from '../../private/statements/documented-statement';

/** Who takes the roles from `iam:PassRole`, with the name that the service has in China. */
export const EC2 = ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn'] as const;

/** Pushing, pulling and cleaning up the images of a cluster, in repositories of its own. */
export function useImages(source: Source, resources: readonly string[], note: string): DocumentedStatement {
  return {
    sid: 'ContainerRegistryUseImages',
    source,
    note,
    actions: [
      'ecr:BatchCheckLayerAvailability',
      'ecr:BatchDeleteImage',
      'ecr:BatchGetImage',
      'ecr:CompleteLayerUpload',
      'ecr:GetDownloadUrlForLayer',
      'ecr:GetLifecyclePolicy',
      'ecr:InitiateLayerUpload',
      'ecr:ListImages',
      'ecr:PutImage',
      'ecr:PutLifecyclePolicy',
      'ecr:TagResource',
      'ecr:UploadLayerPart',
    ],
    resources,
  };
}

/** Fails where CDK would leave the policies out without a word. */
export function checkAttachable(scope: Construct, option: string, existingRole: iam.IRole | undefined): void {
  if (isImported(scope, existingRole)) {
    fail(
      scope,
      `'${option}' attaches policies of AWS, which an imported 'existingRole' does not take: attach them where the role ` +
        `is made, and set '${option}: false'`,
    );
  }
}

export function attach(role: iam.IRole, names: readonly string[]): void {
  names.forEach(name => role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName(name)));
}
