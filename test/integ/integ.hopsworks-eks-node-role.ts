import { RemovalPolicy } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import { emptyBucket, integrationTest, otherObject } from './integration-test';
import { HopsworksEksNodeRole, ImageSource } from 'cdk-platform-iam';

integrationTest('HopsworksEksNodeRole', stack => {
  const bucket = emptyBucket(stack, 'Data');
  const images = new ecr.Repository(stack, 'Images', { emptyOnDelete: true, removalPolicy: RemovalPolicy.DESTROY });
  const projectImages = [ImageSource.repository(images)];
  const role = new HopsworksEksNodeRole(stack, 'Role', { bucket, projectImages });
  return {
    role,
    allowed: [
      ['s3:PutObject', bucket.arnForObjects('features')],
      ['ecr:BatchGetImage', images.repositoryArn],
    ],
    denied: [
      ['s3:GetObject', otherObject(stack)],
      ['ecr:DeleteRepository', images.repositoryArn],
    ],
  };
});
