import {
  ParallelCluster2CreateClustersOptions, ParallelCluster2UseClustersOptions, ParallelCluster2UserPolicyProps,
} from './props';
import { Arns } from '../../private/options/arns';
import { OptionReader } from '../../private/options/reader';
import { COMPUTE_ENVIRONMENT, MANAGED_POLICY, PASSABLE_ROLE } from '../../private/options/things/things';
import { unique } from '../../private/options/unique';
import { CLUSTER_NAME, clusterNames } from '../cluster/names';
import {
  ParallelCluster2Scheduler, readGuideVersion, readResourceBucket, readUnrestrictedAccess, SCHEDULER,
} from '../cluster/options';

export type CreatedClusters = ReturnType<typeof readCreatedClusters>;
export type UsedClusters = ReturnType<typeof readUsedClusters>;

type CreateOptions = OptionReader<ParallelCluster2CreateClustersOptions>;

const { AWSBATCH, SGE, SLURM, TORQUE } = ParallelCluster2Scheduler;

/** The options of the policies, checked and as ARNs. */
export function readUsers(read: OptionReader<ParallelCluster2UserPolicyProps>) {
  const version = readGuideVersion(read);
  const users = {
    version,
    created: read.struct('createClusters', created => readCreatedClusters(created, version)),
    used: read.struct('useClusters', readUsedClusters),
  };
  if (!users.created && !users.used) {
    read.fail("'createClusters' or 'useClusters' must be set: without them the policy grants nothing");
  }
  if (!users.created && read.has('permissionSet')) {
    read.fail(
      "'permissionSet' requires 'createClusters': the guide has only one version of the permissions to use clusters",
    );
  }
  return users;
}

function readCreatedClusters(read: CreateOptions, version: string) {
  const schedulers = read.list('schedulers', SCHEDULER, 'each scheduler requires different permissions');
  const clusters = {
    hasSlurm: schedulers.includes(SLURM),
    /** SGE or Torque. */
    hasGroups: schedulers.includes(SGE) || schedulers.includes(TORQUE),
    hasBatch: schedulers.includes(AWSBATCH),
    names: clusterNames(Arns.of(read.scope), { bucket: read.struct('resourceBucket', readResourceBucket), version }),
    instanceRoles: read.arns('instanceRoles', PASSABLE_ROLE),
    lambdaRoles: read.arns('lambdaRoles', PASSABLE_ROLE),
    createsRoles: read.flag('createRoles', true),
    additionalPolicies: read.things('additionalIamPolicies', MANAGED_POLICY).map(({ arn }) => arn),
    hasNetworks: read.flag('networks', true),
    hasEfs: read.flag('efs', true),
    hasFsx: read.flag('fsx', true),
    hasZones: read.flag('hostedZones', true),
    hasLogs: read.flag('logs', true),
    /** The keys of images, volumes and file systems. */
    keys: read.keys('keys'),
    dataRepositories: read.locations('dataRepositories'),
    scripts: read.locations('scripts'),
    isUnrestricted: readUnrestrictedAccess(read),
  };
  if (!clusters.hasFsx && read.has('dataRepositories')) {
    read.fail(
      `'${read.pathOf('dataRepositories')}' cannot be combined with '${read.pathOf('fsx')}': false, because data ` +
        'repositories are for file systems of FSx. Leave it out',
    );
  }
  if (clusters.createsRoles) {
    warnOfRoles(read, clusters.hasBatch);
  } else {
    checkOwnRoles(read, clusters.hasBatch);
  }
  return clusters;
}

function warnOfRoles(read: CreateOptions, hasBatch: boolean): void {
  const wayOut = hasBatch
    ? 'clusters of AWS Batch always create some, so attach the policies to administrators only'
    : `set it to false, with your own roles in '${read.pathOf('instanceRoles')}' and '${read.pathOf('lambdaRoles')}'`;
  read.warn(
    'createRoles',
    `'${read.pathOf('createRoles')}' is true: anyone with these policies can write any permissions into a role ` +
      `parallelcluster-* and pass it to their own instance, which is equivalent to an administrator: ${wayOut}`,
  );
}

/** Checks that clusters without their own roles have the user's roles, and no policies to attach. */
function checkOwnRoles(read: CreateOptions, hasBatch: boolean): void {
  const option = `'${read.pathOf('createRoles')}'`;
  if (hasBatch) {
    read.fail(`${option} must be true with the scheduler awsbatch, got false: the Batch stack creates its own roles`);
  }
  for (const roles of ['instanceRoles', 'lambdaRoles'] as const) {
    if (!read.has(roles)) {
      read.fail(`'${read.pathOf(roles)}' must be set if ${option} is false: clusters then use only these roles`);
    }
  }
  if (read.has('additionalIamPolicies')) {
    read.fail(
      `'${read.pathOf('additionalIamPolicies')}' cannot be combined with ${option}: false, because it is for roles that ` +
        'clusters create. Attach the policies to your own roles',
    );
  }
}

function readUsedClusters(read: OptionReader<ParallelCluster2UseClustersOptions>) {
  const names = read.list('clusterNames', CLUSTER_NAME, 'the permissions are limited to named clusters');
  return {
    clusters: unique(names).map(name => clusterNames(Arns.of(read.scope), { name })),
    computeEnvironments: read.arns('computeEnvironments', COMPUTE_ENVIRONMENT),
  };
}
