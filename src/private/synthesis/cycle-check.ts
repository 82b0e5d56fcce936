import { CfnElement, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { ReferenceGraph } from './references';

/** The policy documents of a role, by whether the role depends on the resources in them. */
export interface RoleDocuments {
  /** In the role itself, or in managed policies that it lists: the role depends on their resources. */
  readonly inRole: readonly unknown[];
  /** In separate policies: they, and not the role, depend on their resources. */
  readonly separate: readonly unknown[];
  /** The role depends on its resources. */
  readonly trust: unknown;
}

/** Finds circular dependencies: resources in the documents of a role that refer back to it. */
export class CycleCheck {
  constructor(
    private readonly role: iam.CfnRole,
    private readonly documents: RoleDocuments,
    private readonly elementsIn: (documents: readonly unknown[]) => ReadonlySet<CfnElement>,
    private readonly references: ReferenceGraph,
  ) {}

  /** @param construct the path of the construct that creates the role */
  public errors(construct: string): string[] {
    const nested = this.throughNestedStack();
    const errors = nested === undefined ? [this.throughPermissions(construct), this.throughTrust()] : [nested];
    return errors.filter(error => error !== undefined).map(error => `circular dependency: ${error}`);
  }

  /** CloudFormation treats a nested stack as one resource: a reference to any resource in it closes a cycle. */
  private throughNestedStack(): string | undefined {
    const stack = Stack.of(this.role);
    if (!stack.nested) {
      return undefined;
    }
    const { inRole, separate } = this.documents;
    const path = this.pathBack([...inRole, ...separate], element => isWithin(element.stack, stack));
    return path && `the permissions of this role refer to ${path}, which refers back to the nested stack of the role, ` +
      `'${stack.node.path}'. Create the role in the stack of that resource, or that resource in the nested stack`;
  }

  private throughPermissions(construct: string): string | undefined {
    const path = this.pathBack(this.documents.inRole, element => element === this.role);
    return path && `the permissions of this role refer to ${path}, which refers back to the role. Set policyPlacement: ` +
      'PolicyPlacement.SEPARATE, and call node.addDependency(construct) on each resource that uses the role, where ' +
      `construct is '${construct}'`;
  }

  private throughTrust(): string | undefined {
    const path = this.pathBack([this.documents.trust], element => element === this.role);
    return path && `the trust policy of this role refers to ${path}, which refers back to the role. Write out the name of ` +
      'that resource instead of referring to it';
  }

  /** How the resources in the documents refer to a target, or nothing if they don't. */
  private pathBack(documents: readonly unknown[], isTarget: (element: CfnElement) => boolean): string | undefined {
    return this.references.pathTo(isTarget, this.elementsIn(documents))
      ?.map(element => `'${element.node.path}'`).join(', which refers to ');
  }
}

function isWithin(stack: Stack | undefined, outer: Stack): boolean {
  return stack !== undefined && (stack === outer || isWithin(stack.nestedStackParent, outer));
}
