import {
  ParallelCluster2InstanceRole, ParallelCluster2InstanceRoleProps, ParallelCluster2PermissionSet,
  ParallelCluster2Scheduler, PolicyPlacement,
} from '../../../src';
import { Fixtures } from '../../support/given';
import { Row, SUBJECT } from '../../support/row';
import { batchStack, keyPair, multiNodeJobDefinition, subnet } from '../fixtures';

type Options = (given: Fixtures) => Partial<ParallelCluster2InstanceRoleProps>;

const { GUIDE_2_9 } = ParallelCluster2PermissionSet;
const SCHEDULERS = Object.values(ParallelCluster2Scheduler);
const { AWSBATCH, SGE, SLURM } = ParallelCluster2Scheduler;

export const SUBNET = 'subnet-0123456789abcdef0';
export const IMAGE = 'ami-0123456789abcdef0';

export const INSTANCE_ROWS: readonly Row[] = [
  ...SCHEDULERS.map(scheduler => instanceRow(nameOf(scheduler), () => ({ scheduler }))),
  ...SCHEDULERS.flatMap(scheduler => clusterRows(scheduler)),
  row(SLURM, 'everything', given => ({
    clusterName: 'team',
    resourceBucket: { bucket: given.encryptedBucket('artifacts') },
    launch: { subnets: [subnet(given.stack, SUBNET)], imageIds: [IMAGE], keyPair: keyPair(given.stack, 'admin') },
    passableRoles: [given.role('other')],
    keys: [given.key('volumes'), given.newKey('images')],
    sessionManager: { sessionKey: given.key('sessions') },
  }), '+SessionManagerKey', '+SessionManagerOpenChannels', '+SessionManagerReport', '+CommonArtifactKey', '+VolumesGrantKeys', '+VolumesUseKeys', '~CommonWriteLogs', '~ComputeLaunch', '~ComputePassRoles',
  '~ComputeReadAttributes', '~ComputeReadConfig', '~ComputeSignalStacks', '~ComputeTerminate', '~ComputeUseTable'),
  row(AWSBATCH, 'everything', given => ({
    clusterName: 'team',
    resourceBucket: { bucket: given.encryptedBucket('artifacts') },
    batchStack: batchStack(given.stack, {
      multiNodeJobDefinition: multiNodeJobDefinition(given.stack),
      jobRole: given.role('jobs'),
    }),
    keys: [given.key('volumes')],
  }), '+BatchFindContainers', '+BatchSubmitJobs', '+CommonArtifactKey', '+VolumesGrantKeys', '+VolumesUseKeys',
  '~BatchCreateLogs', '~BatchListArtifacts',
  '~BatchPassJobRole', '~BatchReadAttributes', '~BatchSignalStacks', '~BatchUseArtifacts', '~CommonWriteLogs'),
  row(AWSBATCH, 'sessions', () => ({ sessionManager: {} }), '+SessionManagerOpenChannels', '+SessionManagerReport'),
  row(SLURM, 'launch', given => ({ launch: { subnets: [subnet(given.stack, SUBNET)] } }), '~ComputeLaunch'),
  row(AWSBATCH, 'stack', given => ({ batchStack: batchStack(given.stack) }), '+BatchFindContainers', '+BatchSubmitJobs'),
  row(SLURM, 'named', () => ({ roleName: 'cluster', path: '/hpc/', instanceProfileName: 'cluster' }), '~ComputePassItself'),
  row(SLURM, 'managed', () => ({ policyPlacement: PolicyPlacement.MANAGED })),
  row(SGE, 'managed', () => ({ policyPlacement: PolicyPlacement.MANAGED })),
  row(AWSBATCH, 'separate', () => ({ policyPlacement: PolicyPlacement.SEPARATE })),
  row(SLURM, 'additions', given => ({
    additionalManagedPolicies: [given.managedPolicy('CloudWatchAgentServerPolicy')],
    additionalStatements: [given.statement('Own')],
  })),
  row(SLURM, 'imported', given => ({ existingRole: given.role('existing') }), '-trust', '~ComputePassItself'),
];

/** The differences for one cluster, a bucket, the older form of the guide and the wide form. */
function clusterRows(scheduler: ParallelCluster2Scheduler): readonly Row[] {
  const isBatch = scheduler === AWSBATCH;
  const logs = ['CommonWriteLogs', ...(isBatch ? ['BatchCreateLogs'] : [])];
  const scaling = ['ScalingChangeGroups', 'ScalingScaleGroups', 'ScalingUseQueue'].filter(() => !isBatch && scheduler !== SLURM);
  const named = isBatch
    ? ['BatchReadAttributes', 'BatchSignalStacks', 'BatchUseArtifacts']
    : ['ComputeReadAttributes', 'ComputeReadConfig', 'ComputeSignalStacks', 'ComputeTerminate', 'ComputeUseTable'];
  const artifacts = isBatch ? ['~BatchListArtifacts', '~BatchUseArtifacts'] : ['~ComputeReadConfig'];
  const newer = isBatch ? [] : ['-ComputeDescribeInstanceTypes'];
  const older = [...newer, ...(scheduler === SLURM
    ? ['ListQueues', 'UseQueue', 'DescribeGroups', 'ChangeGroups', 'ScaleGroups'].map(sid => `+Scaling${sid}`)
    : [])];
  const wide = isBatch
    ? ['BatchAttachVolumes', 'BatchReadAttributes', 'BatchReadJobLogs', 'BatchRegisterJobs', 'BatchSignalStacks', 'BatchStopJobs']
    : ['ComputeLaunch', 'ComputePassRoles', 'ComputeReadAttributes', 'ComputeTagInstances', 'ComputeTerminate',
      'ComputeUseInstances',
      ...scaling.filter(sid => sid.endsWith('Groups'))];
  return [
    row(scheduler, 'one-cluster', () => ({ clusterName: 'team' }), ...changed(logs, named, scaling)),
    row(scheduler, 'bucket', given => ({ resourceBucket: { bucket: given.bucket('artifacts') } }), ...artifacts),
    row(scheduler, 'bucket-key', given => ({
      resourceBucket: { bucket: given.bucket('artifacts'), encryptionKey: given.key('artifacts') },
      clusterName: 'team',
    }), '+CommonArtifactKey', ...(isBatch ? ['~BatchListArtifacts'] : []), ...changed(logs, named, scaling)),
    row(scheduler, 'encrypted-bucket', given => ({ resourceBucket: { bucket: given.encryptedBucket('artifacts') } }),
      '+CommonArtifactKey', ...artifacts),
    row(scheduler, 'as-of-2-9', () => ({ permissionSet: GUIDE_2_9 }), ...older, ...artifacts),
    row(scheduler, 'as-of-2-9-bucket', given => ({
      permissionSet: GUIDE_2_9, resourceBucket: { bucket: given.bucket('artifacts') }, clusterName: 'team',
    }), ...older, ...(isBatch ? ['~BatchListArtifacts'] : []),
    ...changed(logs, named, scaling)),
    row(scheduler, 'unrestricted', () => ({ unrestrictedAccess: true }), ...changed(logs, wide)),
  ];
}

function changed(...sids: readonly (readonly string[])[]): readonly string[] {
  return sids.flat().map(sid => `~${sid}`);
}

function nameOf(scheduler: ParallelCluster2Scheduler, what?: string): string {
  return ['parallelcluster2/instance', scheduler, ...(what ? [what] : [])].join('-');
}

function row(scheduler: ParallelCluster2Scheduler, what: string, options: Options, ...sids: readonly string[]): Row {
  return {
    ...instanceRow(nameOf(scheduler, what), given => ({ scheduler, ...options(given) })),
    difference: { from: nameOf(scheduler), sids },
  };
}

function instanceRow(name: string, props: (given: Fixtures) => ParallelCluster2InstanceRoleProps): Row {
  return {
    name,
    construct: 'ParallelCluster2InstanceRole',
    build: (stack, given = new Fixtures(stack)) =>
      new ParallelCluster2InstanceRole(stack, SUBJECT, given.adapt(props(given), [])),
  };
}
