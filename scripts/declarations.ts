import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A relative module of a declaration: `from './props'`, `import("../cluster/version")`. */
const RELATIVE_MODULE = /\b(?:from|import)\s*\(?\s*['"](\.[^'"]*)['"]/g;

/** The declarations that users of one of these can come to: itself, what it imports, and so on. */
export function reachableDeclarations(...entries: readonly string[]): ReadonlySet<string> {
  const reached = new Set(entries);
  // The set grows while it is visited.
  for (const file of reached) {
    modulesIn(readFileSync(file, 'utf8')).forEach(module => reached.add(join(dirname(file), `${module}.d.ts`)));
  }
  return reached;
}

/** The relative modules that a declaration imports. */
export function modulesIn(declaration: string): readonly string[] {
  return [...declaration.matchAll(RELATIVE_MODULE)].map(([, module]) => module);
}

/** Deletes the other declarations below a folder: those of private modules, and of sources that no longer exist. */
export function removeUnreachableDeclarations(folder: string, ...entries: readonly string[]): void {
  const reached = reachableDeclarations(...entries);
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(file => join(folder, file))
    .filter(file => file.endsWith('.d.ts') && !reached.has(file))
    .forEach(file => rmSync(file));
}
