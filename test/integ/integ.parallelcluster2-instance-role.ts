import { ArnFormat } from 'aws-cdk-lib';
import { integrationTest, otherObject } from './integration-test';
import { ParallelCluster2InstanceRole, ParallelCluster2Scheduler } from 'cdk-platform-iam';

integrationTest('ParallelCluster2InstanceRole', stack => {
  const role = new ParallelCluster2InstanceRole(stack, 'Role', { scheduler: ParallelCluster2Scheduler.SLURM });
  return {
    role,
    allowed: [
      ['ec2:DescribeInstanceStatus', '*'],
      ['logs:CreateLogStream', stack.formatArn({ service: 'logs', resource: 'log-group', resourceName: '/aws/parallelcluster/hpc:log-stream:head', arnFormat: ArnFormat.COLON_RESOURCE_NAME })],
    ],
    denied: [
      ['s3:GetObject', otherObject(stack)],
    ],
  };
});
