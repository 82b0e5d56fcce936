import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { executionPolicy } from './policy';
import { executionWorkloads } from './read';
import { SageMakerSourceArn } from './source-arn';
import { executionTrust, Workload, WORKLOADS } from './trust';
import { PlatformRoleProps } from '../../common/platform-role-props';
import { Arns } from '../../private/options/arns';
import { fail, warn } from '../../private/options/errors';
import { checked, OPTIONS } from '../../private/options/validators';
import { grantPass } from '../../private/roles/grant-pass';
import { PlatformRole } from '../../private/roles/role-builder';
import { SageMakerDomainOptions, SageMakerImageOptions } from '../workloads/domain';
import {
  SageMakerAutoMlJobOptions,
  SageMakerProcessingJobOptions,
  SageMakerTrainingJobOptions,
  SageMakerTuningJobOptions,
} from '../workloads/job';
import { SageMakerModelOptions } from '../workloads/model';
import { SageMakerNotebookInstanceOptions } from '../workloads/notebook-instance';
import { SAGEMAKER } from '../workloads/statements';

/**
 * Properties of `SageMakerExecutionRole`. Each workload that is present gets its permissions; at least one must be.
 */
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
   * Permissions of a notebook instance and of those who work in it. Where the role has no `roleName`, what it may do
   * with itself stands in a policy beside it.
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
   * Permissions of a domain that is encrypted with a key of yours: the rights on the key, and logs of Studio.
   *
   * @default - no rights for a domain
   */
  readonly domain?: SageMakerDomainOptions;

  /**
   * Permissions to make SageMaker images.
   *
   * @default - the role can't make SageMaker images
   */
  readonly image?: SageMakerImageOptions;

  /**
   * What SageMaker must be doing when it assumes the role (`aws:SourceArn` in the trust policy). Must not be empty. A
   * workload whose form is not in the list can't use the role; a warning says so.
   *
   * @default - anything in this account
   */
  readonly sourceArns?: SageMakerSourceArn[];

  /**
   * Whether SageMaker may assume the role on behalf of this account only (`aws:SourceAccount` in the trust policy). For
   * notebook instances, tuning, AutoML, domains and images no page of AWS says that SageMaker sends the account: should
   * one of them fail to assume the role, set this to `false`.
   *
   * @default true
   */
  readonly sourceAccountCondition?: boolean;

  /**
   * Whether the role passes the check that the SageMaker Python SDK v3 makes before a training job or an endpoint: it
   * asks for `ecr:GetAuthorizationToken`, `cloudwatch:PutMetricData` without a condition and the nine actions on
   * network interfaces, on all resources, and raises `RoleValidationError` otherwise. The check runs only where the
   * caller may simulate policies.
   *
   * @default false
   */
  readonly sdkRoleCheck?: boolean;
}

/**
 * The role that SageMaker works with: a service role that you pass when you create a job, a model, a notebook instance,
 * a domain or an image.
 *
 * It grants what the workloads that are present need, on the buckets, images and keys that their options name. The
 * permissions stand in the role itself by default, so that nothing which refers to the role starts without them.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html
 */
export class SageMakerExecutionRole extends Construct implements iam.IGrantable {
  /** The role. */
  public readonly role: iam.IRole;

  /** The principal to grant further permissions to. */
  public readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, id: string, props: SageMakerExecutionRoleProps) {
    super(scope, id);
    const workloads = presentWorkloads(this, props);

    this.role = new PlatformRole(this, {
      ...props,
      trust: executionTrust(this, props, workloads),
      trustOptions: [
        ['sourceArns', props.sourceArns],
        ['sourceAccountCondition', props.sourceAccountCondition],
      ],
      features: executionPolicy(Arns.of(this), executionWorkloads(this, props)),
    }).role;
    this.grantPrincipal = this.role.grantPrincipal;
    warnOfGuessedPath(this, props);
  }

  /**
   * Lets somebody start jobs and create models with this role: `iam:PassRole` on it, to SageMaker only.
   *
   * @param grantee who passes the role
   */
  public grantPass(grantee: iam.IGrantable): iam.Grant {
    return grantPass(this.role, grantee, SAGEMAKER);
  }
}

function presentWorkloads(scope: Construct, props: SageMakerExecutionRoleProps): readonly Workload[] {
  checked(scope, 'props', props, OPTIONS);
  const present = WORKLOADS.filter(workload => props[workload] !== undefined);
  if (present.length === 0) {
    fail(
      scope,
      `name at least one workload, a role without one can do nothing: ${WORKLOADS.map(workload => `'${workload}'`).join(', ')}`,
    );
  }
  return present;
}

/** The Python SDK v2 builds the ARN of a role with this name from the path that the console gives it. */
function warnOfGuessedPath(scope: Construct, { roleName, path = '/' }: SageMakerExecutionRoleProps): void {
  const hasName = roleName?.startsWith('AmazonSageMaker-ExecutionRole') ?? false;
  const hasPath = path === '/service-role/';
  if (hasName && !hasPath) {
    warn(
      scope,
      'guessedRolePath',
      `'roleName' is ${roleName} and 'path' is ${path}: the SageMaker Python SDK v2 looks for roles of ` +
        'this name under /service-role/, set that path or choose another name',
    );
  } else if (hasPath && !hasName) {
    warn(
      scope,
      'guessedRolePath',
      `'path' is /service-role/ and 'roleName' is ${roleName ?? 'not set'}: the SageMaker Python SDK v2 looks under that ` +
        'path only for AmazonSageMaker-ExecutionRole*, choose such a name or another path',
    );
  }
}
