import { Options, rowName, togetherRow, Workload, workloadRow, WORKLOADS } from './defaults';
import { FEATURE_STORE_EVERYTHING } from './feature-store';
import { CLIENT, clientSids, MLFLOW_EVERYTHING } from './mlflow';
import {
  ImageSource, PolicyPlacement, S3Location, SageMakerClarifyModel, SageMakerHub, SageMakerMlflowServer,
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

/** Each workload with every option. */
const EVERYTHING = {
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
    data: [S3Location.bucket(given.bucket('data'))],
    images: [ImageSource.repository(given.repository('train'))],
    imageManagement: [ImageSource.repository(given.repository('own'))],
    codeRepositories: [given.codeRepository('lab')],
    passableRoles: [given.role('train')],
    networkFileSystems: { efs: [given.fileSystem('home')], fsx: true },
    vpcEndpoints: { vpcs: [given.vpc('lab')] },
    // With everything of MLflow, the statements would not fit the inline policies.
    mlflow: { servers: [SageMakerMlflowServer.trackingServerName('churn')] },
    hubs: [SageMakerHub.publicHub()],
  }),
  autoMlJob: given => ({ ...shared(given), passableRoles: [given.role('serve')] }),
  domain: () => ({}),
  image: () => ({}),
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
    '+NotebookInstanceInputKey', '+NotebookInstanceManageImages', '+NotebookInstanceMlflowUse', '+NotebookInstanceOutputKey',
    '+NotebookInstancePassRoles', '+NotebookInstancePullImages', '+NotebookInstanceReadHubs',
    '+NotebookInstanceReadJumpStart', '+NotebookInstanceUseBuckets',
    '+NotebookInstanceUseCode', '+NotebookInstanceUseObjects', '+NotebookInstanceVolumeKey',
    '~NotebookInstancePutMetrics',
  ],
  autoMlJob: [
    '+AutoMlJobInputKey', '+AutoMlJobOutputKey', '+AutoMlJobPassRoles', '+AutoMlJobVolumeKey', '+CommonNetwork',
    '~AutoMlJobPutMetrics',
  ],
  featureStore: FEATURE_STORE_EVERYTHING,
  mlflow: MLFLOW_EVERYTHING,
};

const ALONE_ROWS = WORKLOADS.flatMap((workload): Row[] => {
  const difference = DIFFERENCES[workload];
  return difference ? [workloadRow(workload, 'everything', EVERYTHING[workload], ...difference)] : [];
});

/** A statement is the same for its workload alone and together with others. */
const TOGETHER_ROWS: readonly Row[] = [
  togetherRow('train-and-process', ['trainingJob', 'processingJob']),
  togetherRow('train-tune-and-serve', ['trainingJob', 'tuningJob', 'model']),
  togetherRow('domain-and-image', ['domain', 'image']),
  togetherRow('all-workloads', WORKLOADS, { policyPlacement: PolicyPlacement.MANAGED }),
];

const EVERYTHING_TOGETHER: Row = {
  ...togetherRow('everything', WORKLOADS, { policyPlacement: PolicyPlacement.MANAGED }, EVERYTHING),
  unionOf: WORKLOADS.map(workload => rowName(workload, workload in DIFFERENCES ? 'everything' : undefined)),
};

export const EVERYTHING_ROWS: readonly Row[] = [...ALONE_ROWS, ...TOGETHER_ROWS, EVERYTHING_TOGETHER];
