import * as lambda from 'aws-cdk-lib/aws-lambda';
import { integrationTest } from './integration-test';
import { ParallelClusterImageCleanupRole } from 'cdk-platform-iam';

integrationTest('ParallelClusterImageCleanupRole', stack => {
  const role = new ParallelClusterImageCleanupRole(stack, 'Role');
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
      ['imagebuilder:DeleteImageRecipe', stack.formatArn({ service: 'imagebuilder', resource: 'image-recipe', resourceName: 'parallelclusterimage-alinux2023/3.16.1' })],
    ],
    denied: [
      ['imagebuilder:DeleteImageRecipe', stack.formatArn({ service: 'imagebuilder', resource: 'image-recipe', resourceName: 'of-others/1.0.0' })],
    ],
  };
});
