import { App, Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ImageSource, S3Location, SageMakerExecutionRole } from 'cdk-platform-iam';

const app = new App();
const stack = new Stack(app, 'Churn');
const key = new kms.CfnKey(stack, 'Key');
const data = new s3.CfnBucket(stack, 'Data', {
  bucketEncryption: {
    serverSideEncryptionConfiguration: [
      { serverSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: key.ref } },
    ],
  },
});
const images = new ecr.CfnRepository(stack, 'Images');

const jobs = new SageMakerExecutionRole(stack, 'Jobs', {
  trainingJob: {
    inputs: [S3Location.prefix(data, 'prepared/'), S3Location.sageMakerDefaultBucket()],
    outputs: [S3Location.prefix(data, 'models/')],
    images: [ImageSource.repository(images)],
    volumeKey: key,
  },
});
new SageMakerExecutionRole(stack, 'Notebook', {
  notebookInstance: { data: [S3Location.bucket(data), S3Location.sageMakerDefaultBucket()], passableRoles: [jobs] },
});
app.synth();
