import { existsSync } from 'node:fs';
import { fileIn } from './files';
import { JsonObject, objectOf, readJson, stringOf } from './json';

/** What is known of a construct in the construct tree. */
export interface ConstructInfo {
  /** `aws-cdk-lib.aws_s3.Bucket` */
  readonly className: string;
  readonly version: string;
}

/** The constructs by path. */
export type ConstructTree = ReadonlyMap<string, ConstructInfo>;

/** The construct tree, which is in the outermost assembly. Apps can switch it off. */
export function readTree(directory: string, { artifacts }: JsonObject): ConstructTree {
  const tree = Object.values(objectOf(artifacts)).map(objectOf).find(({ type }) => type === 'cdk:tree');
  const file = fileIn(directory, stringOf(objectOf(tree?.properties).file) ?? 'tree.json', 'the construct tree');
  return existsSync(file) ? new Map(constructsBelow(objectOf(readJson(file, 'the construct tree').tree))) : new Map();
}

function* constructsBelow(node: JsonObject): Generator<[string, ConstructInfo]> {
  const { fqn, version } = objectOf(node.constructInfo);
  if (typeof node.path === 'string' && typeof fqn === 'string') {
    yield [node.path, { className: fqn, version: String(version) }];
  }
  for (const child of Object.values(objectOf(node.children))) {
    yield* constructsBelow(objectOf(child));
  }
}

/** The paths of a construct and of those that contain it, the innermost first. */
export function pathsAround(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}

/** The innermost construct around a path whose class meets a condition. */
export function constructAround(
  tree: ConstructTree, path: string, matches: (info: ConstructInfo) => boolean,
): { readonly path: string; readonly info: ConstructInfo } | undefined {
  return pathsAround(path).map(around => ({ path: around, info: tree.get(around) }))
    .find((found): found is { path: string; info: ConstructInfo } => found.info !== undefined && matches(found.info));
}
