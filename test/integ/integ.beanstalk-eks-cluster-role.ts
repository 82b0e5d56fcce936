import { integrationTest, otherObject } from './integration-test';
import { BeanstalkEksClusterRole } from 'cdk-platform-iam';

integrationTest('BeanstalkEksClusterRole', stack => {
  const role = new BeanstalkEksClusterRole(stack, 'Role');
  return {
    role,
    allowed: [
      ['ec2:DescribeSubnets', '*'],
    ],
    denied: [
      ['s3:GetObject', otherObject(stack)],
    ],
  };
});
