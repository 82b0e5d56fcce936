import * as iam from 'aws-cdk-lib/aws-iam';
import { integrationTest, otherObject } from './integration-test';
import { ParallelClusterPermissionsBoundary } from 'cdk-platform-iam';

integrationTest('ParallelClusterPermissionsBoundary', stack => {
  const boundary = new ParallelClusterPermissionsBoundary(stack, 'Boundary');
  const role = new iam.Role(stack, 'Administrator', {
    assumedBy: new iam.AccountRootPrincipal(),
    permissionsBoundary: iam.ManagedPolicy.fromManagedPolicyArn(stack, 'Limit', boundary.managedPolicyRef.policyArn),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')],
  });
  return {
    role,
    allowed: [
      ['ec2:DescribeInstanceStatus', '*'],
    ],
    denied: [
      ['iam:CreateUser', '*'],
      ['s3:GetObject', otherObject(stack)],
    ],
  };
});
