import { existsSync } from 'node:fs';
import { fileIn } from './files';
import { Json, JsonObject, listOf, objectOf, readJson, stringOf } from './json';

/** What constructs noted in the assembly, by path. */
export type Metadata = ReadonlyMap<string, readonly MetadataEntry[]>;

export interface MetadataEntry {
  /** `aws:cdk:logicalId`, `aws:cdk:warning`, ... */
  readonly type: string;
  readonly data: Json;
  readonly trace: Json;
}

/** The metadata of a stack: in the manifest, or in a file of its own. */
export function metadataOf(directory: string, artifact: JsonObject): Metadata {
  const { metadata, additionalMetadataFile: file } = artifact;
  const further = stringOf(file);
  const path = further === undefined ? undefined : fileIn(directory, further, 'the metadata');
  const all = [metadata, ...(path !== undefined && existsSync(path) ? [readJson(path, 'the metadata of a stack')] : [])];
  return new Map(all.flatMap(part => Object.entries(objectOf(part)).map(([key, entries]) =>
    [key.replace(/^\//, ''), listOf(entries).map(entryOf)] as const)));
}

function entryOf(entry: Json): MetadataEntry {
  const { type, data, trace } = objectOf(entry);
  return { type: String(type), data, trace };
}
