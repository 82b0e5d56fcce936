import { integrationTest, otherObject } from './integration-test';
import { ParallelClusterHeadNodeRole } from 'cdk-platform-iam';

integrationTest('ParallelClusterHeadNodeRole', stack => {
  const role = new ParallelClusterHeadNodeRole(stack, 'Role', { slurm: {} });
  return {
    role,
    allowed: [
      ['ec2:DescribeInstanceStatus', '*'],
      ['cloudformation:DescribeStackResource', stack.formatArn({ service: 'cloudformation', resource: 'stack', resourceName: 'hpc/id' })],
    ],
    denied: [
      ['s3:GetObject', otherObject(stack)],
    ],
  };
});
