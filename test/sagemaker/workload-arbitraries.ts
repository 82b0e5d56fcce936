import { Aws } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as fc from 'fast-check';
import {
  SageMakerApiAccess, SageMakerAsyncInferenceOptions, SageMakerAutoMlJobOptions, SageMakerBatchTransformOptions,
  SageMakerClarifyModel, SageMakerClarifyOptions, SageMakerDataCaptureOptions, SageMakerDomainOptions,
  SageMakerExecutionRoleProps, SageMakerFeatureStoreOptions, SageMakerHub, SageMakerHyperPodClusterOptions,
  SageMakerHyperPodEksOptions, SageMakerHyperPodSlurmOptions, SageMakerImageOptions, SageMakerInteractiveOptions,
  SageMakerMlflowClientOptions, SageMakerMlflowModelRegistryOptions, SageMakerMlflowOptions, SageMakerMlflowServer,
  SageMakerModelOptions, SageMakerModelPackage, SageMakerNetworkFileSystems, SageMakerNotebookInstanceOptions,
  SageMakerPipelineEmrOptions, SageMakerPipelineNewEmrClusters, SageMakerPipelineOptions,
  SageMakerProcessingJobOptions, SageMakerRegisteredModel, SageMakerStudioOptions, SageMakerTrainingJobOptions,
  SageMakerTuningJobOptions, SageMakerVpcEndpoints, SageMakerWorkloadOptions,
} from '../../src';
import {
  flag, image, key, listOf, location, oneOf, OptionArbitraries, options, role, severalOf, values,
} from '../support/arbitraries';
import { Workload } from './grid/defaults';

const MARKETPLACE_PACKAGE =
  `arn:${Aws.PARTITION}:sagemaker:${Aws.REGION}:446921602837:model-package/speech-0123456789abcdef`;
const APP = `arn:${Aws.PARTITION}:sagemaker:${Aws.REGION}:${Aws.ACCOUNT_ID}:mlflow-app/app-0123456789AB`;
const OTHER_PACKAGE = `arn:${Aws.PARTITION}:sagemaker:${Aws.REGION}:444455556666:model-package/Fraud/7`;

const namespaces = values(['Own'], ['Own', 'Team']);

const shared: OptionArbitraries<SageMakerWorkloadOptions> = {
  vpc: flag,
  inputKeys: listOf(key),
  outputKey: key,
  volumeKey: key,
  metricNamespaces: namespaces,
};

const mlflow = options<SageMakerMlflowClientOptions>({
  servers: listOf(oneOf({
    "SageMakerMlflowServer.trackingServer('churn')": given => SageMakerMlflowServer.trackingServer(given.newTrackingServer('churn')),
    "SageMakerMlflowServer.trackingServerName('Fraud')": () => SageMakerMlflowServer.trackingServerName('Fraud'),
    'SageMakerMlflowServer.anyTrackingServer()': () => SageMakerMlflowServer.anyTrackingServer(),
    'SageMakerMlflowServer.app()': () => SageMakerMlflowServer.app(APP),
    'SageMakerMlflowServer.anyApp()': () => SageMakerMlflowServer.anyApp(),
  })),
  artifactStores: listOf(location),
  artifactStoreKey: key,
  registerModels: values(true),
  deletion: values(true),
  userInterface: values(true),
}, 'servers');

const tuningOptions: OptionArbitraries<SageMakerTuningJobOptions> = {
  ...shared,
  inputs: listOf(location),
  outputs: listOf(location),
  images: listOf(image),
  checkpoints: listOf(location),
  mlflow,
};
const training = options<SageMakerTrainingJobOptions>({ ...tuningOptions, remoteDebug: flag }, 'outputs');
const tuning = options<SageMakerTuningJobOptions>(tuningOptions, 'outputs');

const processing = options<SageMakerProcessingJobOptions>({
  ...shared,
  inputs: listOf(location),
  outputs: listOf(location),
  images: listOf(image),
  mlflow,
  sparkOutputs: listOf(location),
  modelMonitor: flag,
  clarify: options<SageMakerClarifyOptions>({
    models: listOf(oneOf({
      "SageMakerClarifyModel.named('Churn')": () => SageMakerClarifyModel.named('Churn'),
      "SageMakerClarifyModel.startingWith('pipelines-')": () => SageMakerClarifyModel.startingWith('pipelines-'),
      'SageMakerClarifyModel.anyModel()': () => SageMakerClarifyModel.anyModel(),
      'SageMakerClarifyModel.model()': given => SageMakerClarifyModel.model(given.newModel('churn')),
    })),
    endpointNamePrefix: values('shadow-'),
  }, 'models'),
});

const autoMl = options<SageMakerAutoMlJobOptions>({
  ...shared,
  inputs: listOf(location),
  outputs: listOf(location),
  images: listOf(image),
  passableRoles: listOf(role),
}, 'inputs', 'outputs', 'images');

const requests: OptionArbitraries<SageMakerBatchTransformOptions> = {
  inputs: listOf(location),
  outputs: listOf(location),
  inputKeys: listOf(key),
  outputKey: key,
};

const model = options<SageMakerModelOptions>({
  modelData: listOf(location),
  modelDataKeys: listOf(key),
  images: listOf(image),
  vpc: flag,
  volumeKey: key,
  batchTransform: options<SageMakerBatchTransformOptions>(requests, 'inputs', 'outputs'),
  asyncInference: options<SageMakerAsyncInferenceOptions>({
    ...requests,
    topics: listOf(oneOf({
      'a topic': given => given.topic('done'),
      'an encrypted topic': given => given.encryptedTopic('done'),
    })),
  }, 'inputs', 'outputs'),
  rollbackAlarms: listOf(oneOf({
    'an alarm': given => given.alarm('errors'),
    'a new alarm': given => given.newAlarm('errors'),
  })),
  modelPackages: listOf(oneOf({
    "SageMakerModelPackage.groupName('fraud')": () => SageMakerModelPackage.groupName('fraud'),
    "SageMakerModelPackage.group('churn')": given => SageMakerModelPackage.group(given.newModelPackageGroup('churn')),
    "SageMakerModelPackage.unversioned('Churn')": () => SageMakerModelPackage.unversioned('Churn'),
    'SageMakerModelPackage.marketplace()': () => SageMakerModelPackage.marketplace(MARKETPLACE_PACKAGE),
    'SageMakerModelPackage.of()': () => SageMakerModelPackage.of(OTHER_PACKAGE),
  })),
  dataCapture: options<SageMakerDataCaptureOptions>({ outputs: listOf(location), outputKey: key }, 'outputs'),
  metricNamespaces: namespaces,
});

const api = severalOf({
  TRAINING_JOBS: () => SageMakerApiAccess.TRAINING_JOBS,
  TUNING_JOBS: () => SageMakerApiAccess.TUNING_JOBS,
  PROCESSING_JOBS: () => SageMakerApiAccess.PROCESSING_JOBS,
  TRANSFORM_JOBS: () => SageMakerApiAccess.TRANSFORM_JOBS,
  AUTO_ML_JOBS: () => SageMakerApiAccess.AUTO_ML_JOBS,
  MODELS: () => SageMakerApiAccess.MODELS,
  ENDPOINTS: () => SageMakerApiAccess.ENDPOINTS,
  PIPELINES: () => SageMakerApiAccess.PIPELINES,
  EXPERIMENTS: () => SageMakerApiAccess.EXPERIMENTS,
  LINEAGE: () => SageMakerApiAccess.LINEAGE,
  MODEL_MONITORING: () => SageMakerApiAccess.MODEL_MONITORING,
  FEATURE_STORE: () => SageMakerApiAccess.FEATURE_STORE,
  MODEL_REGISTRY: () => SageMakerApiAccess.MODEL_REGISTRY,
  UNRESTRICTED: () => SageMakerApiAccess.UNRESTRICTED,
  Labeling: () => SageMakerApiAccess.of('Labeling', {
    actions: ['sagemaker:DescribeLabelingJob', 'sagemaker:CreateLabelingJob'],
    resourceTypes: ['labeling-job'],
  }),
});

const codeRepositories = (name: string) =>
  listOf(oneOf({ 'a code repository': given => given.codeRepository(name) }));
const fileSystems = listOf(oneOf({ 'a file system': given => given.fileSystem('home') }));

const interactive: OptionArbitraries<SageMakerInteractiveOptions> = {
  inputKeys: listOf(key),
  outputKey: key,
  metricNamespaces: namespaces,
  apiAccess: api,
  data: listOf(location),
  readOnlyData: listOf(location),
  images: listOf(image),
  pushableImages: listOf(image),
  imageManagement: listOf(image),
  codeRepositories: codeRepositories('lab'),
  readOnlyCodeRepositories: codeRepositories('library'),
  passItself: flag,
  passableRoles: listOf(role),
  readMetrics: flag,
  mlflow,
  hubs: listOf(oneOf({
    'SageMakerHub.publicHub()': () => SageMakerHub.publicHub(),
    "SageMakerHub.named('Churn')": () => SageMakerHub.named('Churn'),
    'SageMakerHub.shared()': () => SageMakerHub.shared(`arn:${Aws.PARTITION}:sagemaker:${Aws.REGION}:444455556666:hub/platform`),
  })),
};

// `apiAccess` is always set: the default with all other options and another workload exceeds the size of a role.
const ofNotebook: OptionArbitraries<SageMakerNotebookInstanceOptions> = {
  ...shared,
  ...interactive,
  stoppableInstances: values(['lab'], ['lab', 'Lab-2']),
  networkFileSystems: fc.oneof(
    options<SageMakerNetworkFileSystems>({ efs: fileSystems, fsx: values(true) }, 'efs', 'fsx'),
    options<SageMakerNetworkFileSystems>({ efs: fileSystems, fsx: values(false) }, 'efs', 'fsx'),
    options<Pick<SageMakerNetworkFileSystems, 'efs'>>({ efs: fileSystems }, 'efs'),
    options<Pick<SageMakerNetworkFileSystems, 'fsx'>>({ fsx: values(true) }, 'fsx'),
  ),
  vpcEndpoints: options<SageMakerVpcEndpoints>({
    vpcs: listOf(oneOf({ 'a VPC': given => given.vpc('lab') })),
  }, 'vpcs'),
};
const notebook = options<SageMakerNotebookInstanceOptions>(ofNotebook, 'apiAccess');

const emrClusters = listOf(oneOf({ 'an EMR cluster': given => given.emrCluster('spark') }));
const newEmrClusters = options<SageMakerPipelineNewEmrClusters>(
  { emrServiceRoles: listOf(role), emrInstanceRoles: listOf(role) }, 'emrServiceRoles', 'emrInstanceRoles');

const pipeline = options<SageMakerPipelineOptions>({
  processingSteps: flag,
  trainingSteps: values(true),
  tuningSteps: flag,
  transformSteps: flag,
  autoMlSteps: flag,
  modelSteps: flag,
  jobNamePrefixes: values(['weekly-'], ['weekly-', 'Nightly-']),
  modelPackageGroups: values(['fraud'], ['fraud', 'Churn']),
  endpointNames: values(['fraud'], ['fraud', 'Churn']),
  functions: listOf(oneOf<lambda.IFunctionRef>({
    'a function': given => given.function('approve'),
    'a new function': given => given.newFunction('approve'),
  })),
  callbackQueues: listOf(oneOf({
    'a queue': given => given.queue('steps'),
    'an encrypted queue': given => given.encryptedQueue('steps'),
  })),
  emr: fc.oneof(
    options<SageMakerPipelineEmrOptions>({ emrClusters, newEmrClusters }, 'emrClusters'),
    options<SageMakerPipelineEmrOptions>({ emrClusters, newEmrClusters }, 'newEmrClusters'),
  ),
  inputs: listOf(location),
  inputKeys: listOf(key),
  passItself: flag,
  passableRoles: listOf(role),
}, 'trainingSteps');

const slurm = options<SageMakerHyperPodSlurmOptions>({ vpc: flag, images: listOf(image) });
const eksNodes = options<SageMakerHyperPodEksOptions>({
  images: listOf(image),
  podIdentityCluster: oneOf({ 'an EKS cluster': given => given.eksCluster('nodes') }),
}, 'images');
const nodes: OptionArbitraries<SageMakerHyperPodClusterOptions> = {
  lifecycleScripts: listOf(location),
  slurm,
  eks: eksNodes,
  data: listOf(location),
  inputKeys: listOf(key),
  outputKey: key,
  fsx: flag,
  volumeKeys: listOf(key),
};
const ofStudio: OptionArbitraries<SageMakerStudioOptions> = {
  ...interactive,
  domains: listOf(oneOf({
    'a domain': given => given.domain('lab'),
    'a new domain': given => given.newDomain('new'),
  })),
  remoteAccess: flag,
};
const studio = options<SageMakerStudioOptions>(ofStudio, 'apiAccess');
/** Inline policies hold MLflow and hubs, or all the rest. */
const { mlflow: _mlflow, hubs: _hubs, ...restOfStudio } = ofStudio;
const { mlflow: _ofNotebook, hubs: _ofNotebooks, ...restOfNotebook } = ofNotebook;
const ofServers = options<Pick<SageMakerInteractiveOptions, 'apiAccess' | 'mlflow' | 'hubs'>>(
  { apiAccess: api, mlflow, hubs: interactive.hubs }, 'apiAccess');
export const inline = {
  studio: fc.oneof(
    { weight: 2, arbitrary: options<Omit<SageMakerStudioOptions, 'mlflow' | 'hubs'>>(restOfStudio, 'apiAccess') },
    ofServers,
  ),
  notebookInstance: fc.oneof(
    {
      weight: 2,
      arbitrary: options<Omit<SageMakerNotebookInstanceOptions, 'mlflow' | 'hubs'>>(restOfNotebook, 'apiAccess'),
    },
    ofServers,
  ),
};

export type Workloads = Pick<SageMakerExecutionRoleProps, Workload>;

/** Random options of each workload. */
export const workloads: OptionArbitraries<Workloads> = {
  trainingJob: training,
  tuningJob: tuning,
  processingJob: processing,
  model,
  notebookInstance: notebook,
  autoMlJob: autoMl,
  domain: options<SageMakerDomainOptions>({ key }),
  studio,
  image: options<SageMakerImageOptions>({ images: listOf(image) }, 'images'),
  pipeline,
  hyperPodCluster: fc.oneof(
    options<SageMakerHyperPodClusterOptions>(nodes, 'lifecycleScripts', 'slurm'),
    options<SageMakerHyperPodClusterOptions>(nodes, 'lifecycleScripts', 'eks'),
  ),
  featureStore: options<SageMakerFeatureStoreOptions>({
    offlineStores: listOf(location),
    offlineStoreKey: key,
    databases: listOf(oneOf({
      'a database': given => given.database('features'),
      'a new database': given => given.newDatabase('features'),
    })),
    onlineStoreKey: key,
  }, 'offlineStores'),
  mlflow: options<SageMakerMlflowOptions>({
    artifactStores: listOf(location),
    artifactStoreKey: key,
    modelRegistry: options<SageMakerMlflowModelRegistryOptions>({
      registeredModels: listOf(oneOf({
        "SageMakerRegisteredModel.named('Churn')": () => SageMakerRegisteredModel.named('Churn'),
        "SageMakerRegisteredModel.startingWith('fraud-')": () => SageMakerRegisteredModel.startingWith('fraud-'),
        'SageMakerRegisteredModel.anyModel()': () => SageMakerRegisteredModel.anyModel(),
      })),
      lineage: flag,
    }, 'registeredModels'),
  }, 'artifactStores'),
};
