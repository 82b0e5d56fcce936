import { fail, format } from '../../options/errors';
import { STRING } from '../../options/validators';
import { isObject, JsonObject } from '../policy-statement';

/** A text in JSON, percent-encoded or not, with or without a byte-order mark. */
export function parsed(subject: string, text: string): unknown {
  try {
    return JSON.parse(decoded(text.replace(/^\ufeff/, '')));
  } catch {
    return fail(undefined, `${subject} must be a policy document in JSON, percent-encoded or not, got ${format(text)}`);
  }
}

function decoded(text: string): string {
  return /^\s*%7B/i.test(text) ? decodeURIComponent(text) : text;
}

/** A document inside of other JSON: an object, or text. */
export function documentOf(subject: string, value: unknown): JsonObject {
  const document = STRING.is(value) ? parsed(subject, value) : value;
  return isObject(document) && 'Statement' in document ? document : noDocument(subject, value);
}

export function noDocument(subject: string, value: unknown): never {
  return fail(undefined, `${subject} must hold a policy document, an object with a 'Statement', got ${format(value)}`);
}
