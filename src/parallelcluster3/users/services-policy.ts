import { USER_SOURCES } from '../sources';
import { CLUSTER_LOGS, FUNCTION_LOGS, Statements } from './conditions';
import { UserAccess } from './read';
import { Arns } from '../../private/options/arns';
import { ANY, given } from '../../private/statements/documented-statement';

const source = USER_SOURCES.clusterServices;

/** What a cluster consists of beside its instances: functions, buckets, file systems, logs. */
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
    ...given(storage.buckets.keys, resources => ({
      sid: 'ClusterServicesUseBucketKeys',
      source: USER_SOURCES.validators,
      note: 'added: what an encrypted bucket needs; the page speaks of buckets without keys of their own',
      actions: [
        'kms:Decrypt',
        'kms:GenerateDataKey',
      ],
      resources,
    })),
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
    ...useLogs(arns),
    ...findResources(arns),
  ];
}

function useEfs(arns: Arns, fileSystems: readonly string[]): Statements {
  if (fileSystems.length > 0) {
    return [
      {
        sid: 'ClusterServicesUseEfs',
        source,
        note: 'narrowed: the page grants all file systems, and says that existing ones may be named',
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
      note: 'corrected: the page grants this on the ARNs of file systems, which the action does not know',
      actions: ['elasticfilesystem:CreateFileSystem'],
      resources: ANY,
    },
  ];
}

function useLogs(arns: Arns): Statements {
  return [
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
  ];
}

/** Capacity reservations in groups, and what has the tag of a cluster. */
function findResources(arns: Arns): Statements {
  return [
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
      note: 'added: the role of the integration tests has it, the page has not',
      since: '3.15.0',
      actions: ['tag:GetResources'],
      resources: ANY,
    },
  ];
}
