import { Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { PolicyPlacement } from './policy-placement';

/** What every role of the library accepts. */
export interface PlatformRoleProps {
  /**
   * The name of the role: 1 to 64 characters of letters, digits and `_+=,.@-`.
   *
   * @default - CloudFormation makes one up
   */
  readonly roleName?: string;

  /**
   * The path of the role: starts and ends with `/`, at most 512 characters.
   *
   * @default '/'
   */
  readonly path?: string;

  /**
   * What the role is for: at most 1,000 characters of Latin-1.
   *
   * @default - no description
   */
  readonly description?: string;

  /**
   * How long a session of the role may last: 1 to 12 hours.
   *
   * @default Duration.hours(1)
   */
  readonly maxSessionDuration?: Duration;

  /**
   * The permissions boundary of the role. The role can do only what the boundary allows too.
   *
   * @default - none of its own; a boundary that the app, the stack or `PermissionsBoundary.of()` sets applies
   */
  readonly permissionsBoundary?: iam.IManagedPolicy;

  /**
   * Tags of the role. At most 50: keys of 1 to 128 characters, which must not start with `aws:`, and values of at most
   * 256, all of letters, digits, spaces and `_.:/=+-@`.
   *
   * @default - only the tags that the stack and the app set
   */
  readonly tags?: { [key: string]: string };

  /**
   * Managed policies that the role has beside its documented permissions.
   *
   * @default - none
   */
  readonly additionalManagedPolicies?: iam.IManagedPolicy[];

  /**
   * Statements that the role has beside its documented permissions, for what your own code does. They stand in the same
   * policy (under `PolicyPlacement.MANAGED` in one of their own), so a Sid must not repeat one of the library's.
   *
   * @default - none
   */
  readonly additionalStatements?: iam.PolicyStatement[];

  /**
   * Principals that may assume the role beside the service that it is for.
   *
   * @default - none
   */
  readonly additionalPrincipals?: iam.IPrincipal[];

  /**
   * Where the documented permissions stand.
   *
   * @default PolicyPlacement.INLINE; PolicyPlacement.SEPARATE for an existing role
   */
  readonly policyPlacement?: PolicyPlacement;

  /**
   * A role to give the permissions to, instead of making one. Its trust policy, name, path, boundary and tags stay as
   * they are: options that only a new role can honour are errors. So is a role that the library can't attach a policy
   * to, one of another account or one that was imported as immutable.
   *
   * @default - a new role
   */
  readonly existingRole?: iam.IRole;
}
