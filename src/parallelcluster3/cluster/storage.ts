import * as efs from 'aws-cdk-lib/aws-efs';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ClusterArns } from './cluster-arns';
import { Cluster, checkSince } from './read';
import { ParallelClusterCustomBucket, ParallelClusterEfsAccess, ParallelClusterS3Access } from './storage-props';
import { warnOfOtherAccount } from '../../private/options/accounts';
import { fail } from '../../private/options/errors';
import { BoundLocations, OptionReader, unique } from '../../private/options/option-reader';
import { checked, having } from '../../private/options/validators';
import { DocumentedStatement, given, PolicyFeature } from '../../private/statements/documented-statement';
import { ROLE_SOURCES } from '../sources';

export interface S3Access {
  readonly readable: BoundLocations;
  readonly writable: BoundLocations;
}

/** Where the artifacts of clusters are. */
export interface ClusterBucket {
  readonly arn: string;
  readonly keys: readonly string[];
}

/** What a node mounts and what its jobs work on. */
export interface Storage {
  readonly s3?: S3Access;
  readonly efs: readonly string[];
}

const FILE_SYSTEM = having<efs.IFileSystem>('fileSystemArn', 'a file system, such as efs.FileSystem');
const BUCKET = having<s3.IBucket>('bucketArn', 'a bucket, such as s3.Bucket');

export function readS3Access(read: OptionReader, options: ParallelClusterS3Access): S3Access {
  const [readable, writable] = [
    read.optionalLocations('readable', options.readable),
    read.optionalLocations('writable', options.writable),
  ];
  if (!options.readable && !options.writable) {
    fail(read.scope, "'s3Access' must name 'readable' or 'writable', got neither: leave it out, or name locations");
  }
  return {
    readable: withKeys(read, 'readable', readable, options.readableKeys),
    writable: withKeys(read, 'writable', writable, options.writableKeys),
  };
}

function withKeys(
  read: OptionReader, option: string, locations: BoundLocations, keys: kms.IKey[] | undefined,
): BoundLocations {
  if (keys && locations.objects.length === 0) {
    fail(read.scope, `'${read.pathOf(`${option}Keys`)}' must come with '${option}', got keys alone: ` +
      'name the locations that are encrypted with them');
  }
  return { ...locations, keys: unique([...read.optionalKeys(`${option}Keys`, keys), ...locations.keys]) };
}

export function readEfs(
  read: OptionReader,
  options: ParallelClusterEfsAccess | undefined,
  { version }: Cluster,
): readonly string[] {
  checkSince(read, 'efs', options, version, '3.4.0');
  const arns = read.optionalStruct('efs', options, (reader, { fileSystems }) =>
    reader.list('fileSystems', fileSystems, FILE_SYSTEM, 'a node mounts something')
      .map(({ fileSystemArn }) => fileSystemArn));
  return arns ?? [];
}

/** The custom bucket, or that of ParallelCluster. */
export function readClusterBucket(
  read: OptionReader,
  options: ParallelClusterCustomBucket | undefined,
  arns: ClusterArns,
): ClusterBucket {
  const custom = read.optionalStruct('customS3Bucket', options, (reader, { bucket, encryptionKey }) => {
    const path = reader.pathOf('bucket');
    const { bucketArn, encryptionKey: brought, env } = checked<s3.IBucket>(reader.scope, path, bucket, BUCKET);
    warnOfOtherAccount(reader.scope, path, env.account, 'the bucket policy');
    return { arn: bucketArn, keys: reader.optionalKey('encryptionKey', encryptionKey ?? brought) };
  });
  return custom ?? { arn: arns.bucket, keys: [] };
}

/** The data and file systems of a node, as a feature of its own. */
export function storageFeature({ s3: access, efs: fileSystems }: Storage): PolicyFeature {
  return {
    name: 'Storage',
    statements: [
      ...given(fileSystems, resources => ({
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
      ...given(access, s3AccessPolicy),
    ],
  };
}

const NO_WILDCARDS = 'narrowed: the command line grants the wildcards s3:Get* and s3:List*, and s3:* for writing, with ' +
  'which a node could delete the bucket or open it to others';
const NO_KEYS = 'added: the command line leaves the keys of buckets to the user';

function s3AccessPolicy({ readable, writable }: S3Access): DocumentedStatement[] {
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
    ...given(readable.objects, resources => ({
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
    ...given(writable.objects, resources => ({
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
    ...given(readable.keys, resources => ({
      sid: 'StorageReadKeys',
      source,
      note: NO_KEYS,
      actions: ['kms:Decrypt'],
      resources,
    })),
    ...given(writable.keys, resources => ({
      sid: 'StorageUseKeys',
      source,
      note: NO_KEYS,
      actions: [
        'kms:Decrypt',
        'kms:GenerateDataKey',
      ],
      resources,
    })),
  ];
}

