import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { imageCleanupPolicy } from './cleanup-policy';
import { PlatformRoleProps } from '../../common/platform-role-props';
import { Arns } from '../../private/options/arns';
import { OptionReader } from '../../private/options/option-reader';
import { grantPass } from '../../private/roles/grant-pass';
import { PlatformRole } from '../../private/roles/role-builder';
import { LAMBDA, lambdaTrust, vpcPolicy } from '../cluster/functions';
import { checkSince, commonOptions, featuresOf, readVersion } from '../cluster/read';
import { ParallelClusterVersion } from '../cluster/version';

/** Properties of `ParallelClusterImageCleanupRole`. `path` is `/parallelcluster/` by default. */
export interface ParallelClusterImageCleanupRoleProps extends PlatformRoleProps {
  /**
   * The version of ParallelCluster that the permissions are for.
   *
   * @default ParallelClusterVersion.LATEST
   */
  readonly version?: ParallelClusterVersion;

  /**
   * Whether the role cleans up after builds in all regions, as the one does that the command line makes from 3.14 on,
   * and not only in the region of the stack.
   *
   * @default false
   */
  readonly allRegions?: boolean;

  /**
   * Whether the function stands in a VPC (`LambdaFunctionsVpcConfig`), from 3.4 on: the role then has AWS's policy
   * `AWSLambdaVPCAccessExecutionRole`.
   *
   * @default false
   */
  readonly vpc?: boolean;

  /**
   * Whether the role has AWS's policy `AWSLambdaBasicExecutionRole`: the logs of the function. An imported role keeps
   * the policies that it has.
   *
   * @default true
   */
  readonly basicExecution?: boolean;
}

/**
 * The role of the function that cleans up after the build of a custom image: `Build` / `Iam` / `CleanupLambdaRole`.
 *
 * It grants deletion of what the build made: roles and instance profiles by their name under `/parallelcluster/`, what
 * EC2 Image Builder holds, the stack, its function, log group and topic; and tagging of the AMI.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam-roles-in-parallelcluster-v3.html
 */
export class ParallelClusterImageCleanupRole extends Construct implements iam.IGrantable {
  /** The role. */
  public readonly role: iam.IRole;

  /** The principal to grant further permissions to. */
  public readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, id: string, props: ParallelClusterImageCleanupRoleProps = {}) {
    super(scope, id);
    const read = OptionReader.of(this, '', props);
    const version = readVersion(read, props.version);
    checkSince(read, 'vpc', props.vpc, version, '3.4.0');
    const arns = Arns.of(this, read.flag('allRegions', props.allRegions, false) ? '*' : undefined);

    this.role = new PlatformRole(this, {
      ...props,
      ...commonOptions(this, props, [
        {
          option: 'basicExecution',
          value: props.basicExecution,
          byDefault: true,
          name: 'service-role/AWSLambdaBasicExecutionRole',
        },
        vpcPolicy(props.vpc),
      ]),
      trust: lambdaTrust(),
      features: featuresOf(version, imageCleanupPolicy(arns)),
    }).role;
    this.grantPrincipal = this.role.grantPrincipal;
  }

  /**
   * Lets somebody build images that this role cleans up after: `iam:PassRole` on it, to AWS Lambda only.
   *
   * @param grantee who passes the role
   */
  public grantPass(grantee: iam.IGrantable): iam.Grant {
    return grantPass(this.role, grantee, LAMBDA);
  }
}
