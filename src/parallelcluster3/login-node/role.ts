import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { loginNodePolicy } from './policy';
import { fail } from '../../private/options/errors';
import { OptionReader } from '../../private/options/option-reader';
import { text } from '../../private/options/validators';
import { PlatformRole } from '../../private/roles/role-builder';
import { isBefore } from '../../private/statements/documented-statement';
import { ClusterArns } from '../cluster/cluster-arns';
import { ParallelClusterNodeRoleProps } from '../cluster/node-props';
import { ec2Trust, grantPassToEc2, nodePolicies } from '../cluster/nodes';
import { commonOptions, featuresOf, readCluster } from '../cluster/read';
import { readEfs } from '../cluster/storage';

/** Properties of `ParallelClusterLoginNodeRole`. */
export interface ParallelClusterLoginNodeRoleProps extends ParallelClusterNodeRoleProps {
  /**
   * Whether the role has AWS's policy `AmazonSSMManagedInstanceCore`: sessions by Systems Manager. Nothing of
   * ParallelCluster asks for it on login nodes.
   *
   * @default false
   */
  readonly systemsManager?: boolean;

  /**
   * The names of the pools of login nodes that have the role: a lower-case letter, then up to 29 lower-case letters,
   * digits and hyphens. Must not be empty.
   *
   * @default - every pool
   */
  readonly pools?: string[];
}

const POOL = text('the name of a pool of login nodes: a lower-case letter, then up to 29 lower-case letters, digits and ' +
  'hyphens', /^[a-z][a-z0-9-]{0,29}$/);

/**
 * The role of login nodes, from 3.7 on: `LoginNodes` / `Pools` / `Iam` / `InstanceRole`, or its instance profile as
 * `InstanceProfile`, never both.
 *
 * It grants what a login node calls when it starts and when its pool ends it. What people do on it, they may do by
 * grants of yours: `bucket.grantRead(role)`.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/LoginNodes-v3.html
 */
export class ParallelClusterLoginNodeRole extends Construct implements iam.IGrantable {
  /** The role. */
  public readonly role: iam.IRole;

  /** The instance profile with the role in it. */
  public readonly instanceProfile: iam.IInstanceProfile;

  /** The principal to grant further permissions to. */
  public readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, id: string, props: ParallelClusterLoginNodeRoleProps = {}) {
    super(scope, id);
    const read = OptionReader.of(this, '', props);
    const cluster = readCluster(read, props);
    if (isBefore(cluster.version, '3.7.0')) {
      fail(this, `'version' must be 3.7.0 or newer, got ${cluster.version}: older ones have no login nodes`);
    }
    const features = loginNodePolicy(ClusterArns.of(this, cluster.name), {
      pools: props.pools === undefined ? ['*'] : read.list('pools', props.pools, POOL, 'a login node is in a pool'),
      efs: readEfs(read, props.efs, cluster),
    });

    const { role, instanceProfile } = new PlatformRole(this, {
      ...props,
      ...commonOptions(this, props, nodePolicies(props, false)),
      trust: ec2Trust(),
      features: featuresOf(cluster.version, features),
      instanceProfile: props,
    });
    this.role = role;
    this.instanceProfile = instanceProfile!;
    this.grantPrincipal = role.grantPrincipal;
  }

  /**
   * Lets somebody create clusters with this role: `iam:PassRole` on it, to EC2 only.
   *
   * @param grantee who passes the role
   */
  public grantPass(grantee: iam.IGrantable): iam.Grant {
    return grantPassToEc2(this.role, grantee);
  }
}
