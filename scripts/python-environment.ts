import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installPython, PROJECT } from './binding-environments';

// Creates the Python environment of the benchmark.

const directory = join(PROJECT, 'dist', 'benchmark-python');
rmSync(directory, { recursive: true, force: true });
mkdirSync(directory, { recursive: true });
void installPython(directory, (command, ...args) => {
  execFileSync(command, args, { cwd: directory, stdio: 'inherit' });
  return Promise.resolve();
});
