import { integrationTest, otherObject } from './integration-test';
import { ParallelClusterLoginNodeRole } from 'cdk-platform-iam';

integrationTest('ParallelClusterLoginNodeRole', stack => {
  const role = new ParallelClusterLoginNodeRole(stack, 'Role');
  return {
    role,
    allowed: [
      ['cloudformation:DescribeStacks', stack.formatArn({ service: 'cloudformation', resource: 'stack', resourceName: 'hpc/id' })],
    ],
    denied: [
      ['s3:GetObject', otherObject(stack)],
    ],
  };
});
