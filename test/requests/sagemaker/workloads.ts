import { FEATURE_STORE_TABLES } from './feature-store';
import { HYPER_POD_CLUSTER_TABLES } from './hyper-pod';
import { PROCESSING_JOB_TABLES, TRAINING_JOB_TABLES, TUNING_JOB_TABLES } from './jobs';
import { MLFLOW_TABLES } from './mlflow';
import { MODEL_TABLES } from './model';
import { NOTEBOOK_INSTANCE_TABLES } from './notebook-instance';
import { PIPELINE_TABLES } from './pipeline';
import { AUTO_ML_JOB_TABLES, DOMAIN_TABLES, IMAGE_TABLES } from './studio';
import { STUDIO_TABLES } from './studio-users';
import { WorkloadName } from '../../../src/sagemaker/execution-role/props';
import { RequestTables } from '../../support/request-table';

/** The tables of each workload: a workload without tables does not compile. */
export const WORKLOAD_TABLES: { readonly [W in WorkloadName]: RequestTables } = {
  trainingJob: TRAINING_JOB_TABLES,
  tuningJob: TUNING_JOB_TABLES,
  processingJob: PROCESSING_JOB_TABLES,
  model: MODEL_TABLES,
  notebookInstance: NOTEBOOK_INSTANCE_TABLES,
  autoMlJob: AUTO_ML_JOB_TABLES,
  domain: DOMAIN_TABLES,
  studio: STUDIO_TABLES,
  image: IMAGE_TABLES,
  pipeline: PIPELINE_TABLES,
  hyperPodCluster: HYPER_POD_CLUSTER_TABLES,
  featureStore: FEATURE_STORE_TABLES,
  mlflow: MLFLOW_TABLES,
};
