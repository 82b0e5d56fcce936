import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { STACKS_OF_CLUSTERS } from './cluster-policy';
import { userFeatures } from './features';
import { ParallelClusterIamAccess } from './iam-access';
import {
  ParallelClusterSecretsOptions, ParallelClusterStorageOptions, ParallelClusterUserEfs, ParallelClusterUserFsxForLustre,
  ParallelClusterUserLogRetrieval,
} from './props';
import { UserAccess, userAccess } from './read';
import { ParallelClusterResourcePrefix } from './resource-prefix';
import { PlatformPolicyProps } from '../../common/platform-policy-props';
import { Arns } from '../../private/options/arns';
import { warn } from '../../private/options/errors';
import { PlatformPolicy } from '../../private/roles/policy-builder';
import { isBefore } from '../../private/statements/documented-statement';
import { ParallelClusterVersion } from '../cluster/version';

/** Properties of `ParallelClusterUserPolicy`. Each feature that is present gets a managed policy of its own. */
export interface ParallelClusterUserPolicyProps extends PlatformPolicyProps {
  /**
   * The version of ParallelCluster that the users have. Before 3.6 they may do anything with every stack, as an
   * administrator can; a warning says so. From 3.6 on they delete clusters that 3.2 or newer made: older ones lack the
   * tag of clusters.
   *
   * @default ParallelClusterVersion.LATEST
   */
  readonly version?: ParallelClusterVersion;

  /**
   * What the users may do with the roles that clusters and images work with.
   *
   * @default ParallelClusterIamAccess.restricted(): they pass roles under `/parallelcluster/`, and make none
   */
  readonly iamAccess?: ParallelClusterIamAccess;

  /**
   * Clusters whose jobs AWS Batch runs. They make roles, so this needs `iamAccess` to allow that. As the page has
   * it, it grants `ecr:*` on all repositories, their policies among it.
   *
   * @default false
   */
  readonly awsBatch?: boolean;

  /**
   * File systems of Amazon FSx.
   *
   * @default - clusters neither make nor mount file systems of Amazon FSx
   */
  readonly fsxForLustre?: ParallelClusterUserFsxForLustre;

  /**
   * Building, describing and deleting images. From version 3.14 on `pcluster build-image` makes a role for its cleanup
   * that has no permissions boundary. Only `ParallelClusterIamAccess.privileged()` allows that: otherwise configure a
   * ready-made `CleanupLambdaRole`, such as a `ParallelClusterImageCleanupRole`.
   *
   * @default false
   */
  readonly imageBuild?: boolean;

  /**
   * Clusters with login nodes. Since version 3.7.0.
   *
   * @default false
   */
  readonly loginNodes?: boolean;

  /**
   * Listing, reading and exporting the logs of clusters and images.
   *
   * @default - the users can't read logs
   */
  readonly logRetrieval?: ParallelClusterUserLogRetrieval;

  /**
   * The secrets that configurations of clusters name.
   *
   * @default - no rights on secrets
   */
  readonly secrets?: ParallelClusterSecretsOptions;

  /**
   * Buckets and keys of your own.
   *
   * @default - the buckets that pcluster makes, and no rights on keys
   */
  readonly storage?: ParallelClusterStorageOptions;

  /**
   * The only file systems of Amazon EFS that clusters mount.
   *
   * @default - clusters make file systems of Amazon EFS, and mount any of the account
   */
  readonly efs?: ParallelClusterUserEfs;

  /**
   * The only region that the users work in: it stands in the ARNs, and as a condition (`aws:RequestedRegion`) where
   * an action has to be granted on all resources.
   *
   * @default - all regions
   */
  readonly region?: string;

  /**
   * What the roles and instance profiles of clusters are called. Since version 3.4.0.
   *
   * @default - the path `/parallelcluster/`, and any name
   */
  readonly resourcePrefix?: ParallelClusterResourcePrefix;
}

/**
 * What somebody needs who works with the `pcluster` command line, its API or its library: customer-managed policies to
 * attach to users, groups and roles.
 *
 * It grants what creates, updates and deletes clusters with Slurm, in the policies `Cluster`, `ClusterServices` and
 * `ClusterIam`, and a policy for each feature that is present.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam-roles-in-parallelcluster-v3.html
 */
export class ParallelClusterUserPolicy extends Construct {
  /** The policies, in the order of the features. */
  public readonly managedPolicies: iam.ManagedPolicy[];

  private readonly policy: PlatformPolicy;

  constructor(scope: Construct, id: string, props: ParallelClusterUserPolicyProps = {}) {
    super(scope, id);
    const access = userAccess(this, props);
    this.policy = new PlatformPolicy(this, {
      ...props,
      features: userFeatures(Arns.of(this, access.region ?? '*'), access),
      wayOut: 'name fewer secrets, keys, buckets, file systems and roles, or make a ParallelClusterUserPolicy for each team',
    });
    this.managedPolicies = this.policy.managedPolicies;
    warnOfPrivileges(this, access);
    warnOfStacks(this, access);
  }

  /**
   * Attaches the policies to a user.
   *
   * @param user a user of this account, of the app or imported
   */
  public attachToUser(user: iam.IUser): void {
    this.policy.attachToUser(user);
  }

  /**
   * Attaches the policies to a group.
   *
   * @param group a group of this account, of the app or imported
   */
  public attachToGroup(group: iam.IGroup): void {
    this.policy.attachToGroup(group);
  }

  /**
   * Attaches the policies to a role.
   *
   * @param role a role of this account, of the app or imported
   */
  public attachToRole(role: iam.IRole): void {
    this.policy.attachToRole(role);
  }
}

/** Boundaries that leave the rights to give oneself more. */
const NO_BOUNDARY = /:iam::aws:policy\/(?:AdministratorAccess|IAMFullAccess)$/;

function warnOfPrivileges(scope: Construct, { iam: { makesRoles, boundary } }: UserAccess): void {
  if (makesRoles && (boundary === undefined || NO_BOUNDARY.test(boundary))) {
    warn(
      scope,
      'privilegedIamAccess',
      "'iamAccess' is privileged: whoever has these policies can make a role with any rights and use it, as an " +
        'administrator can. ParallelClusterIamAccess.withinBoundary() limits such roles by a policy, such as ' +
        'ParallelClusterPermissionsBoundary; restricted() lets nobody make roles',
    );
  }
}

/** Stacks of others have service roles, those of the CDK one of an administrator. */
function warnOfStacks(scope: Construct, { version }: UserAccess): void {
  if (isBefore(version, STACKS_OF_CLUSTERS)) {
    warn(
      scope,
      'unrestrictedStacks',
      `with 'version' ${version} users may update every stack, with the rights of its service role, as an ` +
        `administrator can: from ${STACKS_OF_CLUSTERS} on they update stacks of clusters only`,
    );
  }
}
