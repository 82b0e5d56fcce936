import { isObject, isString } from '../../options/kinds';
import { formatJson, reject } from '../../options/plain-errors';
import { JsonObject } from '../policy-statement';

/** A text in JSON, percent-encoded or not, with or without a byte-order mark. */
export function parsed(subject: string, text: string): unknown {
  try {
    return JSON.parse(decoded(text.replace(/^\ufeff/, '')));
  } catch {
    return reject(`${subject} must be a policy document in JSON, percent-encoded or not, got ${formatJson(text)}`);
  }
}

function decoded(text: string): string {
  return /^\s*%7B/i.test(text) ? decodeURIComponent(text) : text;
}

/** A document inside of other JSON: an object, or text. */
export function documentOf(subject: string, value: unknown): JsonObject {
  const document = isString(value) ? parsed(subject, value) : value;
  return isObject(document) && 'Statement' in document ? document : noDocument(subject, value);
}

export function noDocument(subject: string, value: unknown): never {
  return reject(`${subject} must hold a policy document, an object with a 'Statement', got ${formatJson(value)}`);
}
