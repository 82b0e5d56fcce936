import { integrationTest, otherObject, person } from './integration-test';
import { BeanstalkUserPolicy } from 'cdk-platform-iam';

integrationTest('BeanstalkUserPolicy', stack => {
  const role = person(stack);
  const policy = new BeanstalkUserPolicy(stack, 'Policy', {
    applications: [{ applicationName: 'shop', environmentNames: ['shop-live'] }],
  });
  policy.attachToRole(role);
  return {
    role,
    allowed: [
      ['elasticbeanstalk:CheckDNSAvailability', '*'],
      ['s3:GetObject', `arn:${stack.partition}:s3:::elasticbeanstalk-${stack.region}/object`],
    ],
    denied: [
      ['elasticbeanstalk:UpdateEnvironment', stack.formatArn({ service: 'elasticbeanstalk', resource: 'environment', resourceName: 'shop/shop-live' })],
      ['s3:GetObject', otherObject(stack)],
    ],
  };
});
