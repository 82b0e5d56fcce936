import { Arns } from '../../private/options/arns';
import { BoundLocations, unique } from '../../private/options/option-reader';
import { ANY, DocumentedStatement, given, Source } from '../../private/statements/documented-statement';
import { DataAccess } from '../execution-role/read';
import { SOURCES } from '../sources';

type Statements = readonly DocumentedStatement[];

/** SageMaker's log groups and metric namespaces of a kind of work, without the name of the endpoint or component. */
export const TRAINING_JOBS = '/aws/sagemaker/TrainingJobs';
export const PROCESSING_JOBS = '/aws/sagemaker/ProcessingJobs';
export const TRANSFORM_JOBS = '/aws/sagemaker/TransformJobs';
export const ENDPOINTS = '/aws/sagemaker/Endpoints';
export const INFERENCE_COMPONENTS = '/aws/sagemaker/InferenceComponents';
export const NOTEBOOK_INSTANCES = '/aws/sagemaker/NotebookInstances';
export const STUDIO = '/aws/sagemaker/studio';
export const ALL_LOG_GROUPS = '/aws/sagemaker/';
export const ALL_NAMESPACES = '/aws/sagemaker/*';

/** Who may take a role from `iam:PassRole`. */
export const SAGEMAKER = 'sagemaker.amazonaws.com';

// Departures from the page that several statements share.
const SCOPED_REPOSITORIES = 'narrowed: the page grants all repositories, and in its scoped form ARNs without region and ' +
  'account, which match nothing';
export const SINGLE_KEYS = 'narrowed: the page grants all objects, and in its scoped form single keys';
export const NO_KEYS_ON_PAGE = 'added: the page speaks of no keys';

export function writeLogs(feature: string, source: Source, arns: Arns, groups: readonly string[]): DocumentedStatement {
  return {
    sid: `${feature}WriteLogs`,
    source,
    note: 'narrowed: the page grants all log groups, in its newest form for tuning jobs theirs; these are the ones that ' +
      'SageMaker writes for the workload',
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

export function pullImages(
  feature: string, source: Source, images: readonly string[], note = SCOPED_REPOSITORIES,
): Statements {
  return given(images, resources => ({
    sid: `${feature}PullImages`,
    source,
    note,
    actions: [
      'ecr:BatchCheckLayerAvailability',
      'ecr:BatchGetImage',
      'ecr:GetDownloadUrlForLayer',
    ],
    resources,
  }));
}

export function listBuckets(
  feature: string, source: Source, locations: readonly BoundLocations[],
  note = 'narrowed: the page grants all buckets, and in its scoped form that of the inputs alone; the Python SDK lists and ' +
    'locates all of them',
): Statements {
  return given(unique(locations.flatMap(({ buckets }) => buckets)), resources => ({
    sid: `${feature}ListBuckets`,
    source,
    note,
    actions: [
      's3:GetBucketLocation',
      's3:ListBucket',
    ],
    resources,
  }));
}

export function readObjects(
  sid: string, source: Source, { objects }: BoundLocations, note = `${SINGLE_KEYS}, writing included`,
): Statements {
  return given(objects, resources => ({ sid, source, note, actions: ['s3:GetObject'], resources }));
}

export function writeObjects(
  sid: string, source: Source, { objects }: BoundLocations,
  note = `${SINGLE_KEYS}, reading included, which nothing needs; the end of a failed upload is added`,
): Statements {
  return given(objects, resources => ({
    sid,
    source,
    note,
    actions: [
      's3:AbortMultipartUpload',
      's3:PutObject',
    ],
    resources,
  }));
}

export function readAndWriteObjects(
  sid: string, source: Source, { objects }: BoundLocations, note: string,
): Statements {
  return given(objects, resources => ({
    sid,
    source,
    note,
    actions: [
      's3:AbortMultipartUpload',
      's3:GetObject',
      's3:PutObject',
    ],
    resources,
  }));
}

export function decrypt(
  sid: string, source: Source, keys: readonly string[], note = 'completed: the page prints no resource',
): Statements {
  return given(keys, resources => ({ sid, source, note, actions: ['kms:Decrypt'], resources }));
}

export function encrypt(
  sid: string, source: Source, keys: readonly string[],
  note = 'completed: the page prints no resource, and kms:Encrypt alone, with which S3 refuses every upload',
): Statements {
  return given(keys, resources => ({
    sid,
    source,
    note,
    actions: [
      'kms:Decrypt',
      'kms:Encrypt',
      'kms:GenerateDataKey',
    ],
    resources,
  }));
}

export function volumeKey(
  feature: string, source: Source, keys: readonly string[],
  note = 'narrowed: the page prints no resource and no condition; grants are for AWS services only',
): Statements {
  return given(keys, resources => ({
    sid: `${feature}VolumeKey`,
    source,
    note,
    actions: ['kms:CreateGrant'],
    resources,
    conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
  }));
}

/** Reading and writing of requests that the model's role serves. Listing stands with that of the model's data. */
export function requestData(feature: string, source: Source, data: DataAccess, note: string): Statements {
  return [
    ...readObjects(`${feature}ReadInputs`, source, data.inputs, note),
    ...writeObjects(`${feature}WriteOutputs`, source, data.outputs, note),
    ...decrypt(`${feature}InputKey`, source, data.inputKeys, note),
    ...encrypt(`${feature}OutputKey`, source, data.outputKeys, note),
  ];
}

export function passRoles(feature: string, source: Source, roles: readonly string[]): Statements {
  return given(roles, resources => passRole(`${feature}PassRoles`, source, resources));
}

export function passRole(sid: string, source: Source, resources: readonly string[]): DocumentedStatement {
  return {
    sid,
    source,
    note: 'narrowed: the page passes every role of the account',
    actions: ['iam:PassRole'],
    resources,
    conditions: { StringEquals: { 'iam:PassedToService': SAGEMAKER } },
  };
}

/** Shared by all workloads that pull images. */
export function registryLogin(source: Source): DocumentedStatement {
  return {
    sid: 'CommonRegistryLogin',
    source,
    actions: ['ecr:GetAuthorizationToken'],
    resources: ANY,
  };
}

/**
 * Shared by all workloads in a VPC. SageMaker checks these without context: with any condition it refuses the workload.
 */
export function network(source: Source): DocumentedStatement {
  return {
    sid: 'CommonNetwork',
    source,
    note: 'completed: the page prints no resource',
    actions: [
      'ec2:CreateNetworkInterface',
      'ec2:CreateNetworkInterfacePermission',
      'ec2:DeleteNetworkInterface',
      'ec2:DeleteNetworkInterfacePermission',
      'ec2:DescribeDhcpOptions',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeSubnets',
      'ec2:DescribeVpcs',
    ],
    resources: ANY,
  };
}

/** What the role check of the Python SDK simulates without context: a condition on the namespace fails it. */
export function unconditionedMetrics(): DocumentedStatement {
  return {
    sid: 'CommonPutMetrics',
    source: SOURCES.pythonSdk,
    actions: ['cloudwatch:PutMetricData'],
    resources: ANY,
  };
}
