import { ParallelClusterIamAccess } from './iam-access';
import {
  ParallelClusterPolicyOptions, ParallelClusterResourcePrefix, ParallelClusterSecretsOptions,
  ParallelClusterStorageOptions, ParallelClusterUserFsxForLustre, ParallelClusterUserPolicyProps,
} from './props';
import { Arns } from '../../private/options/arns';
import { iamName, PATH_BELOW_ROOT } from '../../private/options/names';
import { NO_LOCATIONS, OptionReader, ReaderOf, readerOf, unique } from '../../private/options/reader';
import { BUCKET, EFS_FILE_SYSTEM, FSX_FILE_SYSTEM, PARAMETER, SECRET } from '../../private/options/things/things';
import { instanceOf } from '../../private/options/validators';
import { DEFAULT_PATH } from '../cluster/cluster-arns';
import { checkSince, readVersion } from '../cluster/read';

// The options of the policies of users, checked, and as ARNs.

/** Reads the options that the policies of users and the boundary of their roles share. */
export type CommonAccess = ReturnType<typeof readCommonAccess>;
export type UserAccess = ReturnType<typeof readUserAccess>;
export type FsxForLustre = ReturnType<typeof readFsx>;

const IAM_ACCESS =
  instanceOf(ParallelClusterIamAccess, 'ParallelClusterIamAccess', 'ParallelClusterIamAccess.restricted()');
const NO_SECRETS = { passwords: [], passwordParameters: [], mungeKeys: [], secretKeys: [] };
const NO_STORAGE = { buckets: NO_LOCATIONS, keys: [] };

export function readUserAccess(read: OptionReader<ParallelClusterUserPolicyProps>) {
  const common = readCommonAccess(read);
  const iamAccess = read.value('iamAccess', IAM_ACCESS) ?? ParallelClusterIamAccess.restricted();
  const access = {
    ...common,
    /** Whether the roles of clusters have a prefix, which images ignore. */
    hasPrefix: read.has('resourcePrefix'),
    iam: iamAccess._bind(read.scope),
    /** Empty if clusters create their file systems. */
    efs: read.struct('efs', efs =>
      efs.arns('fileSystems', EFS_FILE_SYSTEM, 'leave it out if clusters create their file systems')) ?? [],
    fsxForLustre: read.struct('fsxForLustre', fsx => readFsx(fsx, Arns.of(read.scope))),
    loginNodes: read.flag('loginNodes', false),
    /** Locations that logs are exported to. */
    logRetrieval: read.struct('logRetrieval', logs => logs.locations('exportLocations')),
  };
  checkSince(read, 'loginNodes', '3.7.0', common.version);
  if (access.awsBatch && access.iam.mode === 'restricted') {
    read.fail(
      "'awsBatch' cannot be combined with a restricted 'iamAccess': clusters with AWS Batch create roles that cannot be " +
        'supplied by configuration. Use ParallelClusterIamAccess.withinBoundary() or privileged()',
    );
  }
  return access;
}

export function readCommonAccess(reader: ReaderOf<ParallelClusterPolicyOptions>) {
  const read = readerOf(reader);
  const version = readVersion(read);
  const access = {
    version,
    iamResources: iamResources(Arns.of(read.scope), read.struct('resourcePrefix', readPrefix)),
    secrets: read.struct('secrets', secrets => readSecrets(secrets, version)) ?? NO_SECRETS,
    storage: read.struct('storage', readStorage) ?? NO_STORAGE,
    awsBatch: read.capability('awsBatch'),
    imageBuild: read.flag('imageBuild', false),
  };
  checkSince(read, 'resourcePrefix', '3.4.0', version);
  return access;
}

function readPrefix(read: OptionReader<ParallelClusterResourcePrefix>): ParallelClusterResourcePrefix {
  const prefix = { path: read.value('path', PATH_BELOW_ROOT), namePrefix: read.value('namePrefix', iamName(30)) };
  if (prefix.path === undefined && prefix.namePrefix === undefined) {
    read.fail("'resourcePrefix' must have a 'path', a 'namePrefix' or both, got {}: leave it out instead");
  }
  return prefix;
}

/** ARNs of the IAM resources of clusters and images, by ParallelCluster's naming. */
function iamResources(arns: Arns, prefix: ParallelClusterResourcePrefix | undefined) {
  const { path, namePrefix = '' } = prefix ?? {};
  // Clusters without a path use their own name below the default one.
  const defaultPath = namePrefix === '' ? DEFAULT_PATH : `${DEFAULT_PATH}*/`;
  const names = `${path ?? defaultPath}${namePrefix}*`;
  return {
    roles: [arns.iam(`role${names}`)],
    profiles: [arns.iam(`instance-profile${names}`)],
    /** The roles of images, to which no prefix applies. */
    imageRoles: [arns.iam(`role${DEFAULT_PATH}*`)],
    imageProfiles: [arns.iam(`instance-profile${DEFAULT_PATH}*`), arns.iam('instance-profile/ParallelClusterImage*')],
    /** Customer-managed policies that clusters may attach. */
    policies: prefix === undefined
      ? [arns.iam('policy/parallelcluster*'), arns.iam(`policy${DEFAULT_PATH}*`)]
      : [arns.iam(`policy${path ?? '/'}${namePrefix}*`)],
  };
}

function readSecrets(read: OptionReader<ParallelClusterSecretsOptions>, version: string) {
  const mungeKeys = read.things('mungeKeys', SECRET);
  const secrets = {
    passwords: read.arns('passwords', SECRET),
    passwordParameters: read.arns('passwordParameters', PARAMETER),
    mungeKeys: unique(mungeKeys.map(({ arn }) => arn)),
    /** The keys of secrets that are read. */
    secretKeys: unique(mungeKeys.flatMap(({ keys }) => keys)),
  };
  checkSince(read, 'passwordParameters', '3.5.1', version);
  checkSince(read, 'mungeKeys', '3.8.0', version);
  if (Object.values(secrets).every(arns => arns.length === 0)) {
    read.fail("'secrets' must not be empty: leave it out if there is nothing to name, got {}");
  }
  return secrets;
}

function readStorage(read: OptionReader<ParallelClusterStorageOptions>) {
  const buckets = read.things('buckets', BUCKET);
  const keys = read.keys('keys');
  if (buckets.length + keys.length === 0) {
    read.fail("'storage' must not be empty: leave it out if there is nothing to name, got {}");
  }
  return {
    buckets: {
      buckets: unique(buckets.map(({ arn }) => arn)),
      objects: unique(buckets.map(({ arn }) => `${arn}/*`)),
      keys: unique(buckets.flatMap(bucket => bucket.keys)),
    },
    keys,
  };
}

function readFsx(read: OptionReader<ParallelClusterUserFsxForLustre>, arns: Arns) {
  const fileSystems = read.things('fileSystems', FSX_FILE_SYSTEM);
  const dataRepositories = read.locations('dataRepositories');
  if (read.has('fileSystems') && read.has('dataRepositories')) {
    read.fail(
      `'${read.pathOf('dataRepositories')}' cannot be combined with '${read.pathOf('fileSystems')}': data repositories are ` +
        'for file systems that clusters create. Remove one of them',
    );
  }
  return {
    /** Empty if clusters create their file systems. */
    fileSystems: unique(fileSystems.map(({ object }) => arns.regional('fsx', `file-system/${object.fileSystemId}`))),
    dataRepositories,
  };
}
