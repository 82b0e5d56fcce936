import { workloadRow } from './defaults';
import { S3Location, SageMakerClarifyModel } from '../../../src';
import { Row } from '../../support/row';

/** The shared options of workloads on their own instances. */
const SHARED_ROWS = ([
  ['trainingJob', 'TrainingJob'],
  ['tuningJob', 'TuningJob'],
  ['processingJob', 'ProcessingJob'],
  ['autoMlJob', 'AutoMlJob'],
  ['notebookInstance', 'NotebookInstance'],
] as const).flatMap(([workload, feature]): Row[] => [
  workloadRow(workload, 'vpc', () => ({ vpc: true }), '+CommonNetwork'),
  workloadRow(workload, 'input-keys', given => ({ inputKeys: [given.key('inputs'), given.newKey('other-inputs')] }),
    `+${feature}InputKey`),
  workloadRow(workload, 'output-key', given => ({ outputKey: given.key('outputs') }), `+${feature}OutputKey`),
  workloadRow(workload, 'volume-key', given => ({ volumeKey: given.alias('volumes') }), `+${feature}VolumeKey`),
  workloadRow(workload, 'metric-namespaces', () => ({ metricNamespaces: ['Own'] }), `~${feature}PutMetrics`),
]);

const TRAINING_ROWS = ([['trainingJob', 'TrainingJob'], ['tuningJob', 'TuningJob']] as const)
  .flatMap(([workload, feature]): Row[] => [
    workloadRow(workload, 'without-inputs', () => ({ inputs: undefined }),
      `-${feature}ReadInputs`, `~${feature}ListBuckets`),
    workloadRow(workload, 'without-images', () => ({ images: undefined }),
      '-CommonRegistryLogin', `-${feature}PullImages`),
    workloadRow(workload, 'checkpoints', given => ({ checkpoints: [S3Location.bucket(given.bucket('checkpoints'))] }),
      `+${feature}UseCheckpoints`, `~${feature}ListBuckets`),
    workloadRow(workload, 'encrypted', given => ({
      inputs: [S3Location.prefix(given.encryptedBucket('secret-data'), 'train/')],
      outputs: [S3Location.prefix(given.encryptedBucket('secret-models'), 'out/')],
      checkpoints: [S3Location.prefix(given.encryptedBucket('secret-models'), 'checkpoints/')],
    }),
    `+${feature}InputKey`, `+${feature}OutputKey`, `+${feature}UseCheckpoints`,
    `~${feature}ListBuckets`, `~${feature}ReadInputs`, `~${feature}WriteOutputs`),
  ]);

const PROCESSING_ROWS: readonly Row[] = [
  workloadRow('processingJob', 'without-inputs', () => ({ inputs: undefined }), '-ProcessingJobReadInputs'),
  workloadRow('processingJob', 'without-outputs', () => ({ outputs: undefined }), '-ProcessingJobWriteOutputs'),
  workloadRow('processingJob', 'without-anything', () => ({ inputs: undefined, outputs: undefined, images: undefined }),
    '-CommonRegistryLogin', '-ProcessingJobListBuckets', '-ProcessingJobPullImages', '-ProcessingJobReadInputs',
    '-ProcessingJobWriteOutputs'),
  workloadRow('processingJob', 'encrypted', given => ({
    inputs: [S3Location.bucket(given.encryptedBucket('secret-data'))],
    outputs: [S3Location.bucket(given.encryptedBucket('secret-data'))],
  }),
  '+ProcessingJobInputKey', '+ProcessingJobOutputKey',
  '~ProcessingJobListBuckets', '~ProcessingJobReadInputs', '~ProcessingJobWriteOutputs'),
];

const OWN_ROWS: readonly Row[] = [
  workloadRow('trainingJob', 'remote-debug', () => ({ remoteDebug: true }), '+TrainingJobRemoteDebug'),
  workloadRow('processingJob', 'spark-outputs', given => ({
    sparkOutputs: [S3Location.prefix(given.bucket('tables'), 'churn/')],
  }), '+ProcessingJobUseSparkOutputs', '~ProcessingJobListBuckets'),
  workloadRow('processingJob', 'spark-outputs-anywhere', () => ({ sparkOutputs: [S3Location.anyBucket()] }),
    '+ProcessingJobUseSparkOutputs', '~ProcessingJobListBuckets'),
  workloadRow('processingJob', 'spark-outputs-encrypted', given => ({
    sparkOutputs: [S3Location.bucket(given.encryptedBucket('tables'))],
  }), '+ProcessingJobOutputKey', '+ProcessingJobUseSparkOutputs', '~ProcessingJobListBuckets'),
];

const CLARIFY = ['ConfigureEndpoint', 'FindModels', 'Tags', 'UseEndpoint'].map(what => `+ProcessingJobClarify${what}`);

const MONITORING_ROWS: readonly Row[] = [
  workloadRow('processingJob', 'model-monitor', () => ({ modelMonitor: true }), '+ProcessingJobMonitorMetrics'),
  workloadRow('processingJob', 'clarify', given => ({
    clarify: { models: [SageMakerClarifyModel.named('Churn'), SageMakerClarifyModel.model(given.newModel('fraud'))] },
  }), ...CLARIFY),
  workloadRow('processingJob', 'clarify-endpoint-names', () => ({
    clarify: { models: [SageMakerClarifyModel.startingWith('pipelines-')], endpointNamePrefix: 'shadow-' },
  }), ...CLARIFY),
  workloadRow('processingJob', 'clarify-any-model', () => ({
    clarify: { models: [SageMakerClarifyModel.anyModel()] },
  }), ...CLARIFY),
];

const AUTO_ML_ROWS: readonly Row[] = [
  workloadRow('autoMlJob', 'passable-roles', given => ({ passableRoles: [given.role('serve'), given.newRole('host')] }),
    '+AutoMlJobPassRoles'),
  workloadRow('autoMlJob', 'encrypted', given => ({
    inputs: [S3Location.bucket(given.encryptedBucket('secret-data'))],
    outputs: [S3Location.bucket(given.encryptedBucket('secret-models'))],
  }),
  '+AutoMlJobInputKey', '+AutoMlJobOutputKey',
  '~AutoMlJobListBuckets', '~AutoMlJobReadInputs', '~AutoMlJobUseOutputs'),
];

export const JOB_ROWS: readonly Row[] = [
  ...SHARED_ROWS,
  ...TRAINING_ROWS,
  ...PROCESSING_ROWS,
  ...OWN_ROWS,
  ...MONITORING_ROWS,
  ...AUTO_ML_ROWS,
];
