import { SOURCES } from '../sources';
import { HopsworksStorageProps } from './storage-props';
import { ReaderOf, readerOf } from '../../private/options/reader';
import { isOtherAccount } from '../../private/options/things/accounts';
import { BUCKET } from '../../private/options/things/things';
import { unique } from '../../private/options/unique';
import { PolicyFeature, Source, Statements, whenPresent } from '../../private/statements/documented-statement';

type Storage = ReturnType<typeof readStorage>;

/** Reads the options of the bucket of a cluster. */
export function readStorage(reader: ReaderOf<HopsworksStorageProps>) {
  const read = readerOf(reader);
  const { object: bucket, arn, keys } = read.requiredThing('bucket', BUCKET);
  const backups = read.flag('backups', true);
  if (backups && isOtherAccount(read.scope, bucket.env.account)) {
    read.fail(
      `'backups' requires a bucket in the stack's account, got one in account ${bucket.env.account}: S3 lets only ` +
        "the owner of a bucket change its versioning. Set 'backups: false', or use a bucket of the stack's account",
    );
  }
  return {
    bucket: arn,
    objects: `${arn}/*`,
    keys: unique([...read.key('encryptionKey'), ...keys]),
    backups,
    objectAcl: read.flag('objectAcl', false),
  };
}

/** Statements on the bucket for every cluster, and additional ones for backups. */
export function storagePolicy(source: Source, storage: Storage): readonly PolicyFeature[] {
  return [
    { name: 'Storage', statements: usePolicy(source, storage) },
    { name: 'Backups', statements: whenPresent(storage.backups, () => backupPolicy(source, storage)) },
  ];
}

const SPLIT = 'corrected: the page grants each action on both the bucket and its objects, and half of that has no ' +
  'effect';

function usePolicy(source: Source, { bucket, objects, keys, objectAcl }: Storage): Statements {
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
    ...useKeys('StorageUseKey', keys),
    ...whenPresent(objectAcl, () => ({
      sid: 'StorageSetAcl',
      source: SOURCES.clusterCreation,
      note: 'added: the page offers this canned ACL, but no policy of the vendor grants it',
      actions: ['s3:PutObjectAcl'],
      resources: [objects],
      conditions: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
    })),
  ];
}

/** Reading and writing objects in a bucket with keys of the user. */
export function useKeys(sid: string, keys: readonly string[]): Statements {
  return whenPresent(keys, resources => ({
    sid,
    source: SOURCES.clusterCreation,
    note: 'added: the page offers buckets with a key of the user, but no policy of the vendor grants the key; S3 ' +
      'requires both actions',
    actions: [
      'kms:Decrypt',
      'kms:GenerateDataKey',
    ],
    resources,
  }));
}

function backupPolicy(source: Source, { bucket, objects }: Storage): Statements {
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
