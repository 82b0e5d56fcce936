import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { Slurmdbd, slurmdbdPolicy } from './policy';
import { PlatformEc2RoleProps } from '../../common/platform-ec2-role-props';
import { S3Location } from '../../common/s3-location';
import { Arns } from '../../private/options/arns';
import { fail } from '../../private/options/errors';
import { OptionReader, unique } from '../../private/options/option-reader';
import { checked, having } from '../../private/options/validators';
import { PlatformRole } from '../../private/roles/role-builder';
import { ec2Trust, grantPassToEc2 } from '../cluster/nodes';
import { commonOptions } from '../cluster/read';
import { readSecret } from '../cluster/secrets';

/** What the instance of an external Slurm database daemon works with. */
export interface ParallelClusterSlurmdbdOptions {
  /** The password of the database. A secret brings its key along. */
  readonly databasePassword: secretsmanager.ISecret;

  /** The munge key that the daemon shares with its clusters. A secret brings its key along. */
  readonly mungeKey: secretsmanager.ISecret;

  /** The subnet of the instance, in which it takes its second address: of this account, or one that another shares. */
  readonly subnet: ec2.ISubnet;

  /**
   * The bucket or the folder in it that the daemon reads and writes.
   *
   * @default - none
   */
  readonly bucket?: S3Location;

  /**
   * The key of an imported bucket.
   *
   * @default - the key that the bucket brings
   */
  readonly bucketKey?: kms.IKey;
}

/** Properties of `ParallelClusterSlurmdbdRole`. `path` is `/parallelcluster/` by default. */
export interface ParallelClusterSlurmdbdRoleProps extends PlatformEc2RoleProps {
  /** What the daemon works with. */
  readonly slurmdbd: ParallelClusterSlurmdbdOptions;
}

const SUBNET = having<ec2.ISubnet>('subnetId', 'a subnet, such as ec2.Subnet');

/**
 * The role of an instance that runs the Slurm database daemon for several clusters, from 3.10 on.
 *
 * It grants reading of the two secrets, the daemon's logs under `/aws/parallelcluster/external-slurmdbd/`, a second
 * address in the subnet, and the bucket.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/external-slurmdb-accounting.html
 */
export class ParallelClusterSlurmdbdRole extends Construct implements iam.IGrantable {
  /** The role. */
  public readonly role: iam.IRole;

  /** The instance profile with the role in it. */
  public readonly instanceProfile: iam.IInstanceProfile;

  /** The principal to grant further permissions to. */
  public readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, id: string, props: ParallelClusterSlurmdbdRoleProps) {
    super(scope, id);
    const read = OptionReader.of(this, '', props);

    const { role, instanceProfile } = new PlatformRole(this, {
      ...props,
      ...commonOptions(this, props, []),
      trust: ec2Trust(),
      features: slurmdbdPolicy(readSlurmdbd(OptionReader.of(this, read.pathOf('slurmdbd'), props.slurmdbd), props.slurmdbd)),
      instanceProfile: props,
    });
    this.role = role;
    this.instanceProfile = instanceProfile!;
    this.grantPrincipal = role.grantPrincipal;
  }

  /**
   * Lets somebody launch the instance with this role: `iam:PassRole` on it, to EC2 only.
   *
   * @param grantee who passes the role
   */
  public grantPass(grantee: iam.IGrantable): iam.Grant {
    return grantPassToEc2(this.role, grantee);
  }
}

function readSlurmdbd(read: OptionReader, options: ParallelClusterSlurmdbdOptions): Slurmdbd {
  const arns = Arns.of(read.scope);
  const { subnetId } = checked(read.scope, read.pathOf('subnet'), options.subnet, SUBNET);
  if (options.bucketKey !== undefined && options.bucket === undefined) {
    fail(read.scope, `'${read.pathOf('bucketKey')}' must come with 'bucket', got a key alone: ` +
      'name the bucket that is encrypted with it');
  }
  const bucket = options.bucket === undefined ? undefined : read.locations('bucket', [options.bucket], '');
  return {
    secrets: [
      readSecret(read, 'databasePassword', options.databasePassword),
      readSecret(read, 'mungeKey', options.mungeKey),
    ],
    logGroup: arns.logGroups('/aws/parallelcluster/external-slurmdbd/'),
    networkInterfaces: arns.regional('ec2', 'network-interface/*'),
    subnet: arns.ofAnyOwner('ec2', `subnet/${subnetId}`),
    bucket: bucket && { ...bucket, keys: unique([...read.optionalKey('bucketKey', options.bucketKey), ...bucket.keys]) },
  };
}
