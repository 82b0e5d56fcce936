import { CLUSTER_LOGS, FUNCTION_LOGS, KEYS_OF_BUCKETS } from './conditions';
import { UserAccess } from './read';
import { Arns } from '../../private/options/arns';
import { ANY, Statements } from '../../private/statements/documented-statement';
import { bucketKeys } from '../cluster/statements';
import { USER_SOURCES } from '../sources';

const source = USER_SOURCES.clusterServices;

/** The other resources of a cluster: functions, buckets, file systems, logs. */
export function clusterServicesPolicy(arns: Arns, { storage, efs }: UserAccess): Statements {
  return [
    {
      sid: 'ClusterServicesUseFunctions',
      source,
      actions: [
        'lambda:AddPermission',
        'lambda:CreateFunction',
        'lambda:DeleteFunction',
        'lambda:GetFunction',
        'lambda:GetFunctionConfiguration',
        'lambda:InvokeFunction',
        'lambda:ListTags',
        'lambda:RemovePermission',
        'lambda:TagResource',
        'lambda:UntagResource',
        'lambda:UpdateFunctionConfiguration',
      ],
      resources: ['parallelcluster-*', 'pcluster-*'].map(name => arns.regional('lambda', `function:${name}`)),
    },
    {
      sid: 'ClusterServicesUseBuckets',
      source,
      actions: ['s3:*'],
      resources: [
        ...['parallelcluster-*', 'aws-parallelcluster-*'].map(name => arns.bucket(name)),
        ...storage.buckets.buckets,
        ...storage.buckets.objects,
      ],
    },
    ...bucketKeys('ClusterServicesUseBucketKeys', USER_SOURCES.validators, storage.buckets.keys,
      ['kms:Decrypt', 'kms:GenerateDataKey'], KEYS_OF_BUCKETS),
    {
      sid: 'ClusterServicesReadArtifacts',
      source,
      actions: [
        's3:Get*',
        's3:List*',
      ],
      resources: [arns.bucket(`${arns.region}-aws-parallelcluster*`)],
    },
    ...useEfs(arns, efs),
    {
      sid: 'ClusterServicesUseLogs',
      source,
      note: 'narrowed: the page grants all log groups; these are the ones of clusters and their functions',
      actions: [
        'logs:CreateLogGroup',
        'logs:DeleteLogGroup',
        'logs:ListTagsForResource',
        'logs:PutRetentionPolicy',
      ],
      actionsSince: {
        '3.3.1': ['logs:TagResource', 'logs:UntagResource'],
        '3.6.0': ['logs:DeleteMetricFilter', 'logs:DescribeMetricFilters', 'logs:PutMetricFilter'],
      },
      resources: [CLUSTER_LOGS, ...FUNCTION_LOGS].map(group => arns.logGroups(group)),
    },
    {
      sid: 'ClusterServicesFindLogs',
      source,
      actions: ['logs:DescribeLogGroups'],
      resources: ANY,
    },
    // Capacity reservations in groups, and resources with the tag of a cluster.
    {
      sid: 'ClusterServicesReadGroups',
      source,
      note: 'narrowed: the page grants all resources; these are the groups of the region and account',
      since: '3.3.0',
      actions: ['resource-groups:ListGroupResources'],
      actionsSince: { '3.5.0': ['resource-groups:GetGroupConfiguration'] },
      resources: [arns.regional('resource-groups', 'group/*')],
    },
    {
      sid: 'ClusterServicesFindTagged',
      source: USER_SOURCES.testUser,
      note: 'added: the role of the integration tests has it; the page lacks it',
      since: '3.15.0',
      actions: ['tag:GetResources'],
      resources: ANY,
    },
  ];
}

function useEfs(arns: Arns, fileSystems: readonly string[]): Statements {
  if (fileSystems.length > 0) {
    return [
      {
        sid: 'ClusterServicesUseEfs',
        source,
        note: 'narrowed: the page grants all file systems, and says that existing ones may be listed',
        actions: ['elasticfilesystem:*'],
        resources: fileSystems,
      },
    ];
  }
  return [
    {
      sid: 'ClusterServicesUseEfs',
      source,
      actions: ['elasticfilesystem:*'],
      resources: [arns.regional('elasticfilesystem', '*')],
    },
    {
      sid: 'ClusterServicesCreateEfs',
      source,
      note: 'corrected: the page grants this on the ARNs of file systems, to which the action does not apply',
      actions: ['elasticfilesystem:CreateFileSystem'],
      resources: ANY,
    },
  ];
}
