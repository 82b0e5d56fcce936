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
