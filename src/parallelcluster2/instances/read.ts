import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { BatchOutputs, batchOutputs } from './batch-outputs';
import { ParallelCluster2BatchStack } from './batch-stack';
import { ParallelCluster2LaunchOptions } from './launch-options';
import { launchArns, launchSources } from './launch-sources';
import { Arns } from '../../private/options/arns';
import { fail, warn } from '../../private/options/errors';
import { OptionReader } from '../../private/options/option-reader';
import { checked } from '../../private/options/validators';
import { versionOf } from '../cluster/guide-versions';
import { ClusterNames } from '../cluster/names';
import { ParallelCluster2PermissionSet } from '../cluster/permission-set';
import { clusterNames, roleArns, SCHEDULER, unrestricted } from '../cluster/read';
import { ParallelCluster2ResourceBucket } from '../cluster/resource-bucket';
import { ParallelCluster2Scheduler } from '../cluster/scheduler';

/** What the policy of the instances is made of: the options, checked. */
export interface InstanceCluster {
  readonly scheduler: ParallelCluster2Scheduler;
  readonly version: string;
  readonly names: ClusterNames;
  /** The ARNs of subnets, images and key pairs. */
  readonly launch: readonly string[];
  readonly batch?: BatchOutputs;
  readonly passableRoles: readonly string[];
  readonly isUnrestricted: boolean;
}

export interface InstanceOptions {
  readonly scheduler: ParallelCluster2Scheduler;
  readonly clusterName?: string;
  readonly resourceBucket?: ParallelCluster2ResourceBucket;
  readonly launch?: ParallelCluster2LaunchOptions;
  readonly batchStack?: ParallelCluster2BatchStack;
  readonly passableRoles?: iam.IRole[];
  readonly permissionSet?: ParallelCluster2PermissionSet;
  readonly unrestrictedAccess?: boolean;
}

/** Fails for options that can't be right. */
export function instanceCluster(scope: Construct, options: InstanceOptions): InstanceCluster {
  const read = OptionReader.of(scope, '', options);
  const scheduler = checked(scope, 'scheduler', options.scheduler, SCHEDULER);
  checkScheduler(scope, scheduler, options);
  const version = versionOf(scope, options.permissionSet);
  const arns = Arns.of(scope);
  return {
    scheduler,
    version,
    names: clusterNames(read, options, version),
    launch: read.optionalStruct('launch', options.launch, launchSources) ?? launchArns(arns),
    batch: read.optionalStruct('batchStack', options.batchStack, batchOutputs),
    passableRoles: roleArns(read, 'passableRoles', options.passableRoles),
    isUnrestricted: unrestricted(read, options.unrestrictedAccess),
  };
}

function checkScheduler(scope: Construct, scheduler: ParallelCluster2Scheduler, options: InstanceOptions): void {
  const isBatch = scheduler === ParallelCluster2Scheduler.AWSBATCH;
  const misplaced = isBatch ? (['launch', 'passableRoles'] as const) : (['batchStack'] as const);
  for (const option of misplaced) {
    if (options[option] !== undefined) {
      fail(
        scope,
        `'${option}' ${isBatch ? "can't be set with" : 'needs'} the scheduler awsbatch, got '${scheduler}': ` +
          (isBatch ? 'AWS Batch launches the instances itself, leave it out' : 'leave it out'),
      );
    }
  }
  if (isBatch && options.batchStack === undefined) {
    warn(
      scope,
      'batchStack',
      "the head node can't submit jobs: name the outputs of the Batch stack in 'batchStack' once the cluster exists",
    );
  }
}
