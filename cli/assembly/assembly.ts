import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ConstructTree, readTree } from './constructs';
import { fileIn } from './files';
import { isObject, Json, JsonObject, objectOf, readJson, stringOf } from './json';
import { Metadata, metadataOf } from './metadata';
import { AssemblyStack, stacksIn } from './template';
import { InputError } from '../input-error';

export type { AssemblyStack, Resource } from './template';

/** What a synthesis wrote: a cloud assembly of the CDK, usually `cdk.out`. */
export interface Assembly {
  readonly directory: string;
  readonly stacks: readonly AssemblyStack[];
  readonly tree: ConstructTree;
}

const NO_METADATA: Metadata = new Map();
const NO_ASSETS: ReadonlyMap<string, string> = new Map();

/** Reads a cloud assembly, or one template by itself. */
export function readAssembly(path: string): Assembly {
  if (!existsSync(path)) {
    throw new InputError(`'${path}' does not exist: run 'cdk synth' first, or name the directory that it writes to`);
  }
  if (statSync(path).isFile()) {
    const name = basename(path).replace(/(?:\.template)?\.\w+$/, '');
    const from = { root: dirname(path), file: path, name, metadata: NO_METADATA, assets: NO_ASSETS, isAlone: true };
    return { directory: path, stacks: stacksIn(from), tree: new Map() };
  }
  const manifest = manifestOf(path);
  const stacks = stacksOf(path, path, manifest);
  if (stacks.length === 0) {
    throw new InputError(`the assembly '${path}' has no stacks: name the directory that 'cdk synth' writes, cdk.out by default`);
  }
  return { directory: path, stacks, tree: readTree(path, manifest) };
}

function manifestOf(directory: string): JsonObject {
  const file = join(directory, 'manifest.json');
  if (!existsSync(file)) {
    throw new InputError(
      `'${directory}' is no cloud assembly, since it has no manifest.json: name the directory that 'cdk synth' writes, cdk.out by default`);
  }
  const manifest = readJson(file, 'the manifest');
  if (!isObject(manifest.artifacts) || typeof manifest.version !== 'string') {
    throw new InputError(`${file} is no manifest of a cloud assembly: name the directory that 'cdk synth' writes, cdk.out by default`);
  }
  return manifest;
}

/** The stacks of an assembly, and of the stages in it. */
function stacksOf(root: string, directory: string, manifest: JsonObject): readonly AssemblyStack[] {
  const { artifacts } = manifest;
  const assets = assetsOf(directory, manifest);
  return Object.entries(objectOf(artifacts)).flatMap(([id, artifact]) => {
    const { type, properties, environment, displayName } = objectOf(artifact);
    const { templateFile: file, directoryName: nested, stackName } = objectOf(properties);
    if (type === 'cdk:cloud-assembly' && typeof nested === 'string') {
      // A stage that contains itself would never end.
      const stage = fileIn(directory, nested, 'the stage');
      return stacksOf(root, stage, manifestOf(stage));
    }
    if (type !== 'aws:cloudformation:stack') {
      return [];
    }
    return stacksIn({
      root,
      file: fileIn(directory, templateOf(id, file, directory), `the template of the stack '${id}'`),
      name: stringOf(displayName) ?? stringOf(stackName) ?? id,
      stackName: stringOf(stackName) ?? id,
      environment: environmentOf(stringOf(environment)),
      metadata: metadataOf(directory, objectOf(artifact)),
      assets,
    });
  });
}

function templateOf(id: string, file: Json, directory: string): string {
  if (typeof file !== 'string') {
    throw new InputError(`the manifest in ${directory} names no 'templateFile' of the stack '${id}': synthesize the app again`);
  }
  return file;
}

/** The files of an assembly that are uploaded, by their hash: templates of nested stacks among them. */
function assetsOf(directory: string, { artifacts }: JsonObject): ReadonlyMap<string, string> {
  const manifests = Object.values(objectOf(artifacts)).map(objectOf).filter(({ type }) => type === 'cdk:asset-manifest')
    .map(({ properties }) => fileIn(directory, String(objectOf(properties).file), 'the manifest of assets')).filter(file => existsSync(file));
  return new Map(manifests.flatMap(file => Object.entries(objectOf(readJson(file, 'the manifest of assets').files)))
    .flatMap(([hash, asset]) => {
      const path = stringOf(objectOf(objectOf(asset).source).path);
      return path === undefined ? [] : [[hash, path] as const];
    }));
}

/** Without an environment, an assembly has `aws://unknown-account/unknown-region`. */
function environmentOf(environment: string | undefined): string | undefined {
  return environment?.includes('unknown-') ? undefined : environment;
}
