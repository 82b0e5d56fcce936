import { IConstruct } from 'constructs';
import { readApiActions, SageMakerApiActions } from './actions';
import { API_PARTS, ApiActions } from './parts';

/**
 * A part of the SageMaker API, on the resources of the stack's account and region, with their tags and the logs of the
 * work that it starts.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html
 */
export class SageMakerApiAccess {
  /** Create, describe, update, stop and delete training jobs, also on training plans and reserved capacity. */
  public static readonly TRAINING_JOBS = SageMakerApiAccess.part(API_PARTS.trainingJobs);

  /** Create, describe, stop and delete hyperparameter tuning jobs. */
  public static readonly TUNING_JOBS = SageMakerApiAccess.part(API_PARTS.tuningJobs);

  /** Create, describe, stop and delete processing jobs. */
  public static readonly PROCESSING_JOBS = SageMakerApiAccess.part(API_PARTS.processingJobs);

  /** Create, describe and stop batch transform jobs. They run with the role of their model, also of one of others. */
  public static readonly TRANSFORM_JOBS = SageMakerApiAccess.part(API_PARTS.transformJobs);

  /** Create, describe and stop AutoML jobs. */
  public static readonly AUTO_ML_JOBS = SageMakerApiAccess.part(API_PARTS.autoMlJobs);

  /** Create, describe and delete models. */
  public static readonly MODELS = SageMakerApiAccess.part(API_PARTS.models);

  /**
   * Create, describe, update, delete and invoke endpoints, their configurations and inference components. An endpoint
   * runs with the role of its model, and a component with that of its endpoint, also of those of others.
   */
  public static readonly ENDPOINTS = SageMakerApiAccess.part(API_PARTS.endpoints);

  /**
   * Create, describe, update, delete and run pipelines, and answer their callback steps: all of the account and region,
   * also those of others. A pipeline runs with its own role, so a principal that changes and starts it uses that role.
   */
  public static readonly PIPELINES = SageMakerApiAccess.part(API_PARTS.pipelines);

  /** Create, describe, update and delete experiments and their trials, record and read metrics, and search. */
  public static readonly EXPERIMENTS = SageMakerApiAccess.part(API_PARTS.experiments);

  /**
   * Record and query lineage: artifacts, contexts and actions, and how they and experiments are associated. The Python
   * SDK records it when a pipeline or a notebook registers a model.
   */
  public static readonly LINEAGE = SageMakerApiAccess.part(API_PARTS.lineage);

  /**
   * Create, describe, update, start, stop and delete the schedules of Model Monitor and the definitions of their jobs,
   * and update their alerts. The jobs run with the role in the definition, also in one of others.
   */
  public static readonly MODEL_MONITORING = SageMakerApiAccess.part(API_PARTS.modelMonitoring);

  /** Create, describe, update and delete feature groups, and read and write their records and metadata. */
  public static readonly FEATURE_STORE = SageMakerApiAccess.part(API_PARTS.featureStore);

  /**
   * Create, describe, update and delete model packages and their groups, and create models of packages. The policies of
   * the groups are not included.
   */
  public static readonly MODEL_REGISTRY = SageMakerApiAccess.part(API_PARTS.modelRegistry);

  /**
   * Every action on every resource, `sagemaker:*`, as the vendor page grants it. It allows users to read and
   * change all work in the account, and to open the notebooks of others. Synthesis warns about it.
   */
  public static readonly UNRESTRICTED = SageMakerApiAccess.part(API_PARTS.unrestricted);

  /**
   * A part of the API that is not listed here: only its actions, without permissions on tags and logs. Actions that
   * open the notebooks, apps and clusters of others, or change what they run, cause a warning, and so do wildcards
   * that include them.
   *
   * @param name the name in the Sids, of letters and digits
   * @param actions the actions, and the resources on which they are granted
   */
  public static of(name: string, actions: SageMakerApiActions): SageMakerApiAccess {
    return new SageMakerApiAccess((scope, path) => readApiActions(scope, path, name, actions));
  }

  private static part(part: ApiActions): SageMakerApiAccess {
    return new SageMakerApiAccess(() => part);
  }

  private constructor(private readonly binder: (scope: IConstruct, path: string) => ApiActions) {}

  /** @internal */
  public _bind(scope: IConstruct, path: string): ApiActions {
    return this.binder(scope, path);
  }
}
