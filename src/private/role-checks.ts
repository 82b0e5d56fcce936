import { CfnElement, Reference, Stack, Tokenization } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct, IConstruct } from 'constructs';
import { Bounds, sum } from './bounds';
import { warn } from './errors';
import { PolicyDraft, policyJson } from './policy-assembly';
import { LIMITS, Measure, measure, measureResolved } from './policy-size';
import { referencedElements } from './references';
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
  /** Whether the library made the role, so that its trust policy is its own. */
  readonly isNew: boolean;
}

interface SizeRule {
  readonly limit: number;
  /** The id of the warning. */
  readonly warning: string;
  readonly wayOut: string;
}

/** Adds the checks that only the finished tree can answer. */
export function checkAtSynthesis(scope: Construct, checked: CheckedRole): void {
  const synthesis = Synthesis.of(scope);
  const warned = new Set<string>();
  const warnOnce = (id: string, message: string) => {
    if (!warned.has(id)) {
      warned.add(id);
      warn(scope, id, message);
    }
  };
  scope.node.addValidation({
    validate: () => new RoleCheck(scope, checked, synthesis, warnOnce).run(),
  });
}

class RoleCheck {
  private readonly errors: string[] = [];
  private readonly resource?: iam.CfnRole;
  private readonly held: readonly unknown[];
  private readonly listed: readonly unknown[];
  /** By document: two checks ask for each. */
  private readonly measures = new Map<unknown, Measure>();

  constructor(
    private readonly scope: Construct,
    private readonly checked: CheckedRole,
    private readonly synthesis: Synthesis,
    private readonly warnOnce: (id: string, message: string) => void,
  ) {
    // No resource of an imported role, nor of one that Role.customizeRoles() keeps out of the template.
    this.resource = checked.role.node.defaultChild as iam.CfnRole | undefined;
    this.held = checked.held.map(policyJson);
    this.listed = checked.listed.map(policyJson);
  }

  public run(): string[] {
    this.checkInlineSize();
    this.checked.listed.forEach(({ name }, index) =>
      this.checkManagedSize(name, `of ${name}`, this.listed[index], LESS),
    );
    if (this.resource) {
      this.checkAttached(this.resource);
    }
    if (this.checked.isNew) {
      this.checkTrust();
      this.checkCycle();
    }
    return this.errors;
  }

  private checkInlineSize(): void {
    const canMove = this.checked.isNew && this.checked.listed.length === 0;
    this.checkSize(
      'the inline policies of the role together take',
      this.sizeOf(this.inlineDocuments(), LIMITS.inlineOfRole),
      {
        limit: LIMITS.inlineOfRole,
        warning: 'policySize',
        wayOut: canMove ? `set policyPlacement: PolicyPlacement.MANAGED, ${LESS}` : LESS,
      },
    );
  }

  /** All inline policies of the role that the app knows of: those of later grants and of other constructs, too. */
  private inlineDocuments(): unknown[] {
    const { role, beside, isNew } = this.checked;
    const own = isNew ? this.held : heldDocuments(this.resource);
    const attached = this.synthesis.policiesAttachedTo(role).map(policy => policy.policyDocument);
    // Role.customizeRoles() keeps policies out of the template: those beside the role are attached to nothing.
    return [...own, ...(attached.length === 0 ? beside.map(policyJson) : attached.map(asData))];
  }

  private checkManagedSize(name: string, what: string, document: unknown, wayOut: string): void {
    this.checkSize(`the managed policy ${what} takes`, this.sizeOf([document], LIMITS.managedPolicy), {
      limit: LIMITS.managedPolicy,
      warning: `policySize:${name}`,
      wayOut,
    });
  }

  private checkTrust(): void {
    const trust = (this.checked.role as iam.Role).assumeRolePolicy!.toJSON() as unknown;
    const bounds = this.sizeOf([trust], LIMITS.trustByDefault);
    const what = 'the trust policy of the role takes';
    this.checkSize(what, bounds, {
      limit: LIMITS.trust,
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

  private checkAttached(resource: iam.CfnRole): void {
    const listed = (Stack.of(resource).resolve(resource.managedPolicyArns) as unknown[] | undefined) ?? [];
    const attached = this.synthesis.managedPoliciesAttachedTo(this.checked.role);
    for (const { node, policyDocument } of attached) {
      this.checkManagedSize(
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

  /** Measures what the documents are now, and what they resolve to only if that could be too long. */
  private sizeOf(documents: readonly unknown[], limit: number): Bounds {
    const bounds = sum(documents.map(document => this.boundsOf(document)));
    return bounds[1] > limit ? sum(documents.map(document => measureResolved(this.scope, document))) : bounds;
  }

  private boundsOf(document: unknown): Bounds {
    return Tokenization.isResolvable(document) ? measureResolved(this.scope, document) : this.measure(document).bounds;
  }

  private measure(document: unknown): Measure {
    const measured = this.measures.get(document) ?? measure(document);
    this.measures.set(document, measured);
    return measured;
  }

  private checkSize(what: string, bounds: Bounds, { limit, warning, wayOut }: SizeRule): void {
    if (bounds[0] > limit) {
      this.errors.push(`${what} ${shownBounds(bounds)} characters, IAM allows ${limit}: ${wayOut}`);
    } else if (bounds[1] > limit) {
      this.warnOnce(
        warning,
        `${what} ${shownBounds(bounds)} characters, depending on names that are not known at synthesis; ` +
          `IAM allows ${limit}: ${wayOut}`,
      );
    }
  }

  /** The role holds or lists the documents: a resource that they name must not wait for the role. */
  private checkCycle(): void {
    if (!this.resource) {
      return;
    }
    const named = [...this.held, ...this.listed].map(document => this.measure(document));
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

/** A document drops statements that resolve to the same text: as data it can be measured without resolving them. */
function asData(document: unknown): unknown {
  return document instanceof iam.PolicyDocument ? (document.toJSON() as unknown) : document;
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

function shownBounds([min, max]: Bounds): string {
  return min === max ? `${min}` : `${min} to ${max}`;
}
