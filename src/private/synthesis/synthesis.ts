import { CfnElement, CfnResource, Stack, Stage } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';
import { findAttachments, Identity, isSameAccount } from './attachments';
import { mentionsAcrossRegions } from './mentions';
import { ReferenceGraph } from './references';
import { l2OrL1Of, resourceOf } from '../options/things/resources';

/**
 * The data that all checks of a stage share. Computed at most once for each synthesis.
 */
export class Synthesis {
  /** The current or next synthesis of the construct's stage. */
  public static of(scope: IConstruct): Synthesis {
    const root = Stage.of(scope) ?? scope.node.root;
    let synthesis = Synthesis.ofRoot.get(root);
    if (!synthesis) {
      synthesis = new Synthesis(root);
      Synthesis.ofRoot.set(root, synthesis);
    }
    return synthesis;
  }

  private static readonly ofRoot = new WeakMap<IConstruct, Synthesis>();

  private graph?: ReferenceGraph;
  private namedRoles?: ReadonlyMap<string, readonly iam.CfnRole[]>;
  private attachments?: ReturnType<typeof findAttachments>;
  private mentionsOfElements?: ReadonlyMap<CfnElement, readonly Stack[]>;

  private constructor(private readonly root: IConstruct) {
    // The CDK validates a stage before its constructs, so this discards the data of an earlier synthesis.
    root.node.addValidation({
      validate: () => {
        this.graph = undefined;
        this.namedRoles = undefined;
        this.attachments = undefined;
        this.mentionsOfElements = undefined;
        return [];
      },
    });
  }

  public get references(): ReferenceGraph {
    return (this.graph ??= new ReferenceGraph());
  }

  /** The role of the app that an import names by its literal name; any other reference as it is. */
  public roleNamedBy(reference: iam.IRoleRef): iam.IRoleRef {
    if (resourceOf(reference)) {
      return reference;
    }
    this.namedRoles ??= rolesByName(this.root);
    const stack = Stack.of(reference);
    const resource = this.namedRoles.get(reference.roleRef.roleName)
      ?.find(role => role.stack === stack || isSameAccount(role.stack.account, stack.account));
    return resource ? l2OrL1Of(resource) : reference;
  }

  /** Inline policies attached from the policy's side: `AWS::IAM::Policy` with `Roles`. */
  public policiesAttachedTo(role: iam.IRoleRef): readonly iam.CfnPolicy[] {
    return this.attached.policies.to(role);
  }

  /** Managed policies attached from the policy's side (`Roles`, `Users`, `Groups`). */
  public managedPoliciesAttachedTo(identity: Identity): readonly iam.CfnManagedPolicy[] {
    return this.attached.managedPolicies.to(identity);
  }

  /** The stacks in other regions whose resources name this one, outside of policy documents. */
  public stacksMentioning(element: CfnElement): readonly Stack[] {
    return this.mentions.get(element) ?? [];
  }

  /** Computed only in an app with several regions: it resolves the templates of all of them. */
  private get mentions(): ReadonlyMap<CfnElement, readonly Stack[]> {
    return (this.mentionsOfElements ??= mentionsAcrossRegions(this.root, this.references));
  }

  private get attached(): ReturnType<typeof findAttachments> {
    return (this.attachments ??= findAttachments(this.root));
  }
}

/** The roles under the root whose names are literal. */
function rolesByName(root: IConstruct): ReadonlyMap<string, readonly iam.CfnRole[]> {
  const roles = root.node.findAll().filter((construct): construct is iam.CfnRole =>
    CfnResource.isCfnResource(construct) && construct.cfnResourceType === iam.CfnRole.CFN_RESOURCE_TYPE_NAME);
  const named = new Map<string, readonly iam.CfnRole[]>();
  for (const role of roles) {
    const name: unknown = role.stack.resolve(role.roleName);
    if (typeof name === 'string') {
      named.set(name, [...named.get(name) ?? [], role]);
    }
  }
  return named;
}
