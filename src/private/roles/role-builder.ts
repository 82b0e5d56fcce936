import { Lazy, Names, PhysicalName, Stack, Tags } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { attachToExistingRole, checkExistingRole } from './existing-role';
import { readRoleProps } from './role-props';
import { withOverrides } from './statement-overrides';
import { PlatformRoleProps } from '../../common/platform-role-props';
import { PolicyPlacement } from '../../common/policy-placement';
import { Arns } from '../options/arns';
import { fail } from '../options/errors';
import { ReaderOf, readerOf } from '../options/reader';
import { managedPolicyOf, roleInApp, roleL2Of, roleOf } from '../options/things/resources';
import { assemble, policyDocument, PolicyDraft } from '../statements/assembly';
import { PolicyFeature } from '../statements/documented-statement';
import { featuresInRegions } from '../statements/regions';
import { checkAtSynthesis } from '../synthesis/role-checks';

/** The definition of a platform's role. */
export interface RoleDefinition {
  /** The properties of the construct: those that all roles have are read here. */
  readonly read: ReaderOf<PlatformRoleProps>;
  /** The service that assumes the role, with its conditions: existing roles must trust the service, too. */
  readonly trust: iam.PrincipalBase & { readonly service: string };
  /** Whether the service tags its sessions: it must be allowed `sts:TagSession`, too. */
  readonly sessionTags?: boolean;
  /** Set if pods may assume the role by the OpenID Connect provider of their cluster, and not only by the service. */
  readonly clusterProvider?: ClusterProvider;
  /** Options that change the trust policy, as far as the user has set them. */
  readonly trustOptions?: readonly string[];
  /** In a fixed order. */
  readonly features: readonly PolicyFeature[];
  /** AWS managed policies, attached after those of the user. */
  readonly awsPolicies?: readonly iam.IManagedPolicy[];
  /** The default path of a new role. */
  readonly defaultPath?: string;
}

/** How pods assume a role by the OpenID Connect provider of their cluster. */
export interface ClusterProvider {
  /** Their principal in the trust policy of a new role. An existing role may trust any provider. */
  readonly principal?: iam.PrincipalBase;
  /** Whether a new role trusts the service, too. */
  readonly besidesService: boolean;
}

/** Creates the role of a construct with its policies, or extends the existing one. */
export function buildRole(scope: Construct, definition: RoleDefinition): iam.IRole {
  const { trustOptions = [], defaultPath } = definition;
  const read = readerOf(definition.read);
  const props = readRoleProps(read);
  const { existingRole, tags = {}, path = defaultPath } = props;
  if (existingRole) {
    checkExistingRole(scope, existingRole, props, option => read.has(option), trustOptions);
  }
  const builder = new RoleBuilder(scope, definition, { ...props, path });
  if (existingRole) {
    builder.extend(roleInApp(existingRole));
  }
  // An import stays: later grants are where it is.
  const role = existingRole ? roleOf(scope, existingRole) : builder.create();
  Object.entries(tags).forEach(([key, value]) => Tags.of(scope).add(key, value));
  return role;
}

/** The documents of a role by where they are placed. */
interface PlacedDrafts {
  readonly inline: readonly PolicyDraft[];
  readonly managed: readonly PolicyDraft[];
  readonly separate: readonly PolicyDraft[];
}

const ONLY_SERVICE: ClusterProvider = { besidesService: true };

class RoleBuilder {
  constructor(
    private readonly scope: Construct,
    private readonly definition: RoleDefinition,
    private readonly props: PlatformRoleProps,
  ) {}

  public create(): iam.IRole {
    const { scope, props, definition } = this;
    const ownArn = isNamed(props) ? Lazy.string({ produce: () => ownArnOf(role) }) : undefined;
    const { inline, managed, separate } = this.place(props.policyPlacement ?? PolicyPlacement.INLINE, ownArn);
    const managedByFeature = new Map(managed.map(draft => [draft.name, this.createManagedPolicy(draft)]));

    const role: iam.Role = new iam.Role(scope, 'Role', {
      assumedBy: this.trust,
      roleName: props.roleName,
      path: props.path,
      description: props.description,
      maxSessionDuration: props.maxSessionDuration,
      permissionsBoundary: props.permissionsBoundary && managedPolicyOf(scope, props.permissionsBoundary),
      inlinePolicies: Object.fromEntries(inline.map(draft => [draft.name, policyDocument(draft)])),
      managedPolicies: [...managedByFeature.values(), ...this.attachedPolicies],
    });
    separate.forEach(draft => role.attachInlinePolicy(this.createPolicy(role, draft)));
    checkAtSynthesis(scope, {
      role, inline: [...inline, ...separate], listed: managedByFeature, ...assumedBy(definition), isNew: true,
    });
    return role;
  }

  /** Attaches the policies to the role, also if the reference is an import of a role of the app. */
  public extend(reference: iam.IRoleRef): void {
    const { scope, definition } = this;
    const role = roleOf(scope, reference);
    const { separate } = this.place(PolicyPlacement.SEPARATE, reference.roleRef.roleArn);
    // The role may be imported elsewhere, too: without stack and region, the name would be that of the policies there.
    const policyName = `${Names.uniqueResourceName(scope, { maxLength: 100 })}-${Stack.of(scope).region}`;
    separate.forEach(draft => attachToExistingRole(scope, role, this.createPolicy(role, draft, policyName)));
    this.attachedPolicies.forEach(policy => role.addManagedPolicy(policy));
    checkAtSynthesis(scope, {
      role: roleL2Of(reference) ?? reference,
      inline: separate,
      listed: new Map(),
      ...assumedBy(definition),
      isNew: false,
    });
  }

  private place(placement: PolicyPlacement, ownArn: string | undefined): PlacedDrafts {
    const { additionalStatements = [] } = this.props;
    const { read, features } = this.definition;
    const changed = withOverrides(read, featuresInRegions(this.scope, features));
    const { drafts, separate } = assemble(this.scope, placement, changed, additionalStatements, ownArn);
    switch (placement) {
      case PolicyPlacement.INLINE:
        return { inline: drafts, managed: [], separate };
      case PolicyPlacement.MANAGED:
        return { inline: [], managed: drafts, separate };
      case PolicyPlacement.SEPARATE:
        return { inline: [], managed: [], separate: [...drafts, ...separate] };
    }
  }

  private get trust(): iam.IPrincipal {
    const { additionalPrincipals = [] } = this.props;
    const { trust, sessionTags, clusterProvider: { principal, besidesService } = ONLY_SERVICE } = this.definition;
    const principals = [
      ...principal ? [principal] : [],
      ...besidesService ? [sessionTags ? trust.withSessionTags() : trust] : [],
      ...additionalPrincipals,
    ];
    return principals.length === 1 ? principals[0] : new iam.CompositePrincipal(...principals);
  }

  private get attachedPolicies(): readonly iam.IManagedPolicy[] {
    const { additionalManagedPolicies = [] } = this.props;
    const additional = additionalManagedPolicies.map(policy => managedPolicyOf(this.scope, policy));
    return [...additional, ...this.definition.awsPolicies ?? []];
  }

  private createManagedPolicy(draft: PolicyDraft): iam.ManagedPolicy {
    const { scope, props: { path } } = this;
    return new iam.ManagedPolicy(scope, `${draft.name}Policy`, { path, document: policyDocument(draft) });
  }

  private createPolicy(role: iam.IRole, draft: PolicyDraft, policyName?: string): iam.Policy {
    return new iam.Policy(this.scope, draft.name, { policyName, document: policyDocument(draft, role.roleArn) });
  }
}

function assumedBy({ trust, sessionTags = false, clusterProvider }: RoleDefinition) {
  return { service: trust.service, sessionTags, byClusterProvider: clusterProvider !== undefined };
}

function isNamed({ roleName }: PlatformRoleProps): boolean {
  return roleName !== undefined && roleName !== PhysicalName.GENERATE_IF_NEEDED;
}

/** A role can't refer to itself: its ARN is written out, with the name and path that it has at synthesis. */
function ownArnOf(role: iam.Role): string {
  const resource = role.node.defaultChild as iam.CfnRole | undefined;
  if (!resource) {
    return role.roleArn; // Role.customizeRoles() gives it another name.
  }
  const { roleName, path } = resource;
  return Arns.of(role).role(
    path,
    roleName ??
      fail(
        role.node.scope,
        "'roleName' was removed from the role after it was created, but its permissions refer to it: leave it out",
      ),
  );
}
