import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { fail } from '../options/errors';
import { newRoleL2Of, resourceOf } from '../options/things/resources';
import { referencedElements } from '../synthesis/references';

/** The construct whose role an existing instance profile contains. */
interface RoleOwner extends Construct, iam.IRoleRef {
  readonly role: iam.IRole;
}

/** The L2 of an existing instance profile, which must contain the role of the construct. */
export function existingProfile(
  construct: RoleOwner, profile: iam.IInstanceProfileRef, name: string | undefined,
): iam.IInstanceProfile {
  if (name !== undefined) {
    fail(
      construct,
      "'instanceProfileName' cannot be combined with 'existingInstanceProfile': an existing profile keeps its name, " +
        `got '${name}'. Remove one of them`,
    );
  }
  if (newRoleL2Of(construct)?.node.scope === construct) {
    takeUp(construct, profile, resourceOf(construct) as iam.CfnRole | undefined);
  }
  return 'instanceProfileArn' in profile ? profile as iam.IInstanceProfile
    : iam.InstanceProfile.fromInstanceProfileName(
      construct, 'ExistingInstanceProfile', profile.instanceProfileRef.instanceProfileName);
}

/** Puts a new role into a profile of the app that has none. Whether another one contains it is known at synthesis. */
function takeUp(construct: RoleOwner, profile: iam.IInstanceProfileRef, role: iam.CfnRole | undefined): void {
  const resource = resourceOf(profile) as iam.CfnInstanceProfile | undefined;
  if (!resource) {
    fail(
      construct,
      `'existingInstanceProfile' (${profile.node.path}) requires 'existingRole', the role in it: a profile contains one ` +
        'role. Only a profile of this app can take up the new role',
    );
  }
  if (Array.isArray(resource.roles) && resource.roles.length === 0) {
    resource.roles = [construct.roleRef.roleName];
  }
  // Role.customizeRoles() keeps the role out of the template.
  construct.node.addValidation({
    validate: () => role === undefined || contains(resource, role) ? [] : [
      `'existingInstanceProfile' (${profile.node.path}) contains another role than that of this construct: set its roles ` +
        "to [], or pass the role in it as 'existingRole'",
    ],
  });
}

function contains(profile: iam.CfnInstanceProfile, role: iam.CfnRole): boolean {
  const [name] = (profile.stack.resolve(profile.roles) as readonly unknown[] | undefined) ?? [];
  return referencedElements(profile, profile.roles).has(role) || (typeof name === 'string' && name === role.roleName);
}
