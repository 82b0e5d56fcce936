import * as kms from 'aws-cdk-lib/aws-kms';
import { ImageSource } from '../../common/image-source';

/**
 * Permissions of the execution role of a domain or a user profile whose domain is encrypted with a key of yours. Beside
 * the rights on the key: writing the logs of Studio (`/aws/sagemaker/studio`).
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createdomain-perms
 */
export interface SageMakerDomainOptions {
  /**
   * The key of the domain (`KmsKeyId`): `kms:CreateGrant` and `kms:DescribeKey`. SageMaker asks for them when an app is
   * created.
   */
  readonly key: kms.IKey;
}

/**
 * Permissions to make SageMaker images of container images (`CreateImage`, `UpdateImage`).
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createimage-perms
 */
export interface SageMakerImageOptions {
  /**
   * The repositories of the container images: `ecr:BatchGetImage` and `ecr:GetDownloadUrlForLayer`. Must not be empty.
   */
  readonly images: ImageSource[];
}
