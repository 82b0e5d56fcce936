import { own } from './own';
import { textOf } from './text';
import { AssemblyStack, Resource } from '../assembly/assembly';
import { Json, objectOf } from '../assembly/json';

/** How many stacks a value may go through. Circles are no valid app. */
const MOST_STEPS = 10;

/** `${Nested.Outputs.BucketArn}` */
const OUTPUT = /^(\w+)\.Outputs\.(\w+)$/;

interface ValueOfStack {
  readonly stack: AssemblyStack;
  readonly value: Json;
}

/** The resources that the stacks of an app name in each other: through exports, and parameters and outputs. */
export class Links {
  private readonly resources: ReadonlyMap<AssemblyStack, ReadonlyMap<string, Resource>>;
  private readonly exports = new Map<string, ValueOfStack | undefined>();
  private readonly nested: ReadonlyMap<Resource | undefined, AssemblyStack>;

  constructor(stacks: readonly AssemblyStack[]) {
    this.resources = new Map(stacks.map(stack =>
      [stack, new Map(stack.resources.map(resource => [resource.logicalId, resource]))]));
    this.nested = new Map(stacks.filter(({ parent }) => parent).map(stack => [this.resourceOf(stack), stack]));
    stacks.forEach(stack => this.addExports(stack));
  }

  /** @param reference a logical id, a parameter of a nested stack, an output of one, or `import NAME` */
  public find(stack: AssemblyStack, reference: string, steps = 0): Resource | undefined {
    const known = this.resources.get(stack)?.get(reference);
    const source = known || steps > MOST_STEPS ? undefined : this.sourceOf(stack, reference);
    const [next, ...others] = source ? textOf(source.value).references : [];
    return source && next !== undefined && others.length === 0 ? this.find(source.stack, next, steps + 1) : known;
  }

  /** Where a value comes from. */
  private sourceOf(stack: AssemblyStack, reference: string): ValueOfStack | undefined {
    if (reference.startsWith('import ')) {
      return this.exports.get(exportKey(stack, reference));
    }
    const [, logicalId, output] = OUTPUT.exec(reference) ?? [];
    if (output !== undefined) {
      const inner = this.nested.get(this.resources.get(stack)?.get(logicalId));
      return inner && { stack: inner, value: objectOf(own(objectOf(inner.sections.Outputs), output)).Value };
    }
    return stack.parent && {
      stack: stack.parent.stack,
      value: own(objectOf(this.resourceOf(stack)?.properties.Parameters), reference),
    };
  }

  /** The resource of a nested stack in its parent. */
  private resourceOf({ parent }: AssemblyStack): Resource | undefined {
    return parent && this.resources.get(parent.stack)?.get(parent.logicalId);
  }

  /** Names of exports are unique in an account and region. Two stages without an environment may share them. */
  private addExports(stack: AssemblyStack): void {
    for (const { Export: named, ...output } of Object.values(objectOf(stack.sections.Outputs)).map(objectOf)) {
      const [name] = textOf({ 'Fn::ImportValue': objectOf(named).Name }).references;
      const key = exportKey(stack, name);
      this.exports.set(key, this.exports.has(key) ? undefined : { stack, value: output.Value });
    }
  }
}

/** @param reference `import NAME` */
function exportKey({ environment = '' }: AssemblyStack, reference: string): string {
  return `${environment} ${reference}`;
}
