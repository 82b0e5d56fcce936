import { IConstruct } from 'constructs';
import { fail } from '../private/errors';

/** @internal */
export interface _ApiActions {
  readonly name: string;
  readonly actions: readonly string[];
  /** What the actions are on; without any, all resources. */
  readonly resourceTypes: readonly string[];
  /** Without resource-level permissions. */
  readonly listActions: readonly string[];
}

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
    return new SageMakerApiAccess({ name, actions, resourceTypes, listActions: [] });
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
      actions: ['AddTags', ...actions, 'ListTags'].map(qualified).sort(),
      resourceTypes,
      listActions: listActions.map(qualified),
    });
  }

  private constructor(private readonly api: _ApiActions) {}

  /**
   * @internal
   */
  public _bind(scope: IConstruct, property: string): _ApiActions {
    const { name, actions } = this.api;
    if (!/^[A-Za-z0-9]+$/.test(name)) {
      fail(
        scope,
        `'${property}' has a part of the API with the name '${name}': it becomes part of a Sid and holds letters and digits only`,
      );
    }
    const foreign = actions.find(action => !/^sagemaker:[A-Za-z0-9*]+$/.test(action));
    if (foreign !== undefined || actions.length === 0) {
      fail(
        scope,
        `'${property}' has a part of the API, '${name}', that must name actions of SageMaker such as ` +
          `'sagemaker:CreateLabelingJob', got ${foreign === undefined ? '[]' : `'${foreign}'`}: use 'additionalStatements' for other services`,
      );
    }
    return this.api;
  }
}
