import { execFileSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

// What users of the npm package see.

/**
 * Bytes of the packed package: users download and unpack it, and those of Python at the first import, too. The library
 * takes three fifths of it, and the command with its facts two.
 */
const LIMIT = 450_000;

/** The files of the package. */
const FILES = [
  '.jsii', 'LICENSE', 'NOTICE', 'README.md', 'SECURITY.md', 'docs/cdk-nag.json', 'llms.txt', 'package.json',
  'lib/bundle.js', 'lib/index.d.ts',
  'lib/cli/NOTICES.txt', 'lib/cli/facts.json.br', 'lib/cli/index.d.ts', 'lib/cli/index.js', 'lib/cli/main.js',
];

const PACKAGE = join('node_modules', 'cdk-platform-iam');

/** Prints the modules that an app loads with the package. */
const LOADED = "require('cdk-platform-iam').SageMakerExecutionRole; console.log(Object.keys(require.cache).join('\\n'))";

/** Uses the types of both entries. */
const PROGRAM = `
import { Review, renderReview, review } from 'cdk-platform-iam/cli';
const found: Review = review('cdk.out');
const text: string = renderReview(found, { format: 'json' });
void text;
`;

/** Fails unless the types fit the example and the API of the command, and the library runs without the command. */
export async function checkUse(
  directory: string, project: string, run: (command: string, ...args: string[]) => Promise<void>,
): Promise<void> {
  const loaded = execFileSync(process.execPath, ['--eval', LOADED], { cwd: directory, encoding: 'utf8' });
  if (loaded.includes(join(PACKAGE, 'lib', 'cli')) || !loaded.includes(join(PACKAGE, 'lib', 'bundle.js'))) {
    throw new Error(`the library must load its bundle only, got ${loaded}`);
  }
  await run(join('node_modules', '.bin', 'cdk-platform-iam'), '--version');
  writeFileSync(join(directory, 'command.ts'), PROGRAM);
  const options = ['--ignoreConfig', '--noEmit', '--strict', '--skipLibCheck', '--module', 'node16', '--target', 'es2022', '--types', 'node'];
  await run(join(project, 'node_modules', '.bin', 'tsc'), ...options, 'app.ts', 'command.ts');
}

/** Fails if the tarball is too large, or the installed package has a file too many or too few. */
export function checkFiles(tarball: string, directory: string): void {
  const { size } = statSync(tarball);
  console.log(`the package has ${size.toLocaleString('en')} bytes, ${(LIMIT - size).toLocaleString('en')} below the limit`);
  if (size > LIMIT) {
    throw new Error(`the package must have at most ${LIMIT} bytes, got ${size}`);
  }
  const root = join(directory, PACKAGE);
  const expected = new Set(FILES);
  const found = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)));
  const wrong = [
    ...found.filter(file => !expected.has(file)).map(file => `${file} is of no use`),
    ...[...expected].filter(file => !found.includes(file)).map(file => `${file} is missing`),
  ];
  if (wrong.length > 0) {
    throw new Error(`the package has the wrong files: ${wrong.join(', ')}`);
  }
}
