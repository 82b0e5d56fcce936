import { CfnElement, Reference, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct, IConstruct } from 'constructs';
import { LIMITS, Measure } from './policy-size';
import { referencedElements } from './references';
import { once, shownBounds, SizeCheck } from './size-check';
import { Synthesis } from './synthesis';
import { knownTokenBounds } from './token-lengths';
import { warn } from '../options/errors';
import { trusts } from '../roles/existing-role';
import { PolicyDraft, policyJson } from '../statements/assembly';

/** How many managed policies a role attaches by default, and at most. */
const ATTACHED_BY_DEFAULT = 10;
const ATTACHED = 25;

const LESS = 'name fewer locations and resources, or make a role for each workload';

/** What is checked at synthesis, when nothing more can be added to the role. */
export interface CheckedRole {
  readonly role: iam.IRole;
  /** Documents that stand in the role itself or beside it. */
  readonly inline: readonly PolicyDraft[];
  /** The customer-managed policies that the role lists, by the names of their features. */
  readonly listed: ReadonlyMap<string, iam.ManagedPolicy>;
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
  /** The documents that stand in the role, with what aspects and escape hatches have added. */
  private readonly held: readonly unknown[];

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
    this.held = heldDocuments(this.resource);
  }

  public run(): string[] {
    this.checkInlineSize();
    this.checked.listed.forEach(({ document }, name) =>
      this.sizes.checkManagedPolicy(name, `of ${name}`, document, LESS),
    );
    if (this.resource) {
      this.checkAttached(this.resource);
    }
    if (this.checked.isNew) {
      this.checkTrust();
      if (this.resource) {
        this.checkCycles(this.resource);
      }
    } else {
      this.checkTrusted();
    }
    return this.errors;
  }

  private checkInlineSize(): void {
    const canMove = this.checked.isNew && this.checked.listed.size === 0;
    this.sizes.check('the inline policies of the role together take', this.inlineDocuments(), {
      limit: LIMITS.inlineOfRole,
      warning: 'policySize',
      wayOut: canMove ? `set policyPlacement: PolicyPlacement.MANAGED, ${LESS}` : LESS,
    });
  }

  /** All inline policies of the role that the app knows of: those of later grants and of other constructs, too. */
  private inlineDocuments(): readonly unknown[] {
    const documents = [...this.held, ...this.attachedDocuments()];
    // Role.customizeRoles() keeps roles and policies out of the template.
    return documents.length === 0 ? this.checked.inline.map(policyJson) : documents;
  }

  private attachedDocuments(): readonly unknown[] {
    return this.synthesis.policiesAttachedTo(this.checked.role).map(({ policyDocument }) => policyDocument as unknown);
  }

  private checkTrust(): void {
    const what = 'the trust policy of the role takes';
    const bounds = this.sizes.check(what, [this.trust], {
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

  private get trust(): unknown {
    return (this.checked.role as iam.Role).assumeRolePolicy;
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

  /** What the role waits for must not wait for the role. */
  private checkCycles(resource: iam.CfnRole): void {
    const stack = Stack.of(resource);
    const named = [...this.held, ...[...this.checked.listed.values()].map(({ document }) => document)];
    const isRole = (element: CfnElement) => element === resource;
    const isOfStack = (element: CfnElement) => isWithin(element.stack, stack);
    const outside = stack.nested
      ? [...this.elementsIn([...named, ...this.attachedDocuments()])].filter(element => !isOfStack(element))
      : [];
    const nested = this.synthesis.references.pathTo(isOfStack, outside);
    if (nested) {
      // CloudFormation takes a nested stack for one resource.
      this.errors.push(
        `circular dependency: the permissions of the role name ${shownPath(nested)}, which refers to the nested ` +
          `stack of the role, '${stack.node.path}'. Make the role in the stack of that resource, or that resource in the ` +
          'nested stack',
      );
      return;
    }
    const path = this.synthesis.references.pathTo(isRole, this.elementsIn(named));
    if (path) {
      this.errors.push(
        `circular dependency: the permissions of the role name ${shownPath(path)}, which refers to the role. ` +
          'Set policyPlacement: PolicyPlacement.SEPARATE, and let whoever uses the role wait for its permissions with ' +
          `node.addDependency(construct), where the construct is ${this.scope.node.path}`,
      );
    }
    const trusted = this.synthesis.references.pathTo(isRole, this.elementsIn([this.trust]));
    if (trusted) {
      this.errors.push(
        `circular dependency: the trust policy of the role names ${shownPath(trusted)}, which refers to the role: ` +
          'write the name of that resource out instead of referring to it',
      );
    }
  }

  private elementsIn(documents: readonly unknown[]): ReadonlySet<CfnElement> {
    return elementsOf(this.scope, documents.map(document => this.sizes.measure(document)));
  }
}

function isWithin(stack: Stack | undefined, outer: Stack): boolean {
  return stack !== undefined && (stack === outer || isWithin(stack.nestedStackParent, outer));
}

function heldDocuments(resource: iam.CfnRole | undefined): readonly unknown[] {
  const policies = resource?.policies ?? [];
  return Array.isArray(policies)
    ? policies.map(policy => ('policyDocument' in policy ? (policy.policyDocument as unknown) : policy))
    : [policies];
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
