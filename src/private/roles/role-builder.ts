import { Lazy, Names, PhysicalName, Tags } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { attachToExistingRole, checkExistingRole } from './existing-role';
import { validateInstanceProfileName, validateRoleProps } from './role-validation';
import { PlatformRoleProps } from '../../common/platform-role-props';
import { PolicyPlacement } from '../../common/policy-placement';
import { Arns } from '../options/arns';
import { fail } from '../options/errors';
import { assemble, Assembly, policyDocument, PolicyDraft } from '../statements/assembly';
import { PolicyFeature } from '../statements/documented-statement';
import { checkAtSynthesis } from '../synthesis/role-checks';

export interface InstanceProfileOptions {
  /** Defaults to the name of the role. */
  readonly instanceProfileName?: string;
  /** The profile that the existing role already stands in. */
  readonly existingInstanceProfile?: iam.IInstanceProfile;
}

export interface PlatformRoleOptions extends PlatformRoleProps {
  /** The service that assumes the role. */
  readonly trust: iam.ServicePrincipal;
  /** Options of the platform that change the trust policy, with the user's values. */
  readonly trustOptions?: readonly [option: string, value: unknown][];
  /** In a fixed order. */
  readonly features: readonly PolicyFeature[];
  /** For roles of EC2 instances. */
  readonly instanceProfile?: InstanceProfileOptions;
}

/** The role, its policies and its instance profile: made here for every platform. */
export class PlatformRole {
  public readonly role: iam.IRole;
  public readonly instanceProfile?: iam.IInstanceProfile;

  constructor(
    private readonly scope: Construct,
    private readonly options: PlatformRoleOptions,
  ) {
    validateRoleProps(scope, options);
    this.role = options.existingRole ? this.extendRole(options.existingRole) : this.makeRole();
    if (options.tags) {
      Object.entries(options.tags).forEach(([key, value]) => Tags.of(scope).add(key, value));
    }
    if (options.instanceProfile) {
      this.instanceProfile = this.makeInstanceProfile(options.instanceProfile);
    }
  }

  private makeRole(): iam.IRole {
    const { options, scope } = this;
    const placement = options.policyPlacement ?? PolicyPlacement.INLINE;
    const isNamed = options.roleName !== undefined && options.roleName !== PhysicalName.GENERATE_IF_NEEDED;
    const ownArn = isNamed ? Lazy.string({ produce: () => this.ownArn }) : undefined;
    const { drafts, beside: apart } = this.assemble(placement, ownArn);
    const held = placement === PolicyPlacement.INLINE ? drafts : [];
    const listed = new Map(
      (placement === PolicyPlacement.MANAGED ? drafts : []).map(draft => [draft.name, this.makeManagedPolicy(draft)]),
    );
    const beside = [...(placement === PolicyPlacement.SEPARATE ? drafts : []), ...apart];

    const role = new iam.Role(scope, 'Role', {
      assumedBy: trustOf(options),
      roleName: options.roleName,
      path: options.path,
      description: options.description,
      maxSessionDuration: options.maxSessionDuration,
      permissionsBoundary: options.permissionsBoundary,
      inlinePolicies: Object.fromEntries(held.map(draft => [draft.name, policyDocument(draft)])),
      managedPolicies: [...listed.values(), ...(options.additionalManagedPolicies ?? [])],
    });
    beside.forEach(draft => role.attachInlinePolicy(this.makePolicy(role, draft)));
    const { service } = options.trust;
    checkAtSynthesis(scope, { role, inline: [...held, ...beside], listed, service, isNew: true });
    return role;
  }

  /** A role can't refer to itself: its ARN is written out, with the name and path that it has at synthesis. */
  private get ownArn(): string {
    const resource = this.role.node.defaultChild as iam.CfnRole | undefined;
    if (!resource) {
      return this.role.roleArn; // Role.customizeRoles() names another one.
    }
    const { roleName, path } = resource;
    return Arns.of(this.scope).role(
      path,
      roleName ??
        fail(
          this.scope,
          "'roleName' was removed from the role after it was made, and its permissions name it: leave it out",
        ),
    );
  }

  private extendRole(role: iam.IRole): iam.IRole {
    checkExistingRole(this.scope, this.options, this.options.trustOptions ?? []);
    const { drafts } = this.assemble(PolicyPlacement.SEPARATE, role.roleArn);
    // The role may be imported elsewhere, too: without stack and region, the name would be that of the policies there.
    const policyName = `${Names.uniqueResourceName(this.scope, { maxLength: 100 })}-${Arns.of(this.scope).region}`;
    drafts.forEach(draft => attachToExistingRole(this.scope, role, this.makePolicy(role, draft, policyName)));
    this.options.additionalManagedPolicies?.forEach(policy => role.addManagedPolicy(policy));
    const { service } = this.options.trust;
    checkAtSynthesis(this.scope, { role, inline: drafts, listed: new Map(), service, isNew: false });
    return role;
  }

  private assemble(placement: PolicyPlacement, ownArn: string | undefined): Assembly {
    return assemble(this.scope, placement, this.options.features, this.options.additionalStatements ?? [], ownArn);
  }

  private makeManagedPolicy(draft: PolicyDraft): iam.ManagedPolicy {
    return new iam.ManagedPolicy(this.scope, `${draft.name}Policy`, { document: policyDocument(draft) });
  }

  private makePolicy(role: iam.IRole, draft: PolicyDraft, policyName?: string): iam.Policy {
    return new iam.Policy(this.scope, draft.name, { policyName, document: policyDocument(draft, role.roleArn) });
  }

  private makeInstanceProfile({
    instanceProfileName,
    existingInstanceProfile,
  }: InstanceProfileOptions): iam.IInstanceProfile {
    validateInstanceProfileName(this.scope, instanceProfileName);
    if (!existingInstanceProfile) {
      return new iam.InstanceProfile(this.scope, 'InstanceProfile', {
        role: this.role,
        instanceProfileName: instanceProfileName ?? this.role.roleName,
        path: this.options.path,
      });
    }
    if (instanceProfileName !== undefined) {
      fail(
        this.scope,
        `'instanceProfileName' can't be set together with 'existingInstanceProfile': the name of the profile is fixed, got '${instanceProfileName}'`,
      );
    }
    if (!this.options.existingRole) {
      fail(
        this.scope,
        "'existingInstanceProfile' needs 'existingRole', the role that stands in it: a profile holds one role",
      );
    }
    return existingInstanceProfile;
  }
}

function trustOf({ trust, additionalPrincipals = [] }: PlatformRoleOptions): iam.IPrincipal {
  return additionalPrincipals.length === 0 ? trust : new iam.CompositePrincipal(trust, ...additionalPrincipals);
}
