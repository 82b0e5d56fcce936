import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Plugin } from 'esbuild';
import * as ts from 'typescript';
import type { Manifest } from './bundle';

/** Adds to each class its name, which the bundler changes, and to each public class what jsii adds when it compiles. */
export function namedClasses({ types, version }: Manifest, project: string): Plugin {
  const fqns = new Map(Object.values(types).map(({ symbolId, fqn }) => [symbolId, fqn]));
  const additions = (file: string, name: string) => {
    const fqn = fqns.get(`${relative(project, file).replace(/\.ts$/, '')}:${name}`);
    const ofJsii = fqn === undefined ? '' : `static [Symbol.for('jsii.rtti')] = ${JSON.stringify({ fqn, version })};`;
    return `static name = '${name}';${ofJsii}`;
  };
  return {
    name: 'named classes',
    setup: ({ onLoad }) => onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const classes = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022).statements.filter(ts.isClassDeclaration);
      const contents = classes.reduceRight(
        (code, { name, members: { pos } }) => `${code.slice(0, pos)}${additions(path, name!.text)}${code.slice(pos)}`,
        text,
      );
      return { contents, loader: 'ts' };
    }),
  };
}
