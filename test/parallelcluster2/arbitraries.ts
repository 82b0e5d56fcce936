import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { computeEnvironment, group, jobDefinition, jobQueue, keyPair, multiNodeJobDefinition, subnet, user } from './fixtures';
import { IMAGE, SUBNET } from './grid/instance';
import {
  ParallelCluster2BatchStack, ParallelCluster2CreateClustersOptions, ParallelCluster2InstanceRole,
  ParallelCluster2InstanceRoleProps, ParallelCluster2LambdaRole, ParallelCluster2LambdaRoleProps,
  ParallelCluster2LaunchOptions, ParallelCluster2PermissionSet, ParallelCluster2ResourceBucket,
  ParallelCluster2Scheduler, ParallelCluster2UseClustersOptions, ParallelCluster2UserPolicy,
  ParallelCluster2UserPolicyProps, PlatformEc2RoleProps, PlatformPolicyProps, PlatformRoleProps,
} from '../../src';
import {
  both, codeOf, flag, key, listOf, location, Maker, maker, oneOf, OptionArbitraries, options, OptionsMaker, severalOf,
  values, sessionManager,
} from '../support/arbitraries';
import { Fixtures } from '../support/given';
import { anyOf, EC2_ROLES, newRole, rolesOf, statementOverrides, statements } from '../support/role-arbitraries';
import { SUBJECT } from '../support/row';

const { AWSBATCH, SGE, SLURM, TORQUE } = ParallelCluster2Scheduler;

/** The wildcard ledger lists only the names of the grid. */
const clusterName = values('team');
const someRole = oneOf({ 'a role': given => given.role('other') });
const resourceBucket = options<ParallelCluster2ResourceBucket>({
  bucket: oneOf({
    'a bucket': given => given.bucket('artifacts'),
    'an encrypted bucket': given => given.encryptedBucket('artifacts'),
  }),
  encryptionKey: oneOf({ 'a key': given => given.key('artifacts') }),
}, 'bucket');
const permissionSet = values(...Object.values(ParallelCluster2PermissionSet));

const cluster = { clusterName, resourceBucket, unrestrictedAccess: flag };

type Fleet = Pick<ParallelCluster2InstanceRoleProps, 'launch' | 'passableRoles'>;
type InstanceOptions = Omit<ParallelCluster2InstanceRoleProps, keyof PlatformEc2RoleProps | keyof Fleet | 'batchStack'>;

const instance = { ...cluster, permissionSet, keys: listOf(key), sessionManager };

const launch = options<ParallelCluster2LaunchOptions>({
  subnets: listOf(oneOf({ 'a subnet': given => subnet(given.stack, SUBNET) })),
  imageIds: values([IMAGE]),
  keyPair: oneOf({ 'a key pair': given => keyPair(given.stack, 'admin') }),
});

const someComputeEnvironment = oneOf({
  'a compute environment': given => computeEnvironment(given.stack),
  'another compute environment': given => computeEnvironment(given.stack, 'ComputeEnvironment-3a4b'),
  'a third compute environment': given => computeEnvironment(given.stack, 'ComputeEnvironment-7c8d'),
});

const outputs = options<ParallelCluster2BatchStack>({
  jobDefinition: oneOf({
    'a job definition': given => jobDefinition(given.stack),
    'another job definition': given => jobDefinition(given.stack, 'JobDefinitionSerial-9c0d:2'),
  }),
  jobQueue: oneOf({
    'a job queue': given => jobQueue(given.stack),
    'another job queue': given => jobQueue(given.stack, 'JobQueue-1e2f'),
  }),
  computeEnvironment: someComputeEnvironment,
  multiNodeJobDefinition: oneOf({ 'a job definition of several nodes': given => multiNodeJobDefinition(given.stack) }),
  jobRole: oneOf({ 'a role of jobs': given => given.role('jobs') }),
}, 'jobDefinition', 'jobQueue', 'computeEnvironment');

const instanceProps: fc.Arbitrary<Maker<ParallelCluster2InstanceRoleProps>> = both(
  fc.oneof(
    options<InstanceOptions & Fleet>({
      ...instance, scheduler: values(SGE, SLURM, TORQUE), launch, passableRoles: listOf(someRole),
    }, 'scheduler'),
    options<InstanceOptions & Pick<ParallelCluster2InstanceRoleProps, 'batchStack'>>(
      { ...instance, scheduler: values(AWSBATCH), batchStack: outputs }, 'scheduler'),
  ),
  anyOf(EC2_ROLES),
);

const lambdaProps: fc.Arbitrary<Maker<ParallelCluster2LambdaRoleProps>> = both(
  options<Omit<ParallelCluster2LambdaRoleProps, keyof PlatformRoleProps>>(
    { ...cluster, scheduler: values(...Object.values(ParallelCluster2Scheduler)) }, 'scheduler'),
  // The CLI expects the role at the path /.
  anyOf(rolesOf('lambda.amazonaws.com', options({ ...newRole, path: values('/') }))),
);

type Schedulers = Pick<ParallelCluster2CreateClustersOptions, 'schedulers'>;
type Roles = Pick<ParallelCluster2CreateClustersOptions, 'instanceRoles' | 'lambdaRoles' | 'createRoles' | 'additionalIamPolicies'>;

const several = severalOf(Object.fromEntries(
  Object.values(ParallelCluster2Scheduler).map(scheduler => [scheduler, () => scheduler])));
const ownRoles = { instanceRoles: listOf(someRole), lambdaRoles: listOf(someRole) };

const rolesOfClusters: fc.Arbitrary<OptionsMaker<Schedulers & Roles>> = fc.oneof(
  both(options<Schedulers>({ schedulers: several }, 'schedulers'), options<Roles>({
    ...ownRoles,
    createRoles: values(true),
    additionalIamPolicies: listOf(oneOf({ 'a managed policy': given => given.managedPolicy('own') })),
  })),
  options<Omit<Schedulers & Roles, 'additionalIamPolicies'>>({
    ...ownRoles, schedulers: values([SGE], [SLURM, TORQUE]), createRoles: values(false),
  }, 'schedulers', 'createRoles', 'instanceRoles', 'lambdaRoles'),
);

type Features = Omit<ParallelCluster2CreateClustersOptions, keyof Schedulers | keyof Roles>;
const features: OptionArbitraries<Omit<Features, 'fsx' | 'dataRepositories'>> = {
  resourceBucket,
  networks: flag,
  efs: flag,
  hostedZones: flag,
  logs: flag,
  keys: listOf(key),
  scripts: listOf(location),
  unrestrictedAccess: flag,
};

const createClusters: fc.Arbitrary<Maker<ParallelCluster2CreateClustersOptions>> = both(
  rolesOfClusters,
  fc.oneof(
    options<Features>({ ...features, fsx: values(true), dataRepositories: listOf(location) }),
    options<Omit<Features, 'dataRepositories'>>({ ...features, fsx: flag }),
  ),
);

const useClusters = options<ParallelCluster2UseClustersOptions>({
  clusterNames: values(['team'], ['team', 'other']),
  computeEnvironments: listOf(someComputeEnvironment),
}, 'clusterNames');

const policy: OptionArbitraries<PlatformPolicyProps> = {
  managedPolicyNamePrefix: values('hpc-'),
  path: values('/hpc/'),
  users: listOf(oneOf({ 'a user': given => user(given.stack, 'ann') })),
  groups: listOf(oneOf({ 'a group': given => group(given.stack, 'researchers') })),
  roles: listOf(someRole),
  additionalStatements: statements,
  statementOverrides,
};

const userProps: fc.Arbitrary<Maker<ParallelCluster2UserPolicyProps>> = fc.oneof(
  options<ParallelCluster2UserPolicyProps>({ ...policy, createClusters, useClusters, permissionSet }, 'createClusters'),
  options<Omit<ParallelCluster2UserPolicyProps, 'createClusters' | 'permissionSet'>>({ ...policy, useClusters }, 'useClusters'),
);

function construct<P, C extends Construct>(
  name: string, props: fc.Arbitrary<Maker<P>>, make: (given: Fixtures, props: P) => C,
): fc.Arbitrary<Maker<C>> {
  return props.map(made => maker(`new ${name}(${codeOf(made)})`, given => make(given, made(given))));
}

export const randomParallelCluster2InstanceRole = construct('ParallelCluster2InstanceRole', instanceProps, (given, props) =>
  new ParallelCluster2InstanceRole(given.stack, SUBJECT, props));

export const randomParallelCluster2LambdaRole = construct('ParallelCluster2LambdaRole', lambdaProps, (given, props) =>
  new ParallelCluster2LambdaRole(given.stack, SUBJECT, props));

export const randomParallelCluster2UserPolicy = construct('ParallelCluster2UserPolicy', userProps, (given, props) =>
  new ParallelCluster2UserPolicy(given.stack, SUBJECT, props));
