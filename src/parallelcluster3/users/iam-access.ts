import * as iam from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';
import { OptionReader } from '../../private/options/reader';
import { BoundThing, validatorOf } from '../../private/options/things/thing';
import { MANAGED_POLICY, PASSABLE_ROLE } from '../../private/options/things/things';
import { Validator } from '../../private/options/validators';

/** Clusters create any roles. */
export interface PrivilegedAccess {
  readonly mode: 'privileged';
  /** Policies that may be attached in addition to those of the page. */
  readonly additionalPolicies: readonly string[];
}

/** Clusters create roles with a boundary. */
export interface BoundedAccess extends Omit<PrivilegedAccess, 'mode'> {
  readonly mode: 'bounded';
  readonly boundary: BoundThing<iam.IManagedPolicyRef>;
}

/** Clusters create no roles. */
export interface RestrictedAccess {
  readonly mode: 'restricted';
  /** Roles that may be passed in addition to those under the path of clusters. */
  readonly customRoles: readonly string[];
}

/**
 * Errors name the arguments of the factories `iamAccess.roles`, `iamAccess.boundary`, `iamAccess.additionalPolicies`.
 */
export type IamAccess = PrivilegedAccess | BoundedAccess | RestrictedAccess;

const ROLE: Validator<iam.IRoleRef> = {
  ...validatorOf(PASSABLE_ROLE),
  what: 'a role (restricted() passes roles and attaches no policies)',
};

/**
 * The permissions of a `pcluster` user on the roles of clusters and images.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam-roles-in-parallelcluster-v3.html#iam-roles-in-parallelcluster-v3-user-policy-manage-iam
 */
export class ParallelClusterIamAccess {
  /**
   * Clusters and images create their roles. Anyone who can create roles can give one any permission and use it: this is
   * equivalent to an administrator of the account, and causes a warning.
   *
   * @param additionalPolicies managed policies that configurations attach to roles (`AdditionalIamPolicies`)
   */
  public static privileged(additionalPolicies?: iam.IManagedPolicyRef[]): ParallelClusterIamAccess {
    return new ParallelClusterIamAccess(scope =>
      OptionReader.of(scope, { iamAccess: { additionalPolicies } }).requiredStruct('iamAccess', read => ({
        mode: 'privileged', additionalPolicies: read.arns('additionalPolicies', MANAGED_POLICY),
      })));
  }

  /**
   * Clusters and images use existing roles. Users may always pass those under the path `/parallelcluster/` to their own
   * instances and functions, so keep all other roles out of that path. Not available with AWS Batch, because some of
   * its roles cannot be supplied by configuration.
   *
   * @param roles roles under other paths that users may also pass: of this account
   */
  public static restricted(roles?: iam.IRoleRef[]): ParallelClusterIamAccess {
    return new ParallelClusterIamAccess(scope =>
      OptionReader.of(scope, { iamAccess: { roles } }).requiredStruct('iamAccess', read => {
        read.list('roles', ROLE);
        return { mode: 'restricted', customRoles: read.arns('roles', PASSABLE_ROLE) };
      }));
  }

  /**
   * Clusters and images create their roles, each with the boundary: roles without it can't be created, changed or
   * deleted. Configurations name it as `PermissionsBoundary`. Anyone who can create roles can use them, so users can do
   * everything that the boundary allows. A policy of AWS or of the app that lets roles change, pass or assume every
   * role causes a warning; the contents of other imported policies are not known.
   *
   * @param boundary the upper limit of the roles, such as a `ParallelClusterPermissionsBoundary`
   * @param additionalPolicies managed policies that configurations attach to roles (`AdditionalIamPolicies`)
   */
  public static withinBoundary(
    boundary: iam.IManagedPolicyRef, additionalPolicies?: iam.IManagedPolicyRef[],
  ): ParallelClusterIamAccess {
    return new ParallelClusterIamAccess(scope =>
      OptionReader.of(scope, { iamAccess: { boundary, additionalPolicies } }).requiredStruct('iamAccess', read => ({
        mode: 'bounded',
        boundary: read.requiredThing('boundary', MANAGED_POLICY),
        additionalPolicies: read.arns('additionalPolicies', MANAGED_POLICY),
      })));
  }

  private constructor(private readonly binder: (scope: IConstruct) => IamAccess) {}

  /**
   * @internal
   */
  public _bind(scope: IConstruct): IamAccess {
    return this.binder(scope);
  }
}
