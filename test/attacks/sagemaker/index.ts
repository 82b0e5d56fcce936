import { FEATURE_STORE_ATTACKS, HUB_ATTACKS, MONITORING_ATTACKS } from './features';
import { HYPER_POD_ATTACKS } from './hyper-pod';
import { MLFLOW_ATTACKS } from './mlflow';
import { NOTEBOOK_ATTACKS } from './notebooks';
import { PIPELINE_ATTACKS } from './pipelines';
import { SAGEMAKER_REACH } from './reach';
import { STUDIO_ATTACKS } from './studio';
import { USER_ATTACKS, USER_ESCALATIONS, USERS_REACH } from './users';
import { WORKLOAD_ATTACKS } from './workloads';
import { Attacked } from '../attack';

export const SAGEMAKER_ATTACKED: Attacked = {
  attacks: [
    ...WORKLOAD_ATTACKS,
    ...MONITORING_ATTACKS,
    ...FEATURE_STORE_ATTACKS,
    ...HUB_ATTACKS,
    ...MLFLOW_ATTACKS,
    ...NOTEBOOK_ATTACKS,
    ...STUDIO_ATTACKS,
    ...PIPELINE_ATTACKS,
    ...HYPER_POD_ATTACKS,
    ...USER_ATTACKS,
  ],
  escalations: {
    SageMakerExecutionRole: {
      'the notebook of others': 'ownLink',
      'a job with a role': 'passableRoles',
      'a pipeline of others': 'pipelines',
      'a rule that acts with a role': 'pipelineEmr',
      'a grant on a key': 'keys',
      'another policy of a repository': 'images',
      'another image of a repository': 'images',
    },
    SageMakerUserPolicy: USER_ESCALATIONS,
    SageMakerHyperPodKarpenterRole: { 'a grant on a key': 'keys' },
  },
  reach: { 'sagemaker-reach': SAGEMAKER_REACH, 'sagemaker-users-reach': USERS_REACH },
};
