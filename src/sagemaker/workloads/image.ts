import { defineWorkload } from './workload';
import { ImageSource } from '../../common/image-source';
import { OptionReader } from '../../private/options/reader';
import { SOURCES } from '../sources';

/**
 * Permissions to create SageMaker images from container images (`CreateImage`, `UpdateImage`).
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createimage-perms
 */
export interface SageMakerImageOptions {
  /**
   * The repositories of the container images: `ecr:BatchGetImage` and `ecr:GetDownloadUrlForLayer`. Must not be empty.
   */
  readonly images: ImageSource[];
}

export const IMAGE = defineWorkload({
  source: SOURCES.image,
  sourceArnTypes: ['image', 'image-version'],
  read: (read: OptionReader<SageMakerImageOptions>) =>
    ({ repositories: read.images('images', 'a SageMaker image is created from a container image') }),
  features: (_arns, { repositories }) => [{
    name: 'Image',
    statements: [{
      sid: 'ImagePullImages',
      source: SOURCES.image,
      note: 'narrowed: the page grants all repositories',
      actions: [
        'ecr:BatchGetImage',
        'ecr:GetDownloadUrlForLayer',
      ],
      resources: repositories,
    }],
  }],
});
