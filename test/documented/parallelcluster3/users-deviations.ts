import { Deviations, Dropped } from '../platform';

const ROLES = 'arn:${Partition}:iam::${Account}:role/parallelcluster/*';
const PROFILES = 'arn:${Partition}:iam::${Account}:instance-profile/parallelcluster/*';
const LINKED_ROLES = 'arn:${Partition}:iam::${Account}:role/aws-service-role';

const LINKED_ELSEWHERE: Dropped = {
  kind: 'no such resource',
  because: 'the role that a service is linked to stands under aws-service-role/, where the features grant this',
  pairs: [`iam:CreateServiceLinkedRole ${ROLES}`],
};

/** The same deviations in every version. */
function inEveryVersion(deviations: Deviations): Readonly<Record<string, Deviations>> {
  return { 'version 3.2 with everything': deviations, 'newest version with everything': deviations };
}

const BASE: NonNullable<Deviations['narrowed']> = {
  'ClusterTerminateInstances': ['ec2:TerminateInstances'],
  'ClusterIamPassRoles, ImageBuildPassRoles': [`iam:PassRole ${ROLES}`],
  'ClusterServicesUseLogs, ImageBuildUseLogs': ['logs:CreateLogGroup', 'logs:DeleteLogGroup'],
  'ClusterServicesUseLogs': ['logs:PutRetentionPolicy'],
  'LogRetrievalRead': [
    'logs:CreateExportTask', 'logs:DescribeLogStreams', 'logs:FilterLogEvents', 'logs:GetLogEvents',
  ],
};
const STACKS = 'ClusterCreateStacks, ClusterDeleteStacks, ClusterListStacks, ClusterReadStacks, ClusterUpdateStacks, ' +
  'ImageBuildDeleteStacks, ImageBuildListStacks, ImageBuildUseStacks';

/** The base policies of version 3.2 delete every stack anyway. */
const IMAGES: Deviations = {
  narrowed: {
    ImageBuildCreateLinkedRole: [
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
  ],
};
const STACKS_OF_IMAGES = 'ClusterDeleteStacks, ImageBuildDeleteStacks';

/** All differences between the policies of users and the page. */
export const USER_DEVIATIONS: Readonly<Record<string, Readonly<Record<string, Deviations>>>> = {
  'parallelcluster3/user-base': {
    'version 3.2 with everything': { narrowed: BASE },
    'newest version with everything': { narrowed: { ...BASE, [STACKS]: ['cloudformation:*'] } },
  },
  'parallelcluster3/user-awsbatch': inEveryVersion({
    narrowed: {
      AwsBatchPassRoles: [`iam:PassRole ${ROLES}`],
      AwsBatchFindContainers: ['ecs:DescribeContainerInstances', 'ecs:ListContainerInstances'],
    },
  }),
  'parallelcluster3/user-fsx-lustre': inEveryVersion({
    narrowed: {
      'FsxForLustreCreateLinkedRoles': [
        'iam:CreateServiceLinkedRole',
        `iam:CreateServiceLinkedRole ${LINKED_ROLES}/s3.data-source.lustre.fsx.amazonaws.com/*`,
      ],
      'AwsBatchDeleteLinkedRoles, FsxForLustreDeleteLinkedRoles': ['iam:DeleteServiceLinkedRole'],
    },
    dropped: [{
      kind: 'invalid ARN',
      because: 'objects are written, not buckets; FsxForLustreWriteData grants this on the objects',
      pairs: ['s3:PutObject arn:${Partition}:s3:::${Bucket}'],
    }],
  }),
  'parallelcluster3/user-build-image': {
    'version 3.2 with everything': IMAGES,
    'newest version with everything': {
      ...IMAGES,
      narrowed: {
        ...IMAGES.narrowed,
        [STACKS_OF_IMAGES]: ['cloudformation:DeleteStack arn:${Partition}:cloudformation:*:${Account}:stack/*'],
      },
    },
  },
  'parallelcluster3/user-iam-privileged': inEveryVersion({ dropped: [LINKED_ELSEWHERE] }),
  'parallelcluster3/user-iam-restricted': {
    'ready-made roles': { narrowed: { ClusterIamPassCustomRoles: ['iam:PassRole ${CustomRoleArn}'] } },
  },
  'parallelcluster3/user-iam-permissions-boundary': {
    'within a boundary': {
      narrowed: { IamAccessManageRoles: [`iam:DeleteRole ${ROLES}`] },
      dropped: [LINKED_ELSEWHERE],
    },
  },
};
