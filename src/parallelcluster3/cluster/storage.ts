import { ClusterArns } from './cluster-arns';
import { ParallelClusterCustomBucket, ParallelClusterNodeRoleProps, ParallelClusterS3Access } from './props';
import { checkSince, Cluster } from './read';
import { bucketKeys } from './statements';
import { BoundLocations, OptionReader, ReaderOf, readerOf } from '../../private/options/reader';
import { BUCKET, EFS_FILE_SYSTEM } from '../../private/options/things/things';
import { unique } from '../../private/options/unique';
import { PolicyFeature, Statements, whenPresent } from '../../private/statements/documented-statement';
import { ROLE_SOURCES } from '../sources';

/** The bucket with the artifacts of clusters. */
export type ClusterBucket = ReturnType<typeof readClusterBucket>;

/** The file systems that a node mounts, and its data. */
export type Storage = ReturnType<typeof readStorage>;

type S3Access = ReturnType<typeof readS3Access>;

export function readStorage(reader: ReaderOf<ParallelClusterNodeRoleProps>, cluster: Cluster) {
  return { s3: readerOf(reader).struct('s3Access', readS3Access), efs: readEfs(reader, cluster) };
}

function readS3Access(read: OptionReader<ParallelClusterS3Access>) {
  const access = {
    readable: withKeys(read.locations('readable'), read.keys('readableKeys')),
    writable: withKeys(read.locations('writable'), read.keys('writableKeys')),
  };
  for (const [option, keys] of [['readable', 'readableKeys'], ['writable', 'writableKeys']] as const) {
    if (read.has(keys) && !read.has(option)) {
      read.fail(`'${read.pathOf(keys)}' requires '${option}': list the locations that are encrypted with these keys`);
    }
  }
  if (!read.has('readable') && !read.has('writable')) {
    read.fail("'s3Access' requires 'readable' or 'writable', got neither: leave it out, or list locations");
  }
  return access;
}

function withKeys(locations: BoundLocations, keys: readonly string[]): BoundLocations {
  return { ...locations, keys: unique([...keys, ...locations.keys]) };
}

function readEfs(reader: ReaderOf<ParallelClusterNodeRoleProps>, { version }: Cluster): readonly string[] {
  const read = readerOf(reader);
  const fileSystems = read.struct('efs', efs =>
    efs.arns('fileSystems', EFS_FILE_SYSTEM, 'list the file systems that the node mounts'));
  checkSince(read, 'efs', '3.4.0', version);
  return fileSystems ?? [];
}

/** Reads the custom bucket, or returns that of ParallelCluster. */
export function readClusterBucket(
  reader: ReaderOf<{ readonly customS3Bucket?: ParallelClusterCustomBucket }>, arns: ClusterArns,
) {
  const custom = readerOf(reader).struct('customS3Bucket', read => {
    const { arn, keys } = read.requiredThing('bucket', BUCKET);
    return { arn, keys: unique([...read.key('encryptionKey'), ...keys]), owner: undefined };
  });
  return custom ?? { arn: arns.bucket, keys: [], owner: arns.account };
}

/** Returns the data and file systems of a node as a separate feature. */
export function storageFeature({ efs, s3 }: Storage): PolicyFeature {
  return {
    name: 'Storage',
    statements: [
      ...whenPresent(efs, resources => ({
        sid: 'StorageMountFileSystems',
        source: ROLE_SOURCES.commandLine,
        since: '3.4.0',
        actions: [
          'elasticfilesystem:ClientMount',
          'elasticfilesystem:ClientRootAccess',
          'elasticfilesystem:ClientWrite',
        ],
        resources,
      })),
      ...whenPresent(s3, s3AccessPolicy),
    ],
  };
}

const NO_WILDCARDS = 'narrowed: the command line grants the wildcards s3:Get* and s3:List*, and s3:* for writing, with ' +
  'which a node could delete the bucket or give others access to it';
const NO_KEYS = 'added: the command line leaves the keys of buckets to the user';

function s3AccessPolicy({ readable, writable }: S3Access): Statements {
  const source = ROLE_SOURCES.s3Access;
  return [
    {
      sid: 'StorageListBuckets',
      source,
      note: NO_WILDCARDS,
      actions: [
        's3:GetBucketLocation',
        's3:ListBucket',
        's3:ListBucketMultipartUploads',
        's3:ListBucketVersions',
      ],
      resources: unique([...readable.buckets, ...writable.buckets]),
    },
    ...whenPresent(readable.objects, resources => ({
      sid: 'StorageReadObjects',
      source,
      note: NO_WILDCARDS,
      actions: [
        's3:GetObject',
        's3:GetObjectAttributes',
        's3:GetObjectTagging',
        's3:GetObjectVersion',
      ],
      resources,
    })),
    ...whenPresent(writable.objects, resources => ({
      sid: 'StorageUseObjects',
      source,
      note: NO_WILDCARDS,
      actions: [
        's3:AbortMultipartUpload',
        's3:DeleteObject',
        's3:GetObject',
        's3:GetObjectAttributes',
        's3:GetObjectTagging',
        's3:GetObjectVersion',
        's3:ListMultipartUploadParts',
        's3:PutObject',
        's3:PutObjectTagging',
      ],
      resources,
    })),
    ...bucketKeys('StorageReadKeys', source, readable.keys, ['kms:Decrypt'], NO_KEYS),
    ...bucketKeys('StorageUseKeys', source, writable.keys, ['kms:Decrypt', 'kms:GenerateDataKey'], NO_KEYS),
  ];
}
