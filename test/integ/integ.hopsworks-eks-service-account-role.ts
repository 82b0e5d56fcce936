import * as eks from 'aws-cdk-lib/aws-eks';
import { integrationTest, otherObject, person } from './integration-test';
import { HopsworksEksServiceAccountRole } from 'cdk-platform-iam';

integrationTest('HopsworksEksServiceAccountRole', stack => {
  const sales = person(stack);
  const podIdentityCluster = eks.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'hopsworks' });
  const role = new HopsworksEksServiceAccountRole(stack, 'Role', {
    serviceAccount: { kubernetesNamespace: 'hopsworks', name: 'hopsworks-sa', podIdentityCluster },
    assumableRoles: [sales],
  });
  return {
    role,
    allowed: [
      ['sts:AssumeRole', sales.roleArn],
    ],
    denied: [
      ['sts:AssumeRole', stack.formatArn({ service: 'iam', region: '', resource: 'role', resourceName: 'of-others' })],
      ['s3:GetObject', otherObject(stack)],
    ],
  };
});
