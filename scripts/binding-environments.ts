import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PYTHON_PROGRAMS } from '../test/support/readme';

export const PROJECT = join(__dirname, '..');
/** Programs with L1s, and with constructs of this library as options: one for each platform and language. */
const REFERENCES = join(PROJECT, 'examples', 'references');

export const ENVIRONMENTS = join(PROJECT, 'dist', 'bindings');

/** The oldest supported versions, the same in every language. */
const { devDependencies } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
  devDependencies: Readonly<Record<string, string>>;
};
const CDK = devDependencies['aws-cdk-lib'];
const CONSTRUCTS = devDependencies.constructs;

type Run = (command: string, ...args: string[]) => void;

/** How a language installs the package and runs an app with it. */
export interface Binding {
  /** Commands that must be available. */
  readonly tools: readonly string[];
  /** The task that builds the package. */
  readonly build: string;
  /** Installs the package and the CDK in a folder that contains the example. */
  readonly install: (directory: string, run: Run) => void;
  /** Further checks in that folder, after the comparison of the templates. */
  readonly check?: (directory: string, run: Run) => void;
  /** Environment variables for the CLI. */
  readonly files?: (directory: string) => NodeJS.ProcessEnv;
}

export const BINDINGS: Readonly<Record<string, Binding>> = {
  typescript: {
    tools: ['node', 'npm'],
    build: 'package:js',
    install: (directory, run) => {
      writeFileSync(join(directory, 'package.json'), '{ "private": true }\n');
      run('npm', 'install', '--silent', '--no-audit', '--no-fund', built('js', '.tgz'),
        `aws-cdk-lib@${CDK}`, `constructs@${CONSTRUCTS}`);
      replace(join(directory, 'cdk.json'), /npx tsx .*?app\.ts/, `${join(PROJECT, 'node_modules', '.bin', 'tsx')} app.ts`);
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
    install: (directory, run) => {
      const repository = `<repositories><repository><id>dist</id><url>file://${join(PROJECT, 'dist', 'java')}</url>` +
        '<releases><updatePolicy>always</updatePolicy></releases></repository></repositories>';
      replace(join(directory, 'pom.xml'), '</project>', `${repository}</project>`);
      // Removes the package of an earlier run, which may differ from the one in dist.
      run('mvn', '--quiet', '--batch-mode', 'dependency:purge-local-repository',
        '-DmanualInclude=io.github.cdk-platform-iam:cdk-platform-iam', '-DreResolve=true');
    },
  },
  go: {
    tools: ['go'],
    build: 'package:go',
    install: (_directory, run) => {
      const module = 'github.com/cdk-platform-iam/cdk-platform-iam-go/cdkplatformiam';
      run('go', 'mod', 'edit', `-replace=${module}=${join(PROJECT, 'dist', 'go', 'cdkplatformiam')}`);
      run('go', 'mod', 'tidy');
    },
  },
};

/** Creates a virtual environment with the package, the CDK and mypy. */
export function installPython(_directory: string, run: Run): void {
  run('python3', '-m', 'venv', '.venv');
  run('.venv/bin/pip', 'install', '--quiet', '--disable-pip-version-check', built('python', '.whl'),
    `aws-cdk-lib==${CDK}`, `constructs==${CONSTRUCTS}`, 'mypy==2.4.1');
}

/** Checks that the documented programs run, that types are correct, and what users see of errors and documentation. */
function checkPython(directory: string, run: Run): void {
  const programs = PYTHON_PROGRAMS.map(([, program], index) => {
    const file = `documented_${index}.py`;
    writeFileSync(join(directory, file), program);
    return file;
  });
  cpSync(REFERENCES, join(directory, 'references'), { recursive: true });
  run('.venv/bin/mypy', '--strict', '--explicit-package-bases', '.');
  programs.forEach(program => run('.venv/bin/python', program));
  comparePrograms(join(directory, 'references'));
  run('.venv/bin/python', join(PROJECT, 'test', 'bindings', 'check.py'));
}

/** Fails unless each program with L1s and constructs as options creates the same template in TypeScript and Python. */
function comparePrograms(directory: string): void {
  for (const python of readdirSync(directory).filter(file => file.endsWith('.py'))) {
    const typescript = join(REFERENCES, `${python.slice(0, -3).replaceAll('_', '-')}.ts`);
    const [ours, theirs] = [
      templatesOf(join(PROJECT, 'node_modules', '.bin', 'tsx'), '--tsconfig', join(PROJECT, 'tsconfig.dev.json'), typescript),
      templatesOf(join(directory, '..', '.venv', 'bin', 'python'), join(directory, python)),
    ];
    if (ours === '{}' || ours !== theirs) {
      throw new Error(`the templates of ${python} are not those of TypeScript:\n${theirs}\n${ours}`);
    }
    console.log(`references/${python}: the same template as in TypeScript`);
  }
}

function templatesOf(command: string, ...args: string[]): string {
  const output = mkdtempSync(join(tmpdir(), 'references-'));
  execFileSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CDK_OUTDIR: output, CDK_CONTEXT_JSON: '{"aws:cdk:disable-asset-staging": true}' },
  });
  const templates = readdirSync(output).filter(file => file.endsWith('.template.json')).sort()
    .map(file => [file, JSON.parse(readFileSync(join(output, file), 'utf8')) as object]);
  rmSync(output, { recursive: true });
  return JSON.stringify(Object.fromEntries(templates));
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
