import { all, arn, role } from './fixtures';
import { RequestRow } from '../../support/request-table';

// The calls of the CLI and its stacks for file systems of users who create clusters.

type Rows = readonly RequestRow[];

const EFS = arn('elasticfilesystem', 'file-system/fs-1');
const LUSTRE = arn('fsx', 'file-system/fs-1');
const LINKED = role('aws-service-role/fsx.amazonaws.com/AWSServiceRoleForAmazonFSx');
const LINKED_DATA = role('aws-service-role/s3.data-source.lustre.fsx.amazonaws.com/AWSServiceRoleForFSxS3Access_fs-1');
const DATA_SERVICE = 's3.data-source.lustre.fsx.amazonaws.com';
const forService = (name: string) => ({ 'iam:AWSServiceName': name });

export const FILE_SYSTEMS_OF_FSX: Rows = [
  all('find file systems of FSx', 'fsx', ['DescribeBackups', 'DescribeFileSystems']),
  all('manage a file system of FSx', 'fsx', [
    'CreateBackup', 'CreateFileSystem', 'CreateFileSystemFromBackup', 'DeleteFileSystem', 'ListTagsForResource',
    'TagResource', 'UntagResource', 'UpdateFileSystem',
  ], LUSTRE),
  ['create one from a backup', 'fsx:CreateFileSystemFromBackup', arn('fsx', 'backup/backup-1')],
  ['let FSx work', 'iam:CreateServiceLinkedRole', LINKED, forService('fsx.amazonaws.com')],
];
export const DATA_REPOSITORIES: Rows = [
  ['let FSx read a bucket', 'iam:CreateServiceLinkedRole', LINKED_DATA, forService(DATA_SERVICE)],
  all('say which bucket', 'iam', ['AttachRolePolicy', 'PutRolePolicy'], LINKED_DATA),
];
export const DATA_REPOSITORIES_ONLY: Rows = [
  ['let another service read a bucket', 'iam:CreateServiceLinkedRole', LINKED_DATA, forService('ecs.amazonaws.com')],
  ['change another service-linked role', ['iam:AttachRolePolicy', 'iam:PutRolePolicy'], LINKED],
];
export const FILE_SYSTEMS: Rows = [
  all('describe interfaces', 'ec2', ['DescribeNetworkInterfaceAttribute']),
  all('create a file system', 'elasticfilesystem', ['CreateFileSystem']),
  all('manage a file system', 'elasticfilesystem', [
    'CreateMountTarget', 'DeleteFileSystem', 'DeleteMountTarget', 'DeleteTags', 'DescribeBackupPolicy',
    'DescribeFileSystemPolicy', 'DescribeFileSystems', 'DescribeLifecycleConfiguration',
    'DescribeMountTargetSecurityGroups', 'DescribeMountTargets', 'DescribeReplicationConfigurations',
    'ListTagsForResource', 'ModifyMountTargetSecurityGroups', 'PutBackupPolicy', 'PutLifecycleConfiguration',
    'TagResource', 'UntagResource', 'UpdateFileSystem',
  ], EFS),
  ...FILE_SYSTEMS_OF_FSX,
];
export const FILE_SYSTEMS_ONLY: Rows = [
  ['mount a file system', 'elasticfilesystem:ClientMount', EFS],
  ['open a file system to others', 'elasticfilesystem:PutFileSystemPolicy', EFS],
  ['delete a file system of another region', 'elasticfilesystem:DeleteFileSystem',
    arn('elasticfilesystem', 'file-system/fs-1', undefined, 'us-east-1')],
  ['delete a backup', 'fsx:DeleteBackup', arn('fsx', 'backup/backup-1')],
  ['let another service work', 'iam:CreateServiceLinkedRole', LINKED, forService('ecs.amazonaws.com')],
  ['let FSx read a bucket', 'iam:CreateServiceLinkedRole', LINKED, forService(DATA_SERVICE)],
  ['create the role that reads a bucket', 'iam:CreateServiceLinkedRole', LINKED_DATA, forService('fsx.amazonaws.com')],
  ['say which bucket FSx reads', 'iam:PutRolePolicy', LINKED_DATA],
  ['change another service-linked role', 'iam:PutRolePolicy', LINKED],
];
