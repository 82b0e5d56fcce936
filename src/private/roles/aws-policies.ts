import * as iam from 'aws-cdk-lib/aws-iam';
import { PlatformRoleProps } from '../../common/platform-role-props';
import { Flag, OptionReader, ReaderOf, readerOf } from '../options/reader';
import { newRoleL2Of, roleInApp } from '../options/things/resources';
import { ASSUMABLE_ROLE } from '../options/things/things';

/** An option that attaches managed policies of AWS. */
export interface AwsPolicySwitch<O extends object> {
  readonly option: Flag<O>;
  readonly byDefault: boolean;
  /** Policy names with their paths. */
  readonly policies: readonly string[];
}

/**
 * The managed policies of AWS that options attach to a role. The CDK can't attach any to an imported role: that is a
 * warning for a default, and an error for an option that the user has set.
 */
export function readAwsPolicies<O extends PlatformRoleProps>(
  read: OptionReader<O>, switches: readonly AwsPolicySwitch<O>[],
): readonly iam.IManagedPolicy[] {
  const wanted = switches.filter(({ option, byDefault }) => read.flag(option, byDefault));
  const { existingRole } = readRole(read);
  if (!isImported(existingRole)) {
    return wanted.flatMap(({ policies }) => policies).map(name => iam.ManagedPolicy.fromAwsManagedPolicyName(name));
  }
  for (const { option, policies } of wanted) {
    const names = policies.map(name => name.replace(/.*\//, '')).join(', ');
    if (read.has(option)) {
      read.fail(
        `'${option}' cannot be combined with the imported role '${existingRole.node.path}': the CDK can't attach ${names} ` +
          `to an imported role. Attach it where the role is created, and leave '${option}' out`,
      );
    }
    read.warn(
      `awsPolicies:${option}`,
      `the imported role '${existingRole.node.path}' is not given ${names}, because the CDK can't attach managed policies ` +
        `to an imported role: attach it where the role is created, or set '${option}' to false`,
    );
  }
  return [];
}

function readRole(reader: ReaderOf<PlatformRoleProps>): { readonly existingRole?: iam.IRoleRef } {
  return { existingRole: readerOf(reader).thing('existingRole', ASSUMABLE_ROLE)?.object };
}

/** Whether the role is imported from outside of the app, or an L1: the CDK can't attach managed policies to those. */
export function isImported(role: iam.IRoleRef | undefined): role is iam.IRoleRef {
  return role !== undefined && newRoleL2Of(roleInApp(role)) === undefined;
}
