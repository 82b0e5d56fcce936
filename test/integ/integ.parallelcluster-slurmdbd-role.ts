import { ArnFormat } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { integrationTest } from './integration-test';
import { ParallelClusterSlurmdbdRole } from 'cdk-platform-iam';

integrationTest('ParallelClusterSlurmdbdRole', stack => {
  const databasePassword = new secretsmanager.Secret(stack, 'Database');
  const mungeKey = new secretsmanager.Secret(stack, 'Munge');
  const subnet = ec2.Subnet.fromSubnetId(stack, 'Subnet', 'subnet-0123456789abcdef0');
  const role = new ParallelClusterSlurmdbdRole(stack, 'Role', { databasePassword, mungeKey, subnet });
  return {
    role,
    allowed: [
      ['secretsmanager:GetSecretValue', databasePassword.secretArn],
    ],
    denied: [
      ['secretsmanager:GetSecretValue', stack.formatArn({ service: 'secretsmanager', resource: 'secret', resourceName: 'of-others-abcdef', arnFormat: ArnFormat.COLON_RESOURCE_NAME })],
    ],
  };
});
