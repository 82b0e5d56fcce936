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

/** The elements of templates that tokens refer to, also from within other tokens. */
export function referencedElements(scope: IConstruct, value: unknown): ReadonlySet<CfnElement> {
  const recorder = new ReferenceRecorder();
  Tokenization.resolve(value, { scope, resolver: recorder });
  return recorder.elements;
}

/**
 * Which elements of the templates refer to which: by `Ref`, by `Fn::GetAtt` and by `DependsOn`.
 * Each element is resolved at most once.
 */
export class ReferenceGraph {
  private readonly edges = new Map<CfnElement, ReadonlySet<CfnElement>>();

  /** The way from one of the elements to a target, or nothing where there is none. The target is not part of it. */
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
    const found = new Set(referencedElements(element, templateOf(element)));
    if (CfnResource.isCfnResource(element)) {
      element.obtainDependencies().forEach(dependency => CfnElement.isCfnElement(dependency) && found.add(dependency));
    }
    // For CloudFormation a nested stack is one resource: what is in it waits for all that its parameters name.
    if (element.stack.nestedStackResource) {
      found.add(element.stack.nestedStackResource);
    }
    this.edges.set(element, found);
    return found;
  }
}

/** What the element puts into its template. CDK has no public name for it. */
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

class ReferenceRecorder extends DefaultTokenResolver {
  public readonly elements = new Set<CfnElement>();

  constructor() {
    super(new StringConcat());
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    if (Reference.isReference(token) && CfnElement.isCfnElement(token.target)) {
      this.elements.add(token.target);
    }
    return super.resolveToken(token, context, postProcessor);
  }
}
