import { Token } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import {
  ALL_LOG_GROUPS, ENDPOINTS, INFERENCE_COMPONENTS, PROCESSING_JOBS, TRAINING_JOBS, TRANSFORM_JOBS,
} from './log-groups';
import { STRING, validate, Validator } from '../../private/options/validators';

/** The actions and resources of a part of the API. */
export interface ApiActions {
  readonly name: string;
  /** Jobs are in one managed policy, all other parts in another: together they exceed its size limit. */
  readonly isOfJobs: boolean;
  readonly actions: readonly string[];
  /** The types of the resources in the statement; without any, all resources. */
  readonly resourceTypes: readonly string[];
  /** The types that may be tagged. */
  readonly taggedTypes: readonly string[];
  /** Actions without resource-level permissions. */
  readonly listActions: readonly string[];
  /** The log groups, or prefixes of their names, of the work that the part starts. */
  readonly logGroups: readonly string[];
}

const NOTHING_ELSE = { isOfJobs: false, taggedTypes: [], listActions: [], logGroups: [] };

const OF_ENDPOINTS = `${ENDPOINTS}/`;
const OF_INFERENCE_COMPONENTS = `${INFERENCE_COMPONENTS}/`;

const NAME: Validator<string> = {
  what: 'a name of letters and digits, which becomes part of a Sid',
  is: (value): value is string => STRING.is(value) && /^[A-Za-z0-9]+$/.test(value),
};
const ACTIONS: Validator<readonly string[]> = {
  what: "a list of one or more actions of SageMaker, such as ['sagemaker:CreateLabelingJob']",
  is: (value): value is readonly string[] => isListOf(value, /^sagemaker:[A-Za-z0-9*]+$/) && value.length > 0,
  advice: value => Array.isArray(value) && value.length > 0 ? "actions of other services go into 'additionalStatements'" : undefined,
};
const RESOURCE_TYPES: Validator<readonly string[]> = {
  what: "a list of resource types, such as ['labeling-job']",
  is: (value): value is readonly string[] => isListOf(value, /^[a-z0-9-]+$/),
};

function isListOf(value: unknown, pattern: RegExp): value is readonly string[] {
  return Array.isArray(value) && !Token.isUnresolved(value)
    && Array.from(value as unknown[]).every(element => STRING.is(element) && pattern.test(element));
}

/**
 * A part of the SageMaker API, on the resources of the stack's account and region, with their tags and the logs of the
 * work that it starts.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html
 */
export class SageMakerApiAccess {
  /** Create, describe, update, stop and delete training jobs. */
  public static readonly TRAINING_JOBS = SageMakerApiAccess.set('TrainingJobs', {
    isOfJobs: true,
    resourceTypes: ['training-job'],
    actions: ['CreateTrainingJob', 'DeleteTrainingJob', 'DescribeTrainingJob', 'StopTrainingJob', 'UpdateTrainingJob'],
    listActions: ['ListTrainingJobs'],
    logGroups: [TRAINING_JOBS],
  });

  /** Create, describe, stop and delete hyperparameter tuning jobs. */
  public static readonly TUNING_JOBS = SageMakerApiAccess.set('TuningJobs', {
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
  public static readonly PROCESSING_JOBS = SageMakerApiAccess.set('ProcessingJobs', {
    isOfJobs: true,
    resourceTypes: ['processing-job'],
    actions: ['CreateProcessingJob', 'DeleteProcessingJob', 'DescribeProcessingJob', 'StopProcessingJob'],
    listActions: ['ListProcessingJobs'],
    logGroups: [PROCESSING_JOBS],
  });

  /** Create, describe and stop batch transform jobs. They run with the role of their model, also of one of others. */
  public static readonly TRANSFORM_JOBS = SageMakerApiAccess.set('TransformJobs', {
    isOfJobs: true,
    resourceTypes: ['transform-job'],
    actions: ['CreateTransformJob', 'DescribeTransformJob', 'StopTransformJob'],
    listActions: ['ListTransformJobs'],
    logGroups: [TRANSFORM_JOBS],
  });

  /** Create, describe and stop AutoML jobs. */
  public static readonly AUTO_ML_JOBS = SageMakerApiAccess.set('AutoMlJobs', {
    isOfJobs: true,
    resourceTypes: ['automl-job'],
    actions: ['CreateAutoMLJob', 'CreateAutoMLJobV2', 'DescribeAutoMLJob', 'DescribeAutoMLJobV2', 'StopAutoMLJob'],
    listActions: ['ListAutoMLJobs', 'ListCandidatesForAutoMLJob'],
    logGroups: [TRAINING_JOBS, PROCESSING_JOBS, TRANSFORM_JOBS, OF_ENDPOINTS],
  });

  /** Create, describe and delete models. */
  public static readonly MODELS = SageMakerApiAccess.set('Models', {
    resourceTypes: ['model'],
    actions: ['CreateModel', 'DeleteModel', 'DescribeModel'],
    listActions: ['ListModels'],
  });

  /**
   * Create, describe, update, delete and invoke endpoints, their configurations and inference components. An endpoint
   * runs with the role of its model, and a component with that of its endpoint, also of those of others.
   */
  public static readonly ENDPOINTS = SageMakerApiAccess.set('Endpoints', {
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

  /**
   * Create, describe, update, delete and run pipelines: all of the account and region, also those of others. A pipeline
   * runs with its own role, so a notebook that changes and starts it uses that role.
   */
  public static readonly PIPELINES = SageMakerApiAccess.set('Pipelines', {
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
  public static readonly EXPERIMENTS = SageMakerApiAccess.set('Experiments', {
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
  public static readonly FEATURE_STORE = SageMakerApiAccess.set('FeatureStore', {
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
  public static readonly MODEL_REGISTRY = SageMakerApiAccess.set('ModelRegistry', {
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
   * Every action on every resource, `sagemaker:*`, as the vendor page grants it. It allows users to read and
   * change all work in the account, and to open the notebooks of others. Synthesis warns about it.
   */
  public static readonly UNRESTRICTED = SageMakerApiAccess.set('Unrestricted', {
    resourceTypes: [],
    actions: ['*'],
    logGroups: [ALL_LOG_GROUPS],
  });

  /**
   * A part of the API that is not listed here: only its actions, without permissions on tags and logs. Actions that
   * open the notebooks, apps and clusters of others, or change what they run, cause a warning, and so do wildcards
   * that include them.
   *
   * @param name the name in the Sids, of letters and digits
   * @param actions the actions, such as `sagemaker:CreateLabelingJob`; must not be empty
   * @param resourceTypes the types of the resources that the actions are granted on, such as `labeling-job`; an empty
   *   list grants actions without resource-level permissions on all resources
   */
  public static of(name: string, actions: string[], resourceTypes: string[]): SageMakerApiAccess {
    return new SageMakerApiAccess({ ...NOTHING_ELSE, name, actions, resourceTypes });
  }

  /** Adds the prefix of SageMaker to the actions. By default all resource types can be tagged. */
  private static set(
    name: string, api: Partial<ApiActions> & Pick<ApiActions, 'actions' | 'resourceTypes'>,
  ): SageMakerApiAccess {
    const qualified = (actions: readonly string[]) => actions.map(action => `sagemaker:${action}`);
    const { actions, listActions = [], resourceTypes: taggedTypes } = api;
    return new SageMakerApiAccess({
      ...NOTHING_ELSE, taggedTypes, ...api, name, actions: qualified(actions), listActions: qualified(listActions),
    });
  }

  private constructor(private readonly api: ApiActions) {}

  /** @internal */
  public _bind(scope: IConstruct, path: string): ApiActions {
    const { name, actions, resourceTypes } = this.api;
    const subject = (argument: string) => `the ${argument} of SageMakerApiAccess.of() in '${path}'`;
    validate(scope, subject('name'), name, NAME);
    validate(scope, subject('actions'), actions, ACTIONS);
    validate(scope, subject('resource types'), resourceTypes, RESOURCE_TYPES);
    return { ...this.api, actions: [...actions].sort() };
  }
}
