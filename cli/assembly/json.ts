import { readFileSync } from 'node:fs';
import { InputError } from '../input-error';

export type Json = string | number | boolean | null | undefined | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** @param what it is in errors: `the template of the stack 'Churn'` */
export function readJson(file: string, what: string): JsonObject {
  return parsedJson(textIn(file, what), file, what);
}

export function parsedJson(text: string, file: string, what: string): JsonObject {
  const value = parsed(text, file, what);
  if (!isObject(value)) {
    throw new InputError(`${what} must be a JSON object, got ${JSON.stringify(value).slice(0, 80)} in ${file}`);
  }
  return value;
}

export function textIn(file: string, what: string): string {
  try {
    return decoded(readFileSync(file));
  } catch (error) {
    throw new InputError(`${what} can't be read: ${(error as Error).message}`);
  }
}

/** The text of a file. PowerShell writes UTF-16 by default, with a byte order mark. */
export function decoded(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(isUtf16 ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '');
}

function parsed(text: string, file: string, what: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    const reason = /\.ya?ml$/.test(file) ? 'convert YAML to JSON first' : (error as Error).message.replace(/\s+/g, ' ');
    throw new InputError(`${what} must be JSON, got ${file}: ${reason}`);
  }
}

/** What a text holds as JSON, if it is some. */
export function jsonIn(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

export function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or an empty one. */
export function objectOf(value: Json): JsonObject {
  return isObject(value) ? value : {};
}

/** The list, a single value as a list of one, or an empty list. */
export function listOf(value: Json): readonly Json[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value as readonly Json[] : [value];
}

export function stringOf(value: Json): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
