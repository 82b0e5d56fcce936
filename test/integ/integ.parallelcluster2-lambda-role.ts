import * as lambda from 'aws-cdk-lib/aws-lambda';
import { integrationTest, otherObject } from './integration-test';
import { ParallelCluster2LambdaRole, ParallelCluster2Scheduler } from 'cdk-platform-iam';

integrationTest('ParallelCluster2LambdaRole', stack => {
  const role = new ParallelCluster2LambdaRole(stack, 'Role', { scheduler: ParallelCluster2Scheduler.SLURM });
  // Lambda refuses a role that it can't assume.
  new lambda.Function(stack, 'Function', {
    role: role.role,
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
  });
  return {
    role,
    allowed: [
      ['dynamodb:GetItem', stack.formatArn({ service: 'dynamodb', resource: 'table', resourceName: 'parallelcluster-hpc' })],
    ],
    denied: [
      ['dynamodb:GetItem', stack.formatArn({ service: 'dynamodb', resource: 'table', resourceName: 'of-others' })],
      ['s3:GetObject', otherObject(stack)],
    ],
  };
});
