import { Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';
import { fail } from '../../private/options/errors';
import { unique } from '../../private/options/option-reader';
import { checked, having, Kind, nonEmptyList } from '../../private/options/validators';

/** @internal */
export interface _IamAccess {
  /** Whether roles may be made, and only with the boundary where there is one. */
  readonly makesRoles: boolean;
  readonly boundary?: string;
  /** Roles beside those of the path of clusters that may be passed. */
  readonly customRoles: readonly string[];
  /** Policies beside those of the page that may be attached. */
  readonly additionalPolicies: readonly string[];
}

const LEAVE_OUT = 'leave it out where there is none';
const POLICY = having<iam.IManagedPolicy>('managedPolicyArn', 'a managed policy, such as iam.ManagedPolicy');
const ROLE: Kind<iam.IRole> = {
  what: 'a role, such as iam.Role: restricted() passes roles and attaches no policies',
  is: (value): value is iam.IRole => having<iam.IRole>('roleArn', '').is(value),
};
const WILDCARD = /[*?]/;
const POLICY_ARN = /^arn:[^:]+:iam::[^:]*:policy\/.+/;
const ROLE_ARN = /^arn:[^:]+:iam::[^:]*:role\/.+/;

/**
 * What a user of `pcluster` may do with the roles that clusters and images work with.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam-roles-in-parallelcluster-v3.html#iam-roles-in-parallelcluster-v3-user-policy-manage-iam
 */
export class ParallelClusterIamAccess {
  /**
   * Clusters and images make their roles. Whoever may do that can give a role any right and use it: this is as good as
   * being an administrator of the account, and a warning says so.
   *
   * @param additionalPolicies managed policies that configurations attach to roles (`AdditionalIamPolicies`)
   */
  public static privileged(additionalPolicies?: iam.IManagedPolicy[]): ParallelClusterIamAccess {
    return new ParallelClusterIamAccess(scope => ({
      makesRoles: true,
      customRoles: [],
      additionalPolicies: policyArns(scope, additionalPolicies),
    }));
  }

  /**
   * Clusters and images work with roles that somebody else has made. Those under the path `/parallelcluster/` may be
   * passed anyway, to instances and functions of the user's own, so keep all other roles out of that path. Can't be had
   * with AWS Batch, some of whose roles no configuration takes.
   *
   * @param roles roles elsewhere, which may be passed, too
   */
  public static restricted(roles?: iam.IRole[]): ParallelClusterIamAccess {
    return new ParallelClusterIamAccess(scope => ({
      makesRoles: false,
      customRoles: roleArns(scope, roles),
      additionalPolicies: [],
    }));
  }

  /**
   * Clusters and images make their roles, each with the boundary: without it no role can be made, be given rights or
   * lose them. Configurations name it as `PermissionsBoundary`. Whoever makes roles can use them, so users reach all
   * that the boundary allows: it must not let them change roles or policies.
   *
   * @param boundary what the roles can do at most, such as the `policy` of a `ParallelClusterPermissionsBoundary`
   * @param additionalPolicies managed policies that configurations attach to roles (`AdditionalIamPolicies`)
   */
  public static withinBoundary(
    boundary: iam.IManagedPolicy, additionalPolicies?: iam.IManagedPolicy[],
  ): ParallelClusterIamAccess {
    return new ParallelClusterIamAccess(scope => ({
      makesRoles: true,
      boundary: policyArn(scope, 'iamAccess.boundary', boundary),
      customRoles: [],
      additionalPolicies: policyArns(scope, additionalPolicies),
    }));
  }

  private constructor(private readonly binder: (scope: IConstruct) => _IamAccess) {}

  /**
   * @internal
   */
  public _bind(scope: IConstruct): _IamAccess {
    return this.binder(scope);
  }
}

function policyArns(scope: IConstruct, policies: readonly iam.IManagedPolicy[] | undefined): readonly string[] {
  const property = 'iamAccess.additionalPolicies';
  return policies === undefined
    ? []
    : unique(nonEmptyList(scope, property, policies, POLICY, LEAVE_OUT).map((policy, index) =>
      policyArn(scope, `${property}[${index}]`, policy)));
}

function policyArn(scope: IConstruct, property: string, policy: iam.IManagedPolicy): string {
  const { managedPolicyArn: arn } = checked(scope, property, policy, POLICY);
  if (WILDCARD.test(arn)) {
    fail(scope, `'${property}' must be one managed policy, without wildcards, got '${arn}'`);
  }
  if (!Token.isUnresolved(arn) && !POLICY_ARN.test(arn)) {
    fail(
      scope,
      `'${property}' must be a managed policy, got '${arn}': ` +
        'pass one whose ARN is arn:PARTITION:iam::ACCOUNT:policy/NAME, or use ManagedPolicy.fromManagedPolicyName()',
    );
  }
  return arn;
}

function roleArns(scope: IConstruct, roles: readonly iam.IRole[] | undefined): readonly string[] {
  const property = 'iamAccess.roles';
  const reason = 'leave it out where all roles are under the path of clusters';
  return roles === undefined
    ? []
    : unique(nonEmptyList(scope, property, roles, ROLE, reason).map(({ roleArn: arn }, index) => {
      if (WILDCARD.test(arn) || !(Token.isUnresolved(arn) || ROLE_ARN.test(arn))) {
        fail(scope, `'${property}[${index}]' must be one role, without wildcards, got '${arn}'`);
      }
      return arn;
    }));
}
