import { Conditions } from '../documented-statement';

// EC2 Auto Scaling passes a role with its own permissions: it checks those of the user only when a group is created or
// changed. A group that follows the newest version of a launch template would launch instances with any role that
// somebody writes into a later version.

const VERSION = 'autoscaling:LaunchTemplateVersionSpecified';

/** Requests that name a launch template and the number of its version. */
export const LAUNCHES_A_VERSION: Conditions = { Bool: { [VERSION]: 'true' } };

/** Requests that leave the launch template as it is: they change the size of a group. */
export const KEEPS_LAUNCH_TEMPLATE: Conditions = {
  Null: { [VERSION]: 'true', 'autoscaling:LaunchConfigurationName': 'true' },
};
