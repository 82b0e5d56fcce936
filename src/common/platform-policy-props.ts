import * as iam from 'aws-cdk-lib/aws-iam';

/** What every set of customer-managed policies of the library accepts. */
export interface PlatformPolicyProps {
  /**
   * What the names of the managed policies start with; the name of each part follows. At most 100 characters of
   * letters, digits and `_+=,.@-`. Changing it replaces the policies.
   *
   * @default - CloudFormation makes the names up
   */
  readonly managedPolicyNamePrefix?: string;

  /**
   * The path of the managed policies: starts and ends with `/`, at most 512 characters. Changing it replaces them.
   *
   * @default '/'
   */
  readonly path?: string;

  /**
   * Users to attach the policies to.
   *
   * @default - none
   */
  readonly users?: iam.IUser[];

  /**
   * Groups to attach the policies to.
   *
   * @default - none
   */
  readonly groups?: iam.IGroup[];

  /**
   * Roles to attach the policies to.
   *
   * @default - none
   */
  readonly roles?: iam.IRole[];

  /**
   * Statements beside the documented ones, in a managed policy of their own.
   *
   * @default - none
   */
  readonly additionalStatements?: iam.PolicyStatement[];
}
