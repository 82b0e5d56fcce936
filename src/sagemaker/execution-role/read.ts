import { TokenComparison } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import { IConstruct } from 'constructs';
import { compareAccounts } from '../../private/options/accounts';
import { fail } from '../../private/options/errors';
import { BoundLocations, NO_LOCATIONS, OptionReader, unique } from '../../private/options/option-reader';
import { having, text } from '../../private/options/validators';
import { _ApiActions } from '../workloads/api-access';
import { apiActions } from '../workloads/api-actions';
import { SageMakerDomainOptions, SageMakerImageOptions } from '../workloads/domain';
import {
  SageMakerAutoMlJobOptions,
  SageMakerProcessingJobOptions,
  SageMakerTrainingJobOptions,
  SageMakerTuningJobOptions,
  SageMakerWorkloadOptions,
} from '../workloads/job';
import { SageMakerAsyncInferenceOptions, SageMakerBatchTransformOptions, SageMakerModelOptions } from '../workloads/model';
import {
  SageMakerNetworkFileSystems,
  SageMakerNotebookInstanceOptions,
  SageMakerVpcEndpoints,
} from '../workloads/notebook-instance';

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

export interface ExecutionWorkloads {
  readonly trainingJob?: Job;
  readonly tuningJob?: Job;
  readonly processingJob?: Job;
  readonly model?: Model;
  readonly notebookInstance?: NotebookInstance;
  readonly autoMlJob?: AutoMlJob;
  /** The key of the domain. */
  readonly domain?: string;
  /** The repositories of the container images. */
  readonly image?: readonly string[];
  readonly sdkRoleCheck: boolean;
}

const ROLE = having<iam.IRole>('roleArn', 'a role');
const ALARM = having<cloudwatch.IAlarm>('alarmArn', 'an alarm');
const TOPIC = having<sns.ITopic>('topicArn', 'a topic');
const CODE_REPOSITORY = having<codecommit.IRepository>('repositoryArn', 'an AWS CodeCommit repository');
const FILE_SYSTEM = having<efs.IFileSystem>('fileSystemArn', 'a file system');
const VPC = having<ec2.IVpc>('vpcArn', 'a VPC');
const PACKAGE_GROUP = text('the name of a model package group: 1 to 63 letters, digits and hyphens',
  /^[a-zA-Z0-9][a-zA-Z0-9-]{0,62}$/);
const NAMESPACE = text("a CloudWatch namespace such as 'Churn/Training', not only wildcards",
  /^(?=.*[^*?])[^:].{0,254}$/);

/** The options of all workloads. */
export interface WorkloadOptions {
  readonly trainingJob?: SageMakerTrainingJobOptions;
  readonly tuningJob?: SageMakerTuningJobOptions;
  readonly processingJob?: SageMakerProcessingJobOptions;
  readonly model?: SageMakerModelOptions;
  readonly notebookInstance?: SageMakerNotebookInstanceOptions;
  readonly autoMlJob?: SageMakerAutoMlJobOptions;
  readonly domain?: SageMakerDomainOptions;
  readonly image?: SageMakerImageOptions;
  readonly sdkRoleCheck?: boolean;
}

/** Fails for options that can't be right. */
export function executionWorkloads(scope: IConstruct, options: WorkloadOptions): ExecutionWorkloads {
  const read = OptionReader.of(scope, '', options);
  return {
    trainingJob: read.optionalStruct('trainingJob', options.trainingJob, trainingJob),
    tuningJob: read.optionalStruct('tuningJob', options.tuningJob, trainingJob),
    processingJob: read.optionalStruct('processingJob', options.processingJob, processingJob),
    model: read.optionalStruct('model', options.model, model),
    notebookInstance: read.optionalStruct('notebookInstance', options.notebookInstance, notebookInstance),
    autoMlJob: read.optionalStruct('autoMlJob', options.autoMlJob, autoMlJob),
    domain: read.optionalStruct('domain', options.domain, domainKey),
    image: read.optionalStruct('image', options.image, imageRepositories),
    sdkRoleCheck: read.flag('sdkRoleCheck', options.sdkRoleCheck, false),
  };
}

/** Training and tuning jobs. */
function trainingJob(read: OptionReader, options: SageMakerTrainingJobOptions): Job {
  const outputs = read.locations('outputs', options.outputs, 'the job writes its model somewhere');
  return job(read, options, outputs, read.optionalLocations('checkpoints', options.checkpoints));
}

function processingJob(read: OptionReader, options: SageMakerProcessingJobOptions): Job {
  return job(read, options, read.optionalLocations('outputs', options.outputs));
}

function autoMlJob(read: OptionReader, options: SageMakerAutoMlJobOptions): AutoMlJob {
  const inputs = read.locations('inputs', options.inputs, 'an AutoML job reads its data somewhere');
  const outputs = read.locations('outputs', options.outputs, 'an AutoML job writes its candidates somewhere');
  return {
    ...workload(read, options, inputs, outputs),
    images: read.images(
      'images',
      options.images,
      'AutoML pulls its images from somewhere, ImageSource.anyRepository()',
    ),
    passableRoles: roleArns(read, options.passableRoles),
  };
}

function model(read: OptionReader, options: SageMakerModelOptions): Model {
  const data = read.optionalLocations('modelData', options.modelData);
  return {
    data,
    dataKeys: unique([...read.optionalKeys('modelDataKeys', options.modelDataKeys), ...data.keys]),
    images: read.optionalImages('images', options.images),
    vpc: read.flag('vpc', options.vpc, false),
    volumeKeys: read.optionalKey('volumeKey', options.volumeKey),
    transform: read.optionalStruct('batchTransform', options.batchTransform, dataAccess),
    async: read.optionalStruct('asyncInference', options.asyncInference, asyncAccess),
    alarms: read.optionalList('rollbackAlarms', options.rollbackAlarms, ALARM).map(({ alarmArn }) => alarmArn),
    packageGroups: read.optionalList('modelPackageGroups', options.modelPackageGroups, PACKAGE_GROUP),
    namespaces: read.optionalList('metricNamespaces', options.metricNamespaces, NAMESPACE),
  };
}

function notebookInstance(read: OptionReader, options: SageMakerNotebookInstanceOptions): NotebookInstance {
  const data = read.optionalLocations('data', options.data);
  return {
    // What is written is read, too: one statement holds the keys of the data.
    ...workload(read, options, { ...data, keys: [] }, data),
    images: read.optionalImages('images', options.images),
    api: apiActions(read, options.apiAccess),
    managedImages: read.optionalImages('imageManagement', options.imageManagement),
    codeRepositories: read
      .optionalList('codeRepositories', options.codeRepositories, CODE_REPOSITORY)
      .map(({ repositoryArn }) => repositoryArn),
    passesItself: read.flag('passItself', options.passItself, true),
    passableRoles: roleArns(read, options.passableRoles),
    readsMetrics: read.flag('readMetrics', options.readMetrics, true),
    ...(read.optionalStruct('networkFileSystems', options.networkFileSystems, fileSystems) ?? NO_FILE_SYSTEMS),
    endpointVpcs: read.optionalStruct('vpcEndpoints', options.vpcEndpoints, vpcs) ?? [],
  };
}

const NO_FILE_SYSTEMS = { efsFileSystems: [], fsx: false };

function fileSystems(
  read: OptionReader,
  options: SageMakerNetworkFileSystems,
): Pick<NotebookInstance, 'efsFileSystems' | 'fsx'> {
  const efsFileSystems = read.optionalList('efs', options.efs, FILE_SYSTEM).map(({ fileSystemArn }) => fileSystemArn);
  const fsx = read.flag('fsx', options.fsx, false);
  if (!fsx && efsFileSystems.length === 0) {
    fail(read.scope, `'${read.pathOf('efs')}' or '${read.pathOf('fsx')}' must be set: without one nothing is granted`);
  }
  return { efsFileSystems, fsx };
}

function vpcs(read: OptionReader, options: SageMakerVpcEndpoints): readonly string[] {
  return read.list('vpcs', options.vpcs, VPC, 'an endpoint stands in a VPC').map(({ vpcArn }) => vpcArn);
}

function domainKey(read: OptionReader, options: SageMakerDomainOptions): string {
  return read.key('key', options.key)[0];
}

function imageRepositories(read: OptionReader, options: SageMakerImageOptions): readonly string[] {
  const reason = 'a SageMaker image is made of a container image';
  return read.images('images', options.images, reason);
}

function job(
  read: OptionReader,
  options: SageMakerProcessingJobOptions,
  outputs: BoundLocations,
  checkpoints?: BoundLocations,
): Job {
  return {
    ...workload(read, options, read.optionalLocations('inputs', options.inputs), outputs, checkpoints),
    images: read.optionalImages('images', options.images),
  };
}

function workload(
  read: OptionReader,
  options: SageMakerWorkloadOptions,
  inputs: BoundLocations,
  outputs: BoundLocations,
  checkpoints: BoundLocations = NO_LOCATIONS,
): Omit<Job, 'images'> {
  return {
    ...keyedAccess(read, options, inputs, outputs, checkpoints),
    checkpoints,
    volumeKeys: read.optionalKey('volumeKey', options.volumeKey),
    vpc: read.flag('vpc', options.vpc, false),
    namespaces: read.optionalList('metricNamespaces', options.metricNamespaces, NAMESPACE),
  };
}

/** The data with the keys of the options and those that the buckets bring. */
function keyedAccess(
  read: OptionReader,
  options: Pick<SageMakerWorkloadOptions, 'inputKeys' | 'outputKey'>,
  inputs: BoundLocations,
  outputs: BoundLocations,
  checkpoints: BoundLocations = NO_LOCATIONS,
): DataAccess {
  return {
    inputs,
    outputs,
    inputKeys: unique([...read.optionalKeys('inputKeys', options.inputKeys), ...inputs.keys]),
    outputKeys: unique([...read.optionalKey('outputKey', options.outputKey), ...outputs.keys, ...checkpoints.keys]),
  };
}

function dataAccess(read: OptionReader, options: SageMakerBatchTransformOptions): DataAccess {
  const reason = 'the requests name a location';
  return keyedAccess(
    read,
    options,
    read.locations('inputs', options.inputs, reason),
    read.locations('outputs', options.outputs, reason),
  );
}

function asyncAccess(read: OptionReader, options: SageMakerAsyncInferenceOptions): AsyncInference {
  const topics = read.optionalList('topics', options.topics, TOPIC);
  return {
    ...dataAccess(read, options),
    topics: topics.map(topic => topic.topicArn),
    topicKeys: unique(topics.flatMap(topic => read.optionalKey('topics', topic.masterKey))),
  };
}

function roleArns(read: OptionReader, roles: readonly iam.IRole[] | undefined): readonly string[] {
  const passable = read.optionalList('passableRoles', roles, ROLE);
  passable.forEach((role, index) => {
    if (compareAccounts(read.scope, role.env.account) === TokenComparison.DIFFERENT) {
      fail(
        read.scope,
        `'${read.pathOf('passableRoles')}[${index}]' must be a role of the stack's account, got '${role.node.path}' of ` +
          `account ${role.env.account}: roles are never passed to another account`,
      );
    }
  });
  return unique(passable.map(({ roleArn }) => roleArn));
}
