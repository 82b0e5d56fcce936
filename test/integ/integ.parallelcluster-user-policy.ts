import { integrationTest, otherObject, person } from './integration-test';
import { ParallelClusterUserPolicy } from 'cdk-platform-iam';

integrationTest('ParallelClusterUserPolicy', stack => {
  const role = person(stack);
  new ParallelClusterUserPolicy(stack, 'Policy', { createClusters: {} }).attachToRole(role);
  return {
    role,
    allowed: [
      ['ec2:AllocateAddress', '*'],
      ['dynamodb:CreateTable', stack.formatArn({ service: 'dynamodb', resource: 'table', resourceName: 'parallelcluster-hpc' })],
    ],
    denied: [
      ['dynamodb:CreateTable', stack.formatArn({ service: 'dynamodb', resource: 'table', resourceName: 'of-others' })],
      ['s3:GetObject', otherObject(stack)],
    ],
  };
});
