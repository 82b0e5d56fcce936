import {
  CfnElement,
  CfnResource,
  DefaultTokenResolver,
  IPostProcessor,
  IResolvable,
  IResolveContext,
  Reference,
  StringConcat,
  Tokenization,
} from 'aws-cdk-lib';
import { IConstruct } from 'constructs';

/** The template elements that a value refers to, directly or inside other tokens. */
export function referencedElements(scope: IConstruct, value: unknown): ReadonlySet<CfnElement> {
  return recordReferences(scope, value).elements;
}

function recordReferences(scope: IConstruct, value: unknown): ReferenceRecorder {
  const recorder = new ReferenceRecorder();
  Tokenization.resolve(value, { scope, resolver: recorder });
  return recorder;
}

/**
 * The references between template elements: `Ref`, `Fn::GetAtt` and `DependsOn`. Each element is resolved at most once.
 */
export class ReferenceGraph {
  private readonly edges = new Map<CfnElement, ReadonlySet<CfnElement>>();
  private readonly mentions = new Map<CfnElement, ReadonlySet<CfnElement>>();

  /** The elements that this one names outside of policy documents, by a reference or by a literal name. */
  public mentionedBy(element: CfnElement): ReadonlySet<CfnElement> {
    this.referencesOf(element);
    return this.mentions.get(element)!;
  }

  /** The shortest path from one of the elements to a target, without the target; nothing if there is no path. */
  public pathTo(
    isTarget: (element: CfnElement) => boolean,
    from: Iterable<CfnElement>,
  ): readonly CfnElement[] | undefined {
    const cameFrom = new Map<CfnElement, CfnElement | undefined>();
    const queue = [...from].filter(element => !isTarget(element));
    queue.forEach(element => cameFrom.set(element, undefined));
    for (let element = queue.shift(); element; element = queue.shift()) {
      for (const next of this.referencesOf(element)) {
        if (isTarget(next)) {
          return unwind(cameFrom, element);
        }
        if (!cameFrom.has(next)) {
          cameFrom.set(next, element);
          queue.push(next);
        }
      }
    }
    return undefined;
  }

  private referencesOf(element: CfnElement): ReadonlySet<CfnElement> {
    const known = this.edges.get(element);
    if (known) {
      return known;
    }
    const { elements, mentioned } = recordReferences(element, templateOf(element));
    this.mentions.set(element, mentioned);
    const found = new Set(elements);
    if (CfnResource.isCfnResource(element)) {
      element.obtainDependencies().forEach(dependency => CfnElement.isCfnElement(dependency) && found.add(dependency));
    }
    // CloudFormation treats a nested stack as one resource, which depends on everything that its parameters refer to.
    if (element.stack.nestedStackResource) {
      found.add(element.stack.nestedStackResource);
    }
    this.edges.set(element, found);
    return found;
  }
}

/** The element's part of its template. The CDK has no public method for it. */
function templateOf(element: CfnElement): unknown {
  return (element as unknown as { _toCloudFormation(): object })._toCloudFormation();
}

function unwind(cameFrom: ReadonlyMap<CfnElement, CfnElement | undefined>, last: CfnElement): CfnElement[] {
  const path = [last];
  for (let before = cameFrom.get(last); before; before = cameFrom.get(before)) {
    path.unshift(before);
  }
  return path;
}

/** References that CloudFormation resolves: `Ref`, `Fn::GetAtt`, and what the CDK uses between stacks. */
function isIntrinsic(resolved: unknown): boolean {
  return typeof resolved === 'object' && resolved !== null && !('Fn::Join' in resolved);
}

class ReferenceRecorder extends DefaultTokenResolver {
  public readonly elements = new Set<CfnElement>();
  /** The elements whose names are written out, too: the CDK does so for those of other accounts and regions. */
  public readonly mentioned = new Set<CfnElement>();

  constructor() {
    super(new StringConcat());
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    const resolved: unknown = super.resolveToken(token, context, postProcessor);
    if (Reference.isReference(token) && CfnElement.isCfnElement(token.target)) {
      if (isIntrinsic(resolved)) {
        this.elements.add(token.target);
      }
      if (!context.documentPath.includes('Statement')) {
        this.mentioned.add(token.target);
      }
    }
    return resolved;
  }
}
