import { emptyBucket, integrationTest, otherObject } from './integration-test';
import { ImageSource, S3Location, SageMakerExecutionRole } from 'cdk-platform-iam';

integrationTest('SageMakerExecutionRole', stack => {
  const data = emptyBucket(stack, 'Data');
  const role = new SageMakerExecutionRole(stack, 'Role', {
    trainingJob: {
      inputs: [S3Location.prefix(data, 'train/')],
      outputs: [S3Location.prefix(data, 'out/')],
      images: [ImageSource.uri('683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-scikit-learn:1.2-1')],
    },
  });
  return {
    role,
    allowed: [
      ['s3:GetObject', data.arnForObjects('train/part-0')],
      ['s3:PutObject', data.arnForObjects('out/model')],
    ],
    denied: [
      ['s3:PutObject', data.arnForObjects('train/part-0')],
      ['s3:GetObject', otherObject(stack)],
    ],
  };
});
