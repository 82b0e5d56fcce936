import { Deviations, Dropped } from '../platform';

const GROUPS = 'arn:${Partition}:logs:*:*:log-group:/aws/sagemaker/Clusters/*';
const INTERFACES = 'arn:${Partition}:ec2:*:*:network-interface/*';
const KEYS = 'arn:${Partition}:kms:*:*:key/*';
const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

const POLICY: Deviations['narrowed'] = {
  HyperPodClusterWriteLogs: [
    `logs:CreateLogGroup ${GROUPS}`,
    ...['CreateLogStream', 'DescribeLogStreams', 'PutLogEvents'].map(action => `logs:${action} ${GROUPS}:log-stream:*`),
  ],
};

const POD_IDENTITY: Dropped = {
  kind: 'other options',
  because: 'podIdentityCluster grants it, which the wide forms lack',
  pairs: ['eks-auth:AssumeRoleForPodIdentity'],
};

/** All differences between the role of the nodes and the pages of HyperPod, and for Karpenter's role. */
export const HYPER_POD_DEVIATIONS: Readonly<Record<string, Readonly<Record<string, Deviations>>>> = {
  'sagemaker/hyper-pod-policy': {
    'HyperPod cluster with everything': {
      narrowed: {
        ...POLICY,
        HyperPodClusterReadScripts: ['s3:GetObject arn:${Partition}:s3:::sagemaker-*'],
        HyperPodClusterListBuckets: ['s3:ListBucket arn:${Partition}:s3:::sagemaker-*'],
      },
    },
    'HyperPod cluster with the wide forms': {
      narrowed: { ...POLICY, HyperPodClusterReadScripts: ['s3:GetObject arn:${Partition}:s3:::sagemaker-*'] },
    },
  },
  'sagemaker/hyper-pod-slurm-vpc': {
    'HyperPod cluster with everything': { narrowed: { HyperPodClusterTagInterfaces: [`ec2:CreateTags ${INTERFACES}`] } },
  },
  'sagemaker/hyper-pod-eks': {
    'HyperPod cluster with everything': {
      narrowed: {
        HyperPodClusterTagInterfaces: [`ec2:CreateTags ${INTERFACES}`],
        HyperPodClusterPullImages: PULL,
        HyperPodClusterUsePodIdentity: ['eks-auth:AssumeRoleForPodIdentity'],
      },
    },
    'HyperPod cluster with the wide forms': {
      narrowed: { HyperPodClusterTagInterfaces: [`ec2:CreateTags ${INTERFACES}`] },
      dropped: [POD_IDENTITY],
    },
  },
  'sagemaker/hyper-pod-data': { 'HyperPod cluster with everything': {} },
  'sagemaker/hyper-pod-keys': {
    'HyperPod cluster with everything': {
      narrowed: { HyperPodClusterVolumeKey: ['kms:CreateGrant'], HyperPodClusterFindVolumeKey: ['kms:DescribeKey'] },
    },
  },
  'sagemaker/hyper-pod-karpenter': {
    "Karpenter's role with keys": {
      narrowed: {
        HyperPodKarpenterManageNodes: ['BatchAddClusterNodes', 'BatchDeleteClusterNodes'].map(action =>
          `sagemaker:${action} arn:\${Partition}:sagemaker:*:*:cluster/*`),
        HyperPodKarpenterVolumeKey: [`kms:CreateGrant ${KEYS}`],
        HyperPodKarpenterFindVolumeKey: [`kms:DescribeKey ${KEYS}`],
      },
    },
  },
  'sagemaker/hyper-pod-karpenter-trust': {
    "Karpenter's role with keys": { narrowed: { Trust: ['sts:AssumeRole hyperpod.sagemaker.amazonaws.com'] } },
    "Karpenter's role without the condition on the account": {},
  },
};
