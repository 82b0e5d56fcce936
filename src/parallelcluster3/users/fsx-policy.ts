import { KEYS_OF_BUCKETS, linkedRole, linkedRoles } from './conditions';
import { FsxForLustre } from './read';
import { Arns } from '../../private/options/arns';
import { BoundLocations } from '../../private/options/reader';
import { ANY, Statements, whenPresent } from '../../private/statements/documented-statement';
import { bucketKeys } from '../cluster/statements';
import { USER_SOURCES } from '../sources';

/** File systems of Amazon FSx: clusters create them, or mount existing ones. */
export function fsxForLustrePolicy(arns: Arns, { fileSystems, dataRepositories }: FsxForLustre): Statements {
  const source = USER_SOURCES.clusterServices;
  const createsFileSystems = fileSystems.length === 0;
  return [
    {
      sid: 'FsxForLustreUse',
      source,
      note: createsFileSystems ? undefined
        : 'narrowed: the page grants all file systems, and says that existing ones may be listed',
      actions: ['fsx:*'],
      resources: createsFileSystems ? [arns.regional('fsx', '*')] : fileSystems,
    },
    {
      sid: 'FsxForLustreDescribe',
      source,
      note: 'corrected: the page grants this on the ARNs of file systems, to which most of these actions do not apply',
      actions: ['fsx:Describe*'],
      resources: ANY,
    },
    ...whenPresent(createsFileSystems, () => [
      ...linkedRoles('FsxForLustre', source, arns, 'fsx', 's3.data-source.lustre.fsx'),
      {
        sid: 'FsxForLustreExtendDataRole',
        source: USER_SOURCES.fsxForLustre,
        actions: [
          'iam:AttachRolePolicy',
          'iam:PutRolePolicy',
        ],
        resources: [linkedRole(arns, 's3.data-source.lustre.fsx')],
      },
    ]),
    ...useDataRepositories(dataRepositories),
  ];
}

function useDataRepositories({ buckets, objects, keys }: BoundLocations): Statements {
  const source = USER_SOURCES.fsxForLustre;
  return [
    ...whenPresent(buckets, () => ({
      sid: 'FsxForLustreReadData',
      source,
      note: 'corrected: the guide grants this on the ARN of the bucket, which does not cover its objects',
      actions: [
        's3:Get*',
        's3:List*',
      ],
      resources: [...buckets, ...objects],
    })),
    ...whenPresent(objects, resources => ({
      sid: 'FsxForLustreWriteData',
      source,
      note: 'corrected: the guide grants writing on the ARN of the bucket, which does not cover its objects',
      actions: ['s3:PutObject'],
      resources,
    })),
    ...bucketKeys('FsxForLustreUseDataKeys', source, keys, ['kms:Decrypt', 'kms:GenerateDataKey'], KEYS_OF_BUCKETS),
  ];
}
