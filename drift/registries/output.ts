import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const PROJECT = join(__dirname, '..', '..');
export const OUTPUT = join(PROJECT, 'dist', 'drift');

const MINUTES = 4;

/** What a program prints. Fails with what it says about its failure. */
export async function printed(command: string, args: readonly string[], cwd = PROJECT): Promise<string> {
  const { stdout } = await promisify(execFile)(command, args, {
    cwd, timeout: MINUTES * 60_000, maxBuffer: 2 ** 24, env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  return stdout;
}
