import { integrationTest } from './integration-test';
import { BeanstalkEksImageBuildRole } from 'cdk-platform-iam';

integrationTest('BeanstalkEksImageBuildRole', stack => {
  const role = new BeanstalkEksImageBuildRole(stack, 'Role');
  return {
    role,
    allowed: [
      ['ecr:PutImage', stack.formatArn({ service: 'ecr', resource: 'repository', resourceName: 'elasticbeanstalk-shop' })],
    ],
    denied: [
      ['ecr:PutImage', stack.formatArn({ service: 'ecr', resource: 'repository', resourceName: 'images' })],
    ],
  };
});
