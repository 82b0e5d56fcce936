import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build, BuildOptions, Metafile, Plugin } from 'esbuild';
import * as ts from 'typescript';
import { rolledUp } from './declarations';
import { noticesOf } from './notices';

// Bundles the command (`cli/main.ts`) and its API (`cli/index.ts`) with their libraries into a folder, by default into
// the package. That has no dependencies at run time: npm would install them for every app.

const PROJECT = join(__dirname, '..');
const CLI = join(PROJECT, 'cli');

/** What only some sub-commands load, from where the user has it. */
const EXTERNAL = ['aws-cdk-lib', 'constructs', 'cdk-platform-iam'];

const COMMAND = 'main';
const API = 'index';

const FACTS = join(CLI, 'facts');
const COMPRESSED = 'facts.json.br';

void bundleCommand(process.argv[2] ?? join(PROJECT, 'lib', 'cli'));

async function bundleCommand(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  // The command loads the API when it needs it.
  const bundles = await Promise.all([
    bundle(COMMAND, folder, [...EXTERNAL, `./${API}`]),
    bundle(API, folder, EXTERNAL),
  ]);
  chmodSync(join(folder, `${COMMAND}.js`), 0o755);
  writeFileSync(join(folder, 'NOTICES.txt'), noticesOf(bundles.flatMap(({ inputs }) => Object.keys(inputs))));
  declare(API, folder);
  writeFacts(folder);
}

async function bundle(name: string, folder: string, external: readonly string[]): Promise<Metafile> {
  const options = {
    absWorkingDir: PROJECT,
    entryPoints: [join(CLI, `${name}.ts`)],
    outdir: folder,
    bundle: true,
    platform: 'node',
    target: 'node20',
    // The tsconfig of the tests takes the library from the sources.
    tsconfigRaw: {},
    external: [...external],
    supported: { 'dynamic-import': false },
    // Only errors that nobody expects have a stack.
    minify: true,
    lineLimit: 500,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [compressedFacts()],
  } satisfies BuildOptions;
  return (await build(options)).metafile;
}

/** Writes all data to one compressed file next to the bundle: what has the same words is smaller together. */
function writeFacts(folder: string): void {
  const all = readdirSync(FACTS).filter(file => file.endsWith('.json'))
    .map(file => [basename(file, '.json'), JSON.parse(readFileSync(join(FACTS, file), 'utf8'))] as const);
  writeFileSync(join(folder, COMPRESSED), brotliCompressSync(JSON.stringify(Object.fromEntries(all))));
}

/** Reads the compressed file once, when the first module that imports data runs. */
function compressedFacts(): Plugin {
  const loader = 'js';
  return {
    name: 'compressed facts',
    setup: ({ onLoad, onResolve }) => {
      onResolve({ filter: /^facts$/ }, ({ path }) => ({ path, namespace: 'facts' }));
      onLoad({ filter: /^facts$/, namespace: 'facts' }, () => ({
        loader,
        resolveDir: FACTS,
        contents: [
          "import { readFileSync } from 'node:fs';",
          "import { join } from 'node:path';",
          "import { brotliDecompressSync } from 'node:zlib';",
          `export default JSON.parse(brotliDecompressSync(readFileSync(join(__dirname, '${COMPRESSED}'))));`,
        ].join('\n'),
      }));
      onLoad({ filter: /\/cli\/facts\/[^/]+\.json$/ }, ({ path }) => ({
        loader, contents: `import facts from 'facts'; export default facts['${basename(path, '.json')}'];`,
      }));
    },
  };
}

/** Writes the declarations of a module, and of those that it imports, to one file. */
function declare(name: string, folder: string): void {
  const single = mkdtempSync(join(tmpdir(), 'declarations-'));
  const names = new Set([name]);
  // The set grows while it is visited.
  for (const module of names) {
    const source = join(CLI, `${module}.ts`);
    const text = declarationOf(source);
    const file = join(single, `${module}.d.ts`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    modulesIn(text).forEach(imported => names.add(relative(CLI, join(dirname(source), imported))));
  }
  writeFileSync(join(folder, `${name}.d.ts`), rolledUp(join(single, `${name}.d.ts`)));
  rmSync(single, { recursive: true });
}

/** The relative modules of a declaration: `from './props'`, `import("../cluster/version")`. */
function modulesIn(declaration: string): readonly string[] {
  return [...declaration.matchAll(/\b(?:from|import)\s*\(?\s*['"](\.[^'"]*)['"]/g)].map(([, module]) => module);
}

/** The declaration of a source, which says the type of everything it exports: no other file is read. */
function declarationOf(file: string): string {
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(readFileSync(file, 'utf8'), {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: {
      isolatedDeclarations: true, declaration: true, stripInternal: true, target: ts.ScriptTarget.ES2022,
    },
  });
  const problems = [
    ...diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
    ...modulesIn(outputText).filter(module => relative(CLI, join(dirname(file), module)).startsWith('..'))
      .map(module => `it imports ${module}, which is not in cli`),
  ];
  if (problems.length > 0) {
    throw new Error(`${relative(PROJECT, file)} has no declaration of its own: ${problems.join('; ')}`);
  }
  return outputText;
}
