import { fail, format } from '../../private/options/errors';
import { OPTIONS, STRING } from '../../private/options/validators';

/** A statement of a policy document as AWS prints it. */
export interface PrintedStatement {
  /** @default - the document has none */
  readonly sid?: string;
  readonly allows: boolean;
  /** `NotAction` where it is given. */
  readonly actions: Selection;
  readonly resources: Selection;
  readonly conditions: PrintedConditions;
}

/** Everything that the patterns match, or everything that they don't match. */
export interface Selection {
  readonly patterns: readonly string[];
  readonly isExcept: boolean;
}

/** `OPERATOR KEY` -> values. */
export type PrintedConditions = ReadonlyMap<string, readonly string[]>;

type JsonObject = Readonly<Record<string, unknown>>;

/** The statements of all policy documents in a text: a single document, or documents inside AWS CLI output. */
export function printedStatements(property: string, text: string): readonly PrintedStatement[] {
  const documents = documentsIn(parsed(property, text), encoded => parsed(property, encoded));
  if (documents.length === 0) {
    fail(undefined, `'${property}' must hold a policy document, an object with a 'Statement', got ${format(text)}`);
  }
  return documents.flatMap(({ Statement }) => list(Statement)).map(statement =>
    printedStatement(property, statement));
}

/** The role names in the CLI output around documents. */
export function printedRoles(property: string, text: string): readonly string[] {
  return rolesIn(parsed(property, text));
}

function rolesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) {
    return value.flatMap(rolesIn);
  }
  if (!isObject(value) || 'Statement' in value) {
    return [];
  }
  return [...(STRING.is(value.RoleName) ? [value.RoleName] : []), ...Object.values(value).flatMap(rolesIn)];
}

function parsed(property: string, text: string): unknown {
  try {
    return JSON.parse(decoded(text));
  } catch {
    return fail(undefined, `'${property}' must be a policy document in JSON, percent-encoded or not, got ${format(text)}`);
  }
}

/** The API prints documents percent-encoded. */
function decoded(text: string): string {
  return isEncoded(text) ? decodeURIComponent(text) : text;
}

function isEncoded(text: string): boolean {
  return /^\s*%7B/i.test(text);
}

/** Skips trust policies and versions that are not the default. */
function documentsIn(value: unknown, parse: (encoded: string) => unknown): readonly JsonObject[] {
  if (Array.isArray(value)) {
    return value.flatMap(element => documentsIn(element, parse));
  }
  if (STRING.is(value) && isEncoded(value)) {
    return documentsIn(parse(value), parse);
  }
  if (!isObject(value) || value.IsDefaultVersion === false) {
    return [];
  }
  return 'Statement' in value
    ? [value]
    : Object.keys(value)
      .filter(key => key !== 'AssumeRolePolicyDocument')
      .flatMap(key => documentsIn(value[key], parse));
}

function printedStatement(property: string, statement: unknown): PrintedStatement {
  if (!isStatement(statement)) {
    return fail(
      undefined,
      `'${property}' must hold statements with Effect, Action and Resource, got ${format(statement)}: pass the policy as AWS prints it`,
    );
  }
  const { Sid, Effect, Action, NotAction, Resource, NotResource, Condition = {} } = statement;
  return {
    sid: Sid as string | undefined,
    allows: Effect === 'Allow',
    actions: selection(Action, NotAction),
    resources: selection(Resource, NotResource),
    conditions: printedConditions(Condition as Readonly<Record<string, JsonObject>>),
  };
}

function isStatement(value: unknown): value is JsonObject {
  return isObject(value)
    && (value.Effect === 'Allow' || value.Effect === 'Deny')
    && [value.Action ?? value.NotAction, value.Resource ?? value.NotResource].every(part => list(part).every(STRING.is))
    && (value.Condition === undefined || (isObject(value.Condition) && Object.values(value.Condition).every(isObject)));
}

function isObject(value: unknown): value is JsonObject {
  return OPTIONS.is(value);
}

function selection(patterns: unknown, exceptions: unknown): Selection {
  return { patterns: list(patterns ?? exceptions).map(String), isExcept: patterns === undefined };
}

export function printedConditions(conditions: Readonly<Record<string, object>>): PrintedConditions {
  return new Map(Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]): [string, readonly string[]] =>
      [`${operator} ${key.toLowerCase()}`, list(values).map(String)])));
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [value];
}
