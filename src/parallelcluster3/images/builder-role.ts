import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { imageBuilderPolicy } from './builder-policy';
import { PlatformEc2RoleProps } from '../../common/platform-ec2-role-props';
import { S3Location } from '../../common/s3-location';
import { NO_LOCATIONS, OptionReader, unique } from '../../private/options/option-reader';
import { PlatformRole } from '../../private/roles/role-builder';
import { ClusterArns } from '../cluster/cluster-arns';
import { ec2Trust, grantPassToEc2 } from '../cluster/nodes';
import { commonOptions } from '../cluster/read';

/** The scripts in Amazon S3 that the build of an image runs: `Build` / `Components` with `s3://` values. */
export interface ParallelClusterImageScripts {
  /** The scripts: `S3Location.exactObject()` for each. Must not be empty. */
  readonly locations: S3Location[];

  /**
   * The keys of imported buckets: other buckets bring theirs. Must not be empty.
   *
   * @default - only the keys that buckets bring
   */
  readonly keys?: kms.IKey[];
}

/** Properties of `ParallelClusterImageBuilderRole`. `path` is `/parallelcluster/` by default. */
export interface ParallelClusterImageBuilderRoleProps extends PlatformEc2RoleProps {
  /**
   * The scripts that the build runs.
   *
   * @default - none in Amazon S3
   */
  readonly scripts?: ParallelClusterImageScripts;

  /**
   * Whether the role has AWS's policy `AmazonSSMManagedInstanceCore`, by which EC2 Image Builder reaches the instance.
   * An imported role keeps the policies that it has.
   *
   * @default true
   */
  readonly systemsManager?: boolean;

  /**
   * Whether the role has AWS's policy `EC2InstanceProfileForImageBuilder`: components, and logs of the build. An
   * imported role keeps the policies that it has.
   *
   * @default true
   */
  readonly imageBuilder?: boolean;
}

/**
 * The role of the instance on which EC2 Image Builder makes a custom image: `Build` / `Iam` / `InstanceRole`, or its
 * instance profile as `InstanceProfile`, never both.
 *
 * It grants tagging and sharing of AMIs of the region, and reading of the scripts.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam-roles-in-parallelcluster-v3.html
 */
export class ParallelClusterImageBuilderRole extends Construct implements iam.IGrantable {
  /** The role. */
  public readonly role: iam.IRole;

  /** The instance profile with the role in it. */
  public readonly instanceProfile: iam.IInstanceProfile;

  /** The principal to grant further permissions to. */
  public readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, id: string, props: ParallelClusterImageBuilderRoleProps = {}) {
    super(scope, id);
    const scripts = OptionReader.of(this, '', props).optionalStruct('scripts', props.scripts, (read, { locations, keys }) => {
      const bound = read.locations('locations', locations, 'a script is somewhere');
      return { ...bound, keys: unique([...read.optionalKeys('keys', keys), ...bound.keys]) };
    });

    const { role, instanceProfile } = new PlatformRole(this, {
      ...props,
      ...commonOptions(this, props, [
        { option: 'systemsManager', value: props.systemsManager, byDefault: true, name: 'AmazonSSMManagedInstanceCore' },
        { option: 'imageBuilder', value: props.imageBuilder, byDefault: true, name: 'EC2InstanceProfileForImageBuilder' },
      ]),
      trust: ec2Trust(),
      features: imageBuilderPolicy(ClusterArns.of(this, undefined), scripts ?? NO_LOCATIONS),
      instanceProfile: props,
    });
    this.role = role;
    this.instanceProfile = instanceProfile!;
    this.grantPrincipal = role.grantPrincipal;
  }

  /**
   * Lets somebody build images with this role: `iam:PassRole` on it, to EC2 only.
   *
   * @param grantee who passes the role
   */
  public grantPass(grantee: iam.IGrantable): iam.Grant {
    return grantPassToEc2(this.role, grantee);
  }
}
