import { Arns } from '../../../private/options/arns';
import { BoundLocations } from '../../../private/options/reader';
import { ANY, Statements, whenPresent } from '../../../private/statements/documented-statement';
import { bucketKeys } from '../../cluster/statements';
import { USER_SOURCES } from '../../sources';
import { KEYS_OF_BUCKETS, linkedRole, linkedRoles } from '../conditions';
import { CreateClusters } from '../read';

const source = USER_SOURCES.clusterServices;
const guide = USER_SOURCES.fsxForLustre;

/** The service whose linked role reads and writes data repositories. */
const DATA_SERVICE = 's3.data-source.lustre.fsx';

/** File systems of Amazon FSx: clusters create them, or mount existing ones. */
export function fsxPolicy(arns: Arns, { fsxForLustre, existingFsx }: CreateClusters): Statements {
  return [
    ...whenPresent(fsxForLustre, () => ({
      sid: 'FsxForLustreUse',
      source,
      note: 'narrowed: the page grants all actions of the service; these are what CloudFormation calls',
      actions: [
        'fsx:CreateDataRepositoryAssociation',
        'fsx:CreateFileSystem',
        'fsx:CreateFileSystemFromBackup',
        'fsx:DeleteDataRepositoryAssociation',
        'fsx:DeleteFileSystem',
        'fsx:ListTagsForResource',
        'fsx:TagResource',
        'fsx:UntagResource',
        'fsx:UpdateDataRepositoryAssociation',
        'fsx:UpdateFileSystem',
      ],
      resources: ['association', 'backup', 'file-system'].map(type => arns.regional('fsx', `${type}/*`)),
    })),
    ...whenPresent(fsxForLustre !== undefined || existingFsx, () => ({
      sid: 'FsxForLustreDescribe',
      source,
      note: 'corrected: the page grants this on the ARNs of file systems, to which most of these actions do not apply',
      actions: ['fsx:Describe*'],
      resources: ANY,
    })),
    ...whenPresent(fsxForLustre, () => linkedRoles('FsxForLustreCreateLinkedRoles', source, arns, 'fsx')),
    ...whenPresent(fsxForLustre, locations => useDataRepositories(arns, locations)),
  ];
}

/** The data of file systems, which FSx reads and writes with a role of its own. */
function useDataRepositories(arns: Arns, { buckets, objects, keys }: BoundLocations): Statements {
  const note = 'corrected: the guide grants this on the ARN of the bucket, which does not cover its objects';
  return whenPresent(buckets, () => [
    linkedRoles('FsxForLustreDataCreateLinkedRoles', source, arns, DATA_SERVICE),
    {
      sid: 'FsxForLustreDataExtendRole',
      source: guide,
      actions: [
        'iam:AttachRolePolicy',
        'iam:PutRolePolicy',
      ],
      resources: [linkedRole(arns, DATA_SERVICE)],
    },
    {
      sid: 'FsxForLustreDataRead',
      source: guide,
      note,
      actions: [
        's3:Get*',
        's3:List*',
      ],
      resources: [...buckets, ...objects],
    },
    {
      sid: 'FsxForLustreDataWrite',
      source: guide,
      note,
      actions: ['s3:PutObject'],
      resources: objects,
    },
    ...bucketKeys('FsxForLustreDataUseKeys', guide, keys, ['kms:Decrypt', 'kms:GenerateDataKey'], KEYS_OF_BUCKETS),
  ]);
}
