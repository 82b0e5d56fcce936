import * as iam from 'aws-cdk-lib/aws-iam';
import { integrationTest, otherObject, person } from './integration-test';
import { SageMakerJobType, SageMakerUserPolicy } from 'cdk-platform-iam';

integrationTest('SageMakerUserPolicy', stack => {
  const role = person(stack);
  const execution = iam.Role.fromRoleName(stack, 'Execution', 'train');
  const policy = new SageMakerUserPolicy(stack, 'Policy', {
    jobs: { types: Object.values(SageMakerJobType) },
    passableRoles: [execution],
  });
  policy.attachToRole(role);
  return {
    role,
    allowed: [
      ['sagemaker:CreateTransformJob', stack.formatArn({ service: 'sagemaker', resource: 'transform-job', resourceName: 'churn' })],
    ],
    denied: [
      ['sagemaker:CreateEndpoint', stack.formatArn({ service: 'sagemaker', resource: 'endpoint', resourceName: 'churn' })],
      ['s3:GetObject', otherObject(stack)],
    ],
  };
});
