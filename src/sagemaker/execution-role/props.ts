import { SageMakerSourceArn } from './source-arn';
import { PlatformRoleProps } from '../../common/platform-role-props';
import { AUTO_ML_JOB, SageMakerAutoMlJobOptions } from '../workloads/auto-ml-job';
import { DOMAIN, SageMakerDomainOptions } from '../workloads/domain';
import { FEATURE_STORE, SageMakerFeatureStoreOptions } from '../workloads/feature-store';
import { HYPER_POD_CLUSTER, SageMakerHyperPodClusterOptions } from '../workloads/hyper-pod-cluster';
import { IMAGE, SageMakerImageOptions } from '../workloads/image';
import { NOTEBOOK_INSTANCE, SageMakerNotebookInstanceOptions } from '../workloads/interactive/notebook-instance';
import { SageMakerStudioOptions, STUDIO_USERS } from '../workloads/interactive/studio';
import {
  SageMakerTrainingJobOptions, SageMakerTuningJobOptions, TRAINING_JOB, TUNING_JOB,
} from '../workloads/job';
import { MLFLOW, SageMakerMlflowOptions } from '../workloads/mlflow';
import { MODEL, SageMakerModelOptions } from '../workloads/model';
import { SageMakerPipelineOptions } from '../workloads/pipeline/options';
import { PIPELINE } from '../workloads/pipeline/pipeline';
import { PROCESSING_JOB, SageMakerProcessingJobOptions } from '../workloads/processing-job';
import { Workload } from '../workloads/workload';

/** Properties of `SageMakerExecutionRole`. Each workload option adds its permissions; at least one is required. */
export interface SageMakerExecutionRoleProps extends PlatformRoleProps {
  /**
   * Permissions to run training jobs.
   *
   * @default - the role can't run training jobs
   */
  readonly trainingJob?: SageMakerTrainingJobOptions;

  /**
   * Permissions to run hyperparameter tuning jobs.
   *
   * @default - the role can't run tuning jobs
   */
  readonly tuningJob?: SageMakerTuningJobOptions;

  /**
   * Permissions to run processing jobs.
   *
   * @default - the role can't run processing jobs
   */
  readonly processingJob?: SageMakerProcessingJobOptions;

  /**
   * Permissions of a model behind endpoints and in batch transform jobs.
   *
   * @default - the role can't serve models
   */
  readonly model?: SageMakerModelOptions;

  /**
   * Permissions of a notebook instance and of its users. If the role has no `roleName`, its permissions on itself are
   * in a separate policy.
   *
   * @default - the role can't run notebook instances
   */
  readonly notebookInstance?: SageMakerNotebookInstanceOptions;

  /**
   * Permissions to run AutoML jobs.
   *
   * @default - the role can't run AutoML jobs
   */
  readonly autoMlJob?: SageMakerAutoMlJobOptions;

  /**
   * Permissions of the execution role of a domain: to write the logs of Studio, and to use the key of the domain. Its
   * users also need `studio` to open apps.
   *
   * @default - no permissions for a domain
   */
  readonly domain?: SageMakerDomainOptions;

  /**
   * Permissions of the users of Studio, for the execution role of a domain, a user profile or its shared spaces: their
   * apps and spaces, and what their notebooks call. If the role has no `roleName`, its permissions on itself are in a
   * separate policy.
   *
   * @default - users of Studio can't open apps with the role
   */
  readonly studio?: SageMakerStudioOptions;

  /**
   * Permissions to create SageMaker images.
   *
   * @default - the role can't create SageMaker images
   */
  readonly image?: SageMakerImageOptions;

  /**
   * Permissions of a pipeline, which starts its steps with this role. If the role has no `roleName`, its permissions on
   * itself are in a separate policy.
   *
   * @default - the role can't run pipelines
   */
  readonly pipeline?: SageMakerPipelineOptions;

  /**
   * Permissions of the nodes of a HyperPod cluster.
   *
   * @default - the role can't be used for nodes of HyperPod
   */
  readonly hyperPodCluster?: SageMakerHyperPodClusterOptions;

  /**
   * Permissions of the role of feature groups with an offline store.
   *
   * @default - the role can't be used for offline stores
   */
  readonly featureStore?: SageMakerFeatureStoreOptions;

  /**
   * Permissions of the role of an MLflow tracking server or MLflow app.
   *
   * @default - the role can't be used for MLflow servers
   */
  readonly mlflow?: SageMakerMlflowOptions;

  /**
   * The resources on whose behalf SageMaker may assume the role (`aws:SourceArn` in the trust policy). Must not be
   * empty. A workload whose form is not in the list can't use the role; a warning says so.
   *
   * @default - any resource of this account
   */
  readonly sourceArns?: SageMakerSourceArn[];

  /**
   * Whether SageMaker may assume the role on behalf of this account only (`aws:SourceAccount` in the trust policy). For
   * notebook instances, tuning, AutoML, domains, images, feature groups, MLflow servers and HyperPod AWS does not
   * document that SageMaker sends the account: if one of them fails to assume the role, set this to `false`.
   *
   * @default true
   */
  readonly sourceAccountCondition?: boolean;

  /**
   * Whether SageMaker may set the source identity of the role's sessions (`sts:SetSourceIdentity` in the trust policy),
   * by which CloudTrail tells the users of a role apart. A domain with `executionRoleIdentityConfig: USER_PROFILE_NAME`
   * requires it of its execution role and of all roles that its users pass.
   *
   * @default false
   */
  readonly sourceIdentity?: boolean;

  /**
   * Whether the role passes the check that the SageMaker Python SDK v3 runs before a training job or an endpoint: it
   * requires `ecr:GetAuthorizationToken`, `cloudwatch:PutMetricData` without a condition and the nine actions on
   * network interfaces, on all resources, and raises `RoleValidationError` otherwise. The check runs only where the
   * caller may simulate policies.
   *
   * @default false
   */
  readonly sdkRoleCheck?: boolean;
}

type OtherProps = keyof PlatformRoleProps | 'sourceArns' | 'sourceAccountCondition' | 'sourceIdentity' | 'sdkRoleCheck';

/** The properties of the role that are workloads. */
export type WorkloadName = keyof Omit<SageMakerExecutionRoleProps, OtherProps>;
export type WorkloadOptions<W extends WorkloadName> = NonNullable<SageMakerExecutionRoleProps[W]> & object;

/** All workloads, in the order of their policies. A property that is missing here does not compile. */
export const WORKLOADS: { readonly [W in WorkloadName]: Workload<WorkloadOptions<W>> } = {
  trainingJob: TRAINING_JOB,
  tuningJob: TUNING_JOB,
  processingJob: PROCESSING_JOB,
  model: MODEL,
  notebookInstance: NOTEBOOK_INSTANCE,
  autoMlJob: AUTO_ML_JOB,
  domain: DOMAIN,
  studio: STUDIO_USERS,
  image: IMAGE,
  pipeline: PIPELINE,
  hyperPodCluster: HYPER_POD_CLUSTER,
  featureStore: FEATURE_STORE,
  mlflow: MLFLOW,
};

export const WORKLOAD_NAMES = Object.keys(WORKLOADS) as readonly WorkloadName[];
