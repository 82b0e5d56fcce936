import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ParallelClusterS3Access, S3Location } from '../../../src';
import { AWS } from '../../support/fold';
import { Fixtures } from '../../support/given';
import { Statement } from '../../support/policies';
import { RequestRow } from '../../support/request-table';
import { synthesize } from '../../support/synthesize';

// The resources of the requests, and resources of others. The cluster is called hpc.

const { account: ACCOUNT, region: REGION } = AWS;
export const OTHER_ACCOUNT = '444455556666';

export const arn = (service: string, resource: string, account = ACCOUNT, region = REGION) =>
  `arn:aws:${service}:${region}:${account}:${resource}`;
export const ec2 = (resource: string) => arn('ec2', resource);
export const table = (name: string) => arn('dynamodb', `table/${name}`);
export const stack = (name: string) => arn('cloudformation', `stack/${name}/51af3dc0-da77-11e4-872e-1234567db123`);
export const role = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;
export const bucket = (name: string) => `arn:aws:s3:::${name}`;
export const object = (name: string, key: string) => `${bucket(name)}/${key}`;
export const image = (id = 'ami-0123456789abcdef0', region = REGION) => `arn:aws:ec2:${region}::image/${id}`;
export const zone = (id: string) => `arn:aws:route53:::hostedzone/${id}`;
export const secret = (name: string) => arn('secretsmanager', `secret:${name}-a1b2c3`);

export const INSTANCE = ec2('instance/i-0123456789abcdef0');
export const VOLUME = ec2('volume/vol-0123456789abcdef0');
export const CLUSTER_BUCKET = 'parallelcluster-0a1b2c3d4e5f6a7b-v1-do-not-delete';

/** An object of a cluster in the ParallelCluster bucket. */
export const artifact = (key: string, cluster = 'hpc', inBucket = CLUSTER_BUCKET) =>
  object(inBucket, `parallelcluster/3.15.1/clusters/${cluster}-abcdefghij012345/${key}`);

/** The ARN of a key as `Fixtures` creates it. */
export function keyArn(name: string): string {
  const hex = Buffer.from(name).toString('hex').slice(0, 32).padEnd(32, '0');
  return arn('kms', `key/${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`);
}

/** The tags of an instance, by the prefix of the condition key. */
export const tags = (nodeType?: string, cluster = 'hpc', key = 'ec2:ResourceTag') => ({
  ...(nodeType === undefined ? {} : { [`${key}/parallelcluster:node-type`]: nodeType }),
  [`${key}/parallelcluster:cluster-name`]: cluster,
});

export const OTHER_OWNER = { 'aws:ResourceAccount': OTHER_ACCOUNT };
export const passedTo = (service: string) => ({ 'iam:PassedToService': service });

/** The statements of the role that the construct creates. */
export function statementsOf(build: (stack: Stack, given: Fixtures) => Construct): () => readonly Statement[] {
  return () => {
    const { roles } = synthesize(inStack => {
      build(inStack, new Fixtures(inStack));
    }, { env: { account: ACCOUNT, region: REGION } });
    return roles.find(({ logicalId }) => logicalId.startsWith('Subject'))!.all;
  };
}

export const READ_ARTIFACTS: readonly RequestRow[] = [
  ['read the artifacts of AWS', 's3:GetObject', object(`${REGION}-aws-parallelcluster`, 'archives/node.tgz')],
];

export const READ_DCV_LICENSE: readonly RequestRow[] = [
  ['read the licence of DCV', 's3:GetObject', object(`dcv-license.${REGION}`, 'license.txt')],
];

export const NO_OTHER_ARTIFACTS: readonly RequestRow[] = [
  ['read the artifacts of another region', 's3:GetObject', object('us-east-1-aws-parallelcluster', 'archives/node.tgz')],
  ['write into the artifacts of AWS', 's3:PutObject', object(`${REGION}-aws-parallelcluster`, 'archives/node.tgz')],
];

/** The tag of an instance of the cluster. */
const OF_CLUSTER = tags(undefined, 'hpc', 'aws:ResourceTag');

export const DESCRIBE_ITSELF: readonly RequestRow[] = [
  ['look itself up', 'ec2:DescribeInstanceAttribute', INSTANCE, OF_CLUSTER],
];

export const NOT_END_ITSELF: readonly RequestRow[] = [
  ['end itself', 'ec2:TerminateInstances', INSTANCE, OF_CLUSTER],
];

export const NO_OTHER_ATTRIBUTES: readonly RequestRow[] = [
  ['read the user data of an instance of another cluster', 'ec2:DescribeInstanceAttribute', INSTANCE,
    tags(undefined, 'other', 'aws:ResourceTag')],
  ['read the user data of an instance of another owner', 'ec2:DescribeInstanceAttribute', INSTANCE],
];

export const READ_STACK_RESOURCES: readonly RequestRow[] = ['hpc', 'hpc-QueueBatch0-1ABCDEF'].map(name =>
  [`look its resource up in ${name}`, 'cloudformation:DescribeStackResource', stack(name)]);

export const NO_OTHER_STACK: readonly RequestRow[] = [
  ['look up resources of another stack', 'cloudformation:DescribeStackResource', stack('other')],
  ['look up resources of a stack whose name starts the same', 'cloudformation:DescribeStackResource', stack('hpc2')],
  ['look up resources in another account', 'cloudformation:DescribeStackResource',
    stack('hpc').replace(ACCOUNT, OTHER_ACCOUNT)],
  ['delete its stack', 'cloudformation:DeleteStack', stack('hpc')],
];

const ITEMS = ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'];
const FLEET_TABLE = table('parallelcluster-hpc');
/** The item with the state of the fleet, and that in which a node reports. */
const FLEET = { 'dynamodb:LeadingKeys': 'COMPUTE_FLEET' };
const REPORT = { 'dynamodb:LeadingKeys': 'CLUSTER_CONFIG.i-0123456789abcdef0' };

/** The head node uses all items. */
export const USE_FLEET_TABLE: readonly RequestRow[] = [
  ['read and write the state of the fleet', ITEMS, FLEET_TABLE, FLEET],
  ['read and write what nodes report', ITEMS, FLEET_TABLE, REPORT],
  ['read and write the table', ITEMS, FLEET_TABLE],
];

/** The other nodes use only their reports. */
export const REPORT_TO_FLEET_TABLE: readonly RequestRow[] = [
  ['report its configuration', ITEMS, FLEET_TABLE, REPORT],
];

export const NO_OTHER_ITEM: readonly RequestRow[] = [
  ['start or stop the fleet', ITEMS, FLEET_TABLE, FLEET],
  ['use the table without naming an item', ITEMS, FLEET_TABLE],
];

export const NO_OTHER_FLEET_TABLE: readonly RequestRow[] = [
  ['read and write the table of another cluster', ITEMS, table('parallelcluster-other'), REPORT],
  ['read and write a table of another owner', ITEMS, table('orders'), REPORT],
  ['delete from the table', 'dynamodb:DeleteItem', FLEET_TABLE, REPORT],
];

export const PUT_START_METRICS: readonly RequestRow[] = [
  ['put the metric of its start', 'cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'ParallelCluster' }],
];

export const NO_OTHER_METRICS: readonly RequestRow[] = [
  ['put metrics of others', 'cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'AWS/EC2' }],
];

const FILE_SYSTEM = arn('elasticfilesystem', 'file-system/fs-0123456789abcdef0');
const MOUNT = ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientRootAccess', 'elasticfilesystem:ClientWrite'];

export const MOUNT_FILE_SYSTEM: readonly RequestRow[] = [['mount its file system', MOUNT, FILE_SYSTEM]];

export const NO_OTHER_FILE_SYSTEM: readonly RequestRow[] = [
  ['mount another file system', MOUNT, arn('elasticfilesystem', 'file-system/fs-fedcba9876543210f')],
  ['delete its file system', 'elasticfilesystem:DeleteFileSystem', FILE_SYSTEM],
];

/** The data of the jobs on a node. */
export const DATA = (given: Fixtures): ParallelClusterS3Access => ({
  readable: [S3Location.prefix(given.bucket('data'), 'raw/')],
  readableKeys: [given.key('raw')],
  writable: [S3Location.prefix(given.bucket('results'), 'out/')],
  writableKeys: [given.key('out')],
});

export const USE_DATA: readonly RequestRow[] = [
  ...['data', 'results'].map((name): RequestRow => ['find and list the data', [
    's3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads', 's3:ListBucketVersions',
  ], bucket(name)]),
  ['read the data',
    ['s3:GetObject', 's3:GetObjectAttributes', 's3:GetObjectTagging', 's3:GetObjectVersion'], object('data', 'raw/1.csv')],
  ['read and write results', [
    's3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:GetObjectAttributes', 's3:GetObjectTagging',
    's3:GetObjectVersion', 's3:ListMultipartUploadParts', 's3:PutObject', 's3:PutObjectTagging',
  ], object('results', 'out/1.csv')],
  ['open the data', 'kms:Decrypt', keyArn('raw')],
  ['encrypt the results', ['kms:Decrypt', 'kms:GenerateDataKey'], keyArn('out')],
];

export const NO_OTHER_DATA: readonly RequestRow[] = [
  ['write into the data', 's3:PutObject', object('data', 'raw/1.csv')],
  ['read beside the data', 's3:GetObject', object('data', 'other/1.csv')],
  ['write beside the results', 's3:PutObject', object('results', 'other/1.csv')],
  ['open results to others', 's3:PutObjectAcl', object('results', 'out/1.csv')],
  ['change the policy of the bucket', 's3:PutBucketPolicy', bucket('results')],
  ['delete the bucket', 's3:DeleteBucket', bucket('results')],
  ['encrypt with the key of the data', 'kms:GenerateDataKey', keyArn('raw')],
];
