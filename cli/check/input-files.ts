import { readFileSync } from 'node:fs';
import { decoded } from '../assembly/json';
import { InputError } from '../input-error';

/** The text of a file, or of the standard input. */
export interface TextFile {
  /** As the user named it. */
  readonly name: string;
  readonly text: string;
}

/** Reads files that a user named; `-` is the standard input. */
export function readTextFiles(option: string, names: readonly string[]): readonly TextFile[] {
  return names.map(name => ({ name, text: decoded(bytesOf(option, name)) }));
}

const STANDARD_INPUT = 0;

function bytesOf(option: string, name: string): Buffer {
  try {
    return readFileSync(name === '-' ? STANDARD_INPUT : name);
  } catch (error) {
    throw new InputError(`'${option} ${name}' can't be read: ${reasonOf(error as NodeJS.ErrnoException)}`);
  }
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  return code === 'ENOENT' ? 'it does not exist' : code === 'EISDIR' ? 'it is a directory' : message;
}

/** The JSON of a file. */
export function jsonFrom(option: string, { name, text }: TextFile): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`the file of '${option}' must be JSON, got ${name}: ${/\.ya?ml$/i.test(name) ? TO_JSON : (error as Error).message}`);
  }
}

/** What to do with a file that is YAML. */
export const TO_JSON = 'convert it to JSON';
