import { Deviations, Dropped } from '../platform';

const ROLES = 'arn:${Partition}:iam::${Account}:role/parallelcluster/*';
const PROFILES = 'arn:${Partition}:iam::${Account}:instance-profile/parallelcluster/*';
const LINKED_ROLES = 'arn:${Partition}:iam::${Account}:role/aws-service-role';

const BUCKETS = 'arn:${Partition}:s3:::parallelcluster-*';

const LINKED_ELSEWHERE: Dropped = {
  kind: 'no such resource',
  because: 'the role that a service is linked to stands under aws-service-role/, where the features grant this',
  pairs: [`iam:CreateServiceLinkedRole ${ROLES}`],
};

/** The same deviations in every version. */
function inEveryVersion(deviations: Deviations): Readonly<Record<string, Deviations>> {
  return { 'version 3.2 with everything': deviations, 'version 3.15 with everything': deviations };
}

const READ_ARTIFACTS = 'ClusterServicesReadArtifacts, ClusterServicesUseBuckets, ClusterServicesUseObjects, ' +
  'FsxForLustreDataRead';
const ON_BUCKETS = 'ClusterServicesReadArtifacts, ClusterServicesUseBuckets, ClusterServicesUseObjects';
const BASE: NonNullable<Deviations['narrowed']> = {
  'ClusterTerminateInstances': ['ec2:TerminateInstances'],
  'ClusterUseDashboards': ['cloudwatch:DeleteDashboards', 'cloudwatch:GetDashboard', 'cloudwatch:PutDashboard'],
  'AwsBatchPassRoles, ClusterIamPassRoles, ImageBuildPassRoles': [`iam:PassRole ${ROLES}`],
  'ClusterServicesUseLogs, ImageBuildUseLogs': ['logs:CreateLogGroup', 'logs:DeleteLogGroup'],
  'ClusterServicesUseLogs': ['logs:PutRetentionPolicy'],
  'ClusterServicesReadArtifacts': ['s3:* arn:${Partition}:s3:::aws-parallelcluster-*'],
  'ClusterServicesCreateEfs, ClusterServicesUseEfs': ['elasticfilesystem:* arn:${Partition}:elasticfilesystem:*:${Account}:*'],
  [ON_BUCKETS]: ['s3:* arn:${Partition}:s3:::parallelcluster-*'],
  [READ_ARTIFACTS]: [
    's3:Get* arn:${Partition}:s3:::*-aws-parallelcluster*',
  ],
  'ClusterServicesReadArtifacts, ClusterServicesUseBuckets, FsxForLustreDataRead': [
    's3:List* arn:${Partition}:s3:::*-aws-parallelcluster*',
  ],
  'AwsBatchReadLogs, LogRetrievalRead': ['logs:GetLogEvents'],
  'LogRetrievalExport': ['logs:CreateExportTask'],
  'LogRetrievalRead': [
    'logs:DescribeLogStreams', 'logs:FilterLogEvents',
  ],
};
const STACKS = 'ClusterCreateStacks, ClusterDeleteStacks, ClusterListStacks, ClusterReadStacks, ClusterUpdateStacks, ' +
  'ImageBuildDeleteStacks, ImageBuildListStacks, ImageBuildUseStacks, LogRetrievalReadStacks';

const NOT_CREATED: Dropped = {
  kind: 'granted elsewhere',
  because: 'no release creates functions parallelcluster-*: those of clusters are named pcluster-*',
  pairs: [
    'AddPermission', 'CreateFunction', 'DeleteFunction', 'GetFunction', 'InvokeFunction', 'RemovePermission',
    'TagResource', 'UntagResource', 'UpdateFunctionConfiguration',
  ].map(action => 'lambda:' + action + ' arn:${Partition}:lambda:*:${Account}:function:parallelcluster-*'),
};
/** Actions that no command, template, function and node uses with the permissions of a user. */
const unused = (...pairs: readonly string[]): Dropped =>
  ({ kind: 'unused', because: 'no release uses it with the permissions of a user', pairs });
const FUNCTIONS = ['parallelcluster-*', 'pcluster-*'].map(name => 'arn:${Partition}:lambda:*:${Account}:function:' + name);
const UNUSED = unused(
  'cloudwatch:ListDashboards', 'ec2:AttachNetworkInterface', 'ec2:CreateFleet', 'ec2:ModifyLaunchTemplate',
  'route53:ChangeResourceRecordSets', 'route53:ListResourceRecordSets',
  ...['${Account}:instance-profile/*', '${Account}:policy/*', '${Account}:role/*', 'aws:policy/*']
    .map(resource => 'iam:SimulatePrincipalPolicy arn:${Partition}:iam::' + resource),
  ...['GetFunctionConfiguration', 'ListTags'].flatMap(action => FUNCTIONS.map(name => `lambda:${action} ${name}`)),
);
const ATTACH = ['iam:AttachRolePolicy', 'iam:DetachRolePolicy'].map(action => `${action} ${ROLES}`);

const IMAGES: Deviations = {
  narrowed: {
    'ClusterServicesUseBuckets': [`s3:CreateBucket ${BUCKETS}`],
    'ClusterServicesReadArtifacts, ClusterServicesUseBuckets': [
      `s3:ListBucket ${BUCKETS}`, `s3:ListBucketVersions ${BUCKETS}`,
    ],
    'ClusterServicesUseObjects': ['DeleteObject', 'DeleteObjectVersion', 'PutObject'].map(
      action => `s3:${action} ${BUCKETS}/*`),
    'ClusterServicesReadArtifacts, ClusterServicesUseObjects': ['GetObject', 'GetObjectVersion'].map(
      action => `s3:${action} ${BUCKETS}/*`),
    'ImageBuildCreateLinkedRole': [
      'iam:CreateServiceLinkedRole arn:${Partition}:iam::*:role/aws-service-role/imagebuilder.amazonaws.com/' +
        'AWSServiceRoleForImageBuilder',
    ],
  },
  dropped: [
    {
      kind: 'invalid ARN',
      because: 'roles are passed, not instance profiles',
      pairs: [`iam:PassRole ${PROFILES}`],
    },
    {
      kind: 'invalid ARN',
      because: 'these actions are on instance profiles, where they are granted',
      pairs: ['AddRoleToInstanceProfile', 'CreateInstanceProfile', 'RemoveRoleFromInstanceProfile'].map(
        action => `iam:${action} ${ROLES}`),
    },
    unused('lambda:ListTags arn:${Partition}:lambda:*:${Account}:function:ParallelClusterImage-*'),
    {
      kind: 'granted elsewhere',
      because: 'every release creates the instance profiles of images under /parallelcluster/',
      pairs: ['AddRoleToInstanceProfile', 'CreateInstanceProfile', 'RemoveRoleFromInstanceProfile'].map(
        action => 'iam:' + action + ' arn:${Partition}:iam::${Account}:instance-profile/ParallelClusterImage*'),
    },
  ],
};
const STACKS_OF_IMAGES = 'ClusterDeleteStacks, ImageBuildDeleteStacks';

/** All differences between the policies of users and the page. */
export const USER_DEVIATIONS: Readonly<Record<string, Readonly<Record<string, Deviations>>>> = {
  'parallelcluster3/user-base': inEveryVersion({
    narrowed: { ...BASE, [STACKS]: ['cloudformation:*'] },
    dropped: [NOT_CREATED, UNUSED],
  }),
  'parallelcluster3/user-awsbatch': inEveryVersion({
    narrowed: {
      'AwsBatchPassRoles': [`iam:PassRole ${ROLES}`],
      'AwsBatchFindContainers': ['ecs:DescribeContainerInstances', 'ecs:ListContainerInstances'],
      'AwsBatchUseImages': ['ecr:*'],
      'AwsBatchFindBatch, AwsBatchUseBatch': ['batch:*'],
      'AwsBatchUseEvents': ['events:*'],
      'AwsBatchUseCodeBuild': ['codebuild:* arn:${Partition}:codebuild:*:${Account}:project/pcluster-*'],
    },
    dropped: [unused(`iam:DeleteServiceLinkedRole ${LINKED_ROLES}/batch.amazonaws.com/*`)],
  }),
  'parallelcluster3/user-fsx-lustre': inEveryVersion({
    narrowed: {
      'FsxForLustreCreateLinkedRoles, FsxForLustreDataCreateLinkedRoles': ['iam:CreateServiceLinkedRole'],
      'FsxForLustreDescribe, FsxForLustreUse': ['fsx:* arn:${Partition}:fsx:*:${Account}:*'],
      'FsxForLustreDataCreateLinkedRoles': [
        `iam:CreateServiceLinkedRole ${LINKED_ROLES}/s3.data-source.lustre.fsx.amazonaws.com/*`,
      ],
    },
    dropped: [unused('iam:DeleteServiceLinkedRole'), {
      kind: 'invalid ARN',
      because: 'objects are written, not buckets; FsxForLustreDataWrite grants this on the objects',
      pairs: ['s3:PutObject arn:${Partition}:s3:::${Bucket}'],
    }],
  }),
  'parallelcluster3/user-build-image': inEveryVersion({
    ...IMAGES,
    narrowed: {
      ...IMAGES.narrowed,
      [STACKS_OF_IMAGES]: ['cloudformation:DeleteStack arn:${Partition}:cloudformation:*:${Account}:stack/*'],
    },
  }),
  'parallelcluster3/user-iam-privileged': inEveryVersion({
    narrowed: { IamAccessAttachPolicies: ATTACH },
    dropped: [LINKED_ELSEWHERE],
  }),
  'parallelcluster3/user-iam-restricted': {
    'ready-made roles': { narrowed: { ClusterIamPassCustomRoles: ['iam:PassRole ${CustomRoleArn}'] } },
  },
  'parallelcluster3/user-iam-permissions-boundary': {
    'within a boundary': {
      narrowed: { IamAccessManageRoles: [`iam:DeleteRole ${ROLES}`], IamAccessAttachPolicies: ATTACH },
      dropped: [LINKED_ELSEWHERE],
    },
  },
};
