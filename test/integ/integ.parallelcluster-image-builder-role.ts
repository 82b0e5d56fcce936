import { integrationTest } from './integration-test';
import { ParallelClusterImageBuilderRole } from 'cdk-platform-iam';

integrationTest('ParallelClusterImageBuilderRole', stack => {
  const role = new ParallelClusterImageBuilderRole(stack, 'Role');
  return {
    role,
    allowed: [
      ['ec2:CreateTags', stack.formatArn({ service: 'ec2', account: '', resource: 'image', resourceName: 'ami-0123456789abcdef0' })],
    ],
    denied: [
      ['ec2:CreateTags', stack.formatArn({ service: 'ec2', resource: 'instance', resourceName: 'i-0123456789abcdef0' })],
    ],
  };
});
