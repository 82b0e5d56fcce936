import { Arns } from '../../private/options/arns';
import { whenPresent } from '../../private/statements/documented-statement';
import { ownedBy } from '../../private/statements/shared/owned-buckets';
import { ClusterNames } from '../cluster/names';
import { artifactKey, ClusterStatements } from '../cluster/statement';
import { SOURCES } from '../sources';

const source = SOURCES.user;

/** The bucket with the artifacts of clusters, and AWS's buckets with the templates. */
export function bucketStatements(arns: Arns, names: ClusterNames): ClusterStatements {
  return [
    ownedBy(names.bucketOwner, {
      sid: 'StorageListArtifacts',
      source,
      note: 'narrowed: the page grants s3:*; these are the actions of the CLI on the bucket',
      actions: [
        's3:GetBucketLocation',
        's3:GetBucketVersioning',
        's3:ListBucket',
        's3:ListBucketVersions',
      ],
      resources: names.buckets,
    }),
    ...whenPresent(names.createsBucket, () => (ownedBy(names.bucketOwner, {
      sid: 'StorageManageBuckets',
      source,
      note: 'narrowed: the page grants s3:*; these are the actions of the CLI on a bucket that it creates',
      actions: [
        's3:CreateBucket',
        's3:DeleteBucket',
        's3:PutBucketPolicy',
        's3:PutBucketVersioning',
        's3:PutEncryptionConfiguration',
      ],
      resources: names.buckets,
    }))),
    ownedBy(names.bucketOwner, {
      sid: 'StorageManageArtifacts',
      source,
      note: 'narrowed: the page grants s3:*; these are the actions of the CLI on objects, which an ARN of the page ' +
        'leaves out',
      actions: [
        's3:DeleteObject',
        's3:DeleteObjectVersion',
        's3:GetObject',
        's3:GetObjectVersion',
        's3:PutObject',
      ],
      resources: names.objects,
    }),
    ...artifactKey('StorageArtifactKey', names, ['kms:Decrypt', 'kms:GenerateDataKey']),
    {
      sid: 'StorageReadPackages',
      source,
      note: 'narrowed: the page grants s3:Get* and s3:List*; CloudFormation reads the templates of a release',
      actions: ['s3:GetObject'],
      resources: [`${arns.bucket(`${arns.region}-aws-parallelcluster`)}/*`],
    },
  ];
}
