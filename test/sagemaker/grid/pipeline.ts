import { propsRow, workloadRow } from './defaults';
import { S3Location } from '../../../src';
import { Row } from '../../support/row';

const WITHOUT_JOBS = ['-PipelinePassItself', '-PipelineRunProcessingJobs', '-PipelineRunTrainingJobs', '-PipelineTags'];

/** The steps of the default, which others take the place of. */
const ALONE = { processingSteps: undefined, trainingSteps: undefined };

export const PIPELINE_ROWS: readonly Row[] = [
  workloadRow('pipeline', 'training', () => ({ processingSteps: false }), '-PipelineRunProcessingJobs', '~PipelineTags'),
  workloadRow('pipeline', 'tuning', () => ({ tuningSteps: true }), '+PipelineRunTuningJobs', '~PipelineTags'),
  workloadRow('pipeline', 'transform', () => ({ transformSteps: true }), '+PipelineRunTransformJobs', '~PipelineTags'),
  workloadRow('pipeline', 'transform-only', () => ({ ...ALONE, transformSteps: true }),
    '+PipelineRunTransformJobs', '-PipelinePassItself', '-PipelineRunProcessingJobs', '-PipelineRunTrainingJobs',
    '~PipelineTags'),
  workloadRow('pipeline', 'auto-ml', () => ({ autoMlSteps: true }), '+PipelineRunAutoMlJobs', '~PipelineTags'),
  workloadRow('pipeline', 'models', () => ({ modelSteps: true }), '+PipelineCreateModels', '~PipelineTags'),
  workloadRow('pipeline', 'job-name-prefixes', () => ({ jobNamePrefixes: ['weekly-', 'Nightly-'] }),
    '~PipelineRunProcessingJobs', '~PipelineRunTrainingJobs', '~PipelineTags'),
  workloadRow('pipeline', 'named-steps', () => ({
    tuningSteps: true, transformSteps: true, autoMlSteps: true, modelSteps: true, jobNamePrefixes: ['weekly-', 'Nightly-'],
  }),
  '+PipelineCreateModels', '+PipelineRunAutoMlJobs', '+PipelineRunTransformJobs', '+PipelineRunTuningJobs',
  '~PipelineRunProcessingJobs', '~PipelineRunTrainingJobs', '~PipelineTags'),
  workloadRow('pipeline', 'package-groups', () => ({ modelPackageGroups: ['fraud', 'Churn'] }),
    '+PipelineRegisterModels', '~PipelineTags'),
  workloadRow('pipeline', 'endpoints', () => ({ endpointNames: ['fraud', 'Churn'] }),
    '+PipelineCreateModels', '+PipelineDeployModels', '~PipelineTags'),
  workloadRow('pipeline', 'functions', given => ({ ...ALONE, functions: [given.function('approve'), given.newFunction('notify')] }),
    '+PipelineInvokeFunctions', ...WITHOUT_JOBS),
  workloadRow('pipeline', 'queues', given => ({ ...ALONE, callbackQueues: [given.queue('steps')] }),
    '+PipelineSendMessages', ...WITHOUT_JOBS),
  workloadRow('pipeline', 'encrypted-queues', given => ({ callbackQueues: [given.encryptedQueue('steps')] }),
    '+PipelineQueueKey', '+PipelineSendMessages'),
  workloadRow('pipeline', 'emr-clusters', given => ({ ...ALONE, emr: { emrClusters: [given.emrCluster('spark')] } }),
    '+PipelineRunEmrSteps', '+PipelineWatchEmr', ...WITHOUT_JOBS),
  workloadRow('pipeline', 'new-emr-clusters', given => ({
    emr: { newEmrClusters: { emrServiceRoles: [given.role('emr')], emrInstanceRoles: [given.role('emr-nodes')] } },
  }),
  '+PipelineCreateEmrClusters', '+PipelinePassEmrInstanceRoles', '+PipelinePassEmrServiceRoles', '+PipelineUseEmrClusters',
  '+PipelineWatchEmr'),
  workloadRow('pipeline', 'inputs', given => ({ inputs: [S3Location.prefix(given.encryptedBucket('secret'), 'reports/')] }),
    '+PipelineInputKey', '+PipelineListBuckets', '+PipelineReadInputs'),
  workloadRow('pipeline', 'input-keys', given => ({ inputKeys: [given.key('inputs')] }), '+PipelineInputKey'),
  workloadRow('pipeline', 'passes-nothing', () => ({ passItself: false }), '-PipelinePassItself'),
  workloadRow('pipeline', 'passable-roles', given => ({ passItself: false, passableRoles: [given.role('train')] }),
    '+PipelinePassRoles', '-PipelinePassItself'),
  propsRow('pipeline', 'named', () => ({ roleName: 'nightly' }), '~PipelinePassItself'),
];
