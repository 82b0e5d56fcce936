import { useKeys } from './storage';
import { HopsworksVeleroOptions, HopsworksVeleroStorageOptions } from './velero-props';
import { ReaderOf, readerOf } from '../../private/options/reader';
import { BUCKET } from '../../private/options/things/things';
import { unique } from '../../private/options/unique';
import { matching } from '../../private/options/validators';
import { DocumentedStatement, Statements } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';

/** The prefix of the backup storage location in the vendor's guide. */
const DEFAULT_PREFIX = 'k8s_backup';

const PREFIX = matching("a prefix such as 'k8s_backup', without a slash at its ends", /^[\w.-]+(?:\/[\w.-]+)*$/, /[\w./-]/);

/** Reads the prefix of Velero's backups. */
export function readVelero(reader: ReaderOf<HopsworksVeleroOptions>) {
  return { prefix: readerOf(reader).value('prefix', PREFIX) ?? DEFAULT_PREFIX };
}

/** Reads the bucket with Velero's backups. */
export function readVeleroStorage(reader: ReaderOf<HopsworksVeleroStorageOptions>) {
  const read = readerOf(reader);
  const { arn, keys } = read.requiredThing('bucket', BUCKET);
  return { ...readVelero(reader), bucket: arn, keys: unique([...read.key('encryptionKey'), ...keys]) };
}

/** What Velero's policy has in addition to the permissions that clusters have on their buckets. */
export function veleroUploads(bucket: string, { prefix }: ReturnType<typeof readVelero>): DocumentedStatement {
  return {
    sid: 'VeleroUploadObjects',
    source: SOURCES.velero,
    note: 'narrowed: the page grants all objects of the bucket; its other actions are those of StorageUseObjects',
    actions: [
      's3:ListMultipartUploadParts',
      's3:PutObjectTagging',
    ],
    resources: [`${bucket}/${prefix}/*`],
  };
}

/** All that Velero needs for backups in a bucket. */
export function veleroPolicy({ bucket, prefix, keys }: ReturnType<typeof readVeleroStorage>): Statements {
  return [
    {
      sid: 'VeleroListBucket',
      source: SOURCES.velero,
      // With a condition on `s3:prefix`, S3 would deny the check whether a backup exists instead of finding nothing.
      actions: ['s3:ListBucket'],
      resources: [bucket],
    },
    {
      sid: 'VeleroUseObjects',
      source: SOURCES.velero,
      note: 'narrowed: the page grants all objects of the bucket',
      actions: [
        's3:AbortMultipartUpload',
        's3:DeleteObject',
        's3:GetObject',
        's3:ListMultipartUploadParts',
        's3:PutObject',
        's3:PutObjectTagging',
      ],
      resources: [`${bucket}/${prefix}/*`],
    },
    ...useKeys('VeleroUseKey', keys),
  ];
}
