import { Aws } from 'aws-cdk-lib';
import { workloadRow } from './defaults';
import { ImageSource, S3Location, SageMakerApiAccess, SageMakerHub } from '../../../src';
import { Row } from '../../support/row';

/**
 * The job types that the default allows a notebook to use, by their names in Sids. Tags and lists of jobs are separate.
 */
const DEFAULT_JOBS = ['AutoMlJobs', 'ProcessingJobs', 'TrainingJobs', 'TransformJobs', 'TuningJobs'];
const DEFAULT_API = ['Endpoints', 'Models'];

const without = (parts: readonly string[]) => parts.map(part => `-NotebookInstanceCall${part}`);
const WITHOUT_JOBS = [...without(DEFAULT_JOBS), '-NotebookInstanceJobsList', '-NotebookInstanceJobsTags'];
const WITHOUT_OTHERS = [...without(DEFAULT_API), '-NotebookInstanceApiList', '-NotebookInstanceApiTags'];

/** What is recorded of work, by its names in Sids. With all other parts it exceeds an inline policy. */
const RECORDS: readonly SageMakerApiAccess[] = [
  SageMakerApiAccess.EXPERIMENTS, SageMakerApiAccess.LINEAGE, SageMakerApiAccess.MODEL_MONITORING,
];
const OTHER_PARTS = Object.values(SageMakerApiAccess).filter(part =>
  part !== SageMakerApiAccess.UNRESTRICTED && !RECORDS.includes(part));
const RECORD_ROWS = ['+NotebookInstanceRecordsList', '+NotebookInstanceRecordsTags'];

const API_ROWS: readonly Row[] = [
  workloadRow('notebookInstance', 'without-api', () => ({ apiAccess: [] }),
    ...WITHOUT_JOBS, ...WITHOUT_OTHERS, '-NotebookInstanceReadJobLogs'),
  ...([
    ['training-jobs', SageMakerApiAccess.TRAINING_JOBS, 'TrainingJobs'],
    ['tuning-jobs', SageMakerApiAccess.TUNING_JOBS, 'TuningJobs'],
    ['processing-jobs', SageMakerApiAccess.PROCESSING_JOBS, 'ProcessingJobs'],
    ['transform-jobs', SageMakerApiAccess.TRANSFORM_JOBS, 'TransformJobs'],
    ['auto-ml-jobs', SageMakerApiAccess.AUTO_ML_JOBS, 'AutoMlJobs'],
  ] as const).map(([what, api, part]) =>
    workloadRow('notebookInstance', `api-${what}`, () => ({ apiAccess: [api] }),
      ...without(DEFAULT_JOBS.filter(other => other !== part)), ...WITHOUT_OTHERS,
      '~NotebookInstanceJobsList', '~NotebookInstanceJobsTags', '~NotebookInstanceReadJobLogs')),
  ...([
    ['models', SageMakerApiAccess.MODELS, 'Models', '-NotebookInstanceReadJobLogs'],
    ['endpoints', SageMakerApiAccess.ENDPOINTS, 'Endpoints', '~NotebookInstanceReadJobLogs'],
  ] as const).map(([what, api, part, logs]) =>
    workloadRow('notebookInstance', `api-${what}`, () => ({ apiAccess: [api] }),
      ...without(DEFAULT_API.filter(other => other !== part)), ...WITHOUT_JOBS,
      '~NotebookInstanceApiList', '~NotebookInstanceApiTags', logs)),
  ...([
    ['pipelines', SageMakerApiAccess.PIPELINES, 'Pipelines', '~NotebookInstanceReadJobLogs'],
    ['feature-store', SageMakerApiAccess.FEATURE_STORE, 'FeatureStore', '-NotebookInstanceReadJobLogs'],
    ['model-registry', SageMakerApiAccess.MODEL_REGISTRY, 'ModelRegistry', '-NotebookInstanceReadJobLogs'],
  ] as const).map(([what, api, part, logs]) =>
    workloadRow('notebookInstance', `api-${what}`, () => ({ apiAccess: [api] }),
      `+NotebookInstanceCall${part}`, ...without(DEFAULT_API), ...WITHOUT_JOBS,
      '~NotebookInstanceApiList', '~NotebookInstanceApiTags', logs)),
  ...([
    ['experiments', SageMakerApiAccess.EXPERIMENTS, 'Experiments', '-NotebookInstanceReadJobLogs'],
    ['lineage', SageMakerApiAccess.LINEAGE, 'Lineage', '-NotebookInstanceReadJobLogs'],
    ['model-monitoring', SageMakerApiAccess.MODEL_MONITORING, 'ModelMonitoring', '~NotebookInstanceReadJobLogs'],
  ] as const).map(([what, api, part, logs]) =>
    workloadRow('notebookInstance', `api-${what}`, () => ({ apiAccess: [api] }),
      `+NotebookInstanceCall${part}`, ...WITHOUT_OTHERS, ...WITHOUT_JOBS, ...RECORD_ROWS, logs)),
  workloadRow('notebookInstance', 'api-records-everything', () => ({ apiAccess: [...RECORDS] }),
    ...['Experiments', 'Lineage', 'ModelMonitoring'].map(part => `+NotebookInstanceCall${part}`),
    ...WITHOUT_OTHERS, ...WITHOUT_JOBS, ...RECORD_ROWS, '~NotebookInstanceReadJobLogs'),
  workloadRow('notebookInstance', 'api-everything', () => ({ apiAccess: OTHER_PARTS }),
    ...['FeatureStore', 'ModelRegistry', 'Pipelines'].map(part => `+NotebookInstanceCall${part}`),
    '~NotebookInstanceApiList', '~NotebookInstanceApiTags'),
  workloadRow('notebookInstance', 'api-unrestricted', () => ({ apiAccess: [SageMakerApiAccess.UNRESTRICTED] }),
    '+NotebookInstanceCallUnrestricted', ...WITHOUT_JOBS, ...WITHOUT_OTHERS, '~NotebookInstanceReadJobLogs'),
  workloadRow('notebookInstance', 'api-of', () => ({
    apiAccess: [
      SageMakerApiAccess.of('Labeling', {
        actions: ['sagemaker:DescribeLabelingJob', 'sagemaker:CreateLabelingJob'],
        resourceTypes: ['labeling-job'],
      }),
      SageMakerApiAccess.of('Workteams', { actions: ['sagemaker:ListWorkteams'] }),
    ],
  }),
  '+NotebookInstanceCallLabeling', '+NotebookInstanceCallWorkteams', ...without(DEFAULT_API), ...WITHOUT_JOBS,
  '-NotebookInstanceApiList', '-NotebookInstanceApiTags', '-NotebookInstanceReadJobLogs'),
];

const OPTION_ROWS: readonly Row[] = [
  workloadRow('notebookInstance', 'data', given => ({ data: [S3Location.bucket(given.bucket('data'))] }),
    '+NotebookInstanceUseBuckets', '+NotebookInstanceUseObjects'),
  workloadRow('notebookInstance', 'encrypted', given => ({ data: [S3Location.bucket(given.encryptedBucket('secret'))] }),
    '+NotebookInstanceOutputKey', '+NotebookInstanceUseBuckets', '+NotebookInstanceUseObjects'),
  workloadRow('notebookInstance', 'read-only-data', given => ({
    readOnlyData: [S3Location.prefix(given.encryptedBucket('secret'), 'archive/')],
  }),
  '+NotebookInstanceInputKey', '+NotebookInstanceListBuckets', '+NotebookInstanceReadObjects'),
  workloadRow('notebookInstance', 'pushable-images', given => ({
    pushableImages: [ImageSource.repository(given.repository('team'))],
  }),
  '+CommonRegistryLogin', '+NotebookInstancePullImages', '+NotebookInstancePushImages'),
  workloadRow('notebookInstance', 'read-only-code-repositories', given => ({
    readOnlyCodeRepositories: [given.codeRepository('library')],
  }),
  '+NotebookInstancePullCode'),
  workloadRow('notebookInstance', 'stoppable-instances', () => ({ stoppableInstances: ['lab', 'Lab-2'] }),
    '+NotebookInstanceStopInstances'),
  workloadRow('notebookInstance', 'images', given => ({ images: [ImageSource.repository(given.repository('train'))] }),
    '+CommonRegistryLogin', '+NotebookInstancePullImages'),
  workloadRow('notebookInstance', 'image-management', given => ({
    imageManagement: [ImageSource.repository(given.newRepository('own'))],
  }),
  '+CommonRegistryLogin', '+NotebookInstanceManageImages', '+NotebookInstancePullImages'),
  workloadRow('notebookInstance', 'code-repositories', given => ({ codeRepositories: [given.codeRepository('lab')] }),
    '+NotebookInstanceUseCode'),
  workloadRow('notebookInstance', 'passes-nothing', () => ({ passItself: false }),
    '-NotebookInstanceFindRole', '-NotebookInstanceGetItself', '-NotebookInstancePassItself'),
  workloadRow('notebookInstance', 'passable-roles', given => ({ passableRoles: [given.role('train')] }),
    '+NotebookInstancePassRoles'),
  workloadRow('notebookInstance', 'without-metrics', () => ({ readMetrics: false }), '-NotebookInstanceReadMetrics'),
  workloadRow('notebookInstance', 'efs', given => ({ networkFileSystems: { efs: [given.fileSystem('home')] } }),
    '+NotebookInstanceFindMountTargets'),
  workloadRow('notebookInstance', 'fsx', () => ({ networkFileSystems: { fsx: true } }),
    '+NotebookInstanceFindFsxFileSystems'),
  workloadRow('notebookInstance', 'public-hub', () => ({ hubs: [SageMakerHub.publicHub()] }),
    '+NotebookInstanceReadHubs', '+NotebookInstanceReadJumpStart'),
  workloadRow('notebookInstance', 'private-hubs', ({ stack }) => ({
    hubs: [
      SageMakerHub.named('Churn'),
      SageMakerHub.shared(`arn:${Aws.PARTITION}:sagemaker:${stack.region}:${stack.account}:hub/platform`),
    ],
  }), '+NotebookInstanceReadHubs'),
  workloadRow('notebookInstance', 'vpc-endpoints', given => ({ vpcEndpoints: { vpcs: [given.vpc('lab')] } }),
    '+NotebookInstanceCreateVpcEndpoints', '+NotebookInstanceFindRouteTables'),
];

export const NOTEBOOK_ROWS: readonly Row[] = [...API_ROWS, ...OPTION_ROWS];
