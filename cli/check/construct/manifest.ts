import { byDistance } from '../../../src/private/options/near-misses';
import { InputError } from '../../input-error';

// The part of a jsii manifest that says what the options of a construct are.

export interface Manifest {
  readonly types: Readonly<Record<string, ManifestType>>;
}

export interface ManifestType {
  readonly fqn: string;
  readonly name: string;
  readonly kind: 'class' | 'enum' | 'interface';
  /** Whether it is a struct. */
  readonly datatype?: boolean;
  readonly interfaces?: readonly string[];
  readonly initializer?: { readonly parameters?: readonly Parameter[] };
  readonly members?: readonly { readonly name: string }[];
  readonly methods?: readonly Method[];
  readonly properties?: readonly (Parameter & { readonly static?: boolean })[];
}

export interface Method {
  readonly name: string;
  readonly static?: boolean;
  readonly parameters?: readonly Parameter[];
  readonly returns?: { readonly type: TypeReference };
}

export interface Parameter {
  readonly name: string;
  readonly optional?: boolean;
  readonly type: TypeReference;
}

export interface TypeReference {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly kind: string; readonly elementtype: TypeReference };
}

/** The construct with a name, and the struct of its options. */
export function constructNamed(
  { types }: Manifest, name: string,
): { readonly type: ManifestType; readonly props: TypeReference } {
  const constructs = Object.values(types).filter(({ kind, initializer }) =>
    kind === 'class' && initializer?.parameters?.[0]?.name === 'scope');
  const type = constructs.find(construct => construct.name === name);
  if (type === undefined) {
    const nearest = byDistance(name, constructs.map(construct => construct.name)).slice(0, 3).join(', ');
    throw new InputError(
      `'--construct' must be the name of a construct of this library, got '${name}': the nearest are ${nearest}`);
  }
  return { type, props: type.initializer!.parameters![2].type };
}

/** The options of a struct, including those of the structs that it extends. */
export function propertiesOf(
  manifest: Manifest, { properties = [], interfaces = [] }: ManifestType,
): readonly Parameter[] {
  return [...properties, ...interfaces.flatMap(base => propertiesOf(manifest, manifest.types[base]))];
}

/** What makes objects of a class. */
interface Factories {
  readonly methods: readonly Method[];
  /** The names of properties. */
  readonly members: readonly string[];
}

/** What makes objects of a class: static methods, and static properties of it. */
export function factoriesOf({ fqn, methods = [], properties = [] }: ManifestType): Factories {
  return {
    methods: methods.filter(method => method.static === true && method.returns?.type.fqn === fqn),
    members: properties.filter(property => property.static === true && property.type.fqn === fqn)
      .map(({ name }) => name),
  };
}
