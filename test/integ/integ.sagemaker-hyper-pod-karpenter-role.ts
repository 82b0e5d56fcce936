import { integrationTest } from './integration-test';
import { SageMakerHyperPodKarpenterRole } from 'cdk-platform-iam';

integrationTest('SageMakerHyperPodKarpenterRole', stack => {
  const role = new SageMakerHyperPodKarpenterRole(stack, 'Role');
  return {
    role,
    allowed: [
      ['sagemaker:BatchAddClusterNodes', stack.formatArn({ service: 'sagemaker', resource: 'cluster', resourceName: 'abcdefghijkl' })],
    ],
    denied: [
      ['sagemaker:DeleteCluster', stack.formatArn({ service: 'sagemaker', resource: 'cluster', resourceName: 'abcdefghijkl' })],
    ],
  };
});
