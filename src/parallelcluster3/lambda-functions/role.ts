import * as iam from 'aws-cdk-lib/aws-iam';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';
import { lambdaFunctionsPolicy } from './policy';
import { PlatformRoleProps } from '../../common/platform-role-props';
import { fail } from '../../private/options/errors';
import { OptionReader } from '../../private/options/option-reader';
import { having, optional } from '../../private/options/validators';
import { grantPass } from '../../private/roles/grant-pass';
import { PlatformRole } from '../../private/roles/role-builder';
import { ClusterArns } from '../cluster/cluster-arns';
import { LAMBDA, lambdaTrust, vpcPolicy } from '../cluster/functions';
import { checkSince, commonOptions, featuresOf, readCluster } from '../cluster/read';
import { ParallelClusterRoleScope } from '../cluster/scope';
import { readClusterBucket } from '../cluster/storage';
import { ParallelClusterCustomBucket } from '../cluster/storage-props';

/** Permissions of the functions of clusters with Slurm: they end instances and delete records of names. */
export interface ParallelClusterSlurmLambdaOptions {
  /**
   * The hosted zone that the cluster has instead of one of its own (`Dns` / `HostedZoneId`).
   *
   * @default - any hosted zone, since ParallelCluster makes one with the cluster
   */
  readonly hostedZone?: route53.IHostedZone;
}

/**
 * Properties of `ParallelClusterLambdaFunctionsRole`. At least one scheduler must be present. `path` is
 * `/parallelcluster/` by default.
 */
export interface ParallelClusterLambdaFunctionsRoleProps extends PlatformRoleProps, ParallelClusterRoleScope {
  /**
   * Permissions for clusters with Slurm.
   *
   * @default - the functions can't clean up after clusters with Slurm
   */
  readonly slurm?: ParallelClusterSlurmLambdaOptions;

  /**
   * Whether the functions serve clusters with AWS Batch: they build container images and delete them.
   *
   * @default false
   */
  readonly awsBatch?: boolean;

  /**
   * Whether the functions stand in a VPC (`LambdaFunctionsVpcConfig`), from 3.4 on: the role then has AWS's policy
   * `AWSLambdaVPCAccessExecutionRole`.
   *
   * @default false
   */
  readonly vpc?: boolean;

  /**
   * The bucket with the artifacts of the cluster.
   *
   * @default - the one that ParallelCluster makes in each region
   */
  readonly customS3Bucket?: ParallelClusterCustomBucket;
}

const HOSTED_ZONE = having<route53.IHostedZone>('hostedZoneArn', 'a hosted zone, such as route53.HostedZone');

/**
 * The role of the functions that ParallelCluster makes with a cluster: `Iam` / `Roles` / `LambdaFunctionsRole`.
 *
 * It grants their logs and what they delete when the cluster is: its artifacts, with Slurm instances and records of
 * names, with AWS Batch container images.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam-roles-in-parallelcluster-v3.html
 */
export class ParallelClusterLambdaFunctionsRole extends Construct implements iam.IGrantable {
  /** The role. */
  public readonly role: iam.IRole;

  /** The principal to grant further permissions to. */
  public readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, id: string, props: ParallelClusterLambdaFunctionsRoleProps) {
    super(scope, id);
    const read = OptionReader.of(this, '', props);
    const { version, name } = readCluster(read, props);
    const arns = ClusterArns.of(this, name);
    checkSince(read, 'vpc', props.vpc, version, '3.4.0');
    const functions = {
      bucket: readClusterBucket(read, props.customS3Bucket, arns),
      slurm: read.optionalStruct('slurm', props.slurm, (reader, { hostedZone }) => {
        optional(reader.scope, reader.pathOf('hostedZone'), hostedZone, HOSTED_ZONE);
        return [hostedZone?.hostedZoneArn ?? arns.hostedZones];
      }),
      awsBatch: read.flag('awsBatch', props.awsBatch, false),
    };
    if (!functions.slurm && !functions.awsBatch) {
      fail(this, "name a scheduler, functions without one have nothing to clean up: 'slurm', 'awsBatch'");
    }

    this.role = new PlatformRole(this, {
      ...props,
      ...commonOptions(this, props, [vpcPolicy(props.vpc)]),
      trust: lambdaTrust(),
      features: featuresOf(version, lambdaFunctionsPolicy(arns, functions)),
    }).role;
    this.grantPrincipal = this.role.grantPrincipal;
  }

  /**
   * Lets somebody create clusters whose functions have this role: `iam:PassRole` on it, to AWS Lambda only.
   *
   * @param grantee who passes the role
   */
  public grantPass(grantee: iam.IGrantable): iam.Grant {
    return grantPass(this.role, grantee, LAMBDA);
  }
}
