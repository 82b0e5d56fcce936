import * as fc from 'fast-check';
import {
  PolicyPlacement, SageMakerApiAccess, SageMakerAsyncInferenceOptions, SageMakerAutoMlJobOptions,
  SageMakerBatchTransformOptions, SageMakerClarifyModel, SageMakerClarifyOptions, SageMakerDataCaptureOptions,
  SageMakerDomainOptions, SageMakerExecutionRole, SageMakerExecutionRoleProps, SageMakerFeatureStoreOptions,
  SageMakerHub, SageMakerHyperPodClusterOptions, SageMakerHyperPodEksOptions, SageMakerHyperPodKarpenterRole,
  SageMakerHyperPodKarpenterRoleProps, SageMakerHyperPodSlurmOptions, SageMakerImageOptions,
  SageMakerInteractiveOptions, SageMakerMlflowClientOptions, SageMakerMlflowModelRegistryOptions,
  SageMakerMlflowOptions, SageMakerMlflowServer, SageMakerModelOptions, SageMakerModelPackage,
  SageMakerNetworkFileSystems, SageMakerNotebookInstanceOptions, SageMakerPipelineEmrOptions,
  SageMakerPipelineNewEmrClusters, SageMakerPipelineOptions, SageMakerProcessingJobOptions, SageMakerRegisteredModel,
  SageMakerSourceArn, SageMakerStudioOptions, SageMakerTrainingJobOptions, SageMakerTuningJobOptions,
  SageMakerVpcEndpoints, SageMakerWorkloadOptions,
} from '../../src';
import {
  both, codeOf, flag, image, key, listOf, location, Maker, maker, oneOf, OptionArbitraries, options, OptionsMaker, role,
  severalOf, values,
} from '../support/arbitraries';
import { Workload, WORKLOADS } from './grid/defaults';
import { newRole, rolesOf } from '../support/role-arbitraries';
import { SUBJECT } from '../support/row';

const MARKETPLACE_PACKAGE = 'arn:aws:sagemaker:eu-central-1:446921602837:model-package/speech-0123456789abcdef';
const APP = 'arn:aws:sagemaker:eu-central-1:111122223333:mlflow-app/app-0123456789AB';
const OTHER_PACKAGE = 'arn:aws:sagemaker:eu-central-1:444455556666:model-package/Fraud/7';

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
  registerModels: flag,
  deletion: flag,
  userInterface: flag,
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
    'SageMakerHub.shared()': () => SageMakerHub.shared('arn:aws:sagemaker:eu-central-1:444455556666:hub/platform'),
  })),
};

// `apiAccess` is always set: the default with all other options and another workload exceeds the size of a role.
const notebook = options<SageMakerNotebookInstanceOptions>({
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
  mlflow,
  hubs: listOf(oneOf({
    'SageMakerHub.publicHub()': () => SageMakerHub.publicHub(),
    "SageMakerHub.named('Churn')": () => SageMakerHub.named('Churn'),
    'SageMakerHub.shared()': () => SageMakerHub.shared('arn:aws:sagemaker:eu-central-1:444455556666:hub/platform'),
  })),
}, 'apiAccess');

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
  jobNamePrefixes: values(['churn-'], ['churn-', 'Nightly-']),
  modelPackageGroups: values(['fraud'], ['fraud', 'Churn']),
  endpointNames: values(['fraud'], ['fraud', 'Churn']),
  functions: listOf(oneOf({
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
const studio = options<SageMakerStudioOptions>({
  ...interactive,
  domains: listOf(oneOf({
    'a domain': given => given.domain('lab'),
    'a new domain': given => given.newDomain('new'),
  })),
  remoteAccess: flag,
}, 'apiAccess');

type Workloads = Pick<SageMakerExecutionRoleProps, Workload>;

const workloads: OptionArbitraries<Workloads> = {
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

const someWorkloads = (maxLength: number): fc.Arbitrary<OptionsMaker<Workloads>> =>
  fc.subarray(WORKLOADS as Workload[], { minLength: 1, maxLength }).map(alone(maxLength)).chain(names =>
    options<Workloads>(Object.fromEntries(names.map(name => [name, workloads[name]])) as typeof workloads, ...names));

/** With every option, Studio fills an inline policy: it is together with others in managed policies only. */
function alone(maxLength: number): (names: Workload[]) => Workload[] {
  return names => maxLength < WORKLOADS.length && names.includes('studio') ? ['studio'] : names;
}

/** Options of the trust policy, which an existing role rejects. */
const trust = options<Pick<SageMakerExecutionRoleProps, 'sourceArns' | 'sourceAccountCondition' | 'sourceIdentity'>>({
  sourceArns: listOf(oneOf({
    'trainingJobs()': () => SageMakerSourceArn.trainingJobs(),
    'pipeline("nightly")': () => SageMakerSourceArn.pipeline('nightly'),
    'everything()': () => SageMakerSourceArn.everything(),
  })),
  sourceAccountCondition: flag,
  sourceIdentity: flag,
});
const check = options<Pick<SageMakerExecutionRoleProps, 'sdkRoleCheck'>>({ sdkRoleCheck: flag });

const roles = rolesOf('sagemaker.amazonaws.com');

/** The properties of a role. More than two workloads may exceed the size of inline policies. */
const props: fc.Arbitrary<Maker<SageMakerExecutionRoleProps>> = fc.oneof(
  both(both(someWorkloads(2), check), both(trust, roles.made)),
  both(both(someWorkloads(2), check),
    both(trust, options({ ...newRole, policyPlacement: values(PolicyPlacement.INLINE) }, 'policyPlacement'))),
  both(both(someWorkloads(2), check), fc.oneof(roles.existing, roles.imported)),
  {
    weight: 2,
    arbitrary: both(both(someWorkloads(WORKLOADS.length), check),
      both(trust, options({ ...newRole, policyPlacement: values(PolicyPlacement.MANAGED) }, 'policyPlacement'))),
  },
);

/** Builds a role with random options, under the id `SUBJECT`. */
export const randomExecutionRole: fc.Arbitrary<Maker<SageMakerExecutionRole>> = props.map(made =>
  maker(`new SageMakerExecutionRole(${codeOf(made)})`, given => new SageMakerExecutionRole(given.stack, SUBJECT, made(given))));

type Karpenter = SageMakerHyperPodKarpenterRoleProps;

const karpenterRoles = rolesOf('hyperpod.sagemaker.amazonaws.com');
const keysOfNodes = options<Pick<Karpenter, 'volumeKeys'>>({ volumeKeys: listOf(key) });

const karpenter: fc.Arbitrary<Maker<Karpenter>> = fc.oneof(
  both(keysOfNodes, both(options<Pick<Karpenter, 'sourceAccountCondition'>>({ sourceAccountCondition: flag }), karpenterRoles.made)),
  both(keysOfNodes, fc.oneof(karpenterRoles.existing, karpenterRoles.imported)),
);

export const randomKarpenterRole: fc.Arbitrary<Maker<SageMakerHyperPodKarpenterRole>> = karpenter.map(made =>
  maker(`new SageMakerHyperPodKarpenterRole(${codeOf(made)})`,
    given => new SageMakerHyperPodKarpenterRole(given.stack, SUBJECT, made(given))));
