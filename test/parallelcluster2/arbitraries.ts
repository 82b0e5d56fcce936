import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { IMAGE, SUBNET } from './grid/instance';
import { batchStack, group, keyPair, multiNodeJobDefinition, subnet, user } from './things';
import {
  ParallelCluster2BatchStack, ParallelCluster2CreateClustersOptions, ParallelCluster2InstanceRole,
  ParallelCluster2InstanceRoleProps, ParallelCluster2LambdaRole, ParallelCluster2LambdaRoleProps,
  ParallelCluster2LaunchOptions, ParallelCluster2PermissionSet, ParallelCluster2ResourceBucket,
  ParallelCluster2Scheduler, ParallelCluster2UseClustersOptions, ParallelCluster2UserPolicy,
  ParallelCluster2UserPolicyProps, PlatformPolicyProps, PlatformRoleProps, PolicyPlacement,
} from '../../src';
import {
  both, codeOf, flag, listOf, Maker, maker, oneOf, OptionArbitraries, options, severalOf, values,
} from '../support/arbitraries';
import { Given } from '../support/given';
import { SUBJECT } from '../support/row';

const { AWSBATCH, SGE, SLURM, TORQUE } = ParallelCluster2Scheduler;

/** The ledger knows the names that the grid has, and no others. */
const clusterName = values('team');
const importedRole = oneOf({ 'a role': given => given.role('other') });
const resourceBucket = oneOf<ParallelCluster2ResourceBucket>({
  'a bucket': given => ({ bucket: given.bucket('artifacts') }),
  'a bucket with a key': given => ({ bucket: given.bucket('artifacts'), encryptionKey: given.key('artifacts') }),
  'an encrypted bucket': given => ({ bucket: given.encryptedBucket('artifacts') }),
});
const permissionSet = values(...Object.values(ParallelCluster2PermissionSet));
const additionalStatements = listOf(oneOf({ 'a statement': given => given.statement() }));

type RoleOptions = Pick<
  PlatformRoleProps, 'roleName' | 'policyPlacement' | 'additionalStatements' | 'additionalManagedPolicies' | 'tags'
>;

const role: OptionArbitraries<RoleOptions> = {
  roleName: values('hpc'),
  policyPlacement: values(...Object.values(PolicyPlacement)),
  additionalStatements,
  additionalManagedPolicies: listOf(oneOf({ 'a managed policy': given => given.managedPolicy('audit') })),
  tags: values({ team: 'hpc' }),
};

const cluster = { clusterName, resourceBucket, unrestrictedAccess: flag };

type InstanceOptions = Omit<ParallelCluster2InstanceRoleProps, Exclude<keyof PlatformRoleProps, keyof RoleOptions> |
'existingInstanceProfile'>;
type FleetOptions = Omit<InstanceOptions, 'batchStack'>;
type BatchOptions = Omit<InstanceOptions, 'launch' | 'passableRoles'>;

const instance = { ...role, ...cluster, permissionSet, instanceProfileName: values('hpc') };

const launch = options<ParallelCluster2LaunchOptions>({
  subnets: listOf(oneOf({ 'a subnet': given => subnet(given.stack, SUBNET) })),
  imageIds: values([IMAGE]),
  keyPair: oneOf({ 'a key pair': given => keyPair(given.stack, 'admin') }),
});

const outputs = oneOf<ParallelCluster2BatchStack>({
  'outputs': given => batchStack(given.stack),
  'outputs with several nodes': given =>
    batchStack(given.stack, { multiNodeJobDefinition: multiNodeJobDefinition(given.stack), jobRole: given.role('jobs') }),
});

const instanceProps: fc.Arbitrary<Maker<ParallelCluster2InstanceRoleProps>> = fc.oneof(
  options<FleetOptions>({
    ...instance, scheduler: values(SGE, SLURM, TORQUE), launch, passableRoles: listOf(importedRole),
  }, 'scheduler'),
  options<BatchOptions>({ ...instance, scheduler: values(AWSBATCH), batchStack: outputs }, 'scheduler'),
  options<Pick<ParallelCluster2InstanceRoleProps, 'scheduler' | 'existingRole'>>(
    { scheduler: values(SGE, SLURM), existingRole: importedRole }, 'scheduler', 'existingRole'),
);

type LambdaOptions = Omit<ParallelCluster2LambdaRoleProps, Exclude<keyof PlatformRoleProps, keyof RoleOptions>>;

const lambdaProps = options<LambdaOptions>({
  ...role, ...cluster, scheduler: values(...Object.values(ParallelCluster2Scheduler)),
}, 'scheduler');

type Schedulers = Pick<ParallelCluster2CreateClustersOptions, 'schedulers'>;
type Roles = Pick<ParallelCluster2CreateClustersOptions, 'instanceRoles' | 'lambdaRoles' | 'createRoles' | 'additionalIamPolicies'>;

const several = severalOf(Object.fromEntries(
  Object.values(ParallelCluster2Scheduler).map(scheduler => [scheduler, () => scheduler])));
const ownRoles = { instanceRoles: listOf(importedRole), lambdaRoles: listOf(importedRole) };

const rolesOfClusters: fc.Arbitrary<Maker<Schedulers & Roles>> = fc.oneof(
  both(options<Schedulers>({ schedulers: several }, 'schedulers'), options<Roles>({
    ...ownRoles,
    createRoles: values(true),
    additionalIamPolicies: listOf(oneOf({ 'a managed policy': given => given.managedPolicy('own') })),
  })),
  options<Omit<Schedulers & Roles, 'additionalIamPolicies'>>({
    ...ownRoles, schedulers: values([SGE], [SLURM, TORQUE]), createRoles: values(false),
  }, 'schedulers', 'createRoles', 'instanceRoles', 'lambdaRoles'),
);

const createClusters: fc.Arbitrary<Maker<ParallelCluster2CreateClustersOptions>> = both(
  rolesOfClusters,
  options<Omit<ParallelCluster2CreateClustersOptions, keyof Schedulers | keyof Roles>>({
    resourceBucket, networks: flag, efs: flag, fsx: flag, hostedZones: flag, logs: flag, unrestrictedAccess: flag,
  }),
);

const useClusters = options<ParallelCluster2UseClustersOptions>({ clusterNames: values(['team'], ['team', 'other']) }, 'clusterNames');

const policy: OptionArbitraries<PlatformPolicyProps> = {
  managedPolicyNamePrefix: values('hpc-'),
  path: values('/hpc/'),
  users: listOf(oneOf({ 'a user': given => user(given.stack, 'ann') })),
  groups: listOf(oneOf({ 'a group': given => group(given.stack, 'researchers') })),
  roles: listOf(importedRole),
  additionalStatements,
};

const userProps: fc.Arbitrary<Maker<ParallelCluster2UserPolicyProps>> = fc.oneof(
  options<ParallelCluster2UserPolicyProps>({ ...policy, createClusters, useClusters, permissionSet }, 'createClusters'),
  options<Omit<ParallelCluster2UserPolicyProps, 'createClusters' | 'permissionSet'>>({ ...policy, useClusters }, 'useClusters'),
);

function construct<P, C extends Construct>(
  name: string, props: fc.Arbitrary<Maker<P>>, make: (given: Given, props: P) => C,
): fc.Arbitrary<Maker<C>> {
  return props.map(made => maker(`new ${name}(${codeOf(made)})`, given => make(given, made(given))));
}

export const randomParallelCluster2InstanceRole = construct('ParallelCluster2InstanceRole', instanceProps, (given, props) =>
  new ParallelCluster2InstanceRole(given.stack, SUBJECT, props));

export const randomParallelCluster2LambdaRole = construct('ParallelCluster2LambdaRole', lambdaProps, (given, props) =>
  new ParallelCluster2LambdaRole(given.stack, SUBJECT, props));

export const randomParallelCluster2UserPolicy = construct('ParallelCluster2UserPolicy', userProps, (given, props) =>
  new ParallelCluster2UserPolicy(given.stack, SUBJECT, props));
