import { Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ImageSource, S3Location, SageMakerExecutionRole, SageMakerExecutionRoleProps } from '../../../src';
import { AWS } from '../../support/fold';
import { Statement } from '../../support/policies';
import { RequestRow } from '../../support/request-table';
import { synthesizeRole } from '../../support/synthesize';

// The resources of the requests, and resources of others.

export const { account: ACCOUNT, region: REGION } = AWS;
export const OTHER_ACCOUNT = '444455556666';
export const AWS_REGISTRY = '763104351884';

export const arn = (service: string, resource: string, account = ACCOUNT, region = REGION) =>
  `arn:aws:${service}:${region}:${account}:${resource}`;
/** The default bucket of the Python SDK. */
export const SDK_BUCKET = `sagemaker-${REGION}-${ACCOUNT}`;
export const roleArn = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;
export const object = (bucket: string, key: string) => `arn:aws:s3:::${bucket}/${key}`;
export const bucket = (name: string) => `arn:aws:s3:::${name}`;
export const repository = (name: string, account = ACCOUNT, region = REGION) =>
  arn('ecr', `repository/${name}`, account, region);
export const keyArn = (name: string, account = ACCOUNT) => arn('kms', `key/${KEY_IDS[name]}`, account);
export const logGroup = (name: string) => arn('logs', `log-group:${name}`);
export const logStream = (group: string, stream: string) => `${logGroup(group)}:log-stream:${stream}`;

export const TO_SAGEMAKER = { 'iam:PassedToService': 'sagemaker.amazonaws.com' };
export const FOR_AWS = { 'kms:GrantIsForAWSResource': 'true' };
export const inNamespace = (namespace: string) => ({ 'cloudwatch:namespace': namespace });

const KEY_IDS: Record<string, string> = {
  input: '11111111-0000-4000-8000-000000000000',
  output: '22222222-0000-4000-8000-000000000000',
  volume: '33333333-0000-4000-8000-000000000000',
  bucket: '44444444-0000-4000-8000-000000000000',
  topic: '55555555-0000-4000-8000-000000000000',
  other: '99999999-0000-4000-8000-000000000000',
};

/** The resources in the options, imported. */
export class Estate {
  constructor(private readonly stack: Stack) {}

  public folder(name: string, prefix: string): S3Location {
    return S3Location.prefix(this.bucket(name), prefix);
  }

  public file(name: string, key: string): S3Location {
    return S3Location.exactObject(this.bucket(name), key);
  }

  /** A whole bucket, encrypted with the key `bucket`. */
  public encryptedBucket(name: string): S3Location {
    const attributes = { bucketArn: bucket(name), encryptionKey: this.key('bucket') };
    return S3Location.bucket(s3.Bucket.fromBucketAttributes(this.stack, `Bucket-${name}`, attributes));
  }

  public image(name: string): ImageSource {
    return ImageSource.repository(ecr.Repository.fromRepositoryName(this.stack, `Image-${name}`, name));
  }

  public imageOfAws(name: string): ImageSource {
    return ImageSource.uri(`${AWS_REGISTRY}.dkr.ecr.${REGION}.amazonaws.com/${name}:2.1-cpu-py310`);
  }

  public key(name: string): kms.IKey {
    return kms.Key.fromKeyArn(this.stack, `Key-${name}`, keyArn(name));
  }

  private bucket(name: string): s3.IBucket {
    const id = `Bucket-${name}`;
    const existing = this.stack.node.tryFindChild(id) as s3.IBucket | undefined;
    return existing ?? s3.Bucket.fromBucketName(this.stack, id, name);
  }
}

export function statementsOf(options: (estate: Estate, stack: Stack) => SageMakerExecutionRoleProps) {
  return (): readonly Statement[] =>
    synthesizeRole(
      stack => new SageMakerExecutionRole(stack, 'Role', options(new Estate(stack), stack)),
      { env: { account: ACCOUNT, region: REGION } },
    ).all;
}

/** The statements on buckets and objects. */
export function statementsOnBuckets(options: (estate: Estate) => SageMakerExecutionRoleProps) {
  return (): readonly Statement[] => statementsOf(options)()
    .filter(({ Action }) => [Action].flat().some(action => action?.startsWith('s3:')));
}

// Requests of several workloads.

export const WRITE_LOGS = (group: string, stream: string): RequestRow[] => [
  ['create its log group', 'logs:CreateLogGroup', logGroup(group)],
  ['find its log streams', 'logs:DescribeLogStreams', logGroup(group)],
  ['write a log', ['logs:CreateLogStream', 'logs:PutLogEvents'], logStream(group, stream)],
];

export const NO_OTHER_LOGS = (group: string, stream: string): RequestRow[] => [
  ['create another log group', 'logs:CreateLogGroup', logGroup('/my/application')],
  ['write into another log group', 'logs:PutLogEvents', logStream('/my/application', stream)],
  ['write logs of another account', 'logs:PutLogEvents', arn('logs', `log-group:${group}:log-stream:x`, OTHER_ACCOUNT)],
  ['delete its log group', 'logs:DeleteLogGroup', logGroup(group)],
];

export const PUT_METRICS = (...namespaces: string[]): RequestRow[] =>
  namespaces.map(namespace => [`put metrics into ${namespace}`, 'cloudwatch:PutMetricData', '*', inNamespace(namespace)]);

export const NO_OTHER_METRICS: RequestRow[] = [
  ['put metrics into another namespace', 'cloudwatch:PutMetricData', '*', inNamespace('AWS/Billing')],
  ['put metrics without a namespace', 'cloudwatch:PutMetricData', '*'],
];

const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

/** Pulls from the account's repository `train` and from AWS's repository `pytorch-training`. */
export const PULL_IMAGES: RequestRow[] = [
  ['log in to registries', 'ecr:GetAuthorizationToken', '*'],
  ['pull its image', PULL, repository('train')],
  ['pull an image of AWS', PULL, repository('pytorch-training', AWS_REGISTRY)],
];

export const NO_OTHER_IMAGES: RequestRow[] = [
  ['pull from another repository', 'ecr:BatchGetImage', repository('serve')],
  ['pull from a repository whose name starts the same', 'ecr:BatchGetImage', repository('train-more')],
  ['pull from its repository in another account', 'ecr:BatchGetImage', repository('train', OTHER_ACCOUNT)],
  ['pull from its repository in another region', 'ecr:BatchGetImage', repository('train', ACCOUNT, 'us-east-1')],
  ['push to its repository', 'ecr:PutImage', repository('train')],
];

const INTERFACE = arn('ec2', 'network-interface/eni-0123456789abcdef0');

export const USE_NETWORK: RequestRow[] = [
  ['create a network interface', 'ec2:CreateNetworkInterface', INTERFACE],
  ['create it in a subnet', 'ec2:CreateNetworkInterface', arn('ec2', 'subnet/subnet-0123456789abcdef0')],
  ['create it in a security group', 'ec2:CreateNetworkInterface', arn('ec2', 'security-group/sg-0123456789abcdef0')],
  [
    'let SageMaker attach the network interface, and delete it',
    [
      'ec2:CreateNetworkInterfacePermission',
      'ec2:DeleteNetworkInterface',
      'ec2:DeleteNetworkInterfacePermission',
    ],
    INTERFACE,
  ],
  [
    'describe the network',
    [
      'ec2:DescribeDhcpOptions',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeSubnets',
      'ec2:DescribeVpcs',
    ],
    '*',
  ],
];

export const NO_MORE_NETWORK: RequestRow[] = [
  ['change a network interface', 'ec2:ModifyNetworkInterfaceAttribute', INTERFACE],
  ['describe instances', 'ec2:DescribeInstances', '*'],
];

export const VOLUME_KEY: RequestRow[] = [
  ['let AWS use the key of its volumes', 'kms:CreateGrant', keyArn('volume'), FOR_AWS],
];

export const NO_OTHER_VOLUME_KEY: RequestRow[] = [
  ['let anyone use the key of its volumes', 'kms:CreateGrant', keyArn('volume')],
  ['let others use it', 'kms:CreateGrant', keyArn('volume'), { 'kms:GrantIsForAWSResource': 'false' }],
  ['let AWS use another key', 'kms:CreateGrant', keyArn('other'), FOR_AWS],
];
