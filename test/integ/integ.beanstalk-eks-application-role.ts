import { ArnFormat } from 'aws-cdk-lib';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { integrationTest } from './integration-test';
import { BeanstalkEksApplicationRole } from 'cdk-platform-iam';

integrationTest('BeanstalkEksApplicationRole', stack => {
  const secret = new secretsmanager.Secret(stack, 'Database');
  const role = new BeanstalkEksApplicationRole(stack, 'Role', { environmentSecrets: { secrets: [secret] } });
  return {
    role,
    allowed: [
      ['secretsmanager:GetSecretValue', secret.secretArn],
    ],
    denied: [
      ['secretsmanager:GetSecretValue', stack.formatArn({ service: 'secretsmanager', resource: 'secret', resourceName: 'of-others-abcdef', arnFormat: ArnFormat.COLON_RESOURCE_NAME })],
    ],
  };
});
