import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { boundaryPolicy } from './boundary-policy';
import { inRegion } from './conditions';
import { ParallelClusterSecretsOptions, ParallelClusterStorageOptions } from './props';
import { commonAccess } from './read';
import { ParallelClusterResourcePrefix } from './resource-prefix';
import { PolicyPlacement } from '../../common/policy-placement';
import { Arns } from '../../private/options/arns';
import { warn } from '../../private/options/errors';
import { checkName, checkPath } from '../../private/options/names';
import { checkedList, having } from '../../private/options/validators';
import { assemble, policyDocument } from '../../private/statements/assembly';
import { ofVersion } from '../../private/statements/documented-statement';
import { once, SizeCheck } from '../../private/synthesis/size-check';
import { ParallelClusterVersion } from '../cluster/version';

const STATEMENT = having<iam.PolicyStatement>('toStatementJson', 'an iam.PolicyStatement');

/** Properties of `ParallelClusterPermissionsBoundary`. */
export interface ParallelClusterPermissionsBoundaryProps {
  /**
   * The name of the policy: 1 to 128 characters of letters, digits and `_+=,.@-`. Changing it replaces the policy.
   *
   * @default - CloudFormation makes one up
   */
  readonly managedPolicyName?: string;

  /**
   * The path of the policy: starts and ends with `/`, at most 512 characters. Changing it replaces the policy.
   *
   * @default '/'
   */
  readonly path?: string;

  /**
   * The version of ParallelCluster that the roles are for.
   *
   * @default ParallelClusterVersion.LATEST
   */
  readonly version?: ParallelClusterVersion;

  /**
   * Whether the roles of clusters with AWS Batch can work.
   *
   * @default false
   */
  readonly awsBatch?: boolean;

  /**
   * Whether images can be built, and cleaned up after.
   *
   * @default false
   */
  readonly imageBuild?: boolean;

  /**
   * The secrets that nodes read, by the same options as those of a user. Passwords in the Parameter Store need none:
   * the agent of Systems Manager reads parameters, so the boundary allows all.
   *
   * @default - roles can't read secrets
   */
  readonly secrets?: ParallelClusterSecretsOptions;

  /**
   * Buckets that nodes work with (`CustomS3Bucket`, `S3Access`), and keys of volumes and file systems.
   *
   * @default - the buckets that pcluster makes, and no keys
   */
  readonly storage?: ParallelClusterStorageOptions;

  /**
   * The only region that the roles work in.
   *
   * @default - all regions
   */
  readonly region?: string;

  /**
   * What the roles of clusters are called.
   *
   * @default - the path `/parallelcluster/`, and any name
   */
  readonly resourcePrefix?: ParallelClusterResourcePrefix;

  /**
   * What jobs may do beside, such as reading data. It stands in the same policy, since a role has one boundary.
   *
   * @default - nothing
   */
  readonly additionalStatements?: iam.PolicyStatement[];
}

/**
 * What the roles that clusters and images make for themselves can do at most: a customer-managed policy to name as
 * `PermissionsBoundary` in configurations, and in `ParallelClusterIamAccess.withinBoundary()`.
 *
 * A boundary allows nothing by itself: a role does what both its own policies and the boundary allow. This one allows
 * no change of roles, apart from the removal of those of images. Whoever makes roles within it can use them, so it
 * is also what users can reach.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam-roles-in-parallelcluster-v3.html
 */
export class ParallelClusterPermissionsBoundary extends Construct {
  /** The policy. */
  public readonly policy: iam.ManagedPolicy;

  constructor(scope: Construct, id: string, props: ParallelClusterPermissionsBoundaryProps = {}) {
    super(scope, id);
    const access = commonAccess(this, props);
    const { managedPolicyName, path, additionalStatements = [] } = props;
    checkName(this, 'managedPolicyName', managedPolicyName, 128);
    checkPath(this, 'path', path);
    checkedList(this, 'additionalStatements', additionalStatements, STATEMENT);
    const statements = ofVersion(access.version, boundaryPolicy(Arns.of(this, access.region ?? '*'), access));
    const feature = { name: 'Boundary', statements: inRegion(access.region, statements) };
    // One document, as a role would have it: a boundary can't be divided.
    const { drafts: [draft] } = assemble(this, PolicyPlacement.INLINE, [feature], additionalStatements);
    this.policy = new iam.ManagedPolicy(this, 'Policy', { managedPolicyName, path, document: policyDocument(draft) });
    checkSize(this, this.policy);
  }
}

function checkSize(scope: Construct, { document }: iam.ManagedPolicy): void {
  const warnOnce = once((id, message) => warn(scope, id, message));
  scope.node.addValidation({
    validate: () => {
      const sizes = new SizeCheck(scope, warnOnce);
      sizes.checkManagedPolicy(
        'Boundary', 'of the boundary', document, 'leave features out, or name fewer secrets, buckets and keys',
      );
      return sizes.errors;
    },
  });
}
