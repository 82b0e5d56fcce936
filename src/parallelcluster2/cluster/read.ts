import * as iam from 'aws-cdk-lib/aws-iam';
import { CLUSTER_NAME, ClusterNames } from './names';
import { ownBucket } from './own-bucket';
import { ParallelCluster2ResourceBucket } from './resource-bucket';
import { ParallelCluster2Scheduler } from './scheduler';
import { Arns } from '../../private/options/arns';
import { warn } from '../../private/options/errors';
import { OptionReader, unique } from '../../private/options/option-reader';
import { having, Kind, optional } from '../../private/options/validators';

// Options that several constructs have, checked.

export interface ClusterOptions {
  readonly clusterName?: string;
  readonly resourceBucket?: ParallelCluster2ResourceBucket;
}

const SCHEDULERS = Object.keys(ParallelCluster2Scheduler).map(name => `ParallelCluster2Scheduler.${name}`);

export const SCHEDULER: Kind<ParallelCluster2Scheduler> = {
  what: `one of ${SCHEDULERS.join(', ')}`,
  is: (value): value is ParallelCluster2Scheduler =>
    Object.values<unknown>(ParallelCluster2Scheduler).includes(value),
};

export function clusterNames(
  read: OptionReader, { clusterName, resourceBucket }: ClusterOptions,
  version?: string,
): ClusterNames {
  const { scope } = read;
  optional(scope, 'clusterName', clusterName, CLUSTER_NAME);
  const bucket = read.optionalStruct('resourceBucket', resourceBucket, ownBucket);
  return new ClusterNames(Arns.of(scope), clusterName, bucket, version);
}

export function roleArns(read: OptionReader, option: string, roles: readonly iam.IRole[] | undefined) {
  return unique(
    read.optionalList(option, roles, having<iam.IRole>('roleArn', 'a role')).map(({ roleArn }) => roleArn),
  );
}

/** A security review has to ask about it. */
export function unrestricted(read: OptionReader, unrestrictedAccess: boolean | undefined): boolean {
  const isUnrestricted = read.flag('unrestrictedAccess', unrestrictedAccess, false);
  if (isUnrestricted) {
    warn(
      read.scope,
      'unrestrictedAccess',
      `'${read.pathOf('unrestrictedAccess')}' grants on all resources of the account what the guide prints on all: ` +
        'leave it out to grant only what carries the names of clusters',
    );
  }
  return isUnrestricted;
}
