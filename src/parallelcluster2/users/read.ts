import * as iam from 'aws-cdk-lib/aws-iam';
import { ParallelCluster2CreateClustersOptions } from './create-options';
import { ParallelCluster2UseClustersOptions } from './use-options';
import { Arns } from '../../private/options/arns';
import { fail, warn } from '../../private/options/errors';
import { OptionReader, unique } from '../../private/options/option-reader';
import { having } from '../../private/options/validators';
import { CLUSTER_NAME, ClusterNames } from '../cluster/names';
import { clusterNames, roleArns, SCHEDULER, unrestricted } from '../cluster/read';
import { ParallelCluster2Scheduler } from '../cluster/scheduler';

// What the policies of users are made of: the options, checked.

export interface CreatedClusters {
  readonly hasSlurm: boolean;
  /** SGE or Torque. */
  readonly hasGroups: boolean;
  readonly hasBatch: boolean;
  readonly names: ClusterNames;
  readonly instanceRoles: readonly string[];
  readonly lambdaRoles: readonly string[];
  readonly createsRoles: boolean;
  readonly additionalPolicies: readonly string[];
  readonly hasNetworks: boolean;
  readonly hasEfs: boolean;
  readonly hasFsx: boolean;
  readonly hasZones: boolean;
  readonly hasLogs: boolean;
  readonly isUnrestricted: boolean;
}

const MANAGED_POLICY = having<iam.IManagedPolicy>('managedPolicyArn', 'a managed policy');
const { AWSBATCH, SGE, SLURM, TORQUE } = ParallelCluster2Scheduler;

export function createdClusters(read: OptionReader, options: ParallelCluster2CreateClustersOptions): CreatedClusters {
  const schedulers = read.list('schedulers', options.schedulers, SCHEDULER, 'each scheduler asks for other permissions');
  const clusters = {
    hasSlurm: schedulers.includes(SLURM),
    hasGroups: schedulers.includes(SGE) || schedulers.includes(TORQUE),
    hasBatch: schedulers.includes(AWSBATCH),
    names: clusterNames(read, options),
    instanceRoles: roleArns(read, 'instanceRoles', options.instanceRoles),
    lambdaRoles: roleArns(read, 'lambdaRoles', options.lambdaRoles),
    createsRoles: read.flag('createRoles', options.createRoles, true),
    additionalPolicies: read
      .optionalList('additionalIamPolicies', options.additionalIamPolicies, MANAGED_POLICY)
      .map(({ managedPolicyArn }) => managedPolicyArn),
    hasNetworks: read.flag('networks', options.networks, true),
    hasEfs: read.flag('efs', options.efs, true),
    hasFsx: read.flag('fsx', options.fsx, true),
    hasZones: read.flag('hostedZones', options.hostedZones, true),
    hasLogs: read.flag('logs', options.logs, true),
    isUnrestricted: unrestricted(read, options.unrestrictedAccess),
  };
  if (clusters.createsRoles) {
    warnOfRoles(read, clusters);
  } else {
    checkOwnRoles(read, clusters);
  }
  return clusters;
}

/** A security review has to ask about it. */
function warnOfRoles(read: OptionReader, { hasBatch }: CreatedClusters): void {
  const wayOut = hasBatch
    ? 'clusters of AWS Batch always make some, so give the policies to none but administrators'
    : `false, with '${read.pathOf('instanceRoles')}' and '${read.pathOf('lambdaRoles')}', makes none`;
  warn(
    read.scope,
    'createRoles',
    `'${read.pathOf('createRoles')}' is true: whoever has these policies can write any rights into a role ` +
      `parallelcluster-* and pass it to an instance of theirs, as good as an administrator; ${wayOut}`,
  );
}

/** Where clusters make no roles, they need some, and nothing is attached. */
function checkOwnRoles(read: OptionReader, clusters: CreatedClusters): void {
  const { scope } = read;
  const option = `'${read.pathOf('createRoles')}'`;
  if (clusters.hasBatch) {
    fail(scope, `${option} must be true with the scheduler awsbatch, got false: the Batch stack makes roles of its own`);
  }
  for (const [name, roles] of [['instanceRoles', clusters.instanceRoles], ['lambdaRoles', clusters.lambdaRoles]] as const) {
    if (roles.length === 0) {
      fail(scope, `${option} is false, so clusters need roles of yours: name them in '${read.pathOf(name)}'`);
    }
  }
  if (clusters.additionalPolicies.length > 0) {
    fail(
      scope,
      `'${read.pathOf('additionalIamPolicies')}' is for roles that clusters make, and ${option} is false: give the ` +
        'policies to your roles',
    );
  }
}

export function usedClusters(
  read: OptionReader, options: ParallelCluster2UseClustersOptions,
): readonly ClusterNames[] {
  const names = read.list('clusterNames', options.clusterNames, CLUSTER_NAME, 'whoever uses clusters uses named ones');
  return unique(names).map(name => new ClusterNames(Arns.of(read.scope), name));
}
