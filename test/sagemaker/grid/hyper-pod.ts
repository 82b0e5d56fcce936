import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { workloadRow } from './defaults';
import {
  ImageSource, PolicyPlacement, S3Location, SageMakerHyperPodKarpenterRole, SageMakerHyperPodKarpenterRoleProps,
} from '../../../src';
import { Fixtures } from '../../support/given';
import { Row, SUBJECT } from '../../support/row';

const VPC = ['+CommonNetwork', '+HyperPodClusterDetachInterfaces', '+HyperPodClusterTagInterfaces'];
const EKS = [
  ...VPC, '+CommonRegistryLogin', '+HyperPodClusterAttachInterfaces', '+HyperPodClusterFindInstances',
  '+HyperPodClusterManageInterfaces', '+HyperPodClusterPullImages',
];
const addOns = [ImageSource.uri('602401143452.dkr.ecr.xx-west-1.amazonaws.com/amazon-k8s-cni:v1')];

const CLUSTER_ROWS: readonly Row[] = [
  workloadRow('hyperPodCluster', 'vpc', () => ({ slurm: { vpc: true } }), ...VPC),
  workloadRow('hyperPodCluster', 'images', given => ({
    slurm: { images: [ImageSource.repository(given.repository('train'))] },
  }), '+CommonRegistryLogin', '+HyperPodClusterPullImages'),
  workloadRow('hyperPodCluster', 'eks', () => ({ slurm: undefined, eks: { images: addOns } }), ...EKS),
  workloadRow('hyperPodCluster', 'any-images', () => ({
    slurm: undefined, eks: { images: [ImageSource.anyRepository()] },
  }), ...EKS),
  workloadRow('hyperPodCluster', 'pod-identity', given => ({
    slurm: undefined, eks: { images: addOns, podIdentityCluster: given.eksCluster('nodes') },
  }), ...EKS, '+HyperPodClusterUsePodIdentity'),
  workloadRow('hyperPodCluster', 'data', given => ({ data: [S3Location.prefix(given.bucket('data'), 'jobs/')] }),
    '+HyperPodClusterUseData', '~HyperPodClusterListBuckets'),
  workloadRow('hyperPodCluster', 'whole-bucket', given => ({ data: [S3Location.bucket(given.encryptedBucket('secret'))] }),
    '+HyperPodClusterOutputKey', '+HyperPodClusterUseData', '~HyperPodClusterListBuckets'),
  workloadRow('hyperPodCluster', 'encrypted-scripts', given => ({
    lifecycleScripts: [S3Location.bucket(given.encryptedBucket('secret'))],
  }), '+HyperPodClusterInputKey', '~HyperPodClusterListBuckets', '~HyperPodClusterReadScripts'),
  workloadRow('hyperPodCluster', 'input-keys', given => ({ inputKeys: [given.key('scripts')] }), '+HyperPodClusterInputKey'),
  workloadRow('hyperPodCluster', 'output-key', given => ({ outputKey: given.key('data') }), '+HyperPodClusterOutputKey'),
  workloadRow('hyperPodCluster', 'fsx', () => ({ fsx: true }), '+HyperPodClusterFindFsxFileSystems'),
  workloadRow('hyperPodCluster', 'volume-keys', given => ({ volumeKeys: [given.key('root'), given.newKey('data')] }),
    '+HyperPodClusterFindVolumeKey', '+HyperPodClusterVolumeKey'),
];

const KARPENTER = 'sagemaker/hyper-pod-karpenter';

type Karpenter = SageMakerHyperPodKarpenterRoleProps;

function karpenterRow(name: string, props: (given: Fixtures) => Karpenter): Row {
  return {
    name,
    construct: 'SageMakerHyperPodKarpenterRole',
    build: (stack: Stack, given = new Fixtures(stack)) =>
      new SageMakerHyperPodKarpenterRole(stack, SUBJECT, given.adapt(props(given), [])),
  };
}

const karpenter = (what: string, props: (given: Fixtures) => Karpenter, ...sids: readonly string[]): Row =>
  ({ ...karpenterRow(`${KARPENTER}-${what}`, props), difference: { from: KARPENTER, sids } });

const KEY = ['+HyperPodKarpenterFindVolumeKey', '+HyperPodKarpenterVolumeKey'];

const KARPENTER_ROWS: readonly Row[] = [
  karpenterRow(KARPENTER, () => ({})),
  karpenter('volume-keys', given => ({ volumeKeys: [given.key('root'), given.newKey('data')] }), ...KEY),
  karpenter('any-account', () => ({ sourceAccountCondition: false }), '~trust'),
  karpenter('existing', given => ({
    existingRole: new iam.Role(given.stack, 'Existing', { assumedBy: new iam.ServicePrincipal('hyperpod.sagemaker.amazonaws.com') }),
  }), '-trust'),
  ...Object.values(PolicyPlacement).map(policyPlacement =>
    karpenter(policyPlacement.toLowerCase(), () => ({ policyPlacement }))),
  karpenter('everything', given => ({
    volumeKeys: [given.key('volumes')],
    sourceAccountCondition: false,
    roleName: 'karpenter',
    additionalStatements: [given.statement()],
  }), ...KEY, '~trust'),
];

export const HYPER_POD_ROWS: readonly Row[] = [...CLUSTER_ROWS, ...KARPENTER_ROWS];
