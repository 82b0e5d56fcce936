import { existsSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { pathsAround } from './constructs';
import { fileIn } from './files';
import { isObject, Json, JsonObject, listOf, objectOf, parsedJson, stringOf, textIn } from './json';
import { Metadata, MetadataEntry } from './metadata';
import { asRole } from './permission-set';
import { creationOf } from './stack-traces';
import { InputError } from '../input-error';

/** A stack, or a nested one. */
export interface AssemblyStack {
  readonly name: string;
  /** Its name in CloudFormation, if the assembly says it. */
  readonly stackName?: string;
  /** The file below the assembly. */
  readonly template: string;
  readonly environment?: string;
  readonly resources: readonly Resource[];
  /** By the name of the condition, parameter or output. */
  readonly sections: JsonObject;
  /** What constructs noted, by path. Nested stacks have that of their parent. */
  readonly metadata: Metadata;
  /** The stack that contains it, and its resource there. */
  readonly parent?: { readonly stack: AssemblyStack; readonly logicalId: string };
  /** What the template leaves open: parts that other programs add to it. */
  readonly unread: readonly string[];
}

export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
  /** The condition of CloudFormation under which it is created. */
  readonly condition?: string;
  /** The path of its construct. */
  readonly path?: string;
  /** `FILE:LINE:COLUMN` */
  readonly createdAt?: string;
  /** The line of the template. */
  readonly line?: number;
  readonly metadata: JsonObject;
}

/** A template to read. */
export interface TemplateFile {
  /** The directory of the whole assembly. */
  readonly root: string;
  readonly file: string;
  readonly name: string;
  readonly stackName?: string;
  readonly environment?: string;
  readonly metadata: Metadata;
  /** The files that are uploaded, by their hash. */
  readonly assets: ReadonlyMap<string, string>;
  /** Whether it is read by itself, so that nothing else says that it is a template. */
  readonly isAlone?: boolean;
  readonly parent?: AssemblyStack['parent'];
}

/** Transforms that add no resources. */
const PLAIN_TRANSFORMS = ['AWS::LanguageExtensions', 'AWS::CodeDeployBlueGreen'];

/** The stack of a template and its nested stacks. */
export function stacksIn(from: TemplateFile): readonly AssemblyStack[] {
  const { root, file, name, stackName, environment, metadata, parent } = from;
  const text = textIn(file, `the template of the stack '${name}'`);
  const template = parsedJson(text, file, `the template of the stack '${name}'`);
  const entries = resourcesIn(template.Resources, from.isAlone ? undefined : {});
  if (!entries?.every(([, resource]) => isObject(resource) && typeof resource.Type === 'string')) {
    throw new InputError(
      `${file} is no template of CloudFormation: it has no 'Resources' with a 'Type' each. Name a cloud assembly or a template in JSON`);
  }
  const pathOf = pathsOf(metadata, parent === undefined ? '' : name);
  const lines = linesOf(text);
  const noted = { metadata, pathOf, lines };
  const resources = entries.map(([logicalId, resource]) => resourceOf(logicalId, objectOf(resource), noted));
  const { Resources: _, ...sections } = template;
  const around = [relative(root, file), ...(parent ? templatesAround(parent.stack) : [])];
  const nested = resources.filter(({ type }) => type === 'AWS::CloudFormation::Stack')
    .map(resource => ({ resource, template: nestedIn(from, resource, around) }));
  const unread = [...unreadIn(template), ...nested.filter(found => found.template === undefined).map(({ resource }) =>
    `the template of the nested stack ${resource.path ?? resource.logicalId} is not in the assembly: the review leaves it out`)];
  const stack = { name, stackName, template: around[0], environment, resources, sections, metadata, parent, unread };
  const within = { ...from, stackName: undefined, isAlone: false };
  return [stack, ...nested.flatMap(({ resource: { logicalId }, template: found }) =>
    (found === undefined ? [] : stacksIn({ ...within, ...found, parent: { stack, logicalId } })))];
}

/** Resources by logical id, also those that a loop makes: with the placeholder of the loop in their id. */
function resourcesIn(
  resources: Json, otherwise: JsonObject | undefined,
): readonly (readonly [string, Json])[] | undefined {
  const found = resources ?? otherwise;
  return !isObject(found) ? undefined : Object.entries(found).flatMap(([id, resource]) => {
    const [, , body] = listOf(resource);
    return id.startsWith('Fn::ForEach::') && isObject(body) ? resourcesIn(body, undefined)!
      : id === 'Fn::Transform' ? [] : [[id, resource] as const];
  });
}

/** What CloudFormation adds to the template when it is deployed. */
function unreadIn({ Transform, Resources }: JsonObject): readonly string[] {
  const transforms = listOf(Transform).map(transform => stringOf(transform) ?? String(objectOf(transform).Name))
    .filter(name => !PLAIN_TRANSFORMS.includes(name));
  const inResources = objectOf(Resources)['Fn::Transform'];
  return [...transforms, ...(inResources === undefined ? [] : [String(objectOf(inResources).Name)])]
    .map(name => `the transform ${name} changes the template at the deployment: the review leaves out what it adds`);
}

function nestedIn(
  { root, file: outer, name, assets }: TemplateFile, { metadata, path, logicalId, properties }: Resource,
  around: readonly string[],
): { readonly file: string; readonly name: string } | undefined {
  // The metadata of assets can be switched off.
  const [hash = ''] = /[0-9a-f]{64}(?=\.json)/.exec(JSON.stringify(properties.TemplateURL ?? '')) ?? [];
  const asset = stringOf(metadata['aws:asset:path']) ?? assets.get(hash);
  if (asset === undefined) {
    return undefined;
  }
  const file = fileIn(dirname(outer), asset, 'the nested template', root);
  // A template that contains itself would never end.
  return !existsSync(file) || around.includes(relative(root, file)) ? undefined
    : { file, name: path?.replace(/\.NestedStack\/.*$/, '') ?? `${name}.${logicalId}` };
}

/** The templates of a stack and of those that contain it. */
function templatesAround({ template, parent }: AssemblyStack): readonly string[] {
  return [template, ...(parent ? templatesAround(parent.stack) : [])];
}

interface Noted {
  readonly metadata: Metadata;
  readonly pathOf: PathOf;
  readonly lines: ReadonlyMap<string, number>;
}

function resourceOf(
  logicalId: string, { Type, Properties, Metadata: metadata, Condition: condition }: JsonObject, noted: Noted,
): Resource {
  const own = objectOf(metadata);
  const path = stringOf(own['aws:cdk:path']) ?? noted.pathOf(logicalId);
  return {
    logicalId,
    type: String(Type),
    properties: Type === 'AWS::SSO::PermissionSet' ? asRole(objectOf(Properties)) : objectOf(Properties),
    condition: stringOf(condition),
    path,
    createdAt: creationOf(noted.metadata.get(path ?? '') ?? []),
    line: noted.lines.get(logicalId),
    metadata: own,
  };
}

type PathOf = (logicalId: string) => string | undefined;

/** The paths of a stack's resources, read when a template has none. */
function pathsOf(metadata: Metadata, nested: string): PathOf {
  let paths: ReadonlyMap<string, string> | undefined;
  return logicalId => (paths ??= pathsIn(metadata, nested)).get(logicalId);
}

function pathsIn(metadata: Metadata, nested: string): ReadonlyMap<string, string> {
  const stackOf = (path: string) => /^(.*)\.NestedStack\//.exec(path)?.[1];
  const nestedStacks = new Set([...metadata.keys()].flatMap(path => stackOf(path) ?? []));
  const innermost = (path: string): string => pathsAround(path).slice(1).find(around => nestedStacks.has(around)) ?? '';
  const isId = ({ type, data }: MetadataEntry) => type === 'aws:cdk:logicalId' && typeof data === 'string';
  return new Map([...metadata].filter(([path]) => innermost(path) === nested).flatMap(([path, entries]) =>
    entries.filter(isId).map(({ data }) => [data as string, path] as const)));
}

/** The lines on which resources begin. */
function linesOf(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let [line, end] = [1, 0];
  for (const { 1: logicalId, index } of text.matchAll(/"(\w+)"\s*:\s*\{\s*"Type"\s*:\s*"\w+::/g)) {
    line += text.slice(end, index).split('\n').length - 1;
    end = index;
    lines.set(logicalId, line);
  }
  return lines;
}
