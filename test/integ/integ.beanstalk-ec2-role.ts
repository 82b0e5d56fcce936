import { ArnFormat } from 'aws-cdk-lib';
import { integrationTest, otherObject } from './integration-test';
import { BeanstalkEc2Role } from 'cdk-platform-iam';

integrationTest('BeanstalkEc2Role', stack => {
  const role = new BeanstalkEc2Role(stack, 'Role', { webTier: {} });
  return {
    role,
    allowed: [
      ['logs:CreateLogStream', stack.formatArn({ service: 'logs', resource: 'log-group', resourceName: '/aws/elasticbeanstalk/shop:log-stream:web', arnFormat: ArnFormat.COLON_RESOURCE_NAME })],
      ['s3:GetObject', `arn:${stack.partition}:s3:::elasticbeanstalk-${stack.region}/object`],
    ],
    denied: [
      ['s3:GetObject', otherObject(stack)],
    ],
  };
});
