import { Stack } from 'aws-cdk-lib';
import * as batch from 'aws-cdk-lib/aws-batch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { ParallelCluster2BatchStack } from '../../src';

// What users of AWS ParallelCluster 2 bring, imported by name.

export function subnet(stack: Stack, subnetId: string): ec2.ISubnet {
  return once(stack, subnetId, id => ec2.Subnet.fromSubnetAttributes(stack, id, { subnetId, routeTableId: 'rtb-1' }));
}

export function keyPair(stack: Stack, name: string): ec2.IKeyPair {
  return once(stack, `key-pair-${name}`, id => ec2.KeyPair.fromKeyPairName(stack, id, name));
}

export function user(stack: Stack, name: string): iam.IUser {
  return once(stack, `user-${name}`, id => iam.User.fromUserName(stack, id, name));
}

export function group(stack: Stack, name: string): iam.IGroup {
  return once(stack, `group-${name}`, id => iam.Group.fromGroupName(stack, id, name));
}

/** The outputs of the stack of AWS Batch in a cluster. */
export function batchStack(stack: Stack, names: Partial<ParallelCluster2BatchStack> = {}): ParallelCluster2BatchStack {
  const arn = (resource: string, resourceName: string) =>
    stack.formatArn({ service: 'batch', resource, resourceName });
  return {
    jobDefinition: once(stack, 'serial', id =>
      batch.EcsJobDefinition.fromJobDefinitionArn(stack, id, arn('job-definition', 'JobDefinitionSerial-1a2b:1'))),
    jobQueue: once(stack, 'queue', id => batch.JobQueue.fromJobQueueArn(stack, id, arn('job-queue', 'JobQueue-3c4d'))),
    computeEnvironment: once(stack, 'environment', id =>
      batch.ManagedEc2EcsComputeEnvironment.fromManagedEc2EcsComputeEnvironmentArn(
        stack, id, arn('compute-environment', 'ComputeEnvironment-5e6f'))),
    ...names,
  };
}

export function multiNodeJobDefinition(stack: Stack): batch.IJobDefinition {
  const resourceName = 'JobDefinitionMNP-7a8b:1';
  return once(stack, 'multi-node', id => batch.MultiNodeJobDefinition.fromJobDefinitionArn(
    stack, id, stack.formatArn({ service: 'batch', resource: 'job-definition', resourceName })));
}

function once<T>(stack: Stack, name: string, make: (id: string) => T): T {
  const id = `Thing-${name}`;
  return (stack.node.tryFindChild(id) as T | undefined) ?? make(id);
}
