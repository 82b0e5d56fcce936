import { ResourceEnvironment } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { checkBoundary } from './boundary-check';
import { boundaryPolicy } from './boundary-policy';
import { arnsOfUsers, inRegions } from './conditions';
import { ParallelClusterPermissionsBoundaryProps } from './props';
import { readCommonAccess } from './read';
import { PolicyPlacement } from '../../common/policy-placement';
import { warn } from '../../private/options/errors';
import { iamName, PATH } from '../../private/options/names';
import { readStatements } from '../../private/roles/additional-statements';
import { readRegionalProps } from '../../private/roles/regional-props';
import { withOverrides } from '../../private/roles/statement-overrides';
import { assemble, policyDocument } from '../../private/statements/assembly';
import { featuresInRegions } from '../../private/statements/regions';
import { ofVersion } from '../../private/statements/versions';
import { resolvedPatterns } from '../../private/synthesis/resolved-patterns';
import { once, SizeCheck } from '../../private/synthesis/size-check';

/**
 * The upper limit of the roles that clusters and images create: a customer-managed policy to set as
 * `PermissionsBoundary` in configurations, and in `ParallelClusterIamAccess.withinBoundary()`.
 *
 * A boundary allows nothing by itself: a role can do what both its own policies and the boundary allow. This one allows
 * no change of roles, apart from deleting those of images. Anyone who can create roles within it can use them, so it is
 * also the limit of what users can do.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam-roles-in-parallelcluster-v3.html
 */
export class ParallelClusterPermissionsBoundary extends Construct implements iam.IManagedPolicyRef {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.ParallelClusterPermissionsBoundary';

  /** The policy. */
  public readonly policy: iam.ManagedPolicy;

  /** The ARN of the policy: the construct fits wherever the CDK and this library accept a managed policy. */
  public readonly managedPolicyRef: iam.ManagedPolicyReference;

  /** The account and region of the policy. */
  public readonly env: ResourceEnvironment;

  constructor(scope: Construct, id: string, props: ParallelClusterPermissionsBoundaryProps = {}) {
    super(scope, id);
    const read = readRegionalProps(this, props);
    const access = readCommonAccess(read);
    const managedPolicyName = read.value('managedPolicyName', iamName(128));
    const path = read.value('path', PATH);
    const additionalStatements = readStatements(read);
    const statements = ofVersion(access.version, boundaryPolicy(arnsOfUsers(this), access));
    const feature = { name: 'Boundary', statements: inRegions(this, statements) };
    // One document, like that of a role: a boundary can't be divided.
    const features = withOverrides(read, featuresInRegions(this, [feature]));
    const { drafts: [draft] } = assemble(this, PolicyPlacement.INLINE, features, additionalStatements);
    read.finish();
    this.policy = new iam.ManagedPolicy(this, 'Policy', { managedPolicyName, path, document: policyDocument(draft) });
    this.managedPolicyRef = this.policy.managedPolicyRef;
    this.env = this.policy.env;
    this.node.defaultChild = this.policy.node.defaultChild;
    checkSize(this, this.policy);
    checkBoundary(this, this.policy, this.managedPolicyRef.policyArn);
  }
}

function checkSize(scope: Construct, { document }: iam.ManagedPolicy): void {
  const warnOnce = once((id, message) => warn(scope, id, message));
  scope.node.addValidation({
    validate: () => {
      const sizes = new SizeCheck(scope, warnOnce);
      sizes.checkManagedPolicy(
        'Boundary', 'of the boundary', document, 'leave features out, or list fewer secrets, buckets and keys',
      );
      return [...sizes.errors, ...resolvedPatterns(scope)];
    },
  });
}
