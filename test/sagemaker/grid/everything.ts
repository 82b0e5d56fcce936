import { DEFAULTS, Options, propsRow, rowName, togetherRow, Workload, WORKLOADS } from './defaults';
import { FEATURE_STORE_EVERYTHING } from './feature-store';
import { CLIENT, clientSids, MLFLOW_EVERYTHING } from './mlflow';
import {
  ImageSource, PolicyPlacement, S3Location, SageMakerClarifyModel, SageMakerHub,
  SageMakerModelPackage, SageMakerRegisteredModel,
} from '../../../src';
import { Fixtures } from '../../support/given';
import { Row } from '../../support/row';

const shared = (given: Fixtures) => ({
  vpc: true,
  inputKeys: [given.key('inputs')],
  outputKey: given.key('outputs'),
  volumeKey: given.key('volumes'),
  metricNamespaces: ['Own'],
});

const interactive = (given: Fixtures) => ({
  data: [S3Location.bucket(given.bucket('data'))],
  readOnlyData: [S3Location.bucket(given.bucket('archive'))],
  images: [ImageSource.repository(given.repository('train'))],
  pushableImages: [ImageSource.repository(given.repository('team'))],
  imageManagement: [ImageSource.repository(given.repository('own'))],
  codeRepositories: [given.codeRepository('lab')],
  readOnlyCodeRepositories: [given.codeRepository('library')],
  passableRoles: [given.role('train')],
});

/** Each workload with every option. */
export const EVERYTHING = {
  trainingJob: given => ({
    ...shared(given),
    checkpoints: [S3Location.bucket(given.bucket('checkpoints'))],
    mlflow: CLIENT(given),
    remoteDebug: true,
  }),
  tuningJob: given => ({
    ...shared(given), checkpoints: [S3Location.bucket(given.bucket('checkpoints'))], mlflow: CLIENT(given),
  }),
  processingJob: given => ({
    ...shared(given),
    mlflow: CLIENT(given),
    sparkOutputs: [S3Location.bucket(given.bucket('tables'))],
    modelMonitor: true,
    clarify: { models: [SageMakerClarifyModel.named('churn')], endpointNamePrefix: 'shadow-' },
  }),
  model: given => ({
    modelDataKeys: [given.key('data')],
    vpc: true,
    volumeKey: given.key('volumes'),
    metricNamespaces: ['Own'],
    rollbackAlarms: [given.alarm('errors')],
    modelPackages: [SageMakerModelPackage.groupName('fraud')],
    dataCapture: { outputs: [S3Location.uri('s3://captured/')], outputKey: given.key('outputs') },
    batchTransform: {
      inputs: [S3Location.uri('s3://requests/batch/in/')],
      outputs: [S3Location.uri('s3://requests/batch/out/')],
      inputKeys: [given.key('inputs')],
      outputKey: given.key('outputs'),
    },
    asyncInference: {
      inputs: [S3Location.uri('s3://requests/async/in/')],
      outputs: [S3Location.uri('s3://requests/async/out/')],
      inputKeys: [given.key('inputs')],
      outputKey: given.key('outputs'),
      topics: [given.encryptedTopic('done')],
    },
  }),
  notebookInstance: given => ({
    ...shared(given),
    ...interactive(given),
    stoppableInstances: ['lab'],
    networkFileSystems: { efs: [given.fileSystem('home')], fsx: true },
    vpcEndpoints: { vpcs: [given.vpc('lab')] },
    mlflow: CLIENT(given),
    hubs: [SageMakerHub.publicHub()],
  }),
  autoMlJob: given => ({ ...shared(given), passableRoles: [given.role('serve')] }),
  domain: given => ({ key: given.key('domain') }),
  studio: given => {
    const { vpc: _vpc, volumeKey: _volumeKey, ...work } = shared(given);
    return {
      ...work,
      ...interactive(given),
      domains: [given.domain('lab')],
      remoteAccess: true,
      mlflow: CLIENT(given),
      hubs: [SageMakerHub.publicHub()],
    };
  },
  image: () => ({}),
  pipeline: given => ({
    tuningSteps: true,
    transformSteps: true,
    autoMlSteps: true,
    modelSteps: true,
    jobNamePrefixes: ['nightly-'],
    modelPackageGroups: ['fraud'],
    endpointNames: ['fraud'],
    functions: [given.function('approve')],
    callbackQueues: [given.encryptedQueue('steps')],
    emr: {
      emrClusters: [given.emrCluster('spark')],
      newEmrClusters: { emrServiceRoles: [given.role('emr')], emrInstanceRoles: [given.role('emr-nodes')] },
    },
    inputs: [S3Location.bucket(given.bucket('reports'))],
    inputKeys: [given.key('inputs')],
    passableRoles: [given.role('train')],
  }),
  hyperPodCluster: given => ({
    slurm: { vpc: true, images: [ImageSource.repository(given.repository('train'))] },
    eks: { images: [ImageSource.anyRepository()], podIdentityCluster: given.eksCluster('nodes') },
    data: [S3Location.prefix(given.bucket('data'), 'jobs/')],
    inputKeys: [given.key('inputs')],
    outputKey: given.key('outputs'),
    fsx: true,
    volumeKeys: [given.key('volumes')],
  }),
  featureStore: given => ({
    offlineStoreKey: given.key('features'),
    databases: [given.database('features')],
    onlineStoreKey: given.key('online'),
  }),
  mlflow: given => ({
    artifactStoreKey: given.key('runs'),
    modelRegistry: { registeredModels: [SageMakerRegisteredModel.startingWith('churn-')], lineage: true },
  }),
} satisfies { [W in Workload]: (given: Fixtures) => Partial<Options<W>> };

const training = (feature: string) => [
  '+CommonNetwork', `+${feature}InputKey`, `+${feature}OutputKey`, `+${feature}UseCheckpoints`, `+${feature}VolumeKey`,
  ...clientSids(feature), `~${feature}ListBuckets`, `~${feature}PutMetrics`,
];

const DIFFERENCES: { readonly [W in Workload]?: readonly string[] } = {
  trainingJob: ['+TrainingJobRemoteDebug', ...training('TrainingJob')],
  tuningJob: training('TuningJob'),
  processingJob: [
    ...clientSids('ProcessingJob'), '+CommonNetwork', '+ProcessingJobClarifyConfigureEndpoint', '+ProcessingJobClarifyFindModels',
    '+ProcessingJobClarifyTags', '+ProcessingJobClarifyUseEndpoint', '+ProcessingJobInputKey',
    '+ProcessingJobMonitorMetrics', '+ProcessingJobOutputKey', '+ProcessingJobUseSparkOutputs',
    '+ProcessingJobVolumeKey', '~ProcessingJobListBuckets', '~ProcessingJobPutMetrics',
  ],
  model: [
    '+CommonNetwork', '+ModelAsyncInputKey', '+ModelAsyncNotify', '+ModelAsyncOutputKey', '+ModelAsyncReadInputs',
    '+ModelAsyncTopicKey', '+ModelAsyncWriteOutputs', '+ModelCaptureOutputKey', '+ModelCaptureWriteOutputs',
    '+ModelDataKey', '+ModelFindVpcEndpoints', '+ModelRollbackAlarms',
    '+ModelTransformInputKey', '+ModelTransformOutputKey', '+ModelTransformReadInputs', '+ModelTransformWriteOutputs',
    '+ModelUsePackages', '+ModelVolumeKey', '~ModelListBuckets', '~ModelPutMetrics',
  ],
  notebookInstance: [
    '+CommonNetwork', '+CommonRegistryLogin', '+NotebookInstanceCreateVpcEndpoints',
    '+NotebookInstanceFindFsxFileSystems', '+NotebookInstanceFindMountTargets', '+NotebookInstanceFindRouteTables',
    ...clientSids('NotebookInstance'), '+NotebookInstanceInputKey', '+NotebookInstanceListBuckets', '+NotebookInstanceManageImages',
    '+NotebookInstanceOutputKey', '+NotebookInstancePassRoles',
    '+NotebookInstancePullCode', '+NotebookInstancePullImages', '+NotebookInstancePushImages',
    '+NotebookInstanceReadHubs', '+NotebookInstanceReadJumpStart', '+NotebookInstanceReadObjects',
    '+NotebookInstanceStopInstances', '+NotebookInstanceUseBuckets', '+NotebookInstanceUseCode',
    '+NotebookInstanceUseObjects', '+NotebookInstanceVolumeKey',
    '~NotebookInstancePutMetrics',
  ],
  domain: ['+DomainFindKey', '+DomainGrantKey'],
  studio: [
    '+CommonRegistryLogin', '+StudioInputKey', '+StudioListBuckets', '+StudioManageImages', '+StudioOutputKey',
    '+StudioPassRoles', '+StudioPullCode', '+StudioPullImages', '+StudioPushImages', '+StudioReadObjects',
    '+StudioReadHubs', '+StudioReadJumpStart', '+StudioStartSessions', '+StudioUseBuckets', '+StudioUseCode',
    '+StudioUseObjects', '~StudioFind', '~StudioPutMetrics', '~StudioReadTags', ...clientSids('Studio'),
  ],
  autoMlJob: [
    '+AutoMlJobInputKey', '+AutoMlJobOutputKey', '+AutoMlJobPassRoles', '+AutoMlJobVolumeKey', '+CommonNetwork',
    '~AutoMlJobPutMetrics',
  ],
  pipeline: [
    '+PipelineCreateEmrClusters', '+PipelineCreateModels', '+PipelineDeployModels', '+PipelineInputKey',
    '+PipelineInvokeFunctions', '+PipelineListBuckets', '+PipelinePassEmrInstanceRoles', '+PipelinePassEmrServiceRoles',
    '+PipelinePassRoles', '+PipelineQueueKey', '+PipelineReadInputs', '+PipelineRegisterModels', '+PipelineRunAutoMlJobs',
    '+PipelineRunEmrSteps', '+PipelineRunTransformJobs', '+PipelineRunTuningJobs', '+PipelineSendMessages',
    '+PipelineUseEmrClusters', '+PipelineWatchEmr', '~PipelineRunProcessingJobs', '~PipelineRunTrainingJobs',
    '~PipelineTags',
  ],
  hyperPodCluster: [
    '+CommonNetwork', '+CommonRegistryLogin', '+HyperPodClusterAttachInterfaces', '+HyperPodClusterDetachInterfaces',
    '+HyperPodClusterFindFsxFileSystems', '+HyperPodClusterFindInstances', '+HyperPodClusterFindVolumeKey',
    '+HyperPodClusterInputKey', '+HyperPodClusterManageInterfaces', '+HyperPodClusterOutputKey',
    '+HyperPodClusterPullImages', '+HyperPodClusterTagInterfaces', '+HyperPodClusterUseData',
    '+HyperPodClusterUsePodIdentity', '+HyperPodClusterVolumeKey', '~HyperPodClusterListBuckets',
  ],
  featureStore: FEATURE_STORE_EVERYTHING,
  mlflow: MLFLOW_EVERYTHING,
};

/** With every option and the default parts of the API, they exceed the size of a role. */
const INTERACTIVE: readonly Workload[] = ['notebookInstance', 'studio'];

const ALONE_ROWS = WORKLOADS.flatMap((workload): Row[] => {
  const difference = DIFFERENCES[workload];
  return difference ? [propsRow(workload, 'everything', given => ({
    [workload]: { ...DEFAULTS[workload](given), ...EVERYTHING[workload](given) },
    ...(INTERACTIVE.includes(workload) ? { policyPlacement: PolicyPlacement.MANAGED } : {}),
  }), ...difference)] : [];
});

/** A statement is the same for its workload alone and together with others. */
const TOGETHER_ROWS: readonly Row[] = [
  togetherRow('train-and-process', ['trainingJob', 'processingJob']),
  togetherRow('train-tune-and-serve', ['trainingJob', 'tuningJob', 'model']),
  togetherRow('domain-and-image', ['domain', 'image']),
  togetherRow('domain-and-studio', ['domain', 'studio']),
  togetherRow('all-workloads', WORKLOADS, { policyPlacement: PolicyPlacement.MANAGED }),
];

const EVERYTHING_TOGETHER: Row = {
  ...togetherRow('everything', WORKLOADS, { policyPlacement: PolicyPlacement.MANAGED }, EVERYTHING),
  unionOf: WORKLOADS.map(workload => rowName(workload, workload in DIFFERENCES ? 'everything' : undefined)),
};

export const EVERYTHING_ROWS: readonly Row[] = [...ALONE_ROWS, ...TOGETHER_ROWS, EVERYTHING_TOGETHER];
