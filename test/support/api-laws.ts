import { Documented, ManifestMethod, ManifestType, ManifestTypeReference } from './manifest';
import { languagesReserving } from './reserved-words';
import { PLATFORMS } from '../platforms';

/** Returns a sentence for each problem with a type of the API. */
export type ApiLaw = (type: ManifestType, all: readonly ManifestType[]) => readonly string[];

/** Laws over each type of the API, by what they prove. */
export const API_LAWS: readonly (readonly [name: string, law: ApiLaw])[] = [
  ['is documented, with its members and their parameters', isDocumented],
  ['documents the default of every optional property, and of no required one', saysDefaults],
  ['has only optional booleans', hasOptionalBooleans],
  ['has no types such as any and unions', namesTypes],
  ['has no names that another language reserves', avoidsReservedNames],
  ['has members that differ by more than case and underscores', hasDistinctMembers],
  ['exports nothing internal', hidesInternals],
  ['has a unique name that starts with its platform', hasOwnName],
  ['has only read-only properties', isImmutable],
  ['takes scope, id and props and links the vendor page, if it is a construct', isConstruct],
  ['loads no large module for the props of a construct', loadsLittle],
  ['has a capability either as a struct or as a boolean, as in all other types', hasOneForm],
  ['has its own name for property injectors, if it is a construct', isInjectable],
];

/** The prefixes of type names, by folder. */
const PREFIXES: ReadonlyMap<string, string> =
  new Map([['common', ''], ...PLATFORMS.map(({ folder, prefix }) => [folder, prefix] as const)]);

/** Parameters of every construct, which need no documentation. */
const CONSTRUCT_PARAMETERS = ['scope', 'id', 'props'];

/** Modules that slow down the first construct in Python. They are used in nested structs only. */
const LARGE_MODULES = /^aws-cdk-lib\.aws_(ec2|efs|fsx|secretsmanager)\./;

function isDocumented(type: ManifestType): readonly string[] {
  const parameters = methodsOf(type).flatMap(method => parametersOf(type, method));
  return [type, ...membersOf(type), ...parameters]
    .filter(({ docs }) => !docs?.summary?.trim())
    .map(({ name }) => `${name} is not documented`);
}

function saysDefaults({ properties = [] }: ManifestType): readonly string[] {
  return [
    ...properties.filter(({ optional, docs }) => optional && !docs?.default?.trim())
      .map(({ name }) => `${name} does not say its default`),
    ...properties.filter(({ optional, docs }) => !optional && docs?.default)
      .map(({ name }) => `${name} is required and has a default`),
  ];
}

/** A required flag would ask a question without a usual answer. */
function hasOptionalBooleans({ datatype, properties = [] }: ManifestType): readonly string[] {
  return properties.filter(() => datatype).flatMap(({ name, type, optional, docs }) => {
    const isLiteral = /^(true|false)$/.test(docs?.default ?? '');
    if (type?.primitive !== 'boolean') {
      return isLiteral ? [`${name} is no boolean and defaults to one`] : [];
    }
    return [
      ...(optional && isLiteral ? [] : [`${name} does not default to true or false`]),
      ...(/^(disable|enable|no[A-Z]|is[A-Z])/.test(name) ? [`${name} does not name what it is for`] : []),
    ];
  });
}

function namesTypes(type: ManifestType): readonly string[] {
  const methods = methodsOf(type);
  return [...(type.properties ?? []), ...methods.flatMap(({ parameters = [] }) => parameters),
    ...methods.flatMap(({ name, returns }) => returns ? [{ ...returns, name }] : [])]
    .filter(member => member.type && isVague(member.type))
    .map(({ name }) => `${name} has no type of its own`);
}

function isVague({ primitive, collection, union, intersection }: ManifestTypeReference): boolean {
  return primitive === 'any' || primitive === 'json' || union !== undefined || intersection !== undefined
    || (collection !== undefined && isVague(collection.elementtype));
}

function avoidsReservedNames(type: ManifestType): readonly string[] {
  const parameters = methodsOf(type).flatMap(method => method.parameters ?? []);
  return [type, ...membersOf(type), ...parameters].flatMap(({ name }) =>
    languagesReserving(name).map(language => `${name} is reserved in ${language}`));
}

function hasDistinctMembers(type: ManifestType): readonly string[] {
  const names = membersOf(type).map(({ name }) => plain(name));
  return names.filter((name, index) => names.indexOf(name) !== index).map(name => `${name} stands twice`);
}

function hidesInternals(type: ManifestType): readonly string[] {
  const parameters = methodsOf(type).flatMap(method => method.parameters ?? []);
  return [
    ...[type, ...membersOf(type), ...parameters].filter(({ name }) => name.startsWith('_'))
      .map(({ name }) => `${name} begins with an underscore`),
    ...(type.symbolId.startsWith('src/private/') ? ['is private'] : []),
  ];
}

function hasOwnName(type: ManifestType, all: readonly ManifestType[]): readonly string[] {
  const { fqn, name, namespace, symbolId } = type;
  const prefix = PREFIXES.get(symbolId.split('/')[1]);
  return [
    ...all.filter(other => other.fqn !== fqn && plain(other.name) === plain(name))
      .map(other => `is named as ${other.fqn}`),
    ...(namespace === undefined ? [] : [`is in the namespace ${namespace}`]),
    ...(prefix === undefined || !name.startsWith(prefix) ? [`does not begin with ${prefix ?? 'a known platform'}`] : []),
  ];
}

function isImmutable({ properties = [] }: ManifestType): readonly string[] {
  return properties.filter(({ immutable }) => !immutable).map(({ name }) => `${name} can be changed`);
}

function isConstruct({ base, initializer, docs }: ManifestType): readonly string[] {
  if (base !== 'constructs.Construct') {
    return [];
  }
  const names = (initializer?.parameters ?? []).map(({ name }) => name);
  return [
    ...(names.join() === CONSTRUCT_PARAMETERS.join() ? [] : [`is made by ${names.join()}`]),
    ...(docs?.see?.startsWith('https://') ? [] : ['links no page']),
  ];
}

function loadsLittle(type: ManifestType, all: readonly ManifestType[]): readonly string[] {
  const isProps = all.some(({ initializer, base }) => base === 'constructs.Construct' &&
    initializer?.parameters?.some(parameter => parameter.type?.fqn === type.fqn));
  const inherited = (type.interfaces ?? []).flatMap(fqn => all.find(other => other.fqn === fqn)?.properties ?? []);
  return [...(type.properties ?? []), ...inherited]
    .filter(property => isProps && LARGE_MODULES.test(elementOf(property.type)?.fqn ?? ''))
    .map(({ name, type: of }) => `${name} loads ${elementOf(of)?.fqn}`);
}

/** Booleans that are true by default switch off: they are no capabilities. */
function hasOneForm({ properties = [] }: ManifestType, all: readonly ManifestType[]): readonly string[] {
  const structs = new Set(all.filter(({ datatype }) => datatype).map(({ fqn }) => fqn));
  const isStruct = ({ type }: Documented) => structs.has(type?.fqn ?? '');
  const ofAll = all.flatMap(({ properties: others = [] }) => others);
  return properties.filter(({ docs }) => docs?.default === 'false').flatMap(({ name }) =>
    ofAll.some(other => other.name === name && isStruct(other)) ? [`${name} is a struct elsewhere`] : []);
}

function isInjectable({ base, fqn, properties = [], initializer }: ManifestType): readonly string[] {
  const isConstructOfOurs = base === 'constructs.Construct' && initializer !== undefined;
  const constant = properties.find(({ name }) => name === 'PROPERTY_INJECTION_ID');
  return isConstructOfOurs && constant === undefined ? [`${fqn} has no PROPERTY_INJECTION_ID`] : [];
}

function elementOf(type: ManifestTypeReference | undefined): ManifestTypeReference | undefined {
  return type?.collection ? elementOf(type.collection.elementtype) : type;
}

function membersOf({ members = [], methods = [], properties = [] }: ManifestType): readonly Documented[] {
  return [...members, ...methods, ...properties];
}

function methodsOf({ methods = [], initializer }: ManifestType): readonly ManifestMethod[] {
  return [...methods, ...(initializer ? [initializer] : [])];
}

function parametersOf({ base }: ManifestType, { name, parameters = [] }: ManifestMethod): readonly Documented[] {
  const isKnown = base === 'constructs.Construct' && name === undefined;
  return parameters.filter(parameter => !(isKnown && CONSTRUCT_PARAMETERS.includes(parameter.name)));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/_/g, '');
}
