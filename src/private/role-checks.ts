import { CfnElement, Reference, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct, IConstruct } from 'constructs';
import { warn } from './errors';
import { trusts } from './existing-role';
import { PolicyDraft, policyJson } from './policy-assembly';
import { LIMITS, Measure } from './policy-size';
import { referencedElements } from './references';
import { asData, once, shownBounds, SizeCheck } from './size-check';
import { Synthesis } from './synthesis';
import { knownTokenBounds } from './token-bounds';

/** How many managed policies a role attaches by default, and at most. */
const ATTACHED_BY_DEFAULT = 10;
const ATTACHED = 25;

const LESS = 'name fewer locations and resources, or make a role for each workload';

/** What is checked at synthesis, when nothing more can be added to the role. */
export interface CheckedRole {
  readonly role: iam.IRole;
  /** Documents that stand in the role itself. */
  readonly held: readonly PolicyDraft[];
  /** Documents in customer-managed policies that the role lists. */
  readonly listed: readonly PolicyDraft[];
  /** Documents that stand beside the role and are attached to it. */
  readonly beside: readonly PolicyDraft[];
  /** The service that the role is for. */
  readonly service: string;
  /** Whether the library made the role, so that its trust policy is its own. */
  readonly isNew: boolean;
}

/** Adds the checks that only the finished tree can answer. */
export function checkAtSynthesis(scope: Construct, checked: CheckedRole): void {
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
  private readonly held: readonly unknown[];
  private readonly listed: readonly unknown[];

  constructor(
    private readonly scope: Construct,
    private readonly checked: CheckedRole,
    private readonly synthesis: Synthesis,
    private readonly warnOnce: (id: string, message: string) => void,
  ) {
    this.sizes = new SizeCheck(scope, warnOnce);
    this.errors = this.sizes.errors;
    // No resource of an imported role, nor of one that Role.customizeRoles() keeps out of the template.
    this.resource = checked.role.node.defaultChild as iam.CfnRole | undefined;
    this.held = checked.held.map(policyJson);
    this.listed = checked.listed.map(policyJson);
  }

  public run(): string[] {
    this.checkInlineSize();
    this.checked.listed.forEach(({ name }, index) =>
      this.sizes.checkManagedPolicy(name, `of ${name}`, this.listed[index], LESS),
    );
    if (this.resource) {
      this.checkAttached(this.resource);
    }
    if (this.checked.isNew) {
      this.checkTrust();
      this.checkCycle();
    } else {
      this.checkTrusted();
    }
    return this.errors;
  }

  private checkInlineSize(): void {
    const canMove = this.checked.isNew && this.checked.listed.length === 0;
    this.sizes.check('the inline policies of the role together take', this.inlineDocuments(), {
      limit: LIMITS.inlineOfRole,
      warning: 'policySize',
      wayOut: canMove ? `set policyPlacement: PolicyPlacement.MANAGED, ${LESS}` : LESS,
    });
  }

  /** All inline policies of the role that the app knows of: those of later grants and of other constructs, too. */
  private inlineDocuments(): unknown[] {
    const { role, beside, isNew } = this.checked;
    const own = isNew ? this.held : heldDocuments(this.resource);
    const attached = this.synthesis.policiesAttachedTo(role).map(policy => policy.policyDocument);
    // Role.customizeRoles() keeps policies out of the template: those beside the role are attached to nothing.
    return [...own, ...(attached.length === 0 ? beside.map(policyJson) : attached.map(asData))];
  }

  private checkTrust(): void {
    const trust = (this.checked.role as iam.Role).assumeRolePolicy!.toJSON() as unknown;
    const what = 'the trust policy of the role takes';
    const bounds = this.sizes.check(what, [trust], {
      limit: LIMITS.trust,
      exactAbove: LIMITS.trustByDefault,
      warning: 'trustSize',
      wayOut: 'name fewer principals or source ARNs',
    });
    if (bounds[0] > LIMITS.trustByDefault && bounds[0] <= LIMITS.trust) {
      this.warnOnce(
        'trustQuota',
        `${what} ${shownBounds(bounds)} characters, and an account allows ${LIMITS.trustByDefault} unless its quota ` +
          "'Role trust policy length' was raised",
      );
    }
  }

  /** Of an existing role: at synthesis nothing changes its trust policy any more. */
  private checkTrusted(): void {
    const { role, service } = this.checked;
    if (trusts(role, service) === false) {
      this.errors.push(
        `'existingRole' (${role.node.path}) can't be assumed by ${service}, so its permissions are of no use: ` +
          'let its trust policy allow that service',
      );
    }
  }

  private checkAttached(resource: iam.CfnRole): void {
    const listed = (Stack.of(resource).resolve(resource.managedPolicyArns) as unknown[] | undefined) ?? [];
    const attached = this.synthesis.managedPoliciesAttachedTo(this.checked.role);
    for (const { node, policyDocument } of attached) {
      this.sizes.checkManagedPolicy(
        node.path,
        `'${node.path}', which is attached to the role,`,
        asData(policyDocument),
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

  /** The role holds or lists the documents: a resource that they name must not wait for the role. */
  private checkCycle(): void {
    if (!this.resource) {
      return;
    }
    const named = [...this.held, ...this.listed].map(document => this.sizes.measure(document));
    const path = this.synthesis.references.pathTo(this.resource, elementsOf(this.scope, named));
    if (path) {
      this.errors.push(
        `circular dependency: the permissions of the role name ${shownPath(path)}, which refers to the role. ` +
          'Set policyPlacement: PolicyPlacement.SEPARATE, and let whoever uses the role wait for its permissions with ' +
          `node.addDependency(construct), where the construct is ${this.scope.node.path}`,
      );
    }
  }
}

function heldDocuments(resource: iam.CfnRole | undefined): unknown[] {
  const policies = resource?.policies ?? [];
  const documents = Array.isArray(policies)
    ? policies.map(policy => ('policyDocument' in policy ? policy.policyDocument : policy))
    : [policies];
  return documents.map(asData);
}

function elementsOf(scope: IConstruct, measures: readonly Measure[]): Set<CfnElement> {
  const elements = new Set<CfnElement>();
  for (const token of measures.flatMap(({ tokens }) => [...tokens])) {
    if (Reference.isReference(token)) {
      if (CfnElement.isCfnElement(token.target)) {
        elements.add(token.target);
      }
    } else if (!knownTokenBounds(token)) {
      referencedElements(scope, token).forEach(element => elements.add(element));
    }
  }
  return elements;
}

function shownPath(path: readonly CfnElement[]): string {
  return path.map(element => `'${element.node.path}'`).join(', which refers to ');
}
