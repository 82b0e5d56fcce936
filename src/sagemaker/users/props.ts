import * as iam from 'aws-cdk-lib/aws-iam';
import { SageMakerUserRequirements } from './requirements-props';
import { PlatformPolicyProps } from '../../common/platform-policy-props';
import { SageMakerApiAccess } from '../workloads/api/access';

/** The types of jobs that users start. */
export enum SageMakerJobType {
  /** Training jobs. */
  TRAINING = 'training',

  /** Hyperparameter tuning jobs. */
  TUNING = 'tuning',

  /** Processing jobs. */
  PROCESSING = 'processing',

  /** Batch transform jobs. They run with the role of their model. */
  TRANSFORM = 'transform',

  /** AutoML jobs. */
  AUTO_ML = 'autoMl',
}

/** The jobs that users start, watch, change, stop and delete. */
export interface SageMakerUserJobs {
  /** The types of the jobs. Must not be empty. */
  readonly types: SageMakerJobType[];

  /**
   * The names of the jobs, such as `churn-*`: letters, digits and hyphens, and the wildcards `*` and `?`. Must not be
   * empty.
   *
   * @default - all jobs of these types in the account and region
   */
  readonly names?: string[];

  /**
   * The names of other models that transform jobs run, with or without wildcards. A transform job runs with the role of
   * its model, including models that others own. Must not be empty. Requires `SageMakerJobType.TRANSFORM`.
   *
   * @default - only the models with `names`; without `names`, all models
   */
  readonly models?: string[];

  /**
   * Whether a state machine of AWS Step Functions starts the jobs and waits for them (`.sync`): it describes and puts
   * the Amazon EventBridge rules of Step Functions for these types of jobs. AutoML jobs have no such rule.
   *
   * @default false
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html
   */
  readonly stepFunctions?: boolean;
}

/**
 * The models, endpoint configurations, endpoints and inference components that users create, describe, update and
 * delete. No options are required. Calling endpoints is `invocation`.
 */
export interface SageMakerUserDeployment {
  /**
   * The names of the models, configurations, endpoints and components, such as `churn-*`: letters, digits and hyphens,
   * and the wildcards `*` and `?`. Must not be empty.
   *
   * @default - all of the account and region
   */
  readonly names?: string[];

  /**
   * The names of other models that endpoints serve, with or without wildcards. An endpoint runs with the role of its
   * model, including models that others own. Updating an inference component can't be limited to these models:
   * SageMaker has no condition for it. Must not be empty.
   *
   * @default - only the models with `names`; without `names`, all models
   */
  readonly models?: string[];
}

/** The endpoints that users call. */
export interface SageMakerUserInvocation {
  /**
   * The names of the endpoints, such as `churn-*`: letters, digits and hyphens, and the wildcards `*` and `?`. All
   * inference components on them are included. Must not be empty.
   */
  readonly endpoints: string[];
}

/** The pipelines that users start, watch, stop and retry. No options are required. */
export interface SageMakerUserPipelines {
  /**
   * The names of the pipelines, such as `churn-*`: letters, digits and hyphens, and the wildcards `*` and `?`. A
   * pipeline runs with its own role, so users who start it use that role. Must not be empty.
   *
   * @default - all pipelines of the account and region, which is an error with `tags`
   */
  readonly names?: string[];

  /**
   * Whether users create, change and delete the pipelines. They pass the role of the pipeline: see `passableRoles`.
   * They tag a pipeline only when they create it, so update one without tags.
   *
   * @default false
   */
  readonly edit?: boolean;

  /**
   * Whether they answer callback steps (`SendPipelineExecutionStepSuccess` and `SendPipelineExecutionStepFailure`), as
   * the function behind the queue of such a step does.
   *
   * @default false
   */
  readonly callbacks?: boolean;
}

/** The model registry: groups of model packages whose packages users read, and create models of. */
export interface SageMakerUserModelRegistry {
  /**
   * The names of the groups, such as `churn-*`: letters, digits and hyphens, and the wildcards `*` and `?`. Must not be
   * empty.
   */
  readonly groups: string[];

  /**
   * Whether users create these groups, and packages in them. Without `approve`, a new package waits for approval
   * (`PendingManualApproval`) and has no stage of the model life cycle.
   *
   * @default false
   */
  readonly register?: boolean;

  /**
   * Whether users approve and reject packages, and change their settings (`UpdateModelPackage`).
   *
   * @default false
   */
  readonly approve?: boolean;
}

/** A user profile in a domain of Studio. */
export interface SageMakerUserProfile {
  /** The ID of the domain, such as `d-0123456789ab`. */
  readonly domainId: string;

  /** The name of the user profile, without wildcards. */
  readonly userProfileName: string;
}

/**
 * Opening Studio, by `userProfiles` or by `profileTag`: exactly one of them. What people do in Studio is granted to the
 * role of their profile: see the workload `studio` of `SageMakerExecutionRole`.
 */
export interface SageMakerUserStudio {
  /**
   * The profiles that these users open. Must not be empty.
   *
   * @default - the profiles of `profileTag`
   */
  readonly userProfiles?: SageMakerUserProfile[];

  /**
   * The key of a tag that a user profile and the principal who opens it have with the same value, so that one policy
   * lets everybody open their own profile. A principal without the tag opens none. Who sets this tag decides which
   * profile a principal opens.
   *
   * @default - the profiles in `userProfiles`
   */
  readonly profileTag?: string;
}

/**
 * Starting, stopping and opening notebook instances, by `names` or by `ownerTag`: exactly one of them. Their users act
 * with the role of the instance.
 */
export interface SageMakerUserNotebooks {
  /**
   * The names of the instances, such as `churn-*`: letters, digits and hyphens, and the wildcards `*` and `?`. Must not
   * be empty.
   *
   * @default - the instances of `ownerTag`
   */
  readonly names?: string[];

  /**
   * The key of a tag that an instance and the principal who opens it have with the same value. A principal without the
   * tag opens none. Who sets this tag decides which instance a principal opens.
   *
   * @default - the instances with `names`
   */
  readonly ownerTag?: string;
}

/** Properties of `SageMakerUserPolicy`. Each option adds what its users do; at least one is required. */
export interface SageMakerUserPolicyProps extends PlatformPolicyProps {
  /**
   * Jobs that users start, watch, change, stop and delete.
   *
   * @default - users start no jobs
   */
  readonly jobs?: SageMakerUserJobs;

  /**
   * Models, endpoint configurations, endpoints and inference components that users create, update and delete.
   *
   * @default - users deploy no models
   */
  readonly deployment?: SageMakerUserDeployment;

  /**
   * Endpoints that users call.
   *
   * @default - users call no endpoints
   */
  readonly invocation?: SageMakerUserInvocation;

  /**
   * Pipelines that users start, watch, stop and retry.
   *
   * @default - users run no pipelines
   */
  readonly pipelineAccess?: SageMakerUserPipelines;

  /**
   * Groups of the model registry whose packages users read, and on request register and approve.
   *
   * @default - users can't read the model registry
   */
  readonly modelRegistry?: SageMakerUserModelRegistry;

  /**
   * Opening Studio with a user profile.
   *
   * @default - users can't open Studio
   */
  readonly studio?: SageMakerUserStudio;

  /**
   * Notebook instances that users start, stop and open.
   *
   * @default - users can't open notebook instances
   */
  readonly notebooks?: SageMakerUserNotebooks;

  /**
   * Whole parts of the SageMaker API, on all resources of the account and region, with their tags. `tags` and
   * `requirements` don't narrow them, so a part that creates jobs or models can't be combined with those. An empty list
   * grants none.
   *
   * @default - no parts of the API
   */
  readonly apiAccess?: SageMakerApiAccess[];

  /**
   * The roles that users pass to SageMaker: those of jobs, models and pipelines. Must not be empty. Required for `jobs`
   * other than transform jobs, for `deployment` and for `pipelineAccess.edit`.
   *
   * @default - users pass no roles
   */
  readonly passableRoles?: iam.IRoleRef[];

  /**
   * Tags, by key, that narrow `jobs`, `deployment` and `pipelineAccess`: what users create must have them from the
   * start, and they change and read only what has them, apart from executions of pipelines, which only names narrow.
   * Users can't tag what exists, since that would give them the jobs and endpoints of others. Other policies of the
   * same users add to this one, also those that grant more. Must not be empty.
   *
   * @default - jobs, deployment and pipelines are not narrowed by tags
   */
  readonly tags?: { [key: string]: string };

  /**
   * What new jobs and models must have: subnets, keys, instance types. Other policies of the same users add to this
   * one, and the steps of pipelines are created by the role of the pipeline: a warning says so with
   * `pipelineAccess.edit`.
   *
   * @default - no requirements
   */
  readonly requirements?: SageMakerUserRequirements;

  /**
   * Whether users read the logs of jobs, endpoints and pipelines: of those with `names`; otherwise of all of these
   * types, also with `tags`, since logs have no tags of the job. They can filter and follow logs without names, too.
   * The jobs of pipelines have other names: their logs are always those of all jobs.
   *
   * @default false
   */
  readonly readLogs?: boolean;

  /**
   * Whether users read CloudWatch metrics: all of the account, since CloudWatch has no narrower scope for them.
   *
   * @default false
   */
  readonly readMetrics?: boolean;

  /**
   * The regions in which users work. Must not be empty, and in the partition of the stack.
   *
   * @default - the region of the stack
   */
  readonly regions?: string[];
}
