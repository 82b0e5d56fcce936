import { IConstruct } from 'constructs';
import { checked, checkedList, Kind, nonEmptyList, STRING } from '../private/options';

/** @internal */
export interface _ApiActions {
  readonly name: string;
  /** Jobs stand in a managed policy of their own, all other parts in another: together they outgrow one. */
  readonly isOfJobs: boolean;
  readonly actions: readonly string[];
  /** What the actions and tags are on; without any, all resources. */
  readonly resourceTypes: readonly string[];
  /** Without resource-level permissions. */
  readonly listActions: readonly string[];
}

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
 * A part of the SageMaker API, on the resources of the stack's account and region, tags included.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html
 */
export class SageMakerApiAccess {
  /** Create, describe, update, stop and delete training jobs. */
  public static readonly TRAINING_JOBS = SageMakerApiAccess.set(
    'TrainingJobs',
    ['training-job'],
    ['CreateTrainingJob', 'DeleteTrainingJob', 'DescribeTrainingJob', 'StopTrainingJob', 'UpdateTrainingJob'],
    ['ListTrainingJobs'],
  );

  /** Create, describe, stop and delete hyperparameter tuning jobs. */
  public static readonly TUNING_JOBS = SageMakerApiAccess.set(
    'TuningJobs',
    ['hyper-parameter-tuning-job'],
    [
      'CreateHyperParameterTuningJob',
      'DeleteHyperParameterTuningJob',
      'DescribeHyperParameterTuningJob',
      'ListTrainingJobsForHyperParameterTuningJob',
      'StopHyperParameterTuningJob',
    ],
    ['ListHyperParameterTuningJobs'],
  );

  /** Create, describe, stop and delete processing jobs. */
  public static readonly PROCESSING_JOBS = SageMakerApiAccess.set(
    'ProcessingJobs',
    ['processing-job'],
    ['CreateProcessingJob', 'DeleteProcessingJob', 'DescribeProcessingJob', 'StopProcessingJob'],
    ['ListProcessingJobs'],
  );

  /** Create, describe and stop batch transform jobs. */
  public static readonly TRANSFORM_JOBS = SageMakerApiAccess.set(
    'TransformJobs',
    ['transform-job'],
    ['CreateTransformJob', 'DescribeTransformJob', 'StopTransformJob'],
    ['ListTransformJobs'],
  );

  /** Create, describe and stop AutoML jobs. */
  public static readonly AUTO_ML_JOBS = SageMakerApiAccess.set(
    'AutoMlJobs',
    ['automl-job'],
    ['CreateAutoMLJob', 'CreateAutoMLJobV2', 'DescribeAutoMLJob', 'DescribeAutoMLJobV2', 'StopAutoMLJob'],
    ['ListAutoMLJobs', 'ListCandidatesForAutoMLJob'],
  );

  /** Create, describe and delete models. */
  public static readonly MODELS = SageMakerApiAccess.set(
    'Models',
    ['model'],
    ['CreateModel', 'DeleteModel', 'DescribeModel'],
    ['ListModels'],
  );

  /** Create, describe, update, delete and invoke endpoints, their configurations and inference components. */
  public static readonly ENDPOINTS = SageMakerApiAccess.set(
    'Endpoints',
    ['endpoint', 'endpoint-config', 'inference-component'],
    [
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
    ['ListEndpointConfigs', 'ListEndpoints', 'ListInferenceComponents'],
  );

  /** Create, describe, update, delete and run pipelines. */
  public static readonly PIPELINES = SageMakerApiAccess.set(
    'Pipelines',
    ['pipeline'],
    [
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
    ['ListPipelines'],
  );

  /** Create, describe, update and delete experiments and their trials, record metrics, and search. */
  public static readonly EXPERIMENTS = SageMakerApiAccess.set(
    'Experiments',
    ['experiment', 'experiment-trial', 'experiment-trial-component', 'processing-job', 'training-job'],
    [
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
    ['ListExperiments', 'ListTrialComponents', 'ListTrials', 'Search'],
  );

  /** Create, describe, update and delete feature groups, and read and write their records. */
  public static readonly FEATURE_STORE = SageMakerApiAccess.set(
    'FeatureStore',
    ['feature-group'],
    [
      'BatchGetRecord',
      'CreateFeatureGroup',
      'DeleteFeatureGroup',
      'DeleteRecord',
      'DescribeFeatureGroup',
      'GetRecord',
      'PutRecord',
      'UpdateFeatureGroup',
    ],
    ['ListFeatureGroups'],
  );

  /** Create, describe, update and delete model packages and their groups, but not the policies of the groups. */
  public static readonly MODEL_REGISTRY = SageMakerApiAccess.set(
    'ModelRegistry',
    ['model-package', 'model-package-group'],
    [
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
    ['ListModelPackageGroups'],
  );

  /**
   * Every action on every resource, `sagemaker:*`, as the vendor page prints it. It reads and changes the work of
   * everybody in the account, and opens the notebooks of others. A warning says so at synthesis.
   */
  public static readonly UNRESTRICTED = new SageMakerApiAccess({
    name: 'Unrestricted',
    isOfJobs: false,
    actions: ['sagemaker:*'],
    resourceTypes: [],
    listActions: [],
  });

  /**
   * A part of the API that is not listed here.
   *
   * @param name what the Sids call it, letters and digits
   * @param actions the actions, such as `sagemaker:CreateLabelingJob`
   * @param resourceTypes the resource types that the actions are on, such as `labeling-job`; none for actions without
   *   resource-level permissions, which then stand on all resources
   */
  public static of(name: string, actions: string[], resourceTypes: string[]): SageMakerApiAccess {
    return new SageMakerApiAccess({ name, isOfJobs: false, actions, resourceTypes, listActions: [] });
  }

  private static set(
    name: string,
    resourceTypes: string[],
    actions: string[],
    listActions: string[],
  ): SageMakerApiAccess {
    const qualified = (action: string) => `sagemaker:${action}`;
    return new SageMakerApiAccess({
      name,
      isOfJobs: name.endsWith('Jobs'),
      actions: actions.map(qualified),
      resourceTypes,
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
