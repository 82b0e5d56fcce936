import { workloadRow } from './defaults';
import { ImageSource, S3Location, SageMakerApiAccess, SageMakerHub } from '../../../src';
import { Row } from '../../support/row';

const JOBS = ['AutoMlJobs', 'ProcessingJobs', 'TrainingJobs', 'TransformJobs', 'TuningJobs'];
const WITHOUT_JOBS = [...JOBS.map(part => `-StudioCall${part}`), '-StudioJobsList', '-StudioJobsTags'];
const WITHOUT_OTHERS = ['-StudioApiList', '-StudioApiTags', '-StudioCallEndpoints', '-StudioCallModels'];
/** What an empty list of parts takes away. */
export const STUDIO_WITHOUT_API = [...WITHOUT_JOBS, ...WITHOUT_OTHERS, '-StudioReadJobLogs'];

/** The options that Studio shares with notebook instances, and its own. */
export const STUDIO_ROWS: readonly Row[] = [
  workloadRow('studio', 'without-api', () => ({ apiAccess: [] }), ...STUDIO_WITHOUT_API),
  workloadRow('studio', 'api-on-request', () => ({
    apiAccess: [SageMakerApiAccess.PIPELINES, SageMakerApiAccess.FEATURE_STORE, SageMakerApiAccess.MODEL_REGISTRY],
  }),
  '+StudioCallFeatureStore', '+StudioCallModelRegistry', '+StudioCallPipelines', ...WITHOUT_JOBS,
  '-StudioCallEndpoints', '-StudioCallModels', '~StudioApiList', '~StudioApiTags', '~StudioReadJobLogs'),
  workloadRow('studio', 'api-records', () => ({
    apiAccess: [SageMakerApiAccess.EXPERIMENTS, SageMakerApiAccess.LINEAGE, SageMakerApiAccess.MODEL_MONITORING],
  }),
  '+StudioCallExperiments', '+StudioCallLineage', '+StudioCallModelMonitoring', '+StudioRecordsList',
  '+StudioRecordsTags', ...WITHOUT_JOBS, ...WITHOUT_OTHERS, '~StudioReadJobLogs'),
  workloadRow('studio', 'api-unrestricted', () => ({ apiAccess: [SageMakerApiAccess.UNRESTRICTED] }),
    '+StudioCallUnrestricted', ...WITHOUT_JOBS, ...WITHOUT_OTHERS, '~StudioReadJobLogs'),
  workloadRow('studio', 'api-of', () => ({
    apiAccess: [
      SageMakerApiAccess.of('Labeling', {
        actions: ['sagemaker:DescribeLabelingJob', 'sagemaker:CreateLabelingJob'],
        resourceTypes: ['labeling-job'],
      }),
      SageMakerApiAccess.of('Workteams', { actions: ['sagemaker:ListWorkteams'] }),
    ],
  }),
  '+StudioCallLabeling', '+StudioCallWorkteams', ...STUDIO_WITHOUT_API),
  workloadRow('studio', 'public-hub', () => ({ hubs: [SageMakerHub.publicHub()] }),
    '+StudioReadHubs', '+StudioReadJumpStart'),
  workloadRow('studio', 'private-hubs', ({ stack }) => ({
    hubs: [
      SageMakerHub.named('Churn'),
      SageMakerHub.shared(stack.formatArn({ service: 'sagemaker', resource: 'hub', resourceName: 'platform', account: '444455556666' })),
    ],
  }), '+StudioReadHubs'),
  workloadRow('studio', 'data', given => ({ data: [S3Location.bucket(given.encryptedBucket('secret'))] }),
    '+StudioOutputKey', '+StudioUseBuckets', '+StudioUseObjects'),
  workloadRow('studio', 'read-only-data', given => ({ readOnlyData: [S3Location.bucket(given.bucket('archive'))] }),
    '+StudioListBuckets', '+StudioReadObjects'),
  workloadRow('studio', 'keys', given => ({ inputKeys: [given.key('inputs')], outputKey: given.alias('outputs') }),
    '+StudioInputKey', '+StudioOutputKey'),
  workloadRow('studio', 'metric-namespaces', () => ({ metricNamespaces: ['Own'] }), '~StudioPutMetrics'),
  workloadRow('studio', 'images', given => ({ images: [ImageSource.repository(given.repository('train'))] }),
    '+CommonRegistryLogin', '+StudioPullImages'),
  workloadRow('studio', 'pushable-images', given => ({
    pushableImages: [ImageSource.repository(given.newRepository('team'))],
  }),
  '+CommonRegistryLogin', '+StudioPullImages', '+StudioPushImages'),
  workloadRow('studio', 'image-management', given => ({
    imageManagement: [ImageSource.repository(given.newRepository('own'))],
  }),
  '+CommonRegistryLogin', '+StudioManageImages', '+StudioPullImages'),
  workloadRow('studio', 'code-repositories', given => ({
    codeRepositories: [given.codeRepository('lab')],
    readOnlyCodeRepositories: [given.codeRepository('library')],
  }),
  '+StudioPullCode', '+StudioUseCode'),
  workloadRow('studio', 'passes-nothing', () => ({ passItself: false }), '-StudioGetItself', '-StudioPassItself'),
  workloadRow('studio', 'passable-roles', given => ({ passableRoles: [given.role('train')] }), '+StudioPassRoles'),
  workloadRow('studio', 'without-metrics', () => ({ readMetrics: false }), '-StudioReadMetrics'),
  workloadRow('studio', 'domains', given => ({ domains: [given.domain('lab'), given.newDomain('new')] }),
    '~StudioFind', '~StudioReadTags'),
  workloadRow('studio', 'remote-access', () => ({ remoteAccess: true }), '+StudioStartSessions'),
  workloadRow('domain', 'key', given => ({ key: given.alias('domain') }), '+DomainFindKey', '+DomainGrantKey'),
];
