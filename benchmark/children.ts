import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Runs a script of this folder in its own process and returns its result. */
export function runChild<T>(script: string, ...args: string[]): T {
  const command = ['--expose-gc', join(__dirname, script), ...args];
  return JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8' })) as T;
}

export function report(value: unknown): void {
  process.stdout.write(JSON.stringify(value));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)];
}
