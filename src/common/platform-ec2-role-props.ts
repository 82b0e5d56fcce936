import * as iam from 'aws-cdk-lib/aws-iam';
import { PlatformRoleProps } from './platform-role-props';

/** Properties of every role of EC2 instances. */
export interface PlatformEc2RoleProps extends PlatformRoleProps {
  /**
   * The name of the instance profile: 1 to 128 characters of letters, digits and `_+=,.@-`.
   *
   * @default - the name of the role
   */
  readonly instanceProfileName?: string;

  /**
   * The instance profile that contains `existingRole`: a profile contains one role. Without `existingRole`, a
   * `CfnInstanceProfile` of the app with the roles `[]`, to which the new role is added: a hand-written profile is
   * not replaced.
   *
   * @default - a new instance profile
   */
  readonly existingInstanceProfile?: iam.IInstanceProfileRef;
}
