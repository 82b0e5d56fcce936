import { ofOtherServices, pairs, printed, regional } from './pairs';
import { Deviations, Dropped } from '../platform';

const ec2 = (...names: readonly string[]) => names.map(name => `ec2:${name}`);
const PROFILES = printed('iam', ':${Account}:instance-profile/*');
const ROLE = printed('iam', ':${Account}:role/${InstanceRoleName}');
const CLUSTER_ROLES = printed('iam', ':${Account}:role/parallelcluster-*');
const LINKED_ROLES = printed('iam', ':${Account}:role/aws-service-role/*');
const BUCKETS = printed('s3', '::parallelcluster-*');
const PACKAGES = printed('s3', '::${Region}-aws-parallelcluster');

const MANAGED_INSTANCES = ec2(
  'AllocateAddress', 'AssociateAddress', 'AuthorizeSecurityGroupEgress',
  'AuthorizeSecurityGroupIngress', 'CreateLaunchTemplate', 'CreateLaunchTemplateVersion', 'CreateNetworkInterface',
  'CreatePlacementGroup', 'CreateSecurityGroup', 'CreateTags', 'CreateVolume', 'DeleteLaunchTemplate',
  'DeleteNetworkInterface', 'DeletePlacementGroup', 'DeleteSecurityGroup', 'DeleteVolume', 'DescribeVpcAttribute',
  'DisassociateAddress', 'ModifyNetworkInterfaceAttribute', 'ModifyVolumeAttribute',
  'ReleaseAddress', 'RevokeSecurityGroupEgress', 'RevokeSecurityGroupIngress', 'RunInstances',
);
const MANAGED_NETWORKS = ec2(
  'AssociateRouteTable', 'AttachInternetGateway', 'CreateInternetGateway', 'CreateNatGateway', 'CreateRouteTable',
  'CreateSubnet', 'CreateVpc', 'ModifySubnetAttribute', 'ModifyVpcAttribute',
);
const MANAGED_GROUPS = {
  'ComputeLaunchGroups': ['autoscaling:CreateAutoScalingGroup'],
  'ComputeLaunchGroups, ComputeScaleGroups': ['autoscaling:UpdateAutoScalingGroup'],
  'ComputeManageGroups': [
    'DeleteAutoScalingGroup', 'DisableMetricsCollection', 'EnableMetricsCollection', 'PutNotificationConfiguration',
  ].map(name => `autoscaling:${name}`),
};
const MANAGED_QUEUES = ['CreateQueue', 'DeleteQueue', 'GetQueueAttributes', 'SetQueueAttributes', 'TagQueue']
  .map(name => `sqs:${name}`);
const MANAGED_TOPICS = ['CreateTopic', 'DeleteTopic', 'GetTopicAttributes', 'Subscribe', 'Unsubscribe']
  .map(name => `sns:${name}`);
const MANAGED_STACKS = [
  'CreateStack', 'DeleteStack', 'DescribeStackEvents', 'DescribeStackResources', 'GetTemplate', 'UpdateStack',
].map(name => `cloudformation:${name}`);
const STACKS = regional('cloudformation', 'stack/parallelcluster-*');
const TABLES = regional('dynamodb', 'table/parallelcluster-*');
const HOSTED_ZONES = printed('route53', '::hostedzone/*');
const PROFILE_ACTIONS = ['iam:CreateInstanceProfile', 'iam:DeleteInstanceProfile'];
const FUNCTION_ACTIONS = [
  'AddPermission', 'CreateFunction', 'DeleteFunction', 'InvokeFunction', 'RemovePermission',
].map(name => `lambda:${name}`);
const ROLE_CHANGES = ['iam:CreateRole', 'iam:DeleteRole', 'iam:TagRole'];

/**
 * In both forms the CLI's own role is passed to services, and bucket actions apply to the CLI's buckets in the account.
 */
const ALWAYS = {
  'AccessPassInstanceRoles': [`iam:PassRole ${ROLE}`],
  'AccessPassClusterRoles': [`iam:PassRole ${CLUSTER_ROLES}`],
  'StorageListArtifacts, StorageManageArtifacts, StorageManageBuckets': [`s3:* ${BUCKETS}`],
  'StorageManageArtifacts': pairs(['s3:DeleteObject', 's3:DeleteObjectVersion'], BUCKETS),
  'StorageManageBuckets': [`s3:DeleteBucket ${BUCKETS}`],
};

const NARROWED = {
  ...ALWAYS,
  'ComputeManage': MANAGED_INSTANCES,
  'ComputeTerminate': ec2('TerminateInstances'),
  'ComputeCreateNetworks': MANAGED_NETWORKS,
  'AccessManageProfiles': [
    ...pairs(PROFILE_ACTIONS, PROFILES), 'iam:AddRoleToInstanceProfile', 'iam:RemoveRoleFromInstanceProfile',
  ],
  'AccessReadRoles': ['iam:GetRolePolicy'],
  'AccessReadPolicies': ['iam:GetPolicy'],
  'AccessAttachRolePolicies': ['iam:AttachRolePolicy', 'iam:DetachRolePolicy'],
  'AccessWriteRolePolicies': ['iam:DeleteRolePolicy', 'iam:PutRolePolicy'],
  'StorageFindFsx, StorageManageFsx': ['fsx:*'],
};

const QUEUES_AND_TOPICS = { ClusterManageQueues: MANAGED_QUEUES, ClusterManageTopics: MANAGED_TOPICS };
const PACKAGES_OF_CLUSTERS = { StorageReadPackages: [`s3:Get* ${PACKAGES}*`] };
const NEW_LINKED_ROLES = { StorageLinkedRoles: [`iam:CreateServiceLinkedRole ${LINKED_ROLES}`] };

const OF_CLUSTERS = {
  ...NARROWED,
  ...PACKAGES_OF_CLUSTERS,
  ...NEW_LINKED_ROLES,
  'ClusterManageTables': [
    'CreateTable', 'DeleteTable', 'DescribeTable', 'ListTagsOfResource', 'PutItem', 'TagResource',
  ].map(name => `dynamodb:${name}`),
  'ClusterManageStacks': MANAGED_STACKS,
  'ClusterManageLogs': ['logs:CreateLogGroup', 'logs:DeleteLogGroup', 'logs:PutRetentionPolicy'],
  'StorageFindEfs': [
    'elasticfilesystem:DescribeMountTargetSecurityGroups', 'elasticfilesystem:DescribeMountTargets',
  ],
  'StorageCreateEfs, StorageFindEfs, StorageManageEfs': ['elasticfilesystem:*'],
};
const OF_2_9 = {
  ClusterFindImages: ['ssm:GetParametersByPath'],
  ClusterFindResources: ['cloudformation:DescribeStackResource'],
};
const ZONES = { ClusterManageZones: ['route53:ChangeTagsForResource'] };
const GROUPS = { ...QUEUES_AND_TOPICS, ...MANAGED_GROUPS };

const OWN_ROLE: Dropped = {
  kind: 'granted elsewhere',
  because: 'clusters make and delete only roles that are named parallelcluster-*, not that of the user',
  pairs: pairs(ROLE_CHANGES, ROLE),
};
const MISPLACED_LINKED_ROLES: readonly Dropped[] = [
  OWN_ROLE,
  {
    kind: 'granted elsewhere',
    because: 'a service-linked role is never at this path, and StorageLinkedRoles has the ones that it is at',
    pairs: pairs(['iam:CreateServiceLinkedRole'], ROLE, CLUSTER_ROLES),
  },
  {
    kind: 'granted elsewhere',
    because: 'a service-linked role is created by an action of its own, and nobody passes it',
    pairs: pairs([...ROLE_CHANGES, 'iam:GetRole', 'iam:PassRole', 'iam:SimulatePrincipalPolicy'], LINKED_ROLES),
  },
];
/** The functions of clusters before 2.9.0. */
const OLD_FUNCTIONS: Dropped = {
  kind: 'other options',
  because: 'functions are named pcluster-* since 2.9.0; as of 2.9, those before are granted',
  pairs: pairs(FUNCTION_ACTIONS, regional('lambda', 'function:parallelcluster-*')),
};
const OLD_GET_FUNCTION: Dropped = {
  ...OLD_FUNCTIONS, pairs: [`lambda:GetFunction ${regional('lambda', 'function:parallelcluster-*')}`],
};
const OF_SLURM: Dropped = {
  kind: 'other options',
  because: 'since 2.9.0 Slurm scales by itself; with SGE and Torque, and as of 2.9, groups, queues and topics are granted',
  pairs: [
    ...Object.values(MANAGED_GROUPS).flat(), ...MANAGED_QUEUES, ...MANAGED_TOPICS,
    ...['DescribeAutoScalingGroups', 'DescribeAutoScalingInstances', 'DescribeScalingActivities']
      .map(name => `autoscaling:${name}`),
  ],
};
const OF_GROUPS: Dropped = {
  kind: 'other options',
  because: 'only Slurm has hosted zones; as of 2.9 they are granted with SGE and Torque, too',
  pairs: [
    'ChangeTagsForResource', 'CreateHostedZone', 'DeleteHostedZone', 'GetChange', 'GetHostedZone',
    'ListQueryLoggingConfigs',
  ].map(name => `route53:${name}`),
};

const ALWAYS_OF_BATCH = {
  ...ALWAYS,
  StorageReadPackages: [`s3:Get* ${PACKAGES}/*`],
  BatchManageBuilds: [`codebuild:* ${regional('codebuild', 'project/parallelcluster-*')}`],
};
const MISPLACED_OF_BATCH: readonly Dropped[] = [
  OWN_ROLE,
  {
    kind: 'invalid ARN',
    because: 'a role is passed, not an instance profile',
    pairs: [`iam:PassRole ${PROFILES}`],
  },
];
const UNUSED_BY_ALL: Dropped = {
  kind: 'unused',
  because: 'neither the CLI nor a template uses it with the permissions of users',
  pairs: [
    ...ec2('AttachNetworkInterface', 'DescribeAvailabilityZones', 'ModifyLaunchTemplate'),
    'sns:ListTopics',
    ...['parallelcluster-*', 'pcluster-*']
      .map(name => `lambda:GetFunctionConfiguration ${regional('lambda', `function:${name}`)}`),
  ],
};
const UNUSED: Dropped = {
  ...UNUSED_BY_ALL,
  pairs: [
    ...UNUSED_BY_ALL.pairs,
    'autoscaling:DeletePolicy', 'autoscaling:PutScalingPolicy', 'cloudformation:ListStacks', 'dynamodb:Query',
    'route53:ChangeResourceRecordSets', 'route53:ListResourceRecordSets', `s3:List* ${PACKAGES}*`,
  ],
};
const UNUSED_BY_BATCH: Dropped = {
  ...UNUSED_BY_ALL,
  pairs: [
    ...UNUSED_BY_ALL.pairs,
    `cloudformation:ListStacks ${STACKS}`,
    ...['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueUrl', 'ReceiveMessage', 'SendMessage']
      .map(name => `sqs:${name} ${regional('sqs', 'parallelcluster-*')}`),
    `dynamodb:Query ${TABLES}`,
    ...pairs(['route53:ChangeResourceRecordSets', 'route53:ListResourceRecordSets'], HOSTED_ZONES),
    `s3:List* ${PACKAGES}/*`,
  ],
};

const ENDED_WITH_2_9 = 'the CLI calls it up to 2.9, and as of 2.9 it is granted';
const SIMULATED = pairs(['iam:SimulatePrincipalPolicy'], ROLE, CLUSTER_ROLES);
/** What the CLI called until 2.9. */
const ENDED: readonly Dropped[] = [
  {
    kind: 'other options',
    because: ENDED_WITH_2_9,
    pairs: [...SIMULATED, 'cloudformation:DescribeStackResource', 'ssm:GetParametersByPath'],
  },
  {
    kind: 'unused',
    because: 'the CLI simulates no service-linked role',
    pairs: [`iam:SimulatePrincipalPolicy ${LINKED_ROLES}`],
  },
];
const ENDED_FOR_BATCH: readonly Dropped[] = [
  {
    kind: 'other options',
    because: ENDED_WITH_2_9,
    pairs: [...SIMULATED, `cloudformation:DescribeStackResource ${STACKS}`],
  },
  {
    kind: 'other options',
    because: 'clusters of AWS Batch have no queues, topics, tables and hosted zones; as of 2.9, all users have them',
    pairs: [
      ...MANAGED_QUEUES,
      ...MANAGED_TOPICS,
      ...pairs(
        ['CreateTable', 'DeleteTable', 'DescribeTable', 'PutItem', 'TagResource'].map(name => `dynamodb:${name}`), TABLES,
      ),
      ...pairs(
        ['ChangeTagsForResource', 'CreateHostedZone', 'DeleteHostedZone', 'GetHostedZone'].map(name => `route53:${name}`),
        HOSTED_ZONES,
      ),
    ],
  },
];
const LOGS = `logs:* ${regional('logs', '*')}`;

export const USER_DEVIATIONS: Readonly<Record<string, Readonly<Record<string, Deviations>>>> = {
  'parallelcluster2/user-sge-slurm-torque': {
    'who creates clusters of SGE or Torque': {
      narrowed: { ...OF_CLUSTERS, ...GROUPS },
      dropped: [...notSimulated(MISPLACED_LINKED_ROLES), OF_GROUPS, OLD_FUNCTIONS, OLD_GET_FUNCTION, UNUSED, ...ENDED],
    },
    'who creates clusters of Slurm': {
      narrowed: { ...OF_CLUSTERS, ...ZONES },
      dropped: [...notSimulated(MISPLACED_LINKED_ROLES), OF_SLURM, OLD_FUNCTIONS, OLD_GET_FUNCTION, UNUSED, ...ENDED],
    },
    'who creates clusters as of 2.9': {
      narrowed: { ...OF_CLUSTERS, ...GROUPS, ...ZONES, ...OF_2_9 },
      dropped: [...MISPLACED_LINKED_ROLES, UNUSED],
    },
    'who creates clusters as of 2.9, unrestricted': {
      narrowed: { ...ALWAYS, ...PACKAGES_OF_CLUSTERS, ...NEW_LINKED_ROLES },
      dropped: [...without(/^iam:GetRole /, MISPLACED_LINKED_ROLES), UNUSED],
    },
  },
  'parallelcluster2/user-awsbatch': {
    'who creates clusters of AWS Batch': {
      narrowed: {
        ...NARROWED,
        ...ALWAYS_OF_BATCH,
        'ClusterManageStacks': pairs(MANAGED_STACKS, STACKS),
        'AccessManageProfiles': [...NARROWED.AccessManageProfiles, `iam:GetInstanceProfile ${PROFILES}`],
        'BatchReadLogs, ClusterFindLogs, ClusterManageLogs': [LOGS],
        'BatchManageImages': ['ecr:*'],
        'BatchFind, BatchManage': ['batch:*'],
        'BatchManageRules': ['events:*'],
        'BatchFindContainers': ['ecs:DescribeContainerInstances', 'ecs:ListContainerInstances'],
        'StorageManageEfs': ['CreateMountTarget', 'DeleteFileSystem', 'DeleteMountTarget']
          .map(name => `elasticfilesystem:${name}`),
        'StorageFindEfs': ['elasticfilesystem:DescribeFileSystems', 'elasticfilesystem:DescribeMountTargets'],
      },
      dropped: [...MISPLACED_OF_BATCH, OLD_FUNCTIONS, UNUSED_BY_BATCH, ...ENDED_FOR_BATCH, {
        kind: 'invalid ARN',
        because: 'a change is no hosted zone',
        pairs: [`route53:GetChange ${HOSTED_ZONES}`],
      }],
    },
    'who creates clusters of AWS Batch as of 2.9, unrestricted': {
      narrowed: { ...ALWAYS_OF_BATCH, 'BatchReadLogs, ClusterFindLogs, ClusterManageLogs': [LOGS] },
      dropped: [...MISPLACED_OF_BATCH, UNUSED_BY_BATCH],
    },
  },
  'parallelcluster2/user-minimal': {
    'who uses a cluster': {
      narrowed: {
        UseComputeEnvironments: [`batch:UpdateComputeEnvironment ${regional('batch', 'compute-environment/*')}`],
        UseTables: ['GetItem', 'PutItem'].map(name => `dynamodb:${name} ${regional('dynamodb', 'table/${ClusterName}')}`),
        UseGroups: [`autoscaling:UpdateAutoScalingGroup ${regional(
          'autoscaling', 'autoScalingGroup:*:autoScalingGroupName/parallelcluster-*')}`],
      },
      dropped: [ofOtherServices({
        groups: regional('autoscaling', 'autoScalingGroup:*:autoScalingGroupName/parallelcluster-*'),
        environments: regional('batch', 'compute-environment/*'),
        stacks: regional('cloudformation', 'stack/${ClusterName}/*'),
        tables: regional('dynamodb', 'table/${ClusterName}'),
      }, {
        'autoscaling:UpdateAutoScalingGroup': ['groups'],
        'batch:UpdateComputeEnvironment': ['environments'],
        'cloudformation:DescribeStackEvents': ['stacks'],
        'cloudformation:DescribeStackResources': ['stacks'],
        'cloudformation:GetTemplate': ['stacks'],
        'dynamodb:GetItem': ['tables'],
        'dynamodb:PutItem': ['tables'],
      })],
    },
  },
};

/** In the wide form, users read every role. */
function without(excluded: RegExp, drops: readonly Dropped[]): readonly Dropped[] {
  return drops.map(drop => ({ ...drop, pairs: drop.pairs.filter(pair => !excluded.test(pair)) }));
}

/** Since 2.10.0 no role is simulated. */
function notSimulated(drops: readonly Dropped[]): readonly Dropped[] {
  return without(/^iam:SimulatePrincipalPolicy /, drops);
}
