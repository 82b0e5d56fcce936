import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const PROJECT = join(__dirname, '..');
export const OUTPUT = join(PROJECT, 'dist', 'judge');

const NPM = join(__dirname, 'npm');

/** A virtual environment, and the folder with its `requirements.txt` and `constraints.txt`. */
interface PythonEnvironment {
  readonly folder: string;
  readonly requirements: string;
}

const JUDGES: PythonEnvironment = { folder: join(OUTPUT, 'python'), requirements: __dirname };

/** An environment in which programs of vendors run: they can't all share one, since each has its own dependencies. */
export function vendorEnvironment(name: string): PythonEnvironment {
  return {
    folder: join(OUTPUT, 'vendors', 'environments', name),
    requirements: join(__dirname, 'vendors', 'environments', name),
  };
}

/** The version of `python3` if the judges can use it; otherwise why not. */
export function systemPython(): { readonly version: string; readonly problem?: string } {
  const system = spawnSync('python3', ['-c', 'import sys, venv, ensurepip; print(sys.version.split()[0]); assert (3, 10) <= sys.version_info < (3, 15)'],
    { encoding: 'utf8' });
  const version = (system.stdout ?? '').trim();
  return system.status === 0 ? { version } : {
    version,
    problem: 'the judges need Python 3.10 to 3.14 with venv as python3 on the PATH: ' +
      (system.error?.message ?? (system.stdout + system.stderr).trim()),
  };
}

/** Creates a virtual environment with packages from PyPI; creates it again when their versions change. */
export function pythonOf({ folder, requirements }: PythonEnvironment = JUDGES): string {
  const { version, problem } = systemPython();
  if (problem !== undefined) {
    throw new Error(problem);
  }
  const command = join(folder, 'bin', 'python');
  const [names, versions] = ['requirements.txt', 'constraints.txt'].map(file => join(requirements, file));
  once(folder, [names, versions].map(file => readFileSync(file, 'utf8')).join('') + `${version}\n`, () => {
    execFileSync('python3', ['-m', 'venv', folder], { stdio: 'inherit' });
    install('PyPI', command, [
      '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', names, '-c', versions,
    ]);
  });
  return command;
}

/** Installs the judges from npm, from their own lock file. */
export function installFromNpm(): void {
  once(join(NPM, 'node_modules'), readFileSync(join(NPM, 'package-lock.json'), 'utf8'), () =>
    install('npm', 'npm', ['ci', '--silent', '--no-audit', '--no-fund', '--prefix', NPM]));
}

/** Every LTS version of Node.js from the oldest supported one: npm has them for Linux on x64. */
export function nodes(): readonly string[] {
  const { optionalDependencies } = JSON.parse(readFileSync(join(NPM, 'package.json'), 'utf8')) as {
    optionalDependencies: Readonly<Record<string, string>>;
  };
  return process.platform === 'linux' && process.arch === 'x64'
    ? Object.keys(optionalDependencies).map(name => join(NPM, 'node_modules', name, 'bin', 'node')) : [];
}

/** Keeps a folder that was created from the same input. */
export function once(folder: string, of: string, make: () => void): void {
  const mark = join(folder, '.made-of');
  const hash = createHash('sha256').update(of).digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) {
    return;
  }
  rmSync(folder, { recursive: true, force: true });
  make();
  mkdirSync(folder, { recursive: true });
  writeFileSync(mark, hash);
}

function install(registry: string, command: string, args: readonly string[]): void {
  try {
    execFileSync(command, args, { stdio: 'inherit', cwd: NPM });
  } catch {
    throw new Error(`the judges are not installed, for the reason above: is ${registry} within reach of the network here?`);
  }
}
