import { CfnElement, CfnResource, Stage, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';
import { ReferenceGraph, referencedElements } from './references';

/**
 * What the checks at synthesis share, made at most once for each validation of a stage.
 */
export class Synthesis {
  /** The synthesis that the construct's stage goes through, now or next. */
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
  private attachments?: Attachments;

  private constructor(private readonly root: IConstruct) {
    // CDK validates a stage before what is in it, so this forgets what an earlier synthesis of a smaller tree has seen.
    root.node.addValidation({
      validate: () => {
        this.graph = undefined;
        this.attachments = undefined;
        return [];
      },
    });
  }

  public get references(): ReferenceGraph {
    return (this.graph ??= new ReferenceGraph());
  }

  /** The `AWS::IAM::Policy` resources that are attached to the role. */
  public policiesAttachedTo(role: iam.IRole): readonly iam.CfnPolicy[] {
    return attachedTo(role, this.attached.policies);
  }

  /** The customer-managed policies that name the role, user or group, rather than it them. */
  public managedPoliciesAttachedTo(identity: Identity): readonly iam.CfnManagedPolicy[] {
    return attachedTo(identity, this.attached.managedPolicies);
  }

  private get attached(): Attachments {
    return (this.attachments ??= findAttachments(this.root));
  }
}

export type Identity = iam.IRole | iam.IUser | iam.IGroup;

const KINDS = ['roles', 'users', 'groups'] as const;
type KindOfIdentity = (typeof KINDS)[number];

/** Policies by whom they name: by its element, or by its kind and name where that is literal. */
interface ByIdentity<T> {
  readonly elements: Map<CfnElement, T[]>;
  readonly names: Map<string, T[]>;
}

interface Attachments {
  readonly policies: ByIdentity<iam.CfnPolicy>;
  readonly managedPolicies: ByIdentity<iam.CfnManagedPolicy>;
}

function findAttachments(root: IConstruct): Attachments {
  const attachments: Attachments = {
    policies: { elements: new Map(), names: new Map() },
    managedPolicies: { elements: new Map(), names: new Map() },
  };
  for (const construct of root.node.findAll()) {
    if (!CfnResource.isCfnResource(construct)) {
      continue;
    }
    if (isPolicy(construct)) {
      attach(attachments.policies, construct);
    } else if (isManagedPolicy(construct)) {
      attach(attachments.managedPolicies, construct);
    }
  }
  return attachments;
}

function attach<T extends iam.CfnPolicy | iam.CfnManagedPolicy>({ elements, names }: ByIdentity<T>, policy: T): void {
  for (const kind of KINDS) {
    const identities = policy[kind];
    if (identities === undefined) {
      continue;
    }
    referencedElements(policy, identities).forEach(element => push(elements, element, policy));
    const found = (policy.stack.resolve(identities) as unknown[] | undefined) ?? [];
    found.forEach(name => typeof name === 'string' && push(names, `${kind} ${name}`, policy));
  }
}

function push<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}

function attachedTo<T extends CfnElement>(identity: Identity, { elements, names }: ByIdentity<T>): readonly T[] {
  const resource = identity.node.defaultChild as CfnElement | undefined;
  const referring = (resource && elements.get(resource)) ?? [];
  if (names.size === 0) {
    return referring; // The CDK makes a token each time that a role is asked for its name.
  }
  // A name is that of another role in another account, which another stack may be deployed to.
  const naming = namesOf(identity)
    .flatMap(name => names.get(name) ?? [])
    .filter(({ stack }) => stack === identity.stack || isSameAccount(stack.account, identity.stack.account));
  return [...referring, ...naming];
}

/** The name that the resource says itself, too: that of the construct is a token. */
function namesOf(identity: Identity): readonly string[] {
  const named = (kind: KindOfIdentity, property: 'roleName' | 'userName' | 'groupName', name: string) => {
    const own = (identity.node.defaultChild as { [property]?: string } | undefined)?.[property];
    return [...new Set([own, name])].filter(text => text !== undefined).map(text => `${kind} ${text}`);
  };
  if ('roleName' in identity) {
    return named('roles', 'roleName', identity.roleName);
  }
  return 'userName' in identity
    ? named('users', 'userName', identity.userName)
    : named('groups', 'groupName', identity.groupName);
}

function isSameAccount(one: string, other: string): boolean {
  return one === other && !Token.isUnresolved(one);
}

// By type name: a CfnInclude or another copy of the CDK makes resources of other classes.
function isPolicy(resource: CfnResource): resource is iam.CfnPolicy {
  return resource.cfnResourceType === iam.CfnPolicy.CFN_RESOURCE_TYPE_NAME;
}

function isManagedPolicy(resource: CfnResource): resource is iam.CfnManagedPolicy {
  return resource.cfnResourceType === iam.CfnManagedPolicy.CFN_RESOURCE_TYPE_NAME;
}
