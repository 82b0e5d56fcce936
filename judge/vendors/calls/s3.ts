import { Asked, list, objects, Service, text } from './service';
import { JsonObject } from '../../../test/support/fold';
import { RecordedCall } from '../recording';

const bucket = ({ parameters }: RecordedCall): readonly Asked[] => [{ resource: bucketArn(parameters) }];

const object = ({ parameters }: RecordedCall): readonly Asked[] => [{ resource: objectArn(parameters) }];

/** The version of an object is an action of its own. */
const version = (action: string) => ({ parameters }: RecordedCall): readonly Asked[] =>
  [{ resource: objectArn(parameters), action: text(parameters.VersionId) === '' ? action : `${action}Version` }];

const LISTED = { HeadBucket: bucket, ListObjects: bucket, ListObjectsV2: bucket, ListObjectVersions: bucket };

const BUCKET_OPERATIONS = [
  'CreateBucket', 'DeleteBucket', 'GetBucketAcl', 'GetBucketEncryption', 'GetBucketLocation', 'GetBucketPolicy',
  'GetBucketVersioning', 'PutBucketEncryption', 'PutBucketPolicy', 'PutBucketTagging', 'PutBucketVersioning',
  'PutPublicAccessBlock',
];

export const S3: Service = {
  prefix: 's3',
  actions: {
    GetBucketEncryption: 'GetEncryptionConfiguration',
    HeadBucket: 'ListBucket',
    ListBuckets: 'ListAllMyBuckets',
    ListObjects: 'ListBucket',
    ListObjectsV2: 'ListBucket',
    ListObjectVersions: 'ListBucketVersions',
    PutBucketEncryption: 'PutEncryptionConfiguration',
    PutPublicAccessBlock: 'PutBucketPublicAccessBlock',
    CompleteMultipartUpload: 'PutObject',
    CreateMultipartUpload: 'PutObject',
    UploadPart: 'PutObject',
  },
  resources: {
    ...LISTED,
    ...Object.fromEntries(BUCKET_OPERATIONS.map(operation => [operation, bucket])),
    CompleteMultipartUpload: object,
    CreateMultipartUpload: object,
    UploadPart: object,
    DeleteObject: version('s3:DeleteObject'),
    GetObject: version('s3:GetObject'),
    HeadObject: version('s3:GetObject'),
    DeleteObjects: ({ parameters }) => objects((parameters.Delete as JsonObject).Objects).map(each => ({
      resource: objectArn({ ...parameters, ...each }),
      action: `s3:DeleteObject${text(each.VersionId) === '' ? '' : 'Version'}`,
    })),
    PutObject: ({ parameters }) => {
      const resource = objectArn(parameters);
      return [
        { resource },
        ...list(parameters.ACL).map(() => ({ resource, action: 's3:PutObjectAcl' })),
        ...list(parameters.Tagging).map(() => ({ resource, action: 's3:PutObjectTagging' })),
      ];
    },
    CopyObject: ({ parameters }) => {
      const source = parameters.CopySource as JsonObject;
      return [
        { resource: objectArn(parameters), action: 's3:PutObject' },
        { resource: objectArn(source), action: 's3:GetObject' },
      ];
    },
  },
};

function bucketArn({ Bucket }: JsonObject): string {
  return `arn:aws:s3:::${text(Bucket)}`;
}

function objectArn(parameters: JsonObject): string {
  return `${bucketArn(parameters)}/${text(parameters.Key)}`;
}
