import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import {
  bucketsOf, decrypt, encrypt, grantVolumeKey, listBuckets, NO_KEYS_ON_PAGE, pullImages, putMetrics, readObjects,
  SINGLE_KEYS, writeLogs, writeObjects,
} from './statements';
import { ENDPOINTS, INFERENCE_COMPONENTS, TRANSFORM_JOBS } from './things/log-groups';
import { SageMakerModelPackage } from './things/model-package';
import { defineWorkload } from './workload';
import {
  DataAccess, readCompute, readDataAccess, SageMakerComputeOptions, SageMakerDataKeyOptions,
} from './workload-options';
import { ImageSource } from '../../common/image-source';
import { S3Location } from '../../common/s3-location';
import { Arns } from '../../private/options/arns';
import { OptionReader, ReaderOf, readerOf } from '../../private/options/reader';
import { ALARM, TOPIC } from '../../private/options/things/things';
import { unique } from '../../private/options/unique';
import { instanceOf } from '../../private/options/validators';
import { ANY, Source, Statements, whenPresent } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';

/**
 * Permissions of a model: behind endpoints of every kind, including inference components, and in batch transform jobs,
 * which have no role of their own. In addition to the resources in the options: writing the logs and publishing the
 * metrics of endpoints, inference components and transform jobs.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createmodel-perms
 */
export interface SageMakerModelOptions extends SageMakerComputeOptions {
  /**
   * The locations of the model's artifacts (`ModelDataUrl`, `ModelDataSource`): `s3:GetObject` on the objects,
   * `s3:ListBucket` and `s3:GetBucketLocation` on their buckets. For a multi-model endpoint its prefix. Must not be
   * empty.
   *
   * @default - the model needs only its images or packages
   */
  readonly modelData?: S3Location[];

  /**
   * The keys of encrypted artifacts: `kms:Decrypt`. The `encryptionKey` of a bucket is included automatically. Must not
   * be empty.
   *
   * @default - only the keys of the buckets
   */
  readonly modelDataKeys?: kms.IKeyRef[];

  /**
   * The repositories of the images that the model runs: the three actions that pull an image, and
   * `ecr:GetAuthorizationToken`. Must not be empty.
   *
   * @default - no images, for a model of model packages
   */
  readonly images?: ImageSource[];

  /**
   * Batch transform jobs with this model.
   *
   * @default - the role serves no batch transform
   */
  readonly batchTransform?: SageMakerBatchTransformOptions;

  /**
   * Asynchronous endpoints with this model.
   *
   * @default - the role serves no asynchronous inference
   */
  readonly asyncInference?: SageMakerAsyncInferenceOptions;

  /**
   * The alarms that roll back a deployment (`AutoRollbackConfiguration`): `cloudwatch:DescribeAlarms` on them. Must not
   * be empty.
   *
   * @default - no alarms
   */
  readonly rollbackAlarms?: cloudwatch.IAlarmRef[];

  /**
   * The model packages that the model consists of: `sagemaker:AccessModelPackage` on them. The data and the images of
   * packages in the registry are in `modelData` and `images`. Must not be empty.
   *
   * @default - no model packages
   */
  readonly modelPackages?: SageMakerModelPackage[];

  /**
   * The capture of requests and responses, on endpoints (`DataCaptureConfig`) and in batch transform jobs.
   *
   * @default - the role can't capture data
   */
  readonly dataCapture?: SageMakerDataCaptureOptions;
}

/**
 * The locations that captured data is written to, with the role of the model.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-data-capture.html
 */
export interface SageMakerDataCaptureOptions {
  /**
   * The locations of captured data (`DestinationS3Uri`): `s3:PutObject` and `s3:AbortMultipartUpload`. Must not be
   * empty.
   */
  readonly outputs: S3Location[];

  /**
   * The key of captured data (`KmsKeyId` of `DataCaptureConfig`): `kms:Encrypt`, `kms:GenerateDataKey` and, for
   * multipart uploads, `kms:Decrypt`. The `encryptionKey` of a bucket is included automatically.
   *
   * @default - only the keys of the buckets
   */
  readonly outputKey?: kms.IKeyRef;
}

/**
 * The locations that batch transform jobs read and write, with the role of the model.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/batch-transform.html
 */
export interface SageMakerBatchTransformOptions extends SageMakerDataKeyOptions {
  /** The locations that the jobs read (`TransformInput`). Must not be empty. */
  readonly inputs: S3Location[];

  /** The locations that the jobs write to (`TransformOutput`). Must not be empty. */
  readonly outputs: S3Location[];
}

/**
 * The locations that asynchronous endpoints read and write, and the topics that they notify.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference-create-endpoint-prerequisites.html
 */
export interface SageMakerAsyncInferenceOptions extends SageMakerDataKeyOptions {
  /** The locations of the request payloads (`InputLocation`). Must not be empty. */
  readonly inputs: S3Location[];

  /** The locations of responses and failures (`S3OutputPath`, `S3FailurePath`). Must not be empty. */
  readonly outputs: S3Location[];

  /**
   * The topics of success and of errors (`NotificationConfig`): `sns:Publish`, and for an encrypted topic the
   * permissions on its key. Must not be empty.
   *
   * @default - no notifications
   */
  readonly topics?: sns.ITopicRef[];
}

const NO_CAPTURE_ON_PAGE = 'added: the page of roles does not mention data capture, and its page no permissions';

type Model = ReturnType<typeof readModel>;
type AsyncInference = ReturnType<typeof readAsyncInference>;

export const MODEL = defineWorkload({
  source: SOURCES.model,
  // No form is documented for endpoints.
  sourceArnTypes: ({ transform, async }) => transform && !async ? ['transform-job'] : [],
  read: readModel,
  features: (arns, model) => [{ name: 'Model', statements: modelPolicy(arns, model) }],
});

const PACKAGE = instanceOf(SageMakerModelPackage, 'SageMakerModelPackage', 'SageMakerModelPackage.groupName()');

function readModel(read: OptionReader<SageMakerModelOptions>) {
  const data = read.locations('modelData');
  return {
    data,
    dataKeys: unique([...read.keys('modelDataKeys'), ...data.keys]),
    images: read.images('images'),
    ...readCompute(read),
    transform: read.struct('batchTransform', readRequests),
    async: read.struct('asyncInference', readAsyncInference),
    alarms: read.arns('rollbackAlarms', ALARM),
    packages: read.list('modelPackages', PACKAGE).flatMap((modelPackage, index) =>
      modelPackage._bind(read.scope, `${read.pathOf('modelPackages')}[${index}]`)),
    capture: read.struct('dataCapture', readDataCapture),
  };
}

function readDataCapture(read: OptionReader<SageMakerDataCaptureOptions>) {
  const outputs = read.locations('outputs', 'captured data has a destination');
  return { outputs, outputKeys: unique([...read.key('outputKey'), ...outputs.keys]) };
}

function readRequests(reader: ReaderOf<SageMakerBatchTransformOptions>) {
  const read = readerOf(reader);
  const reason = 'each request names a location';
  return readDataAccess(read, read.locations('inputs', reason), read.locations('outputs', reason));
}

function readAsyncInference(read: OptionReader<SageMakerAsyncInferenceOptions>) {
  const topics = read.things('topics', TOPIC);
  return {
    ...readRequests(read),
    topics: topics.map(({ arn }) => arn),
    topicKeys: unique(topics.flatMap(({ keys }) => keys)),
  };
}

function modelPolicy(arns: Arns, model: Model): Statements {
  const { data, transform, async } = model;
  const source = SOURCES.model;
  const requests = [transform, async].flatMap(request => request ? [request.inputs, request.outputs] : []);
  return [
    writeLogs('Model', source, arns, [`${ENDPOINTS}/`, `${INFERENCE_COMPONENTS}/`, TRANSFORM_JOBS]),
    putMetrics('Model', source, [ENDPOINTS, INFERENCE_COMPONENTS, TRANSFORM_JOBS, ...model.namespaces]),
    ...pullImages('ModelPullImages', source, model.images),
    ...listBuckets('ModelListBuckets', source, bucketsOf(data, ...requests), 'narrowed: the page grants all buckets'),
    ...readObjects('ModelReadData', source, data.objects, SINGLE_KEYS),
    ...decrypt('ModelDataKey', source, model.dataKeys, NO_KEYS_ON_PAGE),
    ...grantVolumeKey('ModelVolumeKey', source, model.volumeKeys, NO_KEYS_ON_PAGE),
    ...whenPresent(model.vpc, () => ({
      sid: 'ModelFindVpcEndpoints',
      source: SOURCES.modelInVpc,
      note: 'added: the tenth action, which the page of roles lacks',
      actions: ['ec2:DescribeVpcEndpoints'],
      resources: ANY,
    })),
    ...whenPresent(transform, access => requestData('ModelTransform', SOURCES.batchTransform, access,
      'added: a transform job has no role of its own, and the page of roles does not mention it')),
    ...whenPresent(async, asyncPolicy),
    ...whenPresent(model.alarms, resources => ({
      sid: 'ModelRollbackAlarms',
      source,
      actions: ['cloudwatch:DescribeAlarms'],
      resources,
    })),
    ...whenPresent(model.capture, ({ outputs, outputKeys }) => [
      ...writeObjects('ModelCaptureWriteOutputs', SOURCES.dataCapture, outputs.objects, NO_CAPTURE_ON_PAGE),
      ...encrypt('ModelCaptureOutputKey', SOURCES.dataCapture, outputKeys, NO_CAPTURE_ON_PAGE),
    ]),
    ...whenPresent(unique(model.packages), resources => ({
      sid: 'ModelUsePackages',
      source: SOURCES.pythonSdk,
      note: 'added: the page of roles does not mention model packages; a name with capital letters also in lower case, ' +
        'as SageMaker has it in some ARNs',
      actions: ['sagemaker:AccessModelPackage'],
      resources,
    })),
  ];
}

function asyncPolicy(access: AsyncInference): Statements {
  const source = SOURCES.asyncInference;
  return [
    ...requestData('ModelAsync', source, access, 'added: the page of roles does not mention asynchronous inference'),
    ...whenPresent(access.topics, resources => ({
      sid: 'ModelAsyncNotify',
      source,
      actions: ['sns:Publish'],
      resources,
    })),
    ...whenPresent(access.topicKeys, resources => ({
      sid: 'ModelAsyncTopicKey',
      source,
      note: 'added: publishing to an encrypted topic requires its key',
      actions: [
        'kms:Decrypt',
        'kms:GenerateDataKey',
      ],
      resources,
    })),
  ];
}

/** Permissions on the requests that the model serves. Their buckets are listed together with the model's. */
function requestData(feature: string, source: Source, data: DataAccess, note: string): Statements {
  return [
    ...readObjects(`${feature}ReadInputs`, source, data.inputs.objects, note),
    ...writeObjects(`${feature}WriteOutputs`, source, data.outputs.objects, note),
    ...decrypt(`${feature}InputKey`, source, data.inputKeys, note),
    ...encrypt(`${feature}OutputKey`, source, data.outputKeys, note),
  ];
}
