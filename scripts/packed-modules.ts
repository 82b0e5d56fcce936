import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Plugin } from 'esbuild';
import * as ts from 'typescript';
import type { Manifest } from './bundle';

/** Text in place of a part of a module. */
interface Edit {
  readonly pos: number;
  readonly end: number;
  readonly text: string;
}

/** Changes the modules of the library before they are bundled. */
export function packedModules({ types, version }: Manifest, project: string): Plugin {
  const fqns = new Map(Object.values(types).map(({ symbolId, fqn }) => [symbolId, fqn]));
  return {
    name: 'packed modules',
    setup: ({ onLoad }) => onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => {
      const module = relative(project, path).replace(/\.ts$/, '');
      const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
      const classes = source.statements.filter(ts.isClassDeclaration)
        .map(({ name, members }) => named(members, name!.text, fqns.get(`${module}:${name!.text}`), version));
      return { contents: edited(source.text, [...classes, ...withoutReasons(source, module)]), loader: 'ts' };
    }),
  };
}

/** Adds to a class its name, which the bundler changes, and to a public class what jsii adds when it compiles. */
function named({ pos }: ts.NodeArray<ts.Node>, name: string, fqn: string | undefined, version: string): Edit {
  const ofJsii = fqn === undefined ? '' : `static [Symbol.for('jsii.rtti')] = ${JSON.stringify({ fqn, version })};`;
  return { pos, end: pos, text: `static name = '${name}';${ofJsii}` };
}

/** Empties notes and sources: the tables and the catalogue of the command, which are made of the modules, show them. */
function withoutReasons(source: ts.SourceFile, module: string): readonly Edit[] {
  const isReason = module.endsWith('/sources')
    ? ({ parent }: ts.Expression) => !ts.isImportDeclaration(parent)
    : ({ parent }: ts.Expression) =>
      (ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent)) && parent.name.getText() === 'note';
  const reasonsIn = (node: ts.Node): readonly Edit[] => {
    if (isText(node) && isReason(node)) {
      return [{ pos: node.getStart(), end: node.end, text: "''" }];
    }
    const found: Edit[] = [];
    node.forEachChild(child => void found.push(...reasonsIn(child)));
    return found;
  };
  return reasonsIn(source);
}

function isText(node: ts.Node): node is ts.Expression {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)
    || (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken);
}

function edited(text: string, edits: readonly Edit[]): string {
  return [...edits].sort((one, other) => other.pos - one.pos)
    .reduce((code, { pos, end, text: by }) => code.slice(0, pos) + by + code.slice(end), text);
}
