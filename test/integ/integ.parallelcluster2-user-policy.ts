import { integrationTest, otherObject, person } from './integration-test';
import { ParallelCluster2UserPolicy } from 'cdk-platform-iam';

integrationTest('ParallelCluster2UserPolicy', stack => {
  const role = person(stack);
  new ParallelCluster2UserPolicy(stack, 'Policy', { useClusters: { clusterNames: ['team'] } }).attachToRole(role);
  return {
    role,
    allowed: [
      ['cloudformation:DescribeStacks', '*'],
    ],
    denied: [
      ['s3:GetObject', otherObject(stack)],
    ],
  };
});
