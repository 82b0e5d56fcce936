import { PropertyInjectors } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { OptionReader } from './reader';

interface InjectableClass {
  /** The name by which property injectors refer to the class. */
  readonly PROPERTY_INJECTION_ID: string;
}

/** Defines a construct by its props, as changed by the nearest property injector for its class. */
export function byProps<P extends object, D>(
  props: P, define: (read: OptionReader<P>, self: Construct) => D,
): (self: Construct) => D & { readonly read: OptionReader<P> } {
  return self => {
    const read = readProps(self, props);
    return { read, ...define(read, self) };
  };
}

/** Reads the props of a construct, as changed by the nearest property injector for its class. */
export function readProps<P extends object>(self: Construct, props: P): OptionReader<P> {
  return OptionReader.of(self, injected(self, props));
}

/** The CDK has a decorator for this, but only for its own classes. */
function injected<P extends object>(construct: Construct, props: P): P {
  const { scope, id } = construct.node;
  const { PROPERTY_INJECTION_ID: uniqueId } = construct.constructor as unknown as InjectableClass;
  const injector = scope!.node.scopes.reverse()
    .filter(ancestor => PropertyInjectors.hasPropertyInjectors(ancestor))
    .map(ancestor => PropertyInjectors.of(ancestor).for(uniqueId))
    .find(found => found !== undefined);
  return injector ? injector.inject(props, { scope: scope as Construct, id }) as P : props;
}

/** Whether a value is a construct of this library, or of a class of the app that extends one. */
export function isOfLibrary(value: unknown): value is Construct {
  const { constructor = {} } = (value ?? {}) as { readonly constructor?: Partial<InjectableClass> };
  const { PROPERTY_INJECTION_ID: id } = constructor;
  return Construct.isConstruct(value) && (id?.startsWith('cdk-platform-iam.') ?? false);
}
