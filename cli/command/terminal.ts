import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError } from '../input-error';

/** The part of a process that the command uses. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: { readonly isTTY?: boolean; readText(): string };
  readonly stdout: { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** The width of text that is not shown in a terminal. */
const COLUMNS = 100;

export function columnsOf({ stdout }: Terminal): number {
  return stdout.columns ?? COLUMNS;
}

/** Whether text may have colors: by the option, then by the variables that programs agree on, then for terminals. */
export function hasColor({ env, stdout }: Terminal, color: boolean, file: string | undefined): boolean {
  if (!color) {
    return false;
  }
  if (env.FORCE_COLOR !== undefined) {
    return !['0', 'false'].includes(env.FORCE_COLOR);
  }
  return !env.NO_COLOR && env.TERM !== 'dumb' && file === undefined && stdout.isTTY === true;
}

/** Writes a file and its folder, or prints to the standard output if there is no file. */
export function write(text: string, file: string | undefined, { stdout }: Terminal): void {
  if (file === undefined) {
    stdout.write(text);
    return;
  }
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw new InputError(`'--output' can't be written: ${(error as Error).message}`);
  }
}

/** Text from templates must not move the cursor, and an error is one line. */
export function inOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();
}
