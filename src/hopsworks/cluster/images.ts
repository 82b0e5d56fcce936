import { DocumentedStatement, Source } from '../../private/statements/documented-statement';

/** Grants pushing, pulling and deleting the images of a cluster in its own repositories. */
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
