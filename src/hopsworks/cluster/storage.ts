import { Token, TokenComparison } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { SOURCES } from '../sources';
import { HopsworksStorageProps } from './storage-props';
import { compareAccounts, warnOfOtherAccount } from '../../private/options/accounts';
import { fail } from '../../private/options/errors';
import { OptionReader, unique } from '../../private/options/option-reader';
import { checked, having } from '../../private/options/validators';
import { DocumentedStatement, given, PolicyFeature, Source } from '../../private/statements/documented-statement';

/** The bucket of a cluster: what its policies are made of. */
export interface Storage {
  readonly bucket: string;
  readonly objects: string;
  readonly keys: readonly string[];
  readonly backups: boolean;
  readonly objectAcl: boolean;
}

const BUCKET = having<s3.IBucket>('bucketArn', 'a bucket, such as s3.Bucket');
const NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** Fails for a bucket that can't be the one of a cluster. */
export function storageOf(read: OptionReader, props: HopsworksStorageProps): Storage {
  const bucket = checked(read.scope, 'bucket', props.bucket, BUCKET);
  const backups = read.flag('backups', props.backups, true);
  checkBucket(read, bucket, backups);
  return {
    bucket: bucket.bucketArn,
    objects: bucket.arnForObjects('*'),
    keys: unique([
      ...read.optionalKey('encryptionKey', props.encryptionKey),
      ...read.optionalKey('bucket.encryptionKey', bucket.encryptionKey),
    ]),
    backups,
    objectAcl: read.flag('objectAcl', props.objectAcl, false),
  };
}

function checkBucket({ scope }: OptionReader, bucket: s3.IBucket, backups: boolean): void {
  const { bucketArn, bucketName, env: { account } } = bucket;
  if (/[*?]/.test(bucketArn) || !(Token.isUnresolved(bucketName) || NAME.test(bucketName))) {
    fail(scope, `'bucket' must be one bucket by its name, got '${bucketArn}': a cluster has a bucket of its own`);
  }
  if (backups && compareAccounts(scope, account) === TokenComparison.DIFFERENT) {
    fail(
      scope,
      `'backups' needs a bucket of the stack's account, got one of account ${account}: S3 lets only the owner of a ` +
        "bucket change its versioning; set 'backups: false', or name a bucket of your own",
    );
  }
  warnOfOtherAccount(scope, 'bucket', account, 'the bucket policy');
}

/** What every cluster does with its bucket, and what backups add. */
export function storagePolicy(source: Source, storage: Storage): readonly PolicyFeature[] {
  return [
    { name: 'Storage', statements: usePolicy(source, storage) },
    { name: 'Backups', statements: given(storage.backups, () => backupPolicy(source, storage)) },
  ];
}

const SPLIT = 'corrected: the page grants each action on the bucket and on its objects, where half of that has no effect';

function usePolicy(source: Source, { bucket, objects, keys, objectAcl }: Storage): readonly DocumentedStatement[] {
  return [
    {
      sid: 'StorageUseBucket',
      source,
      note: SPLIT,
      actions: [
        's3:GetBucketVersioning',
        's3:ListBucket',
        's3:ListBucketMultipartUploads',
      ],
      resources: [bucket],
    },
    {
      sid: 'StorageUseObjects',
      source,
      note: SPLIT,
      actions: [
        's3:AbortMultipartUpload',
        's3:DeleteObject',
        's3:GetObject',
        's3:PutObject',
      ],
      resources: [objects],
    },
    ...given(keys, resources => ({
      sid: 'StorageUseKey',
      source: SOURCES.clusterCreation,
      note: 'added: the page offers buckets with a key of the user, and no policy of the vendor grants the key; S3 asks ' +
        'for both',
      actions: [
        'kms:Decrypt',
        'kms:GenerateDataKey',
      ],
      resources,
    })),
    ...given(objectAcl, () => ({
      sid: 'StorageSetAcl',
      source: SOURCES.clusterCreation,
      note: 'added: the page offers this canned ACL, and no policy of the vendor grants it',
      actions: ['s3:PutObjectAcl'],
      resources: [objects],
      conditions: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
    })),
  ];
}

function backupPolicy(source: Source, { bucket, objects }: Storage): readonly DocumentedStatement[] {
  return [
    {
      sid: 'BackupsConfigureBucket',
      source,
      note: SPLIT,
      actions: [
        's3:GetLifecycleConfiguration',
        's3:ListBucketVersions',
        's3:PutBucketVersioning',
        's3:PutLifecycleConfiguration',
      ],
      resources: [bucket],
    },
    {
      sid: 'BackupsDeleteVersions',
      source,
      note: SPLIT,
      actions: ['s3:DeleteObjectVersion'],
      resources: [objects],
    },
  ];
}
