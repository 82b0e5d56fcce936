import { emptyBucket, integrationTest, otherObject } from './integration-test';
import { HopsworksInstanceProfile } from 'cdk-platform-iam';

integrationTest('HopsworksInstanceProfile', stack => {
  const bucket = emptyBucket(stack, 'Data');
  const role = new HopsworksInstanceProfile(stack, 'Role', { bucket });
  return {
    role,
    allowed: [
      ['s3:PutObject', bucket.arnForObjects('features')],
      ['ecr:GetAuthorizationToken', '*'],
    ],
    denied: [
      ['s3:GetObject', otherObject(stack)],
      ['s3:DeleteBucket', bucket.bucketArn],
    ],
  };
});
