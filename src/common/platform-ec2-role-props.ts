import * as iam from 'aws-cdk-lib/aws-iam';
import { PlatformRoleProps } from './platform-role-props';

/** What every role of EC2 instances accepts. */
export interface PlatformEc2RoleProps extends PlatformRoleProps {
  /**
   * The name of the instance profile: 1 to 128 characters of letters, digits and `_+=,.@-`.
   *
   * @default - the name of the role
   */
  readonly instanceProfileName?: string;

  /**
   * The instance profile that `existingRole` already stands in: a profile holds one role. Needs `existingRole`.
   *
   * @default - a new instance profile
   */
  readonly existingInstanceProfile?: iam.IInstanceProfile;
}
