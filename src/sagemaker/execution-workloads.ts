import * as iam from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';
import { _ApiActions, SageMakerApiAccess } from './api-access';
import {
  SageMakerAutoMlJobOptions,
  SageMakerProcessingJobOptions,
  SageMakerTrainingJobOptions,
  SageMakerWorkloadOptions,
} from './job-options';
import { SageMakerAsyncInferenceOptions, SageMakerBatchTransformOptions, SageMakerModelOptions } from './model-options';
import { SageMakerNotebookInstanceOptions } from './notebook-instance-options';
import { SageMakerDomainOptions, SageMakerImageOptions } from './studio-options';
import { boundImages, boundKey, boundKeys, boundLocations, BoundLocations, unique } from '../private/bound';
import { fail, nonEmptyList, warn } from '../private/errors';

// What the policies are made of: the options of each workload, checked, and as ARNs.

export interface DataAccess {
  readonly inputs: BoundLocations;
  readonly outputs: BoundLocations;
  readonly inputKeys: readonly string[];
  readonly outputKeys: readonly string[];
}

export interface Job extends DataAccess {
  readonly checkpoints: BoundLocations;
  readonly images: readonly string[];
  readonly vpc: boolean;
  readonly volumeKeys: readonly string[];
  readonly namespaces: readonly string[];
}

export interface AutoMlJob extends Job {
  readonly passableRoles: readonly string[];
}

export interface AsyncInference extends DataAccess {
  readonly topics: readonly string[];
  readonly topicKeys: readonly string[];
}

export interface Model {
  readonly data: BoundLocations;
  readonly dataKeys: readonly string[];
  readonly images: readonly string[];
  readonly vpc: boolean;
  readonly volumeKeys: readonly string[];
  readonly transform?: DataAccess;
  readonly async?: AsyncInference;
  readonly alarms: readonly string[];
  readonly packageGroups: readonly string[];
  readonly namespaces: readonly string[];
}

export interface NotebookInstance extends Job {
  readonly api: readonly _ApiActions[];
  readonly managedImages: readonly string[];
  readonly codeRepositories: readonly string[];
  readonly passesItself: boolean;
  readonly passableRoles: readonly string[];
  readonly readsMetrics: boolean;
  readonly efsFileSystems: readonly string[];
  readonly fsx: boolean;
  readonly endpointVpcs: readonly string[];
}

const NAMED_WHERE_USED = 'leave it out where there is none';

const DEFAULT_API = [
  SageMakerApiAccess.TRAINING_JOBS,
  SageMakerApiAccess.TUNING_JOBS,
  SageMakerApiAccess.PROCESSING_JOBS,
  SageMakerApiAccess.TRANSFORM_JOBS,
  SageMakerApiAccess.AUTO_ML_JOBS,
  SageMakerApiAccess.MODELS,
  SageMakerApiAccess.ENDPOINTS,
];

/** Training and tuning jobs. */
export function trainingJob(scope: IConstruct, name: string, options: SageMakerTrainingJobOptions): Job {
  const outputs = boundLocations(
    scope,
    `${name}.outputs`,
    options.outputs,
    'a training job writes its model somewhere',
  );
  const checkpoints = boundLocations(scope, `${name}.checkpoints`, options.checkpoints, NAMED_WHERE_USED);
  return job(scope, name, options, outputs, checkpoints);
}

export function processingJob(scope: IConstruct, name: string, options: SageMakerProcessingJobOptions): Job {
  return job(scope, name, options, boundLocations(scope, `${name}.outputs`, options.outputs, NAMED_WHERE_USED));
}

export function autoMlJob(scope: IConstruct, name: string, options: SageMakerAutoMlJobOptions): AutoMlJob {
  const outputs = boundLocations(
    scope,
    `${name}.outputs`,
    options.outputs,
    'an AutoML job writes its candidates somewhere',
  );
  return {
    ...job(scope, name, options, outputs),
    passableRoles: roleArns(scope, `${name}.passableRoles`, options.passableRoles),
  };
}

export function model(scope: IConstruct, name: string, options: SageMakerModelOptions): Model {
  const data = boundLocations(scope, `${name}.modelData`, options.modelData, NAMED_WHERE_USED);
  return {
    data,
    dataKeys: unique([...boundKeys(scope, `${name}.modelDataKeys`, options.modelDataKeys), ...data.keys]),
    images: boundImages(scope, `${name}.images`, options.images, NAMED_WHERE_USED),
    vpc: options.vpc ?? false,
    volumeKeys: boundKey(scope, `${name}.volumeKey`, options.volumeKey),
    transform: options.batchTransform && dataAccess(scope, `${name}.batchTransform`, options.batchTransform),
    async: options.asyncInference && asyncInference(scope, `${name}.asyncInference`, options.asyncInference),
    alarms: named(scope, `${name}.rollbackAlarms`, options.rollbackAlarms).map(alarm => alarm.alarmArn),
    packageGroups: named(scope, `${name}.modelPackageGroups`, options.modelPackageGroups),
    namespaces: named(scope, `${name}.metricNamespaces`, options.metricNamespaces),
  };
}

export function notebookInstance(
  scope: IConstruct,
  name: string,
  options: SageMakerNotebookInstanceOptions,
): NotebookInstance {
  const data = boundLocations(scope, `${name}.data`, options.data, NAMED_WHERE_USED);
  const { networkFileSystems, vpcEndpoints } = options;
  return {
    // What is written is read, too: one statement holds the keys of the data.
    ...workload(scope, name, options, { ...data, keys: [] }, data),
    images: boundImages(scope, `${name}.images`, options.images, NAMED_WHERE_USED),
    api: apiAccess(scope, `${name}.apiAccess`, options.apiAccess ?? DEFAULT_API),
    managedImages: boundImages(scope, `${name}.imageManagement`, options.imageManagement, NAMED_WHERE_USED),
    codeRepositories: named(scope, `${name}.codeRepositories`, options.codeRepositories).map(
      ({ repositoryArn }) => repositoryArn,
    ),
    passesItself: options.passItself ?? true,
    passableRoles: roleArns(scope, `${name}.passableRoles`, options.passableRoles),
    readsMetrics: options.readMetrics ?? true,
    efsFileSystems: named(scope, `${name}.networkFileSystems.efs`, networkFileSystems?.efs).map(
      ({ fileSystemArn }) => fileSystemArn,
    ),
    fsx: networkFileSystems?.fsx ?? false,
    endpointVpcs: named(scope, `${name}.vpcEndpoints.vpcs`, vpcEndpoints?.vpcs).map(({ vpcArn }) => vpcArn),
  };
}

export function domainKey(scope: IConstruct, name: string, options: SageMakerDomainOptions): string {
  return boundKey(scope, `${name}.key`, options.key)[0];
}

export function imageRepositories(scope: IConstruct, name: string, options: SageMakerImageOptions): readonly string[] {
  return boundImages(scope, `${name}.images`, options.images, 'a SageMaker image is made of a container image');
}

function job(
  scope: IConstruct,
  name: string,
  options: SageMakerProcessingJobOptions,
  outputs: BoundLocations,
  checkpoints?: BoundLocations,
): Job {
  return {
    ...workload(
      scope,
      name,
      options,
      boundLocations(scope, `${name}.inputs`, options.inputs, NAMED_WHERE_USED),
      outputs,
      checkpoints,
    ),
    images: boundImages(scope, `${name}.images`, options.images, NAMED_WHERE_USED),
  };
}

function workload(
  scope: IConstruct,
  name: string,
  options: SageMakerWorkloadOptions,
  inputs: BoundLocations,
  outputs: BoundLocations,
  checkpoints: BoundLocations = { buckets: [], objects: [], keys: [] },
): Omit<Job, 'images'> {
  return {
    inputs,
    outputs,
    checkpoints,
    inputKeys: unique([...boundKeys(scope, `${name}.inputKeys`, options.inputKeys), ...inputs.keys]),
    outputKeys: unique([
      ...boundKey(scope, `${name}.outputKey`, options.outputKey),
      ...outputs.keys,
      ...checkpoints.keys,
    ]),
    volumeKeys: boundKey(scope, `${name}.volumeKey`, options.volumeKey),
    vpc: options.vpc ?? false,
    namespaces: named(scope, `${name}.metricNamespaces`, options.metricNamespaces),
  };
}

function dataAccess(scope: IConstruct, name: string, options: SageMakerBatchTransformOptions): DataAccess {
  const reason = 'the requests name a location';
  const inputs = boundLocations(scope, `${name}.inputs`, options.inputs, reason);
  const outputs = boundLocations(scope, `${name}.outputs`, options.outputs, reason);
  return {
    inputs,
    outputs,
    inputKeys: unique([...boundKeys(scope, `${name}.inputKeys`, options.inputKeys), ...inputs.keys]),
    outputKeys: unique([...boundKey(scope, `${name}.outputKey`, options.outputKey), ...outputs.keys]),
  };
}

function asyncInference(scope: IConstruct, name: string, options: SageMakerAsyncInferenceOptions): AsyncInference {
  const topics = named(scope, `${name}.topics`, options.topics);
  return {
    ...dataAccess(scope, name, options),
    topics: topics.map(topic => topic.topicArn),
    topicKeys: unique(topics.flatMap(topic => boundKey(scope, `${name}.topics`, topic.masterKey))),
  };
}

function apiAccess(scope: IConstruct, property: string, access: readonly SageMakerApiAccess[]): readonly _ApiActions[] {
  if (access.includes(SageMakerApiAccess.UNRESTRICTED)) {
    warn(
      scope,
      'unrestrictedSageMakerApi',
      `'${property}' is UNRESTRICTED: with sagemaker:* on all resources the notebook ` +
        'changes the work of everybody in the account and opens the notebooks of others; name the parts of the API that it calls',
    );
  }
  const parts = access.map(part => part._bind(scope, property));
  const names = parts.map(({ name }) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    fail(scope, `'${property}' has the part '${repeated}' twice: name each part of the API once`);
  }
  return parts;
}

function roleArns(scope: IConstruct, property: string, roles: readonly iam.IRole[] | undefined): readonly string[] {
  return unique(named(scope, property, roles).map(role => role.roleArn));
}

function named<T>(scope: IConstruct, property: string, list: readonly T[] | undefined): readonly T[] {
  return list === undefined ? [] : nonEmptyList(scope, property, list, NAMED_WHERE_USED);
}
