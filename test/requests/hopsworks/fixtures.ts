import { Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { AWS } from '../../support/fold';
import { RequestRow } from '../../support/request-table';

// The resources of the requests, and resources of others.

export const { account: ACCOUNT, region: REGION } = AWS;
export const ENV = { env: { account: ACCOUNT, region: REGION } };
export const OTHER_ACCOUNT = '444455556666';

export const arn = (service: string, resource: string, account = ACCOUNT, region = REGION) =>
  `arn:aws:${service}:${region}:${account}:${resource}`;
export const roleArn = (name: string, account = ACCOUNT) => `arn:aws:iam::${account}:role/${name}`;
export const repository = (name: string, account = ACCOUNT, region = REGION) =>
  arn('ecr', `repository/${name}`, account, region);

export const BUCKET = 'arn:aws:s3:::cluster';
export const OBJECT = `${BUCKET}/Projects/demo/part-0`;
export const KEY = arn('kms', 'key/11111111-0000-4000-8000-000000000000');
const OTHER_KEY = arn('kms', 'key/99999999-0000-4000-8000-000000000000');

export const bucket = (stack: Stack): s3.IBucket => s3.Bucket.fromBucketName(stack, 'Bucket', 'cluster');
export const key = (stack: Stack): kms.IKey => kms.Key.fromKeyArn(stack, 'Key', KEY);

// Requests of clusters on EC2 and on EKS.

export const USE_BUCKET: readonly RequestRow[] = [
  ['read, write and delete its data', ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], OBJECT],
  ['abort a failed upload', 's3:AbortMultipartUpload', OBJECT],
  ['list its data', ['s3:ListBucket', 's3:ListBucketMultipartUploads'], BUCKET],
  ['see whether the bucket keeps versions', 's3:GetBucketVersioning', BUCKET],
];

export const NO_OTHER_BUCKET: readonly RequestRow[] = [
  ['read from another bucket', 's3:GetObject', 'arn:aws:s3:::other/Projects/demo/part-0'],
  ['list a bucket whose name starts the same', 's3:ListBucket', 'arn:aws:s3:::cluster-2'],
  ['delete its bucket', 's3:DeleteBucket', BUCKET],
  ['change who may use its bucket', 's3:PutBucketPolicy', BUCKET],
];

export const BACK_UP: readonly RequestRow[] = [
  ['turn on versions', 's3:PutBucketVersioning', BUCKET],
  ['keep versions for a while', ['s3:GetLifecycleConfiguration', 's3:PutLifecycleConfiguration'], BUCKET],
  ['find versions', 's3:ListBucketVersions', BUCKET],
  ['delete a version', 's3:DeleteObjectVersion', OBJECT],
];

export const USE_KEY: readonly RequestRow[] = [
  ['read and write encrypted data', ['kms:Decrypt', 'kms:GenerateDataKey'], KEY],
];

export const NO_OTHER_KEY: readonly RequestRow[] = [
  ['use another key', 'kms:Decrypt', OTHER_KEY],
  ['let others use the key', 'kms:CreateGrant', KEY],
];

const OWNED = { 's3:x-amz-acl': 'bucket-owner-full-control' };

export const SET_ACL: readonly RequestRow[] = [
  ['give its data to the owner of the bucket', 's3:PutObjectAcl', OBJECT, OWNED],
];

export const NO_OTHER_ACL: readonly RequestRow[] = [
  ['make its data public', 's3:PutObjectAcl', OBJECT, { 's3:x-amz-acl': 'public-read' }],
  ['set an ACL of its own', 's3:PutObjectAcl', OBJECT],
  ['give away the data of others', 's3:PutObjectAcl', 'arn:aws:s3:::other/x', OWNED],
];

/** Backups of Velero below `k8s_backup`. The page of Hopsworks calls the prefix so. */
export const BACKUP = `${BUCKET}/k8s_backup/backups/k8s-backups-main-20260722/velero-backup.json`;

export const FINISH_UPLOADS: readonly RequestRow[] = [
  ['find the parts of an upload and tag a backup', ['s3:ListMultipartUploadParts', 's3:PutObjectTagging'], BACKUP],
];

export const NO_OTHER_UPLOADS: readonly RequestRow[] = [
  ['tag data outside of the prefix', 's3:PutObjectTagging', OBJECT],
  ['tag an object of a similar prefix', 's3:PutObjectTagging', `${BUCKET}/k8s_backup_2/a`],
  ['tag a backup in another bucket', 's3:PutObjectTagging', 'arn:aws:s3:::other/k8s_backup/a'],
  ['tag a version of a backup', 's3:PutObjectVersionTagging', BACKUP],
];

export const PUSH_TO = (name: string, account = ACCOUNT): readonly RequestRow[] => [
  ['push images', [
    'ecr:BatchCheckLayerAvailability', 'ecr:CompleteLayerUpload', 'ecr:InitiateLayerUpload', 'ecr:PutImage',
    'ecr:TagResource', 'ecr:UploadLayerPart',
  ], repository(name, account)],
  ['pull images', ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], repository(name, account)],
  ['clean up images', [
    'ecr:BatchDeleteImage', 'ecr:GetLifecyclePolicy', 'ecr:ListImages', 'ecr:PutLifecyclePolicy',
  ], repository(name, account)],
];
