import { Stack } from 'aws-cdk-lib';
import * as batch from 'aws-cdk-lib/aws-batch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { ParallelCluster2BatchStack } from '../../src';

// Imports resources of ParallelCluster 2 users by name.

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

/** Imports the outputs of a cluster's AWS Batch stack. */
export function batchStack(stack: Stack, names: Partial<ParallelCluster2BatchStack> = {}): ParallelCluster2BatchStack {
  return {
    jobDefinition: jobDefinition(stack),
    jobQueue: jobQueue(stack),
    computeEnvironment: computeEnvironment(stack),
    ...names,
  };
}

export function jobDefinition(stack: Stack, name = 'JobDefinitionSerial-1a2b:1'): batch.IJobDefinition {
  return once(stack, name, id =>
    batch.EcsJobDefinition.fromJobDefinitionArn(stack, id, batchArn(stack, 'job-definition', name)));
}

export function jobQueue(stack: Stack, name = 'JobQueue-3c4d'): batch.IJobQueue {
  return once(stack, name, id => batch.JobQueue.fromJobQueueArn(stack, id, batchArn(stack, 'job-queue', name)));
}

export function computeEnvironment(stack: Stack, name = 'ComputeEnvironment-5e6f'): batch.IComputeEnvironment {
  return once(stack, name, id => batch.ManagedEc2EcsComputeEnvironment.fromManagedEc2EcsComputeEnvironmentArn(
    stack, id, batchArn(stack, 'compute-environment', name)));
}

export function multiNodeJobDefinition(stack: Stack, name = 'JobDefinitionMNP-7a8b:1'): batch.IJobDefinition {
  return once(stack, name, id =>
    batch.MultiNodeJobDefinition.fromJobDefinitionArn(stack, id, batchArn(stack, 'job-definition', name)));
}

function batchArn(stack: Stack, resource: string, resourceName: string): string {
  return stack.formatArn({ service: 'batch', resource, resourceName });
}

function once<T>(stack: Stack, name: string, make: (id: string) => T): T {
  const id = `Thing-${name}`;
  return (stack.node.tryFindChild(id) as T | undefined) ?? make(id);
}
