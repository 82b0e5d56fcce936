import { dirname, join, relative } from 'node:path';
import * as ts from 'typescript';

/** A declaration at the top level of a file: `declare class ...`, `interface ...`. */
type Declared = ts.DeclarationStatement | ts.VariableStatement;

/**
 * One declaration file for the users of an entry: what it exports, what these declarations name, and the imports from
 * other packages. Members with `@internal` are left out, and so are the constructors of such classes.
 */
export function rolledUp(entry: string): string {
  const { checker, exported } = read(entry);
  const declared = new Set(exported);
  const imports = new Set<string>();
  // The set grows while it is visited.
  for (const symbol of declared) {
    declarationsOf(symbol).flatMap(node => namesIn(node)).forEach(name => {
      const found = checker.getSymbolAtLocation(name);
      const imported = found && importOf(found);
      const own = found && ownSymbol(found, checker, dirname(entry));
      if (own !== undefined) {
        declared.add(own);
      } else if (imported !== undefined) {
        imports.add(imported);
      }
    });
  }
  const texts = [...declared].flatMap(symbol => declarationsOf(symbol).map(node => textOf(node, exported.has(symbol))));
  check([...declared].map(({ name }) => name), texts);
  return [...[...imports].sort(), ...texts, 'export {};', ''].join('\n');
}

/** Reads the declarations of one package. Types of others are of no interest. */
function read(entry: string): { readonly checker: ts.TypeChecker; readonly exported: ReadonlySet<ts.Symbol> } {
  const options: ts.CompilerOptions = { noLib: true, types: [], target: ts.ScriptTarget.ES2022 };
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(options),
    resolveModuleNameLiterals: (modules, file) => modules.map(({ text }) => ({
      resolvedModule: text.startsWith('.')
        ? { resolvedFileName: join(dirname(file), `${text}.d.ts`), extension: ts.Extension.Dts }
        : undefined,
    })),
  };
  const program = ts.createProgram([entry], options, host);
  const checker = program.getTypeChecker();
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry)!)!)
    .map(symbol => aliased(symbol, checker));
  return { checker, exported: new Set(exported) };
}

function aliased(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  const [declaration] = symbol.declarations ?? [];
  return declaration && (ts.isExportSpecifier(declaration) || ts.isImportSpecifier(declaration))
    ? checker.getAliasedSymbol(symbol)
    : symbol;
}

function declarationsOf({ declarations = [] }: ts.Symbol): readonly Declared[] {
  return declarations.map(declaration => statementOf(declaration)!);
}

/** The statement at the top level of a file that declares something: nothing for members and parameters. */
function statementOf(declaration: ts.Node): Declared | undefined {
  const node = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  return ts.isSourceFile(node.parent) ? node as Declared : undefined;
}

/** The symbol of a declaration at the top level of the package. */
function ownSymbol(found: ts.Symbol, checker: ts.TypeChecker, root: string): ts.Symbol | undefined {
  const symbol = aliased(found, checker);
  const [declaration] = symbol.declarations ?? [];
  const isOwn = declaration !== undefined && statementOf(declaration) !== undefined
    && !relative(root, declaration.getSourceFile().fileName).startsWith('..');
  return isOwn ? symbol : undefined;
}

/** The import of a name from another package. */
function importOf({ declarations: [declaration] = [] }: ts.Symbol): string | undefined {
  if (declaration === undefined || !(ts.isNamespaceImport(declaration) || ts.isImportSpecifier(declaration))) {
    return undefined;
  }
  const text = declaration.getText();
  const { moduleSpecifier } = ts.findAncestor(declaration, ts.isImportDeclaration)!;
  return `import ${ts.isNamespaceImport(declaration) ? text : `{ ${text} }`} from ${moduleSpecifier.getText()};`;
}

function namesIn(node: ts.Node): readonly ts.Identifier[] {
  return ts.isIdentifier(node) ? [node] : childrenOf(node).filter(child => !isHidden(child)).flatMap(namesIn);
}

function childrenOf(node: ts.Node): readonly ts.Node[] {
  const children: ts.Node[] = [];
  node.forEachChild(child => void children.push(child));
  return children;
}

/** Whether users can't call a member. */
function isHidden(node: ts.Node): boolean {
  return ts.isClassElement(node)
    && (isInternal(node) || (ts.isConstructorDeclaration(node) && isInternal(node.parent)));
}

function isInternal(node: ts.Node): boolean {
  return ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'internal');
}

/** The text of a declaration with its comment, without the members that users can't call. */
function textOf(node: Declared, isExported: boolean): string {
  const { text } = node.getSourceFile();
  const start = node.getStart(undefined, true);
  const visible = childrenOf(node).filter(isHidden).reduceRight(
    (code, { pos, end }) => code.slice(0, pos - start) + code.slice(end - start),
    text.slice(start, node.end),
  );
  return isExported ? visible : visible.replace(/^export /m, '');
}

function check(names: readonly string[], texts: readonly string[]): void {
  const problems = [
    ...names.filter((name, index) => names.indexOf(name) !== index).map(name => `two declarations are named ${name}`),
    ...texts.filter(text => /\bimport\(/.test(text)).map(text => `a declaration has no import of its own: ${text}`),
  ];
  if (problems.length > 0) {
    throw new Error(`the declarations do not fit into one file: ${problems.join('; ')}`);
  }
}
