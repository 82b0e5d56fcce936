import { bucketStatements } from './create-bucket-policy';
import { SOURCES } from '../sources';
import { CreatedClusters } from './read';
import { Arns } from '../../private/options/arns';
import { ANY, whenPresent } from '../../private/statements/documented-statement';
import { ClusterStatements } from '../cluster/statement';

const source = SOURCES.user;
const EFS_ACTIONS = 'narrowed: the page grants all actions on all resources; with these, stacks create, change and ' +
  'delete file systems, and the CLI finds them';
const LUSTRE_DATA = 's3.data-source.lustre.fsx.amazonaws.com';

/** The bucket of artifacts, Amazon EFS and Amazon FSx for Lustre. */
export function storagePolicy(
  arns: Arns, { names, hasEfs, hasFsx, dataRepositories }: CreatedClusters,
): ClusterStatements {
  const hasData = dataRepositories.buckets.length > 0;
  const linked = ['fsx.amazonaws.com', ...(hasData ? [LUSTRE_DATA] : [])];
  return [
    ...bucketStatements(arns, names),
    ...whenPresent(hasEfs, () => [
      {
        sid: 'StorageFindInterfaces',
        source,
        actions: ['ec2:DescribeNetworkInterfaceAttribute'],
        resources: ANY,
      },
      {
        sid: 'StorageFindEfs',
        source,
        note: EFS_ACTIONS,
        actions: [
          'elasticfilesystem:DescribeBackupPolicy',
          'elasticfilesystem:DescribeFileSystemPolicy',
          'elasticfilesystem:DescribeFileSystems',
          'elasticfilesystem:DescribeLifecycleConfiguration',
          'elasticfilesystem:DescribeMountTargetSecurityGroups',
          'elasticfilesystem:DescribeMountTargets',
          'elasticfilesystem:DescribeReplicationConfigurations',
        ],
        resources: [arns.regional('elasticfilesystem', 'file-system/*')],
      },
      {
        sid: 'StorageCreateEfs',
        source,
        note: EFS_ACTIONS,
        printed: { actions: ['elasticfilesystem:*'] },
        actions: ['elasticfilesystem:CreateFileSystem'],
        resources: ANY,
      },
      {
        sid: 'StorageManageEfs',
        source,
        note: EFS_ACTIONS,
        actions: [
          'elasticfilesystem:CreateMountTarget',
          'elasticfilesystem:DeleteFileSystem',
          'elasticfilesystem:DeleteMountTarget',
          'elasticfilesystem:DeleteTags',
          'elasticfilesystem:ListTagsForResource',
          'elasticfilesystem:ModifyMountTargetSecurityGroups',
          'elasticfilesystem:PutBackupPolicy',
          'elasticfilesystem:PutLifecycleConfiguration',
          'elasticfilesystem:TagResource',
          'elasticfilesystem:UntagResource',
          'elasticfilesystem:UpdateFileSystem',
        ],
        resources: [arns.regional('elasticfilesystem', 'file-system/*')],
      },
    ]),
    ...whenPresent(hasFsx, () => [
      {
        sid: 'StorageFindFsx',
        source,
        note: 'narrowed: the page grants all actions; these list file systems and their backups',
        actions: [
          'fsx:DescribeBackups',
          'fsx:DescribeFileSystems',
        ],
        resources: ANY,
      },
      {
        sid: 'StorageManageFsx',
        source,
        note: 'narrowed: the page grants all actions on all resources; with these, stacks create, change and delete ' +
          'file systems',
        printed: { actions: ['fsx:*'] },
        actions: [
          'fsx:CreateBackup',
          'fsx:CreateFileSystem',
          'fsx:CreateFileSystemFromBackup',
          'fsx:DeleteFileSystem',
          'fsx:ListTagsForResource',
          'fsx:TagResource',
          'fsx:UntagResource',
          'fsx:UpdateFileSystem',
        ],
        resources: [arns.regional('fsx', 'file-system/*'), arns.regional('fsx', 'backup/*')],
      },
      {
        sid: 'StorageLinkedRoles',
        source,
        note: 'narrowed: the page of version 2.9 creates every service-linked role; its later form lists FSx and, for data ' +
          'repositories, a second one',
        actions: ['iam:CreateServiceLinkedRole'],
        resources: linked.map(service => arns.role(`/aws-service-role/${service}/`, '*')),
        conditions: { StringEquals: { 'iam:AWSServiceName': linked } },
      },
      ...whenPresent(hasData, () => ({
        sid: 'StorageLinkBucket',
        source,
        note: 'narrowed: the page changes every role; a file system with a data repository has this service-linked ' +
          'role',
        actions: [
          'iam:AttachRolePolicy',
          'iam:PutRolePolicy',
        ],
        resources: [arns.role(`/aws-service-role/${LUSTRE_DATA}/`, '*')],
      })),
    ]),
  ];
}
