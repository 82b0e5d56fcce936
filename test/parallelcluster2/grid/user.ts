import {
  ParallelCluster2CreateClustersOptions, ParallelCluster2PermissionSet, ParallelCluster2Scheduler,
  ParallelCluster2UserPolicy, ParallelCluster2UserPolicyProps, S3Location,
} from '../../../src';
import { Fixtures } from '../../support/given';
import { Row, SUBJECT } from '../../support/row';
import { computeEnvironment, group, user } from '../fixtures';

type Scheduler = ParallelCluster2Scheduler;

const { GUIDE_2_9 } = ParallelCluster2PermissionSet;
const { AWSBATCH, SGE, SLURM, TORQUE } = ParallelCluster2Scheduler;

const CHANGED_GROUPS = ['ComputeLaunchGroups', 'ComputeManageGroups', 'ComputeScaleGroups'];
const GROUPS = ['ComputeDescribeGroups', ...CHANGED_GROUPS];
const QUEUES = ['ClusterManageQueues', 'ClusterManageTopics'];
const ZONES = ['ClusterCreateZones', 'ClusterFollowZones', 'ClusterManageZones'];
const LOGS = ['ClusterFindLogs', 'ClusterManageLogs'];
const SINCE_2_11 = ['ClusterManageDashboards'];
const UNTIL_2_9 = ['AccessSimulateRoles', 'ClusterFindResources'];
/** Before 2.9.0, functions and buckets had other names. */
const WIDER_NAMES = [
  'ClusterManageFunctions', 'ClusterManageLogs', 'StorageListArtifacts',
  'StorageManageArtifacts', 'StorageManageBuckets',
];
const BUCKET_OF_USER = [
  '-StorageManageBuckets', '~StorageListArtifacts', '~StorageManageArtifacts',
];
const ROLES = ['AccessAttachRolePolicies', 'AccessCreateRoles', 'AccessPassClusterRoles', 'AccessWriteRolePolicies'];
const PRINTED_ON_ALL = [
  'AccessAttachRolePolicies', 'AccessManageProfiles', 'AccessReadPolicies', 'AccessReadRoles',
  'AccessWriteRolePolicies', 'ClusterManageDashboards', 'ClusterManageLogs', 'ClusterManageStacks',
  'ComputeCreateNetworks', 'ComputeManage', 'ComputeTerminate', 'StorageCreateEfs', 'StorageManageFsx',
];

export const USER_ROWS: readonly Row[] = [
  userRow(nameOf(SLURM), () => creating(SLURM)),
  userRow(nameOf(SGE), () => creating(SGE)),
  userRow(nameOf(AWSBATCH), () => creating(AWSBATCH)),
  userRow('parallelcluster2/user-using', () => ({ useClusters: { clusterNames: ['team'] } })),
  row(SGE, 'torque', () => ({ schedulers: [SGE, TORQUE] })),
  row(SLURM, 'without-networks', () => ({ networks: false }),
    '-ComputeCreateNetworks', '-ComputeDeleteNetworks', '-ComputeDescribeNetworks', '-ComputeDetachGateways',
    '~ClusterManageStacks'),
  row(SLURM, 'without-efs', () => ({ efs: false }),
    '-StorageCreateEfs', '-StorageFindEfs', '-StorageFindInterfaces', '-StorageManageEfs'),
  row(SLURM, 'without-fsx', () => ({ fsx: false }),
    '-StorageFindFsx', '-StorageLinkedRoles', '-StorageManageFsx'),
  row(SLURM, 'without-zones', () => ({ hostedZones: false }), ...signed('-', ZONES)),
  row(SLURM, 'without-logs', () => ({ logs: false }), ...signed('-', LOGS)),
  row(AWSBATCH, 'without-logs', () => ({ logs: false }), '-BatchReadLogs', ...signed('-', LOGS)),
  row(SLURM, 'own-roles', given => ({ instanceRoles: [given.role('nodes')], lambdaRoles: [given.newRole('functions')] }),
    '+AccessPassInstanceRoles', '+AccessPassLambdaRoles', '~AccessReadRoles'),
  row(SLURM, 'only-own-roles', given => ({
    instanceRoles: [given.role('nodes')], lambdaRoles: [given.role('functions')], createRoles: false,
  }), '+AccessPassInstanceRoles', '+AccessPassLambdaRoles', '~AccessReadRoles', ...signed('-', ROLES)),
  row(SLURM, 'policies', given => ({ additionalIamPolicies: [given.managedPolicy('own')] }), '~AccessAttachRolePolicies'),
  row(SLURM, 'bucket', given => ({ resourceBucket: { bucket: given.bucket('artifacts') } }),
    ...BUCKET_OF_USER),
  row(SLURM, 'encrypted-bucket', given => ({ resourceBucket: { bucket: given.encryptedBucket('artifacts') } }),
    '+StorageArtifactKey', ...BUCKET_OF_USER),
  row(SLURM, 'files', given => ({
    keys: [given.key('volumes'), given.newKey('images')],
    dataRepositories: [S3Location.prefix(given.encryptedBucket('data'), 'in/'), S3Location.anyBucket()],
    scripts: [
      S3Location.prefix(given.encryptedBucket('data'), 'setup/'), S3Location.uri('s3://scripts/node.sh'),
      S3Location.bucket(given.bucket('others')), S3Location.anyBucket(),
    ],
  }), '+FilesDecryptScripts', '+FilesFindRepositories', '+FilesGrantKeys', '+FilesReadScripts', '+FilesUseKeys',
  '+StorageLinkBucket', '~StorageLinkedRoles'),
  row(SLURM, 'unrestricted', () => ({ unrestrictedAccess: true }), ...signed('~', [
    ...PRINTED_ON_ALL, 'ClusterFollowZones', 'ClusterManageTables', 'ClusterManageZones',
  ])),
  row(SGE, 'unrestricted', () => ({ unrestrictedAccess: true }), ...signed('~', [
    ...PRINTED_ON_ALL, 'ClusterManageQueues', 'ClusterManageTables', 'ClusterManageTopics',
    'ComputeLaunchGroups', 'ComputeManageGroups',
  ])),
  row(AWSBATCH, 'unrestricted', () => ({ unrestrictedAccess: true }), ...signed('~', [
    ...PRINTED_ON_ALL, 'BatchFindContainers', 'BatchManage', 'BatchManageImages', 'BatchManageRules',
  ])),
  ...[SLURM, SGE, AWSBATCH].map(scheduler => userRow(nameOf(scheduler, 'unrestricted-as-of-2-9'), () =>
    ({ ...creating(scheduler, { unrestrictedAccess: true }), permissionSet: GUIDE_2_9 }))),
  older(SLURM, ...signed('+', ['ClusterFindImages', ...GROUPS, ...QUEUES])),
  older(SGE, ...signed('+', ['ClusterFindImages', ...ZONES])),
  older(AWSBATCH, '~BatchReadLogs', ...signed('+', ['ClusterManageTables', ...QUEUES, ...ZONES])),
  {
    ...userRow('parallelcluster2/user-using-several', () => ({ useClusters: { clusterNames: ['team', 'other'] } })),
    difference: { from: 'parallelcluster2/user-using', sids: ['~UseGroups', '~UseStacks', '~UseTables'] },
  },
  {
    ...userRow('parallelcluster2/user-using-batch', given => ({
      useClusters: {
        clusterNames: ['team'],
        computeEnvironments: [
          computeEnvironment(given.stack), computeEnvironment(given.stack, 'ComputeEnvironment-3a4b'),
        ],
      },
    })),
    difference: { from: 'parallelcluster2/user-using', sids: ['+UseComputeEnvironments'] },
  },
  {
    ...userRow('parallelcluster2/user-attached', given => ({
      useClusters: { clusterNames: ['team'] },
      managedPolicyNamePrefix: 'hpc-',
      path: '/hpc/',
      users: [user(given.stack, 'ann')],
      groups: [group(given.stack, 'researchers')],
      roles: [given.role('portal')],
      additionalStatements: [given.statement()],
    })),
    difference: { from: 'parallelcluster2/user-using', sids: [] },
  },
  {
    ...userRow('parallelcluster2/user-everything', given => ({
      createClusters: { schedulers: [SGE, SLURM, TORQUE, AWSBATCH] },
      useClusters: { clusterNames: ['team'], computeEnvironments: [computeEnvironment(given.stack)] },
    })),
    difference: {
      from: nameOf(SLURM),
      sids: [
        ...signed('+', [
          ...GROUPS, ...QUEUES, 'BatchFind', 'BatchFindContainers', 'BatchManage', 'BatchManageBuilds',
          'BatchManageImages', 'BatchManageRules', 'BatchReadLogs', 'UseComputeEnvironments',
          'UseDescribe', 'UseGroups', 'UseStacks', 'UseTables',
        ]),
        '~AccessAttachRolePolicies', '~AccessPassClusterRoles',
      ],
    },
  },
];

function creating(scheduler: Scheduler, options: Partial<ParallelCluster2CreateClustersOptions> = {}) {
  return { createClusters: { schedulers: [scheduler], ...options } };
}

function nameOf(scheduler: Scheduler, what?: string): string {
  return ['parallelcluster2/user', scheduler, ...(what ? [what] : [])].join('-');
}

function row(
  scheduler: Scheduler, what: string, options: (given: Fixtures) => Partial<ParallelCluster2CreateClustersOptions>,
  ...sids: readonly string[]
): Row {
  return {
    ...userRow(nameOf(scheduler, what), given => creating(scheduler, options(given))),
    difference: { from: nameOf(scheduler), sids },
  };
}

/** The policies of version 2.9. */
function older(scheduler: Scheduler, ...sids: readonly string[]): Row {
  return {
    ...userRow(nameOf(scheduler, 'as-of-2-9'), () => ({ ...creating(scheduler), permissionSet: GUIDE_2_9 })),
    difference: {
      from: nameOf(scheduler),
      sids: [...sids, ...signed('-', SINCE_2_11), ...signed('+', UNTIL_2_9), ...signed('~', WIDER_NAMES)],
    },
  };
}

function signed(sign: string, sids: readonly string[]): readonly string[] {
  return sids.map(sid => `${sign}${sid}`);
}

function userRow(name: string, props: (given: Fixtures) => ParallelCluster2UserPolicyProps): Row {
  return {
    name,
    construct: 'ParallelCluster2UserPolicy',
    build: (stack, given = new Fixtures(stack)) =>
      new ParallelCluster2UserPolicy(stack, SUBJECT, given.adapt(props(given), [])),
  };
}
