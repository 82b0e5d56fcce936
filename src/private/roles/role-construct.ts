import { ResourceEnvironment, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct, Dependable } from 'constructs';
import { existingProfile } from './existing-profile';
import { checkGrantee } from './grantee';
import { buildRole, RoleDefinition } from './role-builder';
import { readProfileProps } from './role-props';
import { PlatformEc2RoleProps } from '../../common/platform-ec2-role-props';
import { ReaderOf, readerOf } from '../options/reader';
import { resourceOf, roleInApp, roleOf } from '../options/things/resources';

export interface RoleConstructDefinition extends RoleDefinition {
  /** The services that `grantPass()` is for. */
  readonly passedTo: readonly string[];
  /** Whether the platform looks up the role with the rights of its caller: `grantPass()` includes `iam:GetRole`. */
  readonly isLookedUp?: boolean;
}

/**
 * The base of all roles. jsii shows its members in each class.
 *
 * @internal
 */
export abstract class RoleConstruct extends Construct implements iam.IGrantable, iam.IRoleRef {
  /** The role. */
  public readonly role: iam.IRole;

  /** The account and region of the role. */
  public readonly env: ResourceEnvironment;

  /** The principal to grant further permissions to. */
  public readonly grantPrincipal: iam.IPrincipal;

  /** The role as an existing construct of the app, if there is one. */
  private readonly referenced: iam.IRoleRef;
  private readonly passedTo: readonly string[];
  private readonly isLookedUp: boolean;

  constructor(scope: Construct, id: string, define: (self: Construct) => RoleConstructDefinition) {
    super(scope, id);
    const definition = define(this);
    this.role = buildRole(this, definition);
    const { existingRole = this.role } = definition.read.options;
    this.referenced = roleInApp(existingRole);
    this.env = this.referenced.env;
    this.grantPrincipal = this.role.grantPrincipal;
    this.passedTo = definition.passedTo;
    this.isLookedUp = definition.isLookedUp ?? false;
    this.node.defaultChild = resourceOf(this.referenced);
    waitForLaterGrants(this, this.role);
    readerOf(definition.read).finish();
  }

  /** The name and the ARN of the role: the construct fits wherever the CDK and this library accept a role. */
  public get roleRef(): iam.RoleReference {
    // Not before it is read: the CDK creates tokens for the name and the ARN, and keeps them.
    return this.referenced.roleRef;
  }

  /**
   * Allows the grantee to start the platform's work with this role: grants `iam:PassRole` on it, only for the services
   * that use the role, and `iam:GetRole`, if the platform looks up the role first.
   *
   * @param grantee the role, user or group that passes this role
   */
  public grantPass(grantee: iam.IGrantable): iam.Grant {
    checkGrantee(this, 'grantPass()', grantee);
    const [service, ...more] = this.passedTo;
    const resourceArns = [this.roleRef.roleArn];
    const pass = iam.Grant.addToPrincipal({
      grantee,
      actions: ['iam:PassRole'],
      resourceArns,
      conditions: { StringEquals: { 'iam:PassedToService': more.length === 0 ? service : [service, ...more] } },
    });
    // The condition would always deny iam:GetRole, which needs a statement of its own.
    return this.isLookedUp ? pass.combine(iam.Grant.addToPrincipal({ grantee, actions: ['iam:GetRole'], resourceArns })) : pass;
  }
}

/**
 * A dependency on the construct includes the policies of later grants. Those to an imported role are below the import.
 * In another stack they can't be waited for without a dependency of the whole stack.
 */
function waitForLaterGrants(construct: RoleConstruct, role: iam.IRole): void {
  const roots = Stack.of(role) === Stack.of(construct) ? [construct, role] : [construct];
  Dependable.implement(construct, { dependencyRoots: roots });
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
export abstract class Ec2RoleConstruct extends RoleConstruct implements iam.IInstanceProfileRef {
  /** The instance profile that contains the role. */
  public readonly instanceProfile: iam.IInstanceProfile;

  /** The name and the ARN of the instance profile: the construct fits wherever the CDK accepts one. */
  public readonly instanceProfileRef: iam.InstanceProfileReference;

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
    const { existingInstanceProfile: existing, instanceProfileName: name } = profile;
    this.instanceProfile = existing
      ? existingProfile(this, existing, name)
      : new iam.InstanceProfile(this, 'InstanceProfile', {
        role: roleOf(this, roleInApp(this.role)), instanceProfileName: name ?? this.role.roleName, path,
      });
    this.instanceProfileRef = (existing ?? this.instanceProfile).instanceProfileRef;
  }
}
