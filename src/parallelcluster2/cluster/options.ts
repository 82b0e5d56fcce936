import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { OptionReader, ReaderOf, readerOf } from '../../private/options/reader';
import { BUCKET } from '../../private/options/things/things';
import { unique } from '../../private/options/unique';
import { memberOf } from '../../private/options/validators';

// Options of several constructs.

/** The schedulers of AWS ParallelCluster 2. */
export enum ParallelCluster2Scheduler {
  /** Son of Grid Engine: up to version 2.11.4. */
  SGE = 'sge',

  /** Slurm. */
  SLURM = 'slurm',

  /** Torque: up to version 2.11.4. */
  TORQUE = 'torque',

  /** AWS Batch. */
  AWSBATCH = 'awsbatch',
}

export const SCHEDULER = memberOf('ParallelCluster2Scheduler', ParallelCluster2Scheduler);

/** The version of the guide whose policies are granted. */
export enum ParallelCluster2PermissionSet {
  /**
   * The last form, of version 2.11: a set for each scheduler, with the permissions on tags that AWS requires today.
   */
  GUIDE_2_11 = 'GUIDE_2_11',

  /**
   * The form of version 2.9: one set for SGE, Slurm and Torque, which also gives Slurm queues, topics and Auto Scaling
   * groups. It has no dashboards, which later versions create. Use it for clusters created before version 2.10.
   *
   * The CLI up to version 2.9 simulates the permissions of `ec2_iam_role` on all resources, which the narrowed role
   * does not have: set `sanity_check = false`, or use `unrestrictedAccess` and no `clusterName`.
   */
  GUIDE_2_9 = 'GUIDE_2_9',
}

/** The versions of ParallelCluster that the forms of the guide belong to. */
export const GUIDE_2_9 = '2.9.1';
export const GUIDE_2_11 = '2.11.8';

const PERMISSION_SET = memberOf('ParallelCluster2PermissionSet', ParallelCluster2PermissionSet);

/** Reads `permissionSet` as the version that its statements belong to. */
export function readGuideVersion(reader: ReaderOf<{ readonly permissionSet?: ParallelCluster2PermissionSet }>): string {
  const permissionSet = readerOf(reader).value('permissionSet', PERMISSION_SET);
  return permissionSet === ParallelCluster2PermissionSet.GUIDE_2_9 ? GUIDE_2_9 : GUIDE_2_11;
}

/**
 * Your own bucket for the artifacts of clusters: `cluster_resource_bucket` of the configuration. Leave it out for a
 * bucket that the CLI created.
 */
export interface ParallelCluster2ResourceBucket {
  /**
   * The bucket. If it has an `encryptionKey`, permissions on that key are included. An imported bucket does not know
   * its key: set `encryptionKey` here.
   */
  readonly bucket: s3.IBucketRef;

  /**
   * The key that encrypts the bucket.
   *
   * @default - only the encryption key of the bucket object, if it has one
   */
  readonly encryptionKey?: kms.IKeyRef;
}

export type ResourceBucket = ReturnType<typeof readResourceBucket>;

export function readResourceBucket(read: OptionReader<ParallelCluster2ResourceBucket>) {
  const { arn, keys } = read.requiredThing('bucket', BUCKET);
  return { arn, keys: unique([...read.key('encryptionKey'), ...keys]) };
}

/** Reads `unrestrictedAccess`, and warns if it is set. */
export function readUnrestrictedAccess(reader: ReaderOf<{ readonly unrestrictedAccess?: boolean }>): boolean {
  const read = readerOf(reader);
  const isUnrestricted = read.flag('unrestrictedAccess', false);
  if (isUnrestricted) {
    read.warn(
      'unrestrictedAccess',
      `'${read.pathOf('unrestrictedAccess')}' grants permissions on all resources of the account wherever the guide does: ` +
        'leave it out to limit them to resources with the names of clusters',
    );
  }
  return isUnrestricted;
}
