import { ParallelClusterIamAccess } from './iam-access';
import {
  ParallelClusterCreateClustersOptions, ParallelClusterPolicyOptions, ParallelClusterSecretsOptions,
  ParallelClusterStorageOptions, ParallelClusterUseClustersOptions, ParallelClusterUserPolicyProps,
} from './props';
import { iamResources, readPrefix } from './resource-prefix';
import { Arns } from '../../private/options/arns';
import { NO_LOCATIONS, OptionReader, ReaderOf, readerOf } from '../../private/options/reader';
import { BUCKET, COMPUTE_ENVIRONMENT, EFS_FILE_SYSTEM, PARAMETER, SECRET } from '../../private/options/things/things';
import { unique } from '../../private/options/unique';
import { instanceOf } from '../../private/options/validators';
import { checkAwsBatch, checkSince, CLUSTER_NAME, readVersion, warnOfTokens } from '../cluster/read';

// The options of the policies of users, checked, and as ARNs.

/** Reads the options that the policies of users and the boundary of their roles share. */
export type CommonAccess = ReturnType<typeof readCommonAccess>;
export type UserAccess = ReturnType<typeof readUserAccess>;
export type UseClusters = ReturnType<typeof readUseClusters>;
export type CreateClusters = ReturnType<typeof readCreateClusters>;

type Read = OptionReader<ParallelClusterUserPolicyProps>;
type Option = keyof ParallelClusterUserPolicyProps;

const IAM_ACCESS =
  instanceOf(ParallelClusterIamAccess, 'ParallelClusterIamAccess', 'ParallelClusterIamAccess.restricted()');
const NO_SECRETS = { passwords: [], passwordParameters: [], mungeKeys: [], secretKeys: [] };
const NO_STORAGE = { buckets: NO_LOCATIONS, keys: [] };

/** What users do: at least one of them. */
const FEATURES = ['createClusters', 'useClusters', 'imageBuild', 'logRetrieval'] as const satisfies readonly Option[];

/** Options that only some features read. */
const READ_BY = [
  ['secrets', ['createClusters']],
  ['resourcePrefix', ['createClusters']],
  ['awsBatch', ['createClusters', 'useClusters']],
  ['storage', ['createClusters', 'useClusters', 'imageBuild']],
  ['iamAccess', ['createClusters', 'imageBuild']],
] as const satisfies readonly (readonly [Option, readonly Option[]])[];

export function readUserAccess(read: Read) {
  const common = readCommonAccess(read);
  const iamAccess = read.value('iamAccess', IAM_ACCESS) ?? ParallelClusterIamAccess.restricted();
  const access = {
    ...common,
    /** Whether the roles of clusters have a prefix, which images ignore. */
    hasPrefix: read.has('resourcePrefix'),
    iam: iamAccess._bind(read.scope),
    createClusters: read.struct('createClusters', create => readCreateClusters(create, common.version)),
    useClusters: read.struct('useClusters', use => readUseClusters(use, common.awsBatch)),
    /** Locations that logs are exported to. */
    logRetrieval: read.struct('logRetrieval', logs => logs.locations('exportLocations')),
  };
  checkFeatures(read);
  if (access.createClusters && access.awsBatch && access.iam.mode === 'restricted') {
    read.fail(
      "'awsBatch' cannot be combined with a restricted 'iamAccess': clusters with AWS Batch create roles that cannot be " +
        'supplied by configuration. Use ParallelClusterIamAccess.withinBoundary() or privileged()',
    );
  }
  return access;
}

function checkFeatures(read: Read): void {
  const isGiven = (option: Option) => ![undefined, false].includes(read.raw(option) as undefined);
  const quoted = (options: readonly string[]) => options.map(option => `'${option}'`);
  if (!FEATURES.some(isGiven)) {
    read.fail(`name what the users do: ${quoted(FEATURES).join(', ')}`);
  }
  if (read.raw('storage')?.keys && !['createClusters', 'imageBuild'].some(option => isGiven(option as Option))) {
    read.fail("'storage.keys' requires 'createClusters' or 'imageBuild': leave it out, or add what the users do with it");
  }
  for (const [option, features] of READ_BY) {
    if (isGiven(option) && !features.some(isGiven)) {
      read.fail(`'${option}' requires ${quoted(features).join(' or ')}: leave it out, or add what the users do with it`);
    }
  }
}

function readUseClusters(read: OptionReader<ParallelClusterUseClustersOptions>, awsBatch: boolean) {
  if (read.has('computeEnvironments') && !awsBatch) {
    read.fail(`'${read.pathOf('computeEnvironments')}' requires 'awsBatch': other clusters have none. Leave it out`);
  }
  const names = read.list('clusterNames', CLUSTER_NAME);
  warnOfTokens(read, 'clusterNames', names);
  return {
    names,
    computeEnvironments: read.arns('computeEnvironments', COMPUTE_ENVIRONMENT),
  };
}

function readCreateClusters(read: OptionReader<ParallelClusterCreateClustersOptions>, version: string) {
  const access = {
    /** Empty if clusters create their file systems. */
    efs: read.struct('efs', efs =>
      efs.arns('fileSystems', EFS_FILE_SYSTEM, 'leave it out if clusters create their file systems')) ?? [],
    /** The data of file systems that clusters create. */
    fsxForLustre: read.struct('fsxForLustre', fsx => fsx.locations('dataRepositories')),
    /** Files that configurations name. */
    files: read.locations('configurationFiles'),
    existingFsx: read.flag('existingFsx', false),
    loginNodes: read.flag('loginNodes', false),
  };
  checkSince(read, 'loginNodes', '3.7.0', version);
  return access;
}

export function readCommonAccess(reader: ReaderOf<ParallelClusterPolicyOptions>) {
  const read = readerOf(reader);
  const version = readVersion(read);
  const awsBatch = read.capability('awsBatch');
  const access = {
    version,
    iamResources: iamResources(Arns.of(read.scope), read.struct('resourcePrefix', readPrefix), awsBatch),
    secrets: read.struct('secrets', secrets => readSecrets(secrets, version)) ?? NO_SECRETS,
    storage: read.struct('storage', readStorage) ?? NO_STORAGE,
    awsBatch,
    imageBuild: read.flag('imageBuild', false),
  };
  checkSince(read, 'resourcePrefix', '3.4.0', version);
  checkAwsBatch(read, version);
  return access;
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
