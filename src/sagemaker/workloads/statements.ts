import { WorkloadAccess } from './workload-options';
import { Arns } from '../../private/options/arns';
import { BoundLocations } from '../../private/options/reader';
import { unique } from '../../private/options/unique';
import { FOR_AWS_RESOURCES, passedTo } from '../../private/statements/conditions';
import { ANY, DocumentedStatement, Source, Statements } from '../../private/statements/documented-statement';
import { granting } from '../../private/statements/granting';

/** The service that assumes the role, and that roles are passed to. */
export const SAGEMAKER = 'sagemaker.amazonaws.com';

// Notes that several statements share.
export const SINGLE_KEYS = 'narrowed: the page grants all objects, and in its scoped form single keys';
export const NO_KEYS_ON_PAGE = 'added: the page does not mention keys';

/** Statements that a job needs in addition to its data and images: logs, metrics and keys. */
export function runtime(
  arns: Arns, feature: string, source: Source, names: readonly string[], job: WorkloadAccess,
): Statements {
  return [
    writeLogs(feature, source, arns, names),
    putMetrics(feature, source, [...names, ...job.namespaces]),
    ...decrypt(`${feature}InputKey`, source, job.inputKeys),
    ...encrypt(`${feature}OutputKey`, source, job.outputKeys),
    ...grantVolumeKey(`${feature}VolumeKey`, source, job.volumeKeys),
  ];
}

export function writeLogs(feature: string, source: Source, arns: Arns, groups: readonly string[]): DocumentedStatement {
  return {
    sid: `${feature}WriteLogs`,
    source,
    note: 'narrowed: the page grants all log groups, except in its newest form for tuning jobs; these are the ones ' +
      'that SageMaker writes for the workload',
    actions: [
      'logs:CreateLogGroup',
      'logs:CreateLogStream',
      'logs:DescribeLogStreams',
      'logs:PutLogEvents',
    ],
    resources: groups.map(group => arns.logGroups(group)),
  };
}

export function putMetrics(feature: string, source: Source, namespaces: readonly string[]): DocumentedStatement {
  return {
    sid: `${feature}PutMetrics`,
    source,
    note: 'narrowed: the page has no condition; AWS\'s own policies allow the namespaces under /aws/sagemaker/',
    actions: ['cloudwatch:PutMetricData'],
    resources: ANY,
    conditions: { StringLike: { 'cloudwatch:namespace': unique(namespaces) } },
  };
}

export const pullImages = granting([
  'ecr:BatchCheckLayerAvailability',
  'ecr:BatchGetImage',
  'ecr:GetDownloadUrlForLayer',
], 'narrowed: the page grants all repositories, and in its scoped form ARNs without region and account, which match ' +
  'nothing');

export function bucketsOf(...locations: readonly BoundLocations[]): readonly string[] {
  return unique(locations.flatMap(({ buckets }) => buckets));
}

export const listBuckets = granting([
  's3:GetBucketLocation',
  's3:ListBucket',
], 'narrowed: the page grants all buckets, and in its scoped form that of the inputs alone; the Python SDK lists and ' +
  'locates all of them');

export const readObjects = granting(['s3:GetObject'], `${SINGLE_KEYS}, writing included`);

export const writeObjects = granting([
  's3:AbortMultipartUpload',
  's3:PutObject',
], `${SINGLE_KEYS}, reading included, which nothing needs; aborting a failed upload is added`);

export const readAndWriteObjects = granting([
  's3:AbortMultipartUpload',
  's3:GetObject',
  's3:PutObject',
]);

export const useObjects = granting([
  's3:AbortMultipartUpload',
  's3:DeleteObject',
  's3:GetObject',
  's3:PutObject',
]);

export const decrypt = granting(['kms:Decrypt'], 'completed: the page prints no resource');

export const encrypt = granting([
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:GenerateDataKey',
], 'completed: the page prints no resource, and only kms:Encrypt, with which S3 rejects every upload');

export const grantVolumeKey = granting(['kms:CreateGrant'],
  'narrowed: the page prints no resource and no condition; grants are for AWS services only',
  FOR_AWS_RESOURCES);

export const passRoles =
  granting(['iam:PassRole'], 'narrowed: the page passes every role of the account', passedTo(SAGEMAKER));
