import { integrationTest, otherObject } from './integration-test';
import { BeanstalkEksObservabilityRole } from 'cdk-platform-iam';

integrationTest('BeanstalkEksObservabilityRole', stack => {
  const role = new BeanstalkEksObservabilityRole(stack, 'Role');
  return {
    role,
    allowed: [
      ['logs:DescribeLogGroups', '*'],
      ['ssm:GetParameter', stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: 'AmazonCloudWatch-agent' })],
    ],
    denied: [
      ['ssm:GetParameter', stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: 'password' })],
      ['s3:GetObject', otherObject(stack)],
    ],
  };
});
