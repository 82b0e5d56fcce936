import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { buildRole, RoleDefinition } from './role-builder';
import { readProfileProps } from './role-props';
import { PlatformEc2RoleProps } from '../../common/platform-ec2-role-props';
import { fail, format } from '../options/errors';
import { ReaderOf, readerOf } from '../options/reader';

export interface RoleConstructDefinition extends RoleDefinition {
  /** The services that `grantPass()` is for. */
  readonly passedTo: readonly string[];
}

/**
 * The base of all roles. jsii shows its members in each class.
 *
 * @internal
 */
export abstract class RoleConstruct extends Construct implements iam.IGrantable {
  /** The role. */
  public readonly role: iam.IRole;

  /** The principal to grant further permissions to. */
  public readonly grantPrincipal: iam.IPrincipal;

  private readonly passedTo: readonly string[];

  constructor(scope: Construct, id: string, define: (self: Construct) => RoleConstructDefinition) {
    super(scope, id);
    const definition = define(this);
    this.role = buildRole(this, definition);
    this.grantPrincipal = this.role.grantPrincipal;
    this.passedTo = definition.passedTo;
    readerOf(definition.read).finish();
  }

  /**
   * Allows the grantee to start the platform's work with this role: grants `iam:PassRole` on it, only for the services
   * that use the role.
   *
   * @param grantee the role, user or group that passes this role
   */
  public grantPass(grantee: iam.IGrantable): iam.Grant {
    if (typeof grantee !== 'object' || grantee === null || !('grantPrincipal' in grantee)) {
      fail(this, `grantPass() takes a role, user or group, got ${format(grantee)}`);
    }
    const [service, ...more] = this.passedTo;
    return iam.Grant.addToPrincipal({
      grantee,
      actions: ['iam:PassRole'],
      resourceArns: [this.role.roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': more.length === 0 ? service : [service, ...more] } },
    });
  }
}

export interface Ec2RoleDefinition extends RoleConstructDefinition {
  readonly read: ReaderOf<PlatformEc2RoleProps>;
}

type ProfileProps = ReturnType<typeof readProfileProps>;

/**
 * The base of all roles of EC2 instances.
 *
 * @internal
 */
export abstract class Ec2RoleConstruct extends RoleConstruct {
  /** The instance profile that contains the role. */
  public readonly instanceProfile: iam.IInstanceProfile;

  constructor(scope: Construct, id: string, define: (self: Construct) => Ec2RoleDefinition) {
    let profile: ProfileProps = {};
    let path: string | undefined;
    super(scope, id, self => {
      const definition = define(self);
      profile = readProfileProps(definition.read);
      const { path: ownPath, existingRole } = definition.read.options;
      path = ownPath ?? (existingRole ? undefined : definition.defaultPath);
      return definition;
    });
    this.instanceProfile = this.profileFor(profile, path);
  }

  private profileFor(
    { instanceProfileName, existingInstanceProfile }: ProfileProps, path: string | undefined,
  ): iam.IInstanceProfile {
    if (!existingInstanceProfile) {
      return new iam.InstanceProfile(this, 'InstanceProfile', {
        role: this.role,
        instanceProfileName: instanceProfileName ?? this.role.roleName,
        path,
      });
    }
    if (instanceProfileName !== undefined) {
      fail(
        this,
        '\'instanceProfileName\' cannot be combined with \'existingInstanceProfile\': an existing profile keeps its name, ' +
          `got '${instanceProfileName}'. Remove one of them`,
      );
    }
    if (iam.Role.isRole(this.role) && this.role.node.scope === this) {
      fail(this, "'existingInstanceProfile' requires 'existingRole', the role in it: a profile contains one role");
    }
    return existingInstanceProfile;
  }
}
