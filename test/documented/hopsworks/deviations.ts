import { IMAGES } from '../../../src/hopsworks/instance-profile/vendor-registry';
import { Deviations, DropKind, Dropped } from '../platform';

const OF_BUCKETS = [
  'GetBucketVersioning', 'GetLifecycleConfiguration', 'ListBucket', 'ListBucketMultipartUploads', 'ListBucketVersions',
  'PutBucketVersioning', 'PutLifecycleConfiguration',
];
const OF_OBJECTS = ['AbortMultipartUpload', 'DeleteObject', 'DeleteObjectVersion', 'GetObject', 'PutObject'];

const LOGS = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'];
const AGENT_PARAMETER = 'ssm:GetParameter arn:${Partition}:ssm:*:*:parameter/AmazonCloudWatch-*';
const PUSH = [
  'ecr:BatchCheckLayerAvailability', 'ecr:BatchDeleteImage', 'ecr:BatchGetImage', 'ecr:CompleteLayerUpload',
  'ecr:GetDownloadUrlForLayer', 'ecr:GetLifecyclePolicy', 'ecr:InitiateLayerUpload', 'ecr:ListImages', 'ecr:PutImage',
  'ecr:PutLifecyclePolicy', 'ecr:TagResource', 'ecr:UploadLayerPart',
];

const VELERO_UPLOADS = ['s3:ListMultipartUploadParts', 's3:PutObjectTagging'];
const VELERO_OBJECTS = ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:PutObject'];
const onObjects = (action: string) => `${action} arn:\${Partition}:s3:::\${Bucket}/*`;

const SNAPSHOTS: Dropped = {
  kind: 'unused',
  because: 'the vendor installs Velero without snapshots of volumes (`--use-volume-snapshots=false`)',
  pairs: [
    'CreateSnapshot', 'CreateTags', 'CreateVolume', 'DeleteSnapshot', 'DescribeSnapshots', 'DescribeVolumes',
  ].map(action => `ec2:${action}`),
};

/** All differences between the roles of the library and the pages. */
export const HOPSWORKS_DEVIATIONS: Readonly<Record<string, Readonly<Record<string, Deviations>>>> = {
  'hopsworks/instance-profile': {
    'instance profile with everything': {
      narrowed: {
        ...narrowCloudWatch(),
        CloudWatchPutMetrics: ['cloudwatch:PutMetricData'],
        ContainerRegistryCreateRepositories: ['ecr:CreateRepository'],
        ContainerRegistryUseImages: pushTo(...IMAGES),
      },
      // No reference lists the actions with this spelling of the prefix.
      dropped: [splitBucket('S3', 'granted elsewhere')],
    },
    'instance profile without scopes': {
      narrowed: narrowCloudWatch(),
      dropped: [splitBucket('S3', 'granted elsewhere')],
    },
  },
  'hopsworks/eks-integration': {
    'instance profile with everything': {
      narrowed: { EksDescribeCluster: ['eks:DescribeCluster arn:${Partition}:eks:*:*:cluster/*'] },
    },
  },
  'hopsworks/role-chaining': { 'instance profile with everything': {} },
  'hopsworks/eks-node-group': {
    'nodes on EKS': {
      narrowed: { ContainerRegistryUseImages: pushTo('hopsworks-base') },
      dropped: [splitBucket('s3', 'invalid ARN')],
    },
  },
  'hopsworks/eks-role-chaining': { 'service account of Hopsworks by its token': {} },
  'hopsworks/eks-role-chaining-trust': { 'service account of Hopsworks by its token': {} },
  'hopsworks/pod-identity-trust': {
    'service account of Velero by EKS Pod Identity': {
      narrowed: { Trust: ['sts:AssumeRole', 'sts:TagSession'].map(action => `${action} pods.eks.amazonaws.com`) },
    },
  },
  'hopsworks/velero': {
    'service account of Velero by EKS Pod Identity': {
      narrowed: { VeleroUseObjects: [...VELERO_UPLOADS, ...VELERO_OBJECTS].map(onObjects) },
      dropped: [SNAPSHOTS],
    },
    'nodes on EKS with Velero': {
      narrowed: { VeleroUploadObjects: VELERO_UPLOADS.map(onObjects) },
      dropped: [SNAPSHOTS],
    },
  },
};

/** Statements without a wide form. */
function narrowCloudWatch(): Deviations['narrowed'] {
  return { CloudWatchWriteLogs: LOGS, CloudWatchReadAgentConfiguration: [AGENT_PARAMETER] };
}

function pushTo(...images: readonly string[]): readonly string[] {
  return images.flatMap(image =>
    PUSH.map(action => `${action} arn:\${Partition}:ecr:\${Region}:\${EcrAccount}:repository/*/${image}`));
}

function splitBucket(prefix: string, kind: DropKind): Dropped {
  return {
    kind,
    because: 'an action on buckets has no effect on objects, and the other way round; each is granted where it has',
    pairs: [
      ...OF_BUCKETS.map(action => `${prefix}:${action} arn:\${Partition}:s3:::\${Bucket}/*`),
      ...OF_OBJECTS.map(action => `${prefix}:${action} arn:\${Partition}:s3:::\${Bucket}`),
    ],
  };
}
