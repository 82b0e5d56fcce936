import type { Construct } from 'constructs';
import { CLASSES, Cdk, Import, IMPORTS } from './imports';
import { factoriesOf, Manifest, ManifestType, Method, Parameter, propertiesOf, TypeReference } from './manifest';
import { isObject } from '../../../src/private/options/kinds';
import { byDistance, nearestName } from '../../../src/private/options/near-misses';
import { formatJson } from '../../../src/private/options/plain-errors';
import { InputError } from '../../input-error';

/** What makes objects of values in JSON. */
export interface Conversion {
  readonly manifest: Manifest;
  /** The classes of this library, by name. */
  readonly library: Readonly<Record<string, unknown>>;
  readonly cdk: Cdk;
  /** Where resources are imported. */
  readonly scope: Construct;
}

/** The value of an option, as its type in the manifest has it. */
export function valueOf(json: unknown, type: TypeReference, path: string, conversion: Conversion): unknown {
  if (type.primitive !== undefined) {
    return typeof json === type.primitive ? json : mustBe(path, `a ${type.primitive}`, json);
  }
  if (type.collection) {
    return collectionOf(json, type.collection, path, conversion);
  }
  const { fqn = '' } = type;
  const own = conversion.manifest.types[fqn];
  return own ? ofLibrary(json, own, path, conversion) : ofCdk(json, fqn, path, conversion);
}

function mustBe(path: string, what: string, json: unknown): never {
  throw new InputError(`'${path}' must be ${what}, got ${formatJson(json)}`);
}

function collectionOf(
  json: unknown, { kind, elementtype }: NonNullable<TypeReference['collection']>, path: string, conversion: Conversion,
): unknown {
  if (kind === 'array') {
    return Array.isArray(json) ? json.map((element, index) => valueOf(element, elementtype, `${path}[${index}]`, conversion))
      : mustBe(path, 'a list', json);
  }
  return isObject(json) ? Object.fromEntries(Object.entries(json).map(([key, entry]) =>
    [key, valueOf(entry, elementtype, `${path}.${key}`, conversion)])) : mustBe(path, 'an object', json);
}

function ofLibrary(json: unknown, type: ManifestType, path: string, conversion: Conversion): unknown {
  return type.datatype === true ? structOf(json, type, path, conversion)
    : type.kind === 'enum' ? memberOf(json, type, path, conversion) : objectOf(json, type, path, conversion);
}

/** @param path empty for the options of the construct */
export function structOf(json: unknown, type: ManifestType, path: string, conversion: Conversion): object {
  if (!isObject(json)) {
    return mustBe(path === '' ? 'options' : path, 'an object of options', json);
  }
  const properties = propertiesOf(conversion.manifest, type);
  return Object.fromEntries(Object.entries(json).map(([name, value]) => {
    const pathOf = (option: string) => (path === '' ? option : `${path}.${option}`);
    const property = properties.find(known => known.name === name) ?? unknownOption(name, properties, pathOf);
    return [name, valueOf(value, property.type, pathOf(name), conversion)];
  }));
}

function unknownOption(name: string, properties: readonly Parameter[], pathOf: (name: string) => string): never {
  const names = properties.map(property => property.name);
  const meant = nearestName(name, names);
  throw new InputError(`unknown option '${pathOf(name)}', ${meant === undefined
    ? `the options are ${byDistance(name, names).slice(0, 8).join(', ')}${names.length > 8 ? ', ...' : ''}`
    : `did you mean '${pathOf(meant)}'?`}`);
}

function memberOf(json: unknown, { name, members = [] }: ManifestType, path: string, { library }: Conversion): unknown {
  const names = members.map(member => member.name);
  const values = library[name] as Readonly<Record<string, unknown>>;
  return typeof json === 'string' && names.includes(json) ? values[json]
    : mustBe(path, `the name of a member of ${name}: ${names.join(', ')}`, json);
}

type Factory = (...args: readonly unknown[]) => unknown;

/**
 * An object of a class of this library: the name of a member (`V3_16`) or of a method without arguments (`anyBucket`),
 * the text for its method `uri` or `of`, or an object with the arguments of a method: `{ "prefix": ["data", "raw/"] }`.
 */
function objectOf(json: unknown, type: ManifestType, path: string, conversion: Conversion): unknown {
  const { members, methods } = factoriesOf(type);
  const owner = conversion.library[type.name] as Readonly<Record<string, unknown>>;
  if (typeof json === 'string' && members.includes(json)) {
    return owner[json];
  }
  const { method, args } = callOf(json, methods, members) ?? notMade(json, type, path);
  return (owner[method.name] as Factory).call(owner, ...argumentsOf(args, method, path, conversion));
}

interface Call {
  readonly method: Method;
  readonly args: readonly unknown[];
}

/** The method that a value means, with its arguments. */
function callOf(json: unknown, methods: readonly Method[], members: readonly string[]): Call | undefined {
  if (typeof json === 'string') {
    const plain = methods.find(({ name, parameters = [] }) =>
      name === json && parameters.every(({ optional }) => optional));
    const fromText = methods.find(({ name, parameters = [] }) => parameters.length === 1
      && (name === 'uri' || (name === 'of' && !members.some(isSimilarTo(json)))));
    return plain ? { method: plain, args: [] } : fromText && { method: fromText, args: [json] };
  }
  const [[name, given] = ['', undefined], ...others] = isObject(json) ? Object.entries(json) : [];
  const method = others.length === 0 ? methods.find(known => known.name === name) : undefined;
  return method && { method, args: Array.isArray(given) && !takesList(method) ? given as readonly unknown[] : [given] };
}

/** A misspelt member is no text for `of`. */
function isSimilarTo(text: string): (member: string) => boolean {
  return member => nearestName(text, [member]) !== undefined;
}

/** A method whose only argument is a list takes the list itself. */
function takesList({ parameters = [] }: Method): boolean {
  return parameters.length === 1 && parameters[0].type.collection !== undefined;
}

function argumentsOf(
  args: readonly unknown[], { name, parameters = [] }: Method, path: string, conversion: Conversion,
): readonly unknown[] {
  const required = parameters.filter(({ optional }) => !optional).length;
  if (args.length < required || args.length > parameters.length) {
    const names = parameters.map(parameter => parameter.name).join(', ') || 'none, []';
    throw new InputError(`'${path}.${name}' must be a list of its arguments: ${names}`);
  }
  return args.map((value, index) => valueOf(value, parameters[index].type, `${path}.${name}[${index}]`, conversion));
}

function notMade(json: unknown, type: ManifestType, path: string): never {
  const { members, methods } = factoriesOf(type);
  const examples = methods.map(({ name, parameters = [] }) =>
    `{ "${name}": [${parameters.map(parameter => `"${parameter.name.toUpperCase()}"`).join(', ')}] }`);
  return mustBe(path, `one of ${[...members.map(member => `"${member}"`), ...examples].join(', ')}`, json);
}

function ofCdk(json: unknown, fqn: string, path: string, { cdk, scope }: Conversion): unknown {
  if (fqn === POLICY_STATEMENT) {
    return isObject(json) ? cdk('aws-iam').PolicyStatement.fromJson(json) : mustBe(path, 'a statement of a policy', json);
  }
  const known = importOf(fqn);
  if (known === undefined) {
    throw new InputError(
      `'${path}' can't be written in JSON: leave it out, or compare the construct with PermissionCheck.compare()`);
  }
  return typeof json === 'string' && (known.form?.test(json) ?? true) ? known.fromText(json, cdk, scope, idOf(path))
    : mustBe(path, known.what, json);
}

const POLICY_STATEMENT = 'aws-cdk-lib.aws_iam.PolicyStatement';

function importOf(fqn: string): Import | undefined {
  return CLASSES[fqn] ?? IMPORTS[fqn.replace('aws-cdk-lib.interfaces.', '')];
}

/** Whether an option of this type can be written. */
export function isWritable(fqn: string): boolean {
  return fqn === POLICY_STATEMENT || importOf(fqn) !== undefined;
}

function idOf(path: string): string {
  return `Given-${path.replace(/\W+/g, '-')}`;
}
