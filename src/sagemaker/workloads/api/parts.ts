import { Conditions } from '../../../private/statements/documented-statement';
import {
  ALL_LOG_GROUPS, ENDPOINTS, INFERENCE_COMPONENTS, PROCESSING_JOBS, TRAINING_JOBS, TRANSFORM_JOBS,
} from '../things/log-groups';

/** What runs, what it is made of, and what is recorded of it: the parts of a group are in one managed policy. */
export const API_GROUPS = ['Jobs', 'Api', 'Records'] as const;
export type ApiGroup = typeof API_GROUPS[number];

/** The actions and resources of a part of the API. */
export interface ApiActions {
  readonly name: string;
  readonly group: ApiGroup;
  readonly actions: readonly string[];
  /** The types of the resources in the statement; without any, all resources. */
  readonly resourceTypes: readonly string[];
  /** Without any, all names. */
  readonly resourceNames: readonly string[];
  /** The owner of the resources, if it is not the account of the stack. */
  readonly account?: string;
  readonly conditions?: Conditions;
  /** The types that may be tagged. */
  readonly taggedTypes: readonly string[];
  /** Actions without resource-level permissions. */
  readonly listActions: readonly string[];
  /** The log groups, or prefixes of their names, of the work that the part starts. */
  readonly logGroups: readonly string[];
}

const OF_ENDPOINTS = `${ENDPOINTS}/`;
const OF_INFERENCE_COMPONENTS = `${INFERENCE_COMPONENTS}/`;

/** The parts of the API. A test compares each with all actions that AWS lists for its types of resources. */
export const API_PARTS = {
  trainingJobs: part('TrainingJobs', {
    group: 'Jobs',
    resourceTypes: ['training-job', 'training-plan', 'reserved-capacity'],
    taggedTypes: ['training-job'],
    actions: [
      'CreateTrainingJob',
      'DeleteTrainingJob',
      'DescribeReservedCapacity',
      'DescribeTrainingJob',
      'DescribeTrainingPlan',
      'StopTrainingJob',
      'UpdateTrainingJob',
    ],
    listActions: ['ListTrainingJobs', 'ListTrainingPlans'],
    logGroups: [TRAINING_JOBS],
  }),
  tuningJobs: part('TuningJobs', {
    group: 'Jobs',
    resourceTypes: ['hyper-parameter-tuning-job'],
    actions: [
      'CreateHyperParameterTuningJob',
      'DeleteHyperParameterTuningJob',
      'DescribeHyperParameterTuningJob',
      'ListTrainingJobsForHyperParameterTuningJob',
      'StopHyperParameterTuningJob',
    ],
    listActions: ['ListHyperParameterTuningJobs'],
    logGroups: [TRAINING_JOBS],
  }),
  processingJobs: part('ProcessingJobs', {
    group: 'Jobs',
    resourceTypes: ['processing-job'],
    actions: ['CreateProcessingJob', 'DeleteProcessingJob', 'DescribeProcessingJob', 'StopProcessingJob'],
    listActions: ['ListProcessingJobs'],
    logGroups: [PROCESSING_JOBS],
  }),
  transformJobs: part('TransformJobs', {
    group: 'Jobs',
    resourceTypes: ['transform-job'],
    actions: ['CreateTransformJob', 'DescribeTransformJob', 'StopTransformJob'],
    listActions: ['ListTransformJobs'],
    logGroups: [TRANSFORM_JOBS],
  }),
  autoMlJobs: part('AutoMlJobs', {
    group: 'Jobs',
    resourceTypes: ['automl-job'],
    actions: ['CreateAutoMLJob', 'CreateAutoMLJobV2', 'DescribeAutoMLJob', 'DescribeAutoMLJobV2', 'StopAutoMLJob'],
    listActions: ['ListAutoMLJobs', 'ListCandidatesForAutoMLJob'],
    logGroups: [TRAINING_JOBS, PROCESSING_JOBS, TRANSFORM_JOBS, OF_ENDPOINTS],
  }),
  models: part('Models', {
    resourceTypes: ['model'],
    actions: ['CreateModel', 'DeleteModel', 'DescribeModel'],
    listActions: ['ListModels'],
  }),
  endpoints: part('Endpoints', {
    resourceTypes: ['endpoint', 'endpoint-config', 'inference-component'],
    actions: [
      'CreateEndpoint',
      'CreateEndpointConfig',
      'CreateInferenceComponent',
      'DeleteEndpoint',
      'DeleteEndpointConfig',
      'DeleteInferenceComponent',
      'DescribeEndpoint',
      'DescribeEndpointConfig',
      'DescribeInferenceComponent',
      'InvokeEndpoint',
      'InvokeEndpointAsync',
      'InvokeEndpointWithResponseStream',
      'UpdateEndpoint',
      'UpdateEndpointWeightsAndCapacities',
      'UpdateInferenceComponent',
      'UpdateInferenceComponentRuntimeConfig',
    ],
    listActions: ['ListEndpointConfigs', 'ListEndpoints', 'ListInferenceComponents'],
    logGroups: [OF_ENDPOINTS, OF_INFERENCE_COMPONENTS],
  }),
  pipelines: part('Pipelines', {
    resourceTypes: ['pipeline'],
    actions: [
      'CreatePipeline',
      'DeletePipeline',
      'DescribePipeline',
      'DescribePipelineDefinitionForExecution',
      'DescribePipelineExecution',
      'ListPipelineExecutionSteps',
      'ListPipelineExecutions',
      'ListPipelineParametersForExecution',
      'ListPipelineVersions',
      'RetryPipelineExecution',
      'SendPipelineExecutionStepFailure',
      'SendPipelineExecutionStepSuccess',
      'StartPipelineExecution',
      'StopPipelineExecution',
      'UpdatePipeline',
      'UpdatePipelineExecution',
      'UpdatePipelineVersion',
    ],
    listActions: ['ListPipelines'],
    logGroups: [TRAINING_JOBS, PROCESSING_JOBS, TRANSFORM_JOBS],
  }),
  experiments: part('Experiments', {
    group: 'Records',
    resourceTypes: ['experiment', 'experiment-trial', 'experiment-trial-component', 'processing-job', 'training-job'],
    taggedTypes: ['experiment', 'experiment-trial', 'experiment-trial-component'],
    actions: [
      'AssociateTrialComponent',
      'BatchGetMetrics',
      'BatchPutMetrics',
      'CreateExperiment',
      'CreateTrial',
      'CreateTrialComponent',
      'DeleteExperiment',
      'DeleteTrial',
      'DeleteTrialComponent',
      'DescribeExperiment',
      'DescribeTrial',
      'DescribeTrialComponent',
      'DisassociateTrialComponent',
      'UpdateExperiment',
      'UpdateTrial',
      'UpdateTrialComponent',
    ],
    listActions: ['ListExperiments', 'ListTrialComponents', 'ListTrials', 'Search'],
  }),
  lineage: part('Lineage', {
    group: 'Records',
    resourceTypes: ['action', 'artifact', 'context', 'experiment', 'experiment-trial-component'],
    taggedTypes: ['action', 'artifact', 'context'],
    actions: [
      'AddAssociation',
      'CreateAction',
      'CreateArtifact',
      'CreateContext',
      'DeleteAction',
      'DeleteArtifact',
      'DeleteAssociation',
      'DeleteContext',
      'DescribeAction',
      'DescribeArtifact',
      'DescribeContext',
      'UpdateAction',
      'UpdateArtifact',
      'UpdateContext',
    ],
    listActions: [
      'DescribeLineageGroup',
      'ListActions',
      'ListArtifacts',
      'ListAssociations',
      'ListContexts',
      'ListLineageGroups',
      'QueryLineage',
    ],
  }),
  modelMonitoring: part('ModelMonitoring', {
    group: 'Records',
    resourceTypes: [
      'monitoring-schedule',
      'data-quality-job-definition',
      'model-bias-job-definition',
      'model-explainability-job-definition',
      'model-quality-job-definition',
    ],
    actions: [
      'CreateDataQualityJobDefinition',
      'CreateModelBiasJobDefinition',
      'CreateModelExplainabilityJobDefinition',
      'CreateModelQualityJobDefinition',
      'CreateMonitoringSchedule',
      'DeleteDataQualityJobDefinition',
      'DeleteModelBiasJobDefinition',
      'DeleteModelExplainabilityJobDefinition',
      'DeleteModelQualityJobDefinition',
      'DeleteMonitoringSchedule',
      'DescribeDataQualityJobDefinition',
      'DescribeModelBiasJobDefinition',
      'DescribeModelExplainabilityJobDefinition',
      'DescribeModelQualityJobDefinition',
      'DescribeMonitoringSchedule',
      'StartMonitoringSchedule',
      'StopMonitoringSchedule',
      'UpdateMonitoringAlert',
      'UpdateMonitoringSchedule',
    ],
    listActions: [
      'ListDataQualityJobDefinitions',
      'ListModelBiasJobDefinitions',
      'ListModelExplainabilityJobDefinitions',
      'ListModelQualityJobDefinitions',
      'ListMonitoringAlertHistory',
      'ListMonitoringAlerts',
      'ListMonitoringExecutions',
      'ListMonitoringSchedules',
    ],
    logGroups: [PROCESSING_JOBS],
  }),
  featureStore: part('FeatureStore', {
    resourceTypes: ['feature-group'],
    actions: [
      'BatchGetRecord',
      'BatchWriteRecord',
      'CreateFeatureGroup',
      'DeleteFeatureGroup',
      'DeleteRecord',
      'DescribeFeatureGroup',
      'DescribeFeatureMetadata',
      'GetRecord',
      'ListRecords',
      'PutRecord',
      'UpdateFeatureGroup',
      'UpdateFeatureMetadata',
    ],
    listActions: ['ListFeatureGroups'],
  }),
  modelRegistry: part('ModelRegistry', {
    resourceTypes: ['model-package', 'model-package-group'],
    actions: [
      'AccessModelPackage',
      'BatchDescribeModelPackage',
      'CreateModelPackage',
      'CreateModelPackageGroup',
      'DeleteModelPackage',
      'DeleteModelPackageGroup',
      'DescribeModelPackage',
      'DescribeModelPackageGroup',
      'ListModelPackages',
      'UpdateModelPackage',
    ],
    listActions: ['ListModelMetadata', 'ListModelPackageGroups'],
  }),
  unrestricted: part('Unrestricted', {
    resourceTypes: [],
    actions: ['*'],
    logGroups: [ALL_LOG_GROUPS],
  }),
} satisfies Record<string, ApiActions>;

/** Adds the prefix of SageMaker to the actions. By default all resource types can be tagged. */
function part(name: string, api: Partial<ApiActions> & Pick<ApiActions, 'actions' | 'resourceTypes'>): ApiActions {
  const qualified = (actions: readonly string[]) => actions.map(action => `sagemaker:${action}`);
  const { group = 'Api', actions, resourceTypes, taggedTypes = resourceTypes, listActions = [], logGroups = [] } = api;
  return {
    name,
    group,
    actions: qualified(actions),
    resourceTypes,
    resourceNames: [],
    taggedTypes,
    listActions: qualified(listActions),
    logGroups,
  };
}
