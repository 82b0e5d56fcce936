import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { executionPolicy } from './policy';
import { SageMakerExecutionRoleProps } from './props';
import { readExecutionRole } from './read';
import { executionTrust, trustOptions } from './trust';
import { Arns } from '../../private/options/arns';
import { fail, warn } from '../../private/options/errors';
import { OptionReader } from '../../private/options/reader';
import { checkGrantee } from '../../private/roles/grantee';
import { byRegionalProps } from '../../private/roles/regional-props';
import { RoleConstruct } from '../../private/roles/role-construct';
import { SOURCES } from '../sources';
import { SageMakerApiAccess } from '../workloads/api/access';
import { ApiCaller, apiFeatures, readApiAccess } from '../workloads/api/calls';
import { SAGEMAKER } from '../workloads/statements';

/**
 * The execution role of SageMaker: a service role that you pass when you create a job, a model, a notebook instance, a
 * domain or an image.
 *
 * It grants the permissions that its workloads need, on the buckets, images and keys that their options name. By
 * default the permissions are part of the role itself, so resources that refer to the role never start without them.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html
 */
export class SageMakerExecutionRole extends RoleConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.SageMakerExecutionRole';

  constructor(scope: Construct, id: string, props: SageMakerExecutionRoleProps) {
    let given = props;
    super(scope, id, byRegionalProps(props, (read, self) => {
      const needs = readExecutionRole(read);
      given = read.options;
      return {
        trust: executionTrust(read, needs.workloads),
        trustOptions: trustOptions(read),
        features: executionPolicy(Arns.of(self), needs),
        passedTo: [SAGEMAKER],
      };
    }));
    warnOfGuessedPath(this, given);
  }

  /**
   * Allows the grantee to start work with this role, such as a function that starts its training jobs: grants these
   * parts of the SageMaker API on all resources of the account and region, and `grantPass()`. `SageMakerUserPolicy`
   * grants less, by names and tags.
   *
   * @param grantee the role, user or group that calls SageMaker
   * @param apiAccess the parts of the API that it calls. Must not be empty
   */
  public grantCall(grantee: iam.IGrantable, apiAccess: SageMakerApiAccess[]): iam.Grant {
    checkGrantee(this, 'grantCall()', grantee);
    const api = OptionReader.ofArgument(this, 'grantCall()', { apiAccess }, read => readApiAccess(read, GRANTEE, []));
    if (api.length === 0) {
      fail(this, 'grantCall() takes at least one part of the API, such as SageMakerApiAccess.TRAINING_JOBS, got []: use ' +
        'grantPass() to grant iam:PassRole alone');
    }
    return apiFeatures(Arns.of(this), GRANTEE, api).flatMap(({ statements }) => statements)
      .map(({ actions, resources, conditions }) => iam.Grant.addToPrincipal({
        grantee,
        actions: [...actions],
        resourceArns: [...resources],
        conditions: conditions as Record<string, Record<string, unknown>> | undefined,
      }))
      .reduceRight((rest, grant) => grant.combine(rest), this.grantPass(grantee));
  }
}

/** Who calls the API with `grantCall()`. */
const GRANTEE: ApiCaller = { feature: 'Grantee', name: 'the grantee', page: SOURCES.authorization };

/** The Python SDK v2 builds the ARN of a role with this name from the path that the console uses. */
function warnOfGuessedPath(scope: Construct, { roleName, path = '/' }: SageMakerExecutionRoleProps): void {
  const hasName = roleName?.startsWith('AmazonSageMaker-ExecutionRole') ?? false;
  if (hasName !== (path === '/service-role/')) {
    warn(
      scope,
      'guessedRolePath',
      `'roleName' is ${roleName ?? 'not set'} and 'path' is ${path}: the SageMaker Python SDK v2 looks ` + (hasName
        ? 'for roles of this name under /service-role/, set that path, or choose another name'
        : 'under that path only for AmazonSageMaker-ExecutionRole*, choose such a name, or another path'),
    );
  }
}
