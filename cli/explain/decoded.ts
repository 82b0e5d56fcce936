import { isObject, Json, JsonObject, jsonIn, objectOf, stringOf } from '../assembly/json';

// What `aws sts decode-authorization-message` prints: JSON, by itself or as the text `DecodedMessage` in JSON.

/** The request that a decoded message is about. */
export interface DecodedRequest {
  readonly principal?: string;
  readonly action?: string;
  readonly resource?: string;
  /** Whether a statement denies it. */
  readonly isExplicit: boolean;
}

/** The request of a decoded message; nothing if the text is something else. */
export function decodedRequest(text: string): DecodedRequest | undefined {
  const decoded = decodedIn(jsonIn(text));
  return decoded && requestOf(decoded);
}

function decodedIn(value: Json): JsonObject | undefined {
  const inner = typeof value === 'string' ? jsonIn(value) : value;
  if (!isObject(inner)) {
    return undefined;
  }
  const { DecodedMessage: message, context } = inner;
  return message !== undefined ? decodedIn(message) : isObject(context) ? inner : undefined;
}

function requestOf({ explicitDeny, context }: JsonObject): DecodedRequest {
  const { principal, action, resource } = objectOf(context);
  return {
    principal: lineOf(objectOf(principal).arn),
    action: lineOf(action),
    resource: lineOf(resource),
    isExplicit: explicitDeny === true,
  };
}

/** On one line, as in other messages. */
function lineOf(value: Json): string | undefined {
  return stringOf(value)?.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
}
