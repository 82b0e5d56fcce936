import { integrationTest, otherObject } from './integration-test';
import { BeanstalkEksNodeRole } from 'cdk-platform-iam';

integrationTest('BeanstalkEksNodeRole', stack => {
  const role = new BeanstalkEksNodeRole(stack, 'Role');
  return {
    role,
    allowed: [
      ['ecr:GetAuthorizationToken', '*'],
    ],
    denied: [
      ['s3:GetObject', otherObject(stack)],
    ],
  };
});
