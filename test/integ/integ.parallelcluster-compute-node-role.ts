import { integrationTest, otherObject } from './integration-test';
import { ParallelClusterComputeNodeRole } from 'cdk-platform-iam';

integrationTest('ParallelClusterComputeNodeRole', stack => {
  const role = new ParallelClusterComputeNodeRole(stack, 'Role');
  return {
    role,
    allowed: [
      ['s3:GetObject', `arn:${stack.partition}:s3:::${stack.region}-aws-parallelcluster/object`],
    ],
    denied: [
      ['s3:GetObject', otherObject(stack)],
      ['ec2:RunInstances', stack.formatArn({ service: 'ec2', resource: 'instance', resourceName: 'i-0123456789abcdef0' })],
    ],
  };
});
