import { Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  COMPUTE_NODE, HEAD_NODE, IMAGE_BUILDER, IMAGE_CLEANUP, LAMBDA_FUNCTIONS, LOGIN_NODE, SLURMDBD,
} from './roles-defaults';
import { HEAD_NODE_ROWS } from './roles-head-node';
import {
  ParallelClusterComputeNodeRole, ParallelClusterImageCleanupRole, ParallelClusterS3Access, ParallelClusterVersion,
  PolicyPlacement, S3Location,
} from '../../../src';
import { Fixtures } from '../../support/given';
import { Row, SUBJECT } from '../../support/row';

const efs = (given: Fixtures) => ({ fileSystems: [given.fileSystem('home')] });

const s3Access = (given: Fixtures): ParallelClusterS3Access => ({
  readable: [S3Location.prefix(given.encryptedBucket('data'), 'raw/'), S3Location.anyBucket()],
  readableKeys: [given.key('raw')],
  writable: [
    S3Location.prefix(given.bucket('data'), 'out/'), S3Location.bucket(given.encryptedBucket('out')),
    S3Location.anyBucket(),
  ],
  writableKeys: [given.key('out')],
});
const DATA = [
  '+StorageListBuckets', '+StorageReadKeys', '+StorageReadObjects', '+StorageUseKeys', '+StorageUseObjects',
];
const SESSIONS = ['+SessionManagerOpenChannels', '+SessionManagerReport'];

const COMPUTE_NODE_ROWS: readonly Row[] = [
  ...COMPUTE_NODE.all,
  COMPUTE_NODE.with('compute-node', 'of-cluster', () => ({ clusterName: 'hpc' }),
    '~CommonDescribeAttributes', '~CommonQueryNodeTable', '~CommonReadStackResources', '~CommonUseFleetTable'),
  COMPUTE_NODE.with('compute-node', '3-8', () => ({ version: ParallelClusterVersion.V3_8 }),
    '-CommonReadStackResources', '-CommonUseFleetTable'),
  COMPUTE_NODE.with('compute-node', 'without-policies', () => ({ cloudWatchAgent: false })),
  COMPUTE_NODE.with('compute-node', 'sessions', () => ({ sessionManager: {} }), ...SESSIONS),
  COMPUTE_NODE.with('compute-node', 'reading', given => ({
    s3Access: { readable: [S3Location.bucket(given.bucket('data'))] },
  }), '+StorageListBuckets', '+StorageReadObjects'),
  COMPUTE_NODE.with('compute-node', 'everything', given => ({
    clusterName: 'hpc',
    version: ParallelClusterVersion.LATEST,
    efs: efs(given),
    s3Access: s3Access(given),
    sessionManager: { sessionKey: given.key('sessions') },
  }), ...DATA, ...SESSIONS, '+SessionManagerKey', '+StorageMountFileSystems', '~CommonDescribeAttributes', '~CommonQueryNodeTable', '~CommonReadStackResources',
  '~CommonUseFleetTable'),
  ...Object.values(PolicyPlacement).map(policyPlacement =>
    COMPUTE_NODE.with('compute-node', policyPlacement.toLowerCase(), () => ({ policyPlacement }))),
  COMPUTE_NODE.with('compute-node', 'named', given => ({
    roleName: 'queue',
    instanceProfileName: 'queue-profile',
    path: '/hpc/',
    description: 'computes',
    maxSessionDuration: Duration.hours(2),
    permissionsBoundary: given.managedPolicy('boundary'),
    tags: { team: 'hpc' },
    additionalManagedPolicies: [given.managedPolicy('audit')],
    additionalStatements: [given.statement(), given.statement('Own')],
  })),
  COMPUTE_NODE.with('compute-node', 'imported', given => ({ existingRole: given.role('existing') }), '-trust'),
  COMPUTE_NODE.with('compute-node', 'existing', given => ({ existingRole: ofInstances(given) }), '-trust'),
  {
    ...COMPUTE_NODE.with('compute-node', 'grant-pass', () => ({})),
    build: stack => {
      const subject = new ParallelClusterComputeNodeRole(stack, SUBJECT);
      subject.grantPass(new Fixtures(stack).newRole('caller'));
      return subject;
    },
  },
];

const LOGIN_NODE_ROWS: readonly Row[] = [
  ...LOGIN_NODE.all,
  LOGIN_NODE.with('login-node', '3-7', () => ({ version: ParallelClusterVersion.V3_7 }),
    '-CommonReadDcvLicense', '-CommonReadStackResources', '-CommonReadStacks', '-CommonUseFleetTable'),
  LOGIN_NODE.with('login-node', '3-10', () => ({ version: ParallelClusterVersion.V3_10 }),
    '-CommonReadDcvLicense', '-CommonReadStacks'),
  LOGIN_NODE.with('login-node', 'reading', given => ({
    s3Access: { readable: [S3Location.bucket(given.bucket('data'))] },
  }), '+StorageListBuckets', '+StorageReadObjects'),
  LOGIN_NODE.with('login-node', 'pools', () => ({ pools: ['small', 'large'] }), '~CommonCompleteLifecycle'),
  LOGIN_NODE.with('login-node', 'of-cluster', () => ({ clusterName: 'hpc' }),
    '~CommonCompleteLifecycle', '~CommonDescribeAttributes', '~CommonReadStackResources', '~CommonReadStacks',
    '~CommonUseFleetTable'),
  LOGIN_NODE.with('login-node', 'everything', given => ({
    clusterName: 'hpc',
    pools: ['small'],
    efs: efs(given),
    s3Access: s3Access(given),
    sessionManager: {},
  }), ...DATA, ...SESSIONS, '+StorageMountFileSystems', '~CommonCompleteLifecycle', '~CommonDescribeAttributes',
  '~CommonReadStackResources', '~CommonReadStacks', '~CommonUseFleetTable'),
];

const LAMBDA_ROWS: readonly Row[] = [
  ...LAMBDA_FUNCTIONS.all,
  LAMBDA_FUNCTIONS.with('lambda-functions-slurm', 'of-cluster', () => ({ clusterName: 'hpc' }),
    '~CommonDeleteClusterObjects', '~SlurmTerminate'),
  LAMBDA_FUNCTIONS.with('lambda-functions-slurm', 'custom-bucket', given => ({
    customS3Bucket: { bucket: given.bucket('artifacts') },
  }), '~CommonDeleteClusterObjects', '~CommonListClusterBucket'),
  LAMBDA_FUNCTIONS.with('lambda-functions-slurm', 'in-vpc', () => ({ vpc: true })),
  LAMBDA_FUNCTIONS.with('lambda-functions-slurm', 'everything', given => ({
    slurm: { hostedZone: given.hostedZone('cluster') },
    awsBatch: {},
    clusterName: 'hpc',
    version: ParallelClusterVersion.V3_4,
    vpc: true,
    customS3Bucket: { bucket: given.bucket('artifacts') },
  }), '+AwsBatchBuildImages', '+AwsBatchDeleteImages', '~CommonDeleteClusterObjects', '~CommonListClusterBucket',
  '~SlurmDeleteDns', '~SlurmTerminate'),
  LAMBDA_FUNCTIONS.with('lambda-functions-aws-batch', 'of-cluster', () => ({ clusterName: 'hpc' }),
    '~AwsBatchBuildImages', '~CommonDeleteClusterObjects'),
  LAMBDA_FUNCTIONS.with('lambda-functions-aws-batch', 'imported', given => ({ existingRole: given.role('existing') }),
    '-trust'),
];

const IMAGE_ROWS: readonly Row[] = [
  ...IMAGE_BUILDER.all,
  IMAGE_BUILDER.with('image-builder', 'everything', given => ({
    scripts: {
      locations: [
        S3Location.exactObject(given.bucket('scripts'), 'install.sh'),
        S3Location.prefix(given.encryptedBucket('scripts'), 'images/'),
      ],
      keys: [given.key('scripts')],
    },
    systemsManager: false,
    imageBuilder: false,
  }), '+ScriptsDecrypt', '+ScriptsRead'),
  IMAGE_BUILDER.with('image-builder', 'wide-scripts', given => ({
    scripts: { locations: [S3Location.bucket(given.bucket('scripts')), S3Location.anyBucket()] },
  }), '+ScriptsRead'),
  ...IMAGE_CLEANUP.all,
  IMAGE_CLEANUP.with('image-cleanup', '3-13', () => ({ version: ParallelClusterVersion.V3_13 })),
  IMAGE_CLEANUP.with('image-cleanup', 'everything', () => ({ allRegions: true, vpc: true, basicExecution: true }),
    '~CommonDeleteComponent', '~CommonDeleteDistributionConfiguration', '~CommonDeleteFunctions', '~CommonDeleteImageRecipe',
    '~CommonDeleteImages', '~CommonDeleteInfrastructureConfiguration', '~CommonDeleteLogs', '~CommonDeleteStacks',
    '~CommonDeleteTopics', '~CommonReadFunctions', '~CommonTagImages'),
  {
    ...IMAGE_CLEANUP.with('image-cleanup', 'grant-pass', () => ({})),
    build: stack => {
      const subject = new ParallelClusterImageCleanupRole(stack, SUBJECT);
      subject.grantPass(new Fixtures(stack).newRole('caller'));
      return subject;
    },
  },
];

const SLURMDBD_ROWS: readonly Row[] = [
  ...SLURMDBD.all,
  ...[S3Location.anyBucket(), S3Location.uri('s3://backups')].map((bucket, index) =>
    SLURMDBD.with('slurmdbd', `wide-bucket-${index}`, given => ({
      databasePassword: given.secret('database'),
      mungeKey: given.secret('munge'),
      subnet: given.subnet('cluster'),
      bucket,
    }), '+BucketList', '+BucketUseObjects')),
  SLURMDBD.with('slurmdbd', 'everything', given => ({
    databasePassword: given.encryptedSecret('database'),
    mungeKey: given.secret('munge'),
    subnet: given.subnet('cluster'),
    bucket: S3Location.prefix(given.encryptedBucket('backups'), 'slurmdbd/'),
    bucketKey: given.key('backups'),
  }), '+BucketList', '+BucketUseKeys', '+BucketUseObjects', '+CommonDecryptSecrets', '~CommonReadSecrets'),
];

/** A role of the app that EC2 instances can assume. */
function ofInstances(given: Fixtures): iam.Role {
  return new iam.Role(given.stack, 'Existing', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });
}

export const PARALLELCLUSTER3_ROLE_ROWS: readonly Row[] = [
  ...HEAD_NODE.all,
  ...HEAD_NODE_ROWS,
  ...COMPUTE_NODE_ROWS,
  ...LOGIN_NODE_ROWS,
  ...LAMBDA_ROWS,
  ...IMAGE_ROWS,
  ...SLURMDBD_ROWS,
];
