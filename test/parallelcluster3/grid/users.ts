import {
  ParallelClusterIamAccess, ParallelClusterPermissionsBoundary, ParallelClusterPermissionsBoundaryProps,
  ParallelClusterUserPolicy, ParallelClusterUserPolicyProps, ParallelClusterVersion, S3Location,
} from '../../../src';
import { Fixtures } from '../../support/given';
import { Row, SUBJECT } from '../../support/row';

type UserProps = (given: Fixtures) => ParallelClusterUserPolicyProps;
type BoundaryProps = (given: Fixtures) => ParallelClusterPermissionsBoundaryProps;

const USER = 'parallelcluster3/user';
const BOUNDARY = 'parallelcluster3/user-boundary';

/** The policies of users who create clusters: options, and how the statements differ from the default. */
function user(what: string, props: UserProps, ...sids: readonly string[]): Row {
  return userRow(what, given => ({ createClusters: {}, ...props(given) }), sids);
}

/** The policies of users who create no clusters. */
function other(what: string, props: UserProps, ...sids: readonly string[]): Row {
  return userRow(what, props, [...CLUSTERS.map(sid => `-${sid}`), ...sids]);
}

function userRow(what: string, props: UserProps, sids: readonly string[]): Row {
  return {
    name: `${USER}-${what}`,
    construct: 'ParallelClusterUserPolicy',
    build: (stack, given = new Fixtures(stack)) =>
      new ParallelClusterUserPolicy(stack, SUBJECT, given.adapt(props(given), [])),
    difference: { from: USER, sids },
  };
}

function boundary(what: string, props: BoundaryProps, ...sids: readonly string[]): Row {
  return {
    name: `${BOUNDARY}-${what}`,
    construct: 'ParallelClusterPermissionsBoundary',
    build: (stack, given = new Fixtures(stack)) =>
      new ParallelClusterPermissionsBoundary(stack, SUBJECT, given.adapt(props(given), [])),
    difference: { from: BOUNDARY, sids },
  };
}

const privileged = { iamAccess: ParallelClusterIamAccess.privileged() };

const MANAGE_ROLES = ['+IamAccessAttachPolicies', '+IamAccessManageRoles', '+IamAccessTagRoles'];
const BATCH = [
  '+AwsBatchCreateLinkedRoles', '+AwsBatchFindBatch', '+AwsBatchFindContainers', '+AwsBatchReadLogs', '+AwsBatchPassRoles',
  '+AwsBatchUseBatch', '+AwsBatchUseCodeBuild', '+AwsBatchUseEvents', '+AwsBatchUseImages',
];
const MADE_FSX = [
  '+FsxForLustreCreateLinkedRoles', '+FsxForLustreDescribe', '+FsxForLustreUse',
];
const FSX_DATA = [
  '+FsxForLustreDataCreateLinkedRoles', '+FsxForLustreDataExtendRole',
  '+FsxForLustreDataRead', '+FsxForLustreDataWrite',
];
const IMAGES = [
  '+ImageBuildCreateLinkedRole', '+ImageBuildDeleteStacks', '+ImageBuildListStacks', '+ImageBuildPassRoles', '+ImageBuildReadImageBuilder', '+ImageBuildReadInstanceProfiles',
  '+ImageBuildReadPolicies',
  '+ImageBuildReadRoles', '+ImageBuildUseFunctions', '+ImageBuildUseImageBuilder',
  '+ImageBuildUseImages', '+ImageBuildUseInstanceProfiles', '+ImageBuildDeleteInstanceProfiles',
  '+ImageBuildUseLogs',
  '+ImageBuildUseStacks', '+ImageBuildUseTopics',
];
/** Users who create clusters have the same buckets. */
const ONLY_IMAGES = [...IMAGES, '+ImageBuildUseBuckets', '+ImageBuildUseObjects'];
const LOGIN = [
  '+LoginNodesCreateLinkedRoles', '+LoginNodesCreateListeners', '+LoginNodesDescribe', '+LoginNodesFindSecurityGroups',
  '+LoginNodesLaunch', '+LoginNodesScale', '+LoginNodesUseBalancers', '+LoginNodesUseGroups',
];
const LOGS = ['+LogRetrievalFind', '+LogRetrievalRead', '+LogRetrievalReadStacks'];
const EXPORTED = [...LOGS, '+LogRetrievalExport'];
const SECRETS = [
  '+ClusterIamFindParameters', '+ClusterIamFindSecrets', '+ClusterIamOpenMungeKeys', '+ClusterIamReadMungeKeys',
];
/** Statements of the base policy on all resources, except those for hosted zones. */
const EVERYWHERE = [
  '~ClusterFindAlarms', '~ClusterListStacks', '~ClusterServicesCreateEfs', '~ClusterServicesFindLogs',
  '~ClusterTerminateInstances', '~ClusterUseEc2',
];
const REGIONAL = [
  '~ClusterPutAlarms', '~ClusterReadStacks', '~ClusterServicesReadArtifacts', '~ClusterServicesReadGroups', '~ClusterServicesUseEfs',
  '~ClusterServicesUseFunctions', '~ClusterServicesUseLogs', '~ClusterUseAlarms', '~ClusterUseDashboards',
  '~ClusterUseTables', '~ClusterCreateStacks', '~ClusterDeleteStacks', '~ClusterUpdateStacks',
];
/** All statements of the default. */
const CLUSTERS = [
  'ClusterCreateStacks', 'ClusterDeleteStacks', 'ClusterFindAlarms', 'ClusterIamPassRoles', 'ClusterIamRead', 'ClusterIamUseInstanceProfiles',
  'ClusterListStacks', 'ClusterPutAlarms', 'ClusterReadStacks', 'ClusterServicesCreateEfs',
  'ClusterServicesCreateLinkedRoles', 'ClusterServicesFindLogs',
  'ClusterServicesReadArtifacts', 'ClusterServicesReadGroups',
  'ClusterServicesUseBuckets', 'ClusterServicesUseObjects', 'ClusterServicesUseEfs', 'ClusterServicesUseFunctions', 'ClusterServicesUseLogs',
  'ClusterTerminateInstances', 'ClusterUpdateStacks', 'ClusterUseAlarms', 'ClusterUseDashboards', 'ClusterUseEc2',
  'ClusterUseHostedZones', 'ClusterUseTables',
];
const USE = [
  '+UseDescribe', '+UseDescribeLoginNodes', '+UseFindBuckets', '+UseFleet', '+UseReadConfigurations', '+UseReadGroups',
  '+UseReadStacks',
];
const USE_BATCH = [
  '+UseBatchFindHosts', '+UseBatchRead', '+UseBatchReadLogs', '+UseBatchSubmitJobs',
  '+UseBatchTerminateJobs', '+UseBatchWriteObjects',
];
const PREFIXED = ['~ClusterIamPassRoles', '~ClusterIamUseInstanceProfiles'];

/** All features and all compatible options. */
const everything: UserProps = given => ({
  createClusters: {
    configurationFiles: [S3Location.prefix(given.bucket('scripts'), 'nodes/')],
    efs: { fileSystems: [given.fileSystem('home')] },
    existingFsx: true,
    fsxForLustre: { dataRepositories: [S3Location.prefix(given.encryptedBucket('data'), 'in/')] },
    loginNodes: true,
  },
  useClusters: {
    clusterNames: ['weather'], computeEnvironments: [given.computeEnvironment('PclusterComputeEnviron-1a2b')],
  },
  awsBatch: {},
  version: ParallelClusterVersion.V3_15,
  imageBuild: true,
  logRetrieval: { exportLocations: [S3Location.bucket(given.bucket('exports'))] },
  iamAccess: ParallelClusterIamAccess.privileged([given.managedPolicy('audit')]),
  secrets: {
    passwords: [given.secret('directory'), given.newSecret('database')],
    passwordParameters: [given.parameter('directory')],
    mungeKeys: [given.encryptedSecret('munge')],
  },
  storage: { buckets: [given.encryptedBucket('artifacts')], keys: [given.key('volumes')] },
  regions: [given.stack.region],
  resourcePrefix: { path: '/hpc/', namePrefix: 'team-' },
});

const NO_ALARMS = ['-ClusterFindAlarms', '-ClusterPutAlarms', '-ClusterUseAlarms'];
const OLD_VERSIONS: readonly Row[] = [
  user('3.2', () => ({ version: ParallelClusterVersion.V3_2 }),
    '-ClusterServicesReadGroups', ...NO_ALARMS, '~ClusterServicesUseLogs'),
  user('3.5', () => ({ version: ParallelClusterVersion.V3_5 }),
    ...NO_ALARMS, '~ClusterServicesUseLogs'),
  user('3.7-login-nodes', () => ({ version: ParallelClusterVersion.V3_7, createClusters: { loginNodes: true } }),
    ...LOGIN, '~ClusterPutAlarms'),
  user('3.14-images', () => ({ version: ParallelClusterVersion.V3_14, imageBuild: true }),
    ...IMAGES),
];

const BOUNDARY_ROWS: readonly Row[] = [
  {
    name: BOUNDARY,
    construct: 'ParallelClusterPermissionsBoundary',
    build: (stack, given = new Fixtures(stack)) =>
      new ParallelClusterPermissionsBoundary(stack, SUBJECT, given.adapt({}, [])),
  },
  boundary('batch', () => ({ awsBatch: {}, version: ParallelClusterVersion.V3_15 }), '+BoundaryOnBuilds', '~BoundaryOnAll', '~BoundaryPassRoles'),
  boundary('images', () => ({ imageBuild: true }),
    '+BoundaryDeleteImageStacks', '+BoundaryOnImages', '+BoundaryOpenComponents', '~BoundaryOnAll'),
  boundary('3.2', () => ({ version: ParallelClusterVersion.V3_2 }),
    '-BoundaryOnNewerClusters', '~BoundaryOnAll', '~BoundaryOnClusters'),
  boundary('named', given => ({
    managedPolicyName: 'hpc-boundary', path: '/hpc/', additionalStatements: [given.statement('Own')],
  })),
  boundary('everything', given => ({
    awsBatch: {},
    version: ParallelClusterVersion.V3_15,
    imageBuild: true,
    secrets: { passwords: [given.secret('directory')] },
    regions: [given.stack.region],
    resourcePrefix: { path: '/hpc/', namePrefix: 'team-' },
  }),
  '+BoundaryDeleteImageStacks', '+BoundaryOnBuilds', '+BoundaryOnImages', '+BoundaryOpenComponents',
  '+BoundaryReadSecrets', '~BoundaryOnAll', '~BoundaryOnClusters', '~BoundaryOnNewerClusters', '~BoundaryPassRoles',
  '~BoundaryOnNamed', '~BoundaryTerminate'),
  boundary('storage', given => ({
    secrets: { passwords: [given.newSecret('database')], mungeKeys: [given.encryptedSecret('munge')] },
    storage: { buckets: [given.encryptedBucket('data')], keys: [given.key('volumes')] },
  }), '+BoundaryGrantKeys', '+BoundaryReadSecrets', '+BoundaryUseData', '+BoundaryUseKeys'),
];

export const USER_ROWS: readonly Row[] = [
  {
    name: USER,
    construct: 'ParallelClusterUserPolicy',
    build: (stack, given = new Fixtures(stack)) =>
      new ParallelClusterUserPolicy(stack, SUBJECT, given.adapt({ createClusters: {} }, [])),
  },
  user('named', given => ({
    managedPolicyNamePrefix: 'hpc-',
    path: '/hpc/',
    users: [given.user('ann')],
    groups: [given.group('team')],
    roles: [given.newRole('admin')],
    additionalStatements: [given.statement('Own')],
  })),
  user('privileged', () => privileged, ...MANAGE_ROLES),
  user('privileged-additional-policies', given => ({
    iamAccess: ParallelClusterIamAccess.privileged([given.managedPolicy('audit')]),
  }), ...MANAGE_ROLES),
  user('within-boundary', given => ({
    iamAccess: ParallelClusterIamAccess.withinBoundary(given.managedPolicy('boundary'), [given.managedPolicy('audit')]),
  }), ...MANAGE_ROLES),
  user('restricted', () => ({ iamAccess: ParallelClusterIamAccess.restricted() })),
  user('restricted-roles', given => ({
    iamAccess: ParallelClusterIamAccess.restricted([given.role('head'), given.newRole('compute')]),
  }), '+ClusterIamPassCustomRoles'),
  user('batch', () => ({ ...privileged, awsBatch: {}, version: ParallelClusterVersion.V3_15 }), ...MANAGE_ROLES, ...BATCH),
  user('fsx', () => ({ createClusters: { fsxForLustre: {} } }), ...MADE_FSX),
  user('fsx-data', given => ({
    createClusters: {
      fsxForLustre: { dataRepositories: [S3Location.prefix(given.encryptedBucket('data'), 'in/')] },
    },
  }), ...MADE_FSX, ...FSX_DATA, '+FsxForLustreDataUseKeys'),
  user('fsx-existing', () => ({ createClusters: { existingFsx: true } }), '+FsxForLustreDescribe'),
  user('images', () => ({ imageBuild: true }), ...IMAGES),
  user('images-prefixed', () => ({ ...privileged, imageBuild: true, resourcePrefix: { namePrefix: 'team-' } }),
    ...IMAGES, ...MANAGE_ROLES, '+IamAccessMakeImageCleanupRole', ...PREFIXED),
  user('images-prefixed-boundary', given => ({
    iamAccess: ParallelClusterIamAccess.withinBoundary(given.managedPolicy('boundary')),
    imageBuild: true,
    resourcePrefix: { path: '/hpc/' },
  }), ...IMAGES, ...MANAGE_ROLES, ...PREFIXED),
  user('login-nodes', () => ({ createClusters: { loginNodes: true } }), ...LOGIN),
  user('logs', () => ({ logRetrieval: {} }), ...EXPORTED),
  user('log-exports', given => ({
    logRetrieval: { exportLocations: [S3Location.bucket(given.encryptedBucket('exports'))] },
  }), ...EXPORTED, '+LogRetrievalListExports', '+LogRetrievalUseExportKeys', '+LogRetrievalUseExports'),
  user('secrets', given => ({
    secrets: {
      passwords: [given.secret('directory'), given.newSecret('database')],
      passwordParameters: [given.parameter('directory')],
      mungeKeys: [given.encryptedSecret('munge')],
    },
  }), ...SECRETS),
  user('storage', given => ({
    storage: { buckets: [given.encryptedBucket('artifacts'), given.bucket('others')], keys: [given.key('volumes')] },
  }), '+ClusterIamGrantKeys', '+ClusterIamUseKeys', '+ClusterServicesCheckBuckets', '+ClusterServicesUseBucketKeys',
  '+ClusterServicesUseObjectsOfUser'),
  user('in-every-form', given => {
    const locations = [
      S3Location.prefix(given.bucket('data'), 'in/'), S3Location.exactObject(given.bucket('data'), 'one'),
      S3Location.bucket(given.bucket('data')), S3Location.uri('s3://models/in/'), S3Location.anyBucket(),
    ];
    return {
      createClusters: { fsxForLustre: { dataRepositories: locations }, configurationFiles: locations },
      logRetrieval: { exportLocations: locations },
      secrets: { mungeKeys: [given.secret('directory'), given.newSecret('munge')] },
    };
  }, ...MADE_FSX, ...FSX_DATA, ...EXPORTED, '+ClusterIamFindSecrets', '+ClusterIamReadMungeKeys', '+ClusterServicesReadFiles',
  '+LogRetrievalListExports', '+LogRetrievalUseExports'),
  user('efs', given => ({ createClusters: { efs: { fileSystems: [given.fileSystem('home')] } } }),
    '-ClusterServicesCreateEfs', '-ClusterServicesCreateLinkedRoles', '~ClusterServicesUseEfs'),
  user('regions', given => ({ regions: [given.stack.region] }), ...EVERYWHERE, ...REGIONAL),
  user('prefix', () => ({ resourcePrefix: { path: '/hpc/', namePrefix: 'team-' } }), ...PREFIXED),
  user('everything', everything,
    ...MANAGE_ROLES, ...BATCH, ...MADE_FSX, ...FSX_DATA, ...USE, ...USE_BATCH, ...IMAGES, ...LOGIN, ...EXPORTED,
    ...SECRETS, ...PREFIXED, ...REGIONAL,
    ...EVERYWHERE.filter(sid => sid !== '~ClusterServicesCreateEfs'), '+ClusterIamGrantKeys', '+ClusterIamUseKeys',
    '+ClusterServicesUseBucketKeys', '+FsxForLustreDataUseKeys', '+UseBucketKeys',
    '+IamAccessMakeImageCleanupRole', '+LogRetrievalListExports', '+LogRetrievalUseExports', '-ClusterServicesCreateEfs',
    '-ClusterServicesCreateLinkedRoles',
    '+ClusterServicesReadFiles', '+ClusterServicesCheckBuckets', '+ClusterServicesUseObjectsOfUser',
    '+UseBatchFleet', '+UseBatchWriteObjectsOfUser', '+UseFindBucketsOfUser',
    '+UseReadConfigurationsOfUser'),
  user('files', given => ({
    createClusters: {
      configurationFiles: [S3Location.prefix(given.bucket('scripts'), 'nodes/'), S3Location.bucket(given.bucket('settings'))],
    },
  }), '+ClusterServicesReadFiles'),
  other('only-images', () => ({ imageBuild: true }), ...ONLY_IMAGES),
  other('only-images-storage', given => ({
    imageBuild: true,
    iamAccess: ParallelClusterIamAccess.restricted([given.role('builder')]),
    storage: { buckets: [given.encryptedBucket('artifacts')], keys: [given.key('volumes')] },
  }), ...ONLY_IMAGES, '+ImageBuildCheckBuckets', '+ImageBuildGrantKeys', '+ImageBuildUseBucketKeys', '+ImageBuildUseKeys',
  '+ImageBuildUseObjectsOfUser'),
  other('only-images-privileged', () => ({ ...privileged, imageBuild: true }),
    ...ONLY_IMAGES, ...MANAGE_ROLES, '+IamAccessMakeImageCleanupRole'),
  other('only-logs', () => ({ logRetrieval: {} }), ...LOGS),
  other('use', () => ({ useClusters: {} }), ...USE),
  other('use-named', given => ({
    useClusters: { clusterNames: ['weather', 'ocean'] }, storage: { buckets: [given.encryptedBucket('artifacts')] },
  }), ...USE, '+UseBucketKeys', '+UseFindBucketsOfUser', '+UseReadConfigurationsOfUser'),
  other('use-regions', given => ({ useClusters: {}, regions: [given.stack.region] }), ...USE),
  other('use-regions-named', given => ({ useClusters: { clusterNames: ['ocean'] }, regions: [given.stack.region] }), ...USE),
  other('use-batch-named', given => ({
    useClusters: { clusterNames: ['ocean'] },
    awsBatch: {},
    version: ParallelClusterVersion.V3_15,
    storage: { buckets: [given.bucket('artifacts')] },
  }), ...USE, ...USE_BATCH, '+UseBatchWriteObjectsOfUser', '+UseFindBucketsOfUser', '+UseReadConfigurationsOfUser'),
  other('use-batch', () => ({ useClusters: {}, awsBatch: {}, version: ParallelClusterVersion.V3_15 }),
    ...USE, ...USE_BATCH),
  other('use-storage', given => ({
    useClusters: {}, awsBatch: {}, version: ParallelClusterVersion.V3_15, storage: { buckets: [given.bucket('artifacts')] },
  }), ...USE, ...USE_BATCH, '+UseBatchWriteObjectsOfUser', '+UseFindBucketsOfUser', '+UseReadConfigurationsOfUser'),
  other('use-batch-fleets', given => ({
    useClusters: { computeEnvironments: [given.computeEnvironment('PclusterComputeEnviron-1a2b')] },
    awsBatch: {},
    version: ParallelClusterVersion.V3_15,
  }), ...USE, ...USE_BATCH, '+UseBatchFleet'),
  ...OLD_VERSIONS,
  ...BOUNDARY_ROWS,
];
