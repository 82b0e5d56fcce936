import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Does what the release workflow does up to its last step: the packages of the next version, its changelog and the bill
// of materials are in dist/release, and nothing is published. It builds the last commit, in a clone.

const PROJECT = join(__dirname, '..', '..');
const OUTPUT = join(PROJECT, 'dist', 'release');

/** By the folder in `dist`: the tools that build the package. Without them there is its source code. */
const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  js: ['npm'], python: ['python3'], java: ['mvn'], go: [], dotnet: ['dotnet'],
};

const FILES = ['version.txt', 'releasetag.txt', 'changelog.md', 'bill-of-materials.cdx.json', 'templates', 'policies'];

const clone = mkdtempSync(join(tmpdir(), 'release-'));
try {
  run('git', 'clone', '--quiet', PROJECT, '.');
  symlinkSync(join(PROJECT, 'node_modules'), join(clone, 'node_modules'));
  const steps = [...projen('bump', 'compile'), ['npx', 'tsx', 'scripts/release/metadata.ts'], ...projen('compat', 'translate')];
  steps.forEach(([command, ...args]) => run(command, ...args));
  const incomplete = Object.keys(LANGUAGES).filter(language => !built(language, LANGUAGES[language]));
  run('npx', 'tsx', 'scripts/release/bill-of-materials.ts');
  run('npx', 'projen', 'templates');
  rmSync(OUTPUT, { recursive: true, force: true });
  [...Object.keys(LANGUAGES), ...FILES].forEach(name => cpSync(join(clone, 'dist', name), join(OUTPUT, name), { recursive: true }));
  report(incomplete);
} finally {
  rmSync(clone, { recursive: true, force: true });
}

function projen(...tasks: readonly string[]): readonly (readonly string[])[] {
  return tasks.map(task => ['npx', 'projen', task]);
}

/** Builds a package, or writes its source code only. */
function built(language: string, tools: readonly string[]): boolean {
  const isComplete = tools.every(tool => spawnSync('which', [tool]).status === 0);
  run('npx', ...isComplete ? ['projen', `package:${language}`] : ['jsii-pacmak', '--code-only', '--target', language]);
  return isComplete;
}

function run(command: string, ...args: readonly string[]): void {
  execFileSync(command, args, {
    cwd: clone,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, RELEASE: 'true', JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: 'true' },
  });
}

function report(incomplete: readonly string[]): void {
  console.log(`version ${readFileSync(join(OUTPUT, 'version.txt'), 'utf8')}, in dist/release:`);
  for (const language of Object.keys(LANGUAGES)) {
    const files = readdirSync(join(OUTPUT, language), { recursive: true, encoding: 'utf8' })
      .map(file => join(OUTPUT, language, file)).filter(file => existsSync(file) && statSync(file).isFile());
    const size = files.reduce((sum, file) => sum + statSync(file).size, 0);
    const note = incomplete.includes(language) ? `, SOURCE CODE ONLY: it needs ${LANGUAGES[language].join()}` : '';
    console.log(`  ${language}: ${files.length} files, ${size.toLocaleString('en')} bytes${note}`);
  }
}
