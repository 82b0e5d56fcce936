import * as lambda from 'aws-cdk-lib/aws-lambda';
import { integrationTest, otherObject } from './integration-test';
import { ParallelClusterLambdaFunctionsRole } from 'cdk-platform-iam';

integrationTest('ParallelClusterLambdaFunctionsRole', stack => {
  const role = new ParallelClusterLambdaFunctionsRole(stack, 'Role', { slurm: {} });
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
      ['ec2:DescribeInstances', '*'],
    ],
    denied: [
      ['s3:GetObject', otherObject(stack)],
    ],
  };
});
