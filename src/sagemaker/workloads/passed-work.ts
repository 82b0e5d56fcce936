/**
 * The workload that a role needs if its user starts the work of a part of the API, or if its pipeline starts steps, and
 * passes this role to it: by the name of the part or the path of the option, with what fails without the workload.
 */
export const PASSED_WORK: Readonly<Record<string, { readonly workload: string; readonly otherwise: string }>> = {
  'FeatureStore': { workload: 'featureStore', otherwise: 'feature groups with an offline store' },
  'Pipelines': { workload: 'pipeline', otherwise: 'pipelines' },
  'pipeline.processingSteps': { workload: 'processingJob', otherwise: 'processing jobs' },
  'pipeline.trainingSteps': { workload: 'trainingJob', otherwise: 'training jobs' },
  'pipeline.tuningSteps': { workload: 'tuningJob', otherwise: 'tuning jobs' },
  'pipeline.autoMlSteps': { workload: 'autoMlJob', otherwise: 'AutoML jobs' },
  'pipeline.modelSteps': { workload: 'model', otherwise: 'models' },
};
