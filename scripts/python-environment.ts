import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installPython, PROJECT } from './binding-environments';

// Makes the environment in which the benchmark runs Python.

const directory = join(PROJECT, 'dist', 'benchmark-python');
rmSync(directory, { recursive: true, force: true });
mkdirSync(directory, { recursive: true });
installPython(directory, (command, ...args) => {
  execFileSync(command, args, { cwd: directory, stdio: 'inherit' });
});
