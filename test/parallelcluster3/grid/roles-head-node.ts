import { HEAD_NODE } from './roles-defaults';
import { ParallelClusterHeadNodeRoleProps, ParallelClusterVersion, PolicyPlacement, S3Location } from '../../../src';
import { Fixtures } from '../../support/given';
import { Row } from '../../support/row';

const [SLURM, BATCH] = ['head-node-slurm', 'head-node-aws-batch'];

type Options = Partial<ParallelClusterHeadNodeRoleProps>;

const everything = (given: Fixtures): Options => ({
  clusterName: 'hpc',
  customS3Bucket: { bucket: given.bucket('artifacts'), encryptionKey: given.key('artifacts') },
  efs: { fileSystems: [given.fileSystem('home')] },
  generatedRolePath: '/hpc/',
  keys: [given.key('images'), given.newKey('volumes')],
  sessionManager: { sessionKey: given.key('sessions') },
  s3Access: {
    readable: [S3Location.bucket(given.encryptedBucket('data'))],
    writable: [S3Location.prefix(given.bucket('out'), 'out/')],
    writableKeys: [given.key('out')],
  },
});

const EVERYWHERE = [
  '+CommonReadClusterKeys', '+SessionManagerKey', '+SessionManagerOpenChannels',
  '+SessionManagerReport', '+StorageListBuckets', '+StorageMountFileSystems', '+StorageReadKeys', '+StorageReadObjects', '+StorageUseKeys',
  '+StorageUseObjects', '+VolumesGrantKeys', '+VolumesUseKeys', '~CommonDescribeAttributes', '~CommonListClusterBucket', '~CommonReadClusterObjects',
  '~CommonUseStack',
];

const customS3Bucket = (given: Fixtures): Options => ({ customS3Bucket: { bucket: given.bucket('artifacts') } });

/** Whole buckets, and all buckets. */
const wideData = (given: Fixtures): Options => ({
  s3Access: {
    readable: [S3Location.prefix(given.bucket('data'), 'raw/'), S3Location.anyBucket()],
    writable: [S3Location.bucket(given.bucket('data')), S3Location.anyBucket()],
  },
});

const VERSION_ROWS: readonly Row[] = [
  HEAD_NODE.with(SLURM, '3-2', () => ({ version: ParallelClusterVersion.V3_2 }),
    '-CommonDescribeLaunchTemplates', '-CommonDetachVolumes', '-SlurmDescribeReservations', '-SlurmLaunchFleets',
    '-SlurmReadConsoles', '-SlurmReadFleetTable', '-SlurmReadNodeTable'),
  HEAD_NODE.with(SLURM, '3-8', () => ({ version: ParallelClusterVersion.V3_8 }),
    '-CommonDescribeLaunchTemplates', '-SlurmReadFleetTable'),
  HEAD_NODE.with(SLURM, '3-4', () => ({ version: ParallelClusterVersion.V3_4 }),
    '-CommonDescribeLaunchTemplates', '-SlurmReadConsoles', '-SlurmReadFleetTable',
    '-SlurmReadNodeTable'),
  HEAD_NODE.with(BATCH, '3-2', () => ({ version: ParallelClusterVersion.V3_2 }),
    '-CommonDescribeLaunchTemplates', '-CommonDetachVolumes'),
];

const SLURM_ROWS: readonly Row[] = [
  HEAD_NODE.with(SLURM, 'of-cluster', () => ({ clusterName: 'hpc' }),
    '~CommonDescribeAttributes', '~CommonReadClusterObjects', '~CommonUseStack', '~SlurmPassRoles', '~SlurmReadConsoles',
    '~SlurmReadFleetTable', '~SlurmReadNodeTable', '~SlurmTerminate', '~SlurmUseFleetTable', '~SlurmUseNodeTable'),
  HEAD_NODE.with(SLURM, 'compute-roles', given => ({ slurm: { computeRoles: [given.role('queue'), given.newRole('gpu')] } }),
    '~SlurmPassRoles'),
  HEAD_NODE.with(SLURM, 'some-compute-roles', given => ({
    slurm: { computeRoles: [given.role('queue')] },
    generatedRolePath: '/parallelcluster/',
  }), '~SlurmPassRoles'),
  HEAD_NODE.with(SLURM, 'launch', given => ({
    slurm: { subnets: [given.subnet('cluster')], imageIds: ['ami-0123456789abcdef0'], keyPair: given.keyPair('admin') },
  }), '~SlurmLaunch', '~SlurmLaunchFleets'),
  HEAD_NODE.with(SLURM, 'reservations', given => ({
    slurm: {
      capacityReservations: [
        'cr-0123456789abcdef0',
        given.stack.formatArn({ service: 'ec2', resource: 'capacity-reservation', resourceName: 'cr-0123456789abcdef1' }),
      ],
    },
  }), '+SlurmLaunchReserved'),
  HEAD_NODE.with(SLURM, 'custom-bucket', customS3Bucket, '~CommonListClusterBucket', '~CommonReadClusterObjects'),
  HEAD_NODE.with(SLURM, 'wide-data', wideData, '+StorageListBuckets', '+StorageReadObjects', '+StorageUseObjects'),
  HEAD_NODE.with(SLURM, 'own-zone', given => ({ slurm: { hostedZone: given.hostedZone('cluster') } }), '~SlurmUpdateDns'),
  HEAD_NODE.with(SLURM, 'ec2-hostnames', () => ({ slurm: { useEc2Hostnames: true } }), '-SlurmUpdateDns'),
  HEAD_NODE.with(SLURM, 'secrets', given => ({
    secrets: {
      directoryPassword: given.secret('directory'),
      databasePassword: given.secret('database'),
      mungeKey: given.secret('munge'),
    },
  }), '+SecretsReadDatabasePassword', '+SecretsReadDirectoryPassword', '+SecretsReadMungeKey'),
  HEAD_NODE.with(SLURM, 'keys', given => ({ keys: [given.key('images')] }), '+VolumesGrantKeys', '+VolumesUseKeys'),
  HEAD_NODE.with(SLURM, 'everything', given => ({
    ...everything(given),
    slurm: {
      computeRoles: [given.role('queue')],
      subnets: [given.subnet('cluster')],
      imageIds: ['ami-0123456789abcdef0'],
      keyPair: given.keyPair('admin'),
      capacityReservations: ['cr-0123456789abcdef0'],
      capacityReservationGroups: [
        given.stack.formatArn({ service: 'resource-groups', resource: 'group', resourceName: 'reserved' }),
      ],
      hostedZone: given.hostedZone('cluster'),
      loginNodes: true,
    },
    secrets: {
      directoryPasswordParameter: given.secureParameter('directory'),
      databasePassword: given.encryptedSecret('database'),
      mungeKey: given.secret('munge'),
    },
  }), ...EVERYWHERE,
  '+SecretsDecrypt', '+SecretsReadDatabasePassword', '+SecretsReadDirectoryParameter', '+SecretsReadMungeKey',
  '+SlurmFindLoginNodes', '+SlurmLaunchInReservationGroups', '+SlurmLaunchReserved', '+SlurmListReservationGroups',
  '~SlurmLaunch', '~SlurmLaunchFleets', '~SlurmPassRoles', '~SlurmReadConsoles', '~SlurmReadFleetTable',
  '~SlurmReadNodeTable', '~SlurmTerminate', '~SlurmUpdateDns', '~SlurmUseFleetTable', '~SlurmUseNodeTable'),
  ...Object.values(PolicyPlacement).map(policyPlacement =>
    HEAD_NODE.with(SLURM, policyPlacement.toLowerCase(), () => ({ policyPlacement }))),
];

const BATCH_ROWS: readonly Row[] = [
  HEAD_NODE.with(BATCH, 'of-cluster', () => ({ clusterName: 'hpc' }),
    '~AwsBatchPassRoles', '~AwsBatchWriteObjects', '~CommonDescribeAttributes', '~CommonReadClusterObjects',
    '~CommonUseStack'),
  HEAD_NODE.with(BATCH, 'custom-bucket', customS3Bucket,
    '~AwsBatchWriteObjects', '~CommonListClusterBucket', '~CommonReadClusterObjects'),
  HEAD_NODE.with(BATCH, 'generated-roles', () => ({ generatedRolePath: '/hpc/' }), '~AwsBatchPassRoles'),
  HEAD_NODE.with(BATCH, 'everything', given => ({
    ...everything(given),
    awsBatch: { jobRoles: [given.role('job')] },
    version: ParallelClusterVersion.V3_15,
    secrets: { directoryPassword: given.secret('directory') },
  }), ...EVERYWHERE,
  '+AwsBatchWriteKeys', '+SecretsReadDirectoryPassword', '~AwsBatchPassRoles', '~AwsBatchWriteObjects'),
  {
    ...HEAD_NODE.with(SLURM, 'and-aws-batch', () => ({ awsBatch: {}, version: ParallelClusterVersion.V3_15 })),
    difference: undefined,
    unionOf: [SLURM, BATCH].map(name => `parallelcluster3/${name}`),
  },
];

export const HEAD_NODE_ROWS: readonly Row[] = [...VERSION_ROWS, ...SLURM_ROWS, ...BATCH_ROWS];
