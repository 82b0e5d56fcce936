import { Arns } from '../../private/options/arns';
import { given } from '../../private/statements/documented-statement';
import { ClusterNames } from '../cluster/names';
import { Statements } from '../cluster/statement';
import { SOURCES } from '../sources';

const source = SOURCES.user;
const READ_ONLY = 'narrowed: of s3:Get* and s3:List* the page means what reads the templates and packages of a release';

/** The bucket that clusters keep their artifacts in, and those of AWS with the templates. */
export function bucketStatements(arns: Arns, names: ClusterNames): Statements {
  const packages = arns.bucket(`${arns.region}-aws-parallelcluster`);
  return [
    {
      sid: 'StorageListArtifacts',
      source,
      note: 'narrowed: of s3:* the page means what the CLI does with the bucket',
      actions: [
        's3:GetBucketLocation',
        's3:GetBucketVersioning',
        's3:ListBucket',
        's3:ListBucketMultipartUploads',
        's3:ListBucketVersions',
      ],
      resources: names.buckets,
    },
    ...given(names.makesBucket, () => ({
      sid: 'StorageManageBuckets',
      source,
      note: 'narrowed: of s3:* the page means what the CLI does with a bucket that it makes',
      actions: [
        's3:CreateBucket',
        's3:DeleteBucket',
        's3:GetBucketPolicy',
        's3:GetBucketTagging',
        's3:GetEncryptionConfiguration',
        's3:PutBucketPolicy',
        's3:PutBucketTagging',
        's3:PutBucketVersioning',
        's3:PutEncryptionConfiguration',
      ],
      resources: names.buckets,
    })),
    {
      sid: 'StorageManageArtifacts',
      source,
      note: 'narrowed: of s3:* the page means what the CLI does with objects; an exact name of the page leaves them out',
      actions: [
        's3:AbortMultipartUpload',
        's3:DeleteObject',
        's3:DeleteObjectVersion',
        's3:GetObject',
        's3:GetObjectTagging',
        's3:GetObjectVersion',
        's3:PutObject',
        's3:PutObjectTagging',
      ],
      resources: names.objects,
    },
    ...given(names.keys, resources => ({
      sid: 'StorageArtifactKey',
      source: SOURCES.templates,
      note: 'added: what lies in an encrypted bucket asks for its key',
      actions: [
        'kms:Decrypt',
        'kms:GenerateDataKey',
      ],
      resources,
    })),
    {
      sid: 'StorageListPackages',
      source,
      note: READ_ONLY,
      actions: [
        's3:GetBucketLocation',
        's3:ListBucket',
      ],
      resources: [packages],
    },
    {
      sid: 'StorageReadPackages',
      source,
      note: READ_ONLY,
      actions: [
        's3:GetObject',
        's3:GetObjectVersion',
      ],
      resources: [`${packages}/*`],
    },
  ];
}
