import { Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { lambdaPolicy } from './policy';
import { PlatformRoleProps } from '../../common/platform-role-props';
import { Arns } from '../../private/options/arns';
import { fail, shown } from '../../private/options/errors';
import { OptionReader } from '../../private/options/option-reader';
import { checked } from '../../private/options/validators';
import { grantPass } from '../../private/roles/grant-pass';
import { PlatformRole } from '../../private/roles/role-builder';
import { clusterNames, SCHEDULER, unrestricted } from '../cluster/read';
import { ParallelCluster2ResourceBucket } from '../cluster/resource-bucket';
import { ParallelCluster2Scheduler } from '../cluster/scheduler';

/** Properties of `ParallelCluster2LambdaRole`. */
export interface ParallelCluster2LambdaRoleProps extends PlatformRoleProps {
  /** The scheduler of the clusters: each has other functions. */
  readonly scheduler: ParallelCluster2Scheduler;

  /**
   * The cluster whose instances, table and artifacts the functions work with. A name that is known only at deployment
   * must be of small letters, digits and hyphens, and have at most 30 characters: the CLI writes it so in the folder of
   * the cluster.
   *
   * @default - all clusters of the region and account
   */
  readonly clusterName?: string;

  /**
   * The bucket of yours that the cluster keeps its artifacts in (`cluster_resource_bucket`): the functions empty the
   * folder of the cluster, and leave the bucket. Deleting asks for no key.
   *
   * @default - the buckets that the CLI makes, which are named `parallelcluster-*` and which the functions delete
   */
  readonly resourceBucket?: ParallelCluster2ResourceBucket;

  /**
   * Whether what the guide prints on all resources is granted on all resources: to terminate every instance, to delete
   * every bucket with its objects and every image of the account. Security reviews ask about it, and a warning says so.
   *
   * @default false
   */
  readonly unrestrictedAccess?: boolean;
}

const LAMBDA = 'lambda.amazonaws.com';

/**
 * The role of the Lambda functions of an AWS ParallelCluster 2 cluster, which clean up after it and build its images:
 * name the role as `iam_lambda_role` in the configuration, which versions 2.10.1 and newer know.
 *
 * The CLI builds the ARN of the role from its name: its path is `/`.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam.html#parallelcluster-lambda-policy
 */
export class ParallelCluster2LambdaRole extends Construct implements iam.IGrantable {
  /** The role. */
  public readonly role: iam.IRole;

  /** The principal to grant further permissions to. */
  public readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, id: string, props: ParallelCluster2LambdaRoleProps) {
    super(scope, id);
    const read = OptionReader.of(this, '', props);
    const scheduler = checked(this, 'scheduler', props.scheduler, SCHEDULER);
    checkPath(this, props.path);

    this.role = new PlatformRole(this, {
      ...props,
      trust: new iam.ServicePrincipal(LAMBDA),
      features: lambdaPolicy(Arns.of(this), {
        isBatch: scheduler === ParallelCluster2Scheduler.AWSBATCH,
        names: clusterNames(read, props),
        isUnrestricted: unrestricted(read, props.unrestrictedAccess),
      }),
    }).role;
    this.grantPrincipal = this.role.grantPrincipal;
  }

  /**
   * Lets somebody create clusters with this role: `iam:PassRole` on it, to Lambda only.
   *
   * @param grantee who passes the role
   */
  public grantPass(grantee: iam.IGrantable): iam.Grant {
    return grantPass(this.role, grantee, LAMBDA);
  }
}

function checkPath(scope: Construct, path: string | undefined): void {
  if (path !== undefined && !Token.isUnresolved(path) && path !== '/') {
    fail(scope, `'path' must be '/', got ${shown(path)}: the CLI looks for the role there, leave it out`);
  }
}
