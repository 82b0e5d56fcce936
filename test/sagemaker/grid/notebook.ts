import { workloadRow } from './defaults';
import { ImageSource, S3Location, SageMakerApiAccess } from '../../../src';
import { Row } from '../../support/row';

/** What the default lets a notebook call, by the names in the Sids. */
const DEFAULT_API = [
  'AutoMlJobs', 'Endpoints', 'Models', 'ProcessingJobs', 'TrainingJobs', 'TransformJobs', 'TuningJobs',
];

const without = (names: readonly string[]) => [
  ...names.map(name => `-NotebookInstanceCall${name}`),
  ...names.map(name => `-NotebookInstanceList${name}`),
];

const API_ROWS: readonly Row[] = [
  workloadRow('notebookInstance', 'without-api', () => ({ apiAccess: [] }), ...without(DEFAULT_API)),
  ...([
    ['training-jobs', SageMakerApiAccess.TRAINING_JOBS, 'TrainingJobs'],
    ['tuning-jobs', SageMakerApiAccess.TUNING_JOBS, 'TuningJobs'],
    ['processing-jobs', SageMakerApiAccess.PROCESSING_JOBS, 'ProcessingJobs'],
    ['transform-jobs', SageMakerApiAccess.TRANSFORM_JOBS, 'TransformJobs'],
    ['auto-ml-jobs', SageMakerApiAccess.AUTO_ML_JOBS, 'AutoMlJobs'],
    ['models', SageMakerApiAccess.MODELS, 'Models'],
    ['endpoints', SageMakerApiAccess.ENDPOINTS, 'Endpoints'],
  ] as const).map(([name, api, part]) =>
    workloadRow('notebookInstance', `api-${name}`, () => ({ apiAccess: [api] }),
      ...without(DEFAULT_API.filter(other => other !== part)))),
  ...([
    ['pipelines', SageMakerApiAccess.PIPELINES, 'Pipelines'],
    ['experiments', SageMakerApiAccess.EXPERIMENTS, 'Experiments'],
    ['feature-store', SageMakerApiAccess.FEATURE_STORE, 'FeatureStore'],
    ['model-registry', SageMakerApiAccess.MODEL_REGISTRY, 'ModelRegistry'],
  ] as const).map(([name, api, part]) =>
    workloadRow('notebookInstance', `api-${name}`, () => ({ apiAccess: [api] }),
      `+NotebookInstanceCall${part}`, `+NotebookInstanceList${part}`, ...without(DEFAULT_API))),
  workloadRow('notebookInstance', 'api-unrestricted', () => ({ apiAccess: [SageMakerApiAccess.UNRESTRICTED] }),
    '+NotebookInstanceCallUnrestricted', ...without(DEFAULT_API)),
  workloadRow('notebookInstance', 'api-of', () => ({
    apiAccess: [
      SageMakerApiAccess.of('Labeling', ['sagemaker:DescribeLabelingJob', 'sagemaker:CreateLabelingJob'], ['labeling-job']),
      SageMakerApiAccess.of('Workteams', ['sagemaker:ListWorkteams'], []),
    ],
  }),
  '+NotebookInstanceCallLabeling', '+NotebookInstanceCallWorkteams', ...without(DEFAULT_API)),
];

const OPTION_ROWS: readonly Row[] = [
  workloadRow('notebookInstance', 'data', given => ({ data: [S3Location.bucket(given.bucket('data'))] }),
    '+NotebookInstanceUseBuckets', '+NotebookInstanceUseObjects'),
  workloadRow('notebookInstance', 'encrypted', given => ({ data: [S3Location.bucket(given.encryptedBucket('secret'))] }),
    '+NotebookInstanceOutputKey', '+NotebookInstanceUseBuckets', '+NotebookInstanceUseObjects'),
  workloadRow('notebookInstance', 'any-bucket', () => ({ data: [S3Location.anyBucket()] }),
    '+NotebookInstanceUseBuckets', '+NotebookInstanceUseObjects'),
  workloadRow('notebookInstance', 'images', given => ({ images: [ImageSource.repository(given.repository('train'))] }),
    '+CommonRegistryLogin', '+NotebookInstancePullImages'),
  workloadRow('notebookInstance', 'any-repository', () => ({ images: [ImageSource.anyRepository()] }),
    '+CommonRegistryLogin', '+NotebookInstancePullImages'),
  workloadRow('notebookInstance', 'image-management', given => ({
    imageManagement: [ImageSource.repository(given.newRepository('own'))],
  }),
  '+CommonRegistryLogin', '+NotebookInstanceManageImages'),
  workloadRow('notebookInstance', 'code-repositories', given => ({ codeRepositories: [given.codeRepository('lab')] }),
    '+NotebookInstanceUseCode'),
  workloadRow('notebookInstance', 'passes-nothing', () => ({ passItself: false }), '-NotebookInstancePassItself'),
  workloadRow('notebookInstance', 'passable-roles', given => ({ passableRoles: [given.role('train')] }),
    '+NotebookInstancePassRoles'),
  workloadRow('notebookInstance', 'without-metrics', () => ({ readMetrics: false }), '-NotebookInstanceReadMetrics'),
  workloadRow('notebookInstance', 'efs', given => ({ networkFileSystems: { efs: [given.fileSystem('home')] } }),
    '+NotebookInstanceFindMountTargets'),
  workloadRow('notebookInstance', 'fsx', () => ({ networkFileSystems: { fsx: true } }),
    '+NotebookInstanceFindFsxFileSystems'),
  workloadRow('notebookInstance', 'vpc-endpoints', given => ({ vpcEndpoints: { vpcs: [given.vpc('lab')] } }),
    '+NotebookInstanceCreateVpcEndpoints', '+NotebookInstanceFindRouteTables'),
];

export const NOTEBOOK_ROWS: readonly Row[] = [...API_ROWS, ...OPTION_ROWS];
