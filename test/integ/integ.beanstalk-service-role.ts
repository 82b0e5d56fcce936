import * as elasticbeanstalk from 'aws-cdk-lib/aws-elasticbeanstalk';
import { integrationTest, otherObject } from './integration-test';
import { BeanstalkServiceRole } from 'cdk-platform-iam';

integrationTest('BeanstalkServiceRole', stack => {
  const role = new BeanstalkServiceRole(stack, 'Role');
  // Elastic Beanstalk refuses a role that it can't assume. An application without environments costs nothing.
  new elasticbeanstalk.CfnApplication(stack, 'Application', {
    resourceLifecycleConfig: {
      serviceRole: role.role.roleArn,
      versionLifecycleConfig: { maxCountRule: { enabled: true, maxCount: 10 } },
    },
  });
  return {
    role,
    allowed: [
      ['elasticloadbalancing:DescribeInstanceHealth', '*'],
    ],
    denied: [
      ['s3:GetObject', otherObject(stack)],
    ],
  };
});
