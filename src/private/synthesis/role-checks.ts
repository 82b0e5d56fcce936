import { CfnElement, Reference, Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct, IConstruct } from 'constructs';
import { CycleCheck } from './cycle-check';
import { LIMITS } from './limits';
import { Measure } from './policy-size';
import { referencedElements } from './references';
import { resolvedPatterns } from './resolved-patterns';
import { once, formatRange, SizeCheck } from './size-check';
import { Synthesis } from './synthesis';
import { knownTokenLength } from './token-lengths';
import { trusts, trustsClusterProvider } from './trust-check';
import { warn } from '../options/errors';
import { regionsOf } from '../options/regions';
import { resourceOf } from '../options/things/resources';
import { documentedFeaturesOf, PolicyDraft, policyJson } from '../statements/assembly';

/** The number of managed policies that can be attached to a role, by default and at most. */
const ATTACHED_BY_DEFAULT = 10;
const ATTACHED = 25;

const LESS = 'list fewer locations and resources, or create a role for each workload';

/** A role whose checks run at synthesis, after all constructs have changed it. */
export interface CheckedRole {
  readonly role: iam.IRoleRef;
  /** The documents of the library, in the role itself or in separate inline policies. */
  readonly inline: readonly PolicyDraft[];
  /** The customer-managed policies that the role lists, by feature. */
  readonly listed: ReadonlyMap<string, iam.ManagedPolicy>;
  /** The service that assumes the role. */
  readonly service: string;
  /** Whether the service tags its sessions. */
  readonly sessionTags: boolean;
  /** Whether an existing role may trust the OpenID Connect provider of a cluster instead of the service. */
  readonly byClusterProvider: boolean;
  /** Whether the library creates the role and its trust policy. */
  readonly isNew: boolean;
}

/** The regions of all constructs that give a role permissions. */
const COVERED = new WeakMap<CfnElement, readonly string[]>();

/** Adds the checks that need the complete construct tree. */
export function checkAtSynthesis(scope: Construct, checked: CheckedRole): void {
  const resource = resourceOf(checked.role);
  if (resource) {
    COVERED.set(resource, [...COVERED.get(resource) ?? [], ...regionsOf(scope)]);
  }
  const synthesis = Synthesis.of(scope);
  const warnOnce = once((id, message) => warn(scope, id, message));
  scope.node.addValidation({
    validate: () => new RoleCheck(scope, checked, synthesis, warnOnce).run(),
  });
}

class RoleCheck {
  private readonly sizes: SizeCheck;
  private readonly errors: string[];
  private readonly resource?: iam.CfnRole;
  /** The documents in the role itself, including those that aspects and escape hatches have added. */
  private readonly documents: readonly unknown[];

  constructor(
    private readonly scope: Construct,
    private readonly checked: CheckedRole,
    private readonly synthesis: Synthesis,
    private readonly warnOnce: (id: string, message: string) => void,
  ) {
    this.sizes = new SizeCheck(scope, warnOnce);
    this.errors = this.sizes.errors;
    // Imported roles, and roles that Role.customizeRoles() keeps out of the template, have no resource.
    this.resource = resourceOf(checked.role) as iam.CfnRole | undefined;
    this.documents = inlineDocumentsOf(this.resource);
  }

  public run(): string[] {
    this.checkInlineSize();
    this.checked.listed.forEach(({ document }, name) =>
      this.sizes.checkManagedPolicy(name, `of ${name}`, document, LESS),
    );
    if (this.resource) {
      this.checkAttached(this.resource);
    }
    this.warnOfOtherRegions();
    if (this.checked.isNew) {
      this.checkTrust();
      if (this.resource) {
        this.checkCycles(this.resource);
      }
    } else {
      this.checkExistingTrust();
    }
    return [...this.errors, ...resolvedPatterns(this.scope)];
  }

  private checkInlineSize(): void {
    const canMove = this.checked.isNew && this.checked.listed.size === 0;
    this.sizes.check('the inline policies of the role together take', this.inlineDocuments(), {
      limit: LIMITS.inlineOfRole,
      warning: 'policySize',
      wayOut: canMove ? `set policyPlacement: PolicyPlacement.MANAGED, ${LESS}` : LESS,
    });
  }

  /** All inline policies of the role in the app, including those of later grants and of other constructs. */
  private inlineDocuments(): readonly unknown[] {
    const documents = [...this.documents, ...this.separateDocuments()];
    // Role.customizeRoles() keeps roles and policies out of the template.
    return documents.length === 0 ? this.checked.inline.map(policyJson) : documents;
  }

  private separateDocuments(): readonly unknown[] {
    return this.synthesis.policiesAttachedTo(this.checked.role).map(({ policyDocument }) => policyDocument as unknown);
  }

  private checkTrust(): void {
    const what = 'the trust policy of the role takes';
    const range = this.sizes.check(what, [this.trust], {
      limit: LIMITS.trust,
      exactAbove: LIMITS.trustByDefault,
      warning: 'trustSize',
      wayOut: 'list fewer principals or source ARNs',
    });
    if (range[0] > LIMITS.trustByDefault && range[0] <= LIMITS.trust) {
      this.warnOnce(
        'trustQuota',
        `${what} ${formatRange(range)} characters, and an account allows ${LIMITS.trustByDefault} unless its quota ` +
          "'Role trust policy length' was raised",
      );
    }
  }

  private get trust(): unknown {
    return (this.checked.role as iam.Role).assumeRolePolicy;
  }

  /** Checks the trust policy of an existing role at synthesis, when it is complete. */
  private checkExistingTrust(): void {
    const { service, sessionTags, byClusterProvider } = this.checked;
    const role = this.synthesis.roleNamedBy(this.checked.role);
    const trustsService = trusts(role, service);
    if (sessionTags && trustsService && trusts(role, service, 'sts:TagSession') === false) {
      this.errors.push(
        `'existingRole' (${role.node.path}) does not allow ${service} to tag sessions, and the service can't assume it ` +
          "without: allow 'sts:TagSession' in its trust policy, as `new iam.ServicePrincipal(...).withSessionTags()` does",
      );
    }
    if (trustsService === false && !(byClusterProvider && trustsClusterProvider(role))) {
      this.errors.push(
        `'existingRole' (${role.node.path}) can't be assumed by ${service}, which works with these permissions: ` +
          'allow that service in its trust policy. If the role only calls the platform, grant it the permissions of a ' +
          'caller instead',
      );
    }
  }

  /** A stack that refers to the role probably works with it, in its own region. */
  private warnOfOtherRegions(): void {
    const regions = regionsOf(this.scope);
    if (!this.resource || regions.some(region => Token.isUnresolved(region)) || !this.isRegional(regions)) {
      return;
    }
    const covered = COVERED.get(this.resource) ?? [];
    const stacks = [this.resource, ...profilesIn(this.scope)]
      .flatMap(element => this.synthesis.stacksMentioning(element));
    for (const { node, region } of stacks) {
      if (!Token.isUnresolved(region) && !covered.includes(region)) {
        this.warnOnce(
          `otherRegion:${region}`,
          `the stack '${node.path}' in ${region} refers to the role, whose permissions are for ${regions.join(', ')}: add ` +
            `'${region}' to 'regions' if the platform works there with the role`,
        );
      }
    }
  }

  private isRegional([region]: readonly string[]): boolean {
    return documentedFeaturesOf(this.scope).some(({ statements }) =>
      statements.some(({ resources }) => resources.some(resource => resource.includes(`:${region}:`))));
  }

  private checkAttached(resource: iam.CfnRole): void {
    const listed = (Stack.of(resource).resolve(resource.managedPolicyArns) as unknown[] | undefined) ?? [];
    const attached = this.synthesis.managedPoliciesAttachedTo(this.checked.role);
    for (const { node, policyDocument } of attached) {
      this.sizes.checkManagedPolicy(
        node.path,
        `'${node.path}', which is attached to the role,`,
        policyDocument,
        'grant less to the role',
      );
    }
    const count = listed.length + attached.length;
    if (count > ATTACHED) {
      this.errors.push(
        `${count} managed policies are attached to the role, IAM allows at most ${ATTACHED}: attach fewer`,
      );
    } else if (count > ATTACHED_BY_DEFAULT) {
      this.warnOnce(
        'attachedPolicies',
        `${count} managed policies are attached to the role, and an account allows ` +
          `${ATTACHED_BY_DEFAULT} unless its quota 'Managed policies attached to an IAM role' was raised`,
      );
    }
  }

  private checkCycles(resource: iam.CfnRole): void {
    const listed = [...this.checked.listed.values()].map(({ document }) => document);
    const documents = {
      inRole: [...this.documents, ...listed], separate: this.separateDocuments(), trust: this.trust,
    };
    const check = new CycleCheck(resource, documents, of => this.elementsIn(of), this.synthesis.references);
    this.errors.push(...check.errors(this.scope.node.path));
  }

  private elementsIn(documents: readonly unknown[]): ReadonlySet<CfnElement> {
    return elementsOf(this.scope, documents.map(document => this.sizes.measure(document)));
  }
}

/** The instance profile of the construct: instances refer to that, and not to the role. */
function profilesIn(scope: IConstruct): readonly CfnElement[] {
  return scope.node.findAll().filter(child => child instanceof iam.CfnInstanceProfile);
}

function inlineDocumentsOf(resource: iam.CfnRole | undefined): readonly unknown[] {
  const policies = resource?.policies ?? [];
  return Array.isArray(policies)
    ? policies.map(policy => ('policyDocument' in policy ? (policy.policyDocument as unknown) : policy))
    : [policies];
}

/** The elements that the measured documents refer to. Resolves what may be a name that is written out. */
function elementsOf(scope: IConstruct, measures: readonly Measure[]): Set<CfnElement> {
  const elements = new Set<CfnElement>();
  const { environment } = Stack.of(scope);
  for (const token of measures.flatMap(({ tokens }) => [...tokens])) {
    if (Reference.isReference(token) && Stack.of(token.target).environment === environment) {
      if (CfnElement.isCfnElement(token.target)) {
        elements.add(token.target);
      }
    } else if (!knownTokenLength(token)) {
      referencedElements(scope, token).forEach(element => elements.add(element));
    }
  }
  return elements;
}
