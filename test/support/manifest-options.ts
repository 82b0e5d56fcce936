import { ManifestProperty, ManifestType, ManifestTypeReference } from './manifest';

/** An option of a construct, at any depth. */
export interface ManifestOption {
  /** The path, as `trainingJob.outputKey`. */
  readonly path: string;
  readonly property: ManifestProperty;
}

/** The classes with a scope parameter. */
export function constructsIn(types: readonly ManifestType[]): readonly ManifestType[] {
  return types.filter(({ kind, initializer }) => kind === 'class' && initializer?.parameters?.[0]?.name === 'scope');
}

/** All options of a construct, including those of nested structs. */
export function optionsIn(types: readonly ManifestType[], { initializer }: ManifestType): readonly ManifestOption[] {
  return optionsOfType(types, initializer?.parameters?.at(-1)?.type);
}

function optionsOfType(
  types: readonly ManifestType[], type: ManifestTypeReference | undefined,
): readonly ManifestOption[] {
  const struct = structNamed(types, type?.collection?.elementtype.fqn ?? type?.fqn);
  return struct ? propertiesOf(types, struct).flatMap(property => [
    { path: property.name, property },
    ...optionsOfType(types, property.type).map(nested => ({ ...nested, path: `${property.name}.${nested.path}` })),
  ]) : [];
}

function structNamed(types: readonly ManifestType[], name: string | undefined): ManifestType | undefined {
  return types.find(({ fqn, datatype }) => datatype && fqn === name);
}

function propertiesOf(
  types: readonly ManifestType[], { properties = [], interfaces = [] }: ManifestType,
): readonly ManifestProperty[] {
  return [...properties, ...interfaces.flatMap(base => propertiesOf(types, structNamed(types, base)!))];
}
