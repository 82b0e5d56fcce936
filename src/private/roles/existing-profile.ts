import { CfnResource } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { fail } from '../options/errors';
import { newRoleL2Of, resourceOf } from '../options/resources';
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
    checkContains(construct, profile, resourceOf(construct)!);
  }
  return 'instanceProfileArn' in profile ? profile as iam.IInstanceProfile
    : iam.InstanceProfile.fromInstanceProfileName(
      construct, 'ExistingInstanceProfile', profile.instanceProfileRef.instanceProfileName);
}

/** A new role must be put into the profile where that is created. Whether it was is known at synthesis. */
function checkContains(construct: RoleOwner, profile: iam.IInstanceProfileRef, role: CfnResource): void {
  const resource = resourceOf(profile) as iam.CfnInstanceProfile | undefined;
  if (!resource) {
    fail(
      construct,
      `'existingInstanceProfile' (${profile.node.path}) requires 'existingRole', the role in it: a profile contains one ` +
        'role. Only a profile of this app can take up the new role',
    );
  }
  construct.node.addValidation({
    validate: () => referencedElements(resource, resource.roles).has(role) ? [] : [
      `'existingInstanceProfile' (${profile.node.path}) does not contain the role of this construct: set its roles to ` +
        "[construct.roleRef.roleName], or pass the role in it as 'existingRole'",
    ],
  });
}
