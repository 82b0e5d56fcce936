import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFiles, checkUse } from './npm-package';
import { PYTHON_PROGRAMS } from '../test/support/readme';

export const PROJECT = join(__dirname, '..');
/** Programs with L1s, and with constructs of this library as options: one for each platform and language. */
const REFERENCES = join(PROJECT, 'examples', 'references');

/** Runs Python programs. */
const RUN = join(PROJECT, 'test', 'bindings', 'run.py');

export const ENVIRONMENTS = join(PROJECT, 'dist', 'bindings');

/** The oldest supported versions, the same in every language. */
const { devDependencies } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
  devDependencies: Readonly<Record<string, string>>;
};
const CDK = devDependencies['aws-cdk-lib'];
const CONSTRUCTS = devDependencies.constructs;

type Run = (command: string, ...args: string[]) => Promise<void>;

/** How a language installs the package and runs an app with it. */
export interface Binding {
  /** Commands that must be available. */
  readonly tools: readonly string[];
  /** The task that builds the package. */
  readonly build: string;
  /** Installs the package and the CDK in a folder that contains the example. */
  readonly install: (directory: string, run: Run) => Promise<void>;
  /** Further checks in that folder, after the comparison of the templates. */
  readonly check?: (directory: string, run: Run) => Promise<void>;
  /** Environment variables for the CLI. */
  readonly files?: (directory: string) => NodeJS.ProcessEnv;
}

export const BINDINGS: Readonly<Record<string, Binding>> = {
  typescript: {
    tools: ['node', 'npm'],
    build: 'package:js',
    install: async (directory, run) => {
      writeFileSync(join(directory, 'package.json'), '{ "private": true }\n');
      await run('npm', 'install', '--silent', '--no-audit', '--no-fund', built('js', '.tgz'),
        `aws-cdk-lib@${CDK}`, `constructs@${CONSTRUCTS}`);
      replace(join(directory, 'cdk.json'), /npx tsx .*?app\.ts/, `${join(PROJECT, 'node_modules', '.bin', 'tsx')} app.ts`);
    },
    check: async (directory, run) => {
      checkFiles(built('js', '.tgz'), directory);
      await checkUse(directory, PROJECT, run);
    },
  },
  python: {
    tools: ['python3'],
    build: 'package:python',
    install: installPython,
    check: checkPython,
    files: directory => ({ PATH: `${join(directory, '.venv', 'bin')}:${process.env.PATH}` }),
  },
  java: {
    tools: ['java', 'mvn'],
    build: 'package:java',
    install: async (directory, run) => {
      const repository = `<repositories><repository><id>dist</id><url>file://${join(PROJECT, 'dist', 'java')}</url>` +
        '<releases><updatePolicy>always</updatePolicy></releases></repository></repositories>';
      replace(join(directory, 'pom.xml'), '</project>', `${repository}</project>`);
      // Removes the package of an earlier run, which may differ from the one in dist.
      await run('mvn', '--quiet', '--batch-mode', 'dependency:purge-local-repository',
        '-DmanualInclude=io.github.cdk-platform-iam:cdk-platform-iam', '-DreResolve=true');
    },
  },
  go: {
    tools: ['go'],
    build: 'package:go',
    install: async (_directory, run) => {
      const module = 'github.com/cdk-platform-iam/cdk-platform-iam-go/cdkplatformiam';
      await run('go', 'mod', 'edit', `-replace=${module}=${join(PROJECT, 'dist', 'go', 'cdkplatformiam')}`);
      await run('go', 'mod', 'tidy');
    },
  },
};

/** Creates a virtual environment with the package, the CDK and mypy. */
export async function installPython(_directory: string, run: Run): Promise<void> {
  await run('python3', '-m', 'venv', '.venv');
  await run('.venv/bin/pip', 'install', '--quiet', '--disable-pip-version-check', built('python', '.whl'),
    `aws-cdk-lib==${CDK}`, `constructs==${CONSTRUCTS}`, 'mypy==2.4.1');
}

/** Checks that the documented programs run, that types are correct, and what users see of errors and documentation. */
async function checkPython(directory: string, run: Run): Promise<void> {
  const programs = PYTHON_PROGRAMS.map(([, program], index) => {
    const file = `documented_${index}.py`;
    writeFileSync(join(directory, file), program);
    return file;
  });
  cpSync(REFERENCES, join(directory, 'references'), { recursive: true });
  await run('.venv/bin/mypy', '--strict', '--explicit-package-bases', '.');
  await run('.venv/bin/python', RUN, ...programs);
  compareReferences(directory);
  await run('.venv/bin/python', join(PROJECT, 'test', 'bindings', 'check.py'));
}

/** Fails unless the programs with L1s and constructs as options create the same templates in TypeScript and Python. */
function compareReferences(directory: string): void {
  const programs = (folder: string, extension: string) =>
    readdirSync(folder).filter(file => file.endsWith(extension)).map(file => join(folder, file));
  const tsx = [join(PROJECT, 'node_modules', '.bin', 'tsx'), '--tsconfig', join(PROJECT, 'tsconfig.dev.json')] as const;
  const python = templatesOf(join(directory, '.venv', 'bin', 'python'), RUN, ...programs(join(directory, 'references'), '.py'));
  const typescript = programs(REFERENCES, '.ts').map(program => templatesOf(...tsx, program))
    .reduce((all, templates) => ({ ...all, ...templates }));
  const names = Object.keys(typescript).sort();
  const differing = names.filter(name => JSON.stringify(typescript[name]) !== JSON.stringify(python[name]));
  if (names.length === 0 || names.join() !== Object.keys(python).sort().join() || differing.length > 0) {
    throw new Error(`the programs in examples/references differ: ${differing.join() || 'they have other stacks'}`);
  }
  console.log(`examples/references: ${names.length} programs create the same templates in TypeScript and Python`);
}

/** The templates of a program, by file name. */
function templatesOf(command: string, ...args: readonly string[]): Readonly<Record<string, object>> {
  const output = mkdtempSync(join(tmpdir(), 'references-'));
  execFileSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CDK_OUTDIR: output, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: 'true' },
  });
  const templates = readdirSync(output).filter(file => file.endsWith('.template.json'))
    .map(file => [file, JSON.parse(readFileSync(join(output, file), 'utf8')) as object] as const);
  rmSync(output, { recursive: true });
  return Object.fromEntries(templates);
}

/** Whether the tools of a language are installed. Python is always required. */
export function canRun(name: string): boolean {
  return name === 'python' || BINDINGS[name].tools.every(isThere);
}

function isThere(tool: string): boolean {
  try {
    execFileSync('which', [tool], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function built(language: string, extension: string): string {
  const directory = join(PROJECT, 'dist', language);
  return join(directory, readdirSync(directory).find(file => file.endsWith(extension))!);
}

function replace(file: string, what: string | RegExp, by: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace(what, by));
}
