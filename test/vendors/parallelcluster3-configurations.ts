import { key } from './recorded-key';
import {
  ParallelClusterCreateClustersOptions, ParallelClusterHeadNodeRoleProps, ParallelClusterHeadNodeSecrets,
  ParallelClusterPolicyOptions, ParallelClusterSlurmHeadNodeOptions, S3Location,
} from '../../src';
import { isBefore } from '../../src/private/statements/versions';
import { Fixtures } from '../support/given';

// The configurations that judge/vendors/python/parallelcluster3 makes, as our options.

/** How users may treat the roles of clusters and images. */
export type Mode = 'privileged' | 'bounded' | 'restricted';
export type Given = Fixtures;

/** What a configuration of a cluster or an image has, as our options. */
export interface Configuration {
  /** How users may treat roles so that the configuration works: it makes roles, with a boundary, or has its own. */
  readonly modes?: readonly Mode[];
  /** The clusters that users make. */
  readonly clusters?: (given: Given, release: string) => ParallelClusterCreateClustersOptions;
  /** What users and the boundary of their roles have in common. */
  readonly common?: (given: Given, release: string) => Partial<ParallelClusterPolicyOptions>;
  /** What only the boundary has to name: the buckets of nodes and builds. */
  readonly bounded?: (given: Given) => Partial<ParallelClusterPolicyOptions>;
  readonly slurm?: (given: Given, release: string) => ParallelClusterSlurmHeadNodeOptions;
  readonly isBatch?: boolean;
  readonly isImage?: boolean;
  readonly headNode?: (given: Given, release: string) => Partial<ParallelClusterHeadNodeRoleProps>;
  /** What all nodes have. */
  readonly node?: (given: Given, release: string) => object;
  readonly inVpc?: boolean;
  readonly ownBucket?: boolean;
}

/** The name of clusters and images in the data. */
export const CLUSTER = 'hpc';
const ANY_MODE: readonly Mode[] = ['privileged', 'bounded', 'restricted'];
const MADE_BOUNDED: readonly Mode[] = ['privileged', 'bounded'];

/** An option from the version on that knows it. */
export function since<T>(version: string, release: string, options: T): T | Record<string, never> {
  return isBefore(release, version) ? {} : options;
}

const loginNodes = (_: Given, release: string) => since('3.7.0', release, { loginNodes: true });
const madeFsx = () => ({ fsxForLustre: {} });
const withData = (given: Given) => ({ fsxForLustre: { dataRepositories: [S3Location.bucket(given.bucket('my-data'))] } });
const withScripts = (given: Given) => ({ configurationFiles: [S3Location.prefix(given.bucket('my-data'), 'scripts/')] });
const useData = (given: Given) => ({ storage: { buckets: [given.bucket('my-data')] } });
/** The secrets of the directory, of Slurm's database and of munge. */
const secrets = (given: Given, release: string) => ({
  passwords: [given.secret('hpc/password'), given.secret('hpc/database-password')],
  ...since('3.8.0', release, { mungeKeys: [given.secret('hpc/munge-key')] }),
});
const headNodeSecrets = (given: Given, release: string): ParallelClusterHeadNodeSecrets => ({
  directoryPassword: given.secret('hpc/password'),
  ...since('3.3.0', release, { databasePassword: given.secret('hpc/database-password') }),
  ...since('3.8.0', release, { mungeKey: given.secret('hpc/munge-key') }),
});

const EXISTING: Configuration = {
  clusters: (given, release) => ({ ...loginNodes(given, release), ...withScripts(given), existingFsx: true }),
  common: (given, release) => ({ secrets: secrets(given, release) }),
  slurm: (given, release) => ({ hostedZone: given.hostedZone('zone'), ...since('3.8.0', release, { loginNodes: true }) }),
  headNode: (given, release) => ({ secrets: headNodeSecrets(given, release) }),
  node: (given, release) => since('3.4.0', release, { efs: { fileSystems: [given.fileSystem('home')] } }),
};

/** A cluster whose roles are at the path and have the prefix. */
function prefixed(modes: readonly Mode[], path?: string, namePrefix?: string): Configuration {
  return {
    modes,
    clusters: loginNodes,
    common: (_, release) => since('3.4.0', release, path || namePrefix ? { resourcePrefix: { path, namePrefix } } : {}),
    headNode: () => path ? { generatedRolePath: `${path}${CLUSTER}/` } : {},
    inVpc: true,
  };
}

export const CONFIGURATIONS: Readonly<Record<string, Configuration>> = {
  // Commands on no cluster: all clusters, all images.
  '': {},
  'plain': {},
  'configure-existing-vpc': {},
  'configure-new-vpc': {},
  'managed': { clusters: (given, release) => ({ ...loginNodes(given, release), ...withData(given) }) },
  'fsx-import': { clusters: withData },
  'fsx-backup': { clusters: madeFsx },
  'existing': { ...EXISTING, modes: ANY_MODE },
  'existing-default-roles': EXISTING,
  'profiles': { modes: ANY_MODE, clusters: loginNodes, slurm: () => ({ useEc2Hostnames: true }) },
  'own-bucket': { common: given => ({ storage: { buckets: [given.bucket('my-artifacts')] } }), ownBucket: true },
  'custom-images': { clusters: loginNodes },
  'policies': { clusters: loginNodes },
  's3-access': {
    clusters: (given, release) => ({ ...loginNodes(given, release), ...withScripts(given) }),
    bounded: useData,
    node: given => ({
      s3Access: {
        readable: [S3Location.bucket(given.bucket('my-data'))],
        writable: [S3Location.prefix(given.bucket('my-data'), 'results/')],
      },
    }),
  },
  'keys': { clusters: madeFsx, common: given => ({ storage: { keys: [key(given)] } }) },
  'functions-in-vpc': { inVpc: true },
  'capacity': {
    slurm: (given, release) => since('3.3.0', release, {
      capacityReservations: ['cr-0123456789abcdef0'],
      capacityReservationGroups: [
        given.stack.formatArn({ service: 'resource-groups', resource: 'group', resourceName: 'hpc-reservations' }),
      ],
    }),
  },
  'capacity-blocks': { slurm: () => ({ capacityReservations: ['cr-0123456789abcdefb'] }) },
  'external-slurmdbd': {
    common: (given, release) => since('3.8.0', release, { secrets: { mungeKeys: [given.secret('hpc/munge-key')] } }),
    headNode: (given, release) => since('3.8.0', release, { secrets: { mungeKey: given.secret('hpc/munge-key') } }),
  },
  'boundary': prefixed(MADE_BOUNDED),
  'prefix-name': prefixed(['privileged'], undefined, 'team-'),
  'prefix-path': prefixed(['privileged'], '/hpc/'),
  'prefix-both': prefixed(MADE_BOUNDED, '/hpc/', 'team-'),
  'batch': { isBatch: true },
  'batch-prefix-both': { ...prefixed(MADE_BOUNDED, '/hpc/', 'team-'), clusters: undefined, inVpc: false, isBatch: true },
  'image': { isImage: true },
  'image-full': {
    isImage: true,
    modes: ['privileged'],
    common: given => ({ storage: { buckets: [given.bucket('my-artifacts')], keys: [key(given)] } }),
    bounded: given => ({
      storage: { buckets: [given.bucket('my-artifacts'), given.bucket('my-data')], keys: [key(given)] },
    }),
  },
  'image-roles': { isImage: true, modes: ANY_MODE },
  'image-profile': { isImage: true, modes: ANY_MODE, inVpc: true },
  'image-in-vpc': { isImage: true, inVpc: true },
};
