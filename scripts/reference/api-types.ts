import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

// What the sources say about the types of the API, read without the compiler, which takes too long for a test.

/** An option of a struct, or a static member of a class. */
export interface ApiMember {
  readonly name: string;
  /** As written: `S3Location[]`; for a factory `(bucket: s3.IBucketRef)`. */
  readonly type: string;
  readonly isOptional: boolean;
  readonly text: string;
  readonly default?: string;
}

export interface ApiType {
  readonly name: string;
  /** `src/sagemaker/workloads/job.ts` */
  readonly file: string;
  readonly kind: 'struct' | 'class' | 'enum';
  readonly text: string;
  /** The vendor's page. */
  readonly see?: string;
  readonly bases: readonly string[];
  /** The options of a struct, the public constants and factories of a class, the values of an enum. */
  readonly members: readonly ApiMember[];
  /** The struct that the constructor takes. */
  readonly props?: string;
}

const ROOT = join(__dirname, '..', '..');

let known: ReadonlyMap<string, ApiType> | undefined;

/** All exported types, by their names, which are unique. */
export function apiTypes(): ReadonlyMap<string, ApiType> {
  const files = () => readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !file.startsWith('private'))
    .sort();
  known ??= new Map(files().flatMap(file => typesIn(`src/${file}`)).map(type => [type.name, type]));
  return known;
}

/** The options of a struct and of the structs that it extends, its own first. */
export function optionsOf(struct: ApiType): readonly (ApiMember & { readonly of: ApiType })[] {
  const bases = struct.bases.map(base => apiTypes().get(base)).filter(base => base !== undefined);
  return [...struct.members.map(member => ({ ...member, of: struct })), ...bases.flatMap(optionsOf)];
}

/** The struct of the library that an option takes, alone or in a list. */
export function structOf({ type }: ApiMember): ApiType | undefined {
  const struct = apiTypes().get(type.replace(/\[\]$/, ''));
  return struct?.kind === 'struct' ? struct : undefined;
}

function typesIn(file: string): readonly ApiType[] {
  const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap(statement => {
    const isExported = ts.canHaveModifiers(statement)
      && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    return isExported ? typeOf(statement, file) : [];
  });
}

function typeOf(node: ts.Statement, file: string): readonly ApiType[] {
  if (!ts.isInterfaceDeclaration(node) && !ts.isClassDeclaration(node) && !ts.isEnumDeclaration(node)) {
    return [];
  }
  const heritage = ts.isEnumDeclaration(node) ? [] : node.heritageClauses ?? [];
  return [{
    name: node.name!.text,
    file,
    kind: ts.isInterfaceDeclaration(node) ? 'struct' : ts.isClassDeclaration(node) ? 'class' : 'enum',
    text: textOf(node),
    see: tagOf(node, 'see'),
    bases: heritage.flatMap(({ types }) => types.map(({ expression }) => expression.getText())),
    members: membersOf(node),
    props: ts.isClassDeclaration(node) ? propsOf(node) : undefined,
  }];
}

function membersOf(node: ts.InterfaceDeclaration | ts.ClassDeclaration | ts.EnumDeclaration): readonly ApiMember[] {
  if (!ts.isClassDeclaration(node)) {
    return [...node.members].filter(member => ts.isPropertySignature(member) || ts.isEnumMember(member)).map(memberOf);
  }
  return node.members.filter(member => ts.isPropertyDeclaration(member) || ts.isMethodDeclaration(member))
    .filter(member => tagOf(member, 'internal') === undefined && isPublicStatic(member))
    .map(memberOf);
}

function isPublicStatic(node: ts.PropertyDeclaration | ts.MethodDeclaration): boolean {
  const kinds = ts.getModifiers(node)?.map(({ kind }) => kind) ?? [];
  return kinds.includes(ts.SyntaxKind.PublicKeyword) && kinds.includes(ts.SyntaxKind.StaticKeyword);
}

function memberOf(
  node: ts.PropertySignature | ts.PropertyDeclaration | ts.MethodDeclaration | ts.EnumMember,
): ApiMember {
  const type = ts.isMethodDeclaration(node) ? `(${node.parameters.map(parameter => parameter.getText()).join(', ')})`
    : ts.isEnumMember(node) ? '' : node.type?.getText() ?? '';
  return {
    name: node.name.getText(),
    type: type.replace(/\s+/g, ' '),
    isOptional: ts.isPropertySignature(node) && node.questionToken !== undefined,
    text: textOf(node),
    default: tagOf(node, 'default'),
  };
}

function propsOf({ members }: ts.ClassDeclaration): string | undefined {
  const [, , props] = members.find(ts.isConstructorDeclaration)?.parameters ?? [];
  return props?.type?.getText();
}

/** The comment without its tags: one line for each paragraph. */
function textOf(node: ts.Node): string {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const paragraphs = (ts.getTextOfJSDocComment(doc?.comment) ?? '').split(/\n{2,}(?!\s*-)/);
  return paragraphs.map(paragraph => paragraph.replace(/\n(?!\s*-)\s*/g, ' ')).join('\n\n');
}

function tagOf(node: ts.Node, name: string): string | undefined {
  const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === name);
  // The parser takes the scheme of an address for a name.
  const [, text] = tag ? /^@\w+\s+([\s\S]*?)[\s*]*$/.exec(tag.getText()) ?? [] : [];
  return text?.replace(/\s*\n\s*\*?\s*/g, ' ').trim();
}
