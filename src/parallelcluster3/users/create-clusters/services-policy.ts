import { Arns } from '../../../private/options/arns';
import { ANY, Statements, whenPresent } from '../../../private/statements/documented-statement';
import { onBuckets } from '../../../private/statements/shared/owned-buckets';
import { CLUSTER_BUCKETS } from '../../cluster/cluster-arns';
import { bucketKeys } from '../../cluster/statements';
import { USER_SOURCES } from '../../sources';
import { clusterBuckets, clusterObjects } from '../buckets-policy';
import { CLUSTER_LOGS, FUNCTION_LOGS, KEYS_OF_BUCKETS, linkedRoles } from '../conditions';
import { CreateClusters, UserAccess } from '../read';

const source = USER_SOURCES.clusterServices;

/** The other resources of a cluster: functions, buckets, file systems, logs. */
export function clusterServicesPolicy(
  arns: Arns, { storage }: UserAccess, { efs, files }: CreateClusters,
): Statements {
  return [
    {
      sid: 'ClusterServicesUseFunctions',
      source,
      note: 'narrowed: the page also grants functions parallelcluster-*, which no release creates',
      actions: [
        'lambda:AddPermission',
        'lambda:CreateFunction',
        'lambda:DeleteFunction',
        'lambda:GetFunction',
        'lambda:InvokeFunction',
        'lambda:RemovePermission',
        'lambda:TagResource',
        'lambda:UntagResource',
        'lambda:UpdateFunctionConfiguration',
      ],
      resources: [arns.regional('lambda', 'function:pcluster-*')],
    },
    ...clusterBuckets('ClusterServices', source, arns, storage.buckets.buckets),
    ...onBuckets(
      clusterObjects('ClusterServices', source,
        'narrowed: the page grants s3:* on these and other buckets; these are the calls of pcluster'),
      arns.account, [arns.bucket(`${CLUSTER_BUCKETS}/*`)], storage.buckets.objects),
    ...bucketKeys('ClusterServicesUseBucketKeys', USER_SOURCES.validators, storage.buckets.keys,
      ['kms:Decrypt', 'kms:GenerateDataKey'], KEYS_OF_BUCKETS),
    {
      sid: 'ClusterServicesReadArtifacts',
      source,
      note: 'narrowed: the page also matches buckets of others, whose names start the same',
      actions: [
        's3:Get*',
        's3:List*',
      ],
      resources: ['', '/*'].map(objects => arns.bucket(`${arns.region}-aws-parallelcluster${objects}`)),
    },
    ...useEfs(arns, efs),
    ...whenPresent(files.objects, resources => ({
      sid: 'ClusterServicesReadFiles',
      source: USER_SOURCES.validators,
      note: 'added: pcluster checks that the files of a configuration exist',
      actions: ['s3:GetObject'],
      resources,
    })),
    {
      sid: 'ClusterServicesUseLogs',
      source,
      note: 'narrowed: the page grants all log groups; these are the ones of clusters and their functions',
      actions: [
        'logs:CreateLogGroup',
        'logs:DeleteLogGroup',
        'logs:ListTagsForResource',
        'logs:PutRetentionPolicy',
        'logs:TagResource',
        'logs:UntagResource',
      ],
      actionsSince: {
        '3.6.0': ['logs:DeleteMetricFilter', 'logs:DescribeMetricFilters', 'logs:PutMetricFilter'],
      },
      resources: [CLUSTER_LOGS, FUNCTION_LOGS].map(group => arns.logGroups(group)),
    },
    {
      sid: 'ClusterServicesFindLogs',
      source,
      actions: ['logs:DescribeLogGroups'],
      resources: ANY,
    },
    // Capacity reservations in groups.
    {
      sid: 'ClusterServicesReadGroups',
      source,
      note: 'narrowed: the page grants all resources; these are the groups of the region and account',
      since: '3.3.0',
      actions: [
        'resource-groups:GetGroupConfiguration',
        'resource-groups:ListGroupResources',
      ],
      resources: [arns.regional('resource-groups', 'group/*')],
    },
  ];
}

function useEfs(arns: Arns, fileSystems: readonly string[]): Statements {
  if (fileSystems.length > 0) {
    return [
      {
        sid: 'ClusterServicesUseEfs',
        source,
        note: 'narrowed: the page grants all actions on all file systems, and says that existing ones may be listed; ' +
          'clusters only mount them',
        actions: ['elasticfilesystem:Describe*'],
        resources: fileSystems,
      },
    ];
  }
  return [
    {
      sid: 'ClusterServicesUseEfs',
      source,
      note: 'narrowed: the page grants all actions of the service; these are what CloudFormation and the command line call',
      actions: [
        'elasticfilesystem:CreateMountTarget',
        'elasticfilesystem:DeleteFileSystem',
        'elasticfilesystem:DeleteMountTarget',
        'elasticfilesystem:Describe*',
        'elasticfilesystem:ListTagsForResource',
        'elasticfilesystem:ModifyMountTargetSecurityGroups',
        'elasticfilesystem:TagResource',
        'elasticfilesystem:UntagResource',
        'elasticfilesystem:UpdateFileSystem',
      ],
      resources: ['access-point', 'file-system'].map(type => arns.regional('elasticfilesystem', `${type}/*`)),
    },
    {
      sid: 'ClusterServicesCreateEfs',
      source,
      note: 'corrected: the page grants this on the ARNs of file systems, to which the action does not apply',
      actions: ['elasticfilesystem:CreateFileSystem'],
      resources: ANY,
    },
    {
      ...linkedRoles('ClusterServicesCreateLinkedRoles', USER_SOURCES.handlers, arns, 'elasticfilesystem'),
      note: 'added: the first file system of an account creates this role',
    },
  ];
}
