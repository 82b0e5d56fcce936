import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import {
  ParallelCluster2InstanceRole, ParallelCluster2InstanceRoleProps, ParallelCluster2PermissionSet,
  ParallelCluster2Scheduler, ParallelCluster2UserPolicy, ParallelCluster2UserPolicyProps,
} from '../../../src';
import { batchStack, computeEnvironment, multiNodeJobDefinition } from '../../parallelcluster2/fixtures';

// The option sets that the documents are compared with.

const { GUIDE_2_9 } = ParallelCluster2PermissionSet;
const { AWSBATCH, SGE, SLURM, TORQUE } = ParallelCluster2Scheduler;

type InstanceOptions = (stack: Stack) => ParallelCluster2InstanceRoleProps;
type UserOptions = (stack: Stack) => ParallelCluster2UserPolicyProps;

/** The widest form: as in 2.9 where that grants more, and on all resources. */
const WIDE = { permissionSet: GUIDE_2_9, unrestrictedAccess: true };

export const OPTION_SETS: Readonly<Record<string, (stack: Stack) => Construct>> = {
  'instances of SGE or Torque': instance(() => ({ scheduler: SGE })),
  'instances of Slurm': instance(() => ({ scheduler: SLURM })),
  'instances as of 2.9': instance(() => ({ scheduler: SLURM, permissionSet: GUIDE_2_9 })),
  'instances as of 2.9, unrestricted': instance(() => ({ scheduler: SLURM, ...WIDE })),
  'instances of AWS Batch': instance(stack => ({ scheduler: AWSBATCH, batchStack: outputs(stack) })),
  'instances of AWS Batch as of 2.9, unrestricted': instance(stack => ({
    scheduler: AWSBATCH, batchStack: outputs(stack), ...WIDE,
  })),
  'who creates clusters of SGE or Torque': user(stack => creating(stack, SGE, TORQUE)),
  'who creates clusters of Slurm': user(stack => creating(stack, SLURM)),
  'who creates clusters as of 2.9': user(stack => ({ ...creating(stack, SGE, SLURM, TORQUE), permissionSet: GUIDE_2_9 })),
  'who creates clusters as of 2.9, unrestricted': user(stack => unrestricted(creating(stack, SGE, SLURM, TORQUE))),
  'who creates clusters of AWS Batch': user(stack => creating(stack, AWSBATCH)),
  'who creates clusters of AWS Batch as of 2.9, unrestricted': user(stack => unrestricted(creating(stack, AWSBATCH))),
  'who uses a cluster': user(stack => ({
    useClusters: { clusterNames: ['team'], computeEnvironments: [computeEnvironment(stack)] },
  })),
};

function instance(options: InstanceOptions) {
  return (stack: Stack): Construct => new ParallelCluster2InstanceRole(stack, 'Subject', options(stack));
}

function user(options: UserOptions) {
  return (stack: Stack): Construct => new ParallelCluster2UserPolicy(stack, 'Subject', options(stack));
}

function creating(stack: Stack, ...schedulers: ParallelCluster2Scheduler[]): ParallelCluster2UserPolicyProps {
  return { createClusters: { schedulers, instanceRoles: [iam.Role.fromRoleName(stack, 'Nodes', 'nodes')] } };
}

function unrestricted({ createClusters }: ParallelCluster2UserPolicyProps): ParallelCluster2UserPolicyProps {
  return { createClusters: { ...createClusters!, unrestrictedAccess: true }, permissionSet: GUIDE_2_9 };
}

function outputs(stack: Stack) {
  return batchStack(stack, {
    multiNodeJobDefinition: multiNodeJobDefinition(stack),
    jobRole: iam.Role.fromRoleName(stack, 'Jobs', 'jobs'),
  });
}
