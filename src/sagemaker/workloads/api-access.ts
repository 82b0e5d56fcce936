import { IConstruct } from 'constructs';
import {
  ALL_LOG_GROUPS, ENDPOINTS, INFERENCE_COMPONENTS, PROCESSING_JOBS, TRAINING_JOBS, TRANSFORM_JOBS,
} from './statements';
import { checked, checkedList, Kind, nonEmptyList, STRING } from '../../private/options/validators';

/** @internal */
export interface _ApiActions {
  readonly name: string;
  /** Jobs stand in a managed policy of their own, all other parts in another: together they outgrow one. */
  readonly isOfJobs: boolean;
  readonly actions: readonly string[];
  /** What the actions are on; without any, all resources. */
  readonly resourceTypes: readonly string[];
  /** What may be tagged. */
  readonly taggedTypes: readonly string[];
  /** Without resource-level permissions. */
  readonly listActions: readonly string[];
  /** Log groups, or what their names start with, of what the part starts. */
  readonly logGroups: readonly string[];
}

const NOTHING_ELSE = { isOfJobs: false, taggedTypes: [], listActions: [], logGroups: [] };

const OF_ENDPOINTS = `${ENDPOINTS}/`;
const OF_INFERENCE_COMPONENTS = `${INFERENCE_COMPONENTS}/`;

const NAME: Kind<string> = {
  what: 'a name of letters and digits, which becomes part of a Sid',
  is: (value): value is string => STRING.is(value) && /^[A-Za-z0-9]+$/.test(value),
};
const ACTION: Kind<string> = {
  what: "an action of SageMaker such as 'sagemaker:CreateLabelingJob' (those of others go into 'additionalStatements')",
  is: (value): value is string => STRING.is(value) && /^sagemaker:[A-Za-z0-9*]+$/.test(value),
};
const RESOURCE_TYPE: Kind<string> = {
  what: "a resource type such as 'labeling-job'",
  is: (value): value is string => STRING.is(value) && /^[a-z0-9-]+$/.test(value),
};

/**
 * A part of the SageMaker API, on the resources of the stack's account and region, with their tags and the logs of what
 * it starts.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html
 */
export class SageMakerApiAccess {
  /** Create, describe, update, stop and delete training jobs. */
  public static readonly TRAINING_JOBS = SageMakerApiAccess.set({
    name: 'TrainingJobs',
    isOfJobs: true,
    resourceTypes: ['training-job'],
    actions: ['CreateTrainingJob', 'DeleteTrainingJob', 'DescribeTrainingJob', 'StopTrainingJob', 'UpdateTrainingJob'],
    listActions: ['ListTrainingJobs'],
    logGroups: [TRAINING_JOBS],
  });

  /** Create, describe, stop and delete hyperparameter tuning jobs. */
  public static readonly TUNING_JOBS = SageMakerApiAccess.set({
    name: 'TuningJobs',
    isOfJobs: true,
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
  });

  /** Create, describe, stop and delete processing jobs. */
  public static readonly PROCESSING_JOBS = SageMakerApiAccess.set({
    name: 'ProcessingJobs',
    isOfJobs: true,
    resourceTypes: ['processing-job'],
    actions: ['CreateProcessingJob', 'DeleteProcessingJob', 'DescribeProcessingJob', 'StopProcessingJob'],
    listActions: ['ListProcessingJobs'],
    logGroups: [PROCESSING_JOBS],
  });

  /** Create, describe and stop batch transform jobs. */
  public static readonly TRANSFORM_JOBS = SageMakerApiAccess.set({
    name: 'TransformJobs',
    isOfJobs: true,
    resourceTypes: ['transform-job'],
    actions: ['CreateTransformJob', 'DescribeTransformJob', 'StopTransformJob'],
    listActions: ['ListTransformJobs'],
    logGroups: [TRANSFORM_JOBS],
  });

  /** Create, describe and stop AutoML jobs. */
  public static readonly AUTO_ML_JOBS = SageMakerApiAccess.set({
    name: 'AutoMlJobs',
    isOfJobs: true,
    resourceTypes: ['automl-job'],
    actions: ['CreateAutoMLJob', 'CreateAutoMLJobV2', 'DescribeAutoMLJob', 'DescribeAutoMLJobV2', 'StopAutoMLJob'],
    listActions: ['ListAutoMLJobs', 'ListCandidatesForAutoMLJob'],
    logGroups: [TRAINING_JOBS, PROCESSING_JOBS, TRANSFORM_JOBS, OF_ENDPOINTS],
  });

  /** Create, describe and delete models. */
  public static readonly MODELS = SageMakerApiAccess.set({
    name: 'Models',
    resourceTypes: ['model'],
    actions: ['CreateModel', 'DeleteModel', 'DescribeModel'],
    listActions: ['ListModels'],
  });

  /** Create, describe, update, delete and invoke endpoints, their configurations and inference components. */
  public static readonly ENDPOINTS = SageMakerApiAccess.set({
    name: 'Endpoints',
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
  });

  /** Create, describe, update, delete and run pipelines. */
  public static readonly PIPELINES = SageMakerApiAccess.set({
    name: 'Pipelines',
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
      'RetryPipelineExecution',
      'StartPipelineExecution',
      'StopPipelineExecution',
      'UpdatePipeline',
      'UpdatePipelineExecution',
    ],
    listActions: ['ListPipelines'],
    logGroups: [TRAINING_JOBS, PROCESSING_JOBS, TRANSFORM_JOBS],
  });

  /** Create, describe, update and delete experiments and their trials, record metrics, and search. */
  public static readonly EXPERIMENTS = SageMakerApiAccess.set({
    name: 'Experiments',
    resourceTypes: ['experiment', 'experiment-trial', 'experiment-trial-component', 'processing-job', 'training-job'],
    taggedTypes: ['experiment', 'experiment-trial', 'experiment-trial-component'],
    actions: [
      'AssociateTrialComponent',
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
  });

  /** Create, describe, update and delete feature groups, and read and write their records. */
  public static readonly FEATURE_STORE = SageMakerApiAccess.set({
    name: 'FeatureStore',
    resourceTypes: ['feature-group'],
    actions: [
      'BatchGetRecord',
      'CreateFeatureGroup',
      'DeleteFeatureGroup',
      'DeleteRecord',
      'DescribeFeatureGroup',
      'GetRecord',
      'PutRecord',
      'UpdateFeatureGroup',
    ],
    listActions: ['ListFeatureGroups'],
  });

  /** Create, describe, update and delete model packages and their groups, but not the policies of the groups. */
  public static readonly MODEL_REGISTRY = SageMakerApiAccess.set({
    name: 'ModelRegistry',
    resourceTypes: ['model-package', 'model-package-group'],
    actions: [
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
    listActions: ['ListModelPackageGroups'],
  });

  /**
   * Every action on every resource, `sagemaker:*`, as the vendor page prints it. It reads and changes the work of
   * everybody in the account, and opens the notebooks of others. A warning says so at synthesis.
   */
  public static readonly UNRESTRICTED = new SageMakerApiAccess({
    name: 'Unrestricted',
    isOfJobs: false,
    actions: ['sagemaker:*'],
    resourceTypes: [],
    taggedTypes: [],
    listActions: [],
    logGroups: [ALL_LOG_GROUPS],
  });

  /**
   * A part of the API that is not listed here: its actions, and nothing else. Neither tags nor logs come along.
   *
   * @param name what the Sids call it, letters and digits
   * @param actions the actions, such as `sagemaker:CreateLabelingJob`
   * @param resourceTypes the resource types that the actions are on, such as `labeling-job`; none for actions without
   *   resource-level permissions, which then stand on all resources
   */
  public static of(name: string, actions: string[], resourceTypes: string[]): SageMakerApiAccess {
    return new SageMakerApiAccess({ ...NOTHING_ELSE, name, actions, resourceTypes });
  }

  /** Names of actions are those of SageMaker; what is not said otherwise can be tagged. */
  private static set(api: Partial<_ApiActions> & Pick<_ApiActions, 'name' | 'actions' | 'resourceTypes'>): SageMakerApiAccess {
    const { actions, listActions = [], resourceTypes } = api;
    const qualified = (action: string) => `sagemaker:${action}`;
    return new SageMakerApiAccess({
      ...NOTHING_ELSE,
      taggedTypes: resourceTypes,
      ...api,
      actions: actions.map(qualified),
      listActions: listActions.map(qualified),
    });
  }

  private constructor(private readonly api: _ApiActions) {}

  /**
   * @internal
   */
  public _bind(scope: IConstruct, property: string): _ApiActions {
    const { name, actions, resourceTypes } = this.api;
    checked(scope, `${property}.name`, name, NAME);
    nonEmptyList(scope, `${property}.actions`, actions, ACTION, 'there is nothing to call');
    checkedList(scope, `${property}.resourceTypes`, resourceTypes, RESOURCE_TYPE);
    return { ...this.api, actions: [...actions].sort() };
  }

  /**
   * Whether there is a wildcard in an action on all resources.
   *
   * @internal
   */
  public get _isUnrestricted(): boolean {
    return this.api.resourceTypes.length === 0 && this.api.actions.some(action => action.includes('*'));
  }
}
