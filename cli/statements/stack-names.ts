import { Links } from './links';
import { AssemblyStack, Resource } from '../assembly/assembly';

/** The resources of a stack, by logical id, and those of other stacks that it refers to. */
export class StackNames {
  private readonly resources: ReadonlyMap<string, Resource>;

  constructor(public readonly stack: AssemblyStack, private readonly links?: Links) {
    this.resources = new Map(stack.resources.map(resource => [resource.logicalId, resource]));
  }

  /** A resource of this stack. */
  public own(logicalId: string): Resource | undefined {
    return this.resources.get(logicalId);
  }

  /** @param reference a logical id, a parameter of a nested stack, an output of one, or `import NAME` */
  public resource(reference: string): Resource | undefined {
    return this.own(reference) ?? this.links?.find(this.stack, reference);
  }

  /** The path of the construct, without the L1 in it; the logical id if there is no path. */
  public nameOf(reference: string): string {
    const resource = this.resource(reference);
    return resource?.path?.replace(/\/(?:Resource|Default)$/, '') ?? resource?.logicalId ?? reference;
  }

  /** The paths of the resources that are in the app. */
  public constructs(references: readonly string[]): readonly string[] {
    return [...new Set(references.filter(id => this.resource(id) !== undefined).map(id => this.nameOf(id)))];
  }
}
