import { FEATURE_STORE_ATTACKS, HUB_ATTACKS, MONITORING_ATTACKS } from './features';
import { MLFLOW_ATTACKS } from './mlflow';
import { NOTEBOOK_ATTACKS } from './notebooks';
import { SAGEMAKER_REACH } from './reach';
import { WORKLOAD_ATTACKS } from './workloads';
import { Attacked } from '../attack';

export const SAGEMAKER_ATTACKED: Attacked = {
  attacks: [
    ...WORKLOAD_ATTACKS, ...MONITORING_ATTACKS, ...FEATURE_STORE_ATTACKS, ...HUB_ATTACKS, ...MLFLOW_ATTACKS,
    ...NOTEBOOK_ATTACKS,
  ],
  escalations: {
    SageMakerExecutionRole: {
      'a job with a role': 'passableRoles',
      'a pipeline of others': 'pipelines',
      'a grant on a key': 'keys',
      'another policy of a repository': 'images',
      'another image of a repository': 'images',
    },
  },
  reach: { 'sagemaker-reach': SAGEMAKER_REACH },
};
